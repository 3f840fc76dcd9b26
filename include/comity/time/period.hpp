#pragma once

#include <comity/time/bounds.hpp>
#include <comity/time/edtf.hpp>
#include <comity/time/nature.hpp>
#include <comity/time/parsed_date.hpp>
#include <comity/time/truth.hpp>

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace comity {

/// What decides how the dates of a fact are read, beside the dates. Since 0.1.
struct period_options {
    /// Let `?` and `~` not keep anything from being certain.
    bool ignore_marks = false;
    /// The day up to which the source of an open end (`..`) vouches for it: its coverage or its date. Without
    /// one an open end is certain throughout.
    std::optional<day> known_until;
    /// The day from which the source of an open begin vouches for it; without one certain throughout.
    std::optional<day> known_from;
    /// The day of the first source of an undated act, which can't have happened after it.
    std::optional<day> first_source;
};

/// What a fact's dates come to: a plain value without any allocation, for bulk work. Since 0.1.
struct parsed_period {
    /// Within which days it begins and ends. `{open, open}` is no begin (no end) at all; else an edge without
    /// a day bounds nothing on its side.
    date_window begin{bound::unknown(), bound::unknown()};
    date_window end{bound::unknown(), bound::unknown()};
    /// The same as columns hold it: tightened by begin <= end; a doubted edge makes nothing certain.
    bounds days;
    nature kind = nature::state;
    bool one_day = false;       ///< begin and end are the same day, known or not
    bool begin_doubted = false; ///< marked `?` or `~`, and marks count
    bool end_doubted = false;
    bool exact = true; ///< false: `days` is a hull; some days within it are not meant (see period::at)
};

/// Reads the dates of one fact; either may be missing (null). `begin` alone may be an interval `A/B`, which
/// gives both. Throws error(invalid_argument) for an interval beside another date or as an end. O(1). Since
/// 0.1.
///
/// A missing end is its begin for an act, unknown for a state, and none for what is timeless; a missing begin
/// is unknown, and none for what is timeless. An act reads a date as a window, so that "1985" is one unknown
/// day of 1985; the two dates of a state are windows of its first and its last day, and what lies between is
/// its extent. A list is read as a set: one of the days that it names.
[[nodiscard]] parsed_period read_period(nature kind, const parsed_date* begin, const parsed_date* end,
                                        const period_options& options = {});

/// What one fact says of when it holds. A value. Since 0.1.
class period {
public:
    /// An undated state: possible on every day. Since 0.1.
    period() = default;

    /// The period of a fact with these dates, either of which may be missing; see read_period. Since 0.1.
    [[nodiscard]] static period of(comity::nature kind, const std::optional<date>& begin,
                                   const std::optional<date>& end = std::nullopt,
                                   const period_options& options = {});

    /// An act on one day of `on`; of an interval `A/B` one that begins in A and ends in B. Since 0.1.
    [[nodiscard]] static period act(const date& on, const period_options& options = {});

    /// A state that begins in `begin` and ends in `end`, as far as they are known. Since 0.1.
    [[nodiscard]] static period state(const std::optional<date>& begin,
                                      const std::optional<date>& end = std::nullopt,
                                      const period_options& options = {});

    /// The period that one text says: `A/B`, a date without an end, or nothing at all (undated). Either date
    /// may also be a set or have a time of day. Throws date_error. O(length). Since 0.1.
    [[nodiscard]] static period parse(std::string_view text, comity::nature kind,
                                      const period_options& options = {}, const date_options& dates = {});

    /// The period that columns hold; an edge that saturated there is an `overflow`. Since 0.1.
    [[nodiscard]] static period of_bounds(comity::nature kind, const comity::bounds& days,
                                          std::string text = {}, bool one_day = false);

    [[nodiscard]] comity::nature nature() const noexcept { return parsed_.kind; }
    /// The days within which it begins; `{open, open}` if it has no begin. Since 0.1.
    [[nodiscard]] const date_window& begin_window() const noexcept { return parsed_.begin; }
    /// The days within which it ends; `{open, open}` if it has no end. Since 0.1.
    [[nodiscard]] const date_window& end_window() const noexcept { return parsed_.end; }
    /// The four days that columns hold. Since 0.1.
    [[nodiscard]] const comity::bounds& bounds() const noexcept { return parsed_.days; }
    /// Begin and end are the same day, known or not. Since 0.1.
    [[nodiscard]] bool one_day() const noexcept { return parsed_.one_day; }
    /// Whether the bounds tell all: false for an act on one of several days that are not one range. Since
    /// 0.1.
    [[nodiscard]] bool exact() const noexcept { return parsed_.exact; }
    /// Whether a mark keeps the begin (the end) from being certain. Since 0.1.
    [[nodiscard]] bool begin_doubted() const noexcept { return parsed_.begin_doubted; }
    [[nodiscard]] bool end_doubted() const noexcept { return parsed_.end_doubted; }
    /// Ends before it begins in every reading: never seen. Since 0.1.
    [[nodiscard]] bool inverted() const noexcept { return parsed_.days.inverted(); }

    /// The dates as written: "2006-06-15" for an act, "2001-06-15/.." or "2001-06-15/" for a state, "" if it
    /// is undated. EDTF, unless a set or a time of day is one of two dates; parse() reads it, unless it ends
    /// before it begins. Since 0.1.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    /// Holds on one unknown day of [first, last]; see bounds::at. Exact also where `exact()` is false, in
    /// O(length of the text); else O(1). Throws error(invalid_argument) for days in reverse. Since 0.1.
    [[nodiscard]] truth at(day first, day last) const;
    [[nodiscard]] truth at(day d) const { return at(d, d); }
    /// Begun by one unknown day of [first, last]. Throws as `at`. O(1). Since 0.1.
    [[nodiscard]] truth by(day first, day last) const;
    [[nodiscard]] truth by(day d) const { return by(d, d); }
    /// Touches the window [from, to]. As `at`. Since 0.1.
    [[nodiscard]] truth window(day from, day to) const;

    /// The plain value behind the period. Since 0.1.
    [[nodiscard]] const parsed_period& parsed() const noexcept { return parsed_; }

    /// The same reading of the same text. Since 0.1.
    friend bool operator==(const period& a, const period& b) noexcept;

private:
    [[nodiscard]] bool meant(day first, day last) const;

    std::string text_;
    parsed_period parsed_;
    date_options dates_;
};

/// Writes the text, or "undated". Since 0.1.
std::ostream& operator<<(std::ostream& out, const period& p);

} // namespace comity
