#include "comity/analysis/clustering.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <cmath>

using namespace comity;
using namespace comity::test;

TEST_CASE("clustering: triangles are those that looking at all triples finds", "[analysis]") {
    for_random_graphs(10, [](const snapshot& g, const arcs& all) {
        const std::size_t count = g.vertex_count();
        const auto m = joined(count, all, true);
        const clustering_counts found = clustering(g);
        std::uint64_t total = 0, open = 0;
        for (std::size_t v = 0; v < count; ++v) {
            std::uint64_t closed = 0, pairs = 0;
            for (std::size_t a = 0; a < count; ++a)
                for (std::size_t b = a + 1; b < count; ++b) {
                    if (m[v][a] == 0 || m[v][b] == 0) continue;
                    ++pairs;
                    closed += m[a][b] != 0 ? 1u : 0u;
                }
            REQUIRE(found.triangles[v] == closed);
            const double share = pairs == 0 ? 0 : static_cast<double>(closed) / static_cast<double>(pairs);
            REQUIRE(std::abs(found.local[v] - share) < 1e-12);
            total += closed;
            open += pairs;
        }
        CHECK(found.total * 3 == total);
        const double expected = open == 0 ? 0 : static_cast<double>(total) / static_cast<double>(open);
        CHECK(std::abs(found.transitivity - expected) < 1e-12);
    });
}

TEST_CASE("clustering: tells how far it is, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("triangles", [&](const progress& tell) { return clustering(g, tell).triangles; });
}
