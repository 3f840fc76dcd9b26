#include "history/reading.hpp"
#include "history/side_by_side.hpp"
#include "history/sorting.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {

void settled_rows::reserve(std::size_t n) {
    b1.reserve(n);
    e2.reserve(n);
    flags.reserve(n);
}

void settled_rows::push(const bounds& b, std::uint8_t f) {
    if (precise() && !b.precise()) {
        b2 = b1;
        e1 = e2;
    }
    if (!precise() || !b.precise()) {
        b2.push_back(b.b2);
        e1.push_back(b.e1);
    }
    b1.push_back(b.b1);
    e2.push_back(b.e2);
    flags.push_back(f);
}

bounds_columns settled_rows::seal() && {
    const bool same = precise();
    const column<day32> begins(std::move(b1)), ends(std::move(e2)); // shared if inner and outer are the same
    return {begins, same ? begins : column(std::move(b2)), same ? ends : column(std::move(e1)), ends};
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

/// Whether an end can take anything away from a relation to it: it has dates, or not all agree that it is.
bool ends_matter(const settled_rows& nodes) {
    return std::any_of(nodes.flags.begin(), nodes.flags.end(), [](std::uint8_t f) {
        const int silent = f & flag::silent;
        return (f & (flag::dated | flag::modality_mask)) != 0 || (silent != 0 && silent != flag::silent);
    });
}

bool same_bounds(const settled_rows& a, const settled_rows& b) {
    return a.b1 == b.b1 && a.b2 == b.b2 && a.e1 == b.e1 && a.e2 == b.e2;
}

} // namespace

std::optional<settled_rows> effective(const relation_ends& ends, const settled& own, pulse& beat) {
    if (!ends_matter(own.nodes)) return std::nullopt;
    settled_rows result;
    result.reserve(ends.type.size());
    for (std::uint32_t row = 0; row < ends.type.size(); ++row) {
        beat.now_and_then();
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

reading_columns lay_out(const store& s, settled own, const std::optional<settled_rows>& cut, pulse& beat) {
    reading_columns r;
    const settled_rows& seen = cut ? *cut : own.relations;
    const std::size_t rows = seen.size();
    const auto by_place = [&](const auto& values) {
        return in_order(std::span(values), s.out.row.span(), beat);
    };
    const bool acts_alone = seen.precise() && seen.b1 == seen.e2;
    side_by_side(
        rows,
        [&] {
            r.b1 = by_place(seen.b1);
            r.in_b1 = in_order(r.b1.span(), s.in.place.span(), beat);
        },
        [&] {
            r.flags = by_place(seen.flags);
            if (acts_alone) return; // who ends where he begins shares the columns
            r.e2 = by_place(seen.e2);
            r.in_e2 = in_order(r.e2.span(), s.in.place.span(), beat);
            if (seen.precise()) return;
            r.b2 = by_place(seen.b2);
            r.e1 = by_place(seen.e1);
        });
    if (acts_alone) {
        r.e2 = r.b1;
        r.in_e2 = r.in_b1;
    }
    if (cut && !same_bounds(own.relations, *cut)) r.own = std::move(own.relations).seal();
    own.relations = {};
    r.node_flags = std::move(own.nodes.flags);
    r.node_bounds = std::move(own.nodes).seal();
    r.alternatives = std::move(own.alternatives);
    r.index = index_of(r, s.out.type.span(), beat);
    return r;
}

} // namespace comity::detail
