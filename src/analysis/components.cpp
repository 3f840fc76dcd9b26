#include <comity/analysis/components.hpp>

#include "analysis/by_length.hpp"
#include "analysis/part_labels.hpp"
#include "analysis/strong_search.hpp"
#include "analysis/those.hpp"
#include "pulse.hpp"

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
void number_by_first(components& c, detail::pulse& pulse) {
    detail::loop_pulse each(pulse);
    detail::growing<std::uint32_t> numbers(c.of.size(), snapshot_columns::no_vertex);
    for (std::uint32_t& part : c.of) {
        each.look(1);
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

components weak_components(const snapshot& g, const progress& tell) {
    const snapshot_columns& c = g.columns();
    const std::span<const vertex> targets(c.targets);
    detail::pulse pulse(tell, "weak components", g.vertex_count() + g.edge_count());
    detail::part_labels parts(g.vertex_count());
    const auto degree = [&c](vertex v) { return c.offsets[v + 1] - c.offsets[v]; };
    const auto order = detail::by_length(
        detail::those(g.vertex_count(), [&degree](vertex v) { return degree(v) != 0; }), degree);
    detail::loop_pulse each(pulse);
    // Those of many edges first: most that come after them then meet no one new.
    std::for_each(order.rbegin(), order.rend(), [&](vertex v) {
        parts.join(v, targets.subspan(c.offsets[v], degree(v)));
        each.advance(1 + degree(v));
    });
    components found = std::move(parts).number(pulse);
    pulse.finish();
    return found;
}

components strong_components(const snapshot& g, const progress& tell) {
    detail::pulse pulse(tell, "strong components", g.vertex_count() + g.edge_count());
    components c;
    c.of = detail::strong_search(g.columns()).run(pulse);
    number_by_first(c, pulse);
    pulse.finish();
    return c;
}

} // namespace comity
