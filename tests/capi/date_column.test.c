#include "support/check.h"

#include <string.h>

static const char bytes[] = "1985-0419851985/..24/09/2021x";
static const int64_t offsets[] = {0, 7, 11, 18, 28, 29, 29};
enum { ROWS = 6 };

CASE(strict) {
    int64_t earliest[ROWS], latest[ROWS], invalid = -1;
    uint8_t bound[ROWS], outcome[ROWS];
    comity_date_columns columns = COMITY_DATE_COLUMNS_INIT;
    columns.earliest = earliest;
    columns.latest = latest;
    columns.latest_bound = bound;
    columns.outcome = outcome;
    const uint8_t validity = 0x1f; /* the last has no text */
    OK(comity_dates_parse(bytes, offsets, &validity, ROWS, NULL, &columns, &invalid));
    NUMBER(invalid, 2);
    NUMBER(earliest[0], 5569);
    NUMBER(latest[0], 5598);
    NUMBER(latest[1], 5843);
    NUMBER(bound[2], COMITY_BOUND_OPEN);
    NUMBER(outcome[3], COMITY_DATE_OUTCOME_INVALID);
    NUMBER(outcome[5], COMITY_DATE_OUTCOME_ABSENT);
}

CASE(lenient) {
    uint8_t outcome[ROWS];
    uint32_t notes[ROWS];
    int64_t invalid = -1;
    comity_date_columns columns = COMITY_DATE_COLUMNS_INIT;
    columns.outcome = outcome;
    columns.notes = notes;
    comity_date_column_options options = COMITY_DATE_COLUMN_OPTIONS_INIT;
    options.lenient = 1;
    OK(comity_dates_parse(bytes, offsets, NULL, ROWS, &options, &columns, &invalid));
    NUMBER(invalid, 1);
    NUMBER(outcome[3], COMITY_DATE_OUTCOME_DATE);
    NUMBER(notes[3], COMITY_LENIENT_SLASH_DATE);
    NUMBER(notes[0], 0);
    NUMBER(outcome[5], COMITY_DATE_OUTCOME_ABSENT);
    NUMBER(notes[5], COMITY_LENIENT_ABSENT_WORD);
}

CASE(refusals) {
    int64_t invalid = 0;
    const int64_t falling[] = {0, 4, 2};
    comity_date_columns columns = COMITY_DATE_COLUMNS_INIT;
    FAILS(comity_dates_parse(bytes, falling, NULL, 2, NULL, &columns, &invalid), COMITY_E_INVALID_ARGUMENT,
          "must not fall");
    comity_date_column_options options = COMITY_DATE_COLUMN_OPTIONS_INIT;
    options.slashes = 3;
    FAILS(comity_dates_parse(bytes, offsets, NULL, ROWS, &options, &columns, &invalid),
          COMITY_E_INVALID_ARGUMENT, "'slashes' is 3");
}

CASE(one_leniently) {
    comity_string* text = NULL;
    const char* data = NULL;
    size_t length = 0;
    int32_t outcome = -1;
    uint32_t notes = 0;
    OK(comity_date_read_lenient("24/09/2021", COMITY_NUL, NULL, &outcome, &notes, &text));
    NUMBER(outcome, COMITY_DATE_OUTCOME_DATE);
    NUMBER(notes, COMITY_LENIENT_SLASH_DATE);
    OK(comity_string_text(text, &data, &length));
    CHECK(length == 10 && memcmp(data, "2021-09-24", 10) == 0);
    OK(comity_string_destroy(&text));
    FAILS(comity_date_read_lenient("soon", COMITY_NUL, NULL, &outcome, &notes, &text), COMITY_E_INVALID_DATE,
          "soon");
}

CASE(collapse) {
    const int64_t first[] = {0, 10}, last[] = {9, 0};
    const uint8_t bound[] = {COMITY_BOUND_DAY, COMITY_BOUND_OPEN};
    int64_t days[2];
    uint8_t found[2];
    OK(comity_days_collapse(first, last, NULL, bound, 2, COMITY_COLLAPSE_MIDPOINT, 0, days, found));
    NUMBER(days[0], 4);
    NUMBER(found[0], 1);
    NUMBER(found[1], 0);
    OK(comity_days_collapse(first, last, NULL, bound, 2, COMITY_COLLAPSE_EARLIEST, 0, days, found));
    NUMBER(days[1], 10);
    NUMBER(found[1], 1);
    OK(comity_days_collapse(first, last, NULL, bound, 1, COMITY_COLLAPSE_DRAW, 7, days, found));
    CHECK(0 <= days[0] && days[0] <= 9);
    FAILS(comity_days_collapse(first, last, NULL, bound, 2, 4, 0, days, found), COMITY_E_INVALID_ARGUMENT,
          "'rule' is 4");
}

int main(void) {
    RUN(strict);
    RUN(lenient);
    RUN(refusals);
    RUN(one_leniently);
    RUN(collapse);
    return finish();
}
