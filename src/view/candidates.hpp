#pragma once

#include "history/store.hpp"
#include "view/reading.hpp"
#include "view/runs.hpp"

#include <comity/history/detail/growing.hpp>
#include <comity/view/selection.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

// Which relations a selection of days may show, found through the time index instead of by testing every row.
// Candidates still have to be tested, unless each is seen: the index knows outer bounds only, nothing of
// kinds, and types of one-day rows alone.

/// How many candidates there are at most. O(log days).
[[nodiscard]] std::size_t estimated_candidates(const store& s, const selection& sel) noexcept;

/// Whether going through the candidates is worth while: testing a row at its place in order is several times
/// cheaper than fetching one from anywhere. O(log days + blocks of bounded rows).
[[nodiscard]] bool selective(const store& s, const selection& sel) noexcept;

/// Whether each candidate is certainly seen: all rows are precise, of one day and reported, and nothing but
/// days and types is looked for. What some deny is never precise. Then a walk need not read their days.
[[nodiscard]] inline bool shows_each(const store& s, const selection& sel) noexcept {
    const reading_columns& r = columns_of(s, sel);
    const bool one_time = sel.time == when::window || (sel.time != when::always && sel.first == sel.last);
    return one_time && !sel.kinds && (sel.modalities & 1u) != 0 && r.precise() &&
           r.index.one_day.size() == s.relation_count();
}

/// Whether every relation of the history is certainly seen: nothing is looked for, and all are reported.
/// O(relations).
[[nodiscard]] bool shows_all(const store& s, const selection& sel) noexcept;

/// The candidates' places in `out`, ascending. O(candidates log of them + blocks of bounded rows).
[[nodiscard]] growing<std::uint32_t> candidate_places(const store& s, const selection& sel);

/// One-day rows of some of the index's days, of the types looked for alone: searched for where that pays,
/// else tested. `one(place)` takes one, `run(places)` several at once, ascending within a type and day.
template <class One, class Run>
void for_each_of_days(const store& s, const selection& sel, std::size_t first, std::size_t end, One&& one,
                      Run&& run) {
    const time_index& index = columns_of(s, sel).index;
    const auto days = index.one_day.span().subspan(index.day_offsets[first],
                                                   index.day_offsets[end] - index.day_offsets[first]);
    if (!sel.types) return run(days);
    constexpr std::size_t steps = 32; // of the two searches for a type within a day
    if (!index.typed() || (end - first) * sel.types->size() * steps > days.size()) {
        for (const std::uint32_t p : days)
            if (sel.types->contains(relation_type(s.out.type[p]))) one(p);
        return;
    }
    const auto type_at = [&](std::uint32_t i) { return s.out.type[index.one_day[i]]; };
    for (std::size_t day = first; day < end; ++day) {
        place_run rest{index.day_offsets[day], index.day_offsets[day + 1]};
        sel.types->for_each([&](relation_type t) {
            const std::uint16_t type = to_index(t);
            rest.first = first_not_before(rest, [&](std::uint32_t i) { return type_at(i) < type; });
            const std::uint32_t begin = rest.first;
            rest.first = first_not_before(rest, [&](std::uint32_t i) { return type_at(i) == type; });
            run(index.one_day.span().subspan(begin, rest.first - begin));
        });
    }
}

/// How many of the index's bounded rows had begun by the last of the days looked at: the first ones. O(log of
/// them).
[[nodiscard]] inline std::size_t bounded_begun(const reading_columns& r, const selection& sel) noexcept {
    const auto begun = [&](std::uint32_t p) { return r.b1[p] <= sel.last; };
    const column<std::uint32_t>& bounded = r.index.bounded;
    return static_cast<std::size_t>(std::partition_point(bounded.begin(), bounded.end(), begun) -
                                    bounded.begin());
}

/// The day before which a row must not have ended.
[[nodiscard]] inline day32 first_end(const selection& sel) noexcept {
    return sel.time == when::by ? unbounded_below : sel.first;
}

/// Calls `one(place)` or `run(places)` for all candidates, in no order.
template <class One, class Run>
void for_each_candidate(const store& s, const selection& sel, One&& one, Run&& run) {
    const reading_columns& r = columns_of(s, sel);
    const time_index& index = r.index;
    run(index.others.span());
    if ((sel.modalities & 1u) == 0) return; // what the index orders by day is all reported

    const day32 first = first_end(sel);
    const auto from = std::lower_bound(index.days.begin(), index.days.end(), first) - index.days.begin();
    const auto after = std::upper_bound(index.days.begin(), index.days.end(), sel.last) - index.days.begin();
    if (from < after)
        for_each_of_days(s, sel, static_cast<std::size_t>(from), static_cast<std::size_t>(after), one, run);

    const auto begun = [&r, &sel](std::uint32_t p) { return r.b1[p] <= sel.last; };
    const auto open_end = std::partition_point(index.open.begin(), index.open.end(), begun);
    run(index.open.span().first(static_cast<std::size_t>(open_end - index.open.begin())));
    const std::size_t bounded = bounded_begun(r, sel);
    for (std::size_t block = 0; block * time_index::block < bounded; ++block) {
        if (index.block_last[block] < first) continue; // all of it had ended
        const std::size_t end = std::min(bounded, (block + 1) * time_index::block);
        for (std::size_t i = block * time_index::block; i < end; ++i)
            if (r.e2[index.bounded[i]] >= first) one(index.bounded[i]);
    }
}

/// Calls `visit(place)` for each candidate, in no order.
template <class Visit>
void for_each_candidate(const store& s, const selection& sel, Visit&& visit) {
    for_each_candidate(s, sel, visit, [&visit](std::span<const std::uint32_t> places) {
        for (const std::uint32_t p : places) visit(p);
    });
}

} // namespace comity::detail
