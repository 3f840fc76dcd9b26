#include "support/check.h"
#include "support/sample.h"

#include <string.h>

static int32_t truth_of(const comity_view* v, int64_t relation) {
    int32_t truth = -1;
    OK(comity_view_relation_truth(v, relation, &truth));
    return truth;
}

/* Replaces `*v` by the view that the call put into `next`. */
static void become(comity_view** v, comity_view* next) {
    OK(comity_view_destroy(v));
    *v = next;
}

CASE(at_shows_what_holds_on_a_day) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_at(all, "2006-06-15", COMITY_NUL, &then));
    NUMBER(truth_of(then, CHINA_IN_SCO), COMITY_TRUTH_CERTAIN);
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_NO);
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_CERTAIN);
    become(&then, NULL);
    OK(comity_view_at(all, "2017-06", COMITY_NUL, &then));
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_POSSIBLE);
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_NO);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(by_shows_what_has_begun) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_by(all, "2016", COMITY_NUL, &then));
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_CERTAIN);
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_NO);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(window_shows_what_touches_it) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_window(all, "2006", COMITY_NUL, NULL, 0, &then));
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_CERTAIN);
    become(&then, NULL);
    OK(comity_view_window(all, "2007", COMITY_NUL, "..", COMITY_NUL, &then));
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_NO);
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_CERTAIN);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(days_by_number) {
    comity_view *all = sample_view(), *then = NULL;
    const int64_t day = day_of(2006, 6, 15);
    OK(comity_view_at_days(all, day, day, &then));
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_CERTAIN);
    become(&then, NULL);
    OK(comity_view_by_days(all, day - 1, day - 1, &then));
    NUMBER(truth_of(then, ADOPTION), COMITY_TRUTH_NO);
    become(&then, NULL);
    FAILS(comity_view_at_days(all, day, day - 1, &then), COMITY_E_INVALID_ARGUMENT, "");
    FAILS(comity_view_by_days(all, day, day - 1, &then), COMITY_E_INVALID_ARGUMENT, "");
    CHECK(then == NULL);
    OK(comity_view_destroy(&all));
}

CASE(second_time_selector_is_an_error) {
    comity_view *all = sample_view(), *then = NULL, *other = NULL;
    OK(comity_view_at(all, "2011", COMITY_NUL, &then));
    FAILS(comity_view_by(then, "2012", COMITY_NUL, &other), COMITY_E_INVALID_ARGUMENT, "2011");
    CHECK(other == NULL);
    OK(comity_view_at_any_time(then, &other));
    become(&then, other);
    OK(comity_view_by(then, "2012", COMITY_NUL, &other));
    OK(comity_view_destroy(&other));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(bad_days_are_errors) {
    comity_view *all = sample_view(), *then = NULL;
    FAILS(comity_view_at(all, "yesterday", COMITY_NUL, &then), COMITY_E_INVALID_DATE, "yesterday");
    FAILS(comity_view_at(all, "2011/2012", COMITY_NUL, &then), COMITY_E_INVALID_ARGUMENT, "2011/2012");
    FAILS(comity_view_window(all, "2012", COMITY_NUL, "2011", COMITY_NUL, &then), COMITY_E_INVALID_ARGUMENT,
          "2012/2011");
    CHECK(then == NULL);
    OK(comity_view_destroy(&all));
}

CASE(kinds_narrow_nodes_and_relations) {
    comity_view *all = sample_view(), *actors = NULL;
    const char* kinds[] = {"actor", "instrumental"};
    const size_t lengths[] = {5, 10};
    OK(comity_view_kinds(all, kinds, NULL, 1, &actors));
    int64_t certain = -1, possible = -1;
    OK(comity_view_node_count(actors, &certain, &possible));
    NUMBER(possible, 3);
    NUMBER(truth_of(actors, ADOPTION), COMITY_TRUTH_NO);
    become(&actors, NULL);
    OK(comity_view_kinds(all, kinds, lengths, 2, &actors));
    OK(comity_view_node_count(actors, &certain, &possible));
    NUMBER(possible, SAMPLE_NODES);
    become(&actors, NULL);
    FAILS(comity_view_kinds(all, kinds, NULL, 2, &actors), COMITY_E_UNKNOWN_ID, "instrument");
    CHECK(actors == NULL);
    OK(comity_view_destroy(&all));
}

CASE(types_narrow_relations) {
    comity_view *all = sample_view(), *some = NULL;
    const char* types[] = {"member-of"};
    OK(comity_view_types(all, types, NULL, 1, &some));
    int64_t certain = -1, possible = -1;
    OK(comity_view_relation_count(some, &certain, &possible));
    NUMBER(possible, 2);
    become(&some, NULL);
    OK(comity_view_types(all, NULL, NULL, 0, &some));
    OK(comity_view_relation_count(some, &certain, &possible));
    NUMBER(possible, 0);
    become(&some, NULL);
    types[0] = NULL;
    FAILS(comity_view_types(all, types, NULL, 1, &some), COMITY_E_NULL, "'types'");
    OK(comity_view_destroy(&all));
}

CASE(modalities_replace_what_is_reported) {
    comity_view *all = sample_view(), *proposed = NULL;
    int32_t wanted[] = {COMITY_MODALITY_PROPOSED, 4};
    OK(comity_view_modalities(all, wanted, 1, &proposed));
    int64_t certain = -1, possible = -1;
    OK(comity_view_relation_count(proposed, &certain, &possible));
    NUMBER(possible, 0);
    become(&proposed, NULL);
    FAILS(comity_view_modalities(all, wanted, 2, &proposed), COMITY_E_INVALID_ARGUMENT, "'modalities' is 4");
    OK(comity_view_destroy(&all));
}

CASE(certain_narrows) {
    comity_view *all = sample_view(), *then = NULL, *sure = NULL;
    OK(comity_view_at(all, "2017", COMITY_NUL, &then));
    OK(comity_view_certain(then, &sure));
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_POSSIBLE);
    NUMBER(truth_of(sure, INDIA_IN_SCO), COMITY_TRUTH_NO);
    OK(comity_view_destroy(&sure));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(node_truth) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_at(all, "2000", COMITY_NUL, &then));
    int32_t truth = -1;
    OK(comity_view_node_truth(then, SCO, &truth));
    NUMBER(truth, COMITY_TRUTH_NO);
    FAILS(comity_view_node_truth(then, SAMPLE_NODES, &truth), COMITY_E_UNKNOWN_ID, "node number 5");
    FAILS(comity_view_relation_truth(then, -1, &truth), COMITY_E_UNKNOWN_ID, "relation number -1");
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

