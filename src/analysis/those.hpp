#pragma once

#include <comity/history/detail/growing.hpp>

#include <cstddef>
#include <cstdint>

namespace comity::detail {

/// The numbers below `count` of which something is true, ascending. Without a branch, since that would be
/// foreseen wrongly too often. O(count).
template <class Is>
[[nodiscard]] growing<std::uint32_t> those(std::size_t count, Is&& is) {
    growing<std::uint32_t> found(count);
    std::size_t size = 0;
    for (std::uint32_t n = 0; n < count; ++n) {
        found[size] = n;
        size += is(n) ? 1u : 0u;
    }
    found.resize(size);
    return found;
}

} // namespace comity::detail
