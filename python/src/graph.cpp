#include "facts.hpp"
#include "interruptible.hpp"
#include "numpy_array.hpp"

#include <comity/analysis/betweenness.hpp>
#include <comity/analysis/cores.hpp>
#include <comity/analysis/edge_weights.hpp>
#include <comity/error.hpp>
#include <comity/io/graph_tables.hpp>

#include <pybind11/functional.h>

#include <array>
#include <limits>
#include <span>

namespace comity::python {

namespace {

using graph::incoming_columns;
using graph::snapshot_columns;

/// Runs `find` without the interpreter's lock.
template <class Find>
auto unlocked(Find&& find) {
    const py::gil_scoped_release release;
    return find();
}

template <class Enum, std::size_t N>
Enum named(std::string_view name, const std::array<std::pair<std::string_view, Enum>, N>& known,
           const char* what) {
    std::string expected;
    for (const auto& [text, value] : known) {
        if (text == name) return value;
        expected += (expected.empty() ? "'" : ", '") + std::string(text) + "'";
    }
    throw error(errc::invalid_argument,
                std::string(what) + "='" + std::string(name) + "': expected one of " + expected);
}

direction direction_named(std::string_view name) {
    constexpr std::array known{std::pair<std::string_view, direction>{"out", direction::out},
                               std::pair<std::string_view, direction>{"in", direction::in},
                               std::pair<std::string_view, direction>{"both", direction::both}};
    return named(name, known, "way");
}

tie_weight weight_named(std::string_view name) {
    constexpr std::array known{std::pair<std::string_view, tie_weight>{"count", tie_weight::count},
                               std::pair<std::string_view, tie_weight>{"jaccard", tie_weight::jaccard},
                               std::pair<std::string_view, tie_weight>{"newman", tie_weight::newman}};
    return named(name, known, "weight");
}

calendar_unit unit_named(std::string_view name) {
    constexpr std::array known{std::pair<std::string_view, calendar_unit>{"day", calendar_unit::day},
                               std::pair<std::string_view, calendar_unit>{"month", calendar_unit::month},
                               std::pair<std::string_view, calendar_unit>{"year", calendar_unit::year}};
    return named(name, known, "unit");
}

py::array lent(const snapshot& g, std::span<const std::uint32_t> column) {
    return lent_array<std::uint32_t>(std::make_shared<snapshot>(g), column.data(), column.size());
}
template <detail::growing<std::uint32_t> snapshot_columns::*Column>
py::array column_of(const snapshot& g) {
    return lent(g, g.columns().*Column);
}
template <detail::growing<std::uint32_t> incoming_columns::*Column>
py::array incoming_of(const snapshot& g) {
    const incoming_columns& made = interruptibly(
        py::none(), [&g](const progress& p) -> decltype(auto) { return g.columns().incoming(p); });
    return lent(g, made.*Column);
}

/// Weights as a buffer of doubles that lie together.
std::span<const double> weights_in(const py::buffer_info& info) {
    if (info.ndim != 1 || info.format != py::format_descriptor<double>::format() ||
        (info.size > 1 && info.strides[0] != sizeof(double)))
        throw error(errc::invalid_argument, "the weights are not one row of numbers");
    return {static_cast<const double*>(info.ptr), static_cast<std::size_t>(info.size)};
}

std::vector<graph::vertex> vertices_of(const snapshot& g, const std::vector<std::string>& ids) {
    const history h(g.store());
    std::vector<graph::vertex> vertices;
    for (const std::string& id : ids) {
        const std::optional<node> n = h.find(id);
        const auto v = n ? g.find(*n) : std::nullopt;
        if (!v) throw error(errc::unknown_id, "no node '" + id + "' in this snapshot");
        vertices.push_back(*v);
    }
    return vertices;
}

table pageranks_of(const snapshot& g, double damping, std::size_t iterations, double tolerance,
                   const std::optional<py::buffer>& weights, const py::object& tell) {
    pagerank_options how;
    how.damping = damping;
    how.iterations = iterations;
    how.tolerance = tolerance;
    std::optional<py::buffer_info> lent;
    if (weights) lent = weights->request();
    if (lent) how.weights = weights_in(*lent);
    return interruptibly(tell, [&](const progress& p) {
        how.tell = p;
        return to_table(g, pagerank(g, how), p);
    });
}

table betweenness_of(const snapshot& g, std::string_view way, std::size_t samples, std::uint64_t seed,
                     unsigned threads, const py::object& tell) {
    betweenness_options how;
    how.way = direction_named(way);
    how.samples = samples;
    how.seed = seed;
    how.threads = threads;
    return interruptibly(tell, [&](const progress& p) {
        how.tell = p;
        return vertex_table(g, "betweenness", betweenness(g, how), p);
    });
}

table co_occurrence_of(const snapshot& g, std::string_view weight, std::size_t smallest,
                       std::optional<std::size_t> largest, std::size_t least_shared, bool of_targets,
                       const py::object& tell) {
    co_occurrence_options how;
    how.weight = weight_named(weight);
    how.smallest = smallest;
    how.largest = largest.value_or(std::numeric_limits<std::size_t>::max());
    how.least_shared = least_shared;
    return interruptibly(tell, [&](const progress& p) {
        how.tell = p;
        return to_table(g, of_targets ? co_occurrence_of_targets(g, how) : co_occurrence(g, how), p);
    });
}

table weights_of(const snapshot& g, const std::optional<std::string>& attribute,
                 std::optional<double> missing, const py::object& tell) {
    return interruptibly(tell, [&](const progress& p) {
        if (!attribute) return edge_table(g, "weight", weights_by_count(g, p), p);
        const attribute_type type = history(g.store()).schema().attribute_type_named(*attribute);
        return edge_table(g, "weight", weights_by_attribute(g, type, missing, p), p);
    });
}

table distances_of(const snapshot& g, const std::vector<std::string>& ids, std::string_view way,
                   const py::object& tell) {
    return interruptibly(tell, [&](const progress& p) {
        return distances_table(g, distances(g, vertices_of(g, ids), direction_named(way), p), p);
    });
}

/// Parts or counts of all vertices, by an algorithm that has no options.
template <auto Find>
table found_on(const snapshot& g, const py::object& tell) {
    return interruptibly(tell, [&g](const progress& p) { return to_table(g, Find(g, p), p); });
}

journey_options journeys(bool certain, std::string_view way, py::object tell) {
    journey_options how;
    how.surety = certain ? truth::certain : truth::possible;
    how.way = direction_named(way);
    how.tell = interruptible(std::move(tell));
    return how;
}

table arrivals_of(const view& v, const node_or_id& from, std::string_view start, bool certain,
                  std::string_view way, py::object tell) {
    const node n = node_of(v.history(), from);
    const day first = days_of(start).first;
    const journey_options how = journeys(certain, way, std::move(tell));
    return unlocked([&] { return to_table(earliest_arrivals(v, n, first, how)); });
}

table departures_of(const view& v, const node_or_id& to, std::string_view end, bool certain,
                    std::string_view way, py::object tell) {
    const node n = node_of(v.history(), to);
    const day last = days_of(end).second;
    const journey_options how = journeys(certain, way, std::move(tell));
    return unlocked([&] { return to_table(latest_departures(v, n, last, how)); });
}

table fastest_of(const view& v, const node_or_id& from, const node_or_id& to, bool certain,
                 std::string_view way, py::object tell) {
    const node a = node_of(v.history(), from), b = node_of(v.history(), to);
    const journey_options how = journeys(certain, way, std::move(tell));
    return unlocked([&] { return to_table(fastest_journey(v, a, b, how)); });
}

table closeness_of(const view& v, std::string_view start, bool certain, std::string_view way,
                   py::object tell) {
    const day first = days_of(start).first;
    const journey_options how = journeys(certain, way, std::move(tell));
    return unlocked([&] { return closeness_table(v.history(), temporal_closeness(v, first, how)); });
}

std::vector<day_range> windows(std::string_view from, std::string_view to, std::string_view unit,
                               std::size_t length, std::optional<std::size_t> step, bool on_days) {
    const day first = days_of(from).first, last = days_of(to).second;
    const calendar_unit u = unit_named(unit);
    if (on_days) return single_days(first, last, u, step.value_or(length));
    if (step.value_or(length) == length) return consecutive_windows(first, last, u, length);
    return sliding_windows(first, last, u, length, *step);
}

table rolling_of(const view& v, std::string_view from, std::string_view to, std::string_view unit,
                 std::size_t length, std::optional<std::size_t> step, bool on_days, bool by, bool components,
                 py::object tell) {
    const std::vector<day_range> all = windows(from, to, unit, length, step, on_days);
    rolling_options how;
    how.by = by;
    how.components = components;
    how.tell = interruptible(std::move(tell));
    return unlocked([&] { return to_table(rolling(v, all, how), components); });
}

void register_snapshot(py::module_& m) {
    py::class_<snapshot>(m, "Snapshot")
        .def_property_readonly("vertex_count", &snapshot::vertex_count)
        .def_property_readonly("edge_count", &snapshot::edge_count)
        .def_property_readonly("offsets", &column_of<&snapshot_columns::offsets>)
        .def_property_readonly("targets", &column_of<&snapshot_columns::targets>)
        .def_property_readonly("in_offsets", &incoming_of<&incoming_columns::offsets>)
        .def_property_readonly("in_sources", &incoming_of<&incoming_columns::sources>)
        .def_property_readonly("in_edges", &incoming_of<&incoming_columns::edges>)
        .def_property_readonly("nodes", &column_of<&snapshot_columns::nodes>)
        .def("pagerank", &pageranks_of, py::arg("damping"), py::arg("iterations"), py::arg("tolerance"),
             py::arg("weights"), py::arg("progress"))
        .def("weak_components", &found_on<&weak_components>, py::arg("progress"))
        .def("strong_components", &found_on<&strong_components>, py::arg("progress"))
        .def("clustering", &found_on<&clustering>, py::arg("progress"))
        .def(
            "core_numbers",
            [](const snapshot& g, const py::object& tell) {
                return interruptibly(
                    tell, [&g](const progress& p) { return vertex_table(g, "core", core_numbers(g, p), p); });
            },
            py::arg("progress"))
        .def("weights", &weights_of, py::arg("attribute"), py::arg("missing"), py::arg("progress"))
        .def("betweenness", &betweenness_of, py::arg("way"), py::arg("samples"), py::arg("seed"),
             py::arg("threads"), py::arg("progress"))
        .def("distances", &distances_of, py::arg("ids"), py::arg("way"), py::arg("progress"))
        .def(
            "transitive_closure",
            [](const snapshot& g, std::size_t most, const py::object& tell) {
                return interruptibly(
                    tell, [&](const progress& p) { return to_table(g, transitive_closure(g, most, p), p); });
            },
            py::arg("most"), py::arg("progress"))
        .def("co_occurrence", &co_occurrence_of, py::arg("weight"), py::arg("smallest"), py::arg("largest"),
             py::arg("least_shared"), py::arg("of_targets"), py::arg("progress"));
    m.def(
        "snapshot", [](const view& v) { return v.snapshot(); }, py::arg("view"), without_gil());
}

} // namespace

void register_graph(py::module_& m) {
    register_snapshot(m);
    m.def("earliest_arrivals", &arrivals_of, py::arg("view"), py::arg("node"), py::arg("start"),
          py::arg("certain"), py::arg("way"), py::arg("progress"));
    m.def("latest_departures", &departures_of, py::arg("view"), py::arg("node"), py::arg("end"),
          py::arg("certain"), py::arg("way"), py::arg("progress"));
    m.def("fastest_journey", &fastest_of, py::arg("view"), py::arg("start"), py::arg("end"),
          py::arg("certain"), py::arg("way"), py::arg("progress"));
    m.def("temporal_closeness", &closeness_of, py::arg("view"), py::arg("start"), py::arg("certain"),
          py::arg("way"), py::arg("progress"));
    m.def("rolling", &rolling_of, py::arg("view"), py::arg("start"), py::arg("end"), py::arg("unit"),
          py::arg("length"), py::arg("step"), py::arg("on_days"), py::arg("by"), py::arg("components"),
          py::arg("progress"));
}

} // namespace comity::python
