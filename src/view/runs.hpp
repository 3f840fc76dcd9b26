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
    bool say_all = true; ///< of what is asked of days; else ends are asked for, too, and rows tested

    begin_limits(const store& s, const selection& sel) noexcept {
        if (sel.reading) return; // it has days of its own
        last = sel.last;
        if (sel.time == when::by) return;
        say_all = s.base.index.one_day.size() == s.relation_count();
        if (say_all) first = sel.first;
    }
};

/// The run of the rows that have a bit, which lie together, of those from `first` on.
[[nodiscard]] inline place_run run_of_bits(std::uint32_t first, std::uint64_t rows) noexcept {
    if (rows == 0) return {first, first};
    first += static_cast<std::uint32_t>(std::countr_zero(rows));
    return {first, first + static_cast<std::uint32_t>(std::popcount(rows))};
}

/// What of a short run, sixty-four rows at most, lies between the begins: all rows are looked at, since to
/// search them takes steps whose number can't be foreseen.
[[nodiscard]] inline place_run short_run_between(const begin_limits& begins, place_run run,
                                                 const column<day32>& begin) noexcept {
    const std::size_t count = run.end - run.first;
    const own_day days{begin.data() + run.first};
    const auto rows_there = [&](auto&& test) { return bits_of_few(run.first, count, begin.size(), test); };
    std::uint64_t rows = first_rows(count);
    if (begins.last != unbounded_above)
        rows &= ~rows_there([&](auto all) { return rows_after(days, same_day{begins.last}, all); });
    if (begins.first != unbounded_below)
        rows &= ~rows_there([&](auto all) { return rows_after(same_day{begins.first}, days, all); });
    return run_of_bits(run.first, rows);
}

/// What of a run of one type lies between the begins, in a column of them; where it is tested all the same,
/// that and more of it. O(log of the run).
[[nodiscard]] inline place_run run_between(const begin_limits& begins, place_run run,
                                           const column<day32>& begin) noexcept {
    constexpr std::uint32_t few = 2 * rows_a_word; // are tested sooner than searched
    const std::uint32_t size = run.end - run.first;
    if (size == 0 || (!begins.say_all && size <= few)) return run;
    if (size <= rows_a_word) return short_run_between(begins, run, begin);
    const auto not_late = [&](std::uint32_t at) { return begin[at] <= begins.last; };
    if (begins.first == unbounded_below) {
        if (begins.last != unbounded_above) run.end = first_not_before(run, not_late);
        return run;
    }
    run.first = first_not_before(run, [&](std::uint32_t at) { return begin[at] < begins.first; });
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

/// What goes out of a node and is of a type: of a short list all rows are looked at. O(log of the list).
[[nodiscard]] inline place_run out_run_of_type(const store& s, node_id node, std::uint16_t type) noexcept {
    const place_run list = out_run(s, node);
    const std::size_t count = list.end - list.first;
    if (count > rows_a_word)
        return run_of_type(s.out.runs, node, list, type, [&s](std::uint32_t p) { return s.out.type[p]; });
    return run_of_bits(list.first, bits_of_few(list.first, count, s.out.type.size(), [&](auto all) {
                           return rows_of_type(s.out.type.data() + list.first, type, all);
                       }));
}

/// What of a type goes out of a node, or comes in to it, and may be seen on the days looked at. O(log of the
/// node's list).
[[nodiscard]] inline place_run out_run(const store& s, const selection& sel, node_id node,
                                       relation_type type) noexcept {
    return run_between({s, sel}, out_run_of_type(s, node, to_index(type)), s.base.b1);
}
[[nodiscard]] inline place_run in_run(const store& s, const selection& sel, node_id node,
                                      relation_type type) noexcept {
    const auto type_at = [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; };
    return run_between({s, sel}, run_of_type(s.in.runs, node, in_run(s, node), to_index(type), type_at),
                       s.base.in_b1);
}

} // namespace comity::detail
