#pragma once

#include "history/store.hpp"

#include <type_traits>

namespace comity::detail {

/// Sparse lists: keys, then offsets.
template <class Visit, class Lists>
void visit_lists(Visit&& visit, const char* keys, const char* offsets, Lists& lists) {
    visit(keys, lists.keys);
    visit(offsets, lists.offsets);
}

template <class Visit, class Index>
void visit_index(Visit&& visit, Index& index) {
    visit("index.days", index.days);
    visit("index.day-offsets", index.day_offsets);
    visit("index.one-day", index.one_day);
    visit("index.bounded", index.bounded);
    visit("index.block-last", index.block_last);
    visit("index.open", index.open);
    visit("index.others", index.others);
    const auto counts = [&visit](const char* days, const char* values, auto& c) {
        visit(days, c.days);
        visit(values, c.counts);
    };
    counts("index.begins.days", "index.begins", index.begins);
    counts("index.ends.days", "index.ends", index.ends);
    counts("index.late-begins.days", "index.late-begins", index.late_begins);
    counts("index.sure-begins.days", "index.sure-begins", index.sure_begins);
    counts("index.sure-ends.days", "index.sure-ends", index.sure_ends);
    const auto typed = [&visit](const char* offsets, const char* days, const char* values, auto& c) {
        visit(offsets, c.offsets);
        visit(days, c.days);
        visit(values, c.counts);
    };
    typed("typed.begins.offsets", "typed.begins.days", "typed.begins", index.typed_begins);
    typed("typed.ends.offsets", "typed.ends.days", "typed.ends", index.typed_ends);
    typed("typed.late-begins.offsets", "typed.late-begins.days", "typed.late-begins",
          index.typed_late_begins);
    typed("typed.sure-begins.offsets", "typed.sure-begins.days", "typed.sure-begins",
          index.typed_sure_begins);
    typed("typed.sure-ends.offsets", "typed.sure-ends.days", "typed.sure-ends", index.typed_sure_ends);
}

template <class Reading, class Visit>
requires std::is_same_v<std::remove_const_t<Reading>, reading_columns>
void for_each_column(Reading& r, Visit&& visit) {
    visit("nodes.flags", r.node_flags);
    visit("nodes.b1", r.node_bounds.b1);
    visit("nodes.b2", r.node_bounds.b2);
    visit("nodes.e1", r.node_bounds.e1);
    visit("nodes.e2", r.node_bounds.e2);
    visit("relations.own.b1", r.own.b1);
    visit("relations.own.b2", r.own.b2);
    visit("relations.own.e1", r.own.e1);
    visit("relations.own.e2", r.own.e2);
    visit("out.b1", r.b1);
    visit("out.e2", r.e2);
    visit("out.b2", r.b2);
    visit("out.e1", r.e1);
    visit("out.flags", r.flags);
    visit("in.b1", r.in_b1);
    visit("in.e2", r.in_e2);
    visit_lists(visit, "alternatives.keys", "alternatives.offsets", r.alternatives.of);
    visit("alternatives.b1", r.alternatives.own.b1);
    visit("alternatives.b2", r.alternatives.own.b2);
    visit("alternatives.e1", r.alternatives.own.e1);
    visit("alternatives.e2", r.alternatives.own.e2);
    visit_index(visit, r.index);
}

/// Calls `visit(name, ends, begins)` with the ends that may be the begins, as those of acts are: then they
/// lie in memory once, and archives leave them out.
template <class Reading, class Visit>
requires std::is_same_v<std::remove_const_t<Reading>, reading_columns>
void for_each_column_of_ends(Reading& r, Visit&& visit) {
    visit("out.e2", r.e2, r.b1);
    visit("in.e2", r.in_e2, r.in_b1);
    visit("index.ends.days", r.index.ends.days, r.index.begins.days);
    visit("index.ends", r.index.ends.counts, r.index.begins.counts);
    visit("typed.ends.offsets", r.index.typed_ends.offsets, r.index.typed_begins.offsets);
    visit("typed.ends.days", r.index.typed_ends.days, r.index.typed_begins.days);
    visit("typed.ends", r.index.typed_ends.counts, r.index.typed_begins.counts);
}

template <class Visit, class Columns>
void visit_attributes(Visit&& visit, Columns& attributes) {
    visit_lists(visit, "attributes.keys", "attributes.offsets", attributes.of);
    visit("attributes.subject", attributes.subject);
    visit("attributes.type", attributes.type);
    visit("attributes.value", attributes.value);
    visit("attributes.text", attributes.text);
    visit("attributes.language", attributes.language);
    visit("attributes.unit", attributes.unit);
    visit("attributes.number", attributes.number);
    visit("attributes.bound", attributes.bound);
    visit("attributes.flags", attributes.flags);
    visit("attributes.begin", attributes.begin);
    visit("attributes.end", attributes.end);
}

template <class Visit, class Columns>
void visit_statements(Visit&& visit, Columns& statements) {
    visit_lists(visit, "statements.keys", "statements.offsets", statements.of);
    visit("statements.subject", statements.subject);
    visit("statements.source", statements.source);
    visit("statements.locator", statements.locator);
    visit("statements.quote", statements.quote);
    visit("statements.rule", statements.rule);
    visit("statements.slots", statements.slots);
    visit("statements.flags", statements.flags);
    visit("statements.begin", statements.begin);
    visit("statements.end", statements.end);
    visit("statements.value", statements.value);
}

// The one list of columns: memory(), archives and Arrow go through it, so that a new column is counted, saved
// and exported as soon as it is named here. Names are part of the file format: never renamed, never reused.
template <class Store, class Visit>
requires std::is_same_v<std::remove_const_t<Store>, store>
void for_each_column(Store& s, Visit&& visit) {
    visit("strings.offsets", s.strings.offsets);
    visit("strings.bytes", s.strings.bytes);
    visit("dates.text", s.dates.text);
    visit("dates.first", s.dates.first);
    visit("dates.last", s.dates.last);
    visit("dates.flags", s.dates.flags);
    visit("notes", s.notes);
    const auto texts = [&visit](const char* offsets, const char* values, auto& lists) {
        visit(offsets, lists.offsets);
        visit(values, lists.texts);
    };
    visit("sources.id", s.sources.id);
    visit("sources.kind", s.sources.kind);
    visit("sources.publisher", s.sources.publisher);
    visit("sources.language", s.sources.language);
    visit("sources.uri", s.sources.uri);
    visit("sources.note", s.sources.note);
    visit("sources.date", s.sources.date);
    visit("sources.slots", s.sources.slots);
    texts("sources.titles.offsets", "sources.titles", s.sources.titles);
    texts("sources.authors.offsets", "sources.authors", s.sources.authors);
    texts("sources.derived-from.offsets", "sources.derived-from", s.sources.derived_from);
    texts("sources.coverage.offsets", "sources.coverage", s.sources.coverage);
    visit("sources.statements", s.sources.statements);
    visit("nodes.id", s.nodes.id);
    visit("nodes.slots", s.nodes.slots);
    visit("nodes.kind", s.nodes.kind);
    visit("nodes.begin", s.nodes.begin);
    visit("nodes.end", s.nodes.end);
    visit("relations.id", s.relations.id);
    visit("relations.slots", s.relations.slots);
    visit("relations.begin", s.relations.begin);
    visit("relations.end", s.relations.end);
    visit("relations.place", s.relations.place);
    visit("out.offsets", s.out.offsets);
    visit("out.to", s.out.to);
    visit("out.type", s.out.type);
    visit("out.row", s.out.row);
    visit("in.offsets", s.in.offsets);
    visit("in.from", s.in.from);
    visit("in.place", s.in.place);
    const auto runs = [&visit](const char* offsets, const char* types, const char* firsts, auto& of) {
        visit(offsets, of.offsets);
        visit(types, of.types);
        visit(firsts, of.firsts);
    };
    runs("out.runs.offsets", "out.runs.types", "out.runs", s.out.runs);
    runs("in.runs.offsets", "in.runs.types", "in.runs", s.in.runs);
    visit_attributes(visit, s.attributes);
    visit_statements(visit, s.statements);
    visit_lists(visit, "premises.keys", "premises.offsets", s.statements.premises_of);
    visit("premises", s.statements.premises);
    for_each_column(s.base, visit);
}

} // namespace comity::detail
