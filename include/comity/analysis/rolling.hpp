#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace comity {

/// What a step of the calendar is. Since 0.1.
enum class calendar_unit : std::uint8_t { year = 0, month = 1, day = 2 };

/// The days from one to another, both included. Since 0.1.
struct day_range {
    day first;
    day last;
    friend bool operator==(const day_range&, const day_range&) = default;
};

/// Windows that follow each other without a gap from `from` to `to`, each of `length` units; the last one
/// ends with `to`. A month that begins on the 31st ends before the next month's last day does. Throws error:
/// invalid_argument if `length` is 0 or `to` lies before `from`; limit_exceeded for more than ten million.
/// Since 0.1.
[[nodiscard]] std::vector<day_range> consecutive_windows(day from, day to, calendar_unit unit,
                                                         std::size_t length = 1);

/// Windows of `length` units of which each begins `step` units after the one before; only those that end by
/// `to`. Throws as consecutive_windows(). Since 0.1.
[[nodiscard]] std::vector<day_range> sliding_windows(day from, day to, calendar_unit unit, std::size_t length,
                                                     std::size_t step);

/// Single days, one every `step` units. Throws as consecutive_windows(). Since 0.1.
[[nodiscard]] std::vector<day_range> single_days(day from, day to, calendar_unit unit, std::size_t step = 1);

/// What is seen in one window. Since 0.1.
struct rolling_row {
    day_range days;
    count relations;
    count nodes;               ///< ends of those relations
    std::uint32_t parts = 0;   ///< weak components among the possible ones; 0 unless asked for
    std::uint32_t largest = 0; ///< nodes in the largest of them
};

/// How rolling() goes about it. Since 0.1.
struct rolling_options {
    bool by = false;         ///< everything begun by the last day of each window, ended or not
    bool components = false; ///< `parts` and `largest` too
    progress tell;
};

/// A view at each of many windows: as asking `v.window(...)` for each (of a single day: `v.at(...)`; by:
/// `v.by(...)`), in one pass instead of one for each: relations come and go, and only what changes is
/// counted. Windows may overlap, but neither their first nor their last days may go back. Throws error:
/// invalid_argument for windows that do, or that end before they begin, or a view that has a time selector;
/// cancelled. O(relations log windows + windows), and for each relation whose possible days have gaps
/// O(windows from the first of them to the last); with components also O(sum of the relations in each
/// window). Since 0.1.
[[nodiscard]] listing<rolling_row> rolling(const view& v, std::span<const day_range> windows,
                                           const rolling_options& options = {});

} // namespace comity
