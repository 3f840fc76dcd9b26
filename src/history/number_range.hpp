#pragma once

#include <comity/history/records.hpp>

#include <algorithm>
#include <limits>

namespace comity::detail {

/// The numbers that a bounded one leaves possible. How near `about` must be to be near enough, nobody says:
/// it is taken as exact.
struct number_range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool without_low = false;
    bool without_high = false;

    number_range(number_bound bound, double number) noexcept
        : without_low(bound == number_bound::more_than), without_high(bound == number_bound::less_than) {
        if (bound != number_bound::at_most && !without_high) low = number;
        if (bound != number_bound::at_least && !without_low) high = number;
    }
};

/// Whether some number is in both.
[[nodiscard]] inline bool share_a_number(const number_range& a, const number_range& b) noexcept {
    const double low = std::max(a.low, b.low);
    const double high = std::min(a.high, b.high);
    if (low != high) return low < high;
    const auto leaves_out = [low](const number_range& r) {
        return (r.without_low && r.low == low) || (r.without_high && r.high == low);
    };
    return !leaves_out(a) && !leaves_out(b);
}

} // namespace comity::detail
