#include "io/checksum.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace comity::detail {

std::uint64_t checksum_of(std::span<const std::byte> bytes) noexcept {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t checksum_of(std::span<const std::byte> bytes, pulse& beat) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    if (bytes.size() <= piece) return checksum_of(bytes);
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(piece, bytes.size()))) {
        beat.look();
        XXH3_64bits_update(&state, bytes.data(), std::min(piece, bytes.size()));
    }
    return XXH3_64bits_digest(&state);
}

} // namespace comity::detail
