#pragma once

#include "history/search.hpp"
#include "history/store.hpp"

#include <comity/view/selection.hpp>

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

    begin_limits(const store& s, const selection& sel) noexcept {
        if (sel.reading) return; // it has days of its own
        last = sel.last;
        const bool one_day = s.base.index.one_day.size() == s.relation_count();
        if (one_day && sel.time != when::by) first = sel.first;
    }
};

/// What of a run of one type lies between them. O(log of the run).
template <class BeginAt>
[[nodiscard]] place_run run_between(const begin_limits& begins, place_run run, BeginAt&& begin_at) noexcept {
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

/// What of a type goes out of a node, or comes in to it, and may be seen on the days looked at. O(log of the
/// node's list).
[[nodiscard]] inline place_run out_run(const store& s, const selection& sel, node_id node,
                                       relation_type type) noexcept {
    const auto type_at = [&s](std::uint32_t p) { return s.out.type[p]; };
    return run_between({s, sel}, run_of_type(s.out.runs, node, out_run(s, node), to_index(type), type_at),
                       [&s](std::uint32_t p) { return s.base.b1[p]; });
}
[[nodiscard]] inline place_run in_run(const store& s, const selection& sel, node_id node,
                                      relation_type type) noexcept {
    const auto type_at = [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; };
    return run_between({s, sel}, run_of_type(s.in.runs, node, in_run(s, node), to_index(type), type_at),
                       [&s](std::uint32_t i) { return s.base.in_b1[i]; });
}

} // namespace comity::detail
