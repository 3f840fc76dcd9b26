// Graph algorithms, ways through time and rolling views, each as the table that the library makes of it.
#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/analysis/betweenness.hpp>
#include <comity/analysis/cores.hpp>
#include <comity/io/graph_tables.hpp>

#include <algorithm>

using namespace comity::capi;

static_assert(static_cast<int>(comity::direction::both) == COMITY_DIRECTION_BOTH);
static_assert(static_cast<int>(comity::tie_weight::newman) == COMITY_TIE_NEWMAN);
static_assert(static_cast<int>(comity::calendar_unit::day) == COMITY_UNIT_DAY);

namespace {

/// The table of what is found on a snapshot.
template <class Find>
int32_t on_snapshot(const comity_snapshot* snapshot, comity_table** out, Find&& find) {
    return guard([&] {
        const handle_out result(out);
        result.make(find(object(snapshot).value));
    });
}

comity::direction direction_in(int32_t way) {
    return enum_in(way, comity::direction::both, "direction");
}

std::vector<comity::graph::vertex> vertices_in(const comity::snapshot& g, const int64_t* nodes,
                                               size_t count) {
    if (count != 0) required(nodes, "nodes");
    const auto& columns = g.columns();
    std::vector<comity::graph::vertex> vertices;
    for (size_t i = 0; i < count; ++i) {
        vertices.push_back(columns.vertices[index_in(nodes[i], columns.vertices.size(), "node")]);
        if (vertices.back() == comity::graph::snapshot_columns::no_vertex)
            throw refusal(COMITY_E_NO_VALUE,
                          "node number " + std::to_string(nodes[i]) + " is not in the snapshot");
    }
    return vertices;
}

comity::journey_options journey_options_in(const comity_journey_options* options) {
    const auto given = options_in(options);
    comity::journey_options how;
    how.surety = given.certain != 0 ? comity::truth::certain : comity::truth::possible;
    how.way = direction_in(given.direction);
    how.tell = progress_in(given.progress, given.user);
    return how;
}

/// The table of what is found in a view by a search through time.
template <class Find>
int32_t through_time(const comity_view* view, const comity_journey_options* options, comity_table** out,
                     Find&& find) {
    return guard([&] {
        const handle_out result(out);
        result.make(find(object(view).value, journey_options_in(options)));
    });
}

std::vector<comity::day_range> windows_in(comity::day from, comity::day to, const comity_rolling_options& o) {
    const auto unit = enum_in(o.unit, comity::calendar_unit::day, "unit");
    const size_t length = o.length == 0 ? 1 : size_in(o.length, "length");
    const size_t step = o.step == 0 ? length : size_in(o.step, "step");
    if (o.on_days != 0) return comity::single_days(from, to, unit, step);
    if (step == length) return comity::consecutive_windows(from, to, unit, length);
    return comity::sliding_windows(from, to, unit, length, step);
}

} // namespace

int32_t comity_pagerank(const comity_snapshot* snapshot, const comity_pagerank_options* options,
                        comity_table** out) {
    return on_snapshot(snapshot, out, [&](const comity::snapshot& g) {
        const auto given = options_in(options);
        comity::pagerank_options how;
        if (given.damping != 0) how.damping = given.damping;
        if (given.tolerance != 0) how.tolerance = std::max(given.tolerance, 0.0);
        if (given.iterations != 0) how.iterations = size_in(given.iterations, "iterations");
        if (given.weight_count != 0) how.weights = {&required(given.weights, "weights"), given.weight_count};
        how.tell = progress_in(given.progress, given.user);
        return to_table(g, comity::pagerank(g, how));
    });
}

int32_t comity_weak_components(const comity_snapshot* snapshot, comity_table** out) {
    return on_snapshot(snapshot, out,
                       [](const comity::snapshot& g) { return to_table(g, comity::weak_components(g)); });
}

int32_t comity_strong_components(const comity_snapshot* snapshot, comity_table** out) {
    return on_snapshot(snapshot, out,
                       [](const comity::snapshot& g) { return to_table(g, comity::strong_components(g)); });
}

