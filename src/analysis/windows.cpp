#include <comity/analysis/rolling.hpp>

#include <comity/error.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace comity {
namespace {

constexpr std::size_t most_windows = 10'000'000;

/// The day `n` units after `start`; where its month has no such day, the last that it has. None beyond the
/// days that can be counted.
std::optional<day> later(day start, calendar_unit unit, std::size_t n) {
    const auto steps = static_cast<std::int64_t>(n);
    if (unit == calendar_unit::day)
        return start.count() > last_day.count() - steps ? std::nullopt : std::optional(start + steps);
    civil_date c = start.civil();
    const std::int64_t months = unit == calendar_unit::month ? c.month - 1 + steps : c.month - 1;
    c.year += unit == calendar_unit::year ? steps : months / 12;
    c.month = static_cast<unsigned>(months % 12) + 1;
    return day::from_civil(c.year, c.month, std::min(c.day, days_in_month(c.year, c.month)));
}

/// The day before that one. There is one: it comes after the first of `n` units, which are not none.
std::optional<day> eve_of(day start, calendar_unit unit, std::size_t n) {
    if (unit == calendar_unit::day) return later(start, unit, n - 1);
    const std::optional<day> next = later(start, unit, n);
    return next ? std::optional(*next - 1) : std::nullopt;
}

void require_sound(day from, day to, std::size_t length, std::size_t step) {
    constexpr std::size_t longest = std::numeric_limits<std::int32_t>::max();
    if (length == 0 || step == 0 || length > longest || step > longest)
        throw error(errc::invalid_argument, "windows of " + std::to_string(length) + " units, one every " +
                                                std::to_string(step) + ": expected 1 to 2147483647");
    if (to < from)
        throw error(errc::invalid_argument,
                    "the windows end on " + to.to_string() + ", before they begin on " + from.to_string());
}

void add(std::vector<day_range>& windows, day_range w) {
    if (windows.size() == most_windows)
        throw error(errc::limit_exceeded, "more than " + std::to_string(most_windows) + " windows");
    windows.push_back(w);
}

} // namespace

std::vector<day_range> consecutive_windows(day from, day to, calendar_unit unit, std::size_t length) {
    require_sound(from, to, length, length);
    std::vector<day_range> windows;
    for (std::size_t n = 0;; n += length) {
        const std::optional<day> first = later(from, unit, n);
        if (!first || *first > to) return windows;
        add(windows, {*first, std::min(eve_of(from, unit, n + length).value_or(to), to)});
    }
}

std::vector<day_range> sliding_windows(day from, day to, calendar_unit unit, std::size_t length,
                                       std::size_t step) {
    require_sound(from, to, length, step);
    std::vector<day_range> windows;
    for (std::size_t n = 0;; n += step) {
        const std::optional<day> first = later(from, unit, n);
        const std::optional<day> last = eve_of(from, unit, n + length);
        if (!first || !last || *last > to) return windows;
        add(windows, {*first, *last});
    }
}

std::vector<day_range> single_days(day from, day to, calendar_unit unit, std::size_t step) {
    require_sound(from, to, 1, step);
    std::vector<day_range> days;
    for (std::size_t n = 0;; n += step) {
        const std::optional<day> d = later(from, unit, n);
        if (!d || *d > to) return days;
        add(days, {*d, *d});
    }
}

} // namespace comity
