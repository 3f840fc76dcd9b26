#include "io/bulk_load.hpp"

#include "io/built_load.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace comity::detail {

void relation_batch::flush(builder& b, std::optional<source_id> source) {
    const auto rows = [n = size_](const auto& column) { return std::span(column).first(n); };
    b.add_relations(
        {rows(from_), rows(type_), rows(to_), {}, {}, rows(begin_), rows(end_), rows(line_), source});
    size_ = 0;
}

namespace {

/// Does what looks up a name that an option gives; what that throws names the option too.
template <class LookUp>
void require_name(const std::string& option, LookUp&& look_up) {
    try {
        (void)look_up();
    } catch (const error& e) {
        throw error(e.code(), "option " + option + ": " + e.what());
    }
}

void require_type_name(bool fits, const std::string& option, const std::string& name) {
    if (!fits)
        throw error(errc::invalid_argument, "option " + option + ": nothing can be called " + shown(name));
}

/// Whether a rule for another word may add that kind.
bool adds_kind(const csv_options& how, const std::string& name) {
    return std::any_of(how.kinds.begin(), how.kinds.end(), [&name](const csv_kind& k) {
        return !k.parent.empty() && (k.name.empty() ? csv_type_name(k.text) : k.name) == name;
    });
}

void require_known_kinds(const comity::schema& s, const csv_options& how) {
    const auto kind_named = [&s](const std::string& name) { return [&] { return s.kind_named(name); }; };
    if (!how.new_kinds_under.empty()) require_name("new_kinds", kind_named(how.new_kinds_under));
    for (const csv_kind& k : how.kinds) {
        const std::string option = "kinds, " + shown(k.text);
        if (!k.parent.empty() && !adds_kind(how, k.parent)) require_name(option, kind_named(k.parent));
        if (k.name.empty() || s.find_kind(k.name)) continue;
        const bool may_add = !k.parent.empty() || !how.new_kinds_under.empty();
        if (!may_add && !adds_kind(how, k.name)) require_name(option, kind_named(k.name));
        require_type_name(is_type_name(k.name), option, k.name);
    }
}

void require_known_types(const comity::schema& s, const csv_options& how) {
    for (const csv_type& t : how.types) {
        if (t.name.empty() || s.find_relation_type(t.name)) continue;
        const std::string option = "types, " + shown(t.text);
        if (!how.add_types || s.find_inverse(t.name))
            require_name(option, [&] { return s.relation_type_named(t.name); });
        require_type_name(is_type_name(t.name), option, t.name);
    }
}

} // namespace

bulk_load::bulk_load(const csv_options& how)
    : options(how),
      words(built, how, report),
      dates(built, how.times, how.lenient, report),
      admits(built.schema()) {
    require_known_kinds(built.schema(), how);
    require_known_types(built.schema(), how);
    if (!how.source.empty()) source = built.add_source(how.source, how.about_source);
}

loaded_history bulk_load::finish() {
    words.report_rows();
    dates.report_times();
    return built_load(std::move(built), std::move(report), options.all_or_nothing, options.tell);
}

} // namespace comity::detail
