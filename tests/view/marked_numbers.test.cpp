// Marked numbers against a sorted list of them.

#include "view/marked_numbers.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

using namespace comity;

namespace {

std::vector<std::uint32_t> some_below(std::uint32_t all, std::size_t count, std::mt19937& random) {
    std::vector<std::uint32_t> numbers(all);
    for (std::uint32_t p = 0; p < all; ++p) numbers[p] = p;
    std::shuffle(numbers.begin(), numbers.end(), random);
    numbers.resize(count);
    return numbers;
}

detail::marked_numbers marked_of(std::uint32_t all, const std::vector<std::uint32_t>& numbers) {
    detail::marked_numbers marked(all);
    for (const std::uint32_t n : numbers) marked.mark(n);
    return marked;
}

} // namespace

TEST_CASE("marked numbers: come in order, however they were marked", "[view]") {
    std::mt19937 random(1);
    for (const std::uint32_t all : {1u, 63u, 64u, 65u, 1000u}) {
        for (const std::size_t count :
             {std::size_t{0}, std::size_t{1}, std::size_t{all / 2}, std::size_t{all}}) {
            std::vector<std::uint32_t> numbers = some_below(all, count, random);
            detail::marked_numbers marked = marked_of(all, numbers);
            const auto listed = marked.listed();
            std::sort(numbers.begin(), numbers.end());
            CHECK(std::equal(listed.begin(), listed.end(), numbers.begin(), numbers.end()));
        }
    }
}

TEST_CASE("marked numbers: are counted up to any number, the one behind all included", "[view]") {
    std::mt19937 random(2);
    constexpr std::uint32_t all = 640;
    std::vector<std::uint32_t> numbers = some_below(all, 200, random);
    detail::marked_numbers marked = marked_of(all, numbers);
    REQUIRE(marked.listed().size() == numbers.size());
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::uint32_t> asked(all + 1), counts(all + 1);
    for (std::uint32_t p = 0; p <= all; ++p) asked[p] = p;
    marked.count_before(asked, counts.data());
    for (std::uint32_t p = 0; p <= all; ++p) {
        const auto before = std::lower_bound(numbers.begin(), numbers.end(), p) - numbers.begin();
        CHECK(counts[p] == static_cast<std::uint32_t>(before));
    }
}

TEST_CASE("marked numbers: are known and counted without a list", "[view]") {
    std::mt19937 random(3);
    constexpr std::uint32_t all = 640;
    std::vector<std::uint32_t> numbers = some_below(all, 200, random);
    detail::marked_numbers marked = marked_of(all, numbers);
    marked.count();
    std::sort(numbers.begin(), numbers.end());
    for (std::uint32_t n = 0; n < all; ++n) {
        const auto at = std::lower_bound(numbers.begin(), numbers.end(), n);
        CHECK(marked.before(n) == static_cast<std::uint32_t>(at - numbers.begin()));
        CHECK(marked.contains(n) == (at != numbers.end() && *at == n));
    }
}
