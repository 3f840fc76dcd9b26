#include "catch.hpp"

#include <comity/time/allen.hpp>

#include <array>
#include <random>
#include <sstream>

using comity::allen;
using comity::allen_set;
using comity::bounds;
using comity::date;
using comity::nature;
using comity::period;
using comity::truth;
namespace when = comity::when;

namespace {

period act(const char* text) {
    return period::act(date::parse(text));
}
period state(const char* text) {
    return period::parse(text, nature::state);
}

// Allen's relations of two periods whose days are known, straight from the definition.
allen relation_of(int a1, int a2, int b1, int b2) {
    if (a2 + 1 < b1) return allen::before;
    if (a2 + 1 == b1) return allen::meets;
    if (b2 + 1 < a1) return allen::after;
    if (b2 + 1 == a1) return allen::met_by;
    if (a1 == b1) return a2 < b2 ? allen::starts : a2 > b2 ? allen::started_by : allen::equals;
    if (a2 == b2) return a1 < b1 ? allen::finished_by : allen::finishes;
    if (a1 < b1) return a2 < b2 ? allen::overlaps : allen::contains;
    return a2 < b2 ? allen::during : allen::overlapped_by;
}

allen_set enumerate(const period& a, const period& b) {
    allen_set found;
    const bounds& x = a.bounds();
    const bounds& y = b.bounds();
    for (int a1 = x.b1; a1 <= x.b2; ++a1)
        for (int a2 = x.e1; a2 <= x.e2; ++a2)
            for (int b1 = y.b1; b1 <= y.b2; ++b1)
                for (int b2 = y.e1; b2 <= y.e2; ++b2) {
                    if (a1 > a2 || b1 > b2) continue;
                    if ((a.one_day() && a1 != a2) || (b.one_day() && b1 != b2)) continue;
                    found = found | relation_of(a1, a2, b1, b2);
                }
    return found;
}

period random_period(std::mt19937& random) {
    std::uniform_int_distribution<int> pick(0, 5);
    int b1 = pick(random), b2 = pick(random), e1 = pick(random), e2 = pick(random);
    if (b1 > b2) std::swap(b1, b2);
    if (e1 > e2) std::swap(e1, e2);
    if (pick(random) == 0) return period::of_bounds(nature::act, bounds::one_day_of(b1, b2), "", true);
    return period::of_bounds(nature::state, {b1, b2, e1, e2});
}

} // namespace

TEST_CASE("allen: the possible relations are those of some completion, no more and no fewer", "[time]") {
    std::mt19937 random(1983);
    int wrong = 0;
    for (int i = 0; i < 10'000; ++i) {
        const period a = random_period(random);
        const period b = random_period(random);
        wrong += comity::possible_relations(a, b) != enumerate(a, b);
    }
    CHECK(wrong == 0);
}

TEST_CASE("allen: certain is what every completion has, and implies possible", "[time]") {
    std::mt19937 random(1991);
    int wrong = 0;
    for (int i = 0; i < 10'000; ++i) {
        const period a = random_period(random);
        const period b = random_period(random);
        const allen_set wanted = allen_set::from_bits(static_cast<std::uint16_t>(random()));
        const allen_set readings = enumerate(a, b);
        const bool some = !(readings & wanted).empty();
        const bool every = (readings & ~wanted).empty();
        wrong += comity::holds(a, b, wanted) != comity::truth_of(some, every);
    }
    CHECK(wrong == 0);
}

TEST_CASE("allen: the converse mirrors, and the complement negates", "[time]") {
    std::mt19937 random(7);
    int wrong = 0;
    for (int i = 0; i < 10'000; ++i) {
        const period a = random_period(random);
        const period b = random_period(random);
        const allen_set wanted = allen_set::from_bits(static_cast<std::uint16_t>(random()));
        wrong += comity::holds(a, b, wanted) != comity::holds(b, a, converse(wanted));
        wrong += converse(comity::possible_relations(a, b)) != comity::possible_relations(b, a);
        if (comity::possible_relations(a, b).empty()) continue;
        wrong += comity::holds(a, b, ~wanted) != !comity::holds(a, b, wanted);
    }
    CHECK(wrong == 0);
}

TEST_CASE("allen: a membership that ends the day before another begins meets it", "[time]") {
    CHECK(comity::certain_relation(state("1990-01-01/1999-12-31"), state("2000-01-01/2005-06-01")) ==
          allen::meets);
    CHECK(comity::certain_relation(act("1999-12-31"), act("2000-01-01")) == allen::meets);
    CHECK(comity::certain_relation(act("1999-12-31"), act("2000-01-02")) == allen::before);
}