/* The sample with a second source, of 2010, that gives another begin to China's membership. */
static comity_view* disputed_view(void) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    comity_view* v = NULL;
    int64_t source = -1;
    comity_source_options early = COMITY_SOURCE_OPTIONS_INIT;
    early.date = comity_str("2010");
    comity_statement_options other = COMITY_STATEMENT_OPTIONS_INIT;
    other.period = comity_str("2001-07-01/..");
    OK(comity_builder_add_source(b, "early", COMITY_NUL, &early, &source));
    OK(comity_builder_add_relation_statement(b, CHINA_IN_SCO, source, "p1", COMITY_NUL, &other));
    OK(comity_builder_build(b, &h));
    OK(comity_history_all(h, &v));
    OK(comity_history_destroy(&h));
    OK(comity_builder_destroy(&b));
    return v;
}

/* Whether the view holds the begin of China's membership for disputed; `begin` is what it gives. */
static int32_t disputed_in(const comity_view* v, const char* begin) {
    int32_t disputed = -1;
    comity_period* p = NULL;
    const char* text = NULL;
    size_t length = 0;
    OK(comity_view_relation_disputed(v, CHINA_IN_SCO, &disputed));
    OK(comity_view_relation_period(v, CHINA_IN_SCO, &p));
    OK(comity_period_text(p, &text, &length));
    if (begin != NULL) CHECK(length >= strlen(begin) && memcmp(text, begin, strlen(begin)) == 0);
    OK(comity_period_destroy(&p));
    return disputed;
}

CASE(sources_that_count) {
    comity_view *all = disputed_view(), *some = NULL;
    const char* ids[] = {"early", "nobody"};
    NUMBER(disputed_in(all, NULL), 1);
    OK(comity_view_sources(all, ids, NULL, 1, &some));
    NUMBER(disputed_in(some, "2001-07-01"), 0);
    become(&some, NULL);
    OK(comity_view_without_sources(all, ids, NULL, 1, &some));
    NUMBER(disputed_in(some, "2001-06-15"), 0);
    become(&some, NULL);
    FAILS(comity_view_sources(all, ids, NULL, 2, &some), COMITY_E_UNKNOWN_ID, "nobody");
    FAILS(comity_view_without_sources(all, ids, NULL, 2, &some), COMITY_E_UNKNOWN_ID, "nobody");
    CHECK(some == NULL);
    OK(comity_view_destroy(&all));
}

