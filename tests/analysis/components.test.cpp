#include "comity/analysis/components.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"
#include "support/stages.hpp"

#include <random>

using namespace comity;
using namespace comity::test;

namespace {

/// Two vertices are of one part where each reaches the other.
void check_against(const components& found, const std::vector<std::vector<int>>& distance) {
    REQUIRE(found.of.size() == distance.size());
    detail::growing<std::uint32_t> sizes(found.sizes.size(), 0);
    std::uint32_t next = 0;
    for (std::size_t a = 0; a < distance.size(); ++a) {
        for (std::size_t b = 0; b < distance.size(); ++b) {
            const bool same = distance[a][b] != unreachable && distance[b][a] != unreachable;
            REQUIRE((found.of[a] == found.of[b]) == same);
        }
        REQUIRE(found.of[a] <= next); // parts are numbered by their first vertex
        if (found.of[a] == next) ++next;
        ++sizes[found.of[a]];
    }
    CHECK(sizes == found.sizes);
}

} // namespace

TEST_CASE("components: weak ones join what is joined either way", "[analysis]") {
    for_random_graphs(4, [](const snapshot& g, const arcs& all) {
        const auto count = static_cast<std::uint32_t>(g.vertex_count());
        check_against(weak_components(g), distances(count, both_ways(all)));
    });
}

TEST_CASE("components: many edges within one great part and few beside it", "[analysis]") {
    std::mt19937 random(1);
    for (std::uint32_t great = 150; great < 200; great += 7) { // the others are pairs, of the highest numbers
        arcs all;
        const auto one_of = [&](std::uint32_t first, std::uint32_t end) {
            return first + static_cast<std::uint32_t>(random() % (end - first));
        };
        for (int i = 0; i < 3000; ++i) all.emplace_back(one_of(0, great), one_of(0, great));
        for (std::uint32_t v = great; v + 1 < 200; v += 2) all.emplace_back(v + 1, v);
        check_against(weak_components(graph_of(200, all)), distances(200, both_ways(all)));
    }
}

TEST_CASE("components: strong ones join what reaches each other", "[analysis]") {
    for_random_graphs(5, [](const snapshot& g, const arcs& all) {
        check_against(strong_components(g), distances(static_cast<std::uint32_t>(g.vertex_count()), all));
    });
}

TEST_CASE("components: a path is as many strong ones as vertices, a ring is one, however long",
          "[analysis]") {
    constexpr std::uint32_t count = 100'000;
    arcs all;
    for (std::uint32_t v = 0; v + 1 < count; ++v) all.emplace_back(v, v + 1);
    CHECK(strong_components(graph_of(count, all)).sizes.size() == count);
    all.emplace_back(count - 1, 0);
    CHECK(strong_components(graph_of(count, all)).sizes == detail::growing<std::uint32_t>{count});
}

TEST_CASE("components: a graph without vertices has none", "[analysis]") {
    CHECK(weak_components(graph_of(0, {})).sizes.empty());
    CHECK(strong_components(graph_of(0, {})).sizes.empty());
}

TEST_CASE("components: tell how far they are, and can be stopped", "[analysis]") {
    const snapshot g = graph_of_many_edges();
    check_stops("weak components", [&](const progress& tell) { return weak_components(g, tell).of; });
    check_stops("strong components", [&](const progress& tell) { return strong_components(g, tell).of; });
}
