#pragma once

#include <comity/time/bound.hpp>
#include <comity/time/date_error.hpp>
#include <comity/time/day.hpp>
#include <comity/time/parsed_date.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// One member of a set or list, or one end of an interval: as written, and what it says. Since 0.1.
struct date_member {
    std::string text;  ///< "1667", "1670..1672", "..1760-12-03", "" for an unknown end
    parsed_date value; ///< of a range its first and last member; open where `..` says so
};

/// An EDTF expression (ISO 8601-2), level 0, 1 or 2, kept as written together with its bounds. A value: cheap
/// to copy, never invalid once made.
///
/// It has no order on purpose: ask a period or `allen` for what is possible and what certain. Equality is
/// that of the text, not of the day: two acts "in 1985" are possibly on one day. Since 0.1.
class date {
public:
    /// Reads `text`, all of it. Throws date_error, which says where and what was expected. O(length). Since
    /// 0.1.
    [[nodiscard]] static date parse(std::string_view text, const date_options& options = {});

    /// Reads `text` without throwing; a failure allocates nothing. O(length). Since 0.1.
    [[nodiscard]] static date_result<date> try_parse(std::string_view text, const date_options& options = {});

    /// As written. Since 0.1.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    /// The same expression with marks in their canonical places: `%` for both, a mark on the whole date
    /// before one on a group before one on a component, none twice. Parses to the same days and marks.
    /// O(length). Since 0.1.
    [[nodiscard]] std::string canonical() const;

    [[nodiscard]] date_kind kind() const noexcept { return parsed_.kind; }
    [[nodiscard]] date_precision precision() const noexcept { return parsed_.precision; }
    /// The lowest EDTF level that admits the text. Since 0.1.
    [[nodiscard]] int level() const noexcept { return parsed_.level; }

    /// The first day that may be meant, or why there is none. Since 0.1.
    [[nodiscard]] bound earliest() const noexcept { return parsed_.earliest(); }
    /// The last day that may be meant, or why there is none. Since 0.1.
    [[nodiscard]] bound latest() const noexcept { return parsed_.latest(); }
    /// Of an interval `A/B` the days of A, else those of the whole; see parsed_date. Since 0.1.
    [[nodiscard]] const date_window& begin_window() const noexcept { return parsed_.begin; }
    /// Of an interval `A/B` the days of B, else those of the whole; see parsed_date. Since 0.1.
    [[nodiscard]] const date_window& end_window() const noexcept { return parsed_.end; }

    /// Marked `?` or `%` on any component of any part. Since 0.1.
    [[nodiscard]] bool uncertain() const noexcept {
        return (parsed_.marks() & qualifier::uncertain) != qualifier::none;
    }
    /// Marked `~` or `%` on any component of any part. Since 0.1.
    [[nodiscard]] bool approximate() const noexcept {
        return (parsed_.marks() & qualifier::approximate) != qualifier::none;
    }
    /// The marks that hold for one component; of an expression with parts, for that of any part. Since 0.1.
    [[nodiscard]] qualifier year_marks() const noexcept { return parsed_.year_marks; }
    [[nodiscard]] qualifier month_marks() const noexcept { return parsed_.month_marks; }
    [[nodiscard]] qualifier day_marks() const noexcept { return parsed_.day_marks; }

    /// The members of a set or list, or the two ends of an interval, in the order written; of another date
    /// itself alone. Reads the text again: O(length). Since 0.1.
    [[nodiscard]] std::vector<date_member> members() const;

    /// Whether `d` may be (of a list: is) one of the days meant: exact where unspecified digits or sets leave
    /// gaps; an open or unknown end excludes nothing on its side. O(length). Since 0.1.
    [[nodiscard]] bool contains(day d) const;
    /// The first day meant that is not before `from`. O(length). Since 0.1.
    [[nodiscard]] std::optional<day> next(day from) const;
    /// Whether some day of [first, last] is meant: exact, as `contains` is. O(length). Since 0.1.
    [[nodiscard]] bool touches(day first, day last) const;
    /// Whether the days meant are one range without gaps. False also where the gaps of one member of a set
    /// are filled only by several others together with gaps of their own. O(n log n). Since 0.1.
    [[nodiscard]] bool contiguous() const;

    /// The plain value behind the date. Since 0.1.
    [[nodiscard]] const parsed_date& parsed() const noexcept { return parsed_; }
    [[nodiscard]] const date_options& options() const noexcept { return options_; }

    /// The same text, read with the same options. Since 0.1.
    friend bool operator==(const date& a, const date& b) noexcept {
        return a.text_ == b.text_ && a.options_ == b.options_;
    }

private:
    date(std::string_view text, const parsed_date& parsed, const date_options& options)
        : text_(text), parsed_(parsed), options_(options) {}

    std::string text_;
    parsed_date parsed_;
    date_options options_;
};

/// Writes the text. Since 0.1.
inline std::ostream& operator<<(std::ostream& out, const date& d) {
    return out << d.text();
}

} // namespace comity
