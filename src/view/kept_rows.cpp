#include "view/kept_rows.hpp"

#include "vectorised.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace comity::detail {
namespace {

constexpr std::size_t eight = 8; // rows in one step
using eight_numbers = std::array<std::uint32_t, eight>;

/// By which of eight rows are kept, a bit each: which these are, ascending; what follows them means nothing.
constexpr auto kept_of_eight = [] {
    std::array<eight_numbers, 256> kept{};
    for (unsigned rows = 0; rows < kept.size(); ++rows)
        for (unsigned row = 0, size = 0; row < eight; ++row)
            if ((rows >> row & 1u) != 0) kept[rows][size++] = row;
    return kept;
}();

/// The values of the rows that `which` names go to `to`.
inline void put_in_order(const std::uint32_t* values, const eight_numbers& which,
                         std::uint32_t* to) noexcept {
#if defined(__GNUC__) && !defined(__clang__)
    using vector [[gnu::vector_size(sizeof which)]] = std::uint32_t; // of AVX2 it is one instruction
    vector from, order;
    std::memcpy(&from, values, sizeof from);
    std::memcpy(&order, which.data(), sizeof order);
    from = __builtin_shuffle(from, order);
    std::memcpy(to, &from, sizeof from);
#else
    for (std::size_t k = 0; k < eight; ++k) to[k] = values[which[k]];
#endif
}

/// Calls `take(row, some, to)` for each eight rows: those with a bit in `some` are kept, and go to `to`,
/// where there is room for eight. Of rows that are left over, `take_one(row, to)` takes each that is kept.
/// Says how many are.
template <class Value, class Take, class TakeOne>
inline std::size_t keep_by_eight(std::uint64_t rows, std::size_t count, Value* kept, Take&& take,
                                 TakeOne&& take_one) noexcept {
    Value* to = kept;
    std::size_t row = 0;
    for (; row + eight <= count; row += eight) {
        const std::uint64_t some = rows >> row & 0xff;
        take(row, some, to);
        to += std::popcount(some);
    }
    for (; row < count; ++row)
        if ((rows >> row & 1u) != 0) take_one(row, to++);
    return static_cast<std::size_t>(to - kept);
}

COMITY_VECTORISED
std::size_t keep_values(std::uint64_t rows, const std::uint32_t* values, std::size_t count,
                        std::uint32_t* kept) noexcept {
    return keep_by_eight(
        rows, count, kept,
        [values](std::size_t row, std::uint64_t some, std::uint32_t* to) {
            put_in_order(values + row, kept_of_eight[some], to);
        },
        [values](std::size_t row, std::uint32_t* to) { *to = values[row]; });
}

COMITY_VECTORISED
std::size_t keep_numbers(std::uint64_t rows, std::uint32_t first, std::size_t count,
                         std::uint32_t* kept) noexcept {
    return keep_by_eight(
        rows, count, kept,
        [first](std::size_t row, std::uint64_t some, std::uint32_t* to) {
            const std::uint32_t number = first + static_cast<std::uint32_t>(row);
            for (std::size_t k = 0; k < eight; ++k) to[k] = number + kept_of_eight[some][k];
        },
        [first](std::size_t row, std::uint32_t* to) { *to = first + static_cast<std::uint32_t>(row); });
}

constexpr truth truth_of_row(std::uint64_t certain, std::size_t row) noexcept {
    return static_cast<truth>(1 + (certain >> row & 1u));
}

COMITY_VECTORISED
std::size_t keep_truths_of(std::uint64_t possible, std::uint64_t certain, std::size_t count,
                           truth* kept) noexcept {
    return keep_by_eight(
        possible, count, kept,
        [certain](std::size_t row, std::uint64_t some, truth* to) {
            const std::uint64_t sure = certain >> row & 0xff;
            if (sure == some) return static_cast<void>(std::fill_n(to, eight, truth::certain));
            if (sure == 0) return static_cast<void>(std::fill_n(to, eight, truth::possible));
            for (std::size_t k = 0; k < eight; ++k) to[k] = truth_of_row(sure, kept_of_eight[some][k]);
        },
        [certain](std::size_t row, truth* to) { *to = truth_of_row(certain, row); });
}

} // namespace

std::size_t keep_rows(std::uint64_t rows, const std::uint32_t* values, std::size_t count,
                      std::uint32_t* kept) noexcept {
    return keep_values(rows, values, count, kept);
}
std::size_t keep_rows(std::uint64_t rows, const std::int32_t* values, std::size_t count,
                      std::int32_t* kept) noexcept {
    return keep_values(rows, reinterpret_cast<const std::uint32_t*>(values), count,
                       reinterpret_cast<std::uint32_t*>(kept));
}

std::size_t number_rows(std::uint64_t rows, std::uint32_t first, std::size_t count,
                        std::uint32_t* kept) noexcept {
    return keep_numbers(rows, first, count, kept);
}

std::size_t keep_truths(std::uint64_t possible, std::uint64_t certain, std::size_t count,
                        truth* kept) noexcept {
    return keep_truths_of(possible, certain, count, kept);
}

} // namespace comity::detail
