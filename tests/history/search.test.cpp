// Searches in runs of places against a walk along them.

#include "history/search.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

using namespace comity;
using detail::place_run;

TEST_CASE("search: the first place that is not before, in any run of places", "[history]") {
    std::mt19937 random(1);
    std::vector<int> values(70);
    for (int& v : values) v = static_cast<int>(random() % 20);
    std::sort(values.begin(), values.end());
    for (std::uint32_t first = 0; first <= values.size(); ++first)
        for (std::uint32_t end = first; end <= values.size(); ++end)
            for (const int wanted : {-1, 0, 7, 19, 20}) {
                const auto is_before = [&](std::uint32_t place) { return values[place] < wanted; };
                std::uint32_t expected = first;
                while (expected != end && is_before(expected)) ++expected;
                CAPTURE(first, end, wanted);
                REQUIRE(detail::first_not_before(place_run{first, end}, is_before) == expected);
                REQUIRE(detail::first_not_before_nearby(place_run{first, end}, is_before) == expected);
            }
}

TEST_CASE("search: looks at no place outside of the run", "[history]") {
    for (std::uint32_t size = 0; size < 40; ++size)
        for (const bool before : {true, false}) {
            bool within = true;
            const auto is_before = [&](std::uint32_t place) {
                within = within && place >= 5 && place < 5 + size;
                return before;
            };
            CHECK(detail::first_not_before(place_run{5, 5 + size}, is_before) == (before ? 5 + size : 5));
            CHECK(detail::first_not_before_nearby(place_run{5, 5 + size}, is_before) ==
                  (before ? 5 + size : 5));
            CHECK(within);
        }
}
