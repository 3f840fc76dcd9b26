#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"
#include "support/told.hpp"

#include <comity/analysis/label.hpp>
#include <comity/analysis/support.hpp>

#include <set>

using namespace comity;

namespace {

/// An article, a register, and a copy of the register.
struct copied : maker {
    copied() {
        add_source("register", "2015");
        source_record copy;
        copy.derived_from = {"register"};
        builder().add_source("copy", copy);
        for (const char* id : {"twice", "copied", "once", "denied", "nobody"}) node(id, kind::treaty, "2010");
        stated(builder().node("twice"), "p1");
        stated(builder().node("twice"), "", modality::reported, "register");
        stated(builder().node("copied"), "", modality::reported, "register");
        stated(builder().node("copied"), "", modality::reported, "copy");
        stated(builder().node("once"), "p2");
        stated(builder().node("denied"), "p3");
        denied(builder().node("denied"), "p4", "register");
    }
};

std::string ids(const listing<support>& found) {
    std::string all;
    for (const support& s : found) all += label(s.about) + ' ';
    return all;
}

} // namespace

TEST_CASE("support: copies of one document count once", "[analysis]") {
    copied m;
    const history h = m.made();
    const auto found = supports(h.all());
    REQUIRE(ids(found) == "twice copied once denied nobody ");
    CHECK(found[0].sources.size() == 2);
    CHECK(found[0].roots.size() == 2);
    CHECK(found[1].sources.size() == 2);
    REQUIRE(found[1].roots.size() == 1);
    CHECK(found[1].roots[0].id() == "register");
    CHECK(found[3].sources.size() == 1); // who only denies it is no support
    CHECK(found[4].sources.empty());
    CHECK(ids(supports(h.all(), {.most_sources = 1})) == "once denied nobody ");
    CHECK(ids(supports(h.all(), {.most_roots = 1})) == "copied once denied nobody ");
}

TEST_CASE("support: what no statement gives a place for", "[analysis]") {
    copied m;
    const history h = m.made();
    support_options unlocated;
    unlocated.unlocated = true;
    CHECK(ids(supports(h.all(), unlocated)) == "copied nobody ");
}

TEST_CASE("support: only sources that count are heard", "[analysis]") {
    copied m;
    const history h = m.made();
    const auto found = supports(h.all().sources({"register"}));
    CHECK(ids(found) == "twice copied ");
    CHECK(found[0].sources.size() == 1);
}

TEST_CASE("support: as many sources as a plain count of the statements finds", "[analysis]") {
    std::mt19937 random(20);
    for (int round = 0; round < 20; ++round) {
        const test::told_history told = test::make_up(random);
        const history h = told.build();
        const view all = h.all();
        std::size_t met = 0;
        for (const support& s : supports(all)) {
            ++met;
            const subject about = s.about.subject();
            const auto& said =
                about.is_relation() ? told.relations[about.number()].said : told.nodes[about.number()].said;
            std::set<std::size_t> sources;
            for (const auto& one : said)
                if (!one.denies) sources.insert(one.source);
            CHECK(s.sources.size() == sources.size());
            CHECK(s.roots.size() == sources.size()); // none of them copies
        }
        CHECK(met == all.node_count().possible + all.relation_count().possible);
    }
}
