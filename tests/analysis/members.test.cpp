#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/members.hpp>

#include <string>
#include <vector>

using namespace comity;

namespace {

/// `china! india?`: who, and whether surely.
std::string names(const listing<membership>& members) {
    std::string text;
    for (const membership& m : members)
        text += (text.empty() ? "" : " ") + std::string(m.who.id()) + (is_certain(m.truth) ? "!" : "?");
    return text;
}

history union_of_three() {
    maker m;
    m.node("union", kind::intergovernmental_organisation, "2001-06-15/..");
    for (const char* id : {"a", "b", "c", "d"}) m.node(id, kind::state);
    m.relation("a", relation_type::member_of, "union", "2001-06-15/..");
    m.relation("b", relation_type::member_of, "union", "2001-06-15/2010-12-31");
    m.relation("c", relation_type::member_of, "union", "2005/..");
    m.relation("d", relation_type::observer_of, "union", "2005/..");
    m.node("all-members", kind::bloc);
    m.relation("all-members", relation_type::drawn_from, "union");
    return m.made();
}

} // namespace

TEST_CASE("members: a day that is not exact makes some only possible", "[analysis]") {
    const history h = union_of_three();
    CHECK(names(members_of(h.at("2003-01-01"), h["union"])) == "a! b!");
    CHECK(names(members_of(h.at("2005-06-01"), h["union"])) == "a! b! c?");
    CHECK(names(members_of(h.at("2012-01-01"), h["union"])) == "a! c!");
    CHECK(counted(members_of(h.at("2005-06-01"), h["union"]).rows) == count{2, 3});
}

TEST_CASE("members: a bloc drawn from a body is its members of the day", "[analysis]") {
    const history h = union_of_three();
    const auto found = members_of(h.at("2012-01-01"), h["all-members"]);
    CHECK(names(found) == "a! c!");
    CHECK(found[0].by.size() == 2);
    CHECK(found[0].by[0].type() == relation_type::drawn_from);
    CHECK(found[0].by[1].type() == relation_type::member_of);
}

TEST_CASE("members: other standings are asked for apart", "[analysis]") {
    const history h = union_of_three();
    CHECK(names(members_of(h.at("2012-01-01"), h["union"], standing::observer)) == "d!");
    CHECK(members_of(h.at("2012-01-01"), h["union"], standing::partner).empty());
}

TEST_CASE("members: what is said of parts holds of the whole, and circles end", "[analysis]") {
    maker m;
    for (const char* id : {"whole", "part"}) m.node(id, kind::bloc, "2000/..");
    m.node("a", kind::state, "1900/..");
    m.relation("part", relation_type::part_of, "whole");
    m.relation("a", relation_type::member_of, "part", "2001/..");
    m.relation("whole", relation_type::member_of, "whole", "2001/..");
    const history h = m.made();
    CHECK(names(members_of(h.at("2002-01-01"), h["whole"])) == "a! whole!");
    CHECK(counted(members_of(h.at("2002-01-01"), h["whole"]).rows) == count{1, 1});
}

TEST_CASE("members: a bloc that is reached in many ways is looked into on the surest", "[analysis]") {
    maker m;
    m.node("whole", kind::bloc);
    const int layers = 60; // of two blocs, each a part of both above: 2^60 ways down
    const auto bloc = [](int layer, int i) { return std::to_string(layer) + (i == 0 ? "a" : "b"); };
    for (int layer = 0; layer < layers; ++layer)
        for (int i = 0; i < 2; ++i) {
            m.node(bloc(layer, i), kind::bloc);
            if (layer == 0) m.relation(bloc(layer, i), relation_type::part_of, "whole", "2001/..");
            for (int above = 0; layer > 0 && above < 2; ++above) {
                // What leads through the one is only possible on the day, what through the other is certain.
                const char* const since = above == 0 ? "2002/.." : "2001/..";
                m.relation(bloc(layer, i), relation_type::part_of, bloc(layer - 1, above), since);
            }
        }
    m.node("x", kind::state);
    m.relation("x", relation_type::member_of, bloc(layers - 1, 0), "2001/..");
    const history h = m.made();
    CHECK(names(members_of(h.at("2002-06-01"), h["whole"])) == "x!");
}

TEST_CASE("members: the SCO of 2017 by name, and as its source counts it", "[analysis][sco]") {
    const view then = article().at("2017-12-06");
    const auto found = members_of(then, sco()["sco-members-2017"]);
    CHECK(names(found) == "china! india? russia! tajikistan! uzbekistan!");
    const auto counts = stated_counts(then, sco()["sco-members-2017"]);
    REQUIRE(counts.size() == 1);
    CHECK(counts[0].number_value() == 8);
    CHECK(counts[0].statements()[0].locator() == "1.3 p3");
    CHECK(names(members_of(article().at("2004-12-31"), sco()["sco"])) ==
          "china? india? russia? tajikistan? uzbekistan?");
}

TEST_CASE("members: a role is what the sources give it that the view hears", "[analysis]") {
    builder b;
    const source_id charter = b.add_source("charter", {});
    const source_id article = b.add_source("article", {});
    b.add_node("union", kind::intergovernmental_organisation);
    b.add_node("a", kind::state);
    const relation_id r = b.add_relation(b.node("a"), relation_type::member_of, b.node("union"));
    const auto role = [&](source_id source, const char* text) {
        statement_record gives;
        gives.source = source;
        gives.attributes.push_back({attribute_type::role, std::string(text)});
        b.add_statement(r, gives);
    };
    role(charter, "founding");
    role(article, "observer");
    const history h = std::move(b).build();
    const auto role_in = [&h](const view& v) { return members_of(v, h["union"])[0].role(&v); };
    CHECK(members_of(h.all(), h["union"])[0].role() == "founding; observer");
    CHECK(role_in(h.all()) == "founding; observer");
    CHECK(role_in(h.all().sources({"charter"})) == "founding");
    CHECK(role_in(h.all().without_sources({"charter"})) == "observer");
}
