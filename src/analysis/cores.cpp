#include <comity/analysis/cores.hpp>

#include "pulse.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

// Boost.Graph's core_numbers counts parallel edges each; who stands next to whom is what is asked here.

namespace comity {
namespace {

using graph::vertex;

/// Vertices by the number of neighbours that they have left, with the place where each number's run begins.
struct by_degree {
    by_degree(const neighbourhoods& n, detail::pulse& beat)
        : left(n.vertex_count()), place(left.size()), order(left.size()) {
        detail::loop_pulse each(beat);
        std::uint32_t most = 0;
        for (vertex v = 0; v < left.size(); ++v) {
            left[v] = static_cast<std::uint32_t>(n.degree(v));
            most = std::max(most, left[v]);
            each.look(1);
        }
        begins.assign(std::size_t{most} + 2, 0);
        for (const std::uint32_t d : left) ++begins[d + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        std::vector<std::uint32_t> next = begins;
        for (vertex v = 0; v < left.size(); ++v) {
            place[v] = next[left[v]]++;
            order[place[v]] = v;
            each.look(1);
        }
    }

    /// One neighbour fewer: swaps `v` with the first of its run, which then ends the run below.
    void lower(vertex v) {
        const std::uint32_t first = begins[left[v]]++;
        const vertex other = order[first];
        std::swap(order[place[v]], order[first]);
        std::swap(place[v], place[other]);
        --left[v];
    }

    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> place;
    std::vector<vertex> order;
    std::vector<std::uint32_t> begins;
};

} // namespace

std::vector<std::uint32_t> core_numbers(const snapshot& g, const progress& tell) {
    detail::pulse pulse(tell, "core numbers", g.vertex_count() + 2 * g.edge_count());
    const neighbourhoods n = neighbourhoods_of(g, direction::both, pulse.within());
    by_degree d(n, pulse);
    detail::loop_pulse each(pulse);
    for (std::size_t i = 0; i < d.order.size(); ++i) {
        const vertex v = d.order[i];
        for (const vertex u : n.of(v))
            if (d.left[u] > d.left[v]) d.lower(u);
        each.advance(1 + n.degree(v));
    }
    pulse.finish();
    return std::move(d.left);
}

} // namespace comity
