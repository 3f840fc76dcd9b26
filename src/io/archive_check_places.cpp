#include "in_blocks.hpp"
#include "io/archive_check.hpp"
#include "io/archive_requirements.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace comity::detail {
namespace {

/// Calls `visit(i, place)` for each of a list.
template <class Visit>
void each_place(const column<std::uint32_t>& list, pulse& beat, Visit&& visit) {
    in_blocks(0, list.size(), beat, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) visit(i, list[i]);
    });
}

/// Each place stands in one of the four lists.
void check_parts(const time_index& index, std::size_t places, pulse& beat) {
    require_below("index.one-day", index.one_day, places);
    require_below("index.bounded", index.bounded, places);
    require_below("index.open", index.open, places);
    require_below("index.others", index.others, places);
    std::vector<bool> seen(places);
    std::size_t left = places;
    for (const column<std::uint32_t>* list : {&index.one_day, &index.bounded, &index.open, &index.others})
        each_place(*list, beat, [&](std::size_t, std::uint32_t p) {
            if (seen[p])
                fail_column("index.one-day", "place " + std::to_string(p) + " is in the index twice");
            seen[p] = true;
            --left;
        });
    if (left != 0) fail_column("index.one-day", std::to_string(left) + " places are not in the index");
}

/// What stands under a day is of that day alone.
void check_days(const reading_columns& r, pulse& beat) {
    const time_index& index = r.index;
    for (std::size_t day = 0; day < index.days.size(); ++day) {
        beat.now_and_then();
        for (std::uint32_t i = index.day_offsets[day]; i < index.day_offsets[day + 1]; ++i) {
            const std::uint32_t p = index.one_day[i];
            const bool belongs = r.b1[p] == index.days[day] && r.e2[p] == index.days[day] &&
                                 time_index::covers(r.flags[p], r.effective(p));
            if (!belongs) fail_column("index.one-day", i, "that relation is not of that day alone");
        }
    }
}

/// What lasts lies by its begin, and `belongs(place)` there.
template <class Belongs>
void check_lasting(const char* name, const column<std::uint32_t>& places, const reading_columns& r,
                   pulse& beat, Belongs&& belongs) {
    each_place(places, beat, [&](std::size_t i, std::uint32_t p) {
        if (!time_index::covers(r.flags[p], r.effective(p)) || !belongs(p))
            fail_column(name, i, "that relation does not belong there");
        if (i != 0 && r.b1[p] < r.b1[places[i - 1]])
            fail_column(name, i, "that relation begins before the one before it");
    });
}

void check_blocks(const reading_columns& r, pulse& beat) {
    const time_index& index = r.index;
    for (std::size_t block = 0; block < index.block_last.size(); ++block) {
        beat.now_and_then();
        day32 last = unbounded_below;
        const std::size_t end = std::min(index.bounded.size(), (block + 1) * time_index::block);
        for (std::size_t i = block * time_index::block; i < end; ++i)
            last = std::max(last, r.e2[index.bounded[i]]);
        if (index.block_last[block] != last)
            fail_column("index.block-last", block, "it is not the last day of its block");
    }
}

/// Counts days of rows again, to compare them with counts that a file holds.
class day_tally {
public:
    day_tally(const char* name, const day_counts& counts)
        : name_(name), counts_(counts), rows_(counts.days.size()) {}
    void add(day32 day, std::size_t rows = 1) {
        if (at_ == rows_.size() || counts_.days[at_] != day) find(day); // many come day by day
        rows_[at_] += rows;
    }
    void require_same() const {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            sum += rows_[i];
            if (counts_.counts[i] != sum)
                fail_column(name_, i,
                            std::to_string(counts_.counts[i]) + " rows; expected " + std::to_string(sum));
        }
    }

private:
    void find(day32 day) {
        const auto known = std::lower_bound(counts_.days.begin(), counts_.days.end(), day);
        if (known == counts_.days.end() || *known != day)
            fail_column(name_, "day " + std::to_string(day) + " is not counted");
        at_ = static_cast<std::size_t>(known - counts_.days.begin());
    }

    const char* name_;
    const day_counts& counts_;
    std::vector<std::size_t> rows_; // by day
    std::size_t at_ = 0;            // where the day before was found
};

void check_outer_counts(const reading_columns& r, pulse& beat) {
    const time_index& index = r.index;
    day_tally begins("index.begins", index.begins);
    day_tally ends("index.ends", index.ends);
    for (std::size_t day = 0; day < index.days.size(); ++day)
        for (day_tally* tally : {&begins, &ends})
            tally->add(index.days[day], index.day_offsets[day + 1] - index.day_offsets[day]);
    for (const column<std::uint32_t>* list : {&index.bounded, &index.open})
        each_place(*list, beat, [&](std::size_t, std::uint32_t p) {
            begins.add(r.b1[p]);
            ends.add(r.e2[p]);
        });
    begins.require_same();
    ends.require_same();
}

void check_inner_counts(const reading_columns& r, pulse& beat) {
    const time_index& index = r.index;
    day_tally late_begins("index.late-begins", index.late_begins);
    day_tally sure_begins("index.sure-begins", index.sure_begins);
    day_tally sure_ends("index.sure-ends", index.sure_ends);
    if (!r.precise())
        for (const column<std::uint32_t>* list : {&index.one_day, &index.bounded, &index.open})
            each_place(*list, beat, [&](std::size_t, std::uint32_t p) {
                const bounds b = r.effective(p);
                late_begins.add(b.b2);
                if (b.b2 > b.e1) return;
                sure_begins.add(b.b2);
                sure_ends.add(b.e1);
            });
    late_begins.require_same();
    sure_begins.require_same();
    sure_ends.require_same();
}

} // namespace

void check_index_places(const reading_columns& r, pulse& beat) {
    const time_index& index = r.index;
    check_parts(index, r.b1.size(), beat);
    check_days(r, beat);
    check_lasting("index.bounded", index.bounded, r, beat,
                  [&r](std::uint32_t p) { return r.e2[p] != unbounded_above; });
    check_lasting("index.open", index.open, r, beat,
                  [&r](std::uint32_t p) { return r.e2[p] == unbounded_above; });
    check_blocks(r, beat);
    check_outer_counts(r, beat);
    check_inner_counts(r, beat);
}

} // namespace comity::detail
