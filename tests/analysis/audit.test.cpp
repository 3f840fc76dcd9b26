#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/audit.hpp>
#include <comity/analysis/label.hpp>

#include <vector>

using namespace comity;

namespace {

std::vector<audit_finding> of(const listing<audit_finding>& all, audit_rule rule) {
    std::vector<audit_finding> found;
    for (const audit_finding& f : all)
        if (f.rule == rule) found.push_back(f);
    return found;
}

/// The labels of the first subjects that the rule finds.
std::string suspects(const history& h, audit_rule rule) {
    std::string text;
    for (const audit_finding& f : of(audit(h.all()), rule))
        text += (text.empty() ? "" : ", ") + label(f.subjects.front());
    return text;
}

/// A summit a year, with these numbers.
history summits(std::initializer_list<std::pair<int, double>> numbers) {
    maker m;
    m.node("body", kind::organisation);
    for (const auto& [year, number] : numbers) {
        const std::string id = "summit-" + std::to_string(year);
        m.attribute(m.node(id, kind::summit, std::to_string(year) + "-06-15"), attribute_type::ordinal,
                    number);
        m.relation(id, relation_type::meeting_of, "body");
    }
    return m.made();
}

} // namespace

TEST_CASE("audit: numbers that repeat or run against the days", "[analysis]") {
    CHECK(suspects(summits({{2001, 1}, {2002, 2}, {2003, 2}}), audit_rule::ordinal_order) == "summit-2003");
    CHECK(suspects(summits({{2001, 1}, {2002, 3}, {2003, 2}}), audit_rule::ordinal_order) == "summit-2003");
    CHECK(suspects(summits({{2001, 1}, {2002, 2}, {2003, 3}}), audit_rule::ordinal_order).empty());
}

TEST_CASE("audit: a number off the pace of those around it", "[analysis]") {
    CHECK(suspects(summits({{2013, 13}, {2014, 14}, {2017, 15}, {2020, 20}}), audit_rule::ordinal_pace) ==
          "summit-2017");
    CHECK(suspects(summits({{2013, 13}, {2014, 14}, {2017, 17}, {2020, 20}}), audit_rule::ordinal_pace)
              .empty());
    // Three numbers alone have no pace to break, and a change of pace breaks none.
    CHECK(suspects(summits({{2014, 14}, {2017, 15}, {2020, 20}}), audit_rule::ordinal_pace).empty());
    CHECK(
        suspects(summits({{2001, 1}, {2005, 2}, {2009, 3}, {2010, 7}, {2011, 11}}), audit_rule::ordinal_pace)
            .empty());
}

TEST_CASE("audit: a first that something of its kind and subject precedes", "[analysis]") {
    maker m;
    m.node("subject", kind::threat);
    m.node("earlier", kind::exercise, "2015");
    m.attribute(m.node("later", kind::exercise, "2017"), attribute_type::claimed_first,
                std::string("first joint action"));
    m.node("other", kind::exercise, "2014");
    m.relation("earlier", relation_type::answers, "subject");
    m.relation("later", relation_type::answers, "subject");
    const history h = m.made();
    CHECK(suspects(h, audit_rule::claimed_first) == "later");
    CHECK(label(of(audit(h.all()), audit_rule::claimed_first)[0].subjects[1]) == "earlier");
}

TEST_CASE("audit: a claim of novelty that something on its subject precedes", "[analysis]") {
    maker m;
    m.attribute(m.node("claim", kind::claim), attribute_type::claimed_first, std::string("new thought"));
    m.node("text", kind::declaration, "2013-09-13/..");
    m.stated(m.node("rules", kind::code_of_conduct), "p1", modality::proposed);
    m.node("subject", kind::issue);
    m.node("tabled", kind::code_of_conduct, "2011-09-12/..");
    for (const char* id : {"text", "rules"}) m.relation("claim", relation_type::about, id);
    for (const char* id : {"rules", "tabled"}) m.relation(id, relation_type::about, "subject");
    CHECK(suspects(m.made(), audit_rule::claimed_new) == "claim");
}

TEST_CASE("audit: parts hold different things on what all hold one thing on a case of, however far below",
          "[analysis]") {
    maker m;
    for (const char* id : {"all", "one", "other"}) m.node(id, kind::bloc);
    for (const char* id : {"one", "other"}) m.relation(id, relation_type::part_of, "all");
    const int layers = 60; // of two topics, each narrower than both above: 2^60 ways up
    const auto topic = [](int layer, int i) { return std::to_string(layer) + (i == 0 ? "a" : "b"); };
    for (int layer = 0; layer < layers; ++layer)
        for (int i = 0; i < 2; ++i) {
            m.node(topic(layer, i), kind::issue);
            for (int above = 0; layer > 0 && above < 2; ++above)
                m.relation(topic(layer, i), relation_type::narrower_than, topic(layer - 1, above));
        }
    m.node("elsewhere", kind::issue);
    const auto hold = [&m](const char* who, std::string_view what, std::string_view on) {
        m.node(what, kind::position);
        m.relation(who, relation_type::holds, what);
        m.relation(what, relation_type::about, on);
    };
    hold("one", "yes", topic(0, 1));
    hold("other", "no", topic(0, 1));
    hold("one", "here", "elsewhere");
    hold("other", "there", "elsewhere");
    hold("all", "common", topic(layers - 1, 0));
    const history h = m.made();
    CHECK(suspects(h, audit_rule::parts_differ) == "all holds common");
    CHECK(label(of(audit(h.all()), audit_rule::parts_differ)[0].subjects[1]) == "one holds yes");
}

