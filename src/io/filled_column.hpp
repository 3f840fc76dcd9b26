#pragma once

#include "in_blocks.hpp"
#include "pulse.hpp"

#include <comity/history/detail/growing.hpp>

#include <cstddef>

namespace comity::detail {

/// A column of `at(row)` for so many rows, of each of which the pulse hears.
template <class T, class At>
[[nodiscard]] growing<T> filled_column(std::size_t rows, pulse& beat, At&& at) {
    growing<T> column(rows);
    in_blocks(0, rows, beat, [&](std::size_t first, std::size_t end) {
        for (std::size_t row = first; row < end; ++row) column[row] = at(row);
        beat.advance(end - first);
    });
    return column;
}

} // namespace comity::detail
