#pragma once

#include "view/row_bits.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace comity::detail {

// Keeping rows eight at a time, for any processor.

inline constexpr std::size_t eight = 8;
using eight_numbers = std::array<std::uint32_t, eight>;

/// By which of eight rows are kept, a bit each: which these are, ascending; what follows them means nothing.
inline constexpr auto kept_of_eight = [] {
    std::array<eight_numbers, 256> kept{};
    for (unsigned rows = 0; rows < kept.size(); ++rows)
        for (unsigned row = 0, size = 0; row < eight; ++row)
            if ((rows >> row & 1u) != 0) kept[rows][size++] = row;
    return kept;
}();

/// Calls `take(row, which, to)` for each eight of `count` rows: those of them that `which` names go to `to`,
/// where there is room for eight. Of rows that are left over, `take_one(row, to)` takes each that has a bit.
/// Says how many are kept.
template <class Value, class Take, class TakeOne>
inline std::size_t keep_by_eight(const std::uint64_t* rows, std::size_t count, Value* kept, Take&& take,
                                 TakeOne&& take_one) noexcept {
    Value* to = kept;
    std::size_t row = 0;
    for (; row + eight <= count; row += eight) {
        const std::uint64_t some = rows[row / rows_a_word] >> row % rows_a_word & 0xff;
        take(row, kept_of_eight[some], to);
        to += std::popcount(some);
    }
    for (; row < count; ++row)
        if (has_row(rows, row)) take_one(row, to++);
    return static_cast<std::size_t>(to - kept);
}

} // namespace comity::detail
