#pragma once

#include <comity/time/bound.hpp>
#include <comity/time/date_error.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace comity {

/// No EDTF text may be longer, so that no input costs more than it should. Since 0.1.
inline constexpr std::size_t max_date_length = 16'384;

/// What an EDTF expression is. Since 0.1.
enum class date_kind : std::uint8_t {
    day = 0,      ///< `1985-04-12`, also with unspecified digits
    month = 1,    ///< `1985-04`
    season = 2,   ///< `1985-21`: a season, quarter, block of four months or half-year
    year = 3,     ///< `1985`, `Y170000002`, `1950S2`
    datetime = 4, ///< `1985-04-12T23:20:30Z`
    interval = 5, ///< `1964/2008`
    set = 6,      ///< `[1667,1668]`: one of them
    list = 7,     ///< `{1667,1668}`: all of them
};

/// The grain in which a date is given; of an interval, set or list the coarsest of its parts. `1985-XX-XX` is
/// some day of 1985, so its grain is a day. Since 0.1.
enum class date_precision : std::uint8_t {
    none = 0, ///< nothing but open or unknown ends: `../..`
    second = 1,
    day = 2,
    month = 3,
    season = 4,
    year = 5,
};

/// The marks `?`, `~` and `%`. Since 0.1.
enum class qualifier : std::uint8_t {
    none = 0,
    uncertain = 1,   ///< `?`
    approximate = 2, ///< `~`
    both = 3,        ///< `%`
};

[[nodiscard]] constexpr qualifier operator|(qualifier a, qualifier b) noexcept {
    return static_cast<qualifier>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr qualifier operator&(qualifier a, qualifier b) noexcept {
    return static_cast<qualifier>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}
/// What `a` has and `b` has not. Since 0.1.
[[nodiscard]] constexpr qualifier without(qualifier a, qualifier b) noexcept {
    return static_cast<qualifier>(static_cast<unsigned>(a) & ~static_cast<unsigned>(b));
}

/// Which months the seasons 21 to 24 are, whose place EDTF leaves open; 25 to 32 say theirs. Since 0.1.
enum class season_policy : std::uint8_t {
    northern = 0,   ///< spring is March to May; winter runs into February of the next year
    southern = 1,   ///< spring is September to November; summer runs into February of the next year
    whole_year = 2, ///< any day of the year: the only sound choice where the place is not known
};

/// What EDTF leaves to its readers. Since 0.1.
struct date_options {
    season_policy seasons = season_policy::northern;
    /// Admit `24:00:00`, which ISO 8601-1:2019 dropped and its first amendment brought back.
    bool allow_hour_24 = false;

    friend constexpr bool operator==(const date_options&, const date_options&) noexcept = default;
};

/// The first and the last day between which one edge of a date lies. Since 0.1.
struct date_window {
    bound first;
    bound last;

    friend constexpr bool operator==(const date_window&, const date_window&) noexcept = default;
};

/// All that reading a date yields but its text: a plain value without any allocation, for bulk work. Since
/// 0.1.
struct parsed_date {
    /// Of an interval `A/B` the days of A and of B; of a set both are its hull; of a list the windows of the
    /// first and of the last of its members in time; else both are the days of the date.
    date_window begin;
    date_window end;

    date_kind kind = date_kind::day;
    date_precision precision = date_precision::none;
    std::uint8_t level = 0; ///< the lowest EDTF level that admits the text: 0, 1 or 2
    /// The effective marks on year, month and day; of an expression with parts, of any part.
    qualifier year_marks = qualifier::none;
    qualifier month_marks = qualifier::none;
    qualifier day_marks = qualifier::none;
    /// The marks on any component of the begin and of the end (the same, but for intervals).
    qualifier begin_marks = qualifier::none;
    qualifier end_marks = qualifier::none;
    /// The days from `earliest()` to `latest()` are all meant. False where unspecified digits leave gaps, and
    /// for sets and lists that are not written in an order in which each part touches those before it.
    bool contiguous = true;

    [[nodiscard]] constexpr bound earliest() const noexcept { return begin.first; }
    [[nodiscard]] constexpr bound latest() const noexcept { return end.last; }
    [[nodiscard]] constexpr qualifier marks() const noexcept { return begin_marks | end_marks; }
};

/// What reading a date gave: a value, or the failure. Since 0.1.
template <class T>
class date_result {
public:
    date_result(T value) : value_(std::move(value)) {}
    date_result(const date_failure& failure) noexcept : failure_(failure) {}

    [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); }
    explicit operator bool() const noexcept { return value_.has_value(); }

    /// The value; there must be one. Since 0.1.
    [[nodiscard]] const T& operator*() const& noexcept { return *value_; }
    [[nodiscard]] T&& operator*() && noexcept { return *std::move(value_); }
    [[nodiscard]] const T* operator->() const noexcept { return &*value_; }

    /// Where and why reading failed; its fault is `none` where it did not. Since 0.1.
    [[nodiscard]] const date_failure& failure() const noexcept { return failure_; }

private:
    std::optional<T> value_;
    date_failure failure_;
};

/// Reads EDTF of levels 0, 1 and 2 without keeping the text: no exception, no allocation, O(length). The
/// whole text must be one expression. Since 0.1.
[[nodiscard]] date_result<parsed_date> parse_bounds(std::string_view text,
                                                    const date_options& options = {}) noexcept;

} // namespace comity
