#include <comity/analysis/pagerank.hpp>

#include "analysis/pull_graph.hpp"
#include "pulse.hpp"

#include <comity/error.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// Boost.Graph's page_rank pushes along out-edges through property maps and keeps no weights; this one pulls
// along in-edges, so that each rank is one sum of a run of contributions.

namespace comity {
namespace {

using detail::pull_graph;

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

} // namespace

pageranks pagerank(const snapshot& g, const pagerank_options& options) {
    require_sound(options, g.edge_count());
    pageranks result;
    const std::size_t count = g.vertex_count();
    if (count == 0) return result;
    detail::pulse pulse(options.tell, "pagerank", options.iterations);
    pull_graph graph(g.columns(), options.weights, pulse);
    pulse.look();
    detail::growing<double> ranks(graph.rows(), 1.0 / static_cast<double>(count));
    const auto unfed = static_cast<double>(count - (graph.rows() - 1));
    while (result.iterations < options.iterations) {
        pulse(result.iterations++);
        const double stuck = 1 - graph.give(ranks); // the weight that no edge takes on
        const double base = (1 - options.damping + options.damping * stuck) / static_cast<double>(count);
        const auto renew = [&](std::uint32_t row, double brought) {
            const double rank = base + options.damping * brought;
            return std::abs(rank - std::exchange(ranks[row], rank));
        };
        result.change = unfed * renew(pull_graph::unfed, 0) + graph.draw(renew);
        if (result.change < options.tolerance) break;
    }
    pulse.finish();
    result.ranks.reserve(count);
    for (const std::uint32_t row : graph.row_of()) result.ranks.push_back(ranks[row]);
    return result;
}

} // namespace comity
