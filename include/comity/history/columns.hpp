#pragma once

#include <comity/history/ids.hpp>
#include <comity/time/bounds.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace comity {

/// Number of a date in one builder: a text that was read once and stands in many rows. 0: no date is given.
/// Since 0.1.
enum class date_number : std::uint32_t {};

// What a day column says where there is no day.

inline constexpr day32 no_day = unbounded_below;          ///< nothing is given
inline constexpr day32 unknown_day = unbounded_below + 1; ///< it exists, but is not known: the empty text
inline constexpr day32 open_day = unbounded_above;        ///< none is known to the source: `..`

/// Relations as parallel columns, for who adds very many: plain arrays, of equal length or empty where that
/// is allowed. Begins and ends come as days or as numbers of dates, not both. Since 0.1.
struct relation_columns {
    std::span<const std::uint32_t> from;      ///< numbers of nodes
    std::span<const std::uint16_t> type;      ///< numbers of relation types: `to_index(type)`
    std::span<const std::uint32_t> to;        ///< numbers of nodes
    std::span<const day32> begin;             ///< days, or no_day, unknown_day, open_day; may be empty
    std::span<const day32> end;               ///< the same
    std::span<const date_number> begin_dates; ///< from builder::date; may be empty
    std::span<const date_number> end_dates;   ///< the same
    std::span<const std::uint32_t> lines;     ///< where each stands in the file of set_place; may be empty
    std::optional<source_id> source = {};     ///< who states all of it, if it is one
};

/// What one source says of many relations, as parallel columns of equal length. Each row states that its
/// relation is, and when it begins and ends where that is given. Since 0.1.
struct relation_statements {
    source_id source{};
    std::span<const std::uint32_t> relation;  ///< numbers
    std::span<const date_number> begin_dates; ///< from builder::date; date_number{}: not said
    std::span<const date_number> end_dates;   ///< the same
    std::span<const std::uint32_t> lines;     ///< the locator "line N"; may be empty
};

} // namespace comity
