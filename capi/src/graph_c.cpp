// Graph algorithms, each as the table that the library makes of it.
#include "constants.hpp"
#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/analysis/betweenness.hpp>
#include <comity/analysis/cores.hpp>
#include <comity/analysis/edge_weights.hpp>
#include <comity/history/history.hpp>
#include <comity/io/graph_tables.hpp>

#include <algorithm>

using namespace comity::capi;

static_assert(same(comity::direction::both, COMITY_DIRECTION_BOTH));
static_assert(same(comity::tie_weight::newman, COMITY_TIE_NEWMAN));

namespace {

/// The table that `find(snapshot, options, tell)` makes, where `tell` is the callback of the options.
template <class Options, class Find>
int32_t on_snapshot(const comity_snapshot* snapshot, const Options* options, comity_table** out,
                    Find&& find) {
    return guard([&] {
        const handle_out result(out);
        const comity::snapshot& g = object(snapshot).value;
        const Options given = options_in(options);
        result.make(find(g, given, progress_in(given.progress, given.user)));
    });
}

comity::direction direction_in(int32_t way) {
    return enum_in(way, comity::direction::both, "direction");
}

std::vector<comity::graph::vertex> vertices_in(const comity::snapshot& g, const int64_t* nodes,
                                               size_t count) {
    if (count != 0) required(nodes, "nodes");
    std::vector<comity::graph::vertex> vertices;
    for (size_t i = 0; i < count; ++i) vertices.push_back(vertex_in(g, nodes[i]));
    return vertices;
}

} // namespace

int32_t comity_pagerank(const comity_snapshot* snapshot, const comity_pagerank_options* options,
                        comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto& given, const comity::progress& tell) {
        comity::pagerank_options how;
        if (given.damping != 0) how.damping = given.damping;
        if (given.tolerance != 0) how.tolerance = std::max(given.tolerance, 0.0);
        if (given.iterations != 0) how.iterations = size_in(given.iterations, "iterations");
        if (given.weight_count != 0) how.weights = {&required(given.weights, "weights"), given.weight_count};
        how.tell = tell;
        return to_table(g, comity::pagerank(g, how), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_weak_components(const comity_snapshot* snapshot, const comity_graph_options* options,
                               comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        return to_table(g, comity::weak_components(g, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_strong_components(const comity_snapshot* snapshot, const comity_graph_options* options,
                                 comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        return to_table(g, comity::strong_components(g, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_core_numbers(const comity_snapshot* snapshot, const comity_graph_options* options,
                            comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        return comity::vertex_table(g, "core", comity::core_numbers(g, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_edge_weights(const comity_snapshot* snapshot, const char* attribute, size_t attribute_size,
                            const double* missing, const comity_graph_options* options, comity_table** out) {
    const auto find = [&](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        if (attribute == nullptr)
            return comity::edge_table(g, "weight", comity::weights_by_count(g, tell), tell);
        const auto type = comity::history(g.store()).schema().attribute_type_named(
            text_in(attribute, attribute_size, "attribute"));
        const auto otherwise = missing == nullptr ? std::nullopt : std::optional(*missing);
        return comity::edge_table(g, "weight", comity::weights_by_attribute(g, type, otherwise, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_betweenness(const comity_snapshot* snapshot, const comity_betweenness_options* options,
                           comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto& given, const comity::progress& tell) {
        comity::betweenness_options how;
        how.way = direction_in(given.direction);
        how.samples = size_in(given.samples, "samples");
        how.seed = given.seed;
        how.threads = static_cast<unsigned>(size_in(given.threads, "threads"));
        how.tell = tell;
        return comity::vertex_table(g, "betweenness", comity::betweenness(g, how), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_clustering(const comity_snapshot* snapshot, const comity_graph_options* options,
                          comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        return to_table(g, comity::clustering(g, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_distances(const comity_snapshot* snapshot, const int64_t* nodes, size_t count,
                         int32_t direction, const comity_graph_options* options, comity_table** out) {
    const auto find = [&](const comity::snapshot& g, const auto&, const comity::progress& tell) {
        const auto from = vertices_in(g, nodes, count);
        return comity::distances_table(g, comity::distances(g, from, direction_in(direction), tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_transitive_closure(const comity_snapshot* snapshot, const comity_closure_options* options,
                                  comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto& given, const comity::progress& tell) {
        const size_t most = given.most == 0 ? comity::closure_limit : size_in(given.most, "most");
        return to_table(g, comity::transitive_closure(g, most, tell), tell);
    };
    return on_snapshot(snapshot, options, out, find);
}

int32_t comity_co_occurrence(const comity_snapshot* snapshot, const comity_co_occurrence_options* options,
                             comity_table** out) {
    const auto find = [](const comity::snapshot& g, const auto& given, const comity::progress& tell) {
        comity::co_occurrence_options how;
        how.weight = enum_in(given.weight, comity::tie_weight::newman, "weight");
        if (given.smallest != 0) how.smallest = size_in(given.smallest, "smallest");
        if (given.largest != 0) how.largest = size_in(given.largest, "largest");
        how.least_shared = size_in(given.least_shared, "least_shared");
        how.tell = tell;
        const auto ties =
            given.of_targets != 0 ? comity::co_occurrence_of_targets(g, how) : comity::co_occurrence(g, how);
        return to_table(g, ties, tell);
    };
    return on_snapshot(snapshot, options, out, find);
}
