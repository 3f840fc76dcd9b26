#pragma once

#include <comity/time/bounds.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace comity::detail {

// Tests of rows that lie together. An answer has a bit for each row, the lowest for the first, so that
// answers are joined and counted sixty-four rows at a time. Where the processor can, sixteen are tested in
// one step, and those that are left one by one; `Count` is std::size_t, or a number that the compiler knows.

/// As many rows as an answer has bits.
inline constexpr std::size_t rows_a_word = 64;
/// As many rows as one step tests.
inline constexpr std::size_t rows_a_step = 16;

/// The bits of the first rows, sixty-four at most.
[[nodiscard]] constexpr std::uint64_t first_rows(std::size_t count) noexcept {
    return count == 0 ? 0 : ~std::uint64_t{0} >> (rows_a_word - count);
}

/// Whether a row has a bit in such words, one behind the other.
[[nodiscard]] constexpr bool has_row(const std::uint64_t* rows, std::size_t row) noexcept {
    return (rows[row / rows_a_word] >> row % rows_a_word & 1u) != 0;
}

/// As many rows as whole steps test.
[[nodiscard]] constexpr std::size_t whole_steps(std::size_t count) noexcept {
    return count - count % rows_a_step;
}

/// A day for each row.
struct own_day {
    const day32* days;
    [[nodiscard]] day32 at(std::size_t row) const noexcept { return days[row]; }
#if defined(__SSE2__)
    [[nodiscard]] __m128i four_at(std::size_t row) const noexcept {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(days + row));
    }
#endif
};

/// The same day for all of them.
struct same_day {
    day32 day;
    [[nodiscard]] day32 at(std::size_t) const noexcept { return day; }
#if defined(__SSE2__)
    [[nodiscard]] __m128i four_at(std::size_t) const noexcept {
        return _mm_set1_epi32(day);
    }
#endif
};

#if defined(__SSE2__)
/// The bits of sixteen rows, each of which is a byte with all bits set or none.
[[nodiscard]] inline std::uint64_t bits_of_step(__m128i rows) noexcept {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(rows));
}
#endif

/// The rows whose `a` lies after their `b`: each own_day or same_day.
template <class A, class B, class Count>
[[nodiscard]] std::uint64_t rows_after(A a, B b, Count count) noexcept {
    std::uint64_t bits = 0;
    std::size_t row = 0;
#if defined(__SSE2__)
    const auto four = [&](std::size_t from) { return _mm_cmpgt_epi32(a.four_at(from), b.four_at(from)); };
    for (const std::size_t steps = whole_steps(count); row < steps; row += rows_a_step) {
        const __m128i low = _mm_packs_epi32(four(row), four(row + 4));
        const __m128i high = _mm_packs_epi32(four(row + 8), four(row + 12));
        bits |= bits_of_step(_mm_packs_epi16(low, high)) << row;
    }
#endif
    for (; row < count; ++row) bits |= std::uint64_t{a.at(row) > b.at(row)} << row;
    return bits;
}

/// The rows of that type.
template <class Count>
[[nodiscard]] std::uint64_t rows_of_type(const std::uint16_t* types, std::uint16_t type,
                                         Count count) noexcept {
    std::uint64_t bits = 0;
    std::size_t row = 0;
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi16(static_cast<std::int16_t>(type));
    const auto eight = [&](std::size_t from) {
        return _mm_cmpeq_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(types + from)), wanted);
    };
    for (const std::size_t steps = whole_steps(count); row < steps; row += rows_a_step)
        bits |= bits_of_step(_mm_packs_epi16(eight(row), eight(row + 8))) << row;
#endif
    for (; row < count; ++row) bits |= std::uint64_t{types[row] == type} << row;
    return bits;
}

/// The rows that have none of the flags of `mask`.
template <class Count>
[[nodiscard]] std::uint64_t rows_without(const std::uint8_t* flags, std::uint8_t mask, Count count) noexcept {
    std::uint64_t bits = 0;
    std::size_t row = 0;
#if defined(__SSE2__)
    const __m128i masks = _mm_set1_epi8(static_cast<char>(mask));
    for (const std::size_t steps = whole_steps(count); row < steps; row += rows_a_step) {
        const __m128i own = _mm_loadu_si128(reinterpret_cast<const __m128i*>(flags + row));
        bits |= bits_of_step(_mm_cmpeq_epi8(_mm_and_si128(own, masks), _mm_setzero_si128())) << row;
    }
#endif
    for (; row < count; ++row) bits |= std::uint64_t{(flags[row] & mask) == 0} << row;
    return bits;
}

/// The bits that `test(all)` gives of `count` rows from `first` on, sixty-four at most, where there are
/// `rows` in all. `all` is a number of rows that the compiler knows, wherever there are so many: testing more
/// than is asked for takes less than a loop whose end can't be foreseen.
template <class Test>
[[nodiscard]] std::uint64_t bits_of_few(std::uint32_t first, std::size_t count, std::size_t rows,
                                        Test&& test) noexcept {
    using a_step = std::integral_constant<std::size_t, rows_a_step>;
    using a_word = std::integral_constant<std::size_t, rows_a_word>;
    const std::size_t there = rows - first;
    if (count <= a_step() && there >= a_step()) return test(a_step()) & first_rows(count);
    if (there >= a_word()) return test(a_word()) & first_rows(count);
    return test(count);
}

} // namespace comity::detail
