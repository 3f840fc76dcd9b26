#include "history/draft.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>

namespace comity::detail {

std::string draft::label(subject s) const {
    if (!s.is_relation()) return std::string(strings[nodes.id[s.number()]]);
    const std::size_t row = s.number();
    if (row < relations.id.size() && relations.id[row] != 0) return std::string(strings[relations.id[row]]);
    const relation_type type(relations.type[row]);
    return std::string(strings[nodes.id[relations.from[row]]]) + ' ' +
           (schema.contains(type) ? std::string(schema.name(type)) : "?") + ' ' +
           std::string(strings[nodes.id[relations.to[row]]]);
}

std::string draft::text_of(place p) const {
    std::string text(files[p.file]);
    if (p.line == 0) return text;
    text += ':' + std::to_string(p.line);
    if (p.column != 0) text += ':' + std::to_string(p.column);
    return text;
}

std::string draft::first_at(place p) const {
    const std::string text = text_of(p);
    return text.empty() ? text : "; first at " + text;
}

void draft::find(severity level, std::string_view code, std::string subject_label, place at,
                 std::string message) {
    findings.push_back({level, std::string(code), std::move(subject_label), text_of(at), std::move(message)});
}

namespace {

/// A place taken apart again: `file`, `file:line` or `file:line:column`.
struct spot {
    bool nowhere;
    std::string_view file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
};

/// Takes `:12` off the end of `text`; nothing if it does not end so.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    text = text.substr(0, colon);
    return number;
}

spot spot_of(std::string_view place) {
    const auto last = take_number(place);
    const auto before = take_number(place);
    if (before) return {false, place, *before, *last};
    return {place.empty() && !last, place, last.value_or(0), 0};
}

} // namespace

void sort_by_place(std::vector<finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const finding& a, const finding& b) {
        const spot x = spot_of(a.place);
        const spot y = spot_of(b.place);
        return std::tie(x.nowhere, x.file, x.line, x.column) < std::tie(y.nowhere, y.file, y.line, y.column);
    });
}

} // namespace comity::detail
