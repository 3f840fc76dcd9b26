#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/history/history.hpp>

using namespace comity;
using namespace comity::test;

TEST_CASE("node: has an id, a kind and the kinds above it", "[history]") {
    builder b;
    b.add_node("sco", kind::intergovernmental_organisation);
    const node sco = std::move(b).build()["sco"];
    CHECK(sco.id() == "sco");
    CHECK(sco.kind() == kind::intergovernmental_organisation);
    CHECK(sco.kind_name() == "intergovernmental-organisation");
    CHECK(sco.is_a(kind::actor));
    CHECK(sco.is_a(kind::intergovernmental_organisation));
    CHECK_FALSE(sco.is_a(kind::instrument));
}

TEST_CASE("node: is called by its name in the language asked for", "[history]") {
    builder b;
    const node_id n = b.add_node("sco", kind::intergovernmental_organisation);
    b.add_attribute(n, text_value(attribute_type::alias, "Shanghai Five", "en"));
    b.add_attribute(n, text_value(attribute_type::name, "上海合作组织", "zh-Hans"));
    b.add_attribute(n, text_value(attribute_type::name, "SCO", "en"));
    b.add_attribute(n, text_value(attribute_type::name, "ШОС", "ru"));
    const node sco = std::move(b).build()["sco"];
    CHECK(sco.name() == "SCO");
    CHECK(sco.name("ru") == "ШОС");
    CHECK(sco.name("zh-Hans") == "上海合作组织");
    CHECK(sco.name("zh") == "上海合作组织");
    CHECK(sco.name("fr") == "SCO");
    CHECK(sco.name("z") == "SCO");
}

TEST_CASE("node: without a name in English is called by any other, else by its id", "[history]") {
    builder b;
    const node_id one = b.add_node("one", kind::state);
    b.add_attribute(one, text_value(attribute_type::name, "Один", "ru"));
    b.add_node("bare", kind::state);
    const history h = std::move(b).build();
    CHECK(h["one"].name() == "Один");
    CHECK(h["bare"].name("ru") == "bare");
}

TEST_CASE("fact: lists its attributes, all or of one type", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::summit);
    const node_id other = b.add_node("other", kind::summit);
    b.add_attribute(n, text_value(attribute_type::alias, "A"));
    b.add_attribute(other, text_value(attribute_type::alias, "X"));
    b.add_attribute(n, number_value(attribute_type::ordinal, 13));
    b.add_attribute(n, text_value(attribute_type::alias, "B"));
    const history h = std::move(b).build();
    CHECK(h["n"].attributes().size() == 3);
    const std::vector<attribute> aliases = h["n"].attributes(attribute_type::alias);
    REQUIRE(aliases.size() == 2);
    CHECK(aliases[0].text() == "A");
    CHECK(aliases[1].text() == "B");
    CHECK(h["n"].attribute(attribute_type::ordinal)->number_value() == 13);
    CHECK_FALSE(h["n"].attribute(attribute_type::name));
}

TEST_CASE("fact: is unsourced where nobody states it", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    const history h = std::move(b).build();
    CHECK(h.node(n).statements().empty());
    CHECK(h.node(n).existence() == truth::certain);
    CHECK(h.node(n).modality() == modality::reported);
    CHECK_FALSE(h.node(n).inferred());
    CHECK_FALSE(h.node(n).disputed());
}

TEST_CASE("fact: has the strongest modality in which anyone asserts it", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id n = b.add_node("n", kind::working_group);
    b.add_statement(n, says(s, modality::alleged));
    b.add_statement(n, says(s, modality::planned));
    b.add_statement(n, says(s, modality::proposed));
    const node_id denied = b.add_node("denied", kind::working_group);
    b.add_statement(denied, says(s, modality::proposed));
    b.add_statement(denied, denies(s)); // a denial asserts nothing, in whatever modality
    const history h = std::move(b).build();
    CHECK(h.node(n).modality() == modality::planned);
    CHECK(h.node(denied).modality() == modality::proposed);
}

TEST_CASE("fact: is reported where nobody speaks of its existence", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id n = b.add_node("n", kind::state);
    const relation_id valued = b.add_relation(n, relation_type::contradicts, n);
    const relation_id denied = b.add_relation(n, relation_type::contradicts, n);
    attribute_record note = text_value(attribute_type::note, "so they say");
    note.stated = {says(s, modality::alleged)};
    b.add_attribute(valued, note);
    b.add_statement(denied, denies(s));
    const history h = std::move(b).build();
    CHECK(h.relation(valued).modality() == modality::reported);
    CHECK(h.relation(denied).modality() == modality::reported);
}

TEST_CASE("fact: exists certainly, perhaps, or not, as sources assert and deny it", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id asserted = b.add_node("asserted", kind::state);
    const node_id both = b.add_node("both", kind::state);
    const node_id denied = b.add_node("denied", kind::state);
    b.add_statement(asserted, says(s));
    b.add_statement(both, denies(s));
    b.add_statement(both, says(s));
    b.add_statement(denied, denies(s));
    const history h = std::move(b).build();
    CHECK(h.node(asserted).existence() == truth::certain);
    CHECK(h.node(both).existence() == truth::possible);
    CHECK(h.node(denied).existence() == truth::no);
}

