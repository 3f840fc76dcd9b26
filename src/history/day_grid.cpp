#include "history/day_grid.hpp"

#include "history/day_span.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace comity::detail {

namespace {

/// A mark for each day of the span that is among these.
void mark_days(const day_span& span, std::span<const day32> days, growing<char>& marks) noexcept {
    for (const day32 d : days)
        if (d != unbounded_below && d != unbounded_above)
            marks[static_cast<std::size_t>(std::int64_t{d} - span.first)] = 1;
}

} // namespace

std::optional<day_grid::day_list> day_grid::days_in(std::initializer_list<std::span<const day32>> columns,
                                                    pulse& beat) {
    const std::size_t rows = columns.begin()->size();
    std::array<day_span, 2> spans;
    in_halves(rows, beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        day_span span = spans[half];
        for (const auto column : columns)
            for (const day32 d : column.subspan(first, last - first)) span.include(d);
        spans[half] = span;
    });
    spans[0].include(spans[1]);
    const day_span all = spans[0];
    const std::size_t length = all.length();
    constexpr std::size_t days_a_row = 8; // more of them take longer to look through than rows to sort
    if (length > days_a_row * rows) return std::nullopt;
    std::array marks{growing<char>(length, 0), growing<char>(length, 0)};
    in_halves(rows, beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        for (const auto column : columns) mark_days(all, column.subspan(first, last - first), marks[half]);
    });
    day_list list{all.first, growing<std::uint32_t>(length), {unbounded_below}};
    for (std::size_t i = 0; i < length; ++i) {
        list.place[i] = static_cast<std::uint32_t>(list.days.size());
        if ((marks[0][i] | marks[1][i]) != 0)
            list.days.push_back(static_cast<day32>(all.first + static_cast<std::int64_t>(i)));
    }
    list.days.push_back(unbounded_above);
    return list;
}

day_grid::type_list day_grid::types_in(std::span<const std::uint16_t> column) {
    const growing<char> occurs = occurring(column);
    type_list list;
    for (std::size_t t = 0; t < occurs.size(); ++t) {
        if (occurs[t] == 0) continue;
        list.place.resize(t + 1, 0);
        list.place[t] = static_cast<std::uint16_t>(list.types.size());
        list.types.push_back(static_cast<std::uint16_t>(t));
    }
    return list;
}

std::optional<day_grid> day_grid::over(std::initializer_list<std::span<const day32>> columns,
                                       std::span<const std::uint16_t> types, pulse& beat) {
    std::optional<day_list> days = days_in(columns, beat);
    type_list met = types_in(types);
    constexpr std::size_t cells_a_row = 4;
    if (!days || days->days.size() * met.types.size() > cells_a_row * types.size()) return std::nullopt;
    return day_grid(*std::move(days), std::move(met));
}

std::uint32_t day_grid::rows_on(std::size_t place) const noexcept {
    const auto count = static_cast<std::ptrdiff_t>(types_->types.size());
    const auto cells = cells_.begin() + static_cast<std::ptrdiff_t>(place) * count;
    return std::accumulate(cells, cells + count, std::uint32_t{0});
}

void day_grid::add(const day_grid& other) noexcept {
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] += other.cells_[i];
}

void day_grid::begin_order(day_grid& first, day_grid& second) noexcept {
    std::uint32_t so_far = 0;
    for (std::size_t i = 0; i < first.cells_.size(); ++i)
        for (day_grid* const grid : {&first, &second}) so_far += std::exchange(grid->cells_[i], so_far);
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
