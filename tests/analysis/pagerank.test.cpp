#include "comity/analysis/pagerank.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <comity/error.hpp>

#include <cmath>
#include <limits>
#include <numeric>
#include <span>

using namespace comity;
using namespace comity::test;

namespace {

/// By the definition: each vertex hands its rank on, edge by edge.
std::vector<double> pushed(std::size_t count, const arcs& all, const std::vector<double>& weights,
                           int rounds) {
    std::vector<double> rank(count, 1.0 / static_cast<double>(count));
    std::vector<double> out(count, 0);
    for (std::size_t e = 0; e < all.size(); ++e) out[all[e].first] += weights[e];
    for (int i = 0; i < rounds; ++i) {
        std::vector<double> next(count, 0);
        double stuck = 0;
        for (std::size_t v = 0; v < count; ++v)
            if (out[v] == 0) stuck += rank[v];
        for (std::size_t e = 0; e < all.size(); ++e)
            if (weights[e] > 0) next[all[e].second] += rank[all[e].first] * weights[e] / out[all[e].first];
        for (std::size_t v = 0; v < count; ++v)
            rank[v] =
                0.15 / static_cast<double>(count) + 0.85 * (next[v] + stuck / static_cast<double>(count));
    }
    return rank;
}

void check_close(std::span<const double> a, const std::vector<double>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(std::abs(a[i] - b[i]) < 1e-12);
}

} // namespace

TEST_CASE("pagerank: ranks are those of the definition", "[analysis]") {
    for_random_graphs(2, [](const snapshot& g, const arcs& all) {
        pagerank_options options;
        options.iterations = 20;
        options.tolerance = 0;
        const pageranks found = pagerank(g, options);
        CHECK(found.iterations == 20);
        check_close(found.ranks, pushed(g.vertex_count(), all, std::vector<double>(all.size(), 1), 20));
        CHECK(std::abs(std::accumulate(found.ranks.begin(), found.ranks.end(), 0.0) - 1) < 1e-12);
    });
}

TEST_CASE("pagerank: edges count by their weights", "[analysis]") {
    for_random_graphs(3, [](const snapshot& g, const arcs& all) {
        std::vector<double> weights;
        for (std::size_t e = 0; e < all.size(); ++e) weights.push_back(static_cast<double>(e % 4));
        pagerank_options options;
        options.iterations = 20;
        options.tolerance = 0;
        options.weights = weights;
        check_close(pagerank(g, options).ranks, pushed(g.vertex_count(), all, weights, 20));
    });
}

TEST_CASE(
    "pagerank: ranks of graphs that lead from one sort of vertices to another are those of the definition",
    "[analysis]") {
    std::mt19937 random(4);
    for (int round = 0; round < 40; ++round) {
        const auto from = static_cast<std::uint32_t>(1 + random() % 5);
        const auto to = static_cast<std::uint32_t>(1 + random() % 9);
        arcs drawn;
        for (std::size_t edges = random() % 40; edges > 0; --edges)
            drawn.emplace_back(static_cast<std::uint32_t>(random() % from),
                               static_cast<std::uint32_t>(from + random() % to));
        const snapshot g = graph_of(from + to, drawn);
        const arcs all = arcs_of(g);
        std::vector<double> weights;
        for (std::size_t e = 0; e < all.size(); ++e) weights.push_back(static_cast<double>(random() % 3));
        pagerank_options options;
        options.iterations = 20;
        options.tolerance = 0;
        check_close(pagerank(g, options).ranks,
                    pushed(g.vertex_count(), all, std::vector<double>(all.size(), 1), 20));
        options.weights = weights;
        check_close(pagerank(g, options).ranks, pushed(g.vertex_count(), all, weights, 20));
    }
}

TEST_CASE("pagerank: stops once the ranks hardly change", "[analysis]") {
    const snapshot ring = graph_of(3, {{0, 1}, {1, 2}, {2, 0}});
    const pageranks found = pagerank(ring);
    CHECK(found.iterations == 1);
    CHECK(found.change < 1e-9);
    CHECK(pagerank(graph_of(0, {})).ranks.empty());
}

TEST_CASE("pagerank: says what can't be taken", "[analysis]") {
    const snapshot g = graph_of(2, {{0, 1}});
    pagerank_options damping;
    damping.damping = 1;
    CHECK_THROWS_AS(pagerank(g, damping), error);
    pagerank_options tolerance;
    tolerance.tolerance = -1;
    CHECK_THROWS_AS(pagerank(g, tolerance), error);
    pagerank_options weights;
    const std::vector<double> two{1, 2};
    weights.weights = two;
    CHECK_THROWS_WITH(pagerank(g, weights), "2 weights for 1 edges; expected one for each");
    const std::vector<double> negative{-1};
    weights.weights = negative;
    CHECK_THROWS_AS(pagerank(g, weights), error);
    const std::vector<double> nan{std::numeric_limits<double>::quiet_NaN()};
    weights.weights = nan;
    CHECK_THROWS_AS(pagerank(g, weights), error);
}

TEST_CASE("pagerank: tells how far it is, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("pagerank", [&](const progress& tell) {
        pagerank_options options;
        options.tell = tell;
        return pagerank(g, options).ranks;
    });
}
