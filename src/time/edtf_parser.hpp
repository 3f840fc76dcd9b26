#pragma once

// The EDTF reader's own parts; no other floor includes this.

#include "ascii.hpp"

#include <comity/time/day.hpp>
#include <comity/time/parsed_date.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity::detail {

inline constexpr std::uint8_t any_digit = 10; // what an X reads as

enum class date_form : std::uint8_t { year, month, season, day };

/// One production `date` of the grammar: no interval, no set, no time of day.
struct simple_date {
    date_form form = date_form::year;
    bool negative = false;
    bool long_year = false;   // written with Y
    bool significant = false; // written with S
    bool masked = false;      // an X anywhere
    bool year_masked = false;
    std::uint8_t level = 0;
    std::uint8_t season = 0;
    bool first_overflows = false; // the year is beyond 64 bits
    bool last_overflows = false;
    std::array<std::uint8_t, 4> digits{}; // of a four-digit year
    std::uint16_t months = 0;             // bit m: month m is a completion
    std::uint32_t days = 0;               // bit d: day d of the month is a completion
    std::int64_t first_year = 0;          // of a year without X: equal, but for S
    std::int64_t last_year = 0;
    std::array<qualifier, 3> left{}; // marks as written at year, month, day
    std::array<qualifier, 3> right{};
    std::string_view year_text; // with sign, Y, E and S; without marks
    std::string_view month_text;
    std::string_view day_text;

    [[nodiscard]] std::size_t components() const noexcept {
        return form == date_form::year ? 1 : form == date_form::day ? 3 : 2;
    }
    /// The marks that hold for component `i`: its own left mark and every right mark at or after it.
    [[nodiscard]] qualifier effective(std::size_t i) const noexcept {
        qualifier q = left[i];
        for (std::size_t k = i; k < 3; ++k) q = q | right[k];
        return q;
    }
    [[nodiscard]] bool marked() const noexcept {
        return (left[0] | left[1] | left[2] | right[0] | right[1] | right[2]) != qualifier::none;
    }
};

/// One part of an expression, told to a `part_sink` as it is read.
struct date_part {
    enum class shape : std::uint8_t {
        one,     // a date
        range,   // a..b
        before,  // ..a
        after,   // a..
        open,    // .. as an end
        unknown, // nothing as an end
        datetime,
    };
    shape form = shape::one;
    std::string_view text;
    const simple_date* from = nullptr;
    const simple_date* to = nullptr; // range only
};

class part_sink {
public:
    virtual ~part_sink() = default;
    virtual void take(const date_part& part) = 0;
};

/// Reads a whole expression. On failure `failure` is set and `out` is of no use. O(length).
bool read_edtf(std::string_view text, const date_options& options, parsed_date& out, date_failure& failure,
               part_sink* sink = nullptr);

/// A position in the text with the few moves that the grammar needs.
class cursor {
public:
    explicit cursor(std::string_view text) noexcept
        : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()) {}

    [[nodiscard]] bool done() const noexcept { return at_ == end_; }
    [[nodiscard]] char peek() const noexcept { return at_ == end_ ? '\0' : *at_; }
    [[nodiscard]] std::size_t left() const noexcept { return static_cast<std::size_t>(end_ - at_); }
    [[nodiscard]] const char* at() const noexcept { return at_; }
    [[nodiscard]] std::size_t position() const noexcept { return static_cast<std::size_t>(at_ - begin_); }
    [[nodiscard]] std::string_view since(const char* start) const noexcept {
        return {start, static_cast<std::size_t>(at_ - start)};
    }
    void skip(std::size_t n = 1) noexcept { at_ += n; }
    bool accept(char c) noexcept {
        if (at_ == end_ || *at_ != c) return false;
        ++at_;
        return true;
    }
    bool accept_dots() noexcept {
        if (left() < 2 || at_[0] != '.' || at_[1] != '.') return false;
        at_ += 2;
        return true;
    }
    /// Fails here, or at `where`. Always false.
    bool fail(date_fault fault, const char* expected, const char* where = nullptr) noexcept {
        failure_ = {fault, static_cast<std::size_t>((where ? where : at_) - begin_), expected};
        return false;
    }
    [[nodiscard]] const date_failure& failure() const noexcept { return failure_; }

private:
    const char* begin_;
    const char* at_;
    const char* end_;
    date_failure failure_;
};

/// Reads one `date`, leaving the cursor after it.
bool read_simple(cursor& in, simple_date& out) noexcept;

/// Reads the `Thh:mm:ss` and shift after a plain day, leaving the cursor after it.
bool read_time(cursor& in, const date_options& options) noexcept;

// The days of a simple date (edtf_bounds.cpp).

/// Its first and last day; false if no completion is a day of the calendar.
bool find_span(const simple_date& d, const date_options& options, date_window& out) noexcept;
/// Whether every day of its span is meant.
bool is_contiguous(const simple_date& d, const date_options& options) noexcept;
/// The first day meant that is not before `from`.
std::optional<day> next_day(const simple_date& d, const date_options& options, day from) noexcept;

/// The edges of a span as plain days, for comparing: no bound at all is the end of days on its side.
[[nodiscard]] constexpr day lower_edge(const bound& b) noexcept {
    return b.kind == bound_kind::day || b.kind == bound_kind::overflow ? b.value : first_day;
}
[[nodiscard]] constexpr day upper_edge(const bound& b) noexcept {
    return b.kind == bound_kind::day || b.kind == bound_kind::overflow ? b.value : last_day;
}
/// The first countable day of [w.first, w.last] not before `from`.
[[nodiscard]] std::optional<day> next_in(const date_window& w, day from) noexcept;

/// Writes one date with its marks in the canonical places.
void append_canonical(std::string& out, const simple_date& d);

} // namespace comity::detail