int32_t comity_core_numbers(const comity_snapshot* snapshot, comity_table** out) {
    return on_snapshot(snapshot, out, [](const comity::snapshot& g) {
        return comity::vertex_table(g, "core", comity::core_numbers(g));
    });
}

int32_t comity_betweenness(const comity_snapshot* snapshot, const comity_betweenness_options* options,
                           comity_table** out) {
    return on_snapshot(snapshot, out, [&](const comity::snapshot& g) {
        const auto given = options_in(options);
        comity::betweenness_options how;
        how.way = direction_in(given.direction);
        how.samples = size_in(given.samples, "samples");
        how.seed = given.seed;
        how.threads = static_cast<unsigned>(size_in(given.threads, "threads"));
        how.tell = progress_in(given.progress, given.user);
        return comity::vertex_table(g, "betweenness", comity::betweenness(g, how));
    });
}

int32_t comity_clustering(const comity_snapshot* snapshot, comity_table** out) {
    return on_snapshot(snapshot, out,
                       [](const comity::snapshot& g) { return to_table(g, comity::clustering(g)); });
}

int32_t comity_distances(const comity_snapshot* snapshot, const int64_t* nodes, size_t count,
                         int32_t direction, comity_table** out) {
    return on_snapshot(snapshot, out, [&](const comity::snapshot& g) {
        return comity::distances_table(
            g, comity::distances(g, vertices_in(g, nodes, count), direction_in(direction)));
    });
}

int32_t comity_transitive_closure(const comity_snapshot* snapshot, int64_t most, comity_table** out) {
    return on_snapshot(snapshot, out, [&](const comity::snapshot& g) {
        const size_t limit = size_in(most, "most");
        return to_table(g, limit == 0 ? comity::transitive_closure(g) : comity::transitive_closure(g, limit));
    });
}

int32_t comity_co_occurrence(const comity_snapshot* snapshot, const comity_co_occurrence_options* options,
                             comity_table** out) {
    return on_snapshot(snapshot, out, [&](const comity::snapshot& g) {
        const auto given = options_in(options);
        comity::co_occurrence_options how;
        how.weight = enum_in(given.weight, comity::tie_weight::newman, "weight");
        if (given.smallest != 0) how.smallest = size_in(given.smallest, "smallest");
        if (given.largest != 0) how.largest = size_in(given.largest, "largest");
        how.least_shared = size_in(given.least_shared, "least_shared");
        how.tell = progress_in(given.progress, given.user);
        return to_table(g, given.of_targets != 0 ? comity::co_occurrence_of_targets(g, how)
                                                 : comity::co_occurrence(g, how));
    });
}

int32_t comity_earliest_arrivals(const comity_view* view, int64_t from, int64_t start,
                                 const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(comity::earliest_arrivals(v, node_in(v.history(), from), comity::day(start), how));
    });
}

int32_t comity_latest_departures(const comity_view* view, int64_t to, int64_t end,
                                 const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(comity::latest_departures(v, node_in(v.history(), to), comity::day(end), how));
    });
}

int32_t comity_fastest_journey(const comity_view* view, int64_t from, int64_t to,
                               const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return to_table(
            comity::fastest_journey(v, node_in(v.history(), from), node_in(v.history(), to), how));
    });
}

int32_t comity_temporal_closeness(const comity_view* view, int64_t start,
                                  const comity_journey_options* options, comity_table** out) {
    return through_time(view, options, out, [&](const comity::view& v, const comity::journey_options& how) {
        return comity::closeness_table(v.history(), comity::temporal_closeness(v, comity::day(start), how));
    });
}

int32_t comity_rolling(const comity_view* view, int64_t from, int64_t to,
                       const comity_rolling_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        comity::rolling_options how;
        how.by = given.by != 0;
        how.components = given.components != 0;
        how.tell = progress_in(given.progress, given.user);
        const auto windows = windows_in(comity::day(from), comity::day(to), given);
        result.make(to_table(comity::rolling(object(view).value, windows, how), how.components));
    });
}
