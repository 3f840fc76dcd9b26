#include <comity/analysis/pagerank.hpp>

#include "pulse.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Boost.Graph's page_rank pushes along out-edges through property maps and keeps no weights; this one pulls
// along in-edges, so that each rank is one sum of a run of contributions.

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

void require_sound(const pagerank_options& o, std::size_t edges) {
    if (!(o.damping >= 0 && o.damping < 1))
        throw error(errc::invalid_argument,
                    "the damping is " + std::to_string(o.damping) + "; expected 0 or more and below 1");
    if (!(o.tolerance >= 0))
        throw error(errc::invalid_argument,
                    "the tolerance is " + std::to_string(o.tolerance) + "; expected 0 or more");
    if (!o.weights.empty() && o.weights.size() != edges)
        throw error(errc::invalid_argument, std::to_string(o.weights.size()) + " weights for " +
                                                std::to_string(edges) + " edges; expected one for each");
    for (std::size_t e = 0; e < o.weights.size(); ++e)
        if (!(o.weights[e] >= 0) || !std::isfinite(o.weights[e]))
            throw error(errc::invalid_argument, "the weight of edge " + std::to_string(e) + " is " +
                                                    std::to_string(o.weights[e]) +
                                                    "; expected a finite number, 0 or more");
}

/// The sum of `term(i)` for i from `first` to below `end`: four sums at a time, so that no addition waits for
/// the one before.
template <class Term>
double summed(std::uint32_t first, std::uint32_t end, Term&& term) {
    double a = 0, b = 0, c = 0, d = 0;
    for (; end - first >= 4; first += 4) {
        a += term(first);
        b += term(first + 1);
        c += term(first + 2);
        d += term(first + 3);
    }
    for (; first < end; ++first) a += term(first);
    return (a + b) + (c + d);
}

/// The vertices of which something is true. Without a branch, since that would be foreseen wrongly too often.
template <class Is>
std::vector<vertex> those(std::size_t count, Is&& is) {
    std::vector<vertex> found(count);
    std::size_t size = 0;
    for (vertex v = 0; v < count; ++v) {
        found[size] = v;
        size += is(v) ? 1u : 0u;
    }
    found.resize(size);
    return found;
}

/// The graph as an iteration walks it. Only vertices that something enters have a rank to be worked out, one
/// row each, and only those that something leaves give any away: in a view of few days most are neither.
class pull_graph {
public:
    pull_graph(const snapshot_columns& c, std::span<const double> weights) {
        place_edges(c, weights, place_rows(c));
    }

    static constexpr std::uint32_t bare = 0; ///< the row of all that nothing enters

    [[nodiscard]] std::size_t rows() const noexcept { return offsets_.size(); }
    /// By vertex: its row.
    [[nodiscard]] const std::vector<std::uint32_t>& row_of() const noexcept { return row_of_; }

    /// Lays ready what each giver hands to its edges, by the ranks of the rows. How much that is in all.
    double give(const std::vector<double>& ranks) noexcept {
        return summed(1, static_cast<std::uint32_t>(giver_.size()), [&](std::uint32_t g) {
            const double rank = ranks[giver_[g]];
            given_[g] = rank * share_[g];
            return rank;
        });
    }
    /// What the edges into a row bring along.
    [[nodiscard]] double drawn(std::uint32_t row) const noexcept {
        const std::uint32_t first = offsets_[row - 1];
        const std::uint32_t end = offsets_[row];
        if (weights_.empty()) return summed(first, end, [this](std::uint32_t i) { return given_[from_[i]]; });
        return summed(first, end, [this](std::uint32_t i) { return given_[from_[i]] * weights_[i]; });
    }

private:
    std::vector<std::uint32_t> place_rows(const snapshot_columns& c);
    void place_edges(const snapshot_columns& c, std::span<const double> weights,
                     std::vector<std::uint32_t> next);

    std::vector<std::uint32_t> row_of_;
    std::vector<std::uint32_t> offsets_; ///< by row: where the edges into it end
    std::vector<std::uint32_t> from_;    ///< by edge, in the order of rows: which giver
    std::vector<double> weights_;        ///< the same; empty: each edge counts 1
    std::vector<std::uint32_t> giver_;   ///< by giver: its row
    std::vector<double> share_;          ///< by giver: one over the weight of what leaves it
    std::vector<double> given_;          ///< by giver
};

