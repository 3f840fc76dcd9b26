#include "io/archive_check.hpp"
#include "io/archive_requirements.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

using named_counts = std::pair<const char*, const typed_day_counts*>;

std::array<named_counts, 5> typed_counts_of(const time_index& i) {
    return {named_counts{"typed.begins", &i.typed_begins}, named_counts{"typed.ends", &i.typed_ends},
            named_counts{"typed.late-begins", &i.typed_late_begins},
            named_counts{"typed.sure-begins", &i.typed_sure_begins},
            named_counts{"typed.sure-ends", &i.typed_sure_ends}};
}

/// The counts of all types come to those of all rows, whatever the day.
void check_typed_counts(const char* name, const typed_day_counts& typed, const day_counts& all,
                        std::size_t types) {
    if (typed.offsets.empty()) fail_column(name, "it counts no type, but there are rows");
    require_offsets(name, typed.offsets, typed.days.size());
    if (typed.offsets.size() > types + 1) fail_column(name, "it counts types that there are not");
    std::vector<std::pair<std::int32_t, std::uint32_t>> steps; // day, how many more
    for (std::size_t type = 0; type + 1 < typed.offsets.size(); ++type) {
        std::uint32_t before = 0;
        for (std::uint32_t i = typed.offsets[type]; i < typed.offsets[type + 1]; ++i) {
            const bool ascending =
                typed.counts[i] > before && (i == typed.offsets[type] || typed.days[i] > typed.days[i - 1]);
            if (!ascending) fail_column(name, i, "days and counts do not ascend");
            steps.emplace_back(typed.days[i], typed.counts[i] - before);
            before = typed.counts[i];
        }
    }
    std::sort(steps.begin(), steps.end());
    std::size_t at = 0;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        sum += steps[i].second;
        if (i + 1 < steps.size() && steps[i + 1].first == steps[i].first) continue;
        if (at == all.days.size() || all.days[at] != steps[i].first || all.counts[at] != sum)
            fail_column(name, "its types do not come to the count of all rows");
        ++at;
    }
    if (at != all.days.size()) fail_column(name, "its types do not come to the count of all rows");
}

/// Nothing of a type ends before it begins.
void require_begun_first(const char* name, const typed_day_counts& begins, const typed_day_counts& ends) {
    for (std::size_t type = 0; type + 1 < ends.offsets.size(); ++type)
        for (std::uint32_t i = ends.offsets[type]; i < ends.offsets[type + 1]; ++i)
            if (begins.up_to(static_cast<std::uint16_t>(type), ends.days[i]) < ends.counts[i])
                fail_column(name, i, "more rows of its type have ended by that day than have begun");
}

/// Of what runs through types: that within a day the rows of a type lie together, in the order of places.
void check_typed_days(const store& s, pulse& beat) {
    const time_index& index = s.base.index;
    for (std::size_t day = 0; day < index.days.size(); ++day) {
        beat.now_and_then();
        for (std::uint32_t i = index.day_offsets[day] + 1; i < index.day_offsets[day + 1]; ++i) {
            const std::uint32_t a = index.one_day[i - 1];
            const std::uint32_t b = index.one_day[i];
            if (std::pair(s.out.type[a], a) > std::pair(s.out.type[b], b))
                fail_column("index.one-day", i, "the rows of a day are not in the order of their types");
        }
    }
}

void check_typed(const store& s, pulse& beat) {
    const time_index& i = s.base.index;
    if (!i.typed()) {
        for (const auto& [name, typed] : typed_counts_of(i))
            if (!typed->offsets.empty() || !typed->days.empty())
                fail_column(name, "it is there without typed.begins");
        return;
    }
    const std::array<const day_counts*, 5> all{&i.begins, &i.ends, &i.late_begins, &i.sure_begins,
                                               &i.sure_ends};
    const std::array<named_counts, 5> typed = typed_counts_of(i);
    for (std::size_t n = 0; n < typed.size(); ++n) {
        if (typed[n].second->offsets.empty() && typed[n].second->days.empty() && all[n]->days.empty())
            continue;
        beat.look();
        check_typed_counts(typed[n].first, *typed[n].second, *all[n],
                           to_index(s.schema.relation_types().back().id) + std::size_t{1});
    }
    require_begun_first("typed.ends", i.typed_begins, i.typed_ends);
    require_begun_first("typed.sure-ends", i.typed_sure_begins, i.typed_sure_ends);
    check_typed_days(s, beat);
}

} // namespace

void check_index_sizes(const time_index& i, bool precise) {
    require_size("index.day-offsets", i.day_offsets, i.days.size() + 1);
    require_size("index.block-last", i.block_last,
                 (i.bounded.size() + time_index::block - 1) / time_index::block);
    require_size("index.begins", i.begins.counts, i.begins.days.size());
    require_size("index.ends", i.ends.counts, i.ends.days.size());
    require_size("index.late-begins", i.late_begins.counts, i.late_begins.days.size());
    require_size("index.sure-begins", i.sure_begins.counts, i.sure_begins.days.size());
    require_size("index.sure-ends", i.sure_ends.counts, i.sure_ends.days.size());
    for (const auto& [name, typed] : typed_counts_of(i))
        require_size(name, typed->counts, typed->days.size());
    if (precise && !(i.late_begins.days.empty() && i.sure_begins.days.empty() && i.sure_ends.days.empty()))
        fail_column("index.late-begins", "a history that is precise throughout has none");
}

void check_index(const store& s, pulse& beat) {
    const time_index& i = s.base.index;
    require_ascending("index.days", i.days);
    require_offsets("index.day-offsets", i.day_offsets, i.one_day.size());
    require_ascending("index.begins.days", i.begins.days);
    require_ascending("index.ends.days", i.ends.days);
    require_ascending("index.late-begins.days", i.late_begins.days);
    require_ascending("index.sure-begins.days", i.sure_begins.days);
    require_ascending("index.sure-ends.days", i.sure_ends.days);
    check_index_places(s.base, beat);
    check_typed(s, beat);
}

} // namespace comity::detail
