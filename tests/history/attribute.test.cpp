#include "catch.hpp"

#include "support/telling.hpp"

#include <comity/history/history.hpp>

#include <cmath>

using namespace comity;
using namespace comity::test;

namespace {

attribute only_attribute(const attribute_record& r) {
    builder b;
    b.add_attribute(b.add_node("n", kind::statement), r);
    return std::move(b).build().attribute(attribute_id{0});
}

bool disputed(const attribute_record& x, const attribute_record& y) {
    builder b;
    const node_id n = b.add_node("n", kind::statement);
    b.add_attribute(n, x);
    b.add_attribute(n, y);
    const history h = std::move(b).build();
    const bool first = h.attribute(attribute_id{0}).disputed();
    CHECK(h.attribute(attribute_id{1}).disputed() == first);
    CHECK(h.node(n).disputed() == first);
    return first;
}

} // namespace

TEST_CASE("attribute: a text has a language and no number", "[history]") {
    const attribute a = only_attribute(text_value(attribute_type::name, "Statement", "en"));
    CHECK(a.about() == subject(node_id{0}));
    CHECK(a.type() == attribute_type::name);
    CHECK(a.name() == "name");
    CHECK(a.value() == value_type::text);
    CHECK(a.text() == "Statement");
    CHECK(a.language() == "en");
    CHECK(std::isnan(a.number_value()));
    CHECK_FALSE(a.flag());
    CHECK(a.to_string() == "Statement");
}

TEST_CASE("attribute: a number has a unit and a bound", "[history]") {
    attribute_record r = number_value(attribute_type::value, 100000, number_bound::more_than);
    r.unit = "website";
    const attribute a = only_attribute(r);
    CHECK(a.value() == value_type::number);
    CHECK(a.number_value() == 100000);
    CHECK(a.bound() == number_bound::more_than);
    CHECK(a.unit() == "website");
    CHECK(a.text().empty());
    CHECK(a.to_string() == "more-than 100000 website");
}

TEST_CASE("attribute: an exact number is written without a bound", "[history]") {
    CHECK(only_attribute(number_value(attribute_type::ordinal, 6)).to_string() == "6");
    CHECK(only_attribute(number_value(attribute_type::score, -0.5)).to_string() == "-0.5");
}

TEST_CASE("attribute: a date is kept as written", "[history]") {
    const attribute a = only_attribute(text_value(attribute_type::in_force_on, "2011-06?"));
    CHECK(a.value() == value_type::date);
    CHECK(a.text() == "2011-06?");
}

TEST_CASE("attribute: a flag is a yes or a no", "[history]") {
    builder b;
    const attribute_type t = b.schema().add_attribute_type({"x:open", value_type::flag, true});
    const node_id n = b.add_node("n", kind::summit);
    b.add_attribute(n, {t, true});
    b.add_attribute(n, {t, false});
    const history h = std::move(b).build();
    CHECK(h.attribute(attribute_id{0}).flag());
    CHECK(h.attribute(attribute_id{0}).to_string() == "true");
    CHECK_FALSE(h.attribute(attribute_id{1}).flag());
    CHECK(h.attribute(attribute_id{1}).to_string() == "false");
}

TEST_CASE("attribute: without dates holds at any time", "[history]") {
    const period p = only_attribute(text_value(attribute_type::status, "in-force")).period();
    CHECK(p.at(*day::from_civil(1800, 1, 1)) == truth::certain);
    CHECK(p.text().empty());
}

TEST_CASE("attribute: has a period of its own where it was given one", "[history]") {
    attribute_record r = text_value(attribute_type::status, "in-force");
    r.period = period_record::of("2011-06-02/2012");
    const period p = only_attribute(r).period();
    CHECK(p.text() == "2011-06-02/2012");
    CHECK(p.at(*day::from_civil(2011, 6, 1)) == truth::no);
    CHECK(p.at(*day::from_civil(2011, 6, 2)) == truth::certain);
    CHECK(p.at(*day::from_civil(2012, 6, 2)) == truth::possible);
    CHECK(p.at(*day::from_civil(2013, 1, 1)) == truth::no);
}

TEST_CASE("attribute: an open end is certain up to the date of its source", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::statement);
    attribute_record r = text_value(attribute_type::status, "in-force");
    r.period = period_record::of("2011/..");
    r.stated = {says(source_of(b, "s", "2015-06"))};
    b.add_attribute(n, r);
    const period p = std::move(b).build().attribute(attribute_id{0}).period();
    CHECK(p.at(*day::from_civil(2015, 6, 1)) == truth::certain);
    CHECK(p.at(*day::from_civil(2015, 6, 2)) == truth::possible);
}

TEST_CASE("attribute: is stated by those who state it, else by those who state its subject", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::statement);
    const source_id whole = source_of(b, "whole");
    const source_id part = source_of(b, "part");
    b.add_attribute(n, text_value(attribute_type::name, "N", "en"));
    attribute_record own = number_value(attribute_type::ordinal, 2);
    own.stated = {says(part)};
    b.add_attribute(n, own);
    b.add_statement(n, says(whole));
    const history h = std::move(b).build();
    const auto sources = [&h](attribute_type t) {
        std::string ids;
        for (const statement& s : h["n"].attribute(t)->statements())
            ids += std::string(s.source().id()) + ' ';
        return ids;
    };
    CHECK(sources(attribute_type::name) == "whole ");
    CHECK(sources(attribute_type::ordinal) == "part ");
}

