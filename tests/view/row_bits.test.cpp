// Rows tested sixteen at a time against one at a time.

#include "view/row_bits.hpp"

#include "catch.hpp"
#include "support/some_rows.hpp"

#include <algorithm>
#include <bitset>
#include <random>
#include <vector>

using namespace comity;

namespace {

/// What `test(row)` says of each row.
template <class Test>
std::uint64_t one_by_one(std::size_t count, Test&& test) {
    std::bitset<detail::rows_a_word> bits;
    for (std::size_t row = 0; row < count; ++row) bits[row] = test(row);
    return bits.to_ullong();
}

/// Calls `check(count)` for counts that are no step, whole steps, and steps and more.
template <class Check>
void with_counts(Check&& check) {
    for (std::size_t count = 0; count <= detail::rows_a_word; ++count) {
        CAPTURE(count);
        check(count);
    }
}

} // namespace

TEST_CASE("row bits: the first rows have the lowest bits", "[view]") {
    with_counts([](std::size_t count) {
        CHECK(detail::first_rows(count) == one_by_one(count, [](std::size_t) { return true; }));
    });
}

TEST_CASE("row bits: days after a day, before it, and after those of other rows", "[view]") {
    std::mt19937_64 random(GENERATE(range(0u, 10u)));
    const std::vector<day32> a = test::some_days(detail::rows_a_word, random),
                             b = test::some_days(detail::rows_a_word, random);
    with_counts([&](std::size_t count) {
        for (const day32 limit : {unbounded_below, -1, 0, 2, unbounded_above}) {
            CAPTURE(limit);
            CHECK(detail::rows_after(detail::own_day{a.data()}, detail::same_day{limit}, count) ==
                  one_by_one(count, [&](std::size_t row) { return a[row] > limit; }));
            CHECK(detail::rows_after(detail::same_day{limit}, detail::own_day{a.data()}, count) ==
                  one_by_one(count, [&](std::size_t row) { return limit > a[row]; }));
        }
        CHECK(detail::rows_after(detail::own_day{a.data()}, detail::own_day{b.data()}, count) ==
              one_by_one(count, [&](std::size_t row) { return a[row] > b[row]; }));
    });
}

TEST_CASE("row bits: rows of a type, be its number small or the largest", "[view]") {
    std::mt19937_64 random(GENERATE(range(0u, 10u)));
    const std::vector<std::uint16_t> known{0, 1, 0x00ff, 0x7fff, 0x8000, 0xffff};
    std::vector<std::uint16_t> types(detail::rows_a_word);
    for (std::uint16_t& t : types) t = known[random() % known.size()];
    with_counts([&](std::size_t count) {
        for (const std::uint16_t type : known)
            CHECK(detail::rows_of_type(types.data(), type, count) ==
                  one_by_one(count, [&](std::size_t row) { return types[row] == type; }));
    });
}

TEST_CASE("row bits: rows that have none of some flags", "[view]") {
    std::mt19937_64 random(GENERATE(range(0u, 10u)));
    std::vector<std::uint8_t> flags(detail::rows_a_word);
    for (std::uint8_t& f : flags) f = static_cast<std::uint8_t>(random() & random());
    with_counts([&](std::size_t count) {
        for (const unsigned mask : {0u, 1u, 0x3fu, 0x80u, 0xffu})
            CHECK(detail::rows_without(flags.data(), static_cast<std::uint8_t>(mask), count) ==
                  one_by_one(count, [&](std::size_t row) { return (flags[row] & mask) == 0; }));
    });
}

TEST_CASE("row bits: of few rows the bits are those asked for, wherever they lie", "[view]") {
    const std::vector<std::uint8_t> flags(100); // each row has a bit
    for (const std::size_t rows : {std::size_t{10}, std::size_t{40}, flags.size()})
        for (std::uint32_t first = 0; first < rows; ++first)
            for (std::size_t count = 0; count <= std::min(rows - first, detail::rows_a_word); ++count) {
                std::size_t tested = 0;
                const std::uint64_t bits = detail::bits_of_few(first, count, rows, [&](auto all) {
                    tested = all;
                    return detail::rows_without(flags.data() + first, 1, all);
                });
                CAPTURE(rows, first, count);
                REQUIRE(bits == detail::first_rows(count));
                REQUIRE(tested >= count);
                REQUIRE(first + tested <= rows);
            }
}
