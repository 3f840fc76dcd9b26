// Rows kept eight at a time against one at a time.

#include "view/kept_rows.hpp"

#include "catch.hpp"

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using namespace comity;

namespace {

/// Bits of some of `count` rows: hardly any, half of them, nearly all, all.
std::uint64_t some_rows(std::size_t count, std::mt19937_64& random) {
    const auto kind = random() % 4;
    const std::uint64_t half = random();
    const std::uint64_t rows = kind == 0   ? half & random() & random()
                               : kind == 1 ? half
                               : kind == 2 ? half | random() | random()
                                           : ~std::uint64_t{0};
    return count == 0 ? 0 : rows & ~std::uint64_t{0} >> (64 - count);
}

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
    for (std::size_t count = 0; count <= 64; ++count) {
        std::vector<std::uint32_t> values, kept_values, kept_numbers;
        std::vector<std::int32_t> days, kept_days;
        std::vector<truth> kept_truths;
        const std::uint64_t possible = some_rows(count, random);
        const std::uint64_t certain = possible & some_rows(count, random);
        for (std::size_t row = 0; row < count; ++row) {
            values.push_back(static_cast<std::uint32_t>(random()));
            days.push_back(static_cast<std::int32_t>(random()));
            if ((possible >> row & 1u) == 0) continue;
            kept_values.push_back(values.back());
            kept_days.push_back(days.back());
            kept_numbers.push_back(1000 + static_cast<std::uint32_t>(row));
            kept_truths.push_back((certain >> row & 1u) != 0 ? truth::certain : truth::possible);
        }
        CAPTURE(count, possible, certain);
        CHECK(kept_by<std::uint32_t>(count, [&](std::uint32_t* to) {
                  return detail::keep_rows(possible, values.data(), count, to);
              }) == kept_values);
        CHECK(kept_by<std::int32_t>(count, [&](std::int32_t* to) {
                  return detail::keep_rows(possible, days.data(), count, to);
              }) == kept_days);
        CHECK(kept_by<std::uint32_t>(count, [&](std::uint32_t* to) {
                  return detail::number_rows(possible, 1000, count, to);
              }) == kept_numbers);
        CHECK(kept_by<truth>(count, [&](truth* to) {
                  return detail::keep_truths(possible, certain, count, to);
              }) == kept_truths);
    }
}
