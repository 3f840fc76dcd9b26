#include "history/grid_index.hpp"
#include "history/reading.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace comity::detail {
namespace {

void split(const reading_columns& r, std::size_t first, std::size_t last, time_places& p) {
    for (auto i = static_cast<std::uint32_t>(first); i < last; ++i) {
        const bounds b = r.effective(i);
        if (!time_index::covers(r.flags[i], b))
            p.others.push_back(i);
        else if (b.e2 == unbounded_above)
            p.open.push_back(i);
        else if (b.b1 == b.e2)
            p.one_day.push_back(i);
        else
            p.bounded.push_back(i);
    }
}

time_places split(const reading_columns& r, pulse& beat) {
    std::array<time_places, 2> halves;
    const std::size_t rows = r.b1.size();
    in_halves(rows, beat, [&](std::size_t half, std::size_t first, std::size_t last) {
        halves[half].one_day.reserve(half == 0 ? rows : rows - rows / 2); // most of them, or none
        split(r, first, last, halves[half]);
    });
    for (const auto list :
         {&time_places::one_day, &time_places::bounded, &time_places::open, &time_places::others}) {
        const growing<std::uint32_t>& second = halves[1].*list;
        (halves[0].*list).insert((halves[0].*list).end(), second.begin(), second.end());
    }
    return std::move(halves[0]);
}

void index_days(const growing<std::uint32_t>& one_day, const reading_columns& r, time_index& index) {
    growing<day32> days;
    growing<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i < one_day.size(); ++i) {
        const day32 day = r.b1[one_day[i]];
        if (!days.empty() && days.back() == day) continue;
        days.push_back(day);
        offsets.push_back(i);
    }
    offsets.push_back(static_cast<std::uint32_t>(one_day.size()));
    index.days = std::move(days);
    index.day_offsets = std::move(offsets);
}

void index_blocks(const growing<std::uint32_t>& bounded, const reading_columns& r, time_index& index) {
    growing<day32> last;
    for (std::size_t i = 0; i < bounded.size(); ++i) {
        if (i % time_index::block == 0) last.push_back(unbounded_below);
        last.back() = std::max(last.back(), r.e2[bounded[i]]);
    }
    index.block_last = std::move(last);
}

/// How many of a column's days lie at or before each, of all rows and of those of each type; `places` are in
/// the order of those days.
day_counts counts_of(std::span<const day32> column, const growing<std::uint32_t>& places) {
    growing<day32> days;
    growing<std::uint32_t> counts;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const day32 day = column[places[i]];
        if (i + 1 < places.size() && column[places[i + 1]] == day) continue;
        days.push_back(day);
        counts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return {std::move(days), std::move(counts)};
}

/// The same for each type; `places` are in the order of types, then of those days.
typed_day_counts typed_counts_of(std::span<const day32> column, std::span<const std::uint16_t> types,
                                 const growing<std::uint32_t>& places) {
    growing<std::uint32_t> offsets;
    growing<day32> days;
    growing<std::uint32_t> counts;
    std::size_t first = 0; // place of the type at hand
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::uint16_t type = types[places[i]];
        while (offsets.size() <= type) {
            offsets.push_back(static_cast<std::uint32_t>(days.size()));
            first = i;
        }
        const day32 day = column[places[i]];
        const bool same_again =
            i + 1 < places.size() && column[places[i + 1]] == day && types[places[i + 1]] == type;
        if (same_again) continue;
        days.push_back(day);
        counts.push_back(static_cast<std::uint32_t>(i + 1 - first));
    }
    offsets.push_back(static_cast<std::uint32_t>(days.size()));
    return {std::move(offsets), std::move(days), std::move(counts)};
}

void count_column(std::span<const day32> column, std::span<const std::uint16_t> types,
                  growing<std::uint32_t> places, day_counts& all, typed_day_counts& typed, pulse& beat) {
    places = sorted_by_day(column, std::move(places), beat);
    all = counts_of(column, places);
    typed = typed_counts_of(column, types, sorted_by(types, std::move(places), beat));
}

void index_counts(const reading_columns& r, std::span<const std::uint16_t> types, time_index& index,
                  pulse& beat) {
    growing<std::uint32_t> counted, sure;
    for (std::uint32_t i = 0; i < r.b1.size(); ++i) {
        const bounds b = r.effective(i);
        if (!time_index::covers(r.flags[i], b)) continue;
        counted.push_back(i);
        if (!r.precise() && b.b2 <= b.e1) sure.push_back(i);
    }
    if (!r.precise()) {
        count_column(r.b2.span(), types, counted, index.late_begins, index.typed_late_begins, beat);
        count_column(r.b2.span(), types, sure, index.sure_begins, index.typed_sure_begins, beat);
        count_column(r.e1.span(), types, std::move(sure), index.sure_ends, index.typed_sure_ends, beat);
    }
    count_column(r.b1.span(), types, counted, index.begins, index.typed_begins, beat);
    if (std::equal(r.b1.begin(), r.b1.end(), r.e2.begin())) { // acts alone
        index.ends = index.begins;
        index.typed_ends = index.typed_begins;
    } else {
        count_column(r.e2.span(), types, std::move(counted), index.ends, index.typed_ends, beat);
    }
}

void sort_lasting(time_places& p, const reading_columns& r, pulse& beat) {
    for (growing<std::uint32_t>* list : {&p.bounded, &p.open})
        *list = sorted_by_day(r.b1.span(), std::move(*list), beat);
}

void index_by_sorting(time_places& p, const reading_columns& r, std::span<const std::uint16_t> types,
                      time_index& index, pulse& beat) {
    const auto order = [&] {
        p.one_day = sorted_by(types, std::move(p.one_day), beat); // within a day the types lie together
        p.one_day = sorted_by_day(r.b1.span(), std::move(p.one_day), beat);
        index_days(p.one_day, r, index);
        sort_lasting(p, r, beat);
    };
    side_by_side(r.b1.size(), order, [&] { index_counts(r, types, index, beat); });
}

} // namespace

time_index index_of(const reading_columns& r, std::span<const std::uint16_t> types, pulse& beat) {
    time_index index;
    time_places p = split(r, beat);
    std::optional<day_grid> grid;
    if (!r.precise())
        grid = day_grid::over({r.b1.span(), r.b2.span(), r.e1.span(), r.e2.span()}, types, beat);
    else if (!p.bounded.empty() || !p.open.empty())
        grid = day_grid::over({r.b1.span(), r.e2.span()}, types, beat);
    else // all that is counted ends on the day on which it begins
        grid = day_grid::over({r.b1.span()}, types, beat);
    if (grid)
        index_by_grid(p, r, types, *grid, index, beat);
    else
        index_by_sorting(p, r, types, index, beat);
    index_blocks(p.bounded, r, index);
    index.one_day = std::move(p.one_day);
    index.bounded = std::move(p.bounded);
    index.open = std::move(p.open);
    index.others = std::move(p.others);
    return index;
}

} // namespace comity::detail
