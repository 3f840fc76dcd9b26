#pragma once

#include <comity/time/bounds.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

/// From the first to the last of some days; the unbounded ones are not among them.
struct day_span {
    day32 first = unbounded_above;
    day32 last = unbounded_below;

    /// Without a branch, so that the compiler takes several at once.
    void include(day32 d) noexcept {
        first = std::min(first, d == unbounded_below ? unbounded_above : d);
        last = std::max(last, d == unbounded_above ? unbounded_below : d);
    }
    void include(const day_span& other) noexcept {
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
    /// How many days it has.
    [[nodiscard]] std::size_t length() const noexcept {
        return first > last ? 0 : static_cast<std::size_t>(std::int64_t{last} - first) + 1;
    }
};

} // namespace comity::detail
