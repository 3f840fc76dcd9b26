#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/history/history.hpp>

using namespace comity;
using namespace comity::test;
using Catch::Matchers::Contains;

namespace {

history small_history() {
    builder b;
    const node_id china = b.add_node("china", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    b.add_attribute(sco, text_value(attribute_type::name, "Shanghai Cooperation Organisation", "en"));
    b.add_attribute(sco, text_value(attribute_type::alias, "Shanghai Pact", "en"));
    b.add_attribute(china, text_value(attribute_type::name, "China", "en"));
    const relation_id r = b.add_relation(china, relation_type::member_of, sco, "china-in-sco");
    b.add_statement(r, says(source_of(b, "charter", "2002-06-07")));
    b.add_relation(china, relation_type::founded, sco);
    b.set_note("title", "A small history");
    b.set_note("licence", "CC0");
    return std::move(b).build();
}

} // namespace

TEST_CASE("history: counts what it holds", "[history]") {
    const history h = small_history();
    CHECK(h.node_count() == 2);
    CHECK(h.relation_count() == 2);
    CHECK(h.source_count() == 1);
    CHECK(h.statement_count() == 1);
    CHECK(h.attribute_count() == 3);
    CHECK(h.memory() > 0);
}

TEST_CASE("history: an empty one answers like any other", "[history]") {
    const history h = builder().build();
    CHECK(h.node_count() == 0);
    CHECK_FALSE(h.find("x"));
    CHECK_FALSE(h.find_relation("x"));
    CHECK_FALSE(h.find_source("x"));
    CHECK(h.sources().empty());
    CHECK(h.search("x").empty());
    CHECK(h.note("title").empty());
}

TEST_CASE("history: finds nodes, relations and sources by id", "[history]") {
    const history h = small_history();
    CHECK(h["china"].number() == node_id{0});
    CHECK(h.find("sco")->number() == node_id{1});
    CHECK_FALSE(h.find("russia"));
    CHECK(h.find_relation("china-in-sco")->number() == relation_id{0});
    CHECK_FALSE(h.find_relation("china"));
    CHECK_FALSE(h.find_relation(""));
    CHECK(h.find_source("charter")->number() == source_id{0});
    CHECK_FALSE(h.find_source("sco"));
}

TEST_CASE("history: names the nearest id where there is none of that name", "[history]") {
    const history h = small_history();
    CHECK(code_of([&] { (void)h["chian"]; }) == static_cast<int>(errc::unknown_id));
    CHECK_THAT(message_of([&] { (void)h["chian"]; }), Contains("'chian'") && Contains("'china'"));
}

TEST_CASE("history: a number out of range is refused with the range", "[history]") {
    const history h = small_history();
    const int refused = static_cast<int>(errc::invalid_argument);
    CHECK(code_of([&] { (void)h.node(node_id{2}); }) == refused);
    CHECK(code_of([&] { (void)h.relation(relation_id{2}); }) == refused);
    CHECK(code_of([&] { (void)h.source(source_id{1}); }) == refused);
    CHECK(code_of([&] { (void)h.statement(statement_id{1}); }) == refused);
    CHECK(code_of([&] { (void)h.attribute(attribute_id{3}); }) == refused);
    CHECK_THAT(message_of([&] { (void)h.node(node_id{2}); }), Contains("number 2") && Contains("has 2"));
}

TEST_CASE("history: lists its sources in the order of their numbers", "[history]") {
    builder b;
    source_of(b, "z");
    source_of(b, "a");
    const std::vector<source> all = std::move(b).build().sources();
    REQUIRE(all.size() == 2);
    CHECK(all[0].id() == "z");
    CHECK(all[1].id() == "a");
}

TEST_CASE("history: keeps notes by key, the last word of each", "[history]") {
    builder b(small_history());
    b.set_note("title", "Another title");
    const history h = std::move(b).build();
    CHECK(h.note("title") == "Another title");
    CHECK(h.note("licence") == "CC0");
    CHECK(h.note("none").empty());
    CHECK(h.notes().size() == 2);
}

TEST_CASE("history: searches names, aliases and ids, whole matches first", "[history]") {
    builder b;
    const node_id pact = b.add_node("a", kind::bloc);
    const node_id city = b.add_node("b", kind::city);
    const node_id five = b.add_node("shanghai-five", kind::bloc);
    b.add_attribute(pact, text_value(attribute_type::name, "Shanghai Cooperation Organisation", "en"));
    b.add_attribute(pact, text_value(attribute_type::alias, "Shanghai Pact", "en"));
    b.add_attribute(city, text_value(attribute_type::name, "Shanghai", "en"));
    b.add_attribute(five, text_value(attribute_type::alias, "Shanghai Five group", "en"));
    const history h = std::move(b).build();
    std::string order;
    for (const node& n : h.search("Shanghai")) order += std::string(n.id()) + ' ';
    CHECK(order == "b a shanghai-five ");
    CHECK(h.search("shanghai-").size() == 1);
    CHECK(h.search("Beijing").empty());
}

TEST_CASE("history: does not search the names of relations or other texts", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    b.add_attribute(n, text_value(attribute_type::description, "lies in Asia"));
    CHECK(std::move(b).build().search("Asia").empty());
}

TEST_CASE("history: copies share the same columns", "[history]") {
    const history h = small_history();
    const history copy = h;
    CHECK(copy.store() == h.store());
    CHECK(copy["china"] == h["china"]);
}
