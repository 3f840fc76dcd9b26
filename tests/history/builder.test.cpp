#include "catch.hpp"

#include "support/stages.hpp"
#include "support/telling.hpp"

#include <comity/history/builder.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace comity;
using namespace comity::test;
using Catch::Matchers::Contains;

namespace {

using codes = std::vector<std::string>;

finding first_finding(builder b) {
    std::vector<finding> findings;
    (void)std::move(b).try_build(findings);
    REQUIRE_FALSE(findings.empty());
    return findings.front();
}

} // namespace

TEST_CASE("builder: numbers nodes, relations and sources in the order in which they come", "[history]") {
    builder b;
    CHECK(b.add_node("a", kind::state) == node_id{0});
    CHECK(b.node("b") == node_id{1});
    CHECK(b.add_node("b", kind::bloc) == node_id{1});
    CHECK(b.node("a") == node_id{0});
    CHECK(b.source("s") == source_id{0});
    CHECK(b.add_source("s", {}) == source_id{0});
    CHECK(b.add_relation(node_id{0}, relation_type::member_of, node_id{1}) == relation_id{0});
    CHECK(b.add_relation(node_id{0}, relation_type::member_of, node_id{1}) == relation_id{1});
    CHECK(b.node_count() == 2);
    CHECK(b.relation_count() == 2);
}

TEST_CASE("builder: takes things in any order", "[history]") {
    builder b;
    const relation_id r = b.add_relation(b.node("china"), relation_type::member_of, b.node("sco"));
    b.add_statement(r, says(b.source("charter")));
    b.set_period(r, period_record::of("2001"));
    source_of(b, "charter");
    b.add_node("sco", kind::intergovernmental_organisation);
    b.add_node("china", kind::state);
    const history h = std::move(b).build();
    CHECK(h.relation(r).from().id() == "china");
    CHECK(h.relation(r).statements().at(0).source().id() == "charter");
}

TEST_CASE("builder: a node or a source that nobody declares is found", "[history]") {
    builder b;
    b.add_node("china", kind::state);
    b.add_node("sco", kind::intergovernmental_organisation);
    const relation_id r = b.add_relation(b.node("chian"), relation_type::member_of, b.node("sco"));
    b.add_statement(r, says(b.source("chartre")));
    source_of(b, "charter");
    std::vector<finding> findings;
    CHECK_FALSE(std::move(b).try_build(findings));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "unknown-node");
    CHECK(findings[0].subject == "chian");
    CHECK_THAT(findings[0].message, Contains("'china'"));
    CHECK(findings[1].code == "unknown-source");
    CHECK_THAT(findings[1].message, Contains("'charter'"));
}

TEST_CASE("builder: a node that was never added is asked for by what needs it", "[history]") {
    const auto message = [](auto&& use) {
        builder b;
        use(b);
        return first_finding(std::move(b)).message;
    };
    CHECK_THAT(message([](builder& b) { b.add_statement(b.node("un"), says(source_of(b, "charter"))); }),
               Contains("unknown node 'un'; what source 'charter' makes a statement about must be a node"));
    CHECK_THAT(message([](builder& b) {
                   b.add_relation(b.node("un"), relation_type::member_of, b.add_node("x", kind::bloc));
               }),
               Contains("unknown node 'un'; a relation's ends must be nodes"));
    CHECK_THAT(message([](builder& b) { (void)b.node("un"); }), Contains("unknown node 'un'; what is named"));
}

TEST_CASE("builder: an id used twice is found, with the place of the first", "[history]") {
    builder b;
    b.set_place("sco.json", 3, 5);
    b.add_node("sco", kind::bloc);
    source_of(b, "s");
    b.set_place("sco.json", 9, 5);
    b.add_node("sco", kind::bloc);
    source_of(b, "s");
    b.add_relation(node_id{0}, relation_type::drawn_from, node_id{0}, "r");
    b.add_relation(node_id{0}, relation_type::drawn_from, node_id{0}, "r");
    std::vector<finding> findings;
    CHECK_FALSE(std::move(b).try_build(findings));
    REQUIRE(findings.size() == 3);
    for (const finding& f : findings) {
        CHECK(f.code == "duplicate-id");
        CHECK(f.place == "sco.json:9:5");
    }
    CHECK_THAT(findings[0].message, Contains("sco.json:3:5"));
}

