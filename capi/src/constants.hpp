#pragma once

namespace comity::capi {

/// Whether a constant of C has the number of the core's: both are part of the interface, and neither may move
/// alone.
template <class Enum>
[[nodiscard]] constexpr bool same(Enum a, int b) noexcept {
    return static_cast<int>(a) == b;
}

} // namespace comity::capi
