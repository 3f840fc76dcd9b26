#pragma once

#include <comity/time/day.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <optional>

namespace comity {

/// The same day as Boost.Date_Time has it; nothing outside its years 1400 to 9999, and never a `bad_year`.
/// Since 0.1.
[[nodiscard]] inline std::optional<boost::gregorian::date> to_boost(day d) {
    const civil_date parts = d.civil();
    if (parts.year < 1400 || parts.year > 9999) return std::nullopt;
    return boost::gregorian::date(static_cast<unsigned short>(parts.year),
                                  static_cast<unsigned short>(parts.month),
                                  static_cast<unsigned short>(parts.day));
}

/// The day that a Boost date names; nothing for `not_a_date_time` and the two infinities. Since 0.1.
[[nodiscard]] inline std::optional<day> from_boost(const boost::gregorian::date& d) {
    if (d.is_special()) return std::nullopt;
    const auto parts = d.year_month_day();
    return day::from_civil(static_cast<unsigned short>(parts.year), parts.month.as_number(),
                           parts.day.as_number());
}

} // namespace comity
