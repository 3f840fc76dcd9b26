#include "history/day_grid.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace comity::detail {

std::optional<day_grid> day_grid::over(std::span<const day32> begins, std::span<const day32> ends,
                                       std::span<const std::uint16_t> types) {
    day32 first = unbounded_above;
    day32 last = unbounded_below;
    for (const auto column : {begins, ends})
        for (const day32 d : column) {
            // Without a branch: the unbounded days neither come before all others nor after them.
            first = std::min(first, d == unbounded_below ? unbounded_above : d);
            last = std::max(last, d == unbounded_above ? unbounded_below : d);
        }
    std::size_t days = 2;
    if (first <= last) days += static_cast<std::size_t>(std::int64_t{last} - first) + 1;
    std::uint16_t least = 0xffff;
    std::uint16_t most = 0;
    for (const std::uint16_t t : types) {
        least = std::min(least, t);
        most = std::max(most, t);
    }
    if (least > most) return std::nullopt;
    const std::size_t count = std::size_t{most} - least + 1;
    if (days > 2 * types.size() / count) return std::nullopt;
    return day_grid(first, days, least, count);
}

std::uint32_t day_grid::rows_on(std::size_t bucket) const noexcept {
    const auto cells = cells_.begin() + static_cast<std::ptrdiff_t>(bucket * types_);
    return std::accumulate(cells, cells + static_cast<std::ptrdiff_t>(types_), std::uint32_t{0});
}

void day_grid::begin_order() noexcept {
    std::exclusive_scan(cells_.begin(), cells_.end(), cells_.begin(), std::uint32_t{0});
}

day_counts day_grid::counts() const {
    growing<day32> days;
    growing<std::uint32_t> counts;
    std::uint32_t so_far = 0;
    for (std::size_t bucket = 0; bucket < days_; ++bucket) {
        const std::uint32_t rows = rows_on(bucket);
        if (rows == 0) continue;
        days.push_back(day_of(bucket));
        counts.push_back(so_far += rows);
    }
    return {std::move(days), std::move(counts)};
}

typed_day_counts day_grid::typed_counts() const {
    growing<std::uint32_t> offsets;
    growing<day32> days;
    growing<std::uint32_t> counts;
    for (std::size_t type = 0; type < types_; ++type) {
        const auto first = static_cast<std::uint32_t>(days.size());
        std::uint32_t so_far = 0;
        for (std::size_t bucket = 0; bucket < days_; ++bucket) {
            const std::uint32_t rows = cells_[bucket * types_ + type];
            if (rows == 0) continue;
            days.push_back(day_of(bucket));
            counts.push_back(so_far += rows);
        }
        // Types without rows get a list only before one that has some.
        if (so_far != 0) offsets.resize(least_ + type + 1, first);
    }
    offsets.push_back(static_cast<std::uint32_t>(days.size()));
    return {std::move(offsets), std::move(days), std::move(counts)};
}

} // namespace comity::detail
