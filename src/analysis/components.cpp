#include <comity/analysis/components.hpp>

#include "analysis/disjoint.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// The set that most of some vertices, evenly spread, are in; there is at least one vertex.
vertex most_common(detail::disjoint& parts, vertex count) {
    constexpr vertex asked = 64;
    std::vector<vertex> roots;
    for (vertex v = 0; v < count; v += count / asked + 1) roots.push_back(parts.find(v));
    std::sort(roots.begin(), roots.end());
    vertex found = roots.front();
    std::ptrdiff_t longest = 0;
    for (auto run = roots.begin(), end = run; run != roots.end(); run = end) {
        end = std::upper_bound(run, roots.end(), *run);
        if (end - run <= longest) continue;
        longest = end - run;
        found = *run;
    }
    return found;
}

/// Joins along the first edge out of and into each vertex. Mostly one great part comes of that, and of what
/// is in it no more edges need be looked at: those that lead out of it are met from the other end. Afforest,
/// of Sutton, Ben-Nun and Barak (Optimizing Parallel Graph Connectivity Computation via Subgraph Sampling,
/// IPDPS 2018).
detail::disjoint joined(const snapshot_columns& c, vertex count) {
    const graph::incoming_columns& in = c.incoming();
    detail::disjoint parts(count);
    const auto join_along = [&parts](vertex v, const std::vector<vertex>& ends, std::uint32_t first,
                                     std::uint32_t end) {
        for (std::uint32_t e = first; e < end; ++e) parts.join(v, ends[e]);
    };
    const auto first_of = [](const std::vector<std::uint32_t>& offsets, vertex v) {
        return std::min(offsets[v] + 1, offsets[v + 1]);
    };
    for (vertex v = 0; v < count; ++v) {
        join_along(v, c.targets, c.offsets[v], first_of(c.offsets, v));
        join_along(v, in.sources, in.offsets[v], first_of(in.offsets, v));
    }
    vertex great = count == 0 ? 0 : most_common(parts, count);
    for (vertex v = 0; v < count; ++v) {
        great = parts.find(great); // it may have grown by a lesser number
        if (parts.find(v) == great) continue;
        join_along(v, c.targets, first_of(c.offsets, v), c.offsets[v + 1]);
        join_along(v, in.sources, first_of(in.offsets, v), in.offsets[v + 1]);
    }
    return parts;
}

/// Numbers the parts anew, by their first vertex.
void number_by_first(components& c) {
    std::vector<std::uint32_t> numbers(c.of.size(), snapshot_columns::no_vertex);
    for (std::uint32_t& part : c.of) {
        std::uint32_t& n = numbers[part];
        if (n == snapshot_columns::no_vertex) {
            n = static_cast<std::uint32_t>(c.sizes.size());
            c.sizes.push_back(0);
        }
        part = n;
        ++c.sizes[n];
    }
}

} // namespace

components weak_components(const snapshot& g) {
    components c;
    c.of = joined(g.columns(), static_cast<vertex>(g.vertex_count())).number(c.sizes);
    return c;
}

components strong_components(const snapshot& g) {
    components c;
    c.of.resize(g.vertex_count());
    const auto index = get(boost::vertex_index, g);
    boost::strong_components(g, boost::make_iterator_property_map(c.of.begin(), index));
    number_by_first(c);
    return c;
}

} // namespace comity
