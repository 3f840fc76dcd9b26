#include "history/seal.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

day_counts counts_of(growing<day32> values) {
    std::sort(values.begin(), values.end());
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

places split(const store& s) {
    places p;
    for (std::uint32_t i = 0; i < s.relation_count(); ++i) {
        const bounds b = s.out.effective(i);
        if (!countable(s.out.flags[i], b))
            p.others.push_back(i);
        else if (b.e2 == unbounded_above)
            p.open.push_back(i);
        else if (b.b1 == b.e2)
            p.one_day.push_back(i);
        else
            p.bounded.push_back(i);
    }
    const auto by_begin = [&s](std::uint32_t a, std::uint32_t b) { return s.out.b1[a] < s.out.b1[b]; };
    for (growing<std::uint32_t>* list : {&p.one_day, &p.bounded, &p.open})
        std::stable_sort(list->begin(), list->end(), by_begin);
    return p;
}

void seal_days(const growing<std::uint32_t>& one_day, store& s) {
    growing<day32> days;
    growing<std::uint32_t> offsets;
    for (std::uint32_t i = 0; i < one_day.size(); ++i) {
        const day32 day = s.out.b1[one_day[i]];
        if (!days.empty() && days.back() == day) continue;
        days.push_back(day);
        offsets.push_back(i);
    }
    offsets.push_back(static_cast<std::uint32_t>(one_day.size()));
    s.index.days = std::move(days);
    s.index.day_offsets = std::move(offsets);
}

void seal_blocks(const growing<std::uint32_t>& bounded, store& s) {
    growing<day32> last;
    for (std::size_t i = 0; i < bounded.size(); ++i) {
        if (i % time_index::block == 0) last.push_back(unbounded_below);
        last.back() = std::max(last.back(), s.out.e2[bounded[i]]);
    }
    s.index.block_last = std::move(last);
}

void seal_counts(store& s) {
    growing<day32> begins, ends, late_begins, sure_begins, sure_ends;
    const bool precise = s.out.b2.empty();
    for (std::uint32_t i = 0; i < s.relation_count(); ++i) {
        const bounds b = s.out.effective(i);
        if (!countable(s.out.flags[i], b)) continue;
        begins.push_back(b.b1);
        ends.push_back(b.e2);
        if (precise) continue;
        late_begins.push_back(b.b2);
        if (b.b2 > b.e1) continue;
        sure_begins.push_back(b.b2);
        sure_ends.push_back(b.e1);
    }
    s.index.begins = counts_of(std::move(begins));
    s.index.ends = counts_of(std::move(ends));
    s.index.late_begins = counts_of(std::move(late_begins));
    s.index.sure_begins = counts_of(std::move(sure_begins));
    s.index.sure_ends = counts_of(std::move(sure_ends));
}

} // namespace

void seal_index(store& s) {
    places p = split(s);
    seal_days(p.one_day, s);
    seal_blocks(p.bounded, s);
    seal_counts(s);
    s.index.one_day = std::move(p.one_day);
    s.index.bounded = std::move(p.bounded);
    s.index.open = std::move(p.open);
    s.index.others = std::move(p.others);
}

} // namespace comity::detail