TEST_CASE("audit: acts outside the event or the life that they belong to", "[analysis]") {
    maker m;
    m.node("summit", kind::summit, "2007-08-16");
    m.node("body", kind::organisation, "2001-06-15/2010");
    m.node("text", kind::statement);
    m.relation("text", relation_type::adopted_at, "summit", "2007-09-01");
    m.relation("body", relation_type::adopted, "text", "1999");
    m.relation("text", relation_type::signed_at, "summit", "2007");
    const history h = m.made();
    CHECK(suspects(h, audit_rule::outside_event) == "text adopted-at summit");
    CHECK(suspects(h, audit_rule::outside_life) == "body adopted text");
    // No view at a day shows them; that is why the audit must.
    CHECK_FALSE(is_possible(h.at("1999-01-01").shows(h.relation(relation_id{1}))));
}

TEST_CASE("audit: acts are outside the event by the word of those who count", "[analysis]") {
    maker m;
    m.add_source("other", "2020");
    const node_id summit = m.node("summit", kind::summit);
    m.dated_by(summit, "article", "2007-08-16");
    m.dated_by(summit, "other", "2007-09-01");
    m.node("text", kind::statement);
    m.dated_by(m.relation("text", relation_type::adopted_at, "summit"), "article", "2007-09-01");
    const view then = m.made().at("2007-09-01");
    CHECK(of(audit(then), audit_rule::outside_event).empty());
    CHECK(of(audit(then.sources({"article"})), audit_rule::outside_event).size() == 1);
}

TEST_CASE("audit: what joins things that were never there together", "[analysis]") {
    maker m;
    m.node("first", kind::exercise, "2015-10-14");
    m.node("second", kind::exercise, "2017-12-06");
    m.node("body", kind::organisation, "2001/..");
    m.relation("second", relation_type::follows, "first");
    m.relation("second", relation_type::meeting_of, "body");
    const history h = m.made();
    CHECK(suspects(h, audit_rule::never_together) == "second follows first");
    CHECK(of(audit(h.all()), audit_rule::never_together)[0].level == severity::note);
}

TEST_CASE("audit: what is earlier than it can be", "[analysis]") {
    maker m;
    m.node("plan", kind::action_plan, "2005/..");
    m.node("statement", kind::statement, "2006-06-15/..");
    m.relation("plan", relation_type::implements, "statement");
    m.node("state", kind::state);
    m.node("body", kind::organisation, "2001-06-15/..");
    m.relation("state", relation_type::member_of, "body", "1999/..");
    m.node("organ", kind::organ, "2000/..");
    m.relation("organ", relation_type::organ_of, "body");
    m.node("backwards", kind::organisation, "2005/2003");
    const node_id late = m.node("late", kind::summit, "2022-09-16");
    m.stated(late, "p1");
    const history h = m.made();
    CHECK(suspects(h, audit_rule::before_origin) == "plan implements statement");
    CHECK(suspects(h, audit_rule::before_founding) == "state member-of body");
    CHECK(suspects(h, audit_rule::organ_before_parent) == "organ");
    CHECK(suspects(h, audit_rule::ends_before_begin) == "backwards");
    CHECK(suspects(h, audit_rule::after_source) == "late");
}

TEST_CASE("audit: few dates far from all others that their source gives are looked at, many are a second era",
          "[analysis]") {
    const auto bodies = [](int late, int of, const char* year) {
        maker m;
        m.add_source("other", "2020");
        for (int i = 0; i < of; ++i) {
            const node_id n = m.node("body-" + std::to_string(i), kind::organisation);
            m.dated_by(n, "article", i < late ? year : "19" + std::to_string(10 + i));
            m.dated_by(n, "other", i < late ? "1903" : "2893"); // whose dates are all of one age
        }
        return m.made();
    };
    CHECK(suspects(bodies(1, 12, "2893"), audit_rule::far_off) == "body-0, body-0");
    CHECK(of(audit(bodies(2, 30, "2893").all().sources({"article"})), audit_rule::far_off)[0].count == 2);
    CHECK(suspects(bodies(2, 12, "2893"), audit_rule::far_off).empty()); // more than a tenth
    CHECK(suspects(bodies(1, 9, "2893"), audit_rule::far_off).empty());  // too few to tell
    CHECK(of(audit(bodies(1, 12, "2015").all().sources({"article"})), audit_rule::far_off).empty());
    CHECK(of(audit(bodies(1, 12, "XXXX").all().sources({"article"})), audit_rule::far_off).empty());
}

