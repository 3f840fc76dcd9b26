#pragma once

#include <comity/time/bounds.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace comity::test {

/// Days near each other, and the two that mean that nothing bounds them.
inline std::vector<day32> some_days(std::size_t count, std::mt19937_64& random) {
    std::vector<day32> days(count);
    for (day32& d : days) {
        const auto kind = random() % 8;
        d = kind == 0 ? unbounded_below : kind == 1 ? unbounded_above : static_cast<day32>(random() % 5) - 2;
    }
    return days;
}

/// A bit for each of some rows, sixty-four to a word.
struct row_words {
    std::vector<std::uint64_t> words;
    [[nodiscard]] bool has(std::size_t row) const { return (words[row / 64] >> row % 64 & 1u) != 0; }
};

/// Bits of some of `count` rows, and of more than there are in the last word: in each word hardly any, half
/// of them, nearly all, or all.
inline row_words some_rows(std::size_t count, std::mt19937_64& random) {
    row_words rows;
    for (std::size_t row = 0; row < count; row += 64) {
        const auto kind = random() % 4;
        const std::uint64_t half = random();
        rows.words.push_back(kind == 0   ? half & random() & random()
                             : kind == 1 ? half
                             : kind == 2 ? half | random() | random()
                                         : ~std::uint64_t{0});
    }
    return rows;
}

} // namespace comity::test
