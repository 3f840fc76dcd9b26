// What each kind of processor makes of many rows against what one row at a time gives. Columns are as long as
// the rows asked about, so that a sanitizer sees whoever reads or writes beyond them.

#include "view/row_kernels.hpp"

#include "catch.hpp"
#include "support/some_rows.hpp"

#include <limits>
#include <random>
#include <vector>

using namespace comity;
using comity::test::row_words;
using comity::test::some_days;
using comity::test::some_rows;

namespace {

/// Those that run here: all that there are where the processor has AVX-512, else the one for all.
const detail::row_kernels& some_kernels() {
    std::vector<const detail::row_kernels*> kernels{&detail::kernels_for_all};
    if (const auto* const wide = detail::kernels_for_avx512()) kernels.push_back(wide);
    return *kernels[static_cast<std::size_t>(GENERATE_COPY(range(0, static_cast<int>(kernels.size()))))];
}

/// Counts that are no step, whole steps, whole words, and more.
std::size_t some_count() {
    return static_cast<std::size_t>(
        GENERATE(range(0, 70), values({79, 80, 127, 128, 129, 191, 192, 200, 1024})));
}

/// What `test(rows)` marks of `count` rows.
template <class Test>
std::vector<bool> marked(std::size_t count, Test&& test) {
    row_words rows{std::vector<std::uint64_t>(detail::words_of(count))};
    test(rows.words.data());
    std::vector<bool> all;
    for (std::size_t row = 0; row < count; ++row) all.push_back(rows.has(row));
    return all;
}

/// What `test(row)` says of each row.
template <class Test>
std::vector<bool> one_by_one(std::size_t count, Test&& test) {
    std::vector<bool> all;
    for (std::size_t row = 0; row < count; ++row) all.push_back(test(row));
    return all;
}

} // namespace

TEST_CASE("row kernels: days within limits, and those that end before they begin", "[view]") {
    const detail::row_kernels& kernels = some_kernels();
    const std::size_t count = some_count();
    std::mt19937_64 random(count);
    const std::vector<day32> begins = some_days(count, random), ends = some_days(count, random);
    for (const day32 last_begin : {unbounded_below, -1, 0, unbounded_above})
        for (const day32 first_end : {unbounded_below, 0, 1, unbounded_above})
            for (const bool inverted : {false, true}) {
                CAPTURE(count, last_begin, first_end, inverted);
                const detail::day_limits limits{last_begin, first_end};
                CHECK(marked(count, [&](std::uint64_t* rows) {
                          kernels.within(limits, inverted, begins.data(), ends.data(), count, rows);
                      }) == one_by_one(count, [&](std::size_t row) {
                          return begins[row] <= last_begin && ends[row] >= first_end &&
                                 (inverted || begins[row] <= ends[row]);
                      }));
            }
}

TEST_CASE("row kernels: rows of no type, of one and of several, be their numbers small or the largest",
          "[view]") {
    const detail::row_kernels& kernels = some_kernels();
    const std::size_t count = some_count();
    std::mt19937_64 random(count);
    const std::vector<std::uint16_t> known{0, 1, 0x00ff, 0x7fff, 0x8000, 0xffff};
    std::vector<std::uint16_t> types(count);
    for (std::uint16_t& t : types) t = known[random() % known.size()];
    for (std::size_t many = 0; many <= known.size(); ++many) {
        CAPTURE(count, many);
        const std::span wanted = std::span(known).last(many);
        CHECK(marked(count, [&](std::uint64_t* rows) {
                  kernels.of_types(wanted, types.data(), count, rows);
              }) == one_by_one(count, [&](std::size_t row) {
                  return std::find(wanted.begin(), wanted.end(), types[row]) != wanted.end();
              }));
    }
}

TEST_CASE("row kernels: rows that have none of some flags", "[view]") {
    const detail::row_kernels& kernels = some_kernels();
    const std::size_t count = some_count();
    std::mt19937_64 random(count);
    std::vector<std::uint8_t> flags(count);
    for (std::uint8_t& f : flags) f = static_cast<std::uint8_t>(random() & random());
    for (const unsigned mask : {0u, 1u, 0x3fu, 0x80u, 0xffu}) {
        CAPTURE(count, mask);
        CHECK(marked(count, [&](std::uint64_t* rows) {
                  kernels.without(static_cast<std::uint8_t>(mask), flags.data(), count, rows);
              }) == one_by_one(count, [&](std::size_t row) { return (flags[row] & mask) == 0; }));
    }
}

TEST_CASE("row kernels: values and numbers of the rows that have a bit", "[view]") {
    const detail::row_kernels& kernels = some_kernels();
    const std::size_t count = some_count();
    std::mt19937_64 random(count);
    for (int round = 0; round < 8; ++round) {
        const row_words rows = some_rows(count, random);
        std::vector<std::uint32_t> values(count), expected, expected_numbers;
        const std::uint32_t first =
            std::numeric_limits<std::uint32_t>::max() - static_cast<std::uint32_t>(count);
        for (std::size_t row = 0; row < count; ++row) {
            values[row] = static_cast<std::uint32_t>(random());
            if (!rows.has(row)) continue;
            expected.push_back(values[row]);
            expected_numbers.push_back(first + static_cast<std::uint32_t>(row));
        }
        CAPTURE(count, rows.words);
        std::vector<std::uint32_t> kept(count), numbers(count);
        kept.resize(kernels.keep(rows.words.data(), values.data(), count, kept.data()));
        numbers.resize(kernels.number(rows.words.data(), first, count, numbers.data()));
        CHECK(kept == expected);
        CHECK(numbers == expected_numbers);
    }
}
