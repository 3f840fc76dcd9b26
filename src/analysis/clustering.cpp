#include <comity/analysis/clustering.hpp>

#include "pulse.hpp"

#include <algorithm>
#include <tuple>

namespace comity {
namespace {

using graph::vertex;

/// Of each vertex the neighbours with more neighbours than it: a hub has few above it, so that no list is
/// longer than the square root of twice the edges.
neighbourhoods upward(const neighbourhoods& n, detail::pulse& pulse) {
    const auto below = [&](vertex a, vertex b) {
        return std::tuple(n.degree(a), a) < std::tuple(n.degree(b), b);
    };
    neighbourhoods up;
    up.offsets.push_back(0);
    up.neighbours.reserve(n.neighbours.size() / 2);
    detail::loop_pulse each(pulse);
    for (vertex v = 0; v < n.vertex_count(); ++v) {
        each.look(1 + n.degree(v));
        for (const vertex u : n.of(v))
            if (below(v, u)) up.neighbours.push_back(u);
        up.offsets.push_back(up.neighbours.size());
    }
    return up;
}

void count_triangles(const neighbourhoods& up, clustering_counts& c, detail::pulse& pulse) {
    std::vector<std::uint8_t> marked(up.vertex_count(), 0);
    for (vertex v = 0; v < up.vertex_count(); ++v) {
        pulse(v);
        for (const vertex u : up.of(v)) marked[u] = 1;
        for (const vertex u : up.of(v))
            for (const vertex w : up.of(u)) {
                if (marked[w] == 0) continue;
                ++c.triangles[v];
                ++c.triangles[u];
                ++c.triangles[w];
                ++c.total;
            }
        for (const vertex u : up.of(v)) marked[u] = 0;
    }
}

} // namespace

clustering_counts clustering(const snapshot& g, const progress& tell) {
    detail::pulse pulse(tell, "triangles", g.vertex_count());
    const neighbourhoods n = neighbourhoods_of(g, direction::both, pulse.within());
    clustering_counts c;
    c.triangles.assign(n.vertex_count(), 0);
    pulse.look();
    c.local.assign(n.vertex_count(), 0);
    count_triangles(upward(n, pulse), c, pulse);
    detail::loop_pulse each(pulse);
    double pairs = 0;
    for (vertex v = 0; v < n.vertex_count(); ++v) {
        const auto degree = static_cast<double>(n.degree(v));
        const double of_v = degree * (degree - 1) / 2;
        if (of_v > 0) c.local[v] = static_cast<double>(c.triangles[v]) / of_v;
        pairs += of_v;
        each.look(1);
    }
    if (pairs > 0) c.transitivity = 3 * static_cast<double>(c.total) / pairs;
    pulse.finish();
    return c;
}

} // namespace comity
