#include "constants.hpp"
#include "handles.hpp"
#include "options.hpp"

#include <comity/time/date_error.hpp>
#include <comity/time/day.hpp>

#include <optional>

using namespace comity::capi;

namespace {

static_assert(same(comity::bound_kind::day, COMITY_BOUND_DAY));
static_assert(same(comity::bound_kind::open, COMITY_BOUND_OPEN));
static_assert(same(comity::bound_kind::unknown, COMITY_BOUND_UNKNOWN));
static_assert(same(comity::bound_kind::overflow, COMITY_BOUND_OVERFLOW));
static_assert(same(comity::date_kind::day, COMITY_DATE_DAY) &&
              same(comity::date_kind::list, COMITY_DATE_LIST));
static_assert(same(comity::date_kind::interval, COMITY_DATE_INTERVAL));
static_assert(same(comity::date_precision::none, COMITY_PRECISION_NONE));
static_assert(same(comity::date_precision::year, COMITY_PRECISION_YEAR));
static_assert(same(comity::qualifier::uncertain, COMITY_MARK_UNCERTAIN));
static_assert(same(comity::qualifier::approximate, COMITY_MARK_APPROXIMATE));
static_assert(same(comity::season_policy::whole_year, COMITY_SEASONS_WHOLE_YEAR));

} // namespace

int32_t comity_day_from_civil(int64_t year, int32_t month, int32_t day_of_month, int64_t* out_day) {
    return guard([&] {
        auto& result = required(out_day, "out_day");
        std::optional<comity::day> found;
        if (month > 0 && day_of_month > 0)
            found = comity::day::from_civil(year, static_cast<unsigned>(month),
                                            static_cast<unsigned>(day_of_month));
        if (!found)
            throw refusal(COMITY_E_INVALID_DATE, "there is no day " + std::to_string(day_of_month) +
                                                     " of month " + std::to_string(month) + " of year " +
                                                     std::to_string(year));
        result = found->count();
    });
}

int32_t comity_day_to_civil(int64_t day, int64_t* out_year, int32_t* out_month, int32_t* out_day_of_month) {
    return guard([&] {
        auto& year = required(out_year, "out_year");
        auto& month = required(out_month, "out_month");
        auto& day_of_month = required(out_day_of_month, "out_day_of_month");
        const comity::civil_date civil = comity::day(day).civil();
        year = civil.year;
        month = static_cast<int32_t>(civil.month);
        day_of_month = static_cast<int32_t>(civil.day);
    });
}

int32_t comity_date_parse(const char* text, size_t length, const comity_date_options* options,
                          comity_date** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        comity::date_options how;
        how.seasons = enum_in(given.seasons, comity::season_policy::whole_year, "seasons");
        how.allow_hour_24 = given.allow_hour_24 != 0;
        result.make(comity::date::parse(text_in(text, length, "text"), how));
    });
}

int32_t comity_date_destroy(comity_date** date) {
    return destroy(date);
}

int32_t comity_date_text(const comity_date* date, const char** out_text, size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = object(date).value.text(); });
}

int32_t comity_date_canonical(const comity_date* date, const char** out_text, size_t* out_length) {
    return guard([&] {
        const auto& d = object(date);
        text_out(out_text, out_length) = d.canonical.get([&] { return d.value.canonical(); });
    });
}

int32_t comity_date_kind(const comity_date* date, int32_t* out_kind) {
    return guard([&] { required(out_kind, "out_kind") = static_cast<int32_t>(object(date).value.kind()); });
}

int32_t comity_date_precision(const comity_date* date, int32_t* out_precision) {
    return guard([&] {
        required(out_precision, "out_precision") = static_cast<int32_t>(object(date).value.precision());
    });
}

int32_t comity_date_level(const comity_date* date, int32_t* out_level) {
    return guard([&] { required(out_level, "out_level") = object(date).value.level(); });
}

int32_t comity_date_earliest(const comity_date* date, int64_t* out_day, int32_t* out_bound) {
    return guard([&] { bound_out(out_day, out_bound) = object(date).value.earliest(); });
}

int32_t comity_date_latest(const comity_date* date, int64_t* out_day, int32_t* out_bound) {
    return guard([&] { bound_out(out_day, out_bound) = object(date).value.latest(); });
}

int32_t comity_date_begin(const comity_date* date, int64_t* out_first, int32_t* out_first_bound,
                          int64_t* out_last, int32_t* out_last_bound) {
    return guard([&] {
        const window_out result(out_first, out_first_bound, out_last, out_last_bound);
        result = object(date).value.begin_window();
    });
}

int32_t comity_date_end(const comity_date* date, int64_t* out_first, int32_t* out_first_bound,
                        int64_t* out_last, int32_t* out_last_bound) {
    return guard([&] {
        const window_out result(out_first, out_first_bound, out_last, out_last_bound);
        result = object(date).value.end_window();
    });
}

int32_t comity_date_marks(const comity_date* date, int32_t* out_year, int32_t* out_month, int32_t* out_day) {
    return guard([&] {
        auto& year = required(out_year, "out_year");
        auto& month = required(out_month, "out_month");
        auto& day = required(out_day, "out_day");
        const comity::date& d = object(date).value;
        year = static_cast<int32_t>(d.year_marks());
        month = static_cast<int32_t>(d.month_marks());
        day = static_cast<int32_t>(d.day_marks());
    });
}

int32_t comity_date_contains(const comity_date* date, int64_t day, int32_t* out_contains) {
    return guard([&] {
        required(out_contains, "out_contains") = object(date).value.contains(comity::day(day)) ? 1 : 0;
    });
}

int32_t comity_date_contiguous(const comity_date* date, int32_t* out_contiguous) {
    return guard(
        [&] { required(out_contiguous, "out_contiguous") = object(date).value.contiguous() ? 1 : 0; });
}
