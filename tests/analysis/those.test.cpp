#include "analysis/those.hpp"

#include "catch.hpp"

#include <vector>

using namespace comity;

TEST_CASE("those: numbers of which it is true, ascending", "[analysis]") {
    const auto third = detail::those(10, [](std::uint32_t n) { return n % 3 == 0; });
    CHECK(std::vector<std::uint32_t>(third.begin(), third.end()) == std::vector<std::uint32_t>{0, 3, 6, 9});
    CHECK(detail::those(5, [](std::uint32_t) { return false; }).empty());
    CHECK(detail::those(5, [](std::uint32_t) { return true; }).size() == 5);
    CHECK(detail::those(0, [](std::uint32_t) { return true; }).empty());
}
