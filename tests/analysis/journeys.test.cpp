#include "comity/analysis/journeys.hpp"

#include "analysis/maker.hpp"
#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/history/builder.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

using namespace comity;

namespace {

constexpr int nodes = 7;
constexpr int days = 12; // 1970-01-01 on
constexpr int never = std::numeric_limits<int>::max();

/// A relation as told: an act on one day of [b1, b2], or a state that begins in [b1, b2] and ends in [e1,
/// e2].
struct told {
    std::uint32_t from, to;
    bool act;
    int b1, b2, e1, e2;
};

std::string text(int first, int last) {
    const auto one = [](int d) { return day(d).to_string(); };
    return first == last ? one(first) : '[' + one(first) + ".." + one(last) + ']';
}

std::vector<told> make_up(std::mt19937& random, bool precise) {
    std::vector<told> all;
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int i = below(16); i >= 0; --i) {
        told t{static_cast<std::uint32_t>(below(nodes)),
               static_cast<std::uint32_t>(below(nodes)),
               below(2) == 0,
               0,
               0,
               0,
               0};
        t.b1 = below(days - 4);
        t.b2 = precise ? t.b1 : t.b1 + below(2);
        t.e1 = t.act ? t.b1 : precise ? t.b2 + below(2) : t.b1 + below(4); // perhaps before it begins
        t.e2 = t.act ? t.b2 : precise ? t.e1 : t.e1 + below(2);
        all.push_back(t);
    }
    return all;
}

history built(const std::vector<told>& all) {
    builder b;
    for (int n = 0; n < nodes; ++n) b.add_node("n" + std::to_string(n), kind::organisation);
    for (const told& t : all) {
        const relation_type type = t.act ? relation_type::founded : relation_type::affiliated_with;
        const relation_id r = b.add_relation(node_id{t.from}, type, node_id{t.to});
        period_record p;
        p.begin = text(t.b1, t.b2);
        if (!t.act) p.end = text(t.e1, t.e2);
        b.set_period(r, p);
    }
    return std::move(b).build();
}

/// Goes through the days one by one; on each, whoever is there walks what may be walked, as far as it leads.
std::vector<int> day_by_day(const std::vector<told>& all, std::uint32_t from, int start) {
    std::vector<int> there(nodes, never);
    there[from] = start;
    for (int d = start; d < days + 4; ++d)
        for (bool changed = true; changed;) {
            changed = false;
            for (const told& t : all)
                if (t.b1 <= d && d <= t.e2 && there[t.from] <= d && there[t.to] > d) {
                    there[t.to] = d;
                    changed = true;
                }
        }
    return there;
}

/// The day by which whoever is there on that day is at the other end, whatever the dates turn out to be.
int surely_by(const told& t, int there) {
    int latest = there;
    for (int b = t.b1; b <= t.b2; ++b)
        for (int e = t.act ? b : std::max(b, t.e1); e <= (t.act ? b : t.e2); ++e) {
            if (there > e) return never;
            latest = std::max(latest, b);
        }
    return latest;
}

/// Ways that hold whatever the dates turn out to be, by trying every relation until nothing gets better.
std::vector<int> surely(const std::vector<told>& all, std::uint32_t from, int start) {
    std::vector<int> there(nodes, never);
    there[from] = start;
    for (bool changed = true; changed;) {
        changed = false;
        for (const told& t : all) {
            if (there[t.from] == never) continue;
            const int arrival = surely_by(t, there[t.from]);
            if (arrival >= there[t.to]) continue;
            there[t.to] = arrival;
            changed = true;
        }
    }
    return there;
}

std::vector<int> by_node(const listing<arrival>& found) {
    std::vector<int> on(nodes, never);
    for (const arrival& a : found) on[to_index(a.at.number())] = static_cast<int>(a.on.count());
    return on;
}

template <class Check>
void for_histories(unsigned seed, bool precise, Check&& check) {
    std::mt19937 random(seed);
    for (int round = 0; round < 60; ++round) {
        const std::vector<told> all = make_up(random, precise);
        check(all, built(all), static_cast<std::uint32_t>(random() % nodes), static_cast<int>(random() % 6));
    }
}

} // namespace

