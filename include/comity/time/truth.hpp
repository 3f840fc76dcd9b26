#pragma once

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string_view>

namespace comity {

/// How far a thing holds, given dates that are not exact: `certain` implies `possible`. The order of the
/// enumerators is the order of strength, so that `&` is the weaker of two and `|` the stronger. Since 0.1.
enum class truth : std::uint8_t {
    no = 0,       ///< holds in no reading of the dates
    possible = 1, ///< holds in some readings and not in others
    certain = 2,  ///< holds in every reading
};

/// The truth made of two tests. A thing that is not possible is never certain, whatever `certain` says.
/// Branch-free. Since 0.1.
[[nodiscard]] constexpr truth truth_of(bool possible, bool certain) noexcept {
    return static_cast<truth>(static_cast<unsigned>(possible) + static_cast<unsigned>(possible & certain));
}

/// Both hold: the weaker of the two. It may be too generous where `a` and `b` share an unknown day, since
/// each may be possible and both together not; ask for both at once where that matters. Since 0.1.
[[nodiscard]] constexpr truth operator&(truth a, truth b) noexcept {
    return std::min(a, b);
}

/// At least one holds: the stronger of the two. Since 0.1.
[[nodiscard]] constexpr truth operator|(truth a, truth b) noexcept {
    return std::max(a, b);
}

/// It does not hold: `certain` and `no` change places, `possible` stays, since what may hold may also not.
/// Since 0.1.
[[nodiscard]] constexpr truth operator!(truth a) noexcept {
    return static_cast<truth>(2u - static_cast<unsigned>(a));
}

/// True of `possible` and of `certain`. Since 0.1.
[[nodiscard]] constexpr bool is_possible(truth a) noexcept {
    return a != truth::no;
}

/// True of `certain` alone. Since 0.1.
[[nodiscard]] constexpr bool is_certain(truth a) noexcept {
    return a == truth::certain;
}

/// The name of the enumerator: "no", "possible" or "certain". Since 0.1.
[[nodiscard]] constexpr std::string_view to_string(truth a) noexcept {
    return a == truth::no ? "no" : a == truth::possible ? "possible" : "certain";
}

/// Writes the name. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, truth a) {
    return out << to_string(a);
}

} // namespace comity
