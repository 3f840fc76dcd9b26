#include "catch.hpp"

#include "support/graphs.hpp"
#include "support/stages.hpp"
#include "support/telling.hpp"

#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::test;

TEST_CASE("snapshot: an edge is a relation; parallel ones and loops are kept", "[view]") {
    const snapshot g = graph_of(3, {{0, 1}, {0, 1}, {1, 1}, {2, 0}});
    CHECK(g.vertex_count() == 3);
    CHECK(g.edge_count() == 4);
    CHECK(arcs_of(g) == arcs{{0, 1}, {0, 1}, {1, 1}, {2, 0}});
    CHECK(g.relation({0, 1, 0}).number() == relation_id{0});
    CHECK(g.relation({0, 1, 1}).number() == relation_id{1});
}

TEST_CASE("snapshot: the edges out of a vertex follow each other, in the order of their numbers", "[view]") {
    const snapshot g = graph_of(4, {{0, 2}, {0, 1}, {2, 2}});
    const auto is = [](std::span<const graph::vertex> found, std::vector<graph::vertex> expected) {
        return std::ranges::equal(found, expected);
    };
    CHECK(is(g.targets(0), {2, 1}));
    CHECK(is(g.targets(1), {}));
    CHECK(is(g.targets(2), {2}));
    CHECK(is(g.targets(3), {}));
    for (const auto& [v, edge] : {std::pair(0u, 0u), {1u, 2u}, {2u, 2u}, {3u, 3u}, {4u, 3u}})
        CHECK(g.first_edge(v) == edge);
}

TEST_CASE("snapshot: in-edges carry the number of the out-edge", "[view]") {
    const snapshot g = graph_of(3, {{0, 1}, {2, 1}, {0, 2}, {1, 1}});
    const graph::incoming_columns& in = g.columns().incoming();
    const arcs all = arcs_of(g);
    for (std::uint32_t v = 0; v < 3; ++v)
        for (std::uint32_t i = in.offsets[v]; i < in.offsets[v + 1]; ++i)
            CHECK(all[in.edges[i]] == std::pair(in.sources[i], v));
    CHECK(std::ranges::equal(in.offsets, std::array{0u, 0u, 3u, 4u}));
}

TEST_CASE("snapshot: in-edges tell how far they are, and are made later once that was stopped", "[view]") {
    check_stops("incoming edges", [](const progress& tell) {
        return graph_of(3, {{0, 1}, {2, 1}}).columns().incoming(tell).sources;
    });
    const snapshot g = graph_of(3, {{0, 1}, {2, 1}});
    const auto stop = [](double, std::string_view) { return false; };
    CHECK_THROWS_AS((void)g.columns().incoming(stop), error);
    const graph::incoming_columns& made = g.columns().incoming();
    CHECK(std::ranges::equal(made.sources, std::array{0u, 2u}));
    CHECK(&g.columns().incoming(stop) == &made); // there is nothing left to stop
}

TEST_CASE("snapshot: who makes the in-edges may ask for them on the way", "[view]") {
    const snapshot g = graph_of(3, {{0, 1}, {2, 1}});
    const graph::incoming_columns* inner = nullptr;
    const auto ask = [&](double, std::string_view) {
        inner = &g.columns().incoming();
        return true;
    };
    CHECK(&g.columns().incoming(ask) == inner);
}

TEST_CASE("snapshot: threads that ask for in-edges at once get the same, whoever of them is stopped",
          "[view][threads]") {
    std::mt19937 random(2);
    const snapshot g = graph_of(50, random_arcs(random, 50, 5000));
    std::array<const graph::incoming_columns*, 4> found{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 2 * found.size(); ++t)
            threads.emplace_back([&g, &found, t] {
                if (t % 2 == 0)
                    found[t / 2] = &g.columns().incoming();
                else
                    (void)code_of([&g] {
                        const auto stop_late = [](double done, std::string_view) { return done != 1; };
                        (void)g.columns().incoming(stop_late);
                    });
            });
    }
    for (const graph::incoming_columns* const in : found) CHECK(in == &g.columns().incoming());
}

TEST_CASE("snapshot: numbers only the nodes that are seen, in their order", "[view]") {
    builder b;
    const node_id old = b.add_node("old", kind::state);
    const node_id young = b.add_node("young", kind::state);
    const node_id body = b.add_node("body", kind::bloc);
    b.set_period(old, period_record::of("1900/1950"));
    b.set_period(young, period_record::of("1990/.."));
    b.add_relation(young, relation_type::member_of, body);
    const history h = std::move(b).build();
    const snapshot g = h.at("2000").snapshot();
    CHECK(g.vertex_count() == 2);
    CHECK_FALSE(g.find(h.node(old)));
    CHECK(g.find(h.node(young)) == 0u);
    CHECK(g.node(1) == h.node(body));
    CHECK(g.edge_count() == 1);
}

