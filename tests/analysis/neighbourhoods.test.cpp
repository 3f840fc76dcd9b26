#include "comity/analysis/neighbourhoods.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

using namespace comity;
using namespace comity::test;

namespace {

void check_against(const neighbourhoods& n, const std::vector<std::vector<int>>& joined) {
    REQUIRE(n.vertex_count() == joined.size());
    for (graph::vertex v = 0; v < joined.size(); ++v) {
        std::vector<graph::vertex> expected;
        for (graph::vertex u = 0; u < joined.size(); ++u)
            if (joined[v][u] != 0) expected.push_back(u);
        const auto found = n.of(v);
        REQUIRE(std::vector(found.begin(), found.end()) == expected);
        for (std::size_t i = 0; i < expected.size(); ++i)
            REQUIRE(n.relations[n.offsets[v] + i] == static_cast<std::uint32_t>(joined[v][expected[i]]));
    }
}

std::vector<std::vector<int>> turned(std::vector<std::vector<int>> m) {
    for (std::size_t a = 0; a < m.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) std::swap(m[a][b], m[b][a]);
    return m;
}

} // namespace

TEST_CASE("neighbourhoods: distinct neighbours in order, with how many relations join them", "[analysis]") {
    for_random_graphs(1, [](const snapshot& g, const arcs& all) {
        const auto one_way = joined(g.vertex_count(), all, false);
        check_against(neighbourhoods_of(g, direction::out), one_way);
        check_against(neighbourhoods_of(g, direction::in), turned(one_way));
        check_against(neighbourhoods_of(g), joined(g.vertex_count(), all, true));
    });
}

TEST_CASE("neighbourhoods: tell how far they are, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    for (const direction way : {direction::out, direction::in, direction::both})
        check_stops("neighbourhoods",
                    [&](const progress& tell) { return neighbourhoods_of(g, way, tell).neighbours; });
}
