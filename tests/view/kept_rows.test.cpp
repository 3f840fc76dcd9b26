// Rows kept many at a time against one at a time.

#include "view/kept_rows.hpp"

#include "catch.hpp"
#include "support/some_rows.hpp"

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using namespace comity;
using comity::test::row_words;
using comity::test::some_rows;

namespace {

/// What a function keeps where there is room for `count` and no more.
template <class Value, class Keep>
std::vector<Value> kept_by(std::size_t count, Keep&& keep) {
    std::vector<Value> column{Value{}, Value{}};
    detail::append_kept(column, count, std::forward<Keep>(keep));
    return {column.begin() + 2, column.end()};
}

} // namespace

TEST_CASE("kept rows: values, numbers and truths of the rows that have a bit", "[view]") {
    std::mt19937_64 random(GENERATE(range(0u, 20u)));
    for (std::size_t count = 0; count <= 200; ++count) {
        std::vector<std::uint32_t> values, kept_values, kept_numbers;
        std::vector<std::int32_t> days, kept_days;
        std::vector<truth> kept_truths;
        const row_words possible = some_rows(count, random);
        row_words certain = some_rows(count, random);
        for (std::size_t w = 0; w < certain.words.size(); ++w) certain.words[w] &= possible.words[w];
        for (std::size_t row = 0; row < count; ++row) {
            values.push_back(static_cast<std::uint32_t>(random()));
            days.push_back(static_cast<std::int32_t>(random()));
            if (!possible.has(row)) continue;
            kept_values.push_back(values.back());
            kept_days.push_back(days.back());
            kept_numbers.push_back(1000 + static_cast<std::uint32_t>(row));
            kept_truths.push_back(certain.has(row) ? truth::certain : truth::possible);
        }
        CAPTURE(count, possible.words, certain.words);
        const std::uint64_t* const rows = possible.words.data();
        CHECK(kept_by<std::uint32_t>(count, [&](std::uint32_t* to) {
                  return detail::keep_rows(rows, values.data(), count, to);
              }) == kept_values);
        CHECK(kept_by<std::int32_t>(count, [&](std::int32_t* to) {
                  return detail::keep_rows(rows, days.data(), count, to);
              }) == kept_days);
        CHECK(kept_by<std::uint32_t>(count, [&](std::uint32_t* to) {
                  return detail::number_rows(rows, 1000, count, to);
              }) == kept_numbers);
        CHECK(kept_by<truth>(count, [&](truth* to) {
                  return detail::keep_truths(rows, certain.words.data(), count, to);
              }) == kept_truths);
    }
}