/// Rows in the order of how many edges enter them: loops of the same length follow each other, and the
/// processor foresees where they end. A counting sort; rows of many edges lie together in any order.
/// Returns, by vertex, where the first edge into it goes.
std::vector<std::uint32_t> pull_graph::place_rows(const snapshot_columns& c) {
    constexpr std::uint32_t most = 64;
    const std::size_t count = c.nodes.size();
    std::vector<std::uint32_t> entering(count);
    for (const vertex to : c.targets) ++entering[to];
    const std::vector<vertex> entered = those(count, [&](vertex v) { return entering[v] != 0; });
    std::array<std::uint32_t, most + 2> next{};
    for (const vertex v : entered) ++next[std::min(entering[v], most) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<vertex> order(entered.size());
    for (const vertex v : entered) order[next[std::min(entering[v], most)]++] = v;
    row_of_.assign(count, bare);
    offsets_.reserve(order.size() + 1);
    offsets_.push_back(0);
    for (const vertex v : order) {
        row_of_[v] = static_cast<std::uint32_t>(offsets_.size());
        const std::uint32_t first = offsets_.back();
        offsets_.push_back(first + std::exchange(entering[v], first));
    }
    return entering;
}

/// While edges are put in place `next` says, by vertex, where the next one into it goes. The first giver has
/// nothing to give: from it come the edges of vertices all of whose weights are 0.
void pull_graph::place_edges(const snapshot_columns& c, std::span<const double> weights,
                             std::vector<std::uint32_t> next) {
    from_.resize(c.targets.size());
    weights_.resize(weights.size());
    giver_.push_back(bare);
    share_.push_back(0);
    const auto leaves = [&](vertex v) { return c.offsets[v] != c.offsets[v + 1]; };
    for (const vertex v : those(c.nodes.size(), leaves)) {
        const std::uint32_t first = c.offsets[v];
        const std::uint32_t end = c.offsets[v + 1];
        const double leaving =
            weights.empty() ? end - first : summed(first, end, [&](std::uint32_t e) { return weights[e]; });
        const std::uint32_t giver = leaving > 0 ? static_cast<std::uint32_t>(giver_.size()) : 0;
        for (std::uint32_t e = first; e < end; ++e) {
            const std::uint32_t at = next[c.targets[e]]++;
            from_[at] = giver;
            if (!weights.empty()) weights_[at] = weights[e];
        }
        if (giver == 0) continue;
        giver_.push_back(row_of_[v]);
        share_.push_back(1 / leaving);
    }
    given_.resize(giver_.size());
}

} // namespace

pageranks pagerank(const snapshot& g, const pagerank_options& options) {
    require_sound(options, g.edge_count());
    pageranks result;
    const std::size_t count = g.vertex_count();
    if (count == 0) return result;
    pull_graph graph(g.columns(), options.weights);
    std::vector<double> ranks(graph.rows(), 1.0 / static_cast<double>(count));
    const auto bare_ones = static_cast<double>(count - (graph.rows() - 1));
    detail::pulse pulse(options.tell, "pagerank", options.iterations);
    while (result.iterations < options.iterations) {
        pulse(result.iterations++);
        const double stuck = 1 - graph.give(ranks); // the weight that no edge takes on
        const double base = (1 - options.damping + options.damping * stuck) / static_cast<double>(count);
        result.change = std::abs(base - ranks[pull_graph::bare]) * bare_ones;
        ranks[pull_graph::bare] = base;
        for (std::uint32_t row = 1; row < graph.rows(); ++row) {
            const double rank = base + options.damping * graph.drawn(row);
            result.change += std::abs(rank - ranks[row]);
            ranks[row] = rank;
        }
        if (result.change < options.tolerance) break;
    }
    result.ranks.reserve(count);
    for (const std::uint32_t row : graph.row_of()) result.ranks.push_back(ranks[row]);
    return result;
}

} // namespace comity
