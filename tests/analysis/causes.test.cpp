#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/causes.hpp>

#include <algorithm>

using namespace comity;

TEST_CASE("causes: drivers first, then what hinders, with what is meant to answer it", "[analysis]") {
    maker m;
    m.node("work", kind::practice);
    m.node("lack", kind::challenge);
    m.node("larger", kind::challenge);
    m.node("will", kind::driver);
    m.node("training", kind::proposal);
    m.relation("lack", relation_type::hinders, "work");
    m.relation("will", relation_type::drives, "work");
    m.relation("lack", relation_type::part_of, "larger");
    m.relation("training", relation_type::answers, "lack");
    const auto found = causes(m.made().all());
    REQUIRE(found.size() == 2);
    CHECK(found[0].effect.from().id() == "will");
    CHECK(found[1].effect.from().id() == "lack");
    CHECK(found[1].within[0].to().id() == "larger");
    CHECK(found[1].answered_by[0].from().id() == "training");
}

TEST_CASE("causes: three drivers of the cooperation, and what hinders it", "[analysis][sco]") {
    const auto found = causes(article());
    const auto acts = [&](std::string_view from, relation_type t) {
        return std::any_of(found.begin(), found.end(), [&](const influence& i) {
            return i.effect.from().id() == from && i.effect.type() == t &&
                   i.effect.to().id() == "information-security-cooperation";
        });
    };
    for (const char* id : {"driver-consensus", "driver-threats", "driver-china-russia"})
        CHECK(acts(id, relation_type::drives));
    for (const char* id :
         {"challenge-heterogeneity", "challenge-community", "challenge-external-forces", "consensus-rule"})
        CHECK(acts(id, relation_type::hinders));
}
