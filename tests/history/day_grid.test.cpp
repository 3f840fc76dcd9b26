#include "history/day_grid.hpp"

#include "catch.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

pulse nobody; // hears of it

struct rows {
    std::vector<day32> days;
    std::vector<std::uint16_t> types;
};

/// A few days, some of them unbounded, and types that do not begin with 0.
rows any_rows(std::mt19937& random, std::size_t count) {
    rows r;
    for (std::size_t i = 0; i < count; ++i) {
        const auto d = static_cast<day32>(random() % 30);
        r.days.push_back(d == 0 ? unbounded_below : d == 1 ? unbounded_above : d - 10);
        r.types.push_back(static_cast<std::uint16_t>(5 + random() % 4));
    }
    return r;
}

day_grid filled(const rows& r) {
    std::optional<day_grid> grid = day_grid::over({r.days, r.days}, r.types, nobody);
    REQUIRE(grid);
    for (std::size_t i = 0; i < r.days.size(); ++i) grid->add(r.days[i], r.types[i]);
    return *std::move(grid);
}

template <class T>
std::vector<T> listed(const column<T>& c) {
    return {c.begin(), c.end()};
}

} // namespace

TEST_CASE("day_grid: counts rows by day as a map does", "[history][property]") {
    std::mt19937 random(20241105);
    for (int round = 0; round < 50; ++round) {
        const rows r = any_rows(random, 100 + random() % 100);
        std::map<day32, std::uint32_t> on;
        for (const day32 d : r.days) ++on[d];
        std::vector<day32> days;
        std::vector<std::uint32_t> counts;
        for (const auto& [d, count] : on) {
            days.push_back(d);
            counts.push_back(count + (counts.empty() ? 0 : counts.back()));
        }
        const day_counts found = filled(r).counts();
        CHECK(listed(found.days) == days);
        CHECK(listed(found.counts) == counts);
    }
}

TEST_CASE("day_grid: counts rows by type and day one by one", "[history][property]") {
    std::mt19937 random(20241106);
    for (int round = 0; round < 50; ++round) {
        const rows r = any_rows(random, 100 + random() % 100);
        const typed_day_counts found = filled(r).typed_counts();
        for (std::uint16_t type = 0; type < 12; ++type)
            for (const day32 day : {unbounded_below, -9, 0, 7, 19, unbounded_above}) {
                std::uint32_t expected = 0;
                for (std::size_t i = 0; i < r.days.size(); ++i)
                    expected += r.types[i] == type && r.days[i] <= day ? 1u : 0u;
                CHECK(found.up_to(type, day) == expected);
            }
    }
}

TEST_CASE("day_grid: orders rows by day, then type, then as they come", "[history][property]") {
    std::mt19937 random(20241107);
    const rows r = any_rows(random, 500);
    day_grid first = *day_grid::over({r.days}, r.types, nobody);
    day_grid second = first;
    const std::size_t half = r.days.size() / 3; // of whatever size
    for (std::size_t i = 0; i < r.days.size(); ++i) (i < half ? first : second).add(r.days[i], r.types[i]);
    day_grid::begin_order(first, second);
    std::vector<std::size_t> order(r.days.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[(i < half ? first : second).take(r.days[i], r.types[i])] = i;
    const auto key = [&r](std::size_t i) { return std::tuple(r.days[i], r.types[i], i); };
    CHECK(std::is_sorted(order.begin(), order.end(),
                         [&key](std::size_t a, std::size_t b) { return key(a) < key(b); }));
}

TEST_CASE("day_grid: is not made where most cells would be empty", "[history]") {
    const std::vector<day32> days{0, 100'000};
    const std::vector<std::uint16_t> types{1, 1};
    CHECK_FALSE(day_grid::over({days, days}, types, nobody));
    CHECK_FALSE(day_grid::over({days}, {}, nobody));
    std::vector<std::uint16_t> many_types(20);
    std::iota(many_types.begin(), many_types.end(), std::uint16_t{0});
    std::vector<day32> many_days(20);
    std::iota(many_days.begin(), many_days.end(), 0);
    CHECK_FALSE(day_grid::over({many_days}, many_types, nobody));
}

TEST_CASE("day_grid: days and types that do not occur take no room", "[history]") {
    const std::vector<day32> begins(100, 0), ends(100, 700);
    std::vector<std::uint16_t> types(100, 3);
    types.back() = 60'000;
    std::optional<day_grid> grid = day_grid::over({begins, ends}, types, nobody);
    REQUIRE(grid);
    grid->add(0, 3);
    grid->add(700, 60'000);
    CHECK(listed(grid->counts().days) == std::vector<day32>{0, 700});
    const typed_day_counts counts = grid->typed_counts();
    CHECK(counts.up_to(3, 700) == 1);
    CHECK(counts.up_to(60'000, 699) == 0);
    CHECK(counts.up_to(60'000, 700) == 1);
    CHECK(counts.up_to(4, 700) == 0);
}
