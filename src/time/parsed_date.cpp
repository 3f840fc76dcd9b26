#include <comity/time/parsed_date.hpp>

#include "edtf_parser.hpp"
#include "plain_day.hpp"

#include <algorithm>

namespace comity {
namespace detail {

bool read_plain_day(std::string_view text, parsed_date& out) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    unsigned worst = 0;
    const auto digit = [&](std::size_t i) {
        const auto value = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - unsigned{'0'};
        worst = std::max(worst, value);
        return value;
    };
    const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const unsigned month = digit(5) * 10 + digit(6);
    const unsigned day_of_month = digit(8) * 10 + digit(9);
    if (worst > 9) return false;
    const auto found = day::from_civil(year, month, day_of_month);
    if (!found) return false;
    out.begin = out.end = {bound::at(*found), bound::at(*found)};
    out.precision = date_precision::day;
    return true;
}

} // namespace detail

date_result<parsed_date> parse_bounds(std::string_view text, const date_options& options) noexcept {
    parsed_date out;
    date_failure failure;
    if (detail::read_edtf(text, options, out, failure)) return out;
    return failure;
}

} // namespace comity
