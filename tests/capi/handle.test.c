/* What callers get wrong with handles is an error, whatever happened to the memory behind them. */
#define COMITY_EXPERIMENTAL
#include "support/check.h"
#include "support/sample.h"

CASE(destroying_sets_to_null_and_twice_is_harmless) {
    comity_history* h = sample_history();
    OK(comity_history_destroy(&h));
    CHECK(h == NULL);
    OK(comity_history_destroy(&h));
    OK(comity_history_destroy(NULL));
}

CASE(destroyed_handle_is_an_error) {
    comity_history* h = sample_history();
    comity_history* copy = h;
    int64_t count = -1;
    OK(comity_history_destroy(&h));
    FAILS(comity_history_node_count(copy, &count), COMITY_E_HANDLE, "was destroyed");
    FAILS(comity_history_destroy(&copy), COMITY_E_HANDLE, "was destroyed");
    CHECK(copy == NULL);
    NUMBER(count, -1);
}

CASE(handle_that_took_the_place_of_a_destroyed_one_is_told_from_it) {
    comity_view* v = sample_view();
    comity_view *first = NULL, *second = NULL;
    OK(comity_view_certain(v, &first));
    comity_view* copy = first;
    OK(comity_view_destroy(&first));
    OK(comity_view_certain(v, &second));
    int64_t a = -1, b = -1;
    FAILS(comity_view_node_count(copy, &a, &b), COMITY_E_HANDLE, "was destroyed");
    OK(comity_view_node_count(second, &a, &b));
    OK(comity_view_destroy(&second));
    OK(comity_view_destroy(&v));
}

CASE(handle_of_another_type_is_an_error) {
    comity_history* h = sample_history();
    int64_t a = -1, b = -1;
    FAILS(comity_view_node_count((const comity_view*)(const void*)h, &a, &b), COMITY_E_HANDLE,
          "a comity_view is needed; this handle is a comity_history");
    comity_view* mistaken = (comity_view*)(void*)h;
    FAILS(comity_view_destroy(&mistaken), COMITY_E_HANDLE, "comity_history");
    OK(comity_history_node_count(h, &a)); /* and lives on */
    OK(comity_history_destroy(&h));
}

CASE(what_never_was_a_handle_is_an_error) {
    int64_t count = -1;
    int local = 0;
    FAILS(comity_history_node_count((const comity_history*)(const void*)&local, &count), COMITY_E_HANDLE,
          "never was a handle");
    FAILS(comity_history_node_count((const comity_history*)(uintptr_t)1234567, &count), COMITY_E_HANDLE, "");
    FAILS(comity_history_node_count((const comity_history*)UINTPTR_MAX, &count), COMITY_E_HANDLE, "");
    FAILS(comity_history_node_count(NULL, &count), COMITY_E_NULL, "the comity_history is NULL");
}

/* Everything that can be made from a history, destroyed in an order that the bits of `order` shuffle. */
static void make_and_destroy(unsigned order) {
    comity_history* h = sample_history();
    comity_view *all = NULL, *then = NULL;
    comity_snapshot* s = NULL;
    comity_table* t = NULL;
    comity_period* p = NULL;
    OK(comity_history_all(h, &all));
    OK(comity_view_at(all, "2017", COMITY_NUL, &then));
    OK(comity_view_snapshot(then, &s));
    OK(comity_history_notes(h, &t));
    OK(comity_node_period(h, SCO, &p));
    for (unsigned round = 0; round < 2; ++round) { /* those whose bit is set first, then the others */
        const unsigned now = round == 0 ? order : ~order;
        if (now & 1u) OK(comity_history_destroy(&h));
        if (now & 2u) OK(comity_view_destroy(&all));
        if (now & 4u) OK(comity_view_destroy(&then));
        if (now & 8u) OK(comity_snapshot_destroy(&s));
        if (now & 16u) OK(comity_table_destroy(&t));
        if (now & 32u) OK(comity_period_destroy(&p));
        if (round == 1) break;
        int64_t number = -1;
        if (all != NULL) OK(comity_view_node_truth(all, SCO, &(int32_t){0}));
        if (then != NULL) OK(comity_view_relation_count(then, &number, &number));
        if (s != NULL) OK(comity_snapshot_relation(s, 0, &number));
        if (t != NULL) OK(comity_table_row_count(t, &number));
        if (p != NULL) OK(comity_period_at(p, 0, 0, &(int32_t){0}));
    }
}

CASE(any_order_of_destruction_is_legal) {
    for (unsigned order = 0; order < 64; ++order) make_and_destroy(order);
}

CASE(many_handles_live_at_once) {
    enum { MANY = 10000 };
    static comity_date* dates[MANY];
    for (int i = 0; i < MANY; ++i) OK(comity_date_parse("2011-09-12", COMITY_NUL, NULL, &dates[i]));
    NUMBER(comity_live_handles(), MANY);
    for (int i = 0; i < MANY; i += 2) OK(comity_date_destroy(&dates[i]));
    for (int i = 0; i < MANY; i += 2) OK(comity_date_parse("2012", COMITY_NUL, NULL, &dates[i]));
    for (int i = 0; i < MANY; ++i) {
        int32_t kind = -1;
        OK(comity_date_kind(dates[i], &kind));
        NUMBER(kind, i % 2 == 0 ? COMITY_DATE_YEAR : COMITY_DATE_DAY);
        OK(comity_date_destroy(&dates[i]));
    }
    NUMBER(comity_live_handles(), 0);
}

int main(void) {
    RUN(destroying_sets_to_null_and_twice_is_harmless);
    RUN(destroyed_handle_is_an_error);
    RUN(handle_that_took_the_place_of_a_destroyed_one_is_told_from_it);
    RUN(handle_of_another_type_is_an_error);
    RUN(what_never_was_a_handle_is_an_error);
    RUN(any_order_of_destruction_is_legal);
    RUN(many_handles_live_at_once);
    return finish();
}
