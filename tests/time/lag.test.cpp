#include "catch.hpp"

#include <comity/time/lag.hpp>

#include <array>
#include <random>
#include <sstream>

using comity::bound;
using comity::bounds;
using comity::collapse;
using comity::collapse_rule;
using comity::date;
using comity::day;
using comity::edge;
using comity::lag;
using comity::nature;
using comity::period;
using comity::truth;

namespace {

period act(const char* text) {
    return period::act(date::parse(text));
}
period state(const char* text) {
    return period::parse(text, nature::state);
}

} // namespace

TEST_CASE("lag: lies between the least and the most that the dates allow", "[time]") {
    const lag l = comity::lag_between(act("2006-06-15"), act("2007"));
    CHECK(l == lag{200, 564, false, false, false});
    CHECK(comity::lag_between(act("2007"), act("2006-06-15")) == lag{-564, -200, false, false, false});
    CHECK(comity::lag_between(act("2006-06-15"), act("2007-08-16")).exact());
}

TEST_CASE("lag: agrees with every pair of days", "[time]") {
    std::mt19937 random(4);
    int wrong = 0;
    for (int i = 0; i < 2'000; ++i) {
        std::array<int, 4> d{};
        for (int& x : d) x = static_cast<int>(random() % 9);
        if (d[0] > d[1]) std::swap(d[0], d[1]);
        if (d[2] > d[3]) std::swap(d[2], d[3]);
        const auto a = period::of_bounds(nature::act, bounds::one_day_of(d[0], d[1]), "", true);
        const auto b = period::of_bounds(nature::act, bounds::one_day_of(d[2], d[3]), "", true);
        std::int64_t least = 99, most = -99;
        for (int x = d[0]; x <= d[1]; ++x)
            for (int y = d[2]; y <= d[3]; ++y) {
                least = std::min<std::int64_t>(least, y - x);
                most = std::max<std::int64_t>(most, y - x);
            }
        wrong += comity::lag_between(a, b) != lag{least, most, false, false, false};
    }
    CHECK(wrong == 0);
}

TEST_CASE("lag: a side without a bound has no number", "[time]") {
    const lag l = comity::lag_between(state("/2006-06-15"), act("2006-06-15"));
    CHECK(l.unbounded_above);
    CHECK_FALSE(l.unbounded_below);
    CHECK(l.min == 0);
    CHECK(l.at_least(0) == truth::certain);
    CHECK(l.at_most(100) == truth::possible);
    CHECK(l.to_string() == "[0, ..]");
    CHECK(comity::lag_between(state("2001/.."), act("2006"), edge::end).to_string() == "[.., ..]");
    CHECK(comity::lag_between(act("Y1E30"), act("2006")).to_string() == "[.., ..]");
}

TEST_CASE("lag: a marked date makes nothing certain", "[time]") {
    const lag l = comity::lag_between(act("2006-06-15"), act("2007?"));
    CHECK(l.doubted);
    CHECK(l.at_least(100) == truth::possible);
    CHECK(l.at_least(1000) == truth::no);
    CHECK_FALSE(l.exact());
}

TEST_CASE("lag: the edges can be chosen", "[time]") {
    CHECK(comity::lag_between(state("2001-01-01/2001-01-10"), act("2001-01-12"), edge::end) ==
          lag{2, 2, false, false, false});
    CHECK(
        comity::lag_between(act("2001-01-01"), state("2001-01-01/2001-01-10"), edge::begin, edge::end).min ==
        9);
}

TEST_CASE("lag: the length counts the first and the last day", "[time]") {
    CHECK(comity::length(act("1985")) == lag{1, 1, false, false, false});
    CHECK(comity::length(state("2001-01-01/2001-01-10")) == lag{10, 10, false, false, false});
    CHECK(comity::length(state("2001/2001")) == lag{1, 365, false, false, false});
    CHECK(comity::length(state("2001-01-01/")).to_string() == "[1, ..]");
    CHECK(comity::length(act("2006-06-14/2006-06-15")) == lag{2, 2, false, false, false});
}

TEST_CASE("lag: collapses by the rule that the caller names", "[time]") {
    const lag l{-3, 8, false, false, false};
    CHECK(collapse(collapse_rule::earliest)(l) == -3);
    CHECK(collapse(collapse_rule::latest)(l) == 8);
    CHECK(collapse(collapse_rule::midpoint)(l) == 2);
    const lag half{5, 0, false, true, false};
    CHECK(collapse(collapse_rule::earliest)(half) == 5);
    CHECK_FALSE(collapse(collapse_rule::latest)(half));
    CHECK_FALSE(collapse(collapse_rule::midpoint)(half));
    CHECK_FALSE(collapse(collapse_rule::draw)(half));
}

TEST_CASE("lag: draws are the same for the same seed, and spread over the range", "[time]") {
    const lag l{-3, 8, false, false, false};
    collapse a(collapse_rule::draw, 42);
    collapse b(collapse_rule::draw, 42);
    std::array<int, 12> seen{};
    int wrong = 0;
    for (int i = 0; i < 12'000; ++i) {
        const auto drawn = a(l);
        wrong += drawn != b(l);
        ++seen.at(static_cast<std::size_t>(*drawn + 3));
    }
    CHECK(wrong == 0);
    for (const int n : seen) CHECK((n > 850 && n < 1150));
    CHECK(collapse(collapse_rule::draw, 1)(lag{7, 7, false, false, false}) == 7);
}

TEST_CASE("lag: draws are the same on every platform", "[time]") {
    collapse draw(collapse_rule::draw, 5489); // the twister's first numbers are fixed by the standard
    CHECK(draw(lag{0, 999, false, false, false}) == 14514284786278117030ULL % 1000);
}

TEST_CASE("lag: a window collapses to a day", "[time]") {
    const auto window = date::parse("1985-04").begin_window();
    CHECK(collapse(collapse_rule::earliest)(window) == day::from_civil(1985, 4, 1));
    CHECK(collapse(collapse_rule::latest)(window) == day::from_civil(1985, 4, 30));
    CHECK(collapse(collapse_rule::midpoint)(window) == day::from_civil(1985, 4, 15));
    CHECK_FALSE(collapse(collapse_rule::latest)(date::parse("../1985").begin_window()));
}

TEST_CASE("lag: prints its range", "[time]") {
    std::ostringstream out;
    out << lag{-3, 8, false, false, false};
    CHECK(out.str() == "[-3, 8]");
}
