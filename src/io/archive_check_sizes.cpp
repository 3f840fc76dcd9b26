#include "io/archive_check.hpp"
#include "io/archive_requirements.hpp"

#include <cstdint>
#include <limits>

namespace comity::detail {
namespace {

void check_list_sizes(const char* name, const sparse_lists& lists) {
    require_size(name, lists.offsets, lists.keys.empty() ? 0 : lists.keys.size() + 1);
}

void check_source_sizes(const source_columns& c) {
    const std::size_t n = c.id.size();
    require_size("sources.kind", c.kind, n);
    require_size("sources.publisher", c.publisher, n);
    require_size("sources.language", c.language, n);
    require_size("sources.uri", c.uri, n);
    require_size("sources.note", c.note, n);
    require_size("sources.date", c.date, n);
    require_size("sources.statements", c.statements, n);
    require_size("sources.titles.offsets", c.titles.offsets, n + 1);
    require_size("sources.authors.offsets", c.authors.offsets, n + 1);
    require_size("sources.derived-from.offsets", c.derived_from.offsets, n + 1);
    require_size("sources.coverage.offsets", c.coverage.offsets, n + 1);
}

void check_run_sizes(const char* offsets, const char* types, const type_runs& runs, std::size_t nodes) {
    require_size_or_none(offsets, runs.offsets, nodes + 1);
    require_size(types, runs.types, runs.firsts.size());
    if (runs.offsets.empty()) require_size(types, runs.types, 0);
}

void check_graph_sizes(const store& s) {
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    // Nodes and relations share one numbering, whose last number means none.
    if (n + m >= std::numeric_limits<std::uint32_t>::max())
        fail_column("nodes.kind", "there are more nodes and relations than can be numbered");
    require_size("nodes.id", s.nodes.id, n);
    require_size("nodes.begin", s.nodes.begin, n);
    require_size("nodes.end", s.nodes.end, n);
    require_size_or_none("relations.id", s.relations.id, m);
    require_size("relations.begin", s.relations.begin, m);
    require_size_or_none("relations.end", s.relations.end, m);
    require_size("relations.place", s.relations.place, m);
    require_size("out.offsets", s.out.offsets, n + 1);
    require_size("out.type", s.out.type, m);
    require_size("out.row", s.out.row, m);
    require_size("in.offsets", s.in.offsets, n + 1);
    require_size("in.from", s.in.from, m);
    require_size("in.place", s.in.place, m);
    check_run_sizes("out.runs.offsets", "out.runs.types", s.out.runs, n);
    check_run_sizes("in.runs.offsets", "in.runs.types", s.in.runs, n);
}

void check_attribute_sizes(const attribute_columns& c) {
    const std::size_t n = c.type.size();
    check_list_sizes("attributes.offsets", c.of);
    require_size("attributes.subject", c.subject, n);
    require_size("attributes.value", c.value, n);
    require_size("attributes.text", c.text, n);
    require_size("attributes.language", c.language, n);
    require_size("attributes.unit", c.unit, n);
    require_size("attributes.number", c.number, n);
    require_size("attributes.bound", c.bound, n);
    require_size("attributes.flags", c.flags, n);
    require_size("attributes.begin", c.begin, n);
    require_size("attributes.end", c.end, n);
}

void check_statement_sizes(const statement_columns& c) {
    const std::size_t n = c.source.size();
    check_list_sizes("statements.offsets", c.of);
    require_size("statements.subject", c.subject, n);
    require_size("statements.locator", c.locator, n);
    require_size("statements.quote", c.quote, n);
    require_size("statements.rule", c.rule, n);
    require_size("statements.slots", c.slots, n);
    require_size("statements.flags", c.flags, n);
    require_size("statements.begin", c.begin, n);
    require_size("statements.end", c.end, n);
    require_size("statements.value", c.value, n);
    check_list_sizes("premises.offsets", c.premises_of);
}

void check_reading_sizes(const store& s) {
    const reading_columns& r = s.base;
    const std::size_t n = s.node_count();
    const std::size_t m = s.relation_count();
    require_size("nodes.flags", r.node_flags, n);
    require_size("nodes.b1", r.node_bounds.b1, n);
    require_size("nodes.b2", r.node_bounds.b2, n);
    require_size("nodes.e1", r.node_bounds.e1, n);
    require_size("nodes.e2", r.node_bounds.e2, n);
    const std::size_t own = r.own.b1.empty() ? 0 : m;
    require_size("relations.own.b1", r.own.b1, own);
    require_size("relations.own.b2", r.own.b2, own);
    require_size("relations.own.e1", r.own.e1, own);
    require_size("relations.own.e2", r.own.e2, own);
    require_size("out.b1", r.b1, m);
    require_size("out.e2", r.e2, m);
    require_size_or_none("out.b2", r.b2, m);
    require_size("out.e1", r.e1, r.b2.size());
    require_size("out.flags", r.flags, m);
    require_size("in.b1", r.in_b1, m);
    require_size("in.e2", r.in_e2, m);
    check_list_sizes("alternatives.offsets", r.alternatives.of);
    const bounds_columns& a = r.alternatives.own;
    require_size("alternatives.b2", a.b2, a.b1.size());
    require_size("alternatives.e1", a.e1, a.b1.size());
    require_size("alternatives.e2", a.e2, a.b1.size());
    check_index_sizes(r.index, r.precise());
}

} // namespace

void check_sizes(const store& s) {
    // Number 0 is the empty text, and "no date".
    if (s.strings.size() == 0) fail_column("strings.offsets", "there is not even the empty text");
    const std::size_t dates = s.dates.text.size();
    if (dates == 0) fail_column("dates.text", "there is not even the date that means none");
    require_size("dates.first", s.dates.first, dates);
    require_size("dates.last", s.dates.last, dates);
    require_size("dates.flags", s.dates.flags, dates);
    if (s.notes.size() % 2 != 0) fail_column("notes", "a key has no text");
    check_source_sizes(s.sources);
    check_graph_sizes(s);
    check_attribute_sizes(s.attributes);
    check_statement_sizes(s.statements);
    check_reading_sizes(s);
}

} // namespace comity::detail
