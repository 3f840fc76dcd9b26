#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/parties.hpp>

using namespace comity;

namespace {

std::string told(const listing<party>& found) {
    std::string all;
    for (const party& p : found)
        all += std::string(to_string(p.where)) + ' ' + std::string(p.who.id()) + ' ' +
               std::string(to_string(p.first)) + ' ' + std::string(to_string(p.other)) + '\n';
    return all;
}

} // namespace

TEST_CASE("parties: who joined between two things, and who is found once only", "[analysis]") {
    maker m;
    for (const char* id : {"a", "b", "c"}) m.node(id, kind::state);
    m.node("first", kind::resolution, "2011");
    m.node("other", kind::resolution, "2015");
    m.relation("a", relation_type::submitted, "first", "2011-09-12");
    m.relation("b", relation_type::submitted, "first", "2011-09-12");
    m.relation("a", relation_type::submitted, "other", "2015-01-09");
    m.relation("c", relation_type::submitted, "other", "2015-01-09");
    m.relation("c", relation_type::supports, "first");
    const history h = m.made();
    CHECK(told(parties(h.all(), h["first"], h["other"], relation_type::submitted)) ==
          "first b certain no\nother c no certain\nboth a certain certain\n");
    CHECK(parties(h.all(), h["first"], h["other"]).size() == 4);
}

TEST_CASE("parties: a bloc stands beside its members of the day", "[analysis]") {
    maker m;
    for (const char* id : {"a", "b", "c"}) m.node(id, kind::state);
    m.node("six", kind::bloc);
    m.node("union", kind::organisation, "2001/..");
    m.relation("six", relation_type::drawn_from, "union");
    m.relation("a", relation_type::member_of, "union", "2001-06-15/..");
    m.relation("b", relation_type::member_of, "union", "2014/..");
    for (const char* id : {"first", "other"}) m.node(id, kind::summit);
    m.relation("six", relation_type::participated_in, "first", "2010-05-01");
    m.relation("six", relation_type::participated_in, "other", "2016-05-01");
    const history h = m.made();
    const auto found = parties(h.all(), h["first"], h["other"], relation_type::participated_in);
    CHECK(told(found).find("other b no") == 0);
    CHECK(told(found).find("both six") != std::string::npos);
    CHECK(found[0].by_other.size() == 3); // taking part, drawn from, member of
}

TEST_CASE("parties: who handed in the first code of conduct, whoever handed in the second",
          "[analysis][sco]") {
    const view all = sco().all();
    std::string first;
    bool joined = false;
    for (const party& p : parties(all, sco()["code-2011"], sco()["code-2015"], relation_type::submitted)) {
        if (is_certain(p.first)) first += std::string(p.who.id()) + ' ';
        joined = joined || p.where == side_of::other;
    }
    CHECK(first == "china russia tajikistan uzbekistan ");
    CHECK(joined); // the article: with all of the members
}
