#include "support/check.h"
#include "support/sample.h"

static comity_period* parsed(const char* text, int32_t nature) {
    comity_period* p = NULL;
    OK(comity_period_parse(text, COMITY_NUL, nature, &p));
    return p;
}

CASE(text_and_nature) {
    comity_period* p = parsed("2001-06-15/..", COMITY_NATURE_STATE);
    const char* text = NULL;
    size_t length = 0;
    OK(comity_period_text(p, &text, &length));
    TEXT(text, length, "2001-06-15/..");
    int32_t nature = -1;
    OK(comity_period_nature(p, &nature));
    NUMBER(nature, COMITY_NATURE_STATE);
    OK(comity_period_destroy(&p));
}

CASE(begin_and_end_are_windows) {
    comity_period* p = parsed("2001-06/2010", COMITY_NATURE_STATE);
    int64_t first = 0, last = 0;
    int32_t first_bound = -1, last_bound = -1;
    OK(comity_period_begin(p, &first, &first_bound, &last, &last_bound));
    NUMBER(first, day_of(2001, 6, 1));
    NUMBER(last, day_of(2001, 6, 30));
    OK(comity_period_end(p, &first, &first_bound, &last, &last_bound));
    NUMBER(first, day_of(2010, 1, 1));
    NUMBER(last, day_of(2010, 12, 31));
    NUMBER(last_bound, COMITY_BOUND_DAY);
    OK(comity_period_destroy(&p));
}

CASE(at_by_and_window_have_three_answers) {
    comity_period* p = parsed("2001-06/2010", COMITY_NATURE_STATE);
    int32_t truth = -1;
    OK(comity_period_at(p, day_of(2001, 5, 31), day_of(2001, 5, 31), &truth));
    NUMBER(truth, COMITY_TRUTH_NO);
    OK(comity_period_at(p, day_of(2001, 6, 20), day_of(2001, 6, 20), &truth));
    NUMBER(truth, COMITY_TRUTH_POSSIBLE);
    OK(comity_period_at(p, day_of(2005, 1, 1), day_of(2005, 12, 31), &truth));
    NUMBER(truth, COMITY_TRUTH_CERTAIN);
    OK(comity_period_by(p, day_of(2011, 1, 1), day_of(2011, 1, 1), &truth));
    NUMBER(truth, COMITY_TRUTH_CERTAIN);
    OK(comity_period_window(p, day_of(2000, 1, 1), day_of(2001, 6, 1), &truth));
    NUMBER(truth, COMITY_TRUTH_POSSIBLE);
    OK(comity_period_destroy(&p));
}

CASE(act_is_on_one_day) {
    comity_period* p = parsed("2006-06", COMITY_NATURE_ACT);
    int32_t truth = -1;
    OK(comity_period_window(p, day_of(2006, 1, 1), day_of(2006, 12, 31), &truth));
    NUMBER(truth, COMITY_TRUTH_CERTAIN);
    OK(comity_period_at(p, day_of(2006, 6, 15), day_of(2006, 6, 15), &truth));
    NUMBER(truth, COMITY_TRUTH_POSSIBLE);
    OK(comity_period_destroy(&p));
}

CASE(relations_of_two_periods) {
    comity_period* a = parsed("2001-06/2005", COMITY_NATURE_STATE);
    comity_period* b = parsed("2005/2010", COMITY_NATURE_STATE);
    int32_t set = -1, truth = -1;
    OK(comity_period_relations(a, b, &set));
    CHECK((set >> COMITY_ALLEN_OVERLAPS & 1) == 1);
    CHECK((set >> COMITY_ALLEN_AFTER & 1) == 0);
    OK(comity_period_holds(a, b, 1 << COMITY_ALLEN_OVERLAPS, &truth));
    NUMBER(truth, COMITY_TRUTH_POSSIBLE);
    OK(comity_period_holds(a, b, set, &truth));
    NUMBER(truth, COMITY_TRUTH_CERTAIN);
    OK(comity_period_holds(a, b, 1 << COMITY_ALLEN_AFTER, &truth));
    NUMBER(truth, COMITY_TRUTH_NO);
    FAILS(comity_period_holds(a, b, 1 << 13, &truth), COMITY_E_INVALID_ARGUMENT, "'wanted' is 8192");
    OK(comity_period_destroy(&a));
    OK(comity_period_destroy(&b));
}

CASE(lags_and_lengths) {
    comity_period* a = parsed("2001-06-15/..", COMITY_NATURE_STATE);
    comity_period* b = parsed("2006-06", COMITY_NATURE_ACT);
    int64_t min = -1, max = -1;
    int32_t min_bound = -1, max_bound = -1;
    OK(comity_period_lag(a, COMITY_EDGE_BEGIN, b, COMITY_EDGE_BEGIN, &min, &min_bound, &max, &max_bound));
    NUMBER(min, day_of(2006, 6, 1) - day_of(2001, 6, 15));
    NUMBER(max, day_of(2006, 6, 30) - day_of(2001, 6, 15));
    NUMBER(min_bound, COMITY_BOUND_DAY);
    OK(comity_period_length(a, &min, &min_bound, &max, &max_bound));
    NUMBER(max_bound, COMITY_BOUND_OPEN);
    NUMBER(max, 0);
    OK(comity_period_length(b, &min, &min_bound, &max, &max_bound));
    NUMBER(min, 1);
    NUMBER(max, 1);
    FAILS(comity_period_lag(a, 2, b, 0, &min, &min_bound, &max, &max_bound), COMITY_E_INVALID_ARGUMENT,
          "'from_edge' is 2");
    OK(comity_period_destroy(&a));
    OK(comity_period_destroy(&b));
}

CASE(undated_is_a_period) {
    comity_period* p = parsed("", COMITY_NATURE_STATE);
    int32_t truth = -1;
    OK(comity_period_at(p, 0, 0, &truth));
    NUMBER(truth, COMITY_TRUTH_POSSIBLE);
    OK(comity_period_destroy(&p));
}

CASE(bad_input_is_an_error) {
    comity_period* p = NULL;
    FAILS(comity_period_parse("2001", COMITY_NUL, 3, &p), COMITY_E_INVALID_ARGUMENT, "'nature' is 3");
    FAILS(comity_period_parse("soon", COMITY_NUL, COMITY_NATURE_ACT, &p), COMITY_E_INVALID_DATE, "soon");
    CHECK(p == NULL);
    p = parsed("2001", COMITY_NATURE_ACT);
    int32_t truth = -1;
    FAILS(comity_period_at(p, 5, 4, &truth), COMITY_E_INVALID_ARGUMENT, "end before they begin");
    NUMBER(truth, -1);
    OK(comity_period_destroy(&p));
}

int main(void) {
    RUN(text_and_nature);
    RUN(begin_and_end_are_windows);
    RUN(at_by_and_window_have_three_answers);
    RUN(act_is_on_one_day);
    RUN(relations_of_two_periods);
    RUN(lags_and_lengths);
    RUN(undated_is_a_period);
    RUN(bad_input_is_an_error);
    return finish();
}
