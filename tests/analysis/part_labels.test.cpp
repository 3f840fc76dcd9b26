#include "analysis/part_labels.hpp"

#include "analysis/naive_sets.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using comity::components;
using comity::detail::part_labels;
using comity::test::naive_sets;

namespace {

components numbered(part_labels parts) {
    comity::detail::pulse nobody;
    return std::move(parts).number(nobody);
}

/// Parts by their least vertices, numbered in that order.
void check_against(const components& found, const naive_sets& naive, std::uint32_t count) {
    comity::detail::growing<std::uint32_t> sizes;
    REQUIRE(found.of.size() == count);
    for (std::uint32_t v = 0; v < count; ++v) {
        const std::uint32_t first = naive.find(v);
        if (first == v) sizes.push_back(0);
        REQUIRE(found.of[v] == (first == v ? sizes.size() - 1 : found.of[first]));
        ++sizes[found.of[v]];
    }
    REQUIRE(found.sizes == sizes);
}

} // namespace

TEST_CASE("part labels: whoever is never joined is a part", "[analysis]") {
    const components found = numbered(part_labels(3));
    CHECK(found.of == comity::detail::growing<std::uint32_t>{0, 1, 2});
    CHECK(found.sizes == comity::detail::growing<std::uint32_t>{1, 1, 1});
    CHECK(numbered(part_labels(0)).sizes.empty());
}

TEST_CASE("part labels: one that is joined with itself alone is a part", "[analysis]") {
    part_labels parts(2);
    const std::uint32_t itself = 1;
    parts.join(1, {&itself, 1});
    CHECK(numbered(std::move(parts)).of == comity::detail::growing<std::uint32_t>{0, 1});
}

TEST_CASE("part labels: parts are those of joined sets, in whatever order they are met",
          "[analysis][property]") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const std::uint32_t count = 1 + static_cast<std::uint32_t>(random() % 120);
        const auto one = [&] { return static_cast<std::uint32_t>(random() % count); };
        part_labels parts(count);
        naive_sets naive(count);
        for (auto left = random() % 40; left != 0; --left) {
            const std::uint32_t v = one();
            std::vector<std::uint32_t> others(1 + random() % (seed % 2 == 0 ? 4 : 40));
            const std::uint32_t from = one(); // near each other, so that there are several parts
            for (std::uint32_t& o : others)
                o = std::min(count - 1, from + static_cast<std::uint32_t>(random() % 9));
            parts.join(v, others);
            for (const std::uint32_t o : others) naive.join(v, o);
        }
        check_against(numbered(std::move(parts)), naive, count);
    }
}
