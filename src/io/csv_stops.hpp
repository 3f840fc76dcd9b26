#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace comity::detail {

/// Walks over the stops of a CSV text: delimiters, line feeds and carriage returns. Looks at a block of 64
/// bytes at once and keeps a bit for each stop in it, so that fields of any length cost the same few steps.
class csv_stops {
public:
    /// A block may begin at the last stop: so many bytes there and behind it must be readable.
    static constexpr std::size_t block_size = 64;

    explicit csv_stops(char delimiter) noexcept : delimiter_(delimiter) {}

    /// Goes to `p`; the next stop is looked for from there on.
    void seek(const char* p) noexcept {
        block_ = p;
        stops_ = stops_in(p);
    }
    /// The next stop, which must be there; then the one behind it is next.
    const char* next() noexcept {
        while (stops_ == 0) seek(block_ + block_size);
        const char* const found = block_ + std::countr_zero(stops_);
        stops_ &= stops_ - 1;
        return found;
    }

private:
    /// A bit for each byte of a block, the first one lowest.
    [[nodiscard]] std::uint64_t stops_in(const char* block) const noexcept {
        std::uint64_t found = 0;
#if defined(__SSE2__)
        constexpr int step = sizeof(__m128i);
        for (int at = 0; at < static_cast<int>(block_size); at += step) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + at));
            const auto equal = [bytes](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
            const __m128i ends = _mm_or_si128(equal('\n'), equal('\r'));
            const int some = _mm_movemask_epi8(_mm_or_si128(equal(delimiter_), ends));
            found |= std::uint64_t{static_cast<std::uint32_t>(some)} << at;
        }
#else
        for (std::size_t at = 0; at < block_size; ++at) {
            const char c = block[at];
            found |= std::uint64_t{c == delimiter_ || c == '\n' || c == '\r'} << at;
        }
#endif
        return found;
    }

    char delimiter_;
    const char* block_ = nullptr;
    std::uint64_t stops_ = 0;
};

} // namespace comity::detail
