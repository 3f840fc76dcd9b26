#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/summary.hpp>

#include <algorithm>

using namespace comity;

namespace {

const kind_count& of(const view_summary& s, kind k) {
    const auto at =
        std::find_if(s.kinds.begin(), s.kinds.end(), [k](const kind_count& c) { return c.kind == k; });
    REQUIRE(at != s.kinds.end());
    return *at;
}

} // namespace

TEST_CASE("summary: counts kinds with and without their subkinds, certain and possible", "[analysis]") {
    maker m;
    m.node("a", kind::state);
    m.node("b", kind::intergovernmental_organisation, "2001-06-15/..");
    m.stated(m.node("c", kind::organisation, "2005/.."), "p1");
    m.inferred(m.relation("a", relation_type::member_of, "b", "2001-06-15/.."), "because");
    const history h = m.made();
    const view_summary s = summary(h.at("2005-06-01"));
    CHECK(of(s, kind::organisation).exact == count{0, 1});
    CHECK(of(s, kind::organisation).with_subkinds == count{1, 2});
    CHECK(of(s, kind::actor).with_subkinds == count{1, 3}); // nobody dates the state
    CHECK(of(s, kind::actor).root == kind::actor);
    CHECK(s.nodes == count{1, 3});
    CHECK(s.types[0].type == relation_type::member_of);
    CHECK(s.relations == count{1, 1});
    CHECK(s.first.text == "2001-06-15");
    CHECK(s.statements == 2);
    CHECK(s.inferred == 1);
    CHECK(s.unsourced == 2);
    CHECK(s.sources == 1);
}

TEST_CASE("summary: what the article says of the SCO", "[analysis][sco]") {
    const view everything =
        article().modalities({modality::reported, modality::planned, modality::proposed, modality::alleged});
    const view_summary s = summary(everything);
    CHECK(s.nodes.possible == 278);
    CHECK(s.denied == 2); // a Western answer, and a wish to hand over powers
    CHECK(s.relations.possible + s.denied == 608);
    CHECK(s.unsourced == 0);
    CHECK(s.disputed == 0);
    CHECK(s.sources == 1);
    CHECK(s.types[0].type == relation_type::about);
    CHECK(s.first.text == "2001");
    CHECK(of(s, kind::summit).exact.possible == 7);
    CHECK(of(s, kind::event).with_subkinds.possible == 22);
    // Less of it is real.
    CHECK(summary(article()).nodes.possible < s.nodes.possible);
}
