#pragma once

#include "history/column.hpp"
#include "in_blocks.hpp"
#include "pulse.hpp"
#include <comity/time/bounds.hpp>

#include <cstdint>
#include <span>

namespace comity::detail {

// Orders of rows, made by counting: linear where std::sort is not, and stable, so that the least significant
// key comes first. All return row numbers. Those of many rows are made on two threads, and look at the pulse
// of whoever wants them.

/// 0, 1, 2 ... n - 1.
[[nodiscard]] growing<std::uint32_t> counted(std::size_t n);

/// Where the rows of each key begin when rows are grouped by key; one more than there are keys. O(n + keys).
[[nodiscard]] growing<std::uint32_t> offsets_by(std::span<const std::uint32_t> keys, std::size_t limit,
                                                pulse& beat);

/// `order` sorted by the key of each row; `offsets` are those of the keys. O(n).
[[nodiscard]] growing<std::uint32_t> sorted_by(std::span<const std::uint32_t> keys,
                                               std::span<const std::uint32_t> offsets,
                                               std::span<const std::uint32_t> order, pulse& beat);

/// `order` sorted by keys of 16 bits. O(n).
[[nodiscard]] growing<std::uint32_t> sorted_by(std::span<const std::uint16_t> keys,
                                               growing<std::uint32_t> order, pulse& beat);

/// `order` sorted by the day of each row. O(n); at once where it is in that order already, in one pass where
/// the days lie close together.
[[nodiscard]] growing<std::uint32_t> sorted_by_day(std::span<const day32> days, growing<std::uint32_t> order,
                                                   pulse& beat);

/// All rows by day: sorted_by_day() of them as they come.
[[nodiscard]] growing<std::uint32_t> rows_by_day(std::span<const day32> days, pulse& beat);

/// Which keys of 16 bits occur, by key. O(n + 2^16).
[[nodiscard]] growing<char> occurring(std::span<const std::uint16_t> keys);

/// The values in that order.
template <class T>
[[nodiscard]] growing<T> in_order(std::span<const T> values, std::span<const std::uint32_t> order,
                                  pulse& beat) {
    growing<T> result(order.size());
    in_blocks(0, order.size(), beat, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) result[i] = values[order[i]];
    });
    return result;
}

} // namespace comity::detail
