#pragma once

#include <cstdint>

namespace comity {

/// What is asked of each row: whether it is seen, or also how surely. Asked no more than whether, less is
/// read where dates are imprecise. Since 0.1.
enum class asking : std::uint8_t { whether, how_surely };

} // namespace comity
