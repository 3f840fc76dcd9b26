#include "comity/analysis/betweenness.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <comity/error.hpp>
#include <comity/view/boost_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include <cmath>

using namespace comity;
using namespace comity::test;

namespace {

/// Boost.Graph's, on the graph without loops and parallel edges.
template <class Direction>
std::vector<double> by_boost(std::size_t count, const std::vector<std::vector<int>>& joined) {
    boost::adjacency_list<boost::vecS, boost::vecS, Direction> g(count);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            if (joined[a][b] != 0 && (std::is_same_v<Direction, boost::directedS> || a < b))
                add_edge(a, b, g);
    std::vector<double> result(count);
    boost::brandes_betweenness_centrality(
        g, boost::make_iterator_property_map(result.begin(), get(boost::vertex_index, g)));
    return result;
}

void check_close(const std::vector<double>& a, const std::vector<double>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(std::abs(a[i] - b[i]) < 1e-9);
}

} // namespace

TEST_CASE("betweenness: agrees with Boost.Graph on the simple graph", "[analysis]") {
    for_random_graphs(7, [](const snapshot& g, const arcs& all) {
        const std::size_t count = g.vertex_count();
        check_close(betweenness(g), by_boost<boost::directedS>(count, joined(count, all, false)));
        betweenness_options both;
        both.way = direction::both;
        check_close(betweenness(g, both), by_boost<boost::undirectedS>(count, joined(count, all, true)));
    });
}

TEST_CASE("betweenness: threads only divide the work", "[analysis]") {
    std::mt19937 random(8);
    const snapshot g = graph_of(200, random_arcs(random, 200, 900));
    betweenness_options one, three;
    one.threads = 1;
    three.threads = 3;
    check_close(betweenness(g, one), betweenness(g, three));
}

TEST_CASE("betweenness: samples are drawn alike everywhere and come near", "[analysis]") {
    std::mt19937 random(9);
    const snapshot g = graph_of(300, random_arcs(random, 300, 1500));
    betweenness_options half;
    half.samples = 150;
    const std::vector<double> sampled = betweenness(g, half);
    check_close(sampled, betweenness(g, half));
    const std::vector<double> exact = betweenness(g);
    double off = 0, sum = 0;
    for (std::size_t v = 0; v < exact.size(); ++v) {
        off += sampled[v] - exact[v];
        sum += exact[v];
    }
    CHECK(sum > 0);
    CHECK(std::abs(off) < 0.1 * sum);
    half.samples = 1000; // more than there are: all
    check_close(betweenness(g, half), exact);
}

TEST_CASE("betweenness: tells how far it is, and can be stopped, on one thread and on two", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    for (const unsigned threads : {1u, 2u})
        check_stops("betweenness",
                    [&](const progress& tell) { return betweenness(g, {.threads = threads, .tell = tell}); });
}
