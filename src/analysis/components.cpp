#include <comity/analysis/components.hpp>

#include "analysis/disjoint.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/strong_components.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace comity {
namespace {

using graph::snapshot_columns;
using graph::vertex;

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
    const snapshot_columns& columns = g.columns();
    const std::span<const vertex> targets(columns.targets);
    detail::disjoint parts(g.vertex_count());
    for (vertex v = 0; v < g.vertex_count(); ++v) {
        const std::uint32_t first = columns.offsets[v];
        const std::uint32_t end = columns.offsets[v + 1];
        if (first != end) parts.join_each(v, targets.subspan(first, end - first));
    }
    components c;
    c.of = std::move(parts).number(c.sizes);
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
