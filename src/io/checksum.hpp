#pragma once

#include "pulse.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

/// XXH3, 64 bits, seed 0. O(bytes).
[[nodiscard]] std::uint64_t checksum_of(std::span<const std::byte> bytes) noexcept;

/// The same of as many bytes as may have to come from a disk: it looks at `beat` now and then.
[[nodiscard]] std::uint64_t checksum_of(std::span<const std::byte> bytes, pulse& beat);

} // namespace comity::detail
