#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/label.hpp>
#include <comity/analysis/proposals.hpp>

#include <algorithm>

using namespace comity;

namespace {

std::string ids(const listing<proposed>& all, bool things) {
    std::string text;
    for (const proposed& p : all)
        if (p.is_thing() == things) text += (text.empty() ? "" : " ") + std::string(p.what.id());
    return text;
}

const proposed& find(const listing<proposed>& all, std::string_view id) {
    const auto at =
        std::find_if(all.begin(), all.end(), [id](const proposed& p) { return p.what.id() == id; });
    REQUIRE(at != all.end());
    return *at;
}

history ideas() {
    maker m;
    m.stated(m.node("centre", kind::centre), "p2", modality::proposed);
    m.stated(m.node("idea", kind::proposal), "p2");
    m.relation("idea", relation_type::proposes, "centre");
    m.stated(m.node("training", kind::proposal), "p3");
    m.node("state", kind::state);
    m.stated(m.node("treaty", kind::treaty), "p4", modality::proposed);
    m.relation("state", relation_type::calls_for, "treaty", "2011-09-12");
    const node_id group = m.node("group", kind::expert_group, "2007/..");
    m.stated(group, "p5", modality::planned);
    m.stated(group, "p6");
    m.stated(m.node("plot", kind::organisation), "p7", modality::alleged);
    m.node("programme", kind::programme, "2020/..");
    m.relation("programme", relation_type::fulfils, "training");
    m.node("there", kind::statement, "2001/..");
    return m.made();
}

} // namespace

TEST_CASE("proposals: things that would be, then proposals that name none", "[analysis]") {
    const history h = ideas();
    const auto all = proposals(h.all());
    CHECK(ids(all, true) == "treaty centre group");
    CHECK(ids(all, false) == "training");
    CHECK(find(all, "treaty").when.text == "2011-09-12");
    CHECK(find(all, "treaty").by[0].from().id() == "state");
    CHECK(find(all, "centre").by[0].from().id() == "idea");
    CHECK(find(all, "centre").when.text == "2021-09-24"); // said by the article, on its own day
}

TEST_CASE("proposals: what has come of one, as far as the record tells", "[analysis]") {
    const history h = ideas();
    const auto all = proposals(h.all());
    CHECK(find(all, "treaty").realised_by.empty());
    REQUIRE(find(all, "group").realised_by.size() == 1);
    CHECK(label(find(all, "group").realised_by[0]) == "group");
    REQUIRE(find(all, "training").realised_by.size() == 1);
    CHECK(label(find(all, "training").realised_by[0]) == "programme fulfils training");
    CHECK(all.searched.nodes == 8); // allegations are not looked at
}

TEST_CASE("proposals: allegations only where the view looks at them", "[analysis]") {
    const history h = ideas();
    const view wide = h.all().modalities({modality::reported, modality::alleged});
    CHECK(ids(proposals(wide), true) == "treaty centre group plot");
}

TEST_CASE("proposals: those of the article, apart from what exists", "[analysis][sco]") {
    const auto all = proposals(article());
    // 4.2: a convention, a system, a body, a platform and a centre
    for (const char* id : {"convention-cyber-terrorism", "detection-and-response-system", "monitoring-body",
                           "early-warning-platform", "intelligence-sharing-centre"}) {
        CHECK(find(all, id).stated_as == modality::proposed);
        CHECK(find(all, id).realised_by.empty());
        CHECK(find(all, id).by[0].statements()[0].locator() == "4.2 p1");
    }
    CHECK(find(all, "convention-cyber-terrorism").modelled_on.size() == 2);
    CHECK(find(all, "monitoring-body").home[0].to().id() == "sco");
    // proposals that would set up nothing
    for (const char* id : {"proposal-rotating-exercises", "proposal-legal-alignment", "proposal-training",
                           "proposal-learn-from-regions"})
        CHECK_FALSE(find(all, id).is_thing());
    CHECK(find(all, "convention-ict-crime").by.size() == 2);
    CHECK(find(all, "cyber-weapons-treaty").by.size() == 4);
    // planned in 2006 and seen at work in 2015
    CHECK(find(all, "expert-group").realised_by.size() == 1);
    CHECK(find(all, "expert-group").when.text == "2006-06-15");
    CHECK(ids(all, true).find("cyber-nato") == std::string::npos);
}
