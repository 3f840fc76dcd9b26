#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/disagreements.hpp>
#include <comity/analysis/label.hpp>

using namespace comity;

namespace {

/// A history with a second source beside the article.
struct two_sources : maker {
    two_sources() { add_source("other", "2020-01-01"); }

    void number_by(subject s, std::string_view source, double value, number_bound bound) {
        statement_record record;
        record.source = builder().source(source);
        record.locator = "p9";
        attribute_record a{attribute_type::value, value};
        a.bound = bound;
        record.attributes.push_back(a);
        builder().add_statement(s, record);
    }
};

} // namespace

TEST_CASE("disagreements: a year that a day refines is agreement", "[analysis]") {
    two_sources m;
    const node_id n = m.node("agreement", kind::agreement);
    m.dated_by(n, "article", "2009/..");
    m.dated_by(n, "other", "2009-06-16/..");
    const auto report = disagreements(m.made());
    CHECK(report.disputed.empty());
    REQUIRE(report.refined.size() == 1);
    CHECK(report.refined[0].slot == "begin");
    CHECK(report.refined[0].how == conflict::refinement);
    CHECK(report.refined[0].values[0].value == "2009");
    CHECK(report.refined[0].values[1].statements[0].source().id() == "other");
}

TEST_CASE("disagreements: dates that no day satisfies compete", "[analysis]") {
    two_sources m;
    const node_id n = m.node("summit", kind::summit);
    m.dated_by(n, "article", "2020-10-11");
    m.dated_by(n, "other", "2020-11-10");
    const history h = m.made();
    const auto report = disagreements(h.all());
    REQUIRE(report.disputed.size() == 1);
    CHECK(label(report.disputed[0].about) == "summit");
    CHECK(report.disputed[0].how == conflict::time_disjoint);
    CHECK(report.disputed[0].values.size() == 2);
    CHECK(report.disputed[0].values[1].statements[0].locator() == "p1");
    CHECK(disagreements(h.all().sources({"article"})).disputed.empty());
}

TEST_CASE("disagreements: dates with gaps compete where one lies in the gaps of the other", "[analysis]") {
    two_sources m;
    const node_id n = m.node("summit", kind::summit);
    m.dated_by(n, "article", "[2009-03-14,2010-03-15]");
    m.dated_by(n, "other", "2009-XX-15");
    const auto report = disagreements(m.made());
    REQUIRE(report.disputed.size() == 1);
    CHECK(report.disputed[0].how == conflict::time_disjoint);
}

TEST_CASE("disagreements: asserted here and denied there", "[analysis]") {
    two_sources m;
    m.node("a", kind::state);
    m.node("b", kind::organisation);
    const relation_id r = m.relation("a", relation_type::member_of, "b");
    m.stated(r, "p1");
    m.denied(r, "p7", "other");
    const auto report = disagreements(m.made());
    REQUIRE(report.disputed.size() == 1);
    CHECK(report.disputed[0].how == conflict::polarity);
    CHECK(report.disputed[0].values[1].value == "denied");
    CHECK(report.disputed[0].values[1].statements[0].locator() == "p7");
}

TEST_CASE("disagreements: numbers compete unless their bounds leave room for both", "[analysis]") {
    two_sources m;
    const node_id n = m.node("sites", kind::quantity, "2017");
    m.number_by(n, "article", 100000, number_bound::more_than);
    m.number_by(n, "other", 165000, number_bound::exact);
    const node_id k = m.node("items", kind::quantity, "2017");
    m.number_by(k, "article", 4, number_bound::exact);
    m.number_by(k, "other", 5, number_bound::at_least);
    const auto report = disagreements(m.made());
    REQUIRE(report.refined.size() == 1);
    CHECK(label(report.refined[0].about) == "sites");
    REQUIRE(report.disputed.size() == 1);
    CHECK(label(report.disputed[0].about) == "items");
    CHECK(report.disputed[0].slot == "value");
    CHECK(report.disputed[0].how == conflict::value);
}

TEST_CASE("disagreements: two parents at one time, of an organ that has one", "[analysis]") {
    maker m;
    for (const char* id : {"a", "b"}) m.node(id, kind::organisation, "2001/..");
    m.node("organ", kind::organ, "2002/..");
    m.stated(m.relation("organ", relation_type::organ_of, "a"), "p1");
    m.stated(m.relation("organ", relation_type::organ_of, "b"), "p2");
    const auto report = disagreements(m.made());
    REQUIRE(report.disputed.size() == 1);
    CHECK(report.disputed[0].how == conflict::constraint);
    CHECK(report.disputed[0].slot == "organ-of");
    CHECK(report.disputed[0].truth == truth::certain);
}

TEST_CASE("disagreements: two parents at one time by the word of those who count", "[analysis]") {
    two_sources m;
    for (const char* id : {"a", "b"}) m.node(id, kind::organisation, "1990/..");
    const node_id organ = m.node("organ", kind::organ, "1990/..");
    const relation_id in_a = m.relation("organ", relation_type::organ_of, "a");
    m.dated_by(in_a, "article", "2001/2005");
    m.dated_by(in_a, "other", "2001/2010");
    const relation_id in_b = m.relation("organ", relation_type::organ_of, "b");
    for (const char* source : {"article", "other"}) {
        m.stated(organ, "p1", modality::reported, source);
        m.dated_by(in_b, source, "2007/..");
    }
    const history h = m.made();
    const auto parents = [](const view& v) {
        std::string found;
        for (const disagreement& d : disagreements(v).disputed)
            if (d.how == conflict::constraint) found += to_string(d.truth);
        return found;
    };
    CHECK(parents(h.all()) == "possible");
    CHECK(parents(h.all().sources({"article"})).empty());
    CHECK(parents(h.all().sources({"other"})) == "certain");
}

TEST_CASE("disagreements: the article refines its own dates and contradicts none", "[analysis][sco]") {
    const auto report = disagreements(article());
    CHECK(report.disputed.empty());
    std::string refined;
    for (const disagreement& d : report.refined) refined += label(d.about) + ' ' + d.slot + '\n';
    CHECK(refined.find("statement-2006 begin") != std::string::npos); // 2006-06-15, and 2006 in 1.2 p4
    CHECK(refined.find("measures-2012 begin") != std::string::npos);  // 2012, and March 2012 in 1.2 p2
    CHECK(refined.find("summit-2020-moscow begin") != std::string::npos);
    const count nodes = article().node_count();
    CHECK(report.searched.nodes == nodes.possible);
}
