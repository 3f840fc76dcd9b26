#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/diff.hpp>
#include <comity/analysis/label.hpp>
#include <comity/error.hpp>

#include <map>
#include <random>
#include <string>

using namespace comity;

namespace {

std::string told(const listing<difference>& found) {
    std::string all;
    for (const difference& d : found) {
        all += label(d.about) + ' ' + std::string(to_string(d.how));
        if (d.how == change::value) all += ' ' + d.slot + ' ' + d.value;
        all += ' ' + std::string(to_string(d.before)) + ' ' + std::string(to_string(d.after)) + '\n';
    }
    return all;
}

history changing() {
    maker m;
    m.node("old", kind::organisation, "1990/2000");
    m.node("new", kind::organisation, "2005-03-01/2020");
    m.node("unsure", kind::organisation, "1990/2010");
    m.node("kept", kind::organisation, "1980/2020");
    m.node("text", kind::statement);
    m.relation("old", relation_type::cooperates_with, "kept", "1992/1995");
    m.attribute(subject(m.node("treaty", kind::treaty, "1990/2020")), attribute_type::status,
                std::string("signed"), "1990/1999");
    return m.made();
}

} // namespace

TEST_CASE("diff: what is new, gone and less sure", "[analysis]") {
    const history h = changing();
    CHECK(told(diff(h.at("1999-06-01"), h.at("2010-06-01"))) == "old gone certain no\n"
                                                                "new appeared no certain\n"
                                                                "unsure truth certain possible\n"
                                                                "treaty value status signed possible no\n");
}

TEST_CASE("diff: nothing differs from itself, and the other way round it mirrors", "[analysis]") {
    const history h = changing();
    CHECK(diff(h.at("1999-06-01"), h.at("1999-06-01")).empty());
    const auto there = diff(h.at("1993-06-01"), h.at("2010-06-01"));
    const auto back = diff(h.at("2010-06-01"), h.at("1993-06-01"));
    REQUIRE(there.size() == back.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        CHECK(there[i].before == back[i].after);
        CHECK(there[i].after == back[i].before);
    }
}

TEST_CASE("diff: of the SCO it says what each view shows, over random days", "[analysis][sco]") {
    std::mt19937 random(20);
    std::uniform_int_distribution<int> year(2000, 2026);
    for (int round = 0; round < 8; ++round) {
        const view before = sco().at(std::to_string(year(random)) + "-06-30");
        const view after = sco().at(std::to_string(year(random)) + "-12-31");
        std::map<std::string, std::pair<truth, truth>> expected, found;
        for (std::uint32_t i = 0; i < sco().node_count(); ++i) {
            const node n = sco().node(node_id{i});
            if (before.shows(n) != after.shows(n))
                expected[std::string(n.id())] = {before.shows(n), after.shows(n)};
        }
        for (const difference& d : diff(before, after))
            if (d.how != change::value && !d.about.subject().is_relation())
                found[label(d.about)] = {d.before, d.after};
        CHECK(found == expected);
    }
}

TEST_CASE("diff: views of two histories are refused", "[analysis]") {
    const history a = changing();
    const history b = changing();
    CHECK_THROWS_AS(diff(a.all(), b.all()), error);
}
