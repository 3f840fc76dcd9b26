#include "analysis/pull_graph.hpp"

#include "analysis/by_length.hpp"
#include "analysis/those.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace comity::detail {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// The edges that leave a vertex, and the share of its rank that a weight of 1 is.
struct outgoing {
    std::uint32_t first, end;
    double share;
};

outgoing outgoing_of(const snapshot_columns& c, std::span<const double> weights, vertex v) {
    const std::uint32_t first = c.offsets[v];
    const std::uint32_t end = c.offsets[v + 1];
    const auto weight_of = [&](std::uint32_t e) { return weights[e]; };
    const double weight = weights.empty() ? end - first : summed(first, end, weight_of);
    return {first, end, weight > 0 ? 1 / weight : 0};
}

} // namespace

/// What is known by vertex before the rows have their places.
struct pull_graph::layout {
    const snapshot_columns& c;
    std::span<const double> weights;
    std::vector<std::uint32_t> entering; ///< how many edges have yet to be laid out; then where the next goes
    growing<double> steady;              ///< see pull_graph::steady_
};

pull_graph::pull_graph(const snapshot_columns& c, std::span<const double> weights) : row_of_(c.nodes.size()) {
    const std::size_t count = c.nodes.size();
    layout plan{c, weights, std::vector<std::uint32_t>(count), growing<double>(count, 0)};
    for (const vertex to : c.targets) ++plan.entering[to];
    for (vertex v = 0; v < count; ++v) row_of_[v] = plan.entering[v] != 0 ? 1 : unfed; // for now: any row
    const auto leaves = [&](vertex v) { return c.offsets[v] != c.offsets[v + 1]; };
    add_up_steady(plan, those(count, [&](vertex v) { return leaves(v) & (row_of_[v] == unfed); }));
    place_rows(plan);
    place_edges(plan, those(count, [&](vertex v) { return leaves(v) & (row_of_[v] != unfed); }));
}

void pull_graph::add_up_steady(layout& plan, std::span<const vertex> unfed_givers) {
    for (const vertex v : unfed_givers) {
        const auto [first, end, share] = outgoing_of(plan.c, plan.weights, v);
        for (std::uint32_t e = first; e < end; ++e) {
            const vertex to = plan.c.targets[e];
            --plan.entering[to];
            plan.steady[to] += plan.weights.empty() ? share : share * plan.weights[e];
        }
        if (share > 0) ++unfed_givers_;
    }
}

/// Rows in the order of how many edges are walked into them.
void pull_graph::place_rows(layout& plan) {
    const auto entering = [&plan](vertex v) { return plan.entering[v]; };
    const std::vector<vertex> order =
        by_length(those(row_of_.size(), [&](vertex v) { return row_of_[v] != unfed; }), entering);
    const auto pulling =
        std::partition_point(order.begin(), order.end(), [&](vertex v) { return entering(v) == 0; });
    first_pulling_ = static_cast<std::uint32_t>(1 + (pulling - order.begin()));
    steady_.assign(order.size() + 1, 0);
    offsets_.reserve(order.size() + 2 - first_pulling_);
    offsets_.push_back(0);
    for (std::uint32_t row = 1; row < rows(); ++row) {
        const vertex v = order[row - 1];
        row_of_[v] = row;
        steady_[row] = plan.steady[v];
        if (row < first_pulling_) continue;
        const std::uint32_t first = offsets_.back();
        offsets_.push_back(first + std::exchange(plan.entering[v], first));
    }
}

/// The first giver has nothing to give: from it come the edges of vertices all of whose weights are 0.
void pull_graph::place_edges(layout& plan, std::span<const vertex> fed_givers) {
    from_.resize(offsets_.back());
    if (!plan.weights.empty()) weights_.resize(offsets_.back());
    giver_.push_back(unfed);
    share_.push_back(0);
    for (const vertex v : fed_givers) {
        const auto [first, end, share] = outgoing_of(plan.c, plan.weights, v);
        const std::uint32_t number = share > 0 ? static_cast<std::uint32_t>(giver_.size()) : 0;
        for (std::uint32_t e = first; e < end; ++e) {
            const std::uint32_t at = plan.entering[plan.c.targets[e]]++;
            from_[at] = number;
            if (!plan.weights.empty()) weights_[at] = plan.weights[e];
        }
        if (number == 0) continue;
        giver_.push_back(row_of_[v]);
        share_.push_back(share);
    }
    given_.assign(giver_.size(), 0);
}

} // namespace comity::detail