TEST_CASE("attribute: what one statement gives is stated by that one alone", "[history]") {
    builder b;
    const node_id n = b.add_node("n", kind::statement);
    b.add_statement(n, says(source_of(b, "whole")));
    statement_record r = says(source_of(b, "part"));
    r.attributes = {number_value(attribute_type::ordinal, 2)};
    b.add_statement(n, r);
    const history h = std::move(b).build();
    const std::vector<statement> who = h["n"].attribute(attribute_type::ordinal)->statements();
    REQUIRE(who.size() == 1);
    CHECK(who[0].source().id() == "part");
}

TEST_CASE("attribute: two values of a type that has one contradict each other", "[history]") {
    const auto status = [](const char* text) { return text_value(attribute_type::status, text); };
    CHECK(disputed(status("draft"), status("signed")));
    CHECK_FALSE(disputed(status("draft"), status("draft")));
}

TEST_CASE("attribute: values of a type that has many stand side by side", "[history]") {
    CHECK_FALSE(
        disputed(text_value(attribute_type::alias, "A", "en"), text_value(attribute_type::alias, "B", "en")));
}

TEST_CASE("attribute: a text has one value in each language", "[history]") {
    CHECK_FALSE(
        disputed(text_value(attribute_type::name, "A", "en"), text_value(attribute_type::name, "B", "fr")));
    CHECK(disputed(text_value(attribute_type::name, "A", "en"), text_value(attribute_type::name, "B", "en")));
}

TEST_CASE("attribute: values at different times do not contradict each other", "[history]") {
    attribute_record draft = text_value(attribute_type::status, "draft");
    attribute_record in_force = text_value(attribute_type::status, "in-force");
    draft.period = period_record::of("2009/2011");
    in_force.period = period_record::of("2011/..");
    CHECK_FALSE(disputed(draft, in_force));
}

TEST_CASE("attribute: numbers contradict each other only where no number fits both bounds", "[history]") {
    const auto members = [](double n, number_bound b) {
        return number_value(attribute_type::member_count, n, b);
    };
    using enum number_bound;
    CHECK(disputed(members(6, exact), members(8, exact)));
    CHECK_FALSE(disputed(members(6, at_least), members(8, exact)));
    CHECK_FALSE(disputed(members(6, more_than), members(8, at_most)));
    CHECK_FALSE(disputed(members(6, at_least), members(6, exact)));
    CHECK(disputed(members(6, more_than), members(6, exact)));
    CHECK(disputed(members(6, less_than), members(6, at_least)));
    CHECK(disputed(members(9, at_least), members(8, at_most)));
}

TEST_CASE("attribute: numbers in different units are not compared", "[history]") {
    attribute_record days = number_value(attribute_type::duration, 30);
    attribute_record months = number_value(attribute_type::duration, 1);
    days.unit = "day";
    months.unit = "month";
    CHECK_FALSE(disputed(days, months));
}

TEST_CASE("attribute: a coarser date agrees with a finer one within it", "[history]") {
    const auto in_force = [](const char* text) { return text_value(attribute_type::in_force_on, text); };
    CHECK_FALSE(disputed(in_force("2009"), in_force("2009-06-16")));
    CHECK(disputed(in_force("2008"), in_force("2009-06-16")));
    CHECK_FALSE(disputed(in_force("[2009,2011]"), in_force("2011-06")));
    CHECK(disputed(in_force("[2009,2011]"), in_force("2010")));
}

TEST_CASE("attribute: dates with gaps contradict each other where they share no day", "[history]") {
    const auto in_force = [](const char* text) { return text_value(attribute_type::in_force_on, text); };
    CHECK_FALSE(disputed(in_force("2009-XX-15"), in_force("[2009-03,2010-03-15]")));
    CHECK(disputed(in_force("2009-XX-15"), in_force("[2009-03-14,2010-03-15]")));
    CHECK(disputed(in_force("[1500,1600]"), in_force("[1667,1760..]")));
    CHECK_FALSE(disputed(in_force("[1500,1800]"), in_force("[1667,1760..]")));
}

TEST_CASE("attribute: what is only denied or only planned does not compete with what is reported",
          "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id n = b.add_node("n", kind::statement);
    attribute_record reported = text_value(attribute_type::status, "signed");
    attribute_record denied = text_value(attribute_type::status, "in-force");
    attribute_record planned = text_value(attribute_type::status, "ratified");
    denied.stated = {denies(s)};
    planned.stated = {says(s, modality::planned)};
    for (const attribute_record* r : {&reported, &denied, &planned}) b.add_attribute(n, *r);
    CHECK_FALSE(std::move(b).build().node(n).disputed());
}

TEST_CASE("builder: a text is added as a record of it would be", "[history]") {
    builder b;
    const attribute_type when = b.schema().add_attribute_type({"x:when", value_type::date, false});
    const node_id n = b.add_node("n", kind::statement);
    b.add_attribute(n, attribute_type::name, "Name", "en");
    b.add_attribute(n, when, "2001-09");
    const history h = std::move(b).build();
    const auto values = h["n"].attributes();
    REQUIRE(values.size() == 2);
    CHECK(values[0].text() == "Name");
    CHECK(values[0].language() == "en");
    CHECK(values[0].type() == attribute_type::name);
    CHECK(values[1].value() == value_type::date);
    CHECK(values[1].text() == "2001-09");
}

TEST_CASE("builder: a text for a node that is not there is refused", "[history]") {
    builder b;
    CHECK_THROWS_AS(b.add_attribute(node_id{3}, attribute_type::name, "Name"), error);
}
