#include <comity/history/columns.hpp>

#include "catch.hpp"
#include "support/same_history.hpp"

#include <comity/error.hpp>
#include <comity/history/builder.hpp>
#include <comity/time/date_error.hpp>

#include <random>
#include <string>
#include <vector>

using namespace comity;

namespace {

struct columns {
    std::vector<std::uint32_t> from, to, lines;
    std::vector<std::uint16_t> type;
    std::vector<day32> begin, end;
    [[nodiscard]] relation_columns all() const { return {from, type, to, begin, end, {}, {}, {}, {}}; }
};

builder with_nodes(std::uint32_t n) {
    builder b;
    for (std::uint32_t i = 0; i < n; ++i) b.add_node("n" + std::to_string(i), kind::organisation);
    return b;
}

std::optional<std::string> text_of(day32 d) {
    if (d == no_day) return std::nullopt;
    if (d == open_day) return "..";
    if (d == unknown_day) return "";
    return day(d).to_string();
}

} // namespace

TEST_CASE("columns: make the same history as relations one by one", "[history][property]") {
    std::mt19937 random(7);
    const std::vector<relation_type> types{relation_type::member_of, relation_type::founded,
                                           relation_type::part_of};
    for (const std::size_t rows : {0u, 1u, 50u, 3000u, 70'000u}) {
        columns c;
        builder one_by_one = with_nodes(20);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto day_of = [&random]() -> day32 {
                const auto n = random() % 10;
                return n == 0   ? no_day
                       : n == 1 ? open_day
                       : n == 2 ? unknown_day
                                : static_cast<day32>(random() % 60'000) - 30'000;
            };
            c.from.push_back(static_cast<std::uint32_t>(random() % 10));
            c.to.push_back(static_cast<std::uint32_t>(10 + random() % 10)); // no circles
            c.type.push_back(to_index(types[random() % 3]));
            c.begin.push_back(day_of());
            c.end.push_back(day_of());
            const relation_id r =
                one_by_one.add_relation(node_id{c.from[i]}, relation_type(c.type[i]), node_id{c.to[i]});
            one_by_one.set_period(r, {text_of(c.begin[i]), text_of(c.end[i])});
        }
        builder at_once = with_nodes(20);
        CHECK(at_once.add_relations(c.all()) == relation_id{0});
        if (rows > 5000) continue; // saying everything takes long; that the threads run is enough
        CHECK(test::everything_in(std::move(at_once).build()) ==
              test::everything_in(std::move(one_by_one).build()));
    }
}

TEST_CASE("columns: begins and ends may be numbers of dates, a source may state all, lines are kept",
          "[history]") {
    builder b = with_nodes(2);
    const source_id s = b.add_source("s", {});
    b.set_place("f.csv");
    const std::vector<std::uint32_t> from{0, 0}, to{1, 1}, lines{5, 9};
    const std::vector<std::uint16_t> type(2, to_index(relation_type::member_of));
    const std::vector<date_number> begin{b.date("1990~"), b.date("2000")},
        end{date_number{}, b.date(*day::from_civil(1999, 1, 1))};
    b.add_relations({from, type, to, {}, {}, begin, end, lines, s});
    std::vector<finding> findings;
    const auto h = std::move(b).try_build(findings);
    REQUIRE(h);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].place == "f.csv:9");
    CHECK(h->relation(relation_id{0}).period().text() == "1990~");
    CHECK(h->statement_count() == 2);
}

TEST_CASE("columns: what does not fit is refused, and nothing is added", "[history]") {
    builder b = with_nodes(2);
    columns c;
    c.from = {0, 1};
    c.to = {1};
    c.type = {0, 0};
    CHECK_THROWS_WITH(b.add_relations(c.all()), "the columns have 2 rows, but 'to' has 1");
    c.to = {1, 2};
    CHECK_THROWS_WITH(b.add_relations(c.all()), "there is no node number 2 in this builder; it has 2");
    c.to = {1, 0};
    const std::vector<date_number> dates{date_number{0}, date_number{77}};
    relation_columns with_dates = c.all();
    with_dates.begin_dates = dates;
    CHECK_THROWS_AS(b.add_relations(with_dates), error);
    c.begin = {0, 4'000'000}; // the year 12921 has no EDTF text with a day
    CHECK_THROWS_AS(b.add_relations(c.all()), date_error);
    CHECK(b.relation_count() == 0);
    CHECK_THROWS_AS(b.date("yesterday"), date_error);
    CHECK(b.date("2001") == b.date("2001"));
    CHECK(b.find_node("n1") == node_id{1});
    CHECK_FALSE(b.find_node("n2"));
}
