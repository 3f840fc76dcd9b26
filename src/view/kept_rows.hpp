#pragma once

#include "view/row_kernels.hpp"

#include <comity/time/truth.hpp>

#include <cstddef>
#include <cstdint>

namespace comity::detail {

/// Puts the values of those of `count` rows that have a bit in `rows` one after the other, and says how many
/// they are. There must be room for `count` of them. O(count / 16).
inline std::size_t keep_rows(const std::uint64_t* rows, const std::uint32_t* values, std::size_t count,
                             std::uint32_t* kept) noexcept {
    return kernels_here().keep(rows, values, count, kept);
}
inline std::size_t keep_rows(const std::uint64_t* rows, const std::int32_t* values, std::size_t count,
                             std::int32_t* kept) noexcept {
    return keep_rows(rows, reinterpret_cast<const std::uint32_t*>(values), count,
                     reinterpret_cast<std::uint32_t*>(kept));
}

/// The same of their numbers, of which `first` is that of the first row.
inline std::size_t number_rows(const std::uint64_t* rows, std::uint32_t first, std::size_t count,
                               std::uint32_t* kept) noexcept {
    return kernels_here().number(rows, first, count, kept);
}

/// The same of how surely each of `possible` is there.
std::size_t keep_truths(const std::uint64_t* possible, const std::uint64_t* certain, std::size_t count,
                        truth* kept) noexcept;

/// Puts at the end of a column what `keep(to)` keeps of `count` rows, of which it says how many they are.
template <class Column, class Keep>
void append_kept(Column& column, std::size_t count, Keep&& keep) {
    const std::size_t before = column.size();
    column.resize(before + count);
    column.resize(before + keep(column.data() + before));
}

} // namespace comity::detail
