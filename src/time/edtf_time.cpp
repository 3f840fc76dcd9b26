#include "edtf_parser.hpp"

// The time of day after a plain day. It is checked and not kept: the day as written is what a datetime says.

namespace comity::detail {

bool read_time(cursor& in, const date_options& options) noexcept {
    const auto two = [&in](unsigned& value, unsigned limit, const char* expected) {
        if (in.left() < 2 || !is_digit(in.at()[0]) || !is_digit(in.at()[1]))
            return in.fail(date_fault::syntax, expected);
        value = static_cast<unsigned>(in.at()[0] - '0') * 10 + static_cast<unsigned>(in.at()[1] - '0');
        if (value > limit) return in.fail(date_fault::value, expected);
        in.skip(2);
        return true;
    };
    const auto colon = [&in] {
        return in.accept(':') || in.fail(date_fault::syntax, "a complete time, hh:mm:ss");
    };
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    in.skip(); // T
    const char* const start = in.at();
    if (!two(hour, options.allow_hour_24 ? 24 : 23, "an hour 00 to 23") || !colon() ||
        !two(minute, 59, "a minute 00 to 59") || !colon() || !two(second, 60, "a second 00 to 60"))
        return false;
    if (hour == 24 && (minute != 0 || second != 0))
        return in.fail(date_fault::value, "24:00:00 at the latest", start);
    if (in.done() || in.accept('Z')) return true;

    const char* const shift = in.at();
    const bool west = in.accept('-');
    if (!west && !in.accept('+'))
        return in.fail(date_fault::syntax, "Z, a shift +hh:mm or -hh:mm, or nothing");
    minute = 0;
    if (!two(hour, 14, "a shift of at most 14 hours")) return false;
    if (in.accept(':') && !two(minute, 59, "the minutes of a shift, 00 to 59")) return false;
    if (hour == 14 && minute != 0) return in.fail(date_fault::value, "a shift of at most 14 hours", shift);
    if (west && hour == 0 && minute == 0)
        return in.fail(date_fault::value, "no shift of minus zero (write Z or +00:00)", shift);
    return true;
}

} // namespace comity::detail
