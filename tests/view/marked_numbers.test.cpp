// Marked places against a sorted list of them.

#include "view/marked_places.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

using namespace comity;

namespace {

std::vector<std::uint32_t> some_below(std::uint32_t all, std::size_t count, std::mt19937& random) {
    std::vector<std::uint32_t> places(all);
    for (std::uint32_t p = 0; p < all; ++p) places[p] = p;
    std::shuffle(places.begin(), places.end(), random);
    places.resize(count);
    return places;
}

} // namespace

TEST_CASE("marked places: come in order, however they were marked", "[view]") {
    std::mt19937 random(1);
    for (const std::uint32_t all : {1u, 63u, 64u, 65u, 1000u}) {
        for (const std::size_t count :
             {std::size_t{0}, std::size_t{1}, std::size_t{all / 2}, std::size_t{all}}) {
            std::vector<std::uint32_t> places = some_below(all, count, random);
            detail::marked_places marked(all);
            for (const std::uint32_t p : places) marked.mark(p);
            const auto listed = marked.listed(all);
            std::sort(places.begin(), places.end());
            CHECK(std::equal(listed.begin(), listed.end(), places.begin(), places.end()));
        }
    }
}

TEST_CASE("marked places: are counted up to any place, the one behind all included", "[view]") {
    std::mt19937 random(2);
    constexpr std::uint32_t all = 640;
    std::vector<std::uint32_t> places = some_below(all, 200, random);
    detail::marked_places marked(all);
    for (const std::uint32_t p : places) marked.mark(p);
    REQUIRE(marked.listed(places.size()).size() == places.size());
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> asked(all + 1), counts(all + 1);
    for (std::uint32_t p = 0; p <= all; ++p) asked[p] = p;
    marked.count_before(asked, counts.data());
    for (std::uint32_t p = 0; p <= all; ++p) {
        const auto before = std::lower_bound(places.begin(), places.end(), p) - places.begin();
        CHECK(counts[p] == static_cast<std::uint32_t>(before));
    }
}
