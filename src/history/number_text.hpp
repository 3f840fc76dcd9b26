#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace comity::detail {

/// A number as a reader would write it: 100000, not 1e+05; otherwise the shortest text that gives it back.
[[nodiscard]] inline std::string number_text(double n) {
    if (std::nearbyint(n) == n && std::abs(n) < 1e15) return std::to_string(static_cast<std::int64_t>(n));
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, n).ptr};
}

} // namespace comity::detail
