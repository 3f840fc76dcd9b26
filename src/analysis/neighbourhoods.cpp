#include <comity/analysis/neighbourhoods.hpp>

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// Calls `visit(v, u)` for every edge by which `u` has the neighbour `v`, with `v` ascending.
template <class Visit>
void for_each_neighbour(const snapshot_columns& c, direction way, Visit&& visit) {
    const auto count = static_cast<vertex>(c.nodes.size());
    const graph::incoming_columns* const in = way == direction::in ? nullptr : &c.incoming();
    for (vertex v = 0; v < count; ++v) {
        if (way != direction::in)
            for (std::uint32_t i = in->offsets[v]; i < in->offsets[v + 1]; ++i)
                if (in->sources[i] != v) visit(v, in->sources[i]);
        if (way != direction::out)
            for (std::uint32_t i = c.offsets[v]; i < c.offsets[v + 1]; ++i)
                if (c.targets[i] != v) visit(v, c.targets[i]);
    }
}

} // namespace

neighbourhoods neighbourhoods_of(const snapshot& g, direction way) {
    const snapshot_columns& c = g.columns();
    const std::size_t count = g.vertex_count();
    // A vertex that `u` met last is the one that a further edge to it repeats.
    std::vector<vertex> last(count, snapshot_columns::no_vertex);
    neighbourhoods n;
    n.offsets.assign(count + 1, 0);
    for_each_neighbour(c, way, [&](vertex v, vertex u) {
        if (last[u] == v) return;
        last[u] = v;
        ++n.offsets[u + 1];
    });
    for (std::size_t u = 0; u < count; ++u) n.offsets[u + 1] += n.offsets[u];

    n.neighbours.resize(n.offsets.back());
    n.relations.assign(n.offsets.back(), 0);
    std::vector<std::size_t> next(n.offsets.begin(), n.offsets.end() - 1);
    for_each_neighbour(c, way, [&](vertex v, vertex u) {
        const bool again = next[u] != n.offsets[u] && n.neighbours[next[u] - 1] == v;
        if (!again) n.neighbours[next[u]++] = v;
        ++n.relations[next[u] - 1];
    });
    return n;
}

} // namespace comity
