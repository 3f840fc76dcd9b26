#include "analysis/disjoint.hpp"

#include "analysis/naive_sets.hpp"
#include "catch.hpp"

#include <cstdint>
#include <random>

using comity::detail::disjoint;
using comity::test::naive_sets;

TEST_CASE("disjoint sets: at first each is alone", "[analysis]") {
    disjoint sets(3);
    for (std::uint32_t n = 0; n < 3; ++n) CHECK(sets.find(n) == n);
}

TEST_CASE("disjoint sets: joined ones share their least number", "[analysis]") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        constexpr std::uint32_t count = 60;
        disjoint sets(count);
        naive_sets naive(count);
        for (unsigned i = 0; i < 2 * seed; ++i) {
            const auto a = static_cast<std::uint32_t>(random() % count);
            const auto b = static_cast<std::uint32_t>(random() % count);
            sets.join(a, b);
            naive.join(a, b);
            const auto asked = static_cast<std::uint32_t>(random() % count);
            REQUIRE(sets.find(asked) == naive.find(asked));
        }
        for (std::uint32_t n = 0; n < count; ++n) REQUIRE(sets.find(n) == naive.find(n));
        for (std::uint32_t n = 0; n < count; ++n) REQUIRE(sets.above(n) <= n);
        sets.flatten();
        for (std::uint32_t n = 0; n < count; ++n) REQUIRE(sets.above(n) == naive.find(n));
    }
}

TEST_CASE("disjoint sets: a set all of whose members are reset is apart again", "[analysis]") {
    disjoint sets(4);
    sets.join(0, 3);
    sets.join(1, 2);
    sets.reset(0);
    sets.reset(3);
    CHECK(sets.find(3) == 3);
    CHECK(sets.find(2) == 1);
}

TEST_CASE("disjoint sets: one more is a set of its own", "[analysis]") {
    disjoint sets(2);
    sets.join(0, 1);
    CHECK(sets.add() == 2);
    CHECK(sets.size() == 3);
    CHECK(sets.find(2) == 2);
    sets.join(2, 1);
    CHECK(sets.find(2) == 0);
}
