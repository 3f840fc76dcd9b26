#pragma once

#include <comity/history/detail/growing.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// Some of the numbers below a count, a bit for each of all there are: put in order sooner than by comparing,
/// and counted up to any number at once.
class marked_numbers {
public:
    explicit marked_numbers(std::size_t all) : words_(all / 64 + 1) {}

    /// Whether to mark some of all numbers is less work than to compare them.
    [[nodiscard]] static bool pays(std::size_t some, std::size_t all) noexcept { return some > all / 1024; }

    void mark(std::uint32_t number) noexcept { words_[number / 64] |= bit(number); }
    [[nodiscard]] bool contains(std::uint32_t number) const noexcept {
        return (words_[number / 64] & bit(number)) != 0;
    }
    /// Those marked, ascending. Counts them too. O(marked + all / 64).
    [[nodiscard]] growing<std::uint32_t> listed();
    /// Counts those marked, without a list of them. O(all / 64).
    void count();
    /// How many of those counted are less than `number`, which may be the count of all. O(1).
    [[nodiscard]] std::uint32_t before(std::uint32_t number) const noexcept {
        const std::uint64_t below = words_[number / 64] & (bit(number) - 1);
        return before_[number / 64] + static_cast<std::uint32_t>(std::popcount(below));
    }
    /// The same of each of `numbers`. O(numbers).
    void count_before(std::span<const std::uint32_t> numbers, std::uint32_t* counts) const noexcept;

private:
    [[nodiscard]] static std::uint64_t bit(std::uint32_t number) noexcept {
        return std::uint64_t{1} << (number % 64);
    }

    std::vector<std::uint64_t> words_;
    growing<std::uint32_t> before_; ///< by word: how many are marked in those before it
};

} // namespace comity::detail
