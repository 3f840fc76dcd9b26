#include <comity/io/load_report.hpp>

#include "words.hpp"

#include <comity/io/table_builder.hpp>

#include <numeric>
#include <utility>

namespace comity {
namespace {

template <class Member>
std::uint64_t sum(const std::vector<load_count>& files, Member member) {
    return std::accumulate(files.begin(), files.end(), std::uint64_t{0},
                           [member](std::uint64_t n, const load_count& c) { return n + c.*member; });
}

} // namespace

std::uint64_t load_report::rows() const noexcept {
    return sum(files, &load_count::rows);
}
std::uint64_t load_report::rejected_rows() const noexcept {
    return sum(files, &load_count::rejected);
}

table load_counts_table(const load_report& r) {
    table_builder t{{"file", column_type::text},          {"source", column_type::text},
                    {"rows", column_type::integer},       {"accepted", column_type::integer},
                    {"leniently", column_type::integer},  {"rejected", column_type::integer},
                    {"statements", column_type::integer}, {"repeated", column_type::integer},
                    {"separate", column_type::integer},   {"unused_columns", column_type::text}};
    for (const load_count& c : r.files)
        t.add_row({c.file, c.source, c.rows, c.accepted, c.leniently, c.rejected, c.statements, c.repeated,
                   c.separate, detail::joined(c.unused_columns, ", ")});
    return std::move(t).build();
}

table load_choices_table(const load_report& r) {
    table_builder t{{"what", column_type::category},
                    {"text", column_type::text},
                    {"made", column_type::text},
                    {"rows", column_type::integer}};
    for (const load_choice& c : r.choices) t.add_row({c.what, c.text, c.made, c.rows});
    return std::move(t).build();
}

table lenient_uses_table(const load_report& r) {
    table_builder t{{"file", column_type::category}, {"rule", column_type::text},
                    {"cells", column_type::integer}, {"line", column_type::integer},
                    {"text", column_type::text},     {"read_as", column_type::text}};
    for (const lenient_use& u : r.lenient)
        t.add_row({u.file, describe(u.note).front(), u.cells, u.line, u.text, u.read_as});
    return std::move(t).build();
}

table rejected_rows_table(const load_report& r) {
    table_builder t{{"file", column_type::category},  {"line", column_type::integer},
                    {"column", column_type::integer}, {"name", column_type::category},
                    {"value", column_type::text},     {"reason", column_type::text}};
    for (const rejected_row& x : r.rejected) t.add_row({x.file, x.line, x.column, x.name, x.value, x.reason});
    t.set_note("rejected", std::to_string(r.rejected_rows()));
    return std::move(t).build();
}

} // namespace comity
