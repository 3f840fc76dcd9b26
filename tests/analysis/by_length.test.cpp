#include "analysis/by_length.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

using namespace comity;

TEST_CASE("by length: shorter ones first, those of one length in their order", "[analysis]") {
    std::mt19937 random(1);
    std::vector<std::uint32_t> numbers(500), lengths(500);
    for (std::uint32_t n = 0; n < numbers.size(); ++n) {
        numbers[n] = n;
        lengths[n] = static_cast<std::uint32_t>(random() % 64);
    }
    const auto found = detail::by_length(numbers, [&](std::uint32_t n) { return lengths[n]; });
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lengths[a] < lengths[b]; });
    CHECK(std::equal(found.begin(), found.end(), numbers.begin(), numbers.end()));
}

TEST_CASE("by length: long ones come last, in any order", "[analysis]") {
    const std::vector<std::uint32_t> numbers{70, 1000, 63, 64, 0};
    const auto found = detail::by_length(numbers, [](std::uint32_t n) { return n; });
    REQUIRE(found.size() == numbers.size());
    CHECK(found[0] == 0);
    CHECK(found[1] == 63);
    CHECK(std::is_permutation(found.begin(), found.end(), numbers.begin()));
}
