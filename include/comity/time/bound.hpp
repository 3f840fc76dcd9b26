#pragma once

#include <comity/time/day.hpp>

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace comity {

/// What is known of one edge of a date. The numbers are also the C API's. Since 0.1.
enum class bound_kind : std::uint8_t {
    day = 0,      ///< a day
    open = 1,     ///< `..`: no bound, because there is none or none is stated
    unknown = 2,  ///< nothing written: there is a bound, and it is not known
    overflow = 3, ///< a year so far off that its days can't be counted, in columns by 32 bits
};

/// One edge of a date: a day, or the reason why there is none. Since 0.1.
struct bound {
    bound_kind kind = bound_kind::unknown;
    /// The day; for `overflow` the last countable day on that side; else 1970-01-01 and without meaning.
    comity::day value{};

    [[nodiscard]] static constexpr bound at(comity::day d) noexcept { return {bound_kind::day, d}; }
    [[nodiscard]] static constexpr bound open() noexcept { return {bound_kind::open, comity::day()}; }
    [[nodiscard]] static constexpr bound unknown() noexcept { return {bound_kind::unknown, comity::day()}; }
    [[nodiscard]] static constexpr bound overflow(bool past) noexcept {
        return {bound_kind::overflow, past ? first_day : last_day};
    }

    [[nodiscard]] constexpr bool is_day() const noexcept { return kind == bound_kind::day; }

    /// The day, "open", "unknown" or "overflow". Since 0.1.
    [[nodiscard]] std::string to_string() const {
        switch (kind) {
        case bound_kind::day:
            return value.to_string();
        case bound_kind::open:
            return "open";
        case bound_kind::unknown:
            return "unknown";
        case bound_kind::overflow:
            break;
        }
        return "overflow";
    }

    friend constexpr bool operator==(const bound&, const bound&) noexcept = default;
};

/// Writes `to_string()`. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, const bound& b) {
    return out << b.to_string();
}

} // namespace comity
