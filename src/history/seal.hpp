#pragma once

#include "history/draft.hpp"

#include <comity/history/store_ptr.hpp>

#include <span>

namespace comity::detail {

/// Turns a checked draft into sealed columns. O(n log n) in its rows.
[[nodiscard]] store_ptr seal(draft&& d);

// The steps of sealing, in the order in which seal() takes them; reading the statements (reading.hpp) comes
// before the last.

void seal_sources(draft& d, store& s);
/// Sorts statements and attributes by what they are about, and settles what each statement speaks of.
void seal_statements(draft& d, store& s);
/// Both CSRs, each list ordered by type and then by `begins`, the effective begin of each row.
void seal_adjacency(const draft& d, std::span<const day32> begins, store& s);

/// Sparse lists over rows that are sorted by key.
[[nodiscard]] sparse_lists lists_of(std::span<const std::uint32_t> sorted_keys);

} // namespace comity::detail
