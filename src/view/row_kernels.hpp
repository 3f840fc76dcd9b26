#pragma once

#include "view/row_bits.hpp"

#include <comity/time/bounds.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

// What is done to rows that lie together, many at a time. Which of them are meant is said in words of
// sixty-four bits, the lowest of the first word for the first row; bits beyond the last row mean nothing.

/// How many words say it of so many rows.
[[nodiscard]] constexpr std::size_t words_of(std::size_t rows) noexcept {
    return (rows + rows_a_word - 1) / rows_a_word;
}

/// What a time selector asks of what begins and ends: that it has begun by one day and not ended before
/// another.
struct day_limits {
    day32 last_begin = unbounded_above;
    day32 first_end = unbounded_below;
    friend bool operator==(const day_limits&, const day_limits&) = default;
};

/// The same work done as one kind of processor does it fastest: whichever does it, what comes of it is the
/// same.
struct row_kernels {
    /// The rows that keep to the limits and, unless they may be `inverted`, do not end before they begin.
    void (*within)(const day_limits& limits, bool inverted, const day32* begins, const day32* ends,
                   std::size_t count, std::uint64_t* rows) noexcept;
    /// The rows of one of these types.
    void (*of_types)(std::span<const std::uint16_t> wanted, const std::uint16_t* types, std::size_t count,
                     std::uint64_t* rows) noexcept;
    /// The rows that have none of the flags of `mask`.
    void (*without)(std::uint8_t mask, const std::uint8_t* flags, std::size_t count,
                    std::uint64_t* rows) noexcept;
    /// Puts the values of those of `count` rows that have a bit one after the other, and says how many they
    /// are. There must be room for `count` of them.
    std::size_t (*keep)(const std::uint64_t* rows, const std::uint32_t* values, std::size_t count,
                        std::uint32_t* kept) noexcept;
    /// The same of their numbers, of which `first` is that of the first row.
    std::size_t (*number)(const std::uint64_t* rows, std::uint32_t first, std::size_t count,
                          std::uint32_t* kept) noexcept;
};

/// By SSE2, and AVX2 where there is that; row by row on other processors.
extern const row_kernels kernels_for_all;
/// By AVX-512; null where the processor, or the compiler, has none.
[[nodiscard]] const row_kernels* kernels_for_avx512() noexcept;

/// Those for the processor at hand.
[[nodiscard]] inline const row_kernels& kernels_here() noexcept {
    const row_kernels* const wide = kernels_for_avx512();
    return wide != nullptr ? *wide : kernels_for_all;
}

} // namespace comity::detail
