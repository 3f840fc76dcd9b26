#include "history/reading.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {

void settled_rows::reserve(std::size_t n) {
    for (growing<day32>* c : {&b1, &b2, &e1, &e2}) c->reserve(n);
    flags.reserve(n);
}

void settled_rows::push(const bounds& b, std::uint8_t f) {
    b1.push_back(b.b1);
    b2.push_back(b.b2);
    e1.push_back(b.e1);
    e2.push_back(b.e2);
    flags.push_back(f);
}

bounds_columns settled_rows::seal() && {
    return {std::move(b1), std::move(b2), std::move(e1), std::move(e2)};
}

namespace {

std::uint8_t effective_flags(std::uint8_t row, std::uint8_t from, std::uint8_t to) {
    const int weakest =
        std::max({row & flag::modality_mask, from & flag::modality_mask, to & flag::modality_mask});
    // Who states a relation implies its ends: that nobody else speaks of them takes nothing away.
    const auto existence = [](std::uint8_t f) {
        const int bits = f & flag::silent;
        return bits == flag::silent ? 0 : bits;
    };
    const int ends = existence(from) | existence(to);
    const int any = (row & flag::silent) == flag::silent ? int{flag::silent}
                    : ((row | ends) & flag::denied) != 0 ? int{flag::denied}
                                                         : (row | ends) & flag::doubtful;
    // An end without dates has no alternatives that could matter.
    const auto inexact_end = [](std::uint8_t f) {
        return (f & flag::inexact) != 0 && (f & flag::dated) != 0;
    };
    const bool inexact = (row & flag::inexact) != 0 || inexact_end(from) || inexact_end(to);
    const int own = row & (flag::disputed | flag::inferred | flag::dated);
    return static_cast<std::uint8_t>(weakest | any | own | (inexact ? flag::inexact : 0));
}

template <class T>
column<T> gathered(const growing<T>& values, const column<std::uint32_t>& order) {
    growing<T> result;
    result.reserve(order.size());
    for (const std::uint32_t i : order) result.push_back(values[i]);
    return result;
}

template <class T>
column<T> gathered(const column<T>& values, const column<std::uint32_t>& order) {
    growing<T> result;
    result.reserve(order.size());
    for (const std::uint32_t i : order) result.push_back(values[i]);
    return result;
}

bool same_bounds(const settled_rows& a, const settled_rows& b) {
    return a.b1 == b.b1 && a.b2 == b.b2 && a.e1 == b.e1 && a.e2 == b.e2;
}

} // namespace

settled_rows effective(const relation_ends& ends, const settled& own) {
    settled_rows result;
    result.reserve(ends.type.size());
    for (std::uint32_t row = 0; row < ends.type.size(); ++row) {
        const std::uint32_t from = ends.from[row];
        const std::uint32_t to = ends.to[row];
        bounds b = own.relations[row];
        for (const std::uint32_t end : {from, to})
            if ((own.nodes.flags[end] & flag::dated) != 0) b = intersection(b, own.nodes[end]);
        const std::uint8_t flags =
            effective_flags(own.relations.flags[row], own.nodes.flags[from], own.nodes.flags[to]);
        if ((flags & flag::silent) == flag::doubtful) {
            // An end that some deny makes the relation doubtful too, dated or not.
            b.b2 = unbounded_above;
            b.e1 = unbounded_below;
        }
        result.push(b, flags);
    }
    return result;
}

reading_columns lay_out(const store& s, settled own, const settled_rows& effective) {
    reading_columns r;
    r.b1 = gathered(effective.b1, s.out.row);
    r.e2 = gathered(effective.e2, s.out.row);
    if (!effective.precise()) {
        r.b2 = gathered(effective.b2, s.out.row);
        r.e1 = gathered(effective.e1, s.out.row);
    }
    r.flags = gathered(effective.flags, s.out.row);
    r.in_b1 = gathered(r.b1, s.in.place);
    r.in_e2 = gathered(r.e2, s.in.place);
    if (!same_bounds(own.relations, effective)) r.own = std::move(own.relations).seal();
    r.node_flags = std::move(own.nodes.flags);
    r.node_bounds = std::move(own.nodes).seal();
    r.alternatives = std::move(own.alternatives);
    r.index = index_of(r);
    return r;
}

} // namespace comity::detail
