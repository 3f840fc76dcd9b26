#include <comity/analysis/components.hpp>

#include "analysis/by_length.hpp"
#include "analysis/part_labels.hpp"
#include "analysis/those.hpp"
#include "pulse.hpp"

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

/// What Boost.Graph writes down by vertex. It asks nobody whether to go on, and so this looks each time that
/// something is written.
template <class Value>
class looking_map {
public:
    using key_type = vertex;
    using value_type = Value;
    using reference = Value;
    using category = boost::read_write_property_map_tag;

    looking_map(detail::growing<Value>& values, detail::loop_pulse& beat)
        : values_(values.data()), beat_(&beat) {}

    friend Value get(const looking_map& m, vertex v) { return m.values_[v]; }
    friend void put(const looking_map& m, vertex v, Value value) {
        m.values_[v] = value;
        m.beat_->advance(1);
    }

private:
    Value* values_;
    detail::loop_pulse* beat_;
};

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
    constexpr std::size_t times = 5; // that a vertex gets a colour or a part
    detail::pulse pulse(tell, "strong components", times * g.vertex_count());
    components c;
    c.of.resize(g.vertex_count());
    detail::growing<boost::default_color_type> colours(g.vertex_count());
    detail::loop_pulse each(pulse);
    boost::strong_components(g, looking_map(c.of, each), boost::color_map(looking_map(colours, each)));
    number_by_first(c, pulse);
    pulse.finish();
    return c;
}

} // namespace comity
