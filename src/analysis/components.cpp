#include <comity/analysis/components.hpp>

#include "analysis/by_length.hpp"
#include "analysis/part_labels.hpp"
#include "analysis/those.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/strong_components.hpp>

#include <algorithm>
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
    detail::growing<std::uint32_t> numbers(c.of.size(), snapshot_columns::no_vertex);
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
    const snapshot_columns& c = g.columns();
    const std::span<const vertex> targets(c.targets);
    detail::part_labels parts(g.vertex_count());
    const auto degree = [&c](vertex v) { return c.offsets[v + 1] - c.offsets[v]; };
    const auto order = detail::by_length(
        detail::those(g.vertex_count(), [&degree](vertex v) { return degree(v) != 0; }), degree);
    // Those of many edges first: most that come after them then meet no one new.
    std::for_each(order.rbegin(), order.rend(),
                  [&](vertex v) { parts.join(v, targets.subspan(c.offsets[v], degree(v))); });
    return std::move(parts).number();
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
