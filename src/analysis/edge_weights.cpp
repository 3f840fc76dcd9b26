#include <comity/analysis/edge_weights.hpp>

#include <comity/error.hpp>
#include <comity/history/history.hpp>
#include <comity/view/view.hpp>

#include "analysis/reading.hpp"
#include "pulse.hpp"

#include <cstdint>
#include <string>

namespace comity {
namespace {

std::string in_words(const relation& r) {
    return "relation " + std::to_string(to_index(r.number())) + " (" + std::string(r.from().id()) + ' ' +
           std::string(r.type_name()) + ' ' + std::string(r.to().id()) + ')';
}

double weight_of(const view& v, const relation& r, attribute_type type, const std::string& name,
                 std::optional<double> missing) {
    const std::vector<attribute> values = detail::attributes_in(v, r, type);
    if (values.empty()) {
        if (missing) return *missing;
        throw error(errc::invalid_argument,
                    in_words(r) + " has no '" + name + "': say what such a relation weighs");
    }
    const double weight = values.front().number_value();
    for (const attribute& other : values)
        if (other.number_value() != weight)
            throw error(errc::invalid_argument, in_words(r) + " has several values of '" + name +
                                                    "': " + values.front().to_string() + " and " +
                                                    other.to_string() + "; expected one");
    return weight;
}

} // namespace

std::vector<double> weights_by_count(const snapshot& g, const progress& tell) {
    const graph::snapshot_columns& c = g.columns();
    detail::pulse pulse(tell, "weights", g.vertex_count() + g.edge_count());
    std::vector<double> weights(g.edge_count());
    detail::loop_pulse each(pulse);
    std::vector<std::uint32_t> times(g.vertex_count(), 0); // edges to each vertex from the one looked at
    for (graph::vertex v = 0; v < g.vertex_count(); ++v) {
        const std::uint32_t first = c.offsets[v], end = c.offsets[v + 1];
        for (std::uint32_t e = first; e < end; ++e) ++times[c.targets[e]];
        for (std::uint32_t e = first; e < end; ++e) weights[e] = times[c.targets[e]];
        for (std::uint32_t e = first; e < end; ++e) times[c.targets[e]] = 0;
        each.advance(1 + end - first);
    }
    pulse.finish();
    return weights;
}

std::vector<double> weights_by_attribute(const snapshot& g, attribute_type type,
                                         std::optional<double> missing, const progress& tell) {
    const history h(g.store());
    const attribute_type_definition& wanted = h.schema().definition(type);
    if (wanted.value != value_type::number)
        throw error(errc::invalid_argument, "the values of '" + wanted.name + "' are of type " +
                                                std::string(to_string(wanted.value)) + "; expected number");
    const view seen = h.all().read_as(g.reading());
    detail::pulse pulse(tell, "weights", g.edge_count());
    std::vector<double> weights(g.edge_count());
    detail::loop_pulse each(pulse);
    for (std::uint32_t e = 0; e < weights.size(); ++e) {
        weights[e] = weight_of(seen, g.relation({0, 0, e}), type, wanted.name, missing);
        each.advance(1);
    }
    pulse.finish();
    return weights;
}

} // namespace comity
