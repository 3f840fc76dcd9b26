#include "history/seal.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace comity::detail {
namespace {

/// Where the rows of each node begin when rows are grouped by `ends`.
growing<std::uint32_t> offsets_by(std::span<const std::uint32_t> ends, std::size_t nodes) {
    growing<std::uint32_t> offsets(nodes + 1, 0);
    for (const std::uint32_t n : ends) ++offsets[n + 1];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    return offsets;
}

/// Rows grouped by `ends` (counting sort), each group in the order that `before` gives.
template <class Before>
growing<std::uint32_t> grouped(std::span<const std::uint32_t> ends, std::span<const std::uint32_t> offsets,
                               Before&& before) {
    growing<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    growing<std::uint32_t> order(ends.size());
    for (std::uint32_t row = 0; row < ends.size(); ++row) order[next[ends[row]]++] = row;
    for (std::size_t n = 0; n + 1 < offsets.size(); ++n)
        std::sort(order.begin() + offsets[n], order.begin() + offsets[n + 1], before);
    return order;
}

/// What becomes of a row's own bounds and flags when both its ends have had their say.
struct effective_rows {
    own_periods::rows rows;
    bool precise = true;
    bool as_own = true; ///< no end cuts any row
};

std::uint8_t effective_flags(std::uint8_t row, std::uint8_t from, std::uint8_t to) {
    const int weakest =
        std::max({row & flag::modality_mask, from & flag::modality_mask, to & flag::modality_mask});
    const int any = (row | from | to) & (flag::denied | flag::doubtful);
    // An end without dates has no alternatives that could matter.
    const auto inexact_end = [](std::uint8_t f) {
        return (f & flag::inexact) != 0 && (f & flag::dated) != 0;
    };
    const bool inexact = (row & flag::inexact) != 0 || inexact_end(from) || inexact_end(to);
    const int own = row & (flag::disputed | flag::inferred | flag::dated);
    return static_cast<std::uint8_t>(weakest | any | own | (inexact ? flag::inexact : 0));
}

effective_rows effective(const draft& d, const own_periods& own) {
    effective_rows result;
    for (std::uint32_t row = 0; row < d.relation_count(); ++row) {
        const std::uint32_t from = d.relations.from[row];
        const std::uint32_t to = d.relations.to[row];
        bounds b = own.relations[row];
        for (const std::uint32_t end : {from, to})
            if ((own.nodes.flags[end] & flag::dated) != 0) b = intersection(b, own.nodes[end]);
        result.precise = result.precise && b.precise();
        result.as_own = result.as_own && b == own.relations[row];
        result.rows.push(
            b, effective_flags(own.relations.flags[row], own.nodes.flags[from], own.nodes.flags[to]));
    }
    return result;
}

template <class T>
column<T> gathered(const growing<T>& values, std::span<const std::uint32_t> order) {
    growing<T> result;
    result.reserve(order.size());
    for (const std::uint32_t i : order) result.push_back(values[i]);
    return result;
}

} // namespace

void seal_adjacency(const draft& d, own_periods& own, store& s) {
    const effective_rows eff = effective(d, own);
    const auto& rel = d.relations;
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(rel.type[a], eff.rows.b1[a], a) < std::tuple(rel.type[b], eff.rows.b1[b], b);
    };
    growing<std::uint32_t> out_offsets = offsets_by(rel.from, d.node_count());
    growing<std::uint32_t> out_order = grouped(rel.from, out_offsets, before);
    growing<std::uint32_t> place(out_order.size());
    for (std::uint32_t p = 0; p < out_order.size(); ++p) place[out_order[p]] = p;

    s.out.to = gathered(rel.to, out_order);
    s.out.b1 = gathered(eff.rows.b1, out_order);
    s.out.e2 = gathered(eff.rows.e2, out_order);
    if (!eff.precise) {
        s.out.b2 = gathered(eff.rows.b2, out_order);
        s.out.e1 = gathered(eff.rows.e1, out_order);
    }
    s.out.type = gathered(rel.type, out_order);
    s.out.flags = gathered(eff.rows.flags, out_order);

    growing<std::uint32_t> in_offsets = offsets_by(rel.to, d.node_count());
    const growing<std::uint32_t> in_order = grouped(rel.to, in_offsets, before);
    s.in.from = gathered(rel.from, in_order);
    s.in.b1 = gathered(eff.rows.b1, in_order);
    s.in.e2 = gathered(eff.rows.e2, in_order);
    s.in.place = gathered(place, in_order);

    s.out.offsets = std::move(out_offsets);
    s.out.row = std::move(out_order);
    s.in.offsets = std::move(in_offsets);
    s.relations.place = std::move(place);
    own_periods::rows& rows = own.relations;
    if (!eff.as_own)
        s.relations.own = {std::move(rows.b1), std::move(rows.b2), std::move(rows.e1), std::move(rows.e2)};
}

} // namespace comity::detail
