#include "catch.hpp"

#include <comity/time/bounds.hpp>

#include <random>
#include <vector>

using comity::bounds;
using comity::day32;
using comity::truth;

namespace {

constexpr day32 span = 7; // every day of the small world is in [0, span)

struct completion {
    day32 begin;
    day32 end;
};

std::vector<completion> completions(const bounds& b) {
    std::vector<completion> all;
    for (day32 begin = b.b1; begin <= b.b2; ++begin)
        for (day32 end = b.e1; end <= b.e2; ++end)
            if (begin <= end) all.push_back({begin, end});
    return all;
}

// The truth of a test over all completions and all days of a selector.
template <class Test>
truth enumerate(const bounds& b, day32 first, day32 last, Test test) {
    bool some = false;
    bool every = true;
    for (const completion c : completions(b))
        for (day32 d = first; d <= last; ++d) {
            const bool holds = test(c, d);
            some |= holds;
            every &= holds;
        }
    return comity::truth_of(some, every);
}

bounds random_bounds(std::mt19937& random) {
    std::uniform_int_distribution<day32> pick(0, span - 1);
    day32 b1 = pick(random), b2 = pick(random), e1 = pick(random), e2 = pick(random);
    if (b1 > b2) std::swap(b1, b2);
    if (e1 > e2) std::swap(e1, e2);
    return {b1, b2, e1, e2};
}

} // namespace

TEST_CASE("bounds: the selectors agree with every pair of begin and end", "[time]") {
    std::mt19937 random(1);
    std::uniform_int_distribution<day32> pick(0, span - 1);
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        const bounds raw = random_bounds(random);
        if (raw.inverted()) continue;
        const bounds b = comity::normalised(raw);
        day32 first = pick(random), last = pick(random);
        if (first > last) std::swap(first, last);
        wrong += b.at(first, last) !=
                 enumerate(raw, first, last, [](auto c, day32 d) { return c.begin <= d && d <= c.end; });
        wrong +=
            b.by(first, last) != enumerate(raw, first, last, [](auto c, day32 d) { return c.begin <= d; });
        wrong += b.window(first, last) != enumerate(raw, first, first, [last](auto c, day32 from) {
                     return c.begin <= last && c.end >= from;
                 });
    }
    CHECK(wrong == 0);
}

TEST_CASE("bounds: normalising loses no completion", "[time]") {
    std::mt19937 random(2);
    int wrong = 0;
    for (int i = 0; i < 5'000; ++i) {
        const bounds raw = random_bounds(random);
        const auto before = completions(raw);
        const auto after = completions(comity::normalised(raw));
        wrong += before.size() != after.size();
        wrong += comity::normalised(comity::normalised(raw)) != comity::normalised(raw);
    }
    CHECK(wrong == 0);
}

TEST_CASE("bounds: what is certain of effective bounds is certain of each part", "[time]") {
    std::mt19937 random(3);
    std::uniform_int_distribution<day32> pick(0, span - 1);
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        const bounds a = comity::normalised(random_bounds(random));
        const bounds b = comity::normalised(random_bounds(random));
        const bounds both = comity::intersection(a, b);
        const day32 d = pick(random);
        wrong += !a.inverted() && !b.inverted() && both.at(d) != (a.at(d) & b.at(d));
    }
    CHECK(wrong == 0);
}

TEST_CASE("bounds: inverted ones are kept, and seen by no selector", "[time]") {
    const bounds b{10, 12, 3, 5};
    CHECK(b.inverted());
    CHECK(comity::normalised(b) == b);
    for (day32 d = 0; d < 20; ++d) {
        CHECK(b.at(d) == truth::no);
        CHECK(b.by(d) == truth::no);
    }
    CHECK(b.window(0, 20) == truth::no);
}

TEST_CASE("bounds: unbounded edges are possible for ever and certain where so made", "[time]") {
    STATIC_REQUIRE(bounds::always().at(comity::first_day32, comity::last_day32) == truth::certain);
    STATIC_REQUIRE(bounds::perhaps().at(0) == truth::possible);
    STATIC_REQUIRE(bounds::perhaps().by(comity::last_day32) == truth::possible);
    STATIC_REQUIRE(bounds{0, 0, 5, comity::unbounded_above}.at(5) == truth::certain);
    STATIC_REQUIRE(bounds{0, 0, 5, comity::unbounded_above}.at(6) == truth::possible);
}

TEST_CASE("bounds: a day of reduced precision is one unknown day of it", "[time]") {
    const bounds b = bounds::exactly(10, 20);
    CHECK(b.at(5, 10) == truth::possible);
    CHECK(b.at(10, 20) == truth::certain);
    CHECK(b.at(10, 21) == truth::possible);
    CHECK(b.window(5, 10) == truth::certain);
    CHECK(b.by(5, 10) == truth::possible);
    CHECK(bounds::one_day_of(0, 364).at(0, 364) == truth::possible);
    CHECK(bounds::one_day_of(0, 364).window(0, 364) == truth::certain);
}

TEST_CASE("bounds: days beyond 32 bits saturate short of unbounded", "[time]") {
    CHECK(comity::to_day32(comity::last_day) == comity::last_day32);
    CHECK(comity::to_day32(comity::first_day) == comity::first_day32);
    CHECK(comity::to_day32(comity::day(-3)) == -3);
    CHECK(comity::to_bound(comity::unbounded_above) == comity::bound::open());
    CHECK(comity::to_bound(7) == comity::bound::at(comity::day(7)));
}

TEST_CASE("bounds: the edge of a day that saturated is an overflow to its side", "[time]") {
    STATIC_REQUIRE(comity::to_bound(comity::first_day32) == comity::bound::overflow(true));
    STATIC_REQUIRE(comity::to_bound(comity::last_day32) == comity::bound::overflow(false));
    STATIC_REQUIRE(comity::to_bound(comity::last_day32 - 1).is_day());
}
