#include <comity/analysis/neighbourhoods.hpp>

#include "pulse.hpp"

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// Calls `visit(v, u)` for every edge by which `u` has the neighbour `v`, with `v` ascending.
template <class Visit>
void for_each_neighbour(const snapshot_columns& c, direction way, detail::pulse& pulse, Visit&& visit) {
    const auto count = static_cast<vertex>(c.nodes.size());
    const graph::incoming_columns* const in = way == direction::in ? nullptr : &c.incoming(pulse.within());
    detail::loop_pulse each(pulse);
    const auto visit_ends = [&](vertex v, const auto& offsets, const auto& ends) {
        for (std::uint32_t i = offsets[v]; i < offsets[v + 1]; ++i)
            if (ends[i] != v) visit(v, ends[i]);
        each.advance(1 + offsets[v + 1] - offsets[v]);
    };
    for (vertex v = 0; v < count; ++v) {
        if (way != direction::in) visit_ends(v, in->offsets, in->sources);
        if (way != direction::out) visit_ends(v, c.offsets, c.targets);
    }
}

} // namespace

neighbourhoods neighbourhoods_of(const snapshot& g, direction way, const progress& tell) {
    const snapshot_columns& c = g.columns();
    const std::size_t count = g.vertex_count();
    const std::size_t times = way == direction::both ? 4 : 2; // that each vertex and edge is looked at
    detail::pulse pulse(tell, "neighbourhoods", times * (count + g.edge_count()));
    // A vertex that `u` met last is the one that a further edge to it repeats.
    std::vector<vertex> last(count, snapshot_columns::no_vertex);
    neighbourhoods n;
    n.offsets.assign(count + 1, 0);
    for_each_neighbour(c, way, pulse, [&](vertex v, vertex u) {
        if (last[u] == v) return;
        last[u] = v;
        ++n.offsets[u + 1];
    });
    for (std::size_t u = 0; u < count; ++u) n.offsets[u + 1] += n.offsets[u];

    pulse.look(); // to make room for many takes its time
    n.neighbours.resize(n.offsets.back());
    pulse.look();
    n.relations.assign(n.offsets.back(), 0);
    pulse.look();
    std::vector<std::size_t> next(n.offsets.begin(), n.offsets.end() - 1);
    for_each_neighbour(c, way, pulse, [&](vertex v, vertex u) {
        const bool again = next[u] != n.offsets[u] && n.neighbours[next[u] - 1] == v;
        if (!again) n.neighbours[next[u]++] = v;
        ++n.relations[next[u] - 1];
    });
    pulse.finish();
    return n;
}

} // namespace comity
