// Algorithms of Boost.Graph over snapshots, each against what a naive program or a textbook says.

#include "catch.hpp"

#include "support/graphs.hpp"

#include <comity/view/boost_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/transitive_closure.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <functional>
#include <numeric>

using comity::graph::edge;
using comity::graph::snapshot;
using comity::graph::undirected_snapshot;
using comity::graph::vertex;
using namespace comity::test;

namespace {

constexpr std::uint32_t size = 12;

template <class T>
auto by_vertex(std::vector<T>& values) {
    return boost::make_iterator_property_map(values.begin(), comity::graph::vertex_index_map());
}

/// Calls `test(g, arcs)` for some graphs with loops and parallel edges, sparse and dense.
template <class Test>
void for_graphs(unsigned seed, Test&& test) {
    std::mt19937 random(seed);
    for (const std::size_t edges : {0u, 6u, 14u, 20u, 40u}) {
        const snapshot g = graph_of(size, random_arcs(random, size, edges));
        test(g, arcs_of(g));
    }
}

std::vector<int> weights_of(const arcs& all) {
    std::vector<int> weights;
    for (std::size_t e = 0; e < all.size(); ++e) weights.push_back(1 + static_cast<int>((e * 7) % 11));
    return weights;
}

auto weight_map(const std::vector<int>& weights, const snapshot& g) {
    return boost::make_iterator_property_map(weights.begin(), get(boost::edge_index, g));
}

template <class Graph>
std::vector<int> breadth_first_distances(const Graph& g, vertex start) {
    std::vector<int> d(num_vertices(g), unreachable);
    d[start] = 0;
    const auto record = boost::record_distances(by_vertex(d), boost::on_tree_edge());
    boost::breadth_first_search(g, start, boost::visitor(boost::make_bfs_visitor(record)));
    return d;
}

/// Whether two numberings part the vertices in the same way.
template <class A, class B>
bool same_parts(const std::vector<A>& a, const std::vector<B>& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < a.size(); ++j)
            if ((a[i] == a[j]) != (b[i] == b[j])) return false;
    return true;
}

/// Numbers of the vertices of which each reaches the other.
std::vector<std::uint32_t> parts_by(const std::vector<std::vector<int>>& reach) {
    std::vector<std::uint32_t> part(reach.size());
    for (std::uint32_t v = 0; v < reach.size(); ++v) {
        part[v] = v;
        for (std::uint32_t u = 0; u < v; ++u)
            if (reach[u][v] != unreachable && reach[v][u] != unreachable) {
                part[v] = part[u];
                break;
            }
    }
    return part;
}

} // namespace

TEST_CASE("boost_graph: breadth_first_search finds the shortest ways", "[view][bgl]") {
    for_graphs(1, [](const snapshot& g, const arcs& all) {
        const auto expected = distances(size, all);
        for (vertex v = 0; v < size; ++v) CHECK(breadth_first_distances(g, v) == expected[v]);
    });
}

TEST_CASE("boost_graph: reverse_graph turns a snapshot round", "[view][bgl]") {
    for_graphs(2, [](const snapshot& g, const arcs& all) {
        const auto expected = distances(size, all);
        const auto turned = boost::make_reverse_graph(g);
        for (vertex v = 0; v < size; ++v) {
            const std::vector<int> d = breadth_first_distances(turned, v);
            for (vertex u = 0; u < size; ++u) CHECK(d[u] == expected[u][v]);
        }
    });
}

TEST_CASE("boost_graph: filtered_graph stacks on a snapshot", "[view][bgl]") {
    for_graphs(3, [](const snapshot& g, const arcs& all) {
        const auto even = [](const edge& e) { return e.index % 2 == 0; };
        const boost::filtered_graph<snapshot, std::function<bool(edge)>> half(g, even);
        arcs kept;
        for (std::size_t e = 0; e < all.size(); e += 2) kept.push_back(all[e]);
        const auto expected = distances(size, kept);
        for (vertex v = 0; v < size; ++v) CHECK(breadth_first_distances(half, v) == expected[v]);
        CHECK(boost::size(boost::make_iterator_range(edges(half))) == kept.size());
    });
}