TEST_CASE("journeys: earliest arrivals are those of going day by day", "[analysis]") {
    for (const bool precise : {true, false})
        for_histories(21, precise, [](const auto& all, const history& h, std::uint32_t from, int start) {
            const auto found = earliest_arrivals(h.all(), h.node(node_id{from}), day(start));
            REQUIRE(by_node(found) == day_by_day(all, from, start));
            CHECK(found[0].at.number() == node_id{from});
            CHECK(found[0].hops == 0);
            CHECK_FALSE(found[0].by);
        });
}

TEST_CASE("journeys: a certain way holds whatever the dates turn out to be", "[analysis]") {
    for_histories(22, false, [](const auto& all, const history& h, std::uint32_t from, int start) {
        journey_options options;
        options.surety = truth::certain;
        REQUIRE(by_node(earliest_arrivals(h.all(), h.node(node_id{from}), day(start), options)) ==
                surely(all, from, start));
    });
}

TEST_CASE("journeys: the latest departure is the last day from which the earliest arrival is in time",
          "[analysis]") {
    for_histories(23, true, [](const auto& all, const history& h, std::uint32_t to, int start) {
        const int end = start + 5;
        std::vector<int> expected(nodes, never);
        for (std::uint32_t n = 0; n < nodes; ++n)
            for (int d = 0; d <= end; ++d)
                if (day_by_day(all, n, d)[to] <= end) expected[n] = d;
        REQUIRE(by_node(latest_departures(h.all(), h.node(node_id{to}), day(end))) == expected);
    });
}

TEST_CASE("journeys: the fastest takes no more days than any departure needs", "[analysis]") {
    for_histories(24, false, [](const auto& all, const history& h, std::uint32_t from, int start) {
        const auto to = static_cast<std::uint32_t>(start);
        if (from == to) return;
        int best = never, departure = never;
        for (int d = 0; d < days; ++d) {
            const int there = day_by_day(all, from, d)[to];
            if (there == never || there - d >= best) continue;
            best = there - d;
            departure = d;
        }
        const auto found = fastest_journey(h.all(), h.node(node_id{from}), h.node(node_id{to}));
        REQUIRE(found.has_value() == (best != never));
        if (!found) return;
        CHECK(found->arrival - found->departure == best);
        CHECK(found->departure.count() == departure);
        std::uint32_t at = from;
        for (const relation& r : found->steps) {
            CHECK(static_cast<std::uint32_t>(r.from().number()) == at);
            at = static_cast<std::uint32_t>(r.to().number());
        }
        CHECK(at == to);
    });
}

TEST_CASE("journeys: closeness adds up what is near in time", "[analysis]") {
    for_histories(25, false, [](const auto& all, const history& h, std::uint32_t from, int start) {
        double expected = 0;
        const std::vector<int> there = day_by_day(all, from, start);
        for (std::uint32_t n = 0; n < nodes; ++n)
            if (n != from && there[n] != never) expected += 1.0 / (1 + there[n] - start);
        CHECK(std::abs(temporal_closeness(h.all(), day(start))[from] - expected) < 1e-12);
    });
}

TEST_CASE("journeys: relations may be walked the other way", "[analysis]") {
    const std::vector<told> all{{0, 1, true, 2, 2, 2, 2}, {2, 1, true, 4, 4, 4, 4}};
    const history h = built(all);
    journey_options against, any;
    against.way = direction::in;
    any.way = direction::both;
    CHECK(earliest_arrivals(h.all(), h.node(node_id{1}), day(0), against).size() == 3);
    CHECK(earliest_arrivals(h.all(), h.node(node_id{0}), day(0), any).size() == 3);
    CHECK(earliest_arrivals(h.all(), h.node(node_id{0}), day(0)).size() == 2);
}

