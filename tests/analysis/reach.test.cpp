#include "comity/analysis/reach.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <comity/error.hpp>

#include <algorithm>

using namespace comity;
using namespace comity::test;

namespace {

arcs turned(arcs all) {
    for (auto& [a, b] : all) std::swap(a, b);
    return all;
}

void check_against(const std::vector<std::uint32_t>& found, const std::vector<int>& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t v = 0; v < found.size(); ++v)
        REQUIRE(found[v] ==
                (expected[v] == unreachable ? unreached : static_cast<std::uint32_t>(expected[v])));
}

} // namespace

TEST_CASE("reach: distances are those of relaxing every arc", "[analysis]") {
    for_random_graphs(11, [](const snapshot& g, const arcs& all) {
        const auto count = static_cast<std::uint32_t>(g.vertex_count());
        const graph::vertex start[]{count / 2};
        check_against(comity::distances(g, start), distances(count, all)[start[0]]);
        check_against(comity::distances(g, start, direction::in), distances(count, turned(all))[start[0]]);
        check_against(comity::distances(g, start, direction::both),
                      distances(count, both_ways(all))[start[0]]);
    });
}

TEST_CASE("reach: the nearest of several counts", "[analysis]") {
    const snapshot line = graph_of(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
    const graph::vertex from[]{0, 3, 3};
    CHECK(comity::distances(line, from) == std::vector<std::uint32_t>{0, 1, 2, 0, 1});
    const graph::vertex nowhere[]{5};
    CHECK_THROWS_WITH(comity::distances(line, nowhere), "there is no vertex 5; the snapshot has 5");
}

TEST_CASE("reach: the transitive closure is every pair with a way between them", "[analysis]") {
    for_random_graphs(12, [](const snapshot& g, const arcs& all) {
        const auto count = static_cast<std::uint32_t>(g.vertex_count());
        const auto shortest = distances(count, all);
        std::vector<std::vector<int>> way = shortest;
        for (std::uint32_t v = 0; v < count; ++v) { // a vertex reaches itself only round a cycle
            way[v][v] = unreachable;
            for (const auto& [a, b] : all)
                if (a == v && shortest[b][v] != unreachable)
                    way[v][v] = std::min(way[v][v], shortest[b][v] + 1);
        }
        std::size_t pairs = 0;
        for (const auto& row : way)
            pairs += static_cast<std::size_t>(
                std::count_if(row.begin(), row.end(), [](int d) { return d != unreachable; }));
        const std::vector<reached> found = transitive_closure(g);
        CHECK(found.size() == pairs);
        for (const reached& r : found) REQUIRE(way[r.from][r.to] == static_cast<int>(r.distance));
        CHECK(std::is_sorted(found.begin(), found.end(), [](const reached& a, const reached& b) {
            return std::pair(a.from, a.distance) < std::pair(b.from, b.distance);
        }));
    });
}

TEST_CASE("reach: too many pairs are an error", "[analysis]") {
    const snapshot ring = graph_of(3, {{0, 1}, {1, 2}, {2, 0}});
    CHECK(transitive_closure(ring, 9).size() == 9);
    CHECK_THROWS_AS(transitive_closure(ring, 8), error);
}

TEST_CASE("reach: tells how far it is, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    const graph::vertex from[]{0};
    for (const direction way : {direction::out, direction::in, direction::both})
        check_stops("distances", [&](const progress& tell) { return comity::distances(g, from, way, tell); });
    check_stops("transitive closure",
                [&](const progress& tell) { return transitive_closure(g, closure_limit, tell); });
}
