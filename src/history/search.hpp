#pragma once

#include <algorithm>
#include <cstdint>

namespace comity::detail {

/// A run of places in one of the sealed orders.
struct place_run {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// The first place of a run of which `is_before` is not true. Both halves are as likely, and so the choice
/// between them is made without a branch.
template <class IsBefore>
[[nodiscard]] std::uint32_t first_not_before(place_run run, IsBefore&& is_before) noexcept {
    std::uint32_t size = run.end - run.first;
    while (size != 0) {
        const std::uint32_t half = size / 2;
        run.first = is_before(run.first + half) ? run.first + (size - half) : run.first;
        size = half;
    }
    return run.first;
}

/// The same where it is likely to be near the beginning. O(log of how far it is).
template <class IsBefore>
[[nodiscard]] std::uint32_t first_not_before_nearby(place_run run, IsBefore&& is_before) noexcept {
    std::uint32_t step = 1;
    while (run.end - run.first >= step && is_before(run.first + step - 1)) {
        run.first += step;
        step *= 2;
    }
    return first_not_before({run.first, std::min(run.end - run.first, step - 1) + run.first}, is_before);
}

} // namespace comity::detail