TEST_CASE("boost_graph: depth_first_search closes what it opens, one within the other", "[view][bgl]") {
    for_graphs(4, [](const snapshot& g, const arcs& all) {
        std::vector<int> opened(size), closed(size);
        int time = 0;
        const auto visitor = boost::make_dfs_visitor(
            std::pair(boost::stamp_times(by_vertex(opened), time, boost::on_discover_vertex()),
                      boost::stamp_times(by_vertex(closed), time, boost::on_finish_vertex())));
        boost::depth_first_search(g, boost::visitor(visitor));
        CHECK(time == 2 * static_cast<int>(size));
        for (const auto& [from, to] : all) // no edge leads from a finished vertex to one that is yet to open
            CHECK_FALSE(closed[from] < opened[to]);
    });
}

TEST_CASE("boost_graph: dijkstra_shortest_paths takes weights by the number of the edge", "[view][bgl]") {
    for_graphs(5, [](const snapshot& g, const arcs& all) {
        const std::vector<int> weights = weights_of(all);
        const auto expected = distances(size, all, weights);
        for (vertex v = 0; v < size; ++v) {
            std::vector<int> d(size);
            boost::dijkstra_shortest_paths(
                g, v, boost::weight_map(weight_map(weights, g)).distance_map(by_vertex(d)));
            CHECK(d == expected[v]);
        }
    });
}

TEST_CASE("boost_graph: bellman_ford_shortest_paths takes `Graph&`, and a const snapshot", "[view][bgl]") {
    for_graphs(6, [](const snapshot& g, const arcs& all) {
        const std::vector<int> weights = weights_of(all);
        const auto expected = distances(size, all, weights);
        for (vertex v = 0; v < size; ++v) {
            std::vector<int> d(size);
            const bool no_cycle = boost::bellman_ford_shortest_paths(
                g, static_cast<int>(size),
                boost::root_vertex(v).weight_map(weight_map(weights, g)).distance_map(by_vertex(d)));
            CHECK(no_cycle);
            CHECK(d == expected[v]);
        }
    });
}

TEST_CASE("boost_graph: strong_components parts vertices that reach each other", "[view][bgl]") {
    for_graphs(7, [](const snapshot& g, const arcs& all) {
        std::vector<int> part(size);
        boost::strong_components(g, by_vertex(part));
        CHECK(same_parts(part, parts_by(distances(size, all))));
    });
}

TEST_CASE("boost_graph: connected_components of undirected() are the weak components", "[view][bgl]") {
    for_graphs(8, [](const snapshot& g, const arcs& all) {
        std::vector<int> part(size);
        boost::connected_components(comity::graph::undirected(g), by_vertex(part));
        CHECK(same_parts(part, parts_by(distances(size, both_ways(all)))));
    });
}

TEST_CASE("boost_graph: topological_sort puts targets before sources", "[view][bgl]") {
    std::mt19937 random(9);
    arcs downhill;
    for (const auto& [a, b] : random_arcs(random, size, 30))
        if (a != b) downhill.emplace_back(std::max(a, b), std::min(a, b));
    const snapshot g = graph_of(size, downhill);
    std::vector<vertex> order;
    boost::topological_sort(g, std::back_inserter(order));
    REQUIRE(order.size() == size);
    std::vector<std::size_t> place(size);
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (const auto& [from, to] : arcs_of(g)) CHECK(place[to] < place[from]);
}

TEST_CASE("boost_graph: topological_sort refuses a circle", "[view][bgl]") {
    std::vector<vertex> order;
    const snapshot circle = graph_of(2, {{0, 1}, {1, 0}});
    CHECK_THROWS_AS(boost::topological_sort(circle, std::back_inserter(order)), boost::not_a_dag);
}

TEST_CASE("boost_graph: brandes_betweenness_centrality counts shortest ways", "[view][bgl]") {
    for_graphs(10, [](const snapshot& g, const arcs& all) {
        const auto d = distances(size, all);
        // Numbers of shortest ways, parallel edges apart: those of length n go over those of length n - 1.
        std::vector<std::vector<double>> ways(size, std::vector<double>(size, 0.0));
        for (vertex s = 0; s < size; ++s) {
            ways[s][s] = 1;
            for (int length = 1; length < static_cast<int>(size); ++length)
                for (const auto& [from, to] : all)
                    if (d[s][from] == length - 1 && d[s][to] == length) ways[s][to] += ways[s][from];
        }
        std::vector<double> expected(size, 0.0);
        for (vertex s = 0; s < size; ++s)
            for (vertex t = 0; t < size; ++t)
                for (vertex v = 0; v < size; ++v) {
                    const bool between = s != t && v != s && v != t && d[s][t] != unreachable &&
                                         d[s][v] != unreachable && d[v][t] != unreachable &&
                                         d[s][v] + d[v][t] == d[s][t];
                    if (between) expected[v] += ways[s][v] * ways[v][t] / ways[s][t];
                }
        std::vector<double> centrality(size);
        boost::brandes_betweenness_centrality(g, by_vertex(centrality));
        for (vertex v = 0; v < size; ++v) CHECK(centrality[v] == Approx(expected[v]).margin(1e-9));
    });
}