TEST_CASE("builder: an id that nobody can read is found", "[history]") {
    builder b;
    b.add_node("", kind::state);
    b.add_node("a\nb", kind::state);
    source_of(b, "");
    source_of(b, "s\x7f");
    b.add_relation(node_id{0}, relation_type::recognises, node_id{1}); // may have none
    b.add_relation(node_id{0}, relation_type::recognises, node_id{1}, "r\t");
    std::vector<finding> findings;
    CHECK_FALSE(std::move(b).try_build(findings));
    REQUIRE(findings.size() == 5);
    for (const finding& f : findings) CHECK(f.code == "missing-id");
    CHECK(findings[0].message == "the id '' of a node is empty; expected a text without control characters");
    CHECK(findings[1].message ==
          "the id 'a?b' of a node holds a control character; expected a text without control characters");
}

TEST_CASE("builder: two titles of a source in one language are found", "[history]") {
    builder b;
    source_record r;
    r.titles = {{"en", "A"}, {"fr", "B"}, {"en", "C"}};
    b.add_source("s", r);
    const finding f = first_finding(std::move(b));
    CHECK(f.code == "duplicate-title");
    CHECK(f.subject == "s");
    CHECK(f.message == "source 's' has two titles in 'en', 'A' and 'C'; expected one a language");
}

TEST_CASE("builder: a source's date can't be open", "[history]") {
    builder b;
    source_of(b, "s", "..");
    source_of(b, "t", ""); // has none
    const finding f = first_finding(std::move(b));
    CHECK(f.code == "bad-date");
    CHECK(f.subject == "s");
}

TEST_CASE("builder: premises without a rule are found, once a statement", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    statement_record inferred = says(source_of(b, "s"));
    inferred.premises = {"a", "b"};
    b.add_statement(n, inferred);
    inferred.rule = "because";
    b.add_statement(n, inferred);
    CHECK(codes_of(std::move(b)) == codes{"missing-rule"});
}

TEST_CASE("builder: an id used twice names no first place where none is known", "[history]") {
    builder b;
    b.add_node("sco", kind::bloc);
    b.add_node("sco", kind::bloc);
    CHECK(first_finding(std::move(b)).message == "node 'sco' is declared twice");
}

TEST_CASE("builder: a kind at an end where the type takes none is found", "[history]") {
    builder b;
    b.add_relation(b.add_node("china", kind::state), relation_type::member_of,
                   b.add_node("treaty", kind::treaty));
    const finding f = first_finding(std::move(b));
    CHECK(f.level == severity::error);
    CHECK(f.code == "wrong-end");
    CHECK(f.subject == "china member-of treaty");
    CHECK_THAT(f.message, Contains("'treaty', a treaty"));
}

TEST_CASE("builder: a value of another sort than the type takes is found", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::summit);
    b.add_attribute(n, text_value(attribute_type::ordinal, "six"));
    b.add_attribute(n, number_value(attribute_type::name, 6));
    b.add_attribute(n, {attribute_type::in_force_on, true});
    CHECK(codes_of(std::move(b)) == codes{"wrong-value", "wrong-value", "wrong-value"});
}

TEST_CASE("builder: a date attribute that is no date is found", "[history]") {
    builder b;
    b.add_attribute(b.add_node("n", kind::treaty), text_value(attribute_type::in_force_on, "soon"));
    const finding f = first_finding(std::move(b));
    CHECK(f.code == "bad-date");
    CHECK_THAT(f.message, Contains("soon"));
}

TEST_CASE("builder: a begin or an end that is no date is found", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    b.set_period(n, {"2001-13", "whenever"});
    source_of(b, "s", "yesterday");
    CHECK(codes_of(std::move(b)) == codes{"bad-date", "bad-date", "bad-date"});
}

TEST_CASE("builder: an interval is no begin", "[history]") {
    builder b;
    b.set_period(b.add_node("n", kind::state), {"2001/2003", std::nullopt});
    const finding f = first_finding(std::move(b));
    CHECK(f.code == "bad-date");
    CHECK_THAT(f.message, Contains("interval"));
}

