#include "analysis/summed.hpp"

#include "catch.hpp"

using namespace comity;

TEST_CASE("summed: each term counts once, however many there are", "[analysis]") {
    for (std::uint32_t first = 0; first < 3; ++first)
        for (std::uint32_t end = first; end < 14; ++end) {
            double expected = 0;
            for (std::uint32_t i = first; i < end; ++i) expected += i * i;
            CHECK(detail::summed(first, end, [](std::uint32_t i) { return double(i) * i; }) == expected);
        }
}

TEST_CASE("summed: many terms are the same sum, with looks between", "[analysis]") {
    detail::pulse nobody;
    for (std::uint32_t end = 0; end < 14; ++end) {
        double expected = 0;
        for (std::uint32_t i = 0; i < end; ++i) expected += i;
        CHECK(detail::summed(
                  0, end, 4, [](std::uint32_t i) { return double(i); }, nobody) == expected);
    }
}
