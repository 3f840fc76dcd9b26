#include "analysis/pull_graph.hpp"

#include "analysis/by_length.hpp"
#include "analysis/those.hpp"
#include "in_blocks.hpp"

#include <algorithm>
#include <utility>

namespace comity::detail {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// The edges that enter a vertex from fed ones, while they are counted and then while they are laid out.
/// Those that leave one vertex come one after the other, and parallel ones count as one.
struct entrance {
    std::uint32_t edges = 0;                   ///< how many; when they are laid out, behind the last
    vertex from = snapshot_columns::no_vertex; ///< where the last came from
    /// One more that comes from `v`; returns how many there are then.
    std::uint32_t meet(vertex v) noexcept {
        const std::uint32_t now = edges + std::uint32_t{from != v};
        *this = {now, v};
        return now;
    }
};

/// One over the weight of what leaves a vertex; of one whose edges weigh nothing 0.
double share_of(const snapshot_columns& c, std::span<const double> weights, vertex v) {
    const auto weight_of = [&](std::uint32_t e) { return weights[e]; };
    const double weight =
        weights.empty() ? c.offsets[v + 1] - c.offsets[v] : summed(c.offsets[v], c.offsets[v + 1], weight_of);
    return weight > 0 ? 1 / weight : 0;
}

} // namespace

/// What is known by vertex before the rows have their places.
struct pull_graph::layout {
    const snapshot_columns& c;
    std::span<const double> weights;
    growing<vertex> fed_givers; ///< ascending
    growing<entrance> entrances;
    growing<double> steady; ///< see pull_graph::steady_

    [[nodiscard]] double weight_of(std::uint32_t e) const { return weights.empty() ? 1 : weights[e]; }
    [[nodiscard]] std::uint32_t degree(vertex v) const { return c.offsets[v + 1] - c.offsets[v]; }
};

pull_graph::pull_graph(const snapshot_columns& c, std::span<const double> weights, pulse& beat)
    : beat_(&beat), row_of_(c.nodes.size(), unfed) {
    const std::size_t count = c.nodes.size();
    in_blocks(0, c.targets.size(), beat, [&](std::size_t first, std::size_t end) {
        for (std::size_t e = first; e < end; ++e) row_of_[c.targets[e]] = 1; // for now: any row
    });
    const auto givers = [&](bool fed) {
        return those(count, [&](vertex v) {
            return (c.offsets[v] != c.offsets[v + 1]) & ((row_of_[v] != unfed) == fed);
        });
    };
    layout plan{c, weights, givers(true), {}, {}};
    beat.look();
    plan.entrances.assign(count, entrance{});
    beat.look();
    plan.steady.assign(count, 0);
    beat.look();
    add_up_steady(plan, givers(false));
    count_edges(plan);
    place_rows(plan);
    place_edges(plan);
}

void pull_graph::add_up_steady(layout& plan, std::span<const vertex> unfed_givers) {
    loop_pulse each(*beat_);
    for (const vertex v : unfed_givers) {
        const double share = share_of(plan.c, plan.weights, v);
        for (std::uint32_t e = plan.c.offsets[v]; e < plan.c.offsets[v + 1]; ++e)
            plan.steady[plan.c.targets[e]] += share * plan.weight_of(e);
        if (share > 0) ++unfed_givers_;
        each.look(plan.degree(v));
    }
}

void pull_graph::count_edges(layout& plan) const {
    loop_pulse each(*beat_);
    for (const vertex v : plan.fed_givers) {
        for (std::uint32_t e = plan.c.offsets[v]; e < plan.c.offsets[v + 1]; ++e)
            plan.entrances[plan.c.targets[e]].meet(v);
        each.look(plan.degree(v));
    }
}

/// Rows in the order of how many edges are walked into them.
void pull_graph::place_rows(layout& plan) {
    const auto edges = [&plan](vertex v) { return plan.entrances[v].edges; };
    const growing<vertex> order =
        by_length(those(row_of_.size(), [&](vertex v) { return row_of_[v] != unfed; }), edges);
    beat_->look();
    for (std::uint32_t length = 0; length < first_of_.size(); ++length) {
        const auto is_shorter = [&](vertex v) { return edges(v) < length; };
        const auto first = std::partition_point(order.begin(), order.end(), is_shorter);
        first_of_[length] = static_cast<std::uint32_t>(1 + (first - order.begin()));
    }
    steady_.assign(order.size() + 1, 0);
    beat_->look();
    offsets_.assign(order.size() + 2, 0);
    loop_pulse each(*beat_);
    for (std::uint32_t row = 1; row < rows(); ++row) {
        const vertex v = order[row - 1];
        row_of_[v] = row;
        steady_[row] = plan.steady[v];
        const entrance counted = std::exchange(plan.entrances[v], {offsets_[row]});
        offsets_[row + std::size_t{1}] = offsets_[row] + counted.edges;
        each.look(1);
    }
}

/// The first giver has nothing to give: from it come the edges of vertices all of whose weights are 0.
void pull_graph::place_edges(layout& plan) {
    from_.resize(offsets_.back());
    beat_->look();
    weights_.assign(offsets_.back(), 0);
    beat_->look();
    giver_.push_back(unfed);
    share_.push_back(0);
    loop_pulse each(*beat_);
    for (const vertex v : plan.fed_givers) {
        const double share = share_of(plan.c, plan.weights, v);
        const std::uint32_t number = share > 0 ? static_cast<std::uint32_t>(giver_.size()) : 0;
        for (std::uint32_t e = plan.c.offsets[v]; e < plan.c.offsets[v + 1]; ++e) {
            const std::uint32_t at = plan.entrances[plan.c.targets[e]].meet(v) - 1;
            from_[at] = number;
            weights_[at] += plan.weight_of(e);
        }
        each.look(plan.degree(v));
        if (number == 0) continue;
        giver_.push_back(row_of_[v]);
        share_.push_back(share);
    }
    beat_->look();
    given_.assign(giver_.size(), 0);
    const auto is_one = [](double weight) { return weight == 1; };
    if (std::all_of(weights_.begin(), weights_.end(), is_one)) weights_ = {};
}

} // namespace comity::detail