TEST_CASE("builder: an end before the begin is a warning, and nothing is dropped", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    b.set_period(n, period_record::of("2005/2001"));
    const source_id s = source_of(b, "s");
    const node_id m = b.add_node("m", kind::state);
    b.add_statement(m, says(s, "2005-02/2005-01-31"));
    std::vector<finding> findings;
    const auto h = std::move(b).try_build(findings);
    REQUIRE(h);
    REQUIRE(findings.size() == 2);
    for (const finding& f : findings) {
        CHECK(f.level == severity::warning);
        CHECK(f.code == "ends-before-it-begins");
    }
    CHECK(h->node(n).period().inverted());
    CHECK(h->node(n).period().text() == "2005/2001");
    CHECK(findings[1].subject == "m");
}

TEST_CASE("builder: an end that may lie after the begin is no warning", "[history]") {
    builder b;
    b.set_period(b.add_node("n", kind::state), period_record::of("2005-06/2005"));
    CHECK(codes_of(std::move(b)).empty());
}

TEST_CASE("builder: a circle of relations that must not have one is found", "[history]") {
    builder b;
    const node_id x = b.add_node("x", kind::issue);
    const node_id y = b.add_node("y", kind::issue);
    const node_id z = b.add_node("z", kind::issue);
    b.add_relation(x, relation_type::narrower_than, y);
    b.add_relation(y, relation_type::narrower_than, z);
    b.add_relation(x, relation_type::narrower_than, z);
    builder good = std::move(b);
    builder bad{builder(std::move(good).build())};
    bad.add_relation(z, relation_type::narrower_than, x);
    CHECK(codes_of(std::move(bad)) == codes{"cycle"});
}

TEST_CASE("builder: a relation from a node to itself is a circle", "[history]") {
    builder b;
    const node_id x = b.add_node("x", kind::issue);
    b.add_relation(x, relation_type::narrower_than, x);
    b.add_relation(x, relation_type::contradicts, x); // may well be one
    CHECK(codes_of(std::move(b)) == codes{"cycle"});
}

TEST_CASE("builder: a circle that sources state is a warning, and what is only denied closes none",
          "[history]") {
    const auto found = [](bool stated, bool denied) {
        builder b;
        const source_id s = b.add_source("s", {});
        const node_id x = b.add_node("x", kind::issue);
        const node_id y = b.add_node("y", kind::issue);
        b.add_relation(x, relation_type::narrower_than, y);
        const relation_id back = b.add_relation(y, relation_type::narrower_than, x);
        statement_record r;
        r.source = s;
        r.denies = denied;
        if (stated) b.add_statement(back, r);
        std::vector<finding> findings;
        (void)std::move(b).try_build(findings);
        std::vector<severity> levels;
        for (const finding& f : findings)
            if (f.code == "cycle") levels.push_back(f.level);
        return levels;
    };
    CHECK(found(false, false) == std::vector{severity::error});
    CHECK(found(true, false) == std::vector{severity::warning});
    CHECK(found(true, true).empty());
}

TEST_CASE("builder: a circle of the data alone is an error even where sources state another one",
          "[history]") {
    builder b;
    const source_id s = b.add_source("s", {});
    const node_id x = b.add_node("x", kind::issue);
    const node_id y = b.add_node("y", kind::issue);
    b.add_statement(b.add_relation(x, relation_type::narrower_than, y), says(s));
    b.add_relation(x, relation_type::narrower_than, y);
    b.add_relation(y, relation_type::narrower_than, x);
    const finding f = first_finding(std::move(b));
    CHECK(f.code == "cycle");
    CHECK(f.level == severity::error);
}

TEST_CASE("builder: a chain of a hundred thousand links is walked without a deep stack", "[history]") {
    builder b;
    node_id last = b.add_node("0", kind::issue);
    for (int i = 1; i < 100000; ++i) {
        const node_id next = b.add_node(std::to_string(i), kind::issue);
        b.add_relation(last, relation_type::narrower_than, next);
        last = next;
    }
    CHECK(codes_of(std::move(b)).empty());
}

