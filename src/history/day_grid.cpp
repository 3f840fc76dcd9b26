#include "history/day_grid.hpp"

#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace comity::detail {

std::optional<day_grid::day_list> day_grid::days_in(std::initializer_list<std::span<const day32>> columns) {
    day32 first = unbounded_above;
    day32 last = unbounded_below;
    std::size_t rows = 0;
    for (const auto column : columns) {
        rows = std::max(rows, column.size());
        for (const day32 d : column) {
            // Without a branch: the unbounded days neither come before all others nor after them.
            first = std::min(first, d == unbounded_below ? unbounded_above : d);
            last = std::max(last, d == unbounded_above ? unbounded_below : d);
        }
    }
    const std::size_t length = first > last ? 0 : static_cast<std::size_t>(std::int64_t{last} - first) + 1;
    constexpr std::size_t days_a_row = 8; // more of them take longer to look through than rows to sort
    if (length > days_a_row * rows) return std::nullopt;
    growing<char> occurs(length, 0);
    for (const auto column : columns)
        for (const day32 d : column)
            if (d != unbounded_below && d != unbounded_above)
                occurs[static_cast<std::size_t>(std::int64_t{d} - first)] = 1;
    day_list list{first, growing<std::uint32_t>(length), {unbounded_below}};
    for (std::size_t i = 0; i < length; ++i) {
        list.place[i] = static_cast<std::uint32_t>(list.days.size());
        if (occurs[i] != 0) list.days.push_back(static_cast<day32>(first + static_cast<std::int64_t>(i)));
    }
    list.days.push_back(unbounded_above);
    return list;
}

day_grid::type_list day_grid::types_in(std::span<const std::uint16_t> column) {
    const growing<char> occurs = occurring(column);
    type_list list;
    for (std::size_t t = 0; t < occurs.size(); ++t) {
        if (occurs[t] == 0) continue;
        list.place.resize(t + 1);
        list.place[t] = static_cast<std::uint16_t>(list.types.size());
        list.types.push_back(static_cast<std::uint16_t>(t));
    }
    return list;
}

std::optional<day_grid> day_grid::over(std::initializer_list<std::span<const day32>> columns,
                                       std::span<const std::uint16_t> types) {
    type_list met;
    std::optional<day_list> days;
    side_by_side(
        types.size(), [&] { met = types_in(types); }, [&] { days = days_in(columns); });
    constexpr std::size_t cells_a_row = 4;
    if (!days || days->days.size() * met.types.size() > cells_a_row * types.size()) return std::nullopt;
    return day_grid(*std::move(days), std::move(met));
}

std::uint32_t day_grid::rows_on(std::size_t place) const noexcept {
    const auto count = static_cast<std::ptrdiff_t>(types_->types.size());
    const auto cells = cells_.begin() + static_cast<std::ptrdiff_t>(place) * count;
    return std::accumulate(cells, cells + count, std::uint32_t{0});
}

void day_grid::begin_order() noexcept {
    std::exclusive_scan(cells_.begin(), cells_.end(), cells_.begin(), std::uint32_t{0});
}

day_counts day_grid::counts() const {
    growing<day32> days;
    growing<std::uint32_t> counts;
    std::uint32_t so_far = 0;
    for (std::size_t place = 0; place < days_->days.size(); ++place) {
        const std::uint32_t rows = rows_on(place);
        if (rows == 0) continue;
        days.push_back(days_->days[place]);
        counts.push_back(so_far += rows);
    }
    return {std::move(days), std::move(counts)};
}

typed_day_counts day_grid::typed_counts() const {
    growing<std::uint32_t> offsets;
    growing<day32> days;
    growing<std::uint32_t> counts;
    const std::size_t types = types_->types.size();
    for (std::size_t type = 0; type < types; ++type) {
        const auto first = static_cast<std::uint32_t>(days.size());
        std::uint32_t so_far = 0;
        for (std::size_t place = 0; place < days_->days.size(); ++place) {
            const std::uint32_t rows = cells_[place * types + type];
            if (rows == 0) continue;
            days.push_back(days_->days[place]);
            counts.push_back(so_far += rows);
        }
        // Types without rows get a list only before one that has some.
        if (so_far != 0) offsets.resize(std::size_t{types_->types[type]} + 1, first);
    }
    offsets.push_back(static_cast<std::uint32_t>(days.size()));
    return {std::move(offsets), std::move(days), std::move(counts)};
}

} // namespace comity::detail
