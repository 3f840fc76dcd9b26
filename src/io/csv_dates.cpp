#include "io/csv_dates.hpp"

#include "time/edges.hpp"
#include "time/plain_day.hpp"

#include <comity/time/date_error.hpp>
#include <comity/time/edtf.hpp>

#include <algorithm>
#include <utility>

namespace comity::detail {

csv_dates::reading csv_dates::known(std::string_view text, const parsed_date& read) {
    const run days = days_between(read.earliest(), read.latest());
    return {outcome::date, builder_.date(text), {}, days.first, days.last};
}

namespace {

/// A date-time without the fraction of its seconds, which EDTF does not have; empty if it has none.
std::string without_fraction(std::string_view text) {
    const std::size_t point = text.find('.');
    if (text.find('T') >= point || point == std::string_view::npos) return {};
    const std::size_t end = std::min(text.find_first_not_of("0123456789", point + 1), text.size());
    if (end == point + 1) return {};
    return std::string(text.substr(0, point)) + std::string(text.substr(end));
}

} // namespace

csv_dates::reading csv_dates::read_fraction(std::string_view text, const date_failure& failure) {
    const std::string whole = without_fraction(text);
    if (whole.empty() || !parse_bounds(whole)) return {outcome::refused, {}, describe(text, failure), {}, {}};
    if (times_ != time_of_day::kept) return read_time(text, *parse_bounds(whole));
    return {outcome::refused, {}, shown(text) + " has a fraction of a second, which can't be kept", {}, {}};
}

csv_dates::reading csv_dates::read_time(std::string_view text, const parsed_date& read) {
    if (times_ == time_of_day::kept) return known(text, read);
    if (times_ == time_of_day::refused)
        return {outcome::refused,
                {},
                shown(text) + " has a time of day; the options neither drop nor keep it",
                {},
                {}};
    if (times_met_++ == 0) a_time_ = text;
    return known(text.substr(0, text.find('T')), read);
}

csv_dates::reading csv_dates::read_strictly(std::string_view text, bool& repeatable) {
    repeatable = true;
    if (parsed_date plain; read_plain_day(text, plain)) { // most are: no need to read them twice
        const day on = plain.begin.first.value;
        return {outcome::date, builder_.date(on), {}, to_day32(on), to_day32(on)};
    }
    if (text == "..") return {outcome::date, builder_.date(text), {}, unbounded_above, unbounded_above};
    const auto read = parse_bounds(text);
    const bool is_plain = read && read->kind != date_kind::datetime;
    repeatable = is_plain || times_ != time_of_day::dropped; // each time that is dropped is counted
    if (!read) return read_fraction(text, read.failure());
    if (read->kind == date_kind::interval)
        return {outcome::refused,
                {},
                shown(text) + " is an interval; expected one date, `..` or nothing",
                {},
                {}};
    return read->kind == date_kind::datetime ? read_time(text, *read) : known(text, *read);
}

csv_dates::reading csv_dates::read_leniently(std::string_view text, told_leniently& tally) {
    const auto read = try_read_lenient(text, *lenient_);
    if (!read) return {outcome::refused, {}, describe(text, read.failure()), {}, {}};
    bool repeatable = true;
    reading made;
    if (read->kind != lenient_reading::outcome::absent) made = read_strictly(read->text, repeatable);
    if (made.what != outcome::refused && read->notes != lenient_note::none)
        tally.took(read->notes, text,
                   read->kind == lenient_reading::outcome::absent ? std::string_view("no date") : read->text);
    return made;
}

const csv_dates::reading& csv_dates::read_anew(std::string_view text, told_leniently& tally) {
    bool repeatable = false;
    last_ = read_strictly(text, repeatable);
    if (lenient_ && (last_.what == outcome::refused || text == "9999-12-31")) {
        repeatable = false;
        last_ = read_leniently(text, tally);
    }
    if (repeatable)
        last_text_ = text;
    else
        last_text_.clear();
    return last_;
}

void csv_dates::report_times() {
    if (times_met_ != 0) report_.choices.push_back({"time of day", a_time_, "dropped", times_met_});
}

} // namespace comity::detail