TEST_CASE("snapshot: one node that is not seen is missed wherever it stands among many", "[view]") {
    constexpr std::uint32_t count = 1100;                                 // more than are looked at at once
    for (const std::uint32_t gone : {0u, 511u, 512u, count - 1, count}) { // the last: none is
        builder b;
        for (std::uint32_t n = 0; n < count; ++n) {
            const node_id node = b.add_node("n" + std::to_string(n), kind::state);
            if (n == gone) b.set_period(node, period_record::of("1900/1950"));
        }
        const history h = std::move(b).build();
        const snapshot g = h.at("2000").snapshot();
        CHECK(g.vertex_count() == (gone == count ? count : count - 1));
        CHECK(g.find(h.node(node_id{2})) == (gone < 2 ? 1u : 2u));
        if (gone != count) CHECK_FALSE(g.find(h.node(node_id{gone})));
    }
}

TEST_CASE("snapshot: says which edges are certain", "[view]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id o = b.add_node("o", kind::bloc);
    b.set_period(b.add_relation(a, relation_type::member_of, o), period_record::of("2001-01-01/2005-12-31"));
    b.set_period(b.add_relation(a, relation_type::observer_of, o), period_record::of("2002?/2005"));
    const history h = std::move(b).build();
    const snapshot g = h.at("2003").snapshot();
    REQUIRE(g.edge_count() == 2);
    CHECK(g.truth({0, 1, 0}) == truth::certain);
    CHECK(g.truth({0, 1, 1}) == truth::possible);
    CHECK(h.at("2003").certain().snapshot().edge_count() == 1);
    CHECK(h.at("2003").certain().snapshot().columns().truths.empty());
}

TEST_CASE("snapshot: has the ends of its edges even where they are not seen themselves", "[view]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id c = b.add_node("c", kind::centre);
    b.add_statement(c, says(source_of(b, "s"), modality::proposed));
    b.add_relation(a, relation_type::supports, c);
    const history h = std::move(b).build();
    const snapshot g = h.all().modalities({modality::proposed}).snapshot();
    CHECK(g.vertex_count() == 2);
    CHECK(g.edge_count() == 1);
}

TEST_CASE("snapshot: of nothing is an empty graph", "[view]") {
    const snapshot g = builder().build().all().snapshot();
    CHECK(g.vertex_count() == 0);
    CHECK(g.edge_count() == 0);
    CHECK(graph::undirected(g).edge_count() == 0);
}

TEST_CASE("snapshot: does not find a node of another history", "[view]") {
    const history small = graph_history(1, {});
    const history large = graph_history(9, {});
    const snapshot g = small.all().snapshot();
    CHECK_FALSE(g.find(large["n8"]));
    CHECK_FALSE(g.find(large["n0"]));
    CHECK(g.find(small["n0"]) == 0u);
}

TEST_CASE("snapshot: copies share the columns, and outlive view and history", "[view][lifetime]") {
    std::optional<history> h = graph_history(2, {{0, 1}});
    const snapshot g = h->all().snapshot();
    const snapshot copy = g;
    h.reset();
    CHECK(&copy.columns() == &g.columns());
    CHECK(copy.node(1).id() == "n1");
    CHECK(copy.relation({0, 1, 0}).to().id() == "n1");
}

TEST_CASE("edge: equal and ordered by its number, whichever way it is walked", "[view]") {
    using graph::edge;
    CHECK(edge{0, 1, 5} == edge{1, 0, 5});
    CHECK_FALSE(edge{0, 1, 5} == edge{0, 1, 6});
    CHECK(edge{7, 1, 5} < edge{0, 1, 6});
}

TEST_CASE("undirected: lists each edge at both of its ends, a loop twice", "[view]") {
    const snapshot g = graph_of(3, {{0, 1}, {1, 1}, {2, 1}});
    const graph::undirected_snapshot u = graph::undirected(g);
    CHECK(u.vertex_count() == 3);
    CHECK(u.edge_count() == 3);
    CHECK(std::ranges::equal(u.both_ways().offsets, std::array{0u, 1u, 5u, 6u}));
    CHECK(u.both_ways().neighbours.size() == 6);
    CHECK(&u.directed().columns() == &g.columns());
}
