#include "catch.hpp"

#include <comity/analysis/label.hpp>
#include <comity/error.hpp>
#include <comity/history/builder.hpp>

using namespace comity;

TEST_CASE("label: names nodes and relations by id, or a relation by what it says", "[analysis]") {
    builder b;
    const node_id china = b.add_node("china", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    b.add_attribute(china, {attribute_type::name, std::string("China"), "en"});
    const relation_id plain = b.add_relation(china, relation_type::member_of, sco);
    const relation_id named = b.add_relation(china, relation_type::founded, sco, "china-founds-sco");
    const history h = std::move(b).build();
    CHECK(label(h["china"]) == "china");
    CHECK(label(h.relation(plain)) == "china member-of sco");
    CHECK(label(h.relation(named)) == "china-founds-sco");
    CHECK(in_words(h["china"]) == "China");
    CHECK(in_words(h.relation(plain)) == "China member of sco");
    CHECK(type_name(h["china"]) == "state");
    CHECK(type_name(h.relation(plain)) == "member-of");
    const fact f = h.relation(plain);
    CHECK(as_relation(f).from() == h["china"]);
    CHECK_THROWS_AS(as_node(f), error);
}
