#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/told.hpp"

#include <comity/analysis/coverage.hpp>
#include <comity/error.hpp>

#include <limits>
#include <map>
#include <string>

using namespace comity;

namespace {

/// A register that claims to list all treaties of a body until 2010, and an article that claims nothing.
struct register_and_article : maker {
    register_and_article() {
        source_record record;
        record.date = "2015-03";
        record.coverage = {{"treaty", "", "1990", "2010"}, {"summit", "", "", ""}};
        builder().add_source("register", record);
        for (const auto& [id, day] :
             {std::pair("a", "1985-04-12"), std::pair("b", "1991-05"), std::pair("c", "1999"),
              std::pair("d", "199X"), std::pair("e", "1992?")})
            dated_by(node(id, kind::treaty), "register", day);
        stated(node("f", kind::treaty), "p1", modality::reported, "register");
        dated_by(node("g", kind::treaty), "article", "2001");
    }
};

const covered& row(const listing<covered>& found, std::string_view source, std::string_view type,
                   std::optional<std::int64_t> year = std::nullopt) {
    for (const covered& c : found)
        if (c.by.id() == source && c.type == type && c.year == year) return c;
    FAIL("no row of " << source << ' ' << type);
    throw;
}

} // namespace

TEST_CASE("coverage: how much each source states, how exactly, and what it claims", "[analysis]") {
    register_and_article m;
    const history h = m.made();
    const auto found = coverage(h.all());
    const covered& c = row(found, "register", "treaty");
    CHECK(c.facts == count{6, 6});
    CHECK(c.statements == 6);
    CHECK(c.to_day == 1);
    CHECK(c.to_month == 1);
    CHECK(c.to_year == 2);
    CHECK(c.coarser == 1);
    CHECK(c.undated == 1);
    CHECK(c.marked == 1);
    CHECK(c.first.text == "1985-04-12");
    CHECK(c.last.latest.value.to_string() == "1999-12-31");
    REQUIRE(c.claims.size() == 1);
    CHECK(c.claims[0].until == "2010");
    CHECK(row(found, "article", "treaty").claims.empty());
    const covered& empty = row(found, "register", "summit"); // a claim and nothing under it
    CHECK(empty.facts == count{0, 0});
    CHECK(empty.claims.size() == 1);
}

TEST_CASE("coverage: by decade, certain where the begin lies in one", "[analysis]") {
    register_and_article m;
    const history h = m.made();
    const auto found = coverage(h.all(), 10);
    CHECK(row(found, "register", "treaty", 1980).facts == count{1, 1});
    CHECK(row(found, "register", "treaty", 1990).facts == count{3, 4});                // b, c, d; e is marked
    CHECK(row(found, "register", "treaty").facts == count{0, 1});                      // f is undated
    CHECK(row(coverage(h.all(), 3), "register", "treaty", 1998).facts == count{1, 2}); // c, perhaps d
    CHECK_THROWS_AS(coverage(h.all(), -1), error);
}

TEST_CASE("coverage: every statement of a source that counts is in one row", "[analysis]") {
    std::mt19937 random(22);
    for (int round = 0; round < 20; ++round) {
        const test::told_history told = test::make_up(random);
        const view all = told.build().all();
        std::map<std::string, std::size_t> counted;
        for (const covered& c : coverage(all)) {
            counted[std::string(c.by.id())] += c.statements;
            CHECK(c.statements == c.to_day + c.to_month + c.to_year + c.coarser + c.undated);
            CHECK(c.facts.certain <= c.facts.possible);
        }
        std::map<std::string, std::size_t> expected;
        const auto add = [&](const fact& f) {
            for (const statement& s : f.statements())
                if (!s.denies()) ++expected[std::string(s.source().id())];
        };
        for (const auto& n : all.nodes()) add(n);
        for (const auto& r : all.relations()) add(r);
        for (const auto& [id, n] : expected) CHECK(counted[id] == n);
    }
}

TEST_CASE("coverage: dates and periods as wide as the days that can be counted", "[analysis]") {
    maker m;
    const std::string ever = "[Y-25000000000000000,Y25000000000000000]";
    for (const auto& [id, day] : {std::pair("a", ever), std::pair("b", std::string("2001"))})
        m.dated_by(m.node(id, kind::treaty), "article", day);
    const history h = m.made();
    const auto found = coverage(h.all());
    CHECK(row(found, "article", "treaty").coarser == 1);
    CHECK(row(found, "article", "treaty").to_year == 1);
    const auto wide = coverage(h.all(), std::numeric_limits<std::int64_t>::max());
    CHECK(row(wide, "article", "treaty", 0).facts.possible == 2);
}
