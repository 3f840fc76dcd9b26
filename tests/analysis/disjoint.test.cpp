#include "analysis/disjoint.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using comity::detail::disjoint;

namespace {

/// The same by relabelling everything: the least number of each set.
class naive_sets {
public:
    explicit naive_sets(std::uint32_t count) {
        for (std::uint32_t n = 0; n < count; ++n) least_.push_back(n);
    }
    void join(std::uint32_t a, std::uint32_t b) {
        const auto [low, high] = std::minmax({least_[a], least_[b]});
        std::replace(least_.begin(), least_.end(), std::uint32_t{high}, std::uint32_t{low});
    }
    [[nodiscard]] std::uint32_t find(std::uint32_t n) const { return least_[n]; }

private:
    std::vector<std::uint32_t> least_;
};

} // namespace

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
            std::vector<std::uint32_t> others(random() % 10);
            for (std::uint32_t& o : others) o = b + static_cast<std::uint32_t>(random() % (count - b));
            sets.join_each(a, others);
            for (const std::uint32_t o : others) naive.join(a, o);
            const auto asked = static_cast<std::uint32_t>(random() % count);
            REQUIRE(sets.find(asked) == naive.find(asked));
        }
        for (std::uint32_t n = 0; n < count; ++n) REQUIRE(sets.find(n) == naive.find(n));
        std::vector<std::uint32_t> sizes;
        const std::vector<std::uint32_t> numbers = std::move(sets).number(sizes);
        std::vector<std::uint32_t> met;
        for (std::uint32_t n = 0; n < count; ++n) {
            if (naive.find(n) == n) met.push_back(0);
            REQUIRE(numbers[n] == (naive.find(n) == n ? met.size() - 1 : numbers[naive.find(n)]));
            ++met[numbers[n]];
        }
        REQUIRE(sizes == met);
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
