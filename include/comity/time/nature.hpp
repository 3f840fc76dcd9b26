#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>

namespace comity {

/// What a kind or a relation type is in time. It decides how a date is read: an act "in 1985" happened on one
/// unknown day of 1985; a state that begins "1985" began on an unknown day of it and goes on. Since 0.1.
enum class nature : std::uint8_t {
    act = 0,      ///< happened on one day, perhaps not known which (`signed`)
    state = 1,    ///< holds from day to day (`member-of`)
    timeless = 2, ///< lasts as long as both its ends (`implements`)
};

/// The name of the enumerator, as data files spell it. Since 0.1.
[[nodiscard]] constexpr std::string_view to_string(nature n) noexcept {
    return n == nature::act ? "act" : n == nature::state ? "state" : "timeless";
}

/// The nature of that name, or nothing. Since 0.1.
[[nodiscard]] constexpr std::optional<nature> nature_from(std::string_view name) noexcept {
    if (name == "act") return nature::act;
    if (name == "state") return nature::state;
    if (name == "timeless") return nature::timeless;
    return std::nullopt;
}

/// Writes the name. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, nature n) {
    return out << to_string(n);
}

} // namespace comity
