#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/roster.hpp>

using namespace comity;

namespace {

std::string section(const listing<roster_row>& rows, roster_section s) {
    std::string text;
    for (const roster_row& r : rows)
        if (r.section == s)
            text += (text.empty() ? "" : " ") + std::string(r.who.id()) + (is_certain(r.truth) ? "!" : "?");
    return text;
}

const roster_row& row(const listing<roster_row>& rows, std::string_view id) {
    for (const roster_row& r : rows)
        if (r.who.id() == id) return r;
    throw std::runtime_error("no such row");
}

history body() {
    maker m;
    m.node("body", kind::intergovernmental_organisation, "2001-06-15/..");
    m.node("council", kind::council, "2001-06-15/..");
    m.node("bureau", kind::committee, "2004/..");
    m.node("group", kind::working_group, "2006/2009");
    m.node("china", kind::state);
    m.node("head", kind::person);
    m.relation("council", relation_type::organ_of, "body");
    m.relation("bureau", relation_type::organ_of, "council");
    m.relation("group", relation_type::organ_of, "body");
    m.relation("head", relation_type::head_of, "bureau", "2004/..");
    m.attribute(m.relation("china", relation_type::member_of, "body", "2001-06-15/.."), attribute_type::role,
                std::string("founding"));
    const node_id treaty = m.node("treaty", kind::agreement, "2009-06-16/..");
    m.attribute(treaty, attribute_type::in_force_on, std::string("2011-06-02"));
    m.relation("council", relation_type::signed_, "treaty", "2009-06-16");
    m.node("unratified", kind::convention, "2008/..");
    m.node("summit", kind::summit, "2008-08-28");
    m.relation("summit", relation_type::meeting_of, "council");
    m.relation("unratified", relation_type::signed_at, "summit", "2008-08-28");
    m.node("draft", kind::code_of_conduct, "2011-09-12/..");
    m.relation("china", relation_type::submitted, "draft", "2011-09-12");
    return m.made();
}

} // namespace

TEST_CASE("roster: members with their role, organs of organs, heads, groups of the day", "[analysis]") {
    const history h = body();
    const auto then = roster(h.at("2005-01-01"), h["body"]);
    CHECK(section(then, roster_section::body) == "body!");
    CHECK(section(then, roster_section::member) == "china!");
    CHECK(row(then, "china").role == "founding");
    CHECK(section(then, roster_section::organ) == "bureau! council!");
    CHECK(row(then, "bureau").by.size() == 2);
    CHECK(section(then, roster_section::group).empty());
    CHECK(section(then, roster_section::head) == "head!");
    CHECK(section(roster(h.at("2006-05-01"), h["body"]), roster_section::group) == "group?");
    CHECK(section(roster(h.at("2007-05-01"), h["body"]), roster_section::group) == "group!");
}

TEST_CASE("roster: existing, adopted and in force are three things", "[analysis]") {
    const history h = body();
    const auto before_force = roster(h.at("2010-01-01"), h["body"]);
    CHECK(section(before_force, roster_section::text) == "treaty! unratified!");
    CHECK(row(before_force, "treaty").adopted->truth == truth::certain);
    CHECK(row(before_force, "treaty").adopted->since == "2009-06-16");
    CHECK(row(before_force, "treaty").in_force->truth == truth::no);
    CHECK(row(before_force, "treaty").in_force->stated);
    const auto after = roster(h.at("2011-06-02"), h["body"]);
    CHECK(row(after, "treaty").in_force->truth == truth::certain);
    CHECK(row(after, "treaty").in_force->since == "2011-06-02");
}

TEST_CASE("roster: a text that existed before its signing is not yet adopted", "[analysis]") {
    const history h = body();
    const auto then = roster(h.at("2008-08-01"), h["body"]);
    CHECK(row(then, "unratified").truth == truth::possible);
    CHECK(row(then, "unratified").adopted->truth == truth::no);
}

