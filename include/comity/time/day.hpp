#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <ostream>
#include <string>

namespace comity {

/// A day of the calendar taken apart: proleptic Gregorian, astronomical years (0 is 1 BCE). Since 0.1.
struct civil_date {
    std::int64_t year = 1970;
    unsigned month = 1; ///< 1..12
    unsigned day = 1;   ///< 1..31

    friend constexpr bool operator==(const civil_date&, const civil_date&) = default;
};

/// One day, as a count of days since 1970-01-01 in the proleptic Gregorian calendar, in any year that 64 bits
/// can reach. No time of day, no zone. Since 0.1.
class day {
public:
    /// 1970-01-01. Since 0.1.
    constexpr day() noexcept = default;

    /// The day that is `count` days after 1970-01-01 (before it, where negative). Since 0.1.
    constexpr explicit day(std::int64_t count) noexcept : count_(count) {}

    /// The day of that year, month and day of the month; nothing if there is no such day, or none that a
    /// count of 64 bits can reach (years beyond about 25,000,000,000,000,000). O(1). Since 0.1.
    [[nodiscard]] static std::optional<day> from_civil(std::int64_t year, unsigned month,
                                                       unsigned day_of_month) noexcept;

    /// Days since 1970-01-01. Since 0.1.
    [[nodiscard]] constexpr std::int64_t count() const noexcept { return count_; }

    /// Year, month and day of the month. O(1). Since 0.1.
    [[nodiscard]] civil_date civil() const noexcept;

    /// "2006-06-15", "-0044-03-15", and "12345-03-15" for years of more than four digits, as XML Schema 1.1
    /// writes a date; EDTF itself lets no month follow such a year. Since 0.1.
    [[nodiscard]] std::string to_string() const;

    friend constexpr bool operator==(day, day) noexcept = default;
    friend constexpr auto operator<=>(day, day) noexcept = default;

private:
    std::int64_t count_ = 0;
};

/// The earliest and the latest day that can be counted. Since 0.1.
inline constexpr day first_day{std::numeric_limits<std::int64_t>::min()};
inline constexpr day last_day{std::numeric_limits<std::int64_t>::max()};

/// The day `days` later. Throws error(limit_exceeded) beyond `first_day` and `last_day`. Since 0.1.
[[nodiscard]] day operator+(day d, std::int64_t days);

/// The day `days` earlier. Throws error(limit_exceeded) beyond `first_day` and `last_day`. Since 0.1.
[[nodiscard]] day operator-(day d, std::int64_t days);

/// Days from `from` to `to`. Throws error(limit_exceeded) if 64 bits can't hold it. Since 0.1.
[[nodiscard]] std::int64_t operator-(day to, day from);

/// Days in that month (1..12) of that year; 0 for a month that there is not. O(1). Since 0.1.
[[nodiscard]] unsigned days_in_month(std::int64_t year, unsigned month) noexcept;

/// Whether that year has a 29 February. Since 0.1.
[[nodiscard]] bool is_leap_year(std::int64_t year) noexcept;

/// Writes `to_string()`. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, day d) {
    return out << d.to_string();
}

} // namespace comity

template <>
struct std::hash<comity::day> {
    std::size_t operator()(comity::day d) const noexcept { return std::hash<std::int64_t>{}(d.count()); }
};
