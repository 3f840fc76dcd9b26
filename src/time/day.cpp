#include <comity/time/day.hpp>

#include <comity/error.hpp>

#include <boost/date_time/gregorian/greg_calendar.hpp>

#include <array>
#include <charconv>
#include <limits>

namespace comity {
namespace {

using calendar = boost::gregorian::gregorian_calendar;

// Boost knows the years 1400 to 9999. The Gregorian calendar repeats every 400 years, so every year is worked
// on as its twin in 1970..2369 and moved back by whole cycles.
constexpr std::int64_t cycle_years = 400;
constexpr std::int64_t cycle_days = 146'097;
constexpr std::int64_t base_year = 1970;
constexpr std::int64_t base_day_number = 2'440'588; // Boost's (the Julian) number of 1970-01-01

// Beyond this the arithmetic below could overflow; days end long before it.
constexpr std::int64_t year_limit = 30'000'000'000'000'000;
constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();

struct cycled {
    std::int64_t cycle;
    std::int64_t rest; // never negative
};

constexpr cycled split(std::int64_t value, std::int64_t length) noexcept {
    std::int64_t cycle = value / length;
    std::int64_t rest = value % length;
    if (rest < 0) {
        rest += length;
        --cycle;
    }
    return {cycle, rest};
}

constexpr unsigned short twin_year(std::int64_t rest) noexcept {
    return static_cast<unsigned short>(base_year + rest);
}

unsigned short twin_of(std::int64_t year) noexcept {
    // The remainder first, so that no year overflows.
    return twin_year(split(year % cycle_years - base_year, cycle_years).rest);
}

// Both take a year that Boost knows.

unsigned month_length(unsigned short year, unsigned month) noexcept {
    if (month < 1 || month > 12) return 0;
    return calendar::end_of_month_day(year, static_cast<unsigned short>(month));
}

std::int64_t number_of(unsigned short year, unsigned month, unsigned day_of_month) noexcept {
    const calendar::ymd_type parts(year, static_cast<unsigned short>(month),
                                   static_cast<unsigned short>(day_of_month));
    return static_cast<std::int64_t>(calendar::day_number(parts)) - base_day_number;
}

} // namespace

std::optional<day> day::from_civil(std::int64_t year, unsigned month, unsigned day_of_month) noexcept {
    // Nearly all days are in the years that Boost knows; they need no twin.
    if (year >= 1400 && year <= 9999) {
        const auto known = static_cast<unsigned short>(year);
        if (day_of_month < 1 || day_of_month > month_length(known, month)) return std::nullopt;
        return day(number_of(known, month, day_of_month));
    }
    if (year < -year_limit || year > year_limit) return std::nullopt;
    auto [cycle, rest] = split(year - base_year, cycle_years);
    const unsigned short twin = twin_year(rest);
    if (day_of_month < 1 || day_of_month > month_length(twin, month)) return std::nullopt;
    std::int64_t offset = number_of(twin, month, day_of_month);
    // Let both parts have one sign: then the product overflows only where the sum does.
    if (cycle < 0) {
        ++cycle;
        offset -= cycle_days;
    }
    if (cycle > int64_max / cycle_days || cycle < int64_min / cycle_days) return std::nullopt;
    const std::int64_t start = cycle * cycle_days;
    if (offset > 0 ? start > int64_max - offset : start < int64_min - offset) return std::nullopt;
    return day(start + offset);
}

civil_date day::civil() const noexcept {
    const auto [cycle, rest] = split(count_, cycle_days);
    const calendar::ymd_type twin =
        calendar::from_day_number(static_cast<calendar::date_int_type>(rest + base_day_number));
    return {cycle * cycle_years + static_cast<std::int64_t>(static_cast<unsigned short>(twin.year)),
            static_cast<unsigned>(twin.month.as_number()), static_cast<unsigned>(twin.day.as_number())};
}

std::string day::to_string() const {
    const civil_date parts = civil();
    const bool negative = parts.year < 0;
    std::array<char, 24> digits{};
    const auto magnitude = static_cast<std::uint64_t>(negative ? -parts.year : parts.year);
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
    const auto length = static_cast<std::size_t>(end - digits.data());

    std::string text;
    if (negative) text += '-';
    if (length < 4) text.append(4 - length, '0');
    text.append(digits.data(), length);
    for (const unsigned part : {parts.month, parts.day}) {
        text += '-';
        text += static_cast<char>('0' + part / 10);
        text += static_cast<char>('0' + part % 10);
    }
    return text;
}

day operator+(day d, std::int64_t days) {
    const std::int64_t n = d.count();
    if (days > 0 ? n > int64_max - days : n < int64_min - days)
        throw error(errc::limit_exceeded, "a day beyond those that 64 bits can count");
    return day(n + days);
}

day operator-(day d, std::int64_t days) {
    const std::int64_t n = d.count();
    if (days > 0 ? n < int64_min + days : n > int64_max + days)
        throw error(errc::limit_exceeded, "a day beyond those that 64 bits can count");
    return day(n - days);
}

std::int64_t operator-(day to, day from) {
    return (to - from.count()).count();
}

unsigned days_in_month(std::int64_t year, unsigned month) noexcept {
    return month_length(twin_of(year), month);
}

bool is_leap_year(std::int64_t year) noexcept {
    return calendar::is_leap_year(twin_of(year));
}

} // namespace comity
