// Orders of rows, which are private to the library.

#include "history/sorting.hpp"

#include "catch.hpp"

#include "history/side_by_side.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <span>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

pulse nobody; // hears of it

using order = growing<std::uint32_t>;

/// Numbers below `limit` from `first` on; few rows are sorted on one thread, many on two.
template <class T>
std::vector<T> any_keys(std::size_t count, std::int64_t first, std::uint32_t limit) {
    std::mt19937 random(20261130);
    std::vector<T> keys(count);
    for (T& key : keys) key = static_cast<T>(first + static_cast<std::int64_t>(random() % limit));
    return keys;
}

template <class T>
order stably_sorted(const std::vector<T>& keys, order rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    return rows;
}

order backwards(std::size_t count) {
    order rows = counted(count);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

} // namespace

TEST_CASE("sorting: by keys of 16 bits as std::stable_sort", "[history]") {
    const std::size_t count = GENERATE(as<std::size_t>(), 0, 1, 1000, 3 * rows_worth_a_thread);
    const auto keys = any_keys<std::uint16_t>(count, 500, 300);
    CHECK(sorted_by(keys, backwards(count), nobody) == stably_sorted(keys, backwards(count)));
}

TEST_CASE("sorting: by days near each other and far apart as std::stable_sort", "[history]") {
    const std::size_t count = GENERATE(as<std::size_t>(), 0, 1, 1000, 3 * rows_worth_a_thread);
    const std::uint32_t limit = GENERATE(as<std::uint32_t>(), 1, 700, 2'000'000'000);
    auto days = any_keys<day32>(count, -300, limit);
    for (std::size_t i = 0; i < count; i += 7) days[i] = i % 2 == 0 ? unbounded_below : unbounded_above;
    CHECK(sorted_by_day(days, backwards(count), nobody) == stably_sorted(days, backwards(count)));
    CHECK(rows_by_day(days, nobody) == stably_sorted(days, counted(count)));
}

TEST_CASE("sorting: days that are in order already leave the rows where they are", "[history]") {
    const std::size_t count = GENERATE(as<std::size_t>(), 2, 3 * rows_worth_a_thread);
    auto days = any_keys<day32>(count, 0, 100'000);
    std::sort(days.begin(), days.end());
    CHECK(rows_by_day(days, nobody) == counted(count));
    std::swap(days[count / 2 - 1], days[count / 2]); // where the two halves meet
    CHECK(rows_by_day(days, nobody) == stably_sorted(days, counted(count)));
}

TEST_CASE("sorting: rows are grouped by key in the order given", "[history]") {
    const auto keys = any_keys<std::uint32_t>(5000, 0, 60);
    const order offsets = offsets_by(keys, 60, nobody);
    CHECK(sorted_by(keys, offsets, backwards(5000), nobody) == stably_sorted(keys, backwards(5000)));
    for (std::uint32_t key = 0; key < 60; ++key)
        CHECK(offsets[key + 1] - offsets[key] == std::count(keys.begin(), keys.end(), key));
}
