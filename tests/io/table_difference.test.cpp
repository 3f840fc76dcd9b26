#include "analysis/maker.hpp"
#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/io/analysis_tables.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/io/table_difference.hpp>

#include <random>

using namespace comity;

namespace {

table made(std::initializer_list<std::pair<const char*, std::optional<int>>> rows) {
    table_builder t{
        {"id", column_type::category}, {"days", column_type::integer}, {"stated", column_type::text}};
    for (const auto& [id, days] : rows) t.add_row({id, days, id});
    return std::move(t).build();
}

std::string told(const table& t) {
    std::string all;
    for (std::size_t i = 0; i < t.row_count(); ++i) {
        for (const table_column& c : t.columns()) all += c.to_string(i) + ' ';
        all += '\n';
    }
    return all;
}

} // namespace

TEST_CASE("table_difference: lost, changed, gained", "[io]") {
    const table before = made({{"a", 1}, {"b", 2}, {"c", std::nullopt}});
    const table after = made({{"b", 3}, {"c", std::nullopt}, {"d", 4}});
    const table t = difference_of(before, after);
    CHECK(told(t) == "lost a    \nchanged b days 2 3 \ngained d    \n");
    CHECK(t.note("kept") == "1");
    CHECK(t.note("changed") == "1");
    CHECK(difference_of(before, before).row_count() == 0);
}

TEST_CASE("table_difference: no value is not zero", "[io]") {
    const table t = difference_of(made({{"a", std::nullopt}}), made({{"a", 0}}));
    REQUIRE(t.row_count() == 1);
    CHECK(t["before"].is_null(0));
    CHECK(t["after"].text(0) == "0");
}

TEST_CASE("table_difference: rows of one key are matched in their order", "[io]") {
    const table t = difference_of(made({{"a", 1}, {"a", 2}}), made({{"a", 1}}));
    CHECK(told(t) == "lost a    \n");
}

TEST_CASE("table_difference: other keys, other columns ignored, and what can't be", "[io]") {
    const table before = made({{"a", 1}});
    const table after = made({{"a", 2}});
    const std::vector<std::string> days{"days"}, none{"none"};
    CHECK(told(difference_of(before, after, days)) == "lost 1    \ngained 2    \n");
    CHECK(difference_of(before, after, {}, days).row_count() == 0);
    CHECK_THROWS_AS(difference_of(before, after, none), error);
    table_builder nameless{{"share", column_type::number}};
    const table n = std::move(nameless).build();
    CHECK_THROWS_AS(difference_of(n, n), error);
}

TEST_CASE("table_difference: what a roster loses without a source", "[io]") {
    maker m;
    m.add_source("other", "2020");
    m.node("body", kind::organisation);
    for (const char* id : {"a", "b"}) {
        m.stated(m.node(id, kind::state), "p1");
        m.stated(m.relation(id, relation_type::member_of, "body"), "p1");
    }
    m.stated(m.builder().node("body"), "p1");
    for (const char* id : {"a", "body"}) m.stated(m.builder().node(id), "q", modality::reported, "other");
    m.stated(relation_id{0}, "q", modality::reported, "other");
    const history h = m.made();
    const auto members = [&h](const view& v) { return to_table(members_of(v, h["body"])); };
    const table t = difference_of(members(h.all()), members(h.all().without_sources({"article"})));
    REQUIRE(t.row_count() == 1);
    CHECK(t["change"].text(0) == "lost");
    CHECK(t["id"].text(0) == "b");
    const table same = changes_without(h.all(), {"article"}, members);
    REQUIRE(same.row_count() == 1);
    CHECK(same["id"].text(0) == "b");
    CHECK(changes_without(h.all(), {"other"}, members, std::vector<std::string>{"id"}).row_count() == 0);
    CHECK_THROWS_AS(changes_without(h.all(), {"nobody"}, members), error);
}

TEST_CASE("table_difference: both ways it finds the same, with lost and gained exchanged", "[io]") {
    std::mt19937 random(24);
    for (int round = 0; round < 100; ++round) {
        const auto make = [&random] {
            table_builder t{{"id", column_type::category}, {"days", column_type::integer}};
            for (unsigned n = random() % 8; n-- > 0;)
                t.add_row({std::string(1, static_cast<char>('a' + random() % 5)), random() % 3});
            return std::move(t).build();
        };
        const table a = make();
        const table b = make();
        const table there = difference_of(a, b);
        const table back = difference_of(b, a);
        CHECK(there.note("lost") == back.note("gained"));
        CHECK(there.note("gained") == back.note("lost"));
        CHECK(there.note("kept") == back.note("kept"));
        CHECK(std::stoul(std::string(there.note("lost"))) + std::stoul(std::string(there.note("kept"))) +
                  std::stoul(std::string(there.note("changed"))) ==
              a.row_count());
    }
}
