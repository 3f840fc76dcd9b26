#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/fates.hpp>
#include <comity/analysis/label.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

using namespace comity;

namespace {

const fate& of(const listing<fate>& all, std::string_view id) {
    const auto at =
        std::find_if(all.begin(), all.end(), [id](const fate& f) { return f.what.what.id() == id; });
    REQUIRE(at != all.end());
    return *at;
}

std::string told(const fate& f) {
    std::string all(to_string(f.reached));
    for (const sign& s : f.signs) all += " | " + std::string(to_string(s.shows)) + ' ' + label(s.by);
    return all;
}

/// An author proposes a centre in 2021, by a proposal.
maker proposed_centre() {
    maker m;
    m.add_source("later", "2025-09-01");
    m.stated(m.node("idea", kind::proposal), "p2");
    m.stated(m.node("centre", kind::centre), "p2", modality::proposed);
    m.stated(m.relation("idea", relation_type::proposes, "centre"), "p2");
    return m;
}

} // namespace

TEST_CASE("fates: none found, of which the author's own words are no sign", "[analysis]") {
    maker m = proposed_centre();
    m.node("unrelated", kind::statement, "2022/..");
    const history h = m.made();
    const auto found = fates(h.all());
    CHECK(told(of(found, "centre")) == "none-found");
    CHECK(found.searched.relations > 0);
}

TEST_CASE("fates: an echo by another source, unless it came before", "[analysis]") {
    maker m = proposed_centre();
    m.node("declaration", kind::declaration, "2022-09-16/..");
    m.stated(m.relation("declaration", relation_type::calls_for, "centre"), "p1", modality::reported,
             "later");
    m.stated(m.relation("declaration", relation_type::mentions, "centre"), "p1", modality::reported, "later");
    const history h = m.made();
    CHECK(told(of(fates(h.all()), "centre")) == "echoed | echoed declaration calls-for centre");

    maker before = proposed_centre();
    before.node("older", kind::declaration, "2010-09-16/..");
    before.stated(before.relation("older", relation_type::supports, "centre"), "p1", modality::reported,
                  "later");
    const history early = before.made();
    CHECK(of(fates(early.all()), "centre").reached == stage::none_found);
}

TEST_CASE("fates: planned, agreed, established, operating, and refused", "[analysis]") {
    const auto reached = [](auto&& change) {
        maker m = proposed_centre();
        change(m);
        const history h = m.made();
        return told(of(fates(h.all()), "centre"));
    };
    const auto later = [](maker& m, subject s, modality how = modality::reported) {
        m.stated(s, "p1", how, "later");
    };
    CHECK(reached([&](maker& m) { later(m, m.builder().node("centre"), modality::planned); }) ==
          "planned | planned centre");
    CHECK(reached([&](maker& m) {
              later(m, m.node("treaty", kind::agreement, "2025-09-01/.."));
              later(m, m.relation("treaty", relation_type::provides_for, "centre"));
          }) == "agreed | agreed treaty provides-for centre");
    CHECK(reached([&](maker& m) { later(m, m.builder().node("centre")); }) ==
          "established | established centre");
    CHECK(reached([&](maker& m) {
              later(m, m.builder().node("centre"));
              later(m, m.node("opening", kind::session, "2026-01-30"));
              later(m, m.relation("opening", relation_type::meeting_of, "centre"));
          }) == "operating | operating opening meeting-of centre | established centre");
    CHECK(reached([&](maker& m) {
              later(m, m.node("state", kind::state));
              later(m, m.relation("state", relation_type::opposes, "centre", "2023/.."));
          }) == "refused | refused state opposes centre");
    CHECK(reached([&](maker& m) {
              m.node("drill", kind::exercise, "2023-12-15");
              m.inferred(m.relation("drill", relation_type::fulfils, "idea"), "it is near");
          }) == "operating | operating drill fulfils idea");
}

TEST_CASE("fates: what is judged to fulfil a proposal is not what sources state", "[analysis]") {
    maker m = proposed_centre();
    m.node("drill", kind::exercise, "2023-12-15");
    m.inferred(m.relation("drill", relation_type::fulfils, "idea"), "it is near");
    const history h = m.made();
    const auto found = fates(h.all());
    CHECK(of(found, "centre").reached == stage::operating);
    CHECK(of(found, "centre").stated == stage::none_found);
    CHECK(of(found, "centre").signs[0].inferred);
    const auto then = fates(h.by("2023-01-01")); // before the drill
    CHECK(of(then, "centre").reached == stage::none_found);
}

TEST_CASE("fates: agree with a plain reading of what runs to the proposal", "[analysis]") {
    // By relation type: how far it goes if it is reported, of what kind its source is, and what it is then.
    struct way {
        relation_type type;
        kind from;
        int rank;
    };
    const std::array ways{way{relation_type::calls_for, kind::declaration, 1},
                          way{relation_type::mentions, kind::declaration, 0},
                          way{relation_type::opposes, kind::state, 2},
                          way{relation_type::provides_for, kind::agreement, 4},
                          way{relation_type::decided, kind::council, 4},
                          way{relation_type::fulfils, kind::working_group, 5},
                          way{relation_type::fulfils, kind::statement, 4},
                          way{relation_type::fulfils, kind::workshop, 6}};
    std::mt19937 random(3);
    for (int round = 0; round < 80; ++round) {
        maker m;
        m.add_source("later", "2025-09-01");
        m.stated(m.node("idea", kind::proposal), "p2");
        int furthest = 0;
        for (unsigned i = random() % 4; i > 0; --i) {
            way w = ways[random() % ways.size()];
            // What may be proposed differs by type: a council decides on no proposal, a text provides for
            // any.
            if (w.type == relation_type::decided) w.type = relation_type::supports, w.rank = 1;
            const std::string id = "n" + std::to_string(i);
            const bool own = random() % 4 == 0; // the author's own word
            m.stated(m.node(id, w.from, w.from == kind::workshop ? "2023-05-01" : "2023-05-01/.."), "p3",
                     modality::reported, own ? "article" : "later");
            m.stated(m.relation(id, w.type, "idea"), "p3", modality::reported, own ? "article" : "later");
            const bool echo = w.rank == 1;
            if (!(echo && own)) furthest = std::max(furthest, w.rank);
        }
        const history h = m.made();
        CHECK(static_cast<int>(of(fates(h.all()), "idea").reached) == furthest);
    }
}

TEST_CASE("fates: of what the article of 2021 proposes, by 2026", "[analysis][sco]") {
    const auto found = fates(sco().all());
    CHECK(of(found, "convention-cyber-terrorism").reached == stage::none_found);
    CHECK(of(found, "universal-centre").reached == stage::agreed);
    CHECK(of(found, "convention-ict-crime").reached == stage::agreed);
    CHECK(of(found, "proposal-rotating-exercises").reached == stage::operating);
    CHECK(of(found, "proposal-rotating-exercises").stated == stage::none_found); // the link is inferred
    CHECK(of(found, "summit-2026-bishkek").reached == stage::planned);
}
