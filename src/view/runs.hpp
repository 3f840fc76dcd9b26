#pragma once

#include "history/store.hpp"

#include <comity/view/selection.hpp>

#include <boost/iterator/counting_iterator.hpp>

#include <algorithm>
#include <cstdint>

namespace comity::detail {

/// A run of places in one of the sealed orders.
struct place_run {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// The part of it that `before` is true of no more and `not_after` still is.
template <class Before, class NotAfter>
[[nodiscard]] place_run part_of(place_run places, Before&& before, NotAfter&& not_after) {
    using position = boost::counting_iterator<std::uint32_t>;
    const position first = std::partition_point(position(places.first), position(places.end), before);
    return {*first, *std::partition_point(first, position(places.end), not_after)};
}

/// What goes out of a node, or comes in to it: lists are sorted by type.
[[nodiscard]] inline place_run out_run(const store& s, node_id node) noexcept {
    return {s.out.offsets[to_index(node)], s.out.offsets[to_index(node) + 1]};
}
[[nodiscard]] inline place_run in_run(const store& s, node_id node) noexcept {
    return {s.in.offsets[to_index(node)], s.in.offsets[to_index(node) + 1]};
}

/// The part of a node's list that is of a type. O(log of it).
[[nodiscard]] inline place_run out_run(const store& s, node_id node, std::uint16_t type) {
    return part_of(
        out_run(s, node), [&](std::uint32_t p) { return s.out.type[p] < type; },
        [&](std::uint32_t p) { return s.out.type[p] <= type; });
}
[[nodiscard]] inline place_run in_run(const store& s, node_id node, std::uint16_t type) {
    return part_of(
        in_run(s, node), [&](std::uint32_t i) { return s.out.type[s.in.place[i]] < type; },
        [&](std::uint32_t i) { return s.out.type[s.in.place[i]] <= type; });
}

/// What of a run of one type the days looked at may show: rows of a type lie by begin, so those that begin
/// later are cut off and, where none lasts longer than its day, those that began before as well.
template <class BeginAt>
[[nodiscard]] place_run begun(const store& s, const selection& sel, place_run run, BeginAt&& begin_at) {
    if (sel.reading || sel.time == when::always) return run; // the order is that of the default reading
    const day32 first = sel.time == when::by ? unbounded_below : sel.first;
    const bool one_day = s.base.index.one_day.size() == s.relation_count();
    return part_of(
        run, [&](std::uint32_t p) { return one_day && begin_at(p) < first; },
        [&](std::uint32_t p) { return begin_at(p) <= sel.last; });
}
[[nodiscard]] inline place_run begun_out(const store& s, const selection& sel, place_run run) {
    return begun(s, sel, run, [&s](std::uint32_t p) { return s.base.b1[p]; });
}
[[nodiscard]] inline place_run begun_in(const store& s, const selection& sel, place_run run) {
    return begun(s, sel, run, [&s](std::uint32_t i) { return s.base.in_b1[i]; });
}

} // namespace comity::detail
