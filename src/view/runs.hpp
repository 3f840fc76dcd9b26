#pragma once

#include "history/search.hpp"
#include "history/store.hpp"
#include "view/row_bits.hpp"

#include <comity/view/selection.hpp>

#include <bit>
#include <cstdint>

namespace comity::detail {

/// What goes out of a node, or comes in to it: sorted by type, then by begin in the default reading.
[[nodiscard]] inline place_run out_run(const store& s, node_id node) noexcept {
    return {s.out.offsets[to_index(node)], s.out.offsets[to_index(node) + 1]};
}
[[nodiscard]] inline place_run in_run(const store& s, node_id node) noexcept {
    return {s.in.offsets[to_index(node)], s.in.offsets[to_index(node) + 1]};
}

/// The begins between which what may be seen on the days looked at lies, where rows lie by begin: none that
/// begins later and, where none lasts longer than its day, none that began before.
struct begin_limits {
    day32 first = unbounded_below;
    day32 last = unbounded_above;
    bool are_all = true; ///< what is asked of days; else ends are tested, too

    begin_limits(const store& s, const selection& sel) noexcept {
        if (sel.reading) return; // it has days of its own
        last = sel.last;
        if (sel.time == when::by) return;
        are_all = s.base.index.one_day.size() == s.relation_count();
        if (are_all) first = sel.first;
    }
};

/// What of a run of one type lies between them; where it is tested all the same, that and more of it. O(log
/// of the run).
template <class BeginAt>
[[nodiscard]] place_run run_between(const begin_limits& begins, place_run run, BeginAt&& begin_at) noexcept {
    constexpr std::uint32_t few = 2 * rows_a_word; // are tested sooner than searched
    if (!begins.are_all && run.end - run.first <= few) return run;
    const auto not_late = [&](std::uint32_t at) { return begin_at(at) <= begins.last; };
    if (begins.first == unbounded_below) {
        if (begins.last != unbounded_above) run.end = first_not_before(run, not_late);
        return run;
    }
    run.first = first_not_before(run, [&](std::uint32_t at) { return begin_at(at) < begins.first; });
    run.end = first_not_before_nearby(run, not_late);
    return run;
}

/// What of a node's list is of a type: where types begin in the lists of hubs is known, others are searched.
/// O(log of the list).
template <class TypeAt>
[[nodiscard]] place_run run_of_type(const type_runs& known, node_id node, place_run list, std::uint16_t type,
                                    TypeAt&& type_at) noexcept {
    if (const auto run = known.of(to_index(node), list, type)) return *run;
    list.first = first_not_before(list, [&](std::uint32_t at) { return type_at(at) < type; });
    list.end = first_not_before_nearby(list, [&](std::uint32_t at) { return type_at(at) == type; });
    return list;
}

/// What of a short list, sixty-four rows at most, is of a type and lies between the begins: all rows are
/// looked at, since to search them takes steps whose number can't be foreseen.
[[nodiscard]] inline place_run short_out_run(const store& s, const begin_limits& begins, place_run list,
                                             std::uint16_t type) noexcept {
    const auto rows_there = [&](auto&& test) {
        return bits_of_few(list.first, list.end - list.first, s.out.type.size(), test);
    };
    const day32* const b1 = s.base.b1.data() + list.first;
    std::uint64_t run =
        rows_there([&](auto all) { return rows_of_type(s.out.type.data() + list.first, type, all); });
    if (run != 0 && begins.are_all && begins.last != unbounded_above)
        run &= ~rows_there([&](auto all) { return rows_after(own_day{b1}, same_day{begins.last}, all); });
    if (run != 0 && begins.first != unbounded_below)
        run &= ~rows_there([&](auto all) { return rows_after(same_day{begins.first}, own_day{b1}, all); });
    if (run == 0) return {list.first, list.first};
    const std::uint32_t first = list.first + static_cast<std::uint32_t>(std::countr_zero(run));
    return {first, first + static_cast<std::uint32_t>(std::popcount(run))};
}

/// What of a type goes out of a node, or comes in to it, and may be seen on the days looked at. O(log of the
/// node's list).
[[nodiscard]] inline place_run out_run(const store& s, const selection& sel, node_id node,
                                       relation_type type) noexcept {
    const begin_limits begins(s, sel);
    const place_run list = out_run(s, node);
    if (list.end - list.first <= rows_a_word) return short_out_run(s, begins, list, to_index(type));
    const auto type_at = [&s](std::uint32_t p) { return s.out.type[p]; };
    return run_between(begins, run_of_type(s.out.runs, node, list, to_index(type), type_at),
                       [&s](std::uint32_t p) { return s.base.b1[p]; });
}
[[nodiscard]] inline place_run in_run(const store& s, const selection& sel, node_id node,
                                      relation_type type) noexcept {
    const auto type_at = [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; };
    return run_between({s, sel}, run_of_type(s.in.runs, node, in_run(s, node), to_index(type), type_at),
                       [&s](std::uint32_t i) { return s.base.in_b1[i]; });
}

} // namespace comity::detail
