#include "io/json_reader.hpp"

#include "history/id_text.hpp"
#include <comity/schema/detail/nearest_name.hpp>
#include <comity/time/edtf.hpp>

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

/// More mistakes than this are counted, not told: the file is probably none of ours.
constexpr std::size_t most_complaints = 1000;

std::string string_in(const json_value& object, std::string_view name) {
    const json_value* v = object.find(name);
    return v == nullptr ? std::string() : v->text;
}

/// The id that a record gives; of a relation without one `from type to`.
std::string label_of(const json_value& record) {
    if (std::string id = string_in(record, "id"); !id.empty()) return id;
    if (record.find("from") == nullptr) return {};
    return string_in(record, "from") + ' ' + string_in(record, "type") + ' ' + string_in(record, "to");
}

} // namespace

std::string json_reader::place_of(std::size_t offset) {
    const auto [line, column] = lines_.at(offset);
    return file_ + ':' + std::to_string(line) + ':' + std::to_string(column);
}

void json_reader::complain(std::size_t offset, std::string_view code, std::string message) {
    if (++complaints_ > most_complaints) return;
    std::string id = record_ == nullptr ? std::string() : label_of(*record_);
    if (!id.empty()) message = std::string(noun_) + " '" + id + "': " + message;
    builder_.add_finding(
        {severity::error, std::string(code), std::move(id), place_of(offset), std::move(message)});
}

void json_reader::finish(std::vector<finding>& findings) const {
    if (complaints_ <= most_complaints) return;
    findings.push_back({severity::note,
                        "more-mistakes",
                        {},
                        file_,
                        std::to_string(complaints_ - most_complaints) +
                            " more mistakes were found; the first " + std::to_string(most_complaints) +
                            " are listed"});
}

void json_reader::stand_at(std::size_t offset) {
    const auto [line, column] = lines_.at(offset);
    builder_.set_place(file_, line, column);
}

bool json_reader::expect(const value& v, value::type t, std::string_view what) {
    if (v.is == t) return true;
    const bool described = what.starts_with("a ") || what.starts_with("an "); // not a member's name
    complain(v.offset, "wrong-json-type",
             (described ? std::string(what) : '\'' + std::string(what) + '\'') + " should be " +
                 std::string(name_of(t)) + ", not " + std::string(name_of(v.is)));
    return false;
}

std::optional<std::string> json_reader::text(const value& v, std::string_view what) {
    if (!expect(v, value::type::string, what)) return std::nullopt;
    return v.text;
}

std::string json_reader::text_member(const value& object, std::string_view name) {
    const value* v = object.find(name);
    return v == nullptr ? std::string() : text(*v, name).value_or("");
}

bool json_reader::flag_member(const value& object, std::string_view name) {
    const value* v = object.find(name);
    return v != nullptr && expect(*v, value::type::boolean, name) && v->boolean;
}

std::vector<std::string> json_reader::texts(const value& v, std::string_view what) {
    if (v.is == value::type::string) return {v.text};
    std::vector<std::string> result;
    if (v.is != value::type::array) {
        complain(v.offset, "wrong-json-type",
                 "'" + std::string(what) + "' should be a string or a list of strings, not " +
                     std::string(name_of(v.is)));
        return result;
    }
    for (const value& item : v.items)
        if (auto t = text(item, what)) result.push_back(*std::move(t));
    return result;
}

std::vector<std::string> json_reader::texts_member(const value& object, std::string_view name) {
    const value* v = object.find(name);
    return v == nullptr ? std::vector<std::string>() : texts(*v, name);
}

std::vector<label_text> json_reader::texts_by_language(const value& object, std::string_view name,
                                                       std::string_view plain_language) {
    std::vector<label_text> result;
    const value* v = object.find(name);
    if (v == nullptr) return result;
    if (v->is == value::type::string) return {{std::string(plain_language), v->text}};
    if (v->is != value::type::object) {
        complain(v->offset, "wrong-json-type",
                 "'" + std::string(name) + "' should be a string or an object of languages, not " +
                     std::string(name_of(v->is)));
        return result;
    }
    for (const value::member& m : v->members)
        if (auto t = text(m.value, std::string(name) + ' ' + m.name))
            result.push_back({m.name, *std::move(t)});
    return result;
}

void json_reader::allow(const value& object, std::initializer_list<std::string_view> names,
                        std::string_view what) {
    for (const value::member& m : object.members) {
        if (std::find(names.begin(), names.end(), m.name) != names.end()) continue;
        nearest_name nearest(m.name);
        for (const std::string_view n : names) nearest.offer(n);
        complain(m.offset, "unknown-member",
                 "unknown member '" + m.name + "' of " + std::string(what) + nearest.question());
    }
}

std::optional<std::string> json_reader::id_of(const value& object, std::string_view what) {
    const value* id = object.find("id");
    if (id == nullptr) {
        complain(object.offset, "missing-id", std::string(what) + " needs an 'id'");
        return std::nullopt;
    }
    auto t = text(*id, "id");
    if (!t) return std::nullopt;
    const std::string_view fault = fault_of_id(*t);
    if (fault.empty()) return t;
    complain(id->offset, "missing-id", "the 'id' of " + std::string(what) + ' ' + std::string(fault));
    return std::nullopt;
}

std::size_t json_reader::inside(const value& v, std::size_t byte) const {
    const bool as_written = lines_.text().substr(v.offset + 1, v.text.size()) == v.text;
    return as_written ? v.offset + 1 + byte : v.offset;
}

std::string json_reader::date_member(const value& object, std::string_view name) {
    const value* v = object.find(name);
    if (v == nullptr) return {};
    const auto t = text(*v, name);
    if (!t) return {};
    const auto read = parse_bounds(*t);
    if (read) return *t;
    complain(inside(*v, read.failure().position), "bad-date",
             "'" + std::string(name) + "': " + describe(*t, read.failure()));
    return {};
}

std::optional<std::string> json_reader::edge_of(const value& v, std::string_view what,
                                                const std::optional<std::string>& edge, std::size_t first) {
    if (!edge || edge->empty() || *edge == "..") return edge;
    const auto read = parse_bounds(*edge);
    const bool interval = read && read->kind == date_kind::interval;
    if (read && !interval) return edge;
    std::string message =
        interval ? "'" + *edge + "' is an interval; a begin or an end takes one date, '..' or nothing"
                 : describe(*edge, read.failure());
    complain(inside(v, first + read.failure().position), "bad-date",
             "'" + std::string(what) + "': " + std::move(message));
    return std::nullopt;
}

period_record json_reader::period_of(const value& object) {
    const value* on = object.find("on");
    const value* period = object.find("period");
    const value* begin = object.find("begin");
    const value* end = object.find("end");
    const int ways = (on != nullptr) + (period != nullptr) + (begin != nullptr || end != nullptr);
    if (ways > 1)
        complain((on != nullptr ? on : period)->offset, "two-periods",
                 "give either 'on', or 'period', or 'begin' and 'end'");
    for (const value* whole : {on, period}) {
        if (whole == nullptr) continue;
        const std::string_view what = whole == on ? "on" : "period";
        const auto t = text(*whole, what);
        if (!t) return {};
        const period_record r = period_record::of(*t);
        const std::size_t second = r.begin.value_or("").size() + 1;
        return {edge_of(*whole, what, r.begin, 0), edge_of(*whole, what, r.end, second)};
    }
    period_record r;
    if (begin != nullptr) r.begin = edge_of(*begin, "begin", text(*begin, "begin"), 0);
    if (end != nullptr) r.end = edge_of(*end, "end", text(*end, "end"), 0);
    return r;
}

} // namespace comity::detail
