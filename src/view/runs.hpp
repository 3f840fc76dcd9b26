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

/// What of a node's list is of a type and may be seen on the days looked at: within a type rows lie by begin,
/// so those that begin later are left out and, where none lasts longer than its day, those that began before
/// as well. O(log of the list).
template <class TypeAt, class BeginAt>
[[nodiscard]] place_run typed_run(const store& s, const selection& sel, place_run list, std::uint16_t type,
                                  TypeAt&& type_at, BeginAt&& begin_at) noexcept {
    const bool by_begin = !sel.reading; // another reading has days of its own
    const bool one_day = by_begin && s.base.index.one_day.size() == s.relation_count();
    const day32 first = one_day && sel.time != when::by ? sel.first : unbounded_below;
    const day32 last = by_begin ? sel.last : unbounded_above;
    if (first == unbounded_below) // then a look at the types is enough
        list.first = first_not_before(list, [&](std::uint32_t at) { return type_at(at) < type; });
    else
        list.first = first_not_before(list, [&](std::uint32_t at) {
            const std::uint16_t t = type_at(at);
            return (t < type) | ((t == type) & (begin_at(at) < first));
        });
    list.end = first_not_before_nearby(
        list, [&](std::uint32_t at) { return (type_at(at) == type) & (begin_at(at) <= last); });
    return list;
}
[[nodiscard]] inline place_run out_run(const store& s, const selection& sel, node_id node,
                                       relation_type type) noexcept {
    return typed_run(
        s, sel, out_run(s, node), to_index(type), [&s](std::uint32_t p) { return s.out.type[p]; },
        [&s](std::uint32_t p) { return s.base.b1[p]; });
}
[[nodiscard]] inline place_run in_run(const store& s, const selection& sel, node_id node,
                                      relation_type type) noexcept {
    return typed_run(
        s, sel, in_run(s, node), to_index(type), [&s](std::uint32_t i) { return s.out.type[s.in.place[i]]; },
        [&s](std::uint32_t i) { return s.base.in_b1[i]; });
}

} // namespace comity::detail
