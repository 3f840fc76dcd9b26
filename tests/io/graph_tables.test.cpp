#include "comity/io/graph_tables.hpp"

#include "catch.hpp"
#include "support/graphs.hpp"
#include "support/stages.hpp"

#include <comity/analysis/cores.hpp>
#include <comity/error.hpp>

using namespace comity;
using namespace comity::test;

namespace {

// A triangle with a tail: 0 -> 1 -> 2 -> 0, 2 -> 3; and 4 apart.
snapshot sample() {
    return graph_of(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}});
}

} // namespace

TEST_CASE("graph_tables: a row for each vertex, with its id and number", "[io]") {
    const snapshot g = sample();
    const table t = vertex_table(g, "core", core_numbers(g));
    CHECK(t.column_names() == std::vector<std::string>{"id", "node", "core"});
    REQUIRE(t.row_count() == 5);
    CHECK(t["id"].text(3) == "n3");
    CHECK(t["node"].integer(3) == 3);
    CHECK(t["core"].integer(2) == 2);
    CHECK(t["core"].integer(3) == 1);
}

TEST_CASE("graph_tables: results of another snapshot are refused", "[io]") {
    const std::vector<double> three(3);
    CHECK_THROWS_WITH(vertex_table(sample(), "x", three),
                      "3 values for 5 vertices; expected the results of this snapshot");
    CHECK_THROWS_AS(to_table(sample(), pageranks{}), error);
    CHECK_THROWS_AS(to_table(sample(), components{}), error);
    CHECK_THROWS_AS(to_table(sample(), clustering_counts{}), error);
}

TEST_CASE("graph_tables: a row for each edge, with its relation and the ids of its ends", "[io]") {
    const snapshot g = sample();
    const table t = edge_table(g, "weight", std::vector<double>{1, 2, 3, 4});
    CHECK(t.column_names() == std::vector<std::string>{"relation", "from", "to", "weight"});
    REQUIRE(t.row_count() == 4);
    CHECK(t["relation"].integer(3) == 3);
    CHECK(t["from"].text(3) == "n2");
    CHECK(t["to"].text(3) == "n3");
    CHECK(t["weight"].number(3) == 4.0);
    CHECK_THROWS_WITH(edge_table(g, "weight", {}),
                      "0 values for 4 edges; expected the results of this snapshot");
}

TEST_CASE("graph_tables: ranks, parts and triangles with what was found of the whole as notes", "[io]") {
    const snapshot g = sample();
    const table ranks = to_table(g, pagerank(g));
    CHECK(ranks["rank"].number(0) == pagerank(g).ranks[0]);
    CHECK(ranks.note("iterations") == std::to_string(pagerank(g).iterations));
    const table parts = to_table(g, weak_components(g));
    CHECK(parts["part"].integer(4) == 1);
    CHECK(parts["size"].integer(3) == 4);
    CHECK(parts.note("parts") == "2");
    const table triangles = to_table(g, clustering(g));
    CHECK(triangles["triangles"].integer(1) == 1);
    CHECK(triangles["clustering"].number(1) == 1.0);
    CHECK(triangles.note("transitivity") == "0.6");
}

TEST_CASE("graph_tables: what is not reached has no distance", "[io]") {
    const snapshot g = sample();
    const graph::vertex from[]{0};
    const table t = distances_table(g, distances(g, from));
    CHECK(t["distance"].integer(3) == 3);
    CHECK(t["distance"].is_null(4));
}

TEST_CASE("graph_tables: pairs are named by their ids", "[io]") {
    const snapshot g = graph_of(4, {{0, 2}, {1, 2}, {2, 3}});
    const table ties = to_table(g, co_occurrence(g));
    REQUIRE(ties.row_count() == 1);
    CHECK(ties["a"].text(0) == "n0");
    CHECK(ties["b"].text(0) == "n1");
    CHECK(ties["shared"].integer(0) == 1);
    CHECK(ties["weight"].number(0) == 1.0);
    const table pairs = to_table(g, transitive_closure(g));
    CHECK(pairs.row_count() == 5);
    CHECK(pairs["from"].text(1) == "n0");
    CHECK(pairs["to"].text(1) == "n3");
    CHECK(pairs["distance"].integer(1) == 2);
}

TEST_CASE("graph_tables: journeys by the relations that are walked", "[io]") {
    builder b;
    for (const char* id : {"a", "b", "c"}) b.add_node(id, kind::organisation);
    const auto walked = [&](std::uint32_t from, std::uint32_t to, const char* when) {
        b.set_period(b.add_relation(node_id{from}, relation_type::founded, node_id{to}),
                     period_record::of(when));
    };
    walked(0, 1, "2000-01-05");
    walked(1, 2, "2000-01-09");
    const history h = std::move(b).build();
    const day start = *day::from_civil(2000, 1, 1);
    const table arrivals = to_table(earliest_arrivals(h.all(), h["a"], start));
    CHECK(arrivals["id"].text(2) == "c");
    CHECK(arrivals["day"].day(2) == start + 8);
    CHECK(arrivals["relation"].integer(2) == 1);
    CHECK(arrivals["relation"].is_null(0));
    CHECK_FALSE(arrivals.note("searched").empty());
    const table way = to_table(fastest_journey(h.all(), h["a"], h["c"]));
    CHECK(way.note("departure") == "2000-01-05");
    CHECK(way["type"].text(0) == "founded");
    CHECK(way["to"].text(1) == "c");
    CHECK(to_table(std::optional<journey>()).row_count() == 0);
    CHECK(closeness_table(h, temporal_closeness(h.all(), start))["closeness"].number(2) == 0.0);
}

TEST_CASE("graph_tables: windows with parts only where they were counted", "[io]") {
    const history h = graph_history(2, {{0, 1}});
    const auto windows = consecutive_windows(day(0), day(400), calendar_unit::year);
    const table plain = to_table(rolling(h.all(), windows), false);
    REQUIRE(plain.row_count() == 2);
    CHECK(plain["first"].day(0) == day(0));
    CHECK(plain["relations_possible"].integer(1) == 1);
    CHECK(plain["parts"].is_null(0));
    rolling_options options;
    options.components = true;
    CHECK(to_table(rolling(h.all(), windows, options), true)["largest"].integer(0) == 2);
}

TEST_CASE("graph_tables: tables of what may be many rows can be stopped", "[io]") {
    const snapshot g = sample();
    const std::vector<double> of_edges(g.edge_count(), 1.0);
    const std::vector<std::uint32_t> of_vertices(g.vertex_count(), 1);
    const auto check = [](auto&& make) {
        check_stops("table", [&](const progress& tell) { return make(tell).row_count(); });
    };
    check([&](const progress& tell) { return edge_table(g, "weight", of_edges, tell); });
    check([&](const progress& tell) { return vertex_table(g, "core", of_vertices, tell); });
    check([&](const progress& tell) { return distances_table(g, of_vertices, tell); });
    check([&](const progress& tell) { return to_table(g, pagerank(g), tell); });
    check([&](const progress& tell) { return to_table(g, weak_components(g), tell); });
    check([&](const progress& tell) { return to_table(g, clustering(g), tell); });
    check([&](const progress& tell) { return to_table(g, co_occurrence(g), tell); });
    check([&](const progress& tell) { return to_table(g, transitive_closure(g), tell); });
}
