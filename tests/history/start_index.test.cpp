#include "history/start_index.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using comity::detail::start_index;
using comity::detail::starts_at_once;
using comity::detail::starts_of_all;
using comity::detail::write_starts;

namespace {

/// Asks about every place, where each node has so many relations.
void check_each(const std::vector<std::uint32_t>& degrees) {
    std::vector<std::uint32_t> ends{0}, starts;
    for (std::uint32_t node = 0; node < degrees.size(); ++node) {
        starts.insert(starts.end(), degrees[node], node);
        ends.push_back(static_cast<std::uint32_t>(starts.size()));
    }
    const start_index index(ends);
    std::vector<std::uint32_t> all;
    for (std::uint32_t place = 0; place < starts.size(); ++place) {
        REQUIRE(index.from(place) == starts[place]);
        all.push_back(place);
    }
    std::vector<std::uint32_t> found(all.size());
    index.from(all, found.data());
    REQUIRE(found == starts);
    for (std::uint32_t first = 0; first < starts.size(); first += 7) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(first + 40, starts.size()));
        std::vector<std::uint32_t> some(end - first + starts_at_once);
        write_starts(ends, starts[first], {first, end}, some.data());
        REQUIRE(std::equal(starts.begin() + first, starts.begin() + end, some.begin()));
    }
    const auto of_all = starts_of_all(ends);
    REQUIRE(std::equal(of_all.begin(), of_all.end(), starts.begin(), starts.end()));
}

} // namespace

TEST_CASE("start index: tells which node each place leaves", "[history]") {
    check_each({});
    check_each({0, 0, 1});
    check_each({0, 16, 0, 16});
    check_each({15, 1, 0, 17, 0, 0});
    for (unsigned seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        std::bernoulli_distribution has_any(1.0 / (1 + seed % 8)); // up to nodes most of which have nothing
        std::uniform_int_distribution<std::uint32_t> how_many(1, 2 * seed);
        std::vector<std::uint32_t> degrees(5 * seed);
        for (std::uint32_t& d : degrees) d = has_any(random) ? how_many(random) : 0;
        check_each(degrees);
    }
}
