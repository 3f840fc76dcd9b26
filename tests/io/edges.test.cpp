#include <comity/io/edges.hpp>
#include <comity/io/listing.hpp>

#include <comity/view/counts.hpp>

#include "catch.hpp"
#include "support/crowded.hpp"
#include "support/graphs.hpp"
#include "support/stages.hpp"

#include <random>

using namespace comity;

namespace {

/// Each edge is the relation that the walk comes to, and as the relation says of itself.
void check_against_walk(const view& v, std::optional<relation_type> type) {
    const table t = edges_table(v, type);
    std::size_t row = 0;
    for (const auto& r : type ? v.relations(*type) : v.relations()) {
        REQUIRE(row < t.row_count());
        REQUIRE(t["number"].integer(row) == static_cast<std::int64_t>(r.number()));
        REQUIRE(t["from"].text(row) == r.from().id());
        REQUIRE(t["from"].category(row) == static_cast<std::int32_t>(r.from().number()));
        REQUIRE(t["to"].text(row) == r.to().id());
        REQUIRE(t["type"].text(row) == r.type_name());
        REQUIRE(t["truth"].text(row) == to_string(r.truth()));
        ++row;
    }
    REQUIRE(row == t.row_count());
    // Asked for the ends alone, nobody asks how surely an edge is there.
    static constexpr std::string_view ends[] = {"from", "to"};
    const table alone = edges_table(v, type, ends);
    REQUIRE(alone.row_count() == row);
    for (row = 0; row < t.row_count(); ++row)
        for (const std::string_view end : ends) REQUIRE(alone[end].category(row) == t[end].category(row));
}

} // namespace

TEST_CASE("edges: the relations of a view without what is said of them", "[io]") {
    for (const bool precise : {true, false}) {
        std::mt19937 random(3);
        const history h = test::crowded(random, precise);
        const std::string on = test::day_text(700);
        for (const view& v : {h.all(), h.at(on), h.by(on), h.window(on, test::day_text(720)).certain(),
                              h.all().sources({"two"}), h.at(on).kinds({kind::state})}) {
            check_against_walk(v, std::nullopt);
            check_against_walk(v, relation_type::founded);
        }
    }
}

TEST_CASE("edges: of nodes with no relation, with one and with many", "[io]") {
    std::mt19937 random(7);
    builder b;
    constexpr std::uint32_t nodes = 400;
    for (std::uint32_t n = 0; n < nodes; ++n) b.add_node("n" + std::to_string(n), kind::state);
    for (std::uint32_t n = 0; n < nodes; ++n)
        for (auto left = n % 50 == 7 ? 150 : static_cast<int>(random() % 3); left > 0; --left) {
            const relation_id r = b.add_relation(node_id{n}, relation_type::affiliated_with,
                                                 node_id{static_cast<std::uint32_t>(random() % nodes)});
            b.set_period(r, {test::day_text(static_cast<std::uint32_t>(random() % 100)), ".."});
        }
    const history h = std::move(b).build();
    for (const std::uint32_t day : {0u, 20u, 60u, 99u})
        check_against_walk(h.at(test::day_text(day)), std::nullopt);
}

TEST_CASE("edges: days that are none are empty cells", "[io]") {
    builder b;
    const node_id a = b.add_node("a", kind::state), c = b.add_node("c", kind::organisation);
    const relation_id r = b.add_relation(a, relation_type::member_of, c);
    b.set_period(r, {"2001-06-15", ".."});
    b.add_relation(c, relation_type::affiliated_with, a);
    const table t = edges_table(std::move(b).build().all());
    CHECK(t["first"].day(0) == date::parse("2001-06-15").earliest().value);
    CHECK_FALSE(t["last"].day(0));
    CHECK_FALSE(t["first"].day(1));
}

TEST_CASE("edges: days beyond those that columns count are empty cells", "[io]") {
    builder b;
    const node_id fr = b.add_node("fr", kind::state);
    const relation_id r = b.add_relation(fr, relation_type::has_relations_with, fr);
    b.set_period(r, period_record::of("Y-170000002/Y170000002"));
    const history h = std::move(b).build();
    const table edges = edges_table(h.all());
    const table listed = relations_table(h.all());
    CHECK((edges["first"].is_null(0) && edges["last"].is_null(0)));
    CHECK((listed["begin_earliest"].is_null(0) && listed["end_latest"].is_null(0)));
    CHECK(listed["dates"].text(0) == "Y-170000002/Y170000002");
}

