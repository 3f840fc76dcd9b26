#include <comity/analysis/components.hpp>

#include "analysis/disjoint.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/strong_components.hpp>

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

/// Numbers the parts by their first vertex; `root_of(v)` names the part of `v` by a number below the count.
template <class RootOf>
components numbered(std::size_t count, RootOf&& root_of) {
    components c;
    c.of.resize(count);
    std::vector<std::uint32_t> number(count, snapshot_columns::no_vertex);
    for (std::size_t v = 0; v < count; ++v) {
        std::uint32_t& n = number[root_of(static_cast<vertex>(v))];
        if (n == snapshot_columns::no_vertex) {
            n = static_cast<std::uint32_t>(c.sizes.size());
            c.sizes.push_back(0);
        }
        c.of[v] = n;
        ++c.sizes[n];
    }
    return c;
}

} // namespace

components weak_components(const snapshot& g) {
    const snapshot_columns& c = g.columns();
    const auto count = static_cast<vertex>(g.vertex_count());
    detail::disjoint parts(count);
    for (vertex v = 0; v < count; ++v)
        for (std::uint32_t e = c.offsets[v]; e < c.offsets[v + 1]; ++e) parts.join(v, c.targets[e]);
    return numbered(count, [&](vertex v) { return parts.find(v); });
}

components strong_components(const snapshot& g) {
    std::vector<std::uint32_t> part(g.vertex_count());
    const auto index = get(boost::vertex_index, g);
    boost::strong_components(g, boost::make_iterator_property_map(part.begin(), index));
    return numbered(g.vertex_count(), [&](vertex v) { return part[v]; });
}

} // namespace comity
