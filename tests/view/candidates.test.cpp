// Views that look at few of many days find their relations through the time index: the same as testing each.

#include "view/candidates.hpp"

#include "catch.hpp"
#include "support/crowded.hpp"
#include "support/graphs.hpp"

#include <random>

using namespace comity;
using comity::test::crowded;
using comity::test::day_text;

namespace {

/// What asking about every relation gives.
void check_against_each(const view& v) {
    count counted;
    std::vector<std::uint32_t> shown;
    for (std::uint32_t n = 0; n < v.history().relation_count(); ++n) {
        const truth t = v.shows(v.history().relation(relation_id{n}));
        if (!is_possible(t)) continue;
        ++counted.possible;
        counted.certain += is_certain(t) ? 1u : 0u;
        shown.push_back(n);
    }
    REQUIRE(v.relation_count() == counted);
    std::vector<std::uint32_t> walked;
    std::vector<std::uint32_t> starts;
    for (const auto& r : v.relations()) {
        walked.push_back(static_cast<std::uint32_t>(r.number()));
        starts.push_back(static_cast<std::uint32_t>(r.from().number()));
        REQUIRE(v.shows(r) == r.truth());
    }
    CHECK(std::is_sorted(starts.begin(), starts.end()));
    std::sort(walked.begin(), walked.end());
    REQUIRE(walked == shown);
    const snapshot g = v.snapshot();
    std::vector<std::uint32_t> edges;
    for (std::uint32_t e = 0; e < g.edge_count(); ++e)
        edges.push_back(static_cast<std::uint32_t>(g.relation({0, 0, e}).number()));
    std::sort(edges.begin(), edges.end());
    REQUIRE(edges == shown);
}

} // namespace

TEST_CASE("candidates: where each is seen, none need be tested", "[view]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    for (std::uint32_t i = 0; i < 400; ++i) {
        const relation_id r = b.add_relation(a, relation_type::founded,
                                             b.add_node("n" + std::to_string(i), kind::organisation));
        period_record on;
        on.begin = day_text(i);
        b.set_period(r, on);
    }
    const history h = std::move(b).build();
    for (std::uint32_t n = 0; n < 400; n += 19) {
        const std::string on = day_text(n);
        for (const view& v :
             {h.at(on), h.window(on, day_text(n + 9)), h.window(on, day_text(n + 9)).certain(),
              h.at(on).types({relation_type::founded}), h.at(on).types({relation_type::member_of})}) {
            CHECK(detail::shows_each(*h.store(), v.selection()));
            check_against_each(v);
            const snapshot g = v.snapshot();
            for (std::uint32_t e = 0; e < g.edge_count(); ++e)
                REQUIRE(g.truth({0, 0, e}) == v.shows(g.relation({0, 0, e})));
        }
        CHECK_FALSE(detail::shows_each(*h.store(), h.at(on).kinds({kind::state}).selection()));
        CHECK_FALSE(detail::shows_each(*h.store(), h.all().selection()));
    }
}

TEST_CASE("candidates: what the index leaves out is not seen", "[view]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const history h = crowded(random, seed % 2 == 0);
        unsigned selective = 0;
        for (std::uint32_t n = 0; n < 2100; n += 210) {
            const std::string on = day_text(n), later = day_text(n + 20);
            for (const view& timed :
                 {h.at(on), h.at(on.substr(0, 7)), h.by(on), h.window(on, later), h.window("..", on)}) {
                selective += detail::selective(*h.store(), timed.selection()) ? 1u : 0u;
                check_against_each(timed);
                check_against_each(timed.types({relation_type::founded}));
                check_against_each(timed.types({relation_type::affiliated_with, relation_type::founded}));
                check_against_each(timed.types({relation_type::member_of}));
                check_against_each(timed.types({relation_type::affiliated_with}).certain());
                check_against_each(timed.kinds({kind::state}).certain());
                check_against_each(timed.modalities({modality::planned}));
                check_against_each(timed.sources({"two"}));
            }
        }
        CHECK(selective > 4);
    }
}
