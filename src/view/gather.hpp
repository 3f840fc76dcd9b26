#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace comity::detail {

/// `to[i] = values[places[i]]`, for places each above the one before. Where eight of them follow each other,
/// as most do of a view that shows most rows, their values are copied at once.
template <class T, class Values>
void gather(std::span<const std::uint32_t> places, const Values& values, T* to) noexcept {
    constexpr std::size_t step = 8;
    const auto* const from = values.data();
    std::size_t i = 0;
    for (; i + step <= places.size(); i += step) {
        const std::uint32_t first = places[i];
        if (places[i + step - 1] - first == step - 1)
            for (std::size_t k = 0; k < step; ++k) to[i + k] = static_cast<T>(from[first + k]);
        else
            for (std::size_t k = 0; k < step; ++k) to[i + k] = static_cast<T>(from[places[i + k]]);
    }
    for (; i < places.size(); ++i) to[i] = static_cast<T>(from[places[i]]);
}

} // namespace comity::detail