TEST_CASE("audit: dates at both ends of what can be counted are far off", "[analysis]") {
    maker m;
    for (int i = 0; i < 20; ++i)
        m.dated_by(m.node("body-" + std::to_string(i), kind::organisation), "article",
                   i == 0 ? "Y-25000000000000000" : "Y25000000000000000");
    CHECK(suspects(m.made(), audit_rule::far_off) == "body-0");
}

TEST_CASE("audit: what only may be earlier is no finding", "[analysis]") {
    maker m;
    m.node("plan", kind::action_plan, "2006/..");
    m.node("statement", kind::statement, "2006-06-15/..");
    m.relation("plan", relation_type::implements, "statement");
    CHECK(suspects(m.made(), audit_rule::before_origin).empty());
}

TEST_CASE("audit: members named and members counted", "[analysis]") {
    maker m;
    m.attribute(m.node("few", kind::bloc), attribute_type::member_count, 1.0);
    m.attribute(m.node("many", kind::bloc), attribute_type::member_count, 6.0);
    for (const char* id : {"a", "b"}) {
        m.node(id, kind::state, "1900/..");
        for (const char* bloc : {"few", "many"}) m.relation(id, relation_type::member_of, bloc, "2001/..");
    }
    // Since when they belong is known, so that they surely do on a day; a count without a day is held against
    // members of any day.
    const history h = m.made();
    CHECK(suspects(h, audit_rule::count_exceeded) == "few");
    CHECK(suspects(h, audit_rule::count_unnamed) == "many");
}

TEST_CASE("audit: how well facts are sourced", "[analysis]") {
    maker m;
    m.add_source("gazette", "2010");
    source_record copy;
    copy.date = "2022";
    copy.derived_from = {"article"};
    m.builder().add_source("copy", copy);
    const node_id both = m.node("both", kind::state);
    m.stated(both, "p1");
    m.stated(both, "p1", modality::reported, "gazette");
    const node_id copied = m.node("copied", kind::state);
    m.stated(copied, "p1");
    m.stated(copied, "p1", modality::reported, "copy");
    m.stated(m.node("unlocated", kind::state), "");
    m.inferred(m.node("inferred", kind::state), "by name");
    m.node("unsourced", kind::state);
    const history h = m.made();
    const auto all = audit(h.all(), {.list_facts = true});
    CHECK(of(all, audit_rule::single_source)[0].count == 3); // the copy is no second source
    CHECK(label(of(all, audit_rule::single_source)[0].subjects[0]) == "copied");
    CHECK(of(all, audit_rule::no_locator)[0].count == 1);
    CHECK(of(all, audit_rule::inferred_only)[0].count == 1);
    CHECK(of(all, audit_rule::unsourced)[0].count == 1);
}

TEST_CASE("audit: who denies a fact is no source of it, nor is his locator where it stands", "[analysis]") {
    maker m;
    m.add_source("gazette", "2010");
    const node_id n = m.node("disputed", kind::state);
    m.stated(n, "");
    m.denied(n, "p7", "gazette");
    const auto all = audit(m.made().all());
    REQUIRE(of(all, audit_rule::single_source).size() == 1);
    CHECK(label(of(all, audit_rule::single_source)[0].subjects[0]) == "disputed");
    CHECK(of(all, audit_rule::no_locator).size() == 1);
}

TEST_CASE("audit: where the article contradicts itself", "[analysis][sco]") {
    const auto all = audit(article());
    const auto paces = of(all, audit_rule::ordinal_pace);
    REQUIRE(paces.size() == 1);
    CHECK(label(paces[0].subjects[0]) == "summit-2017-astana");
    CHECK(paces[0].message.find("from 16.5 to 17.0") != std::string::npos); // it was the seventeenth
    CHECK(paces[0].statements.size() == 3);
    CHECK(paces[0].statements[0].locator() == "1.1 p4");

    const auto news = of(all, audit_rule::claimed_new);
    REQUIRE(news.size() == 1);
    CHECK(label(news[0].subjects[0]) == "claim-new-2013");
    CHECK(label(news[0].subjects[3]) == "code-2011");

    // 2017 was the first exercise of all eight, and not the first.
    CHECK(label(of(all, audit_rule::claimed_first)[0].subjects[0]) == "exercise-xiamen-2017");
    // 2.1 and 3.1: one position, and two wishes
    CHECK(of(all, audit_rule::parts_differ).size() == 1);
    // six members, eight members: not all by name
    CHECK(of(all, audit_rule::count_unnamed).size() == 4);
    CHECK(of(all, audit_rule::single_source)[0].count == all.searched.nodes + all.searched.relations);
    for (const audit_rule clean :
         {audit_rule::ordinal_order, audit_rule::outside_event, audit_rule::before_origin,
          audit_rule::before_founding, audit_rule::organ_before_parent, audit_rule::ends_before_begin,
          audit_rule::after_source, audit_rule::count_exceeded, audit_rule::no_locator, audit_rule::unsourced,
          audit_rule::far_off})
        CHECK(of(all, clean).empty());
}