TEST_CASE("builder: all findings come in one go, in the order of their places", "[history]") {
    builder b;
    b.set_place("b.json", 10);
    b.set_period(b.add_node("n", kind::state), period_record::of("nonsense"));
    b.set_place("b.json", 9, 2);
    b.add_relation(b.node("n"), relation_type::member_of, b.node("n"));
    b.set_place("a.json", 100);
    b.add_relation(b.node("n"), relation_type::member_of, b.node("nobody"));
    std::vector<finding> findings;
    CHECK_FALSE(std::move(b).try_build(findings));
    codes places;
    for (const finding& f : findings) places.push_back(f.place);
    CHECK(places == codes{"a.json:100", "b.json:9:2", "b.json:10"});
}

TEST_CASE("builder: build throws what it found", "[history]") {
    builder b;
    b.node("nobody");
    try {
        (void)std::move(b).build();
        FAIL("nothing was thrown");
    } catch (const findings_error& e) {
        CHECK(e.code() == errc::schema_violation);
        REQUIRE(e.findings().size() == 1);
        CHECK_THAT(e.what(), Contains("unknown-node"));
    }
}

TEST_CASE("builder: a finding of the caller's own is reported with the rest", "[history]") {
    builder b;
    b.add_finding({severity::error, "bad-row", "", "votes.csv:7", "seven columns, not six"});
    CHECK(codes_of(std::move(b)) == codes{"bad-row"});
}

TEST_CASE("builder: a kind or a type of another schema is found", "[history]") {
    schema larger;
    const kind k = larger.add_kind({"x:thing", "actor"});
    const relation_type t = larger.add_relation_type({.name = "x:likes"});
    builder b;
    const node_id n = b.add_node("n", kind::state);
    b.add_node("thing", k);
    b.add_relation(n, t, n);
    b.add_relation(n, relation_type{}, n);
    CHECK(codes_of(std::move(b)) == codes{"unknown-kind", "unknown-relation-type", "unknown-relation-type"});
}

TEST_CASE("builder: an attribute type of another schema is found", "[history]") {
    builder b;
    b.add_attribute(b.add_node("n", kind::state), {attribute_type{}, true});
    CHECK(codes_of(std::move(b)) == codes{"unknown-attribute-type"});
}

TEST_CASE("builder: numbers that it never gave out are refused", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    const int refused = static_cast<int>(errc::invalid_argument);
    CHECK(code_of([&] { b.add_relation(n, relation_type::contradicts, node_id{1}); }) == refused);
    CHECK(code_of([&] { b.add_relation(node_id{7}, relation_type::contradicts, n); }) == refused);
    CHECK(code_of([&] { b.set_period(relation_id{0}, period_record::of("2001")); }) == refused);
    CHECK(code_of([&] { b.add_attribute(node_id{1}, text_value(attribute_type::name, "N")); }) == refused);
    CHECK(code_of([&] { b.add_statement(n, says(source_id{0})); }) == refused);
    CHECK(code_of([&] { b.add_statement(node_id{9}, {}); }) == refused);
    CHECK(b.relation_count() == 0);
    CHECK(std::move(b).build().node_count() == 1);
}

TEST_CASE("builder: coverage that cannot be read or points nowhere is found", "[history]") {
    builder b;
    source_record r;
    r.coverage = {{"membre-of", "", "", ""}, {"", "nowhere", "", ""}, {"", "", "then", "now"}};
    r.derived_from = {"nobody"};
    b.add_source("s", r);
    CHECK(codes_of(std::move(b)) ==
          codes{"unknown-type", "unknown-node", "bad-date", "bad-date", "unknown-source"});
}

TEST_CASE("builder: uses the schema that it was given", "[history]") {
    schema s;
    const kind k = s.add_kind({"cyber-exercise", "exercise"});
    builder b(s);
    b.add_node("e", k);
    CHECK(std::move(b).build()["e"].is_a(kind::event));
    builder c;
    const kind own = c.schema().add_kind({"drill", "exercise"});
    c.add_node("d", own);
    CHECK(std::move(c).build()["d"].kind_name() == "drill");
}