TEST_CASE("allen: possible is decided of all edges together", "[time]") {
    // Each of "a begins with b" and "a ends with b" is possible; both together would make the days equal.
    const period a = act("1985");
    const period b = state("1985/1985");
    const allen_set found = comity::possible_relations(a, b);
    CHECK(found.contains(allen::during));
    CHECK(found.contains(allen::equals));
    CHECK_FALSE(found.contains(allen::contains));
    CHECK_FALSE(found.contains(allen::started_by));
    CHECK_FALSE(found.contains(allen::overlaps));
}

TEST_CASE("allen: two acts in one year are possibly equal, one act certainly equals itself", "[time]") {
    CHECK(comity::holds(act("1985"), act("1985"), allen::equals) == truth::possible);
    CHECK(comity::holds(act("1985"), act("1985"), allen::equals, comity::identity::same) == truth::certain);
    CHECK(comity::possible_relations(act("1985"), act("1985"), comity::identity::same) ==
          allen_set(allen::equals));
}

TEST_CASE("allen: an act of a year lies within a state that spans the year", "[time]") {
    CHECK(comity::holds(act("1985"), state("1980/1990"), when::within) == truth::certain);
    CHECK(comity::holds(act("1985"), state("1985/1990"), when::within) == truth::possible);
    CHECK(comity::holds(act("1985"), state("1986/1990"), when::before_or_meets) == truth::certain);
}

TEST_CASE("allen: what is marked proves nothing but excludes what it did", "[time]") {
    CHECK(comity::holds(act("1984?"), act("1990"), allen::before) == truth::possible);
    CHECK(comity::holds(act("1984?"), act("1980"), allen::before) == truth::no);
    CHECK(comity::holds(state("1984?/2004"), act("2010"), allen::before) ==
          truth::certain); // by its end alone
    CHECK_FALSE(comity::certain_relation(act("1984?"), act("1990")));
}

TEST_CASE("allen: unknown and open ends", "[time]") {
    CHECK(comity::holds(state("1985/"), act("1990"), when::before_or_meets) == truth::possible);
    CHECK(comity::holds(state("1985/.."), act("1990-05-05"), allen::contains) == truth::certain);
    CHECK(comity::holds(state("/1985"), act("1990"), when::before_or_meets) == truth::certain);
    CHECK(comity::certain_relation(period::of(nature::timeless, std::nullopt),
                                   period::of(nature::timeless, std::nullopt)) == allen::equals);
}

TEST_CASE("allen: far years keep their order, farther ones are undecided", "[time]") {
    CHECK(comity::holds(act("Y170000000"), act("Y180000000"), allen::before) == truth::certain);
    CHECK(comity::holds(act("Y1E30"), act("Y1E40"), allen::before) == truth::possible);
    CHECK(comity::holds(act("Y-1E30"), act("Y1E30"), allen::before) == truth::certain);
}

TEST_CASE("allen: a period that ends before it begins has no relation", "[time]") {
    const period bad = period::state(date::parse("1990"), date::parse("1985"));
    CHECK(comity::possible_relations(bad, act("1985")).empty());
    CHECK(comity::holds(bad, act("1985"), allen_set::all()) == truth::no);
    CHECK(comity::possible_relations(bad, bad, comity::identity::same).empty());
}

TEST_CASE("allen: sets are sets", "[time]") {
    STATIC_REQUIRE((~allen_set::all()).empty());
    STATIC_REQUIRE(when::disjoint.size() == 4);
    STATIC_REQUIRE(when::intersects.size() == 9);
    STATIC_REQUIRE(converse(when::within) == when::covers);
    STATIC_REQUIRE(converse(converse(when::ends_before)) == when::ends_before);
    STATIC_REQUIRE((when::starts_before | when::starts_together | converse(when::starts_before)) ==
                   allen_set::all());
    STATIC_REQUIRE((when::ends_before | when::ends_together | converse(when::ends_before)) ==
                   allen_set::all());
}

TEST_CASE("allen: prints names", "[time]") {
    std::ostringstream out;
    out << allen::met_by << ' ' << when::adjacent << ' ' << allen_set();
    CHECK(out.str() == "met-by {meets, met-by} {}");
}