TEST_CASE("fact: asserted by one source and denied by another is disputed", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    const relation_id r = b.add_relation(n, relation_type::member_of, o);
    const relation_id plain = b.add_relation(n, relation_type::observer_of, o);
    b.add_statement(r, says(source_of(b, "s")));
    b.add_statement(r, denies(source_of(b, "t")));
    b.add_statement(n, says(source_of(b, "u")));
    b.add_statement(n, denies(source_of(b, "v")));
    const history h = std::move(b).build();
    CHECK(h.relation(r).disputed());
    CHECK(h.node(n).disputed());
    CHECK_FALSE(h.relation(plain).disputed());
    CHECK_FALSE(h.node(o).disputed());
}

TEST_CASE("fact: is inferred only where nobody states it outright", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    statement_record guess = says(s);
    guess.rule = "it must have been so";
    const node_id inferred = b.add_node("inferred", kind::state);
    const node_id stated = b.add_node("stated", kind::state);
    b.add_statement(inferred, guess);
    b.add_statement(stated, guess);
    b.add_statement(stated, says(s));
    const history h = std::move(b).build();
    CHECK(h.node(inferred).inferred());
    CHECK_FALSE(h.node(stated).inferred());
}

TEST_CASE("fact: is dated where a begin or an end was given", "[history]") {
    builder b;
    const node_id bare = b.add_node("bare", kind::state);
    const node_id begun = b.add_node("begun", kind::state);
    const node_id ended = b.add_node("ended", kind::state);
    b.set_period(begun, period_record::of("1949"));
    b.set_period(ended, {std::nullopt, "1991"});
    const history h = std::move(b).build();
    CHECK_FALSE(h.node(bare).dated());
    CHECK(h.node(begun).dated());
    CHECK(h.node(ended).dated());
}

TEST_CASE("fact: sources that refine each other leave the days that satisfy both", "[history]") {
    builder b;
    const node_id n = b.add_node("summit", kind::summit);
    b.add_statement(n, says(source_of(b, "a"), "2009"));
    b.add_statement(n, says(source_of(b, "b"), "2009-06-16"));
    const history h = std::move(b).build();
    const period p = h.node(n).period();
    CHECK_FALSE(h.node(n).disputed());
    CHECK(p.text() == "2009-06-16");
    CHECK(p.at(*day::from_civil(2009, 6, 16)) == truth::certain);
    CHECK(p.at(*day::from_civil(2009, 6, 17)) == truth::no);
}

TEST_CASE("fact: sources that contradict each other leave either day possible and none certain",
          "[history]") {
    builder b;
    const node_id n = b.add_node("summit", kind::summit);
    b.add_statement(n, says(source_of(b, "a"), "2020-10-11"));
    b.add_statement(n, says(source_of(b, "b"), "2020-11-10"));
    const history h = std::move(b).build();
    const period p = h.node(n).period();
    CHECK(h.node(n).disputed());
    CHECK(p.text() == "[2020-10-11,2020-11-10]");
    CHECK(p.at(*day::from_civil(2020, 10, 11)) == truth::possible);
    CHECK(p.at(*day::from_civil(2020, 11, 10)) == truth::possible);
}

TEST_CASE("fact: what was only planned does not compete with what is reported", "[history]") {
    builder b;
    const node_id n = b.add_node("summit", kind::summit);
    b.add_statement(n, says(source_of(b, "plan"), "2020-07", modality::planned));
    b.add_statement(n, says(source_of(b, "press"), "2020-11-10"));
    const history h = std::move(b).build();
    CHECK_FALSE(h.node(n).disputed());
    CHECK(h.node(n).period().text() == "2020-11-10");
    CHECK(h.node(n).period().at(*day::from_civil(2020, 7, 1)) == truth::no);
}

TEST_CASE("fact: equal is the same thing of the same history", "[history]") {
    builder b;
    b.add_node("a", kind::state);
    b.add_node("b", kind::state);
    const history h = std::move(b).build();
    const history copy = h;
    CHECK(h["a"] == copy["a"]);
    CHECK_FALSE(h["a"] == h["b"]);
    builder again(h);
    CHECK_FALSE(std::move(again).build()["a"] == h["a"]);
}

TEST_CASE("fact: what several say of one begin is written as one of them", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::summit);
    b.add_statement(n, says(source_of(b, "a"), "[2001,2005]"));
    b.add_statement(n, says(source_of(b, "b"), "2003"));
    const node_id one = b.add_node("one", kind::summit);
    b.add_statement(one, says(b.source("a"), "[2001,2005]"));
    const history h = std::move(b).build();
    CHECK(h.node(n).disputed());
    CHECK(h.node(n).period().text() == "[2001,2005,2003]");
    CHECK(h.node(one).period().text() == "[2001,2005]");
}
