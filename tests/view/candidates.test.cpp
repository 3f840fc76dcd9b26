// Views that look at few of many days find their relations through the time index: the same as testing each.

#include "view/candidates.hpp"

#include "catch.hpp"
#include "support/graphs.hpp"

#include <random>

using namespace comity;

namespace {

std::string day_text(std::uint32_t n) {
    return (day(10'000) + n).to_string();
}

/// Acts and states over some years: of one day, of a few, open, of unknown end; some only roughly dated, some
/// disputed, some merely planned.
history crowded(std::mt19937& random, bool precise) {
    builder b;
    source_record about;
    about.date = "2010";
    const source_id one = b.add_source("one", about), two = b.add_source("two", about);
    for (int n = 0; n < 30; ++n)
        b.add_node("n" + std::to_string(n), n % 3 == 0 ? kind::state : kind::organisation);
    for (int i = 0; i < 1500; ++i) {
        const bool act = random() % 3 != 0;
        const relation_id r = b.add_relation(node_id{static_cast<std::uint32_t>(random() % 30)},
                                             act ? relation_type::founded : relation_type::affiliated_with,
                                             node_id{static_cast<std::uint32_t>(random() % 30)});
        const auto begin = static_cast<std::uint32_t>(random() % 2000);
        period_record p;
        p.begin = !precise && random() % 9 == 0 ? day_text(begin).substr(0, 7) : day_text(begin);
        if (!act && random() % 8 != 0)
            p.end = random() % 9 == 0 ? ".." : day_text(begin + static_cast<std::uint32_t>(random() % 40));
        b.set_period(r, p);
        statement_record s;
        s.source = one;
        if (!precise && random() % 20 == 0) s.modality = modality::planned;
        b.add_statement(r, s);
        if (precise || random() % 20 != 0) continue;
        s.source = two;
        s.period.begin = day_text(begin + 300);
        b.add_statement(r, s);
    }
    return std::move(b).build();
}

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
                check_against_each(timed.kinds({kind::state}).certain());
                check_against_each(timed.modalities({modality::planned}));
                check_against_each(timed.sources({"two"}));
            }
        }
        CHECK(selective > 4);
    }
}