TEST_CASE("journeys: a view in a window walks on its days only", "[analysis]") {
    const std::vector<told> all{{0, 1, false, 0, 0, 9, 9}, {1, 2, true, 1, 1, 1, 1}};
    const history h = built(all);
    const auto found = earliest_arrivals(h.window("1970-01-04", "1970-01-06"), h.node(node_id{0}), day(0));
    REQUIRE(found.size() == 2);
    CHECK(found[1].on == day(3));
    CHECK(earliest_arrivals(h.window("1970-01-04", "1970-01-06"), h.node(node_id{0}), day(6)).size() == 1);
}

namespace {

/// One relation between nodes with periods of their own, `a` and `b`.
history one_relation(relation_type type, std::string_view period, std::string_view life_of_b = {}) {
    maker m;
    m.node("a", kind::organisation);
    m.node("b", kind::organisation, life_of_b);
    m.relation("a", type, "b", period);
    return m.made();
}

/// When a certain way comes to `b`, setting out in 1980.
std::string surely_at_b(const history& h) {
    journey_options options;
    options.surety = truth::certain;
    const auto found = earliest_arrivals(h.all(), h["a"], *day::from_civil(1980, 1, 1), options);
    return found.size() == 1 ? "no way" : found[1].on.to_string();
}

} // namespace

TEST_CASE("journeys: what begins on an unknown day of a year is surely walked by its end", "[analysis]") {
    CHECK(surely_at_b(one_relation(relation_type::founded, "1985")) == "1985-12-31");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "1985/")) == "1985-12-31");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "1985/1985")) == "1985-12-31");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "1985/1990-03")) == "1985-12-31");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "/1985")) == "1985-12-31");
}

TEST_CASE("journeys: no certain way leads through a doubted date", "[analysis]") {
    CHECK(surely_at_b(one_relation(relation_type::founded, "2001-06-15?")) == "no way");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "2001-06-15?/")) == "no way");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "2001?/2005")) == "2005-12-31");
}

TEST_CASE("journeys: no certain way leads where an end may be gone before anything began", "[analysis]") {
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "1985/", "../1985")) == "no way");
    CHECK(surely_at_b(one_relation(relation_type::founded, "1985", "../1985")) == "no way");
    CHECK(surely_at_b(one_relation(relation_type::affiliated_with, "1985/", "../1986")) == "1985-12-31");
}

TEST_CASE("journeys: the fastest way where no day bounds anything takes none", "[analysis]") {
    const history h = one_relation(relation_type::affiliated_with, "");
    const auto found = fastest_journey(h.all(), h["a"], h["b"]);
    REQUIRE(found);
    CHECK(found->departure == found->arrival);
    CHECK(found->steps.size() == 1);
    CHECK_FALSE(fastest_journey(h.all(), h["b"], h["a"]));
}

TEST_CASE("journeys: set out on the first and last days that can be counted", "[analysis]") {
    const history h = one_relation(relation_type::affiliated_with, "");
    const history later = one_relation(relation_type::founded, "2001-06-15");
    CHECK(earliest_arrivals(h.all(), h["a"], first_day).size() == 2);
    CHECK(latest_departures(h.all(), h["b"], last_day)[1].on == last_day);
    CHECK(latest_departures(later.all(), later["b"], first_day).size() == 1);
    CHECK(latest_departures(later.all(), later["b"], last_day).size() == 2);
    CHECK(temporal_closeness(later.all(), first_day)[0] > 0);
    CHECK(temporal_closeness(h.all(), first_day)[0] == 1);
}

TEST_CASE("journeys: say what can't be asked, and can be stopped", "[analysis]") {
    const history h = built({{0, 1, true, 2, 2, 2, 2}});
    const history other = built({});
    CHECK_THROWS_AS(earliest_arrivals(h.all(), other.node(node_id{0}), day(0)), error);
    CHECK_THROWS_AS(fastest_journey(h.all(), h.node(node_id{0}), other.node(node_id{1})), error);
    CHECK_FALSE(fastest_journey(h.all(), h.node(node_id{0}), h.node(node_id{0})));
    journey_options stop;
    stop.tell = [](double, std::string_view) { return false; };
    CHECK_THROWS_AS(latest_departures(h.all(), h.node(node_id{0}), day(9), stop), error);
    CHECK_THROWS_AS(temporal_closeness(h.all(), day(9), stop), error);
}