TEST_CASE("boost_graph: page_rank follows in-edges of a const snapshot", "[view][bgl]") {
    for_graphs(11, [](const snapshot& g, const arcs& all) {
        constexpr double damping = 0.85;
        std::vector<double> expected(size, 1.0 / size);
        std::vector<double> degree(size, 0.0);
        for (const auto& [from, to] : all) degree[from] += 1;
        for (int round = 0; round < 20; ++round) {
            std::vector<double> next(size, 1.0 - damping);
            for (const auto& [from, to] : all) next[to] += damping * expected[from] / degree[from];
            expected = next;
        }
        std::vector<double> rank(size);
        boost::graph::page_rank(g, by_vertex(rank), boost::graph::n_iterations(20), damping);
        for (vertex v = 0; v < size; ++v) CHECK(rank[v] == Approx(expected[v]).margin(1e-9));
    });
}

TEST_CASE("boost_graph: core_numbers are those of the textbook", "[view][bgl]") {
    // A clique of four, a path that hangs on it, and a vertex of its own.
    const snapshot g = graph_of(7, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}});
    const undirected_snapshot u = comity::graph::undirected(g);
    std::vector<int> core(7);
    boost::core_numbers(u, by_vertex(core));
    CHECK(core == std::vector<int>{3, 3, 3, 3, 1, 1, 0});
}

TEST_CASE("boost_graph: transitive_closure has an edge for each way", "[view][bgl]") {
    for_graphs(12, [](const snapshot& g, const arcs& all) {
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> closure;
        boost::transitive_closure(g, closure);
        const auto d = distances(size, all);
        for (vertex from = 0; from < size; ++from)
            for (vertex to = 0; to < size; ++to) {
                // A way of at least one step: to itself only round a circle.
                bool way = false;
                for (const auto& [a, b] : all) way = way || (a == from && d[b][to] != unreachable);
                CHECK(boost::edge(from, to, closure).second == way);
            }
    });
}

TEST_CASE("boost_graph: kruskal_minimum_spanning_tree spans at the least weight", "[view][bgl]") {
    for_graphs(13, [](const snapshot& g, const arcs& all) {
        const undirected_snapshot u = comity::graph::undirected(g);
        const std::vector<int> weights = weights_of(all);
        std::vector<edge> tree;
        boost::kruskal_minimum_spanning_tree(u, std::back_inserter(tree),
                                             boost::weight_map(weight_map(weights, g)));
        // Take the lightest edge that joins two parts, as long as there is one.
        std::vector<vertex> part(size);
        std::iota(part.begin(), part.end(), 0u);
        int least = 0;
        for (int w = 1; w <= 11; ++w)
            for (std::size_t e = 0; e < all.size(); ++e) {
                const vertex a = part[all[e].first];
                const vertex b = part[all[e].second];
                if (weights[e] != w || a == b) continue;
                std::replace(part.begin(), part.end(), a, b);
                least += w;
            }
        int total = 0;
        for (const edge& e : tree) total += weights[e.index];
        CHECK(total == least);
    });
}

TEST_CASE("boost_graph: articulation points are those without which a part falls apart", "[view][bgl]") {
    for_graphs(14, [](const snapshot& g, const arcs& all) {
        std::vector<vertex> found;
        boost::articulation_points(comity::graph::undirected(g), std::back_inserter(found));
        std::sort(found.begin(), found.end());
        std::vector<vertex> expected;
        const auto whole = distances(size, both_ways(all));
        for (vertex v = 0; v < size; ++v) {
            arcs without;
            for (const auto& a : all)
                if (a.first != v && a.second != v) without.push_back(a);
            const auto rest = distances(size, both_ways(without));
            bool falls_apart = false;
            for (vertex s = 0; s < size; ++s)
                for (vertex t = 0; t < size; ++t)
                    falls_apart = falls_apart || (s != v && t != v && whole[s][t] != unreachable &&
                                                  rest[s][t] == unreachable);
            if (falls_apart) expected.push_back(v);
        }
        CHECK(found == expected);
    });
}
