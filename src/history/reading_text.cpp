#include <comity/error.hpp>
#include <comity/history/reading.hpp>

#include "words.hpp"

#include <utility>

namespace comity {
namespace {

policy preferring(std::string name, preference p) {
    policy result;
    result.name = std::move(name);
    result.order = {p};
    return result;
}

/// The words of `a, b`, without the blanks around them.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        std::string_view word = text.substr(0, comma);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        if (!word.empty()) words.emplace_back(word);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return words;
}

} // namespace

policy policy::by_source(std::vector<std::string> ids) {
    policy p = preferring("source: " + detail::joined(ids, ", "), preference::source);
    p.sources = std::move(ids);
    return p;
}

policy policy::by_source_kind(std::vector<std::string> kinds) {
    policy p = preferring("source-kind: " + detail::joined(kinds, ", "), preference::source_kind);
    p.source_kinds = std::move(kinds);
    return p;
}

policy policy::newest() {
    return preferring("newest", preference::newest);
}
policy policy::most_precise() {
    return preferring("most-precise", preference::most_precise);
}
policy policy::most_attested() {
    return preferring("most-attested", preference::most_attested);
}

policy policy::hull() {
    policy p;
    p.name = "hull";
    p.rest = remainder::hull;
    return p;
}

policy policy::named(std::string_view name) {
    for (const policy& p : {none(), newest(), most_precise(), most_attested(), hull()})
        if (p.name == name) return p;
    if (name.starts_with("source:")) return by_source(split(name.substr(7)));
    if (name.starts_with("source-kind:")) return by_source_kind(split(name.substr(12)));
    throw error(errc::invalid_argument,
                "unknown policy '" + std::string(name) +
                    "'; there are none, newest, most-precise, most-attested, hull, 'source: id, id' and "
                    "'source-kind: kind, kind'");
}

std::string to_string(const reading& r) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (!r.only.empty()) add("sources " + detail::joined(r.only, ", "));
    if (!r.without.empty()) add("without " + detail::joined(r.without, ", "));
    if (r.stated_by) add("stated by " + r.stated_by->text());
    if (r.ignore_marks) add("marks ignored");
    if (!(r.policy == policy::none())) add("policy " + r.policy.name);
    return text;
}

} // namespace comity
