#include "view/row_kernels.hpp"

#include <bit>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#define COMITY_AVX512_KERNEL __attribute__((target("avx512f,avx512bw,popcnt")))
#define COMITY_AVX512 __attribute__((target("avx512f,avx512bw,popcnt"), always_inline)) // within a kernel

namespace comity::detail {
namespace {

// Nothing beyond the last row is read or written: what a step has no rows for is masked out.

constexpr std::size_t days_a_step = 16;
constexpr std::size_t types_a_step = 32;

/// The bits of the first of a step's rows, where `count` are left.
template <class Mask>
constexpr Mask rows_left(std::size_t count) noexcept {
    constexpr std::size_t most = 8 * sizeof(Mask);
    return count >= most ? static_cast<Mask>(-1) : static_cast<Mask>(first_rows(count));
}

/// Calls `step(row, at, there)` for each sixteen rows, of which `there` are: `at` is their place in their
/// word. Behind the last step of a word, `end(word)` is called. All are there but in the last steps, which
/// the compiler knows.
template <class Step, class End>
COMITY_AVX512 inline void by_sixteen(std::size_t count, Step&& step, End&& end) noexcept {
    std::size_t row = 0;
    for (; row + rows_a_word <= count; row += rows_a_word) {
        for (std::size_t at = 0; at < rows_a_word; at += days_a_step)
            step(row + at, at, rows_left<__mmask16>(days_a_step));
        end(row / rows_a_word);
    }
    if (row == count) return;
    for (std::size_t at = 0; row + at < count; at += days_a_step)
        step(row + at, at, rows_left<__mmask16>(count - row - at));
    end(row / rows_a_word);
}

COMITY_AVX512_KERNEL
void within_by_sixteen(const day_limits& limits, bool inverted, const day32* begins, const day32* ends,
                       std::size_t count, std::uint64_t* rows) noexcept {
    const __m512i last_begin = _mm512_set1_epi32(limits.last_begin);
    const __m512i first_end = _mm512_set1_epi32(limits.first_end);
    std::uint64_t word = 0;
    by_sixteen(
        count,
        [&](std::size_t row, std::size_t at, __mmask16 there) COMITY_AVX512 {
            const __m512i begin = _mm512_maskz_loadu_epi32(there, begins + row);
            const __m512i end = _mm512_maskz_loadu_epi32(there, ends + row);
            __mmask16 within = _mm512_cmple_epi32_mask(begin, last_begin);
            within = _mm512_mask_cmple_epi32_mask(within, first_end, end);
            if (!inverted) within = _mm512_mask_cmple_epi32_mask(within, begin, end);
            word |= std::uint64_t{within} << at;
        },
        [&](std::size_t at) COMITY_AVX512 {
            rows[at] = word;
            word = 0;
        });
}

COMITY_AVX512_KERNEL
void types_by_thirty_two(std::span<const std::uint16_t> wanted, const std::uint16_t* types, std::size_t count,
                         std::uint64_t* rows) noexcept {
    for (std::size_t row = 0; row < count; row += rows_a_word) {
        std::uint64_t word = 0;
        for (std::size_t at = 0; at < rows_a_word && row + at < count; at += types_a_step) {
            const auto there = rows_left<__mmask32>(count - row - at);
            const __m512i of = _mm512_maskz_loadu_epi16(there, types + row + at);
            __mmask32 found = 0;
            for (const std::uint16_t type : wanted)
                found |= _mm512_cmpeq_epi16_mask(of, _mm512_set1_epi16(static_cast<std::int16_t>(type)));
            word |= std::uint64_t{found} << at;
        }
        rows[row / rows_a_word] = word;
    }
}

COMITY_AVX512_KERNEL
void flags_by_sixty_four(std::uint8_t mask, const std::uint8_t* flags, std::size_t count,
                         std::uint64_t* rows) noexcept {
    const __m512i masks = _mm512_set1_epi8(static_cast<char>(mask));
    for (std::size_t row = 0; row < count; row += rows_a_word) {
        const auto there = rows_left<__mmask64>(count - row);
        rows[row / rows_a_word] = _mm512_testn_epi8_mask(_mm512_maskz_loadu_epi8(there, flags + row), masks);
    }
}

/// Puts the values that `values_at(row, there)` gives of each sixteen rows one after the other. Each step
/// writes as many as it has rows, kept or not, since that is faster than a store that leaves some alone.
template <class ValuesAt>
COMITY_AVX512 inline std::size_t keep_by_sixteen(const std::uint64_t* rows, std::size_t count,
                                                 std::uint32_t* kept, ValuesAt&& values_at) noexcept {
    std::uint32_t* to = kept;
    by_sixteen(
        count,
        [&](std::size_t row, std::size_t at, __mmask16 there) COMITY_AVX512 {
            const auto which = static_cast<__mmask16>(rows[row / rows_a_word] >> at & there);
            _mm512_mask_storeu_epi32(to, there, _mm512_maskz_compress_epi32(which, values_at(row, there)));
            to += std::popcount(which);
        },
        [](std::size_t) {});
    return static_cast<std::size_t>(to - kept);
}

COMITY_AVX512_KERNEL
std::size_t values_by_sixteen(const std::uint64_t* rows, const std::uint32_t* values, std::size_t count,
                              std::uint32_t* kept) noexcept {
    return keep_by_sixteen(rows, count, kept, [values](std::size_t row, __mmask16 there) COMITY_AVX512 {
        return _mm512_maskz_loadu_epi32(there, values + row);
    });
}

COMITY_AVX512_KERNEL
std::size_t numbers_by_sixteen(const std::uint64_t* rows, std::uint32_t first, std::size_t count,
                               std::uint32_t* kept) noexcept {
    const __m512i steps = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    return keep_by_sixteen(rows, count, kept, [&](std::size_t row, __mmask16) COMITY_AVX512 {
        const auto number = static_cast<std::int32_t>(first + static_cast<std::uint32_t>(row));
        return _mm512_add_epi32(_mm512_set1_epi32(number), steps);
    });
}

constexpr row_kernels by_avx512{within_by_sixteen, types_by_thirty_two, flags_by_sixty_four,
                                values_by_sixteen, numbers_by_sixteen};

} // namespace

const row_kernels* kernels_for_avx512() noexcept {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 ? &by_avx512
                                                                                             : nullptr;
}

} // namespace comity::detail

#else

namespace comity::detail {

const row_kernels* kernels_for_avx512() noexcept {
    return nullptr;
}

} // namespace comity::detail

#endif
