#include "support/check.h"
#include "support/sample.h"

static comity_date* parsed(const char* text) {
    comity_date* d = NULL;
    OK(comity_date_parse(text, COMITY_NUL, NULL, &d));
    return d;
}

CASE(day_goes_to_civil_and_back) {
    int64_t year = 0;
    int32_t month = 0, day = 0;
    NUMBER(day_of(1970, 1, 1), 0);
    OK(comity_day_to_civil(day_of(-44, 3, 15), &year, &month, &day));
    NUMBER(year, -44);
    NUMBER(month, 3);
    NUMBER(day, 15);
}

CASE(day_that_there_is_not_is_an_error) {
    int64_t number = 7;
    FAILS(comity_day_from_civil(2011, 2, 29, &number), COMITY_E_INVALID_DATE,
          "day 29 of month 2 of year 2011");
    FAILS(comity_day_from_civil(2011, -1, 1, &number), COMITY_E_INVALID_DATE, "month -1");
    FAILS(comity_day_from_civil(INT64_MAX, 1, 1, &number), COMITY_E_INVALID_DATE, "year");
    NUMBER(number, 7);
}

CASE(text_is_kept_as_written) {
    comity_date* d = parsed("2011?-09-12~");
    const char* text = NULL;
    size_t length = 0;
    OK(comity_date_text(d, &text, &length));
    TEXT(text, length, "2011?-09-12~");
    const char* canonical = NULL;
    OK(comity_date_canonical(d, &canonical, &length));
    const char* again = NULL;
    OK(comity_date_canonical(d, &again, &length));
    CHECK(canonical == again);
    OK(comity_date_destroy(&d));
}

CASE(length_of_a_text_may_be_given) {
    comity_date* d = NULL;
    OK(comity_date_parse("2011-09-12 and so on", 10, NULL, &d));
    const char* text = NULL;
    size_t length = 0;
    OK(comity_date_text(d, &text, &length));
    TEXT(text, length, "2011-09-12");
    OK(comity_date_destroy(&d));
}

CASE(kind_precision_and_level) {
    comity_date* d = parsed("[1667,1668]");
    int32_t number = -1;
    OK(comity_date_kind(d, &number));
    NUMBER(number, COMITY_DATE_SET);
    OK(comity_date_precision(d, &number));
    NUMBER(number, COMITY_PRECISION_YEAR);
    OK(comity_date_level(d, &number));
    NUMBER(number, 2);
    OK(comity_date_destroy(&d));
}

CASE(earliest_and_latest_days) {
    comity_date* d = parsed("2011-09");
    int64_t day = -1;
    int32_t bound = -1;
    OK(comity_date_earliest(d, &day, &bound));
    NUMBER(day, day_of(2011, 9, 1));
    NUMBER(bound, COMITY_BOUND_DAY);
    OK(comity_date_latest(d, &day, &bound));
    NUMBER(day, day_of(2011, 9, 30));
    OK(comity_date_destroy(&d));
}

CASE(bounds_without_a_day_say_why) {
    comity_date* d = parsed("2001-06-15/..");
    int64_t day = -1;
    int32_t bound = -1;
    OK(comity_date_latest(d, &day, &bound));
    NUMBER(bound, COMITY_BOUND_OPEN);
    OK(comity_date_destroy(&d));
    d = parsed("2001-06-15/");
    OK(comity_date_latest(d, &day, &bound));
    NUMBER(bound, COMITY_BOUND_UNKNOWN);
    OK(comity_date_destroy(&d));
    d = parsed("Y170000000000000002");
    OK(comity_date_latest(d, &day, &bound));
    NUMBER(bound, COMITY_BOUND_OVERFLOW);
    NUMBER(day, INT64_MAX);
    OK(comity_date_destroy(&d));
}

CASE(ends_of_an_interval) {
    comity_date* d = parsed("2006/2011-09");
    int64_t first = 0, last = 0;
    int32_t first_bound = -1, last_bound = -1;
    OK(comity_date_begin(d, &first, &first_bound, &last, &last_bound));
    NUMBER(first, day_of(2006, 1, 1));
    NUMBER(last, day_of(2006, 12, 31));
    OK(comity_date_end(d, &first, &first_bound, &last, &last_bound));
    NUMBER(first, day_of(2011, 9, 1));
    NUMBER(last, day_of(2011, 9, 30));
    NUMBER(last_bound, COMITY_BOUND_DAY);
    OK(comity_date_destroy(&d));
}

CASE(marks_of_each_component) {
    comity_date* d = parsed("2011-09?-~12");
    int32_t year = -1, month = -1, day = -1;
    OK(comity_date_marks(d, &year, &month, &day));
    NUMBER(year, COMITY_MARK_UNCERTAIN);
    NUMBER(month, COMITY_MARK_UNCERTAIN);
    NUMBER(day, COMITY_MARK_APPROXIMATE);
    OK(comity_date_destroy(&d));
}

CASE(contains_knows_the_gaps) {
    comity_date* d = parsed("[1667,1670]");
    int32_t yes = -1;
    OK(comity_date_contains(d, day_of(1667, 5, 1), &yes));
    NUMBER(yes, 1);
    OK(comity_date_contains(d, day_of(1668, 5, 1), &yes));
    NUMBER(yes, 0);
    OK(comity_date_contiguous(d, &yes));
    NUMBER(yes, 0);
    OK(comity_date_destroy(&d));
}

CASE(options_change_the_seasons) {
    comity_date_options o = COMITY_DATE_OPTIONS_INIT;
    o.seasons = COMITY_SEASONS_SOUTHERN;
    comity_date* d = NULL;
    int64_t day = 0;
    int32_t bound = 0;
    OK(comity_date_parse("2011-21", COMITY_NUL, &o, &d));
    OK(comity_date_earliest(d, &day, &bound));
    NUMBER(day, day_of(2011, 9, 1));
    OK(comity_date_destroy(&d));
    o.seasons = 3;
    FAILS(comity_date_parse("2011-21", COMITY_NUL, &o, &d), COMITY_E_INVALID_ARGUMENT, "'seasons' is 3");
    CHECK(d == NULL);
    o.seasons = 0;
    FAILS(comity_date_parse("2011-09-12T24:00:00", COMITY_NUL, &o, &d), COMITY_E_INVALID_DATE,
          "2011-09-12T24");
    o.allow_hour_24 = 1;
    OK(comity_date_parse("2011-09-12T24:00:00", COMITY_NUL, &o, &d));
    OK(comity_date_destroy(&d));
}

CASE(what_is_no_date_is_an_error_that_says_where) {
    comity_date* d = NULL;
    FAILS(comity_date_parse("2011-9-12", COMITY_NUL, NULL, &d), COMITY_E_INVALID_DATE, "2011-9-12");
    FAILS(comity_date_parse("", 0, NULL, &d), COMITY_E_INVALID_DATE, "");
    CHECK(d == NULL);
}

int main(void) {
    RUN(day_goes_to_civil_and_back);
    RUN(day_that_there_is_not_is_an_error);
    RUN(text_is_kept_as_written);
    RUN(length_of_a_text_may_be_given);
    RUN(kind_precision_and_level);
    RUN(earliest_and_latest_days);
    RUN(bounds_without_a_day_say_why);
    RUN(ends_of_an_interval);
    RUN(marks_of_each_component);
    RUN(contains_knows_the_gaps);
    RUN(options_change_the_seasons);
    RUN(what_is_no_date_is_an_error_that_says_where);
    return finish();
}
