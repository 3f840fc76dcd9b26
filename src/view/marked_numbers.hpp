#pragma once

#include <comity/history/detail/growing.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// Some of the places of an order, a bit for each of all there are: put in order sooner than by comparing,
/// and counted up to any place at once.
class marked_places {
public:
    explicit marked_places(std::size_t all) : words_(all / 64 + 1) {}

    /// Whether to mark some of all places is less work than to compare them.
    [[nodiscard]] static bool pays(std::size_t some, std::size_t all) noexcept { return some > all / 1024; }

    void mark(std::uint32_t place) noexcept { words_[place / 64] |= std::uint64_t{1} << (place % 64); }
    /// Those marked, of whom there must be no more than `most`, ascending. O(most + all / 64).
    [[nodiscard]] growing<std::uint32_t> listed(std::size_t most);
    /// How many of those listed lie before each of `places`, none of which lies behind all. O(places).
    void count_before(std::span<const std::uint32_t> places, std::uint32_t* counts) const noexcept;

private:
    std::vector<std::uint64_t> words_;
    growing<std::uint32_t> before_; ///< by word: how many are marked in those before it
};

} // namespace comity::detail
