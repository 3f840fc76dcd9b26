// Where types begin in the lists of hubs, against a walk along each list.

#include "history/type_runs.hpp"

#include "catch.hpp"

#include <algorithm>
#include <random>
#include <vector>

using namespace comity;

namespace {

detail::pulse nobody; // hears of it

/// Lists end to end, each in the order of its types.
struct lists_by_type {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint16_t> types;

    void add(std::size_t size, std::uint16_t most, std::mt19937& random) {
        const auto before = static_cast<std::ptrdiff_t>(types.size());
        for (std::size_t i = 0; i < size; ++i) types.push_back(static_cast<std::uint16_t>(random() % most));
        std::sort(types.begin() + before, types.end());
        offsets.push_back(static_cast<std::uint32_t>(types.size()));
    }
    [[nodiscard]] detail::type_runs runs() const {
        return detail::type_runs_of(offsets, nobody, [this](std::uint32_t i) { return types[i]; });
    }
    [[nodiscard]] detail::place_run list(std::uint32_t node) const {
        return {offsets[node], offsets[node + 1]};
    }
};

constexpr std::size_t long_list = detail::type_runs::long_list;

} // namespace

TEST_CASE("type runs: know what is of each type in a long list, and nothing of short ones", "[history]") {
    std::mt19937 random(GENERATE(range(0u, 10u)));
    lists_by_type lists;
    for (const std::size_t size : {0u, 500u, 1u, 64u, 65u, 0u, 2000u, 3u})
        lists.add(size, size > 1000 ? 300 : 5, random);
    const detail::type_runs runs = lists.runs();
    for (std::uint32_t node = 0; node + 1 < lists.offsets.size(); ++node)
        for (std::uint16_t type = 0; type < 310; ++type) {
            const detail::place_run list = lists.list(node);
            const auto known = runs.of(node, list, type);
            CAPTURE(node, type);
            REQUIRE(known.has_value() == (list.end - list.first > long_list));
            if (!known) continue;
            const auto begin = lists.types.begin();
            const auto [first, end] = std::equal_range(begin + list.first, begin + list.end, type);
            CHECK(known->end - known->first == static_cast<std::uint32_t>(end - first));
            if (first != end) CHECK(known->first == static_cast<std::uint32_t>(first - begin));
        }
}

TEST_CASE("type runs: lists that are all short have no directory", "[history]") {
    std::mt19937 random(1);
    lists_by_type lists;
    for (int node = 0; node < 10; ++node) lists.add(long_list, 3, random);
    CHECK(lists.runs().offsets.empty());
    CHECK(lists.runs().types.empty());
    CHECK_FALSE(lists.runs().of(3, lists.list(3), 1));
    CHECK_FALSE(lists_by_type().runs().of(0, {}, 1)); // nor have none at all
}