TEST_CASE("roster: where dates compete, only what holds by each of them is certain", "[analysis]") {
    maker m;
    m.add_source("other", "2020-01-01");
    m.node("body", kind::organisation, "2001/..");
    const node_id treaty = m.node("treaty", kind::agreement);
    const relation_id drafted = m.relation("body", relation_type::drafted, "treaty");
    for (const char* source : {"article", "other"}) m.stated(drafted, "p1", modality::reported, source);
    const auto say = [&](const char* source, attribute_type t, const char* value) {
        statement_record gives;
        gives.source = m.builder().source(source);
        gives.attributes.push_back({t, std::string(value)});
        m.builder().add_statement(treaty, gives);
    };
    for (const attribute_type t : {attribute_type::adopted_on, attribute_type::in_force_on}) {
        say("article", t, "2010");
        say("other", t, "2012");
    }
    const history h = m.made();
    const auto treaty_in = [&h](const view& v) { return row(roster(v, h["body"]), "treaty"); };
    for (const auto& [day, holds] :
         {std::pair("2009-06-01", truth::no), std::pair("2011-06-01", truth::possible),
          std::pair("2013-06-01", truth::certain)}) {
        const roster_row found = treaty_in(h.at(day));
        CHECK(found.adopted->truth == holds);
        CHECK(found.in_force->truth == holds);
        CHECK(found.in_force->since == "2010; 2012");
    }
    const view then = h.at("2011-06-01");
    CHECK(treaty_in(then.sources({"article"})).in_force->truth == truth::certain);
    CHECK(treaty_in(then.sources({"other"})).in_force->truth == truth::no);
    CHECK(treaty_in(then.settled_by(policy::newest())).adopted->since == "2010");
}

namespace {

/// How surely a treaty of a body is in force on a day by two values of one attribute.
truth in_force_by(attribute_type type, const char* first, const char* other, const char* day) {
    maker m;
    m.node("body", kind::organisation, "2001/..");
    const node_id treaty = m.node("treaty", kind::agreement);
    m.relation("body", relation_type::drafted, "treaty");
    for (const char* value : {first, other}) m.attribute(treaty, type, std::string(value));
    const history h = m.made();
    return row(roster(h.at(day), h["body"]), "treaty").in_force->truth;
}

} // namespace

TEST_CASE("roster: of dates that agree the one that says more decides", "[analysis]") {
    const auto on = [](const char* day) {
        return in_force_by(attribute_type::in_force_on, "2010", "2010-05-03", day);
    };
    CHECK(on("2010-04-01") == truth::no);
    CHECK(on("2010-06-01") == truth::certain);
}

TEST_CASE("roster: of two statuses at one time none is sure", "[analysis]") {
    CHECK(in_force_by(attribute_type::status, "in-force", "suspended", "2010-04-01") == truth::possible);
}

TEST_CASE("roster: what nobody says of a text's force stays possible", "[analysis]") {
    const history h = body();
    const auto then = roster(h.at("2012-01-01"), h["body"]);
    REQUIRE(row(then, "unratified").in_force.has_value());
    CHECK(row(then, "unratified").in_force->truth == truth::possible);
    CHECK_FALSE(row(then, "unratified").in_force->stated);
    CHECK(section(then, roster_section::members_text) == "draft!");
    CHECK_FALSE(row(then, "draft").adopted->stated);
    CHECK_FALSE(row(then, "draft").in_force.has_value()); // a draft code needs no force
}

TEST_CASE("roster: the SCO on three days", "[analysis][sco]") {
    const node body = sco()["sco"];
    const auto in_2004 = roster(article().at("2004-12-31"), body);
    CHECK(counted(in_2004.rows, roster_section::member) == count{0, 5});
    CHECK(section(in_2004, roster_section::organ) ==
          "rats! council-of-heads-of-state? rats-council? rats-executive-committee?");
    // Two conventions that the article dates nowhere may have been there already.
    CHECK(counted(in_2004.rows, roster_section::text) == count{0, 2});

    const auto in_2011 = roster(article().at("2011-09-12"), body);
    CHECK(section(in_2011, roster_section::member) == "china! russia! tajikistan! uzbekistan! india?");
    CHECK(section(in_2011, roster_section::text) ==
          "agreement-2009! declaration-2005-astana! plan-2007! statement-2006! "
          "convention-counter-extremism? convention-counter-terrorism?");
    CHECK(section(in_2011, roster_section::members_text) == "code-2011!");
    CHECK(row(in_2011, "agreement-2009").adopted->since == "2009");
    CHECK_FALSE(row(in_2011, "agreement-2009").in_force->stated); // the article does not say when
    CHECK_FALSE(row(in_2011, "statement-2006").in_force.has_value());

    const auto in_2017 = roster(article().at("2017-12-06"), body);
    CHECK(row(in_2017, "sco").named == count{4, 5});
    REQUIRE(row(in_2017, "sco").stated_counts.size() == 1);
    CHECK(row(in_2017, "sco").stated_counts[0].number_value() == 8);
    CHECK(section(in_2017, roster_section::group) == "expert-group! joint-working-group?");
    CHECK(row(in_2017, "exercise-programme").truth == truth::certain);
}
