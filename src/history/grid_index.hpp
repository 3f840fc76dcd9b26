#pragma once

#include "history/column.hpp"
#include "history/day_grid.hpp"
#include "history/store.hpp"
#include "pulse.hpp"

#include <cstdint>
#include <span>

namespace comity::detail {

/// Places in `out`, split as time_index has them, but not yet in its order.
struct time_places {
    growing<std::uint32_t> one_day, bounded, open, others;
};

/// Counts the days of a reading and orders its places by them, by a table with a cell for each day and type
/// instead of sorting; `empty` has room for all of them. O(rows + cells).
void index_by_grid(time_places& p, const reading_columns& r, std::span<const std::uint16_t> types,
                   const day_grid& empty, time_index& index, pulse& beat);

} // namespace comity::detail
