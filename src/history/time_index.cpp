#include "history/reading.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

day_counts counts_of(growing<day32> values) {
    sort_days(values);
    growing<day32> days;
    growing<std::uint32_t> counts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i + 1 < values.size() && values[i + 1] == values[i]) continue;
        days.push_back(values[i]);
        counts.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return {std::move(days), std::move(counts)};
}

/// Reported, possible on one range of days, and on at least one day.
bool countable(std::uint8_t flags, const bounds& b) {
    return (flags & (flag::modality_mask | flag::inexact | flag::denied)) == 0 && !b.inverted();
}

struct places {
    growing<std::uint32_t> one_day, bounded, open, others;
};

places split(const reading_columns& r) {
    places p;
    for (std::uint32_t i = 0; i < r.b1.size(); ++i) {
        const bounds b = r.effective(i);
        if (!countable(r.flags[i], b))
            p.others.push_back(i);
        else if (b.e2 == unbounded_above)
            p.open.push_back(i);
        else if (b.b1 == b.e2)
            p.one_day.push_back(i);
        else
            p.bounded.push_back(i);
    }
    for (growing<std::uint32_t>* list : {&p.one_day, &p.bounded, &p.open})
        *list = sorted_by_day(r.b1.span(), std::move(*list));
    return p;
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

void index_counts(const reading_columns& r, time_index& index) {
    growing<day32> begins, ends, late_begins, sure_begins, sure_ends;
    const bool precise = r.precise();
    for (std::uint32_t i = 0; i < r.b1.size(); ++i) {
        const bounds b = r.effective(i);
        if (!countable(r.flags[i], b)) continue;
        begins.push_back(b.b1);
        ends.push_back(b.e2);
        if (precise) continue;
        late_begins.push_back(b.b2);
        if (b.b2 > b.e1) continue;
        sure_begins.push_back(b.b2);
        sure_ends.push_back(b.e1);
    }
    index.begins = counts_of(std::move(begins));
    index.ends = counts_of(std::move(ends));
    index.late_begins = counts_of(std::move(late_begins));
    index.sure_begins = counts_of(std::move(sure_begins));
    index.sure_ends = counts_of(std::move(sure_ends));
}

} // namespace

time_index index_of(const reading_columns& r) {
    time_index index;
    places p;
    const auto list_places = [&] {
        p = split(r);
        index_days(p.one_day, r, index);
        index_blocks(p.bounded, r, index);
    };
    side_by_side(r.b1.size(), list_places, [&] { index_counts(r, index); });
    index.one_day = std::move(p.one_day);
    index.bounded = std::move(p.bounded);
    index.open = std::move(p.open);
    index.others = std::move(p.others);
    return index;
}

} // namespace comity::detail
