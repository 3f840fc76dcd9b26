#pragma once

#include <comity/history/detail/growing.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>

namespace comity::detail {

/// Numbers in the order of `length(n)`, which each time is how long a loop will be: those of one length
/// follow each other then, and the processor foresees where they end. Long ones come last, in any order. A
/// counting sort: O(numbers).
template <class Length>
[[nodiscard]] growing<std::uint32_t> by_length(std::span<const std::uint32_t> numbers, Length&& length) {
    constexpr std::uint32_t most = 64;
    const auto capped = [&](std::uint32_t n) { return std::min<std::uint32_t>(length(n), most); };
    std::array<std::uint32_t, most + 2> next{};
    for (const std::uint32_t n : numbers) ++next[capped(n) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    growing<std::uint32_t> order(numbers.size());
    for (const std::uint32_t n : numbers) order[next[capped(n)]++] = n;
    return order;
}

} // namespace comity::detail