CASE(what_had_been_stated_by_a_day) {
    comity_view *all = disputed_view(), *then = NULL, *again = NULL;
    OK(comity_view_stated_by(all, "2015", COMITY_NUL, &then));
    NUMBER(disputed_in(then, "2001-07-01"), 0);
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_NO);
    FAILS(comity_view_stated_by(then, "2016", COMITY_NUL, &again), COMITY_E_INVALID_ARGUMENT, "2015");
    FAILS(comity_view_stated_by(all, "then", COMITY_NUL, &again), COMITY_E_INVALID_DATE, "then");
    CHECK(again == NULL);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(policy_settles_disputes) {
    comity_view *all = disputed_view(), *settled = NULL;
    OK(comity_view_settled_by(all, "newest", COMITY_NUL, &settled));
    disputed_in(settled, "2001-06-15");
    become(&settled, NULL);
    OK(comity_view_settled_by(all, "source: early, register", COMITY_NUL, &settled));
    disputed_in(settled, "2001-07-01");
    become(&settled, NULL);
    FAILS(comity_view_settled_by(all, "oracle", COMITY_NUL, &settled), COMITY_E_INVALID_ARGUMENT, "oracle");
    CHECK(settled == NULL);
    OK(comity_view_destroy(&all));
}

CASE(marks_may_be_ignored) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    comity_view *all = NULL, *then = NULL, *sure = NULL;
    OK(comity_builder_set_relation_period(b, INDIA_IN_SCO, "2017?", COMITY_NUL));
    OK(comity_builder_build(b, &h));
    OK(comity_history_all(h, &all));
    OK(comity_view_by(all, "2019", COMITY_NUL, &then));
    NUMBER(truth_of(then, INDIA_IN_SCO), COMITY_TRUTH_POSSIBLE);
    OK(comity_view_ignoring_marks(then, &sure));
    NUMBER(truth_of(sure, INDIA_IN_SCO), COMITY_TRUTH_CERTAIN);
    OK(comity_view_destroy(&sure));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
    OK(comity_history_destroy(&h));
    OK(comity_builder_destroy(&b));
}

CASE(nodes_in_a_reading) {
    comity_view* all = disputed_view();
    comity_period* p = NULL;
    int32_t disputed = -1;
    OK(comity_view_node_disputed(all, SCO, &disputed));
    NUMBER(disputed, 0);
    OK(comity_view_node_period(all, SCO, &p));
    OK(comity_period_destroy(&p));
    FAILS(comity_view_node_period(all, -1, &p), COMITY_E_UNKNOWN_ID, "node number -1");
    FAILS(comity_view_relation_period(all, -1, &p), COMITY_E_UNKNOWN_ID, "relation number -1");
    FAILS(comity_view_node_disputed(all, -1, &disputed), COMITY_E_UNKNOWN_ID, "node number -1");
    FAILS(comity_view_relation_disputed(all, -1, &disputed), COMITY_E_UNKNOWN_ID, "relation number -1");
    OK(comity_view_destroy(&all));
}

CASE(describe_says_what_is_seen_and_stays_where_it_is) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_at(all, "2011-09-12", COMITY_NUL, &then));
    const char *text = NULL, *again = NULL;
    size_t length = 0;
    OK(comity_view_describe(then, &text, &length));
    TEXT(text, length, "at 2011-09-12");
    OK(comity_view_describe(then, &again, &length));
    CHECK(text == again);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(history_of_a_view) {
    comity_view* all = sample_view();
    comity_history* h = NULL;
    OK(comity_view_history(all, &h));
    OK(comity_view_destroy(&all));
    int64_t count = -1;
    OK(comity_history_node_count(h, &count));
    NUMBER(count, SAMPLE_NODES);
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(at_shows_what_holds_on_a_day);
    RUN(by_shows_what_has_begun);
    RUN(window_shows_what_touches_it);
    RUN(days_by_number);
    RUN(second_time_selector_is_an_error);
    RUN(bad_days_are_errors);
    RUN(kinds_narrow_nodes_and_relations);
    RUN(types_narrow_relations);
    RUN(modalities_replace_what_is_reported);
    RUN(certain_narrows);
    RUN(node_truth);
    RUN(sources_that_count);
    RUN(what_had_been_stated_by_a_day);
    RUN(policy_settles_disputes);
    RUN(marks_may_be_ignored);
    RUN(nodes_in_a_reading);
    RUN(describe_says_what_is_seen_and_stays_where_it_is);
    RUN(history_of_a_view);
    return finish();
}
