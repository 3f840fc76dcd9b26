#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/positions.hpp>

#include <algorithm>

using namespace comity;

namespace {

std::string lines(const listing<position>& all) {
    std::string text;
    for (const position& p : all)
        text += std::string(p.who.id()) + ' ' + std::string(p.stance.type_name()) + ' ' +
                std::string(p.stance.to().id()) + ' ' + p.when.text + ' ' +
                std::string(p.denied ? "denied" : to_string(p.truth)) + '\n';
    return text;
}

history stances() {
    maker m;
    m.node("topic", kind::principle);
    m.stated(m.node("treaty", kind::treaty), "p1", modality::proposed);
    m.node("a", kind::state);
    m.node("union", kind::organisation, "2001/..");
    m.node("all", kind::bloc);
    m.relation("all", relation_type::drawn_from, "union");
    m.stated(m.relation("a", relation_type::member_of, "union", "2010/.."), "p1");
    m.stated(m.relation("all", relation_type::supports, "topic", "2005/.."), "p1");
    m.stated(m.relation("a", relation_type::calls_for, "treaty", "2011-09-12"), "p1");
    m.denied(m.relation("a", relation_type::opposes, "topic"), "p2");
    m.stated(m.relation("union", relation_type::reaffirms, "topic"), "p3");
    return m.made();
}

} // namespace

TEST_CASE("positions: by actor, with what sources deny and calls for what is not there", "[analysis]") {
    CHECK(lines(positions(stances().all())) == "a calls-for treaty 2011-09-12 certain\n"
                                               "a opposes topic 2021-09-24 denied\n"
                                               "all supports topic 2005 certain\n"
                                               "union reaffirms topic 2021-09-24 certain\n");
}

TEST_CASE("positions: the stance of a bloc is its members', as of the day", "[analysis]") {
    maker m;
    m.node("topic", kind::principle);
    m.node("union", kind::organisation, "2001/..");
    m.node("all", kind::bloc);
    m.node("old", kind::state);
    m.node("new", kind::state);
    m.relation("all", relation_type::drawn_from, "union");
    m.relation("old", relation_type::member_of, "union", "2001/..");
    m.relation("new", relation_type::member_of, "union", "2014-06-01/..");
    m.relation("all", relation_type::supports, "topic", "2014/..");
    const auto all = positions(m.made().all());
    CHECK(lines(all) == "all supports topic 2014 certain\n"
                        "new supports topic 2014 certain\n"
                        "old supports topic 2014 certain\n");
    CHECK(all[1].through.size() == 2);
    CHECK(all[1].first_year() == 2014);
}

TEST_CASE("positions: a denial is shown on the days that those who count leave it", "[analysis]") {
    maker m;
    m.add_source("other", "2020");
    m.node("topic", kind::principle);
    const node_id body = m.node("body", kind::organisation);
    m.dated_by(body, "article", "2001/2005");
    m.dated_by(body, "other", "2011/2015");
    m.denied(m.relation("body", relation_type::opposes, "topic"), "p1");
    const history h = m.made();
    CHECK(lines(positions(h.at("2012-01-01"))) == "body opposes topic 2021-09-24 denied\n");
    CHECK(positions(h.at("2012-01-01").sources({"article"})).empty());
}

TEST_CASE("positions: an undated stance is dated by its source only, and says so", "[analysis]") {
    const auto all = positions(stances().all());
    CHECK(all[3].as_of_source);
    CHECK_FALSE(all[0].as_of_source);
    CHECK(all[3].last_year() == 2021);
}

TEST_CASE("positions: who stands where in the SCO history", "[analysis][sco]") {
    const auto all = positions(article());
    const auto find = [&](std::string_view who, std::string_view on) {
        return std::find_if(all.begin(), all.end(),
                            [&](const position& p) { return p.who.id() == who && p.stance.to().id() == on; });
    };
    // 2011: four members for a treaty that limits or bans cyber weapons
    CHECK(find("uzbekistan", "cyber-weapons-treaty")->when.text == "2011-09-12");
    CHECK(find("india", "cyber-weapons-treaty") == all.end());
    // 2014, all members: India was perhaps one
    CHECK(find("china", "equal-internet-rights")->truth == truth::certain);
    CHECK(find("india", "equal-internet-rights")->truth == truth::possible);
    CHECK(find("india", "equal-internet-rights")->stance.from().id() == "sco-members");
    // five positions that all members hold in 2021
    CHECK(find("india", "position-un-core-role")->truth == truth::certain);
    // 3.2: the Central Asian members are not for handing over powers
    CHECK(find("central-asian-members", "transfer-of-powers")->denied);
    CHECK(find("central-asian-members", "transfer-of-powers")->truth == truth::no);
    CHECK(find("xi-jinping", "community-security")->first_year() == 2020);
}
