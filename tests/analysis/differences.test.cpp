#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/told.hpp"

#include <comity/analysis/differences.hpp>
#include <comity/analysis/label.hpp>
#include <comity/error.hpp>

#include <array>
#include <map>
#include <set>
#include <tuple>

using namespace comity;

namespace {

struct two_sources : maker {
    two_sources() {
        add_source("other", "2020");
        add_source("third", "2021");
        const node_id same = node("same", kind::summit);
        dated_by(same, "article", "2001-06-15");
        dated_by(same, "other", "2001-06-15");
        const node_id finer = node("finer", kind::summit);
        dated_by(finer, "article", "2002");
        dated_by(finer, "other", "2002-06-07");
        const node_id moved = node("moved", kind::summit);
        dated_by(moved, "article", "2020-10-11");
        dated_by(moved, "other", "2020-11-10");
        dated_by(moved, "third", "2020-11-10");
        const node_id alone = node("alone", kind::summit);
        dated_by(alone, "article", "2003");
        const node_id refused = node("refused", kind::summit);
        stated(refused, "p1");
        denied(refused, "p2", "other");
    }
};

} // namespace

TEST_CASE("differences: what two sources say apart, and how often they agree", "[analysis]") {
    two_sources m;
    const history h = m.made();
    const auto found = differences(h.all(), "article", "other");
    REQUIRE(found.disputed.size() == 2);
    CHECK(label(found.disputed[0].about) == "moved");
    CHECK(found.disputed[0].how == conflict::time_disjoint);
    REQUIRE(found.disputed[0].first.size() == 1);
    CHECK(found.disputed[0].first[0].value == "2020-10-11");
    CHECK(found.disputed[0].other[0].value == "2020-11-10");
    CHECK(found.disputed[0].other[0].statements.size() == 1); // not that of the third
    CHECK(label(found.disputed[1].about) == "refused");
    CHECK(found.disputed[1].how == conflict::polarity);
    REQUIRE(found.refined.size() == 1);
    CHECK(found.refined[0].slot == "begin");
    CHECK(found.same == 4);       // that three exist, and one day
    CHECK(found.only_first == 2); // that one exists, and its day
    CHECK(found.only_other == 0);
}

TEST_CASE("differences: the same the other way round", "[analysis]") {
    two_sources m;
    const history h = m.made();
    const auto found = differences(h.all(), "other", "article");
    REQUIRE(found.disputed.size() == 2);
    CHECK(found.disputed[0].first[0].value == "2020-11-10");
    CHECK(found.only_other == 2);
}

TEST_CASE("differences: sources that the view does not hear, and one twice", "[analysis]") {
    two_sources m;
    const history h = m.made();
    CHECK_THROWS_AS(differences(h.all(), "article", "article"), error);
    CHECK_THROWS_AS(differences(h.all(), "article", "othre"), error);
    CHECK_THROWS_AS(differences(h.all().without_sources({"other"}), "article", "other"), error);
}

TEST_CASE("differences: agreements by pair, kind and slot", "[analysis]") {
    two_sources m;
    const history h = m.made();
    std::map<std::tuple<std::string, std::string, std::string>, agreement> rows;
    for (const agreement& a : agreements(h.all()))
        rows.emplace(std::tuple(std::string(a.first.id()), std::string(a.other.id()), a.slot), a);
    const agreement& begins = rows.at({"article", "other", "begin"});
    CHECK(begins.type == "summit");
    CHECK(begins.both == 3);
    CHECK(begins.same == 1);
    CHECK(begins.refined == 1);
    CHECK(begins.time_disjoint == 1);
    CHECK(rows.at({"other", "third", "begin"}).same == 1);
    CHECK(rows.at({"article", "third", "begin"}).disputed() == 1);
    CHECK(rows.at({"article", "other", "existence"}).polarity == 1);
}

TEST_CASE("differences: agreements add up, and are what each pair by itself differs in", "[analysis]") {
    std::mt19937 random(21);
    for (int round = 0; round < 20; ++round) {
        const history h = test::make_up(random).build();
        const view all = h.all().modalities({modality::reported});
        std::map<std::pair<std::string, std::string>, std::array<std::size_t, 3>> sums;
        for (const agreement& a : agreements(all)) {
            CHECK(a.both == a.same + a.refined + a.disputed());
            auto& sum = sums[{std::string(a.first.id()), std::string(a.other.id())}];
            // Whether a fact is seen at all, and as what, hangs on who else is heard: compare existence only.
            if (a.slot == "existence") sum[0] += a.both, sum[1] += a.polarity;
        }
        for (const auto& [pair, sum] : sums) {
            std::size_t both = 0;
            std::size_t apart = 0;
            const auto count = [&](const fact& f) {
                std::set<bool> a, b;
                for (const statement& s : f.statements()) {
                    if (!covers(s.slots(), slot::existence)) continue;
                    if (s.source().id() == pair.first) a.insert(s.denies());
                    if (s.source().id() == pair.second) b.insert(s.denies());
                }
                if (a.empty() || b.empty()) return;
                ++both;
                if (a != b) ++apart;
            };
            for (const auto& n : all.nodes()) count(n);
            for (const auto& r : all.relations()) count(r);
            CHECK(sum[0] == both);
            CHECK(sum[1] == apart);
        }
    }
}
