#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/history/history.hpp>

using namespace comity;
using namespace comity::test;

TEST_CASE("slot: a set covers each slot that is in it", "[history]") {
    const slot set = slot::begin | slot::value;
    CHECK(covers(set, slot::begin));
    CHECK(covers(set, slot::value));
    CHECK_FALSE(covers(set, slot::existence));
    CHECK_FALSE(covers(slot::none, slot::begin));
}

TEST_CASE("statement: says who states what, where, how and in which words", "[history]") {
    builder b;
    const node_id n = b.add_node("china", kind::state);
    statement_record r = says(source_of(b, "ciis"), modality::alleged);
    r.locator = "1.1 p2";
    r.quote = "as they say";
    b.add_statement(n, r);
    const history h = std::move(b).build();
    const statement s = h.statement(statement_id{0});
    CHECK(s.about() == subject(n));
    CHECK(s.source().id() == "ciis");
    CHECK(s.locator() == "1.1 p2");
    CHECK(s.quote() == "as they say");
    CHECK(s.modality() == modality::alleged);
    CHECK_FALSE(s.denies());
    CHECK_FALSE(s.inferred());
    CHECK_FALSE(s.value());
}

TEST_CASE("statement: of the whole record speaks of the slots that were given", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id bare = b.add_node("bare", kind::state);
    const node_id begun = b.add_node("begun", kind::state);
    const node_id full = b.add_node("full", kind::state);
    for (const node_id n : {bare, begun, full}) b.add_statement(n, says(s));
    b.set_period(begun, period_record::of("1949"));
    b.set_period(full, period_record::of("1949/.."));
    b.add_attribute(full, text_value(attribute_type::name, "Full", "en"));
    const history h = std::move(b).build();
    const auto slots = [&h](node_id n) { return h.node(n).statements().at(0).slots(); };
    CHECK(slots(bare) == slot::existence);
    CHECK(slots(begun) == (slot::existence | slot::begin));
    CHECK(slots(full) == (slot::existence | slot::begin | slot::end | slot::attributes));
    CHECK(h.node(full).statements().at(0).begin() == "1949");
    CHECK(h.node(full).statements().at(0).end() == "..");
    CHECK_FALSE(h.node(bare).statements().at(0).begin());
}

TEST_CASE("statement: with a period of its own speaks of just that", "[history]") {
    builder b;
    const node_id n = b.add_node("china", kind::state);
    b.set_period(n, period_record::of("1949/.."));
    b.add_attribute(n, text_value(attribute_type::name, "China", "en"));
    b.add_statement(n, says(source_of(b, "s"), "1949-10-01"));
    const history h = std::move(b).build();
    const statement s = h.node(n).statements().at(0);
    CHECK(s.slots() == (slot::existence | slot::begin));
    CHECK(s.begin() == "1949-10-01");
    CHECK_FALSE(s.end());
}

TEST_CASE("statement: with values of its own states existence and each value", "[history]") {
    builder b;
    const node_id n = b.add_node("statement-2006", kind::statement);
    statement_record r = says(source_of(b, "s"));
    r.attributes = {number_value(attribute_type::ordinal, 6)};
    b.add_statement(n, r);
    const history h = std::move(b).build();
    const std::vector<statement> all = h.node(n).statements();
    REQUIRE(all.size() == 2);
    CHECK(all[0].slots() == slot::existence);
    CHECK(all[1].slots() == slot::value);
    REQUIRE(all[1].value());
    CHECK(h.attribute(*all[1].value()).number_value() == 6);
}

TEST_CASE("statement: inferred carries its rule and its premises", "[history]") {
    builder b;
    const node_id n = b.add_node("china", kind::state);
    statement_record r = says(source_of(b, "s"));
    r.rule = "a signatory is a party";
    r.premises = {"statement-2006", "1.2 p4"};
    b.add_statement(n, r);
    const statement s = std::move(b).build().statement(statement_id{0});
    CHECK(s.inferred());
    CHECK(s.rule() == "a signatory is a party");
    CHECK(s.premises() == std::vector<std::string_view>{"statement-2006", "1.2 p4"});
}

TEST_CASE("statement: about one thing stand together in the order in which they were given", "[history]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id c = b.add_node("c", kind::state);
    const source_id s = source_of(b, "s");
    for (const char* locator : {"1", "2", "3"})
        for (const node_id n : {c, a}) {
            statement_record r = says(s);
            r.locator = locator;
            b.add_statement(n, r);
        }
    const history h = std::move(b).build();
    for (const node_id n : {a, c}) {
        std::string order;
        for (const statement& st : h.node(n).statements()) order += st.locator();
        CHECK(order == "123");
    }
}