TEST_CASE("builder: a larger history grows from a smaller one and numbers survive", "[history]") {
    builder b;
    const node_id china = b.add_node("china", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    b.set_period(sco, period_record::of("2001-06-15/.."));
    const source_id s = source_of(b, "charter", "2002-06-07");
    statement_record full = says(s, "2001-06-15/..");
    full.locator = "art. 1";
    full.quote = "is founded";
    full.rule = "because";
    full.premises = {"a", "b"};
    full.attributes = {number_value(attribute_type::member_count, 6, number_bound::at_least)};
    b.add_statement(sco, full);
    attribute_record name = text_value(attribute_type::name, "SCO", "en");
    name.stated = {says(s)};
    b.add_attribute(sco, name);
    const relation_id r = b.add_relation(china, relation_type::member_of, sco, "r");
    b.set_period(r, period_record::of("2001-06-15/"));
    b.add_statement(r, denies(s));
    b.add_relation(china, relation_type::founded, sco);
    b.set_note("title", "T");
    const history small = std::move(b).build();

    builder more(small);
    CHECK(more.node_count() == 2);
    CHECK(more.relation_count() == 2);
    CHECK(more.node("sco") == sco);
    CHECK(more.source("charter") == s);
    const node_id iran = more.add_node("iran", kind::state);
    CHECK(more.add_relation(iran, relation_type::member_of, sco) == relation_id{2});
    const history large = std::move(more).build();

    CHECK(large["china"].number() == china);
    CHECK(large.find_relation("r")->number() == r);
    CHECK(large.relation(r).period() == small.relation(r).period());
    CHECK(large.relation(r).existence() == truth::no);
    CHECK(large["sco"].period() == small["sco"].period());
    CHECK(large["sco"].name() == "SCO");
    CHECK(large["sco"].attribute(attribute_type::name)->statements().size() == 1);
    CHECK(large["sco"].attribute(attribute_type::member_count)->to_string() == "at-least 6");
    REQUIRE(large["sco"].statements().size() == small["sco"].statements().size());
    const statement st = large["sco"].statements().at(0);
    CHECK(st.locator() == "art. 1");
    CHECK(st.quote() == "is founded");
    CHECK(st.rule() == "because");
    CHECK(st.premises().size() == 2);
    CHECK(st.begin() == "2001-06-15");
    CHECK(large.note("title") == "T");
    CHECK(large.find_source("charter")->record().date == "2002-06-07");
    CHECK(small.node_count() == 2);
}

TEST_CASE("builder: growing by nothing gives an equal history", "[history]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id c = b.add_node("c", kind::bloc);
    b.add_relation(a, relation_type::member_of, c);
    b.set_period(b.add_relation(a, relation_type::member_of, c), period_record::of("2001?/[2003,2005]"));
    const history once = std::move(b).build();
    const history twice = builder(once).build();
    CHECK(twice.memory() == once.memory());
    CHECK(twice.relation(relation_id{1}).effective_bounds() ==
          once.relation(relation_id{1}).effective_bounds());
}

TEST_CASE("builder: a number of a history of its own text is unlimited by reserve", "[history]") {
    builder b;
    b.reserve(1, 1);
    const node_id a = b.add_node("a", kind::state);
    for (int i = 0; i < 100; ++i) b.add_relation(a, relation_type::contradicts, a);
    CHECK(std::move(b).build().relation_count() == 100);
}

TEST_CASE("builder: building can be watched, and a caller who wants no history any more gets none",
          "[history][progress]") {
    const auto build = [](const progress& tell) {
        builder b;
        const node_id a = b.add_node("a", kind::state);
        for (int i = 0; i < 100'000; ++i) b.add_relation(a, relation_type::contradicts, a);
        const history h = std::move(b).build(tell);
        CHECK(h.relation_count() == 100'000);
    };
    CHECK(stages_of(build) == codes{"building the history"});
    check_stops(build);
}

TEST_CASE("builder: is spent once its history was to be made", "[history]") {
    const bool stopped = GENERATE(true, false);
    builder b;
    b.add_node("a", kind::state);
    const auto tell = [stopped](double, std::string_view) { return !stopped; };
    CHECK((code_of([&] { (void)std::move(b).build(tell); }) != 0) == stopped);
    CHECK_THAT(message_of([&] { b.add_node("c", kind::state); }), Contains("spent"));
}
