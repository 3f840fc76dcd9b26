#pragma once

#include "pulse.hpp"

#include <algorithm>
#include <cstddef>

namespace comity::detail {

/// Rows that are worked on before it is asked whether to go on: too many for that to be felt.
inline constexpr std::size_t rows_a_block = std::size_t{1} << 14;

/// Calls `work(first, last)` for one block of these rows after the other.
template <class Work>
void in_blocks(std::size_t first, std::size_t last, pulse& beat, Work&& work) {
    while (first < last) {
        const std::size_t end = first + std::min(rows_a_block, last - first);
        beat.look();
        work(first, end);
        first = end;
    }
}

} // namespace comity::detail