TEST_CASE("edges: counts and lists as tables", "[io]") {
    std::mt19937 random(3);
    const history h = test::crowded(random, false);
    const std::vector<day> days{day(10'100), day(10'007)};
    const std::vector<count> counts = relation_counts_at(h.all(), days);
    const table counted = counts_table(days, counts);
    CHECK(counted["day"].day(1) == days[1]);
    CHECK(counted["certain"].integer(0) == static_cast<std::int64_t>(counts[0].certain));
    CHECK(counted["possible"].integer(1) == static_cast<std::int64_t>(counts[1].possible));
    CHECK_THROWS_AS(counts_table(days, {}), error);

    const std::vector<node_id> asked{node_id{4}, node_id{2}, node_id{4}};
    const neighbour_lists lists = out_neighbours(h.at("1998"), asked);
    const table t = neighbours_table(h, asked, lists);
    std::size_t row = 0;
    for (std::size_t i = 0; i < asked.size(); ++i)
        for (const std::uint32_t to : lists.of(i)) {
            CHECK(t["from"].text(row) == h.node(asked[i]).id());
            CHECK(t["to"].text(row) == h.node(node_id{to}).id());
            CHECK(t["truth"].text(row) ==
                  to_string(lists.truths.empty() ? truth::certain : lists.truths[row]));
            ++row;
        }
    CHECK(row == t.row_count());
    CHECK(row > 0);
    CHECK_THROWS_AS(neighbours_table(h, {}, lists), error);
}

TEST_CASE("edges: only the columns that are asked for are made", "[io]") {
    std::mt19937 random(3);
    const history h = test::crowded(random, true);
    static constexpr std::string_view some[] = {"to", "truth"}, wrong[] = {"to", "days"};
    const table whole = edges_table(h.at("1998")), part = edges_table(h.at("1998"), std::nullopt, some);
    REQUIRE(part.row_count() == whole.row_count());
    CHECK(part.columns().size() == 2);
    for (std::size_t row = 0; row < part.row_count(); ++row) {
        CHECK(part["to"].category(row) == whole["to"].category(row));
        CHECK(part["truth"].text(row) == whole["truth"].text(row));
    }
    CHECK_THROWS_WITH(edges_table(h.all(), std::nullopt, wrong),
                      "edges have no column 'days'; they have number, from, to, type, first, last, truth");

    const std::vector<node_id> asked{node_id{4}, node_id{2}};
    const neighbour_lists lists = out_neighbours(h.at("1998"), asked);
    const table ends = neighbours_table(h, asked, lists, some);
    CHECK(ends.columns().size() == 2);
    CHECK(ends.row_count() == lists.nodes.size());
    CHECK_THROWS_WITH(neighbours_table(h, asked, lists, wrong),
                      "lists of neighbours have no column 'days'; they have from, to, truth");
}

TEST_CASE("edges: tell how far they are, and can be stopped", "[io]") {
    std::mt19937 random(3);
    for (const bool precise : {true, false}) {
        const history h = test::crowded(random, precise);
        const std::string on = test::day_text(700);
        for (const view& v : {h.all(), h.all().certain(), h.at(on), h.at(on).kinds({kind::state})})
            test::check_stops("edges", [&](const progress& tell) {
                return edges_table(v, std::nullopt, {}, tell).row_count();
            });
    }
    const history certain = test::graph_history(2, {{0, 1}, {1, 0}}); // the columns of which are lent
    test::check_stops("edges", [&](const progress& tell) {
        return edges_table(certain.all(), std::nullopt, {}, tell).row_count();
    });
}

TEST_CASE("edges: how surely is asked for the sake of one column", "[io]") {
    static constexpr std::string_view with[] = {"to", "truth"}, without[] = {"from", "to"};
    CHECK(asking_for(with) == asking::how_surely);
    CHECK(asking_for({}) == asking::how_surely); // all of them
    CHECK(asking_for(without) == asking::whether);
}
