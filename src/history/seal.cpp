#include "history/seal.hpp"

#include "history/reading.hpp"

#include <memory>
#include <utility>

namespace comity::detail {

sparse_lists lists_of(std::span<const std::uint32_t> sorted_keys) {
    growing<std::uint32_t> keys, offsets;
    for (std::size_t i = 0; i < sorted_keys.size(); ++i) {
        if (i != 0 && sorted_keys[i] == sorted_keys[i - 1]) continue;
        keys.push_back(sorted_keys[i]);
        offsets.push_back(static_cast<std::uint32_t>(i));
    }
    if (!keys.empty()) offsets.push_back(static_cast<std::uint32_t>(sorted_keys.size()));
    return {std::move(keys), std::move(offsets)};
}

namespace {

void seal_nodes(draft& d, store& s) {
    s.nodes.id = std::move(d.nodes.id);
    s.nodes.slots = std::move(d.nodes.index).seal();
    s.nodes.kind = std::move(d.nodes.kind);
    s.nodes.begin = std::move(d.nodes.begin);
    s.nodes.end = std::move(d.nodes.end);
}

void seal_relations(draft& d, store& s) {
    if (!d.relations.id.empty()) d.relations.id.resize(d.relation_count(), 0);
    s.relations.id = std::move(d.relations.id);
    s.relations.slots = std::move(d.relations.index).seal();
    s.relations.begin = std::move(d.relations.begin);
    s.relations.end = std::move(d.relations.end);
}

void seal_notes(draft& d, store& s) {
    growing<string_id> notes;
    for (const auto& [key, value] : d.notes) {
        notes.push_back(d.strings.intern(key));
        notes.push_back(d.strings.intern(value));
    }
    s.notes = std::move(notes);
}

} // namespace

store_ptr seal(draft&& d, pulse& beat) {
    auto s = std::make_shared<store>();
    seal_notes(d, *s);
    seal_sources(d, *s);
    seal_statements(d, *s, beat);
    beat();
    seal_nodes(d, *s);
    seal_relations(d, *s);
    s->dates = std::move(d.dates).seal();
    s->strings = std::move(d.strings).seal();
    s->schema = std::move(d.schema);

    const relation_ends ends{d.relations.from, d.relations.to, d.relations.type};
    settled own = settle(*s, ends, reading_rule(*s, {}), beat);
    const std::optional<settled_rows> cut = effective(ends, own, beat);
    beat();
    seal_adjacency(d, cut ? cut->b1 : own.relations.b1, *s, beat);
    beat();
    s->base = lay_out(*s, std::move(own), cut, beat);
    beat();
    return s;
}

} // namespace comity::detail
