#include "history/seal.hpp"

#include <memory>
#include <utility>

namespace comity::detail {

void own_periods::rows::push(const bounds& b, std::uint8_t f) {
    b1.push_back(b.b1);
    b2.push_back(b.b2);
    e1.push_back(b.e1);
    e2.push_back(b.e2);
    flags.push_back(f);
}

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

void seal_nodes(draft& d, own_periods& own, store& s) {
    s.nodes.id = std::move(d.nodes.id);
    s.nodes.slots = std::move(d.nodes.index).seal();
    s.nodes.kind = std::move(d.nodes.kind);
    s.nodes.begin = std::move(d.nodes.begin);
    s.nodes.end = std::move(d.nodes.end);
    s.nodes.flags = std::move(own.nodes.flags);
    s.nodes.own = {std::move(own.nodes.b1), std::move(own.nodes.b2), std::move(own.nodes.e1),
                   std::move(own.nodes.e2)};
    s.alternatives = std::move(own.alternatives);
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

store_ptr seal(draft&& d) {
    auto s = std::make_shared<store>();
    seal_notes(d, *s);
    seal_sources(d, *s);
    seal_statements(d, *s);
    own_periods own = settle_periods(d, *s);
    seal_adjacency(d, own, *s);
    seal_nodes(d, own, *s);
    seal_relations(d, *s);
    seal_index(*s);
    s->dates = std::move(d.dates).seal();
    s->strings = std::move(d.strings).seal();
    s->schema = std::move(d.schema);
    return s;
}

} // namespace comity::detail
