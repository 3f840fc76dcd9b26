#pragma once

#include "history/draft.hpp"
#include <comity/history/store_ptr.hpp>

namespace comity::detail {

/// Turns a checked draft into sealed columns. O(n log n) in its rows.
[[nodiscard]] store_ptr seal(draft&& d);

/// Bounds and flags of nodes (by number) and relations (by row) as their statements leave them, before the
/// ends of relations have their say.
struct own_periods {
    struct rows {
        growing<day32> b1, b2, e1, e2;
        growing<std::uint8_t> flags;
        void push(const bounds& b, std::uint8_t f);
        [[nodiscard]] bounds operator[](std::size_t i) const noexcept { return {b1[i], b2[i], e1[i], e2[i]}; }
    };
    rows nodes;
    rows relations;
    alternative_columns alternatives;
};

// The steps of sealing, in the order in which seal() takes them.

/// Sorts statements and attributes by what they are about, and settles what each statement speaks of.
void seal_statements(draft& d, store& s);
/// Applies the statements: slots are resolved, disputes marked.
[[nodiscard]] own_periods settle_periods(const draft& d, store& s);
/// Both CSRs, with effective bounds.
void seal_adjacency(const draft& d, own_periods& own, store& s);
/// The time index over `out`.
void seal_index(store& s);
void seal_sources(draft& d, store& s);

/// Sparse lists over rows that are sorted by key.
[[nodiscard]] sparse_lists lists_of(std::span<const std::uint32_t> sorted_keys);

} // namespace comity::detail
