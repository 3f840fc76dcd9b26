#include "edtf_parser.hpp"

#include <limits>

// One production `date` of EDTF: year, month, day, season, long year, significant digits, with marks and X.

namespace comity::detail {
namespace {

constexpr std::int64_t largest_number = std::numeric_limits<std::int64_t>::max();

qualifier read_mark(cursor& in) noexcept {
    qualifier q = qualifier::none;
    switch (in.peek()) {
    case '?':
        q = qualifier::uncertain;
        break;
    case '~':
        q = qualifier::approximate;
        break;
    case '%':
        q = qualifier::both;
        break;
    default:
        return q;
    }
    in.skip();
    return q;
}

// A digit or an X; anything else gives a number above `any_digit`.
std::uint8_t digit_or_x(char c) noexcept {
    if (c == 'X') return any_digit;
    const auto value = static_cast<unsigned>(static_cast<unsigned char>(c)) - unsigned{'0'};
    return value <= 9 ? static_cast<std::uint8_t>(value) : std::uint8_t{255};
}

// The numbers of two digits that `hi` `lo` may stand for, as bits, within 1..limit.
std::uint32_t completions(std::uint8_t hi, std::uint8_t lo, unsigned limit) noexcept {
    if (hi != any_digit && lo != any_digit) {
        const unsigned value = hi * 10u + lo;
        return value >= 1 && value <= limit ? std::uint32_t{1} << value : 0;
    }
    std::uint32_t bits = 0;
    for (unsigned value = 1; value <= limit; ++value)
        if ((hi == any_digit || hi == value / 10) && (lo == any_digit || lo == value % 10))
            bits |= std::uint32_t{1} << value;
    return bits;
}

// An integer without a leading zero. Saturates at largest_number; `digits` counts what was written.
struct written_number {
    std::int64_t value = 0;
    std::size_t digits = 0;
    bool saturated = false;
};

bool read_number(cursor& in, written_number& out, const char* expected) noexcept {
    if (in.peek() < '1' || in.peek() > '9') return in.fail(date_fault::syntax, expected);
    for (; is_digit(in.peek()); in.skip(), ++out.digits) {
        const int digit = in.peek() - '0';
        if (out.saturated || out.value > (largest_number - digit) / 10) {
            out.value = largest_number;
            out.saturated = true;
        } else {
            out.value = out.value * 10 + digit;
        }
    }
    return true;
}

// Sets the years from a magnitude of which the last `free` digits are not known. A magnitude that does not
// overflow has at most 19 digits, of which one is significant, so that the step can't overflow either.
void set_years(simple_date& out, std::int64_t magnitude, bool overflows, std::int64_t free) noexcept {
    std::int64_t low = largest_number;
    std::int64_t high = largest_number;
    bool high_overflows = overflows;
    if (!overflows) {
        std::int64_t step = 1;
        for (std::int64_t i = 0; i < free; ++i) step *= 10;
        low = magnitude - magnitude % step;
        high_overflows = low > largest_number - (step - 1);
        if (!high_overflows) high = low + (step - 1);
    }
    if (out.negative && low == 0) low = 1; // the year before 0000 is -0001
    out.first_year = out.negative ? -high : low;
    out.last_year = out.negative ? -low : high;
    out.first_overflows = out.negative ? high_overflows : overflows;
    out.last_overflows = out.negative ? overflows : high_overflows;
}

bool read_significance(cursor& in, simple_date& out, std::int64_t magnitude, bool overflows,
                       std::int64_t digits) noexcept {
    const char* const start = in.at();
    if (!in.accept('S')) {
        set_years(out, magnitude, overflows, 0);
        return true;
    }
    written_number count;
    if (!read_number(in, count, "the number of significant digits, without a leading zero")) return false;
    if (count.saturated || count.value > digits)
        return in.fail(date_fault::value, "no more significant digits than the year has", start);
    out.significant = true;
    out.level = 2;
    set_years(out, magnitude, overflows, digits - count.value);
    return true;
}

// What follows a Y.
bool read_long_year(cursor& in, simple_date& out) noexcept {
    const char* const start = in.at();
    in.skip();
    out.long_year = true;
    out.level = 1;
    out.negative = in.accept('-');
    written_number number;
    if (!read_number(in, number, "a year without leading zeros after Y")) return false;
    auto digits = static_cast<std::int64_t>(number.digits);
    if (in.accept('E')) {
        written_number exponent;
        if (!read_number(in, exponent, "a positive exponent without a leading zero")) return false;
        out.level = 2;
        constexpr std::int64_t far = largest_number / 2;
        digits = exponent.value < far ? digits + exponent.value : far;
        for (std::int64_t i = 0; i < exponent.value && !number.saturated; ++i) {
            number.saturated = number.value > largest_number / 10;
            if (!number.saturated) number.value *= 10;
        }
    }
    if (digits < 5)
        return in.fail(date_fault::value, "a year of five digits or more after Y (four digits need no Y)",
                       start);
    if (!read_significance(in, out, number.value, number.saturated, digits)) return false;
    out.year_text = in.since(start);
    out.right[0] = read_mark(in);
    return true;
}

// Four digits or X, with a sign before them. Not the marks.
bool read_year(cursor& in, simple_date& out) noexcept {
    const char* const start = in.at();
    out.negative = in.accept('-');
    if (in.left() < 4) return in.fail(date_fault::syntax, "a year of four digits");
    const char* const d = in.at();
    std::int64_t magnitude = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint8_t digit = digit_or_x(d[i]);
        if (digit > any_digit) return in.fail(date_fault::syntax, "a digit of the year, or X", d + i);
        out.digits[i] = digit;
        out.year_masked |= digit == any_digit;
        magnitude = magnitude * 10 + digit;
    }
    in.skip(4);
    if (out.negative) {
        out.level = 1;
        if (!out.year_masked && magnitude == 0)
            return in.fail(date_fault::value, "a year other than -0000: the year before 0000 is -0001",
                           start);
    }
    if (is_digit(in.peek()) || in.peek() == 'X')
        return in.fail(date_fault::syntax, "no fifth digit (long years are written Y12345)");
    if (out.year_masked) {
        out.masked = true;
        if (in.peek() == 'S')
            return in.fail(date_fault::syntax, "no significant digits after unspecified ones");
    } else if (in.peek() == 'S') {
        if (!read_significance(in, out, magnitude, false, 4)) return false;
    } else {
        out.first_year = out.last_year = out.negative ? -magnitude : magnitude;
    }
    out.year_text = in.since(start);
    return true;
}

bool read_two(cursor& in, std::uint8_t& hi, std::uint8_t& lo, const char* expected) noexcept {
    if (in.left() < 2) return in.fail(date_fault::syntax, expected);
    hi = digit_or_x(in.at()[0]);
    lo = digit_or_x(in.at()[1]);
    if (hi > any_digit) return in.fail(date_fault::syntax, expected);
    if (lo > any_digit) return in.fail(date_fault::syntax, expected, in.at() + 1);
    return true;
}

bool read_month(cursor& in, simple_date& out) noexcept {
    constexpr const char* expected = "a month 01 to 12 or a season 21 to 41";
    out.left[1] = read_mark(in);
    std::uint8_t hi = 0;
    std::uint8_t lo = 0;
    if (!read_two(in, hi, lo, expected)) return false;
    const bool masked = hi == any_digit || lo == any_digit;
    const unsigned value = hi * 10u + lo;
    if (!masked && value >= 21 && value <= 41) {
        out.form = date_form::season;
        out.season = static_cast<std::uint8_t>(value);
    } else {
        out.form = date_form::month;
        out.months = static_cast<std::uint16_t>(completions(hi, lo, 12));
        out.masked |= masked;
        if (out.months == 0) return in.fail(date_fault::value, expected);
    }
    out.month_text = {in.at(), 2};
    in.skip(2);
    out.right[1] = read_mark(in);
    return true;
}

bool read_day(cursor& in, simple_date& out) noexcept {
    constexpr const char* expected = "a day of the month, 01 to 31";
    if (out.form == date_form::season)
        return in.fail(date_fault::syntax, "nothing more: no day follows a season", in.at() - 1);
    out.left[2] = read_mark(in);
    std::uint8_t hi = 0;
    std::uint8_t lo = 0;
    if (!read_two(in, hi, lo, expected)) return false;
    out.form = date_form::day;
    out.days = completions(hi, lo, 31);
    out.masked |= hi == any_digit || lo == any_digit;
    if (out.days == 0) return in.fail(date_fault::value, expected);
    out.day_text = {in.at(), 2};
    in.skip(2);
    out.right[2] = read_mark(in);
    return true;
}

// Level 1 knows X in one or two last digits of a year alone, as a whole month, a whole day, or both.
bool masked_at_level_1(const simple_date& d) noexcept {
    const bool month = d.month_text == "XX";
    const bool day = d.day_text == "XX";
    const bool month_plain = is_digit(d.month_text.empty() ? '0' : d.month_text[0]) &&
                             is_digit(d.month_text.empty() ? '0' : d.month_text[1]);
    if (d.year_masked) {
        const bool shape = d.digits[0] != any_digit && d.digits[1] != any_digit && d.digits[3] == any_digit;
        return shape && (d.form == date_form::year || d.form == date_form::season);
    }
    if (d.form == date_form::month) return month;
    return day && (month || month_plain);
}

void settle_level(simple_date& d) noexcept {
    const auto at_least = [&d](bool high) {
        const std::uint8_t level = high ? 2 : 1;
        if (d.level < level) d.level = level;
    };
    if (d.form == date_form::season) at_least(d.season > 24);
    if (d.masked) at_least(!masked_at_level_1(d));
    if (!d.marked()) return;
    const std::size_t last = d.components() - 1;
    for (std::size_t i = 0; i <= last; ++i) {
        if (d.left[i] != qualifier::none) at_least(true);
        if (d.right[i] != qualifier::none) at_least(i != last);
    }
}

} // namespace

bool read_simple(cursor& in, simple_date& out) noexcept {
    if (in.peek() == 'Y') {
        if (!read_long_year(in, out)) return false;
        settle_level(out);
        return true;
    }
    const char* const start = in.at();
    out.left[0] = read_mark(in);
    if (!read_year(in, out)) return false;
    if (out.significant && out.left[0] != qualifier::none)
        return in.fail(date_fault::syntax, "the mark after a year with significant digits", start);
    out.right[0] = read_mark(in);
    if (!out.significant && in.accept('-')) {
        if (!read_month(in, out)) return false;
        if (in.accept('-') && !read_day(in, out)) return false;
    }
    settle_level(out);
    return true;
}

} // namespace comity::detail
