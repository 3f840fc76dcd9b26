#pragma once

#include "history/draft.hpp"
#include "pulse.hpp"

#include <comity/history/store_ptr.hpp>

#include <cstddef>
#include <span>

namespace comity::detail {

/// Turns a checked draft into sealed columns; after each of the steps it tells `beat`, and within them it
/// looks now and then. O(n log n) in its rows.
[[nodiscard]] store_ptr seal(draft&& d, pulse& beat);
inline constexpr std::size_t steps_of_sealing = 4;

// The steps of sealing, in the order in which seal() takes them; reading the statements (reading.hpp) comes
// before the last.

void seal_sources(draft& d, store& s);
/// Sorts statements and attributes by what they are about, and settles what each statement speaks of.
void seal_statements(draft& d, store& s, pulse& beat);
/// Marks values of one slot that can't all be right: of a type that has one value at a time, for the same
/// time and in the same language, and with nothing that fits both. `by_subject` numbers the values, those of
/// one subject together. O(values, and squared within a subject).
void mark_competing_values(draft& d, std::span<const std::uint32_t> by_subject, pulse& beat);
/// Both CSRs, each list ordered by type and then by `begins`, the effective begin of each row.
void seal_adjacency(const draft& d, std::span<const day32> begins, store& s, pulse& beat);

/// Sparse lists over rows that are sorted by key.
[[nodiscard]] sparse_lists lists_of(std::span<const std::uint32_t> sorted_keys);

} // namespace comity::detail
