#pragma once

#include <cstdint>
#include <limits>

namespace comity::detail {

/// Days from one count of days to another: as many as 64 bits can hold, where they are more. For comparing;
/// the operator of days throws.
[[nodiscard]] constexpr std::int64_t days_apart(std::int64_t from, std::int64_t to) noexcept {
    using limits = std::numeric_limits<std::int64_t>;
    if (from < 0 && to > limits::max() + from) return limits::max();
    if (from > 0 && to < limits::min() + from) return limits::min();
    return to - from;
}

} // namespace comity::detail
