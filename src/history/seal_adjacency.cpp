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

template <class T>
column<T> gathered(std::span<const T> values, std::span<const std::uint32_t> order) {
    growing<T> result;
    result.reserve(order.size());
    for (const std::uint32_t i : order) result.push_back(values[i]);
    return result;
}

} // namespace

void seal_adjacency(const draft& d, std::span<const day32> begins, store& s) {
    const auto& rel = d.relations;
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(rel.type[a], begins[a], a) < std::tuple(rel.type[b], begins[b], b);
    };
    growing<std::uint32_t> out_offsets = offsets_by(rel.from, s.node_count());
    growing<std::uint32_t> out_order = grouped(rel.from, out_offsets, before);
    growing<std::uint32_t> place(out_order.size());
    for (std::uint32_t p = 0; p < out_order.size(); ++p) place[out_order[p]] = p;
    s.out.to = gathered<std::uint32_t>(rel.to, out_order);
    s.out.type = gathered<std::uint16_t>(rel.type, out_order);

    growing<std::uint32_t> in_offsets = offsets_by(rel.to, s.node_count());
    const growing<std::uint32_t> in_order = grouped(rel.to, in_offsets, before);
    s.in.from = gathered<std::uint32_t>(rel.from, in_order);
    s.in.place = gathered<std::uint32_t>(place, in_order);

    s.out.offsets = std::move(out_offsets);
    s.out.row = std::move(out_order);
    s.in.offsets = std::move(in_offsets);
    s.relations.place = std::move(place);
}

} // namespace comity::detail
