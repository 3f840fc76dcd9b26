#include "support/check.h"
#include "support/sample.h"

static comity_snapshot* snapshot_of_all(void) {
    comity_view* all = sample_view();
    comity_snapshot* s = NULL;
    OK(comity_view_snapshot(all, &s));
    OK(comity_view_destroy(&all));
    return s;
}

CASE(algorithms_give_a_row_for_each_vertex) {
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    OK(comity_pagerank(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_weak_components(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_strong_components(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_core_numbers(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_betweenness(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_clustering(s, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    const int64_t from = CHINA;
    OK(comity_distances(s, &from, 1, COMITY_DIRECTION_OUT, NULL, &t));
    int64_t distance = -1, column = -1;
    OK(comity_table_find_column(t, "distance", COMITY_NUL, &column));
    OK(comity_table_integer(t, column, SCO, &distance));
    NUMBER(distance, 1);
    OK(comity_table_destroy(&t));
    OK(comity_snapshot_destroy(&s));
}

CASE(a_snapshot_is_made_once_until_it_is_forgotten) {
    comity_history* h = sample_history();
    comity_view* all = NULL;
    comity_snapshot *first = NULL, *again = NULL, *anew = NULL;
    OK(comity_history_all(h, &all));
    OK(comity_view_snapshot(all, &first));
    OK(comity_view_snapshot(all, &again));
    OK(comity_history_forget_snapshots(h));
    OK(comity_view_snapshot(all, &anew));
    const uint32_t *a = NULL, *b = NULL, *c = NULL;
    OK(comity_snapshot_targets(first, &a));
    OK(comity_snapshot_targets(again, &b));
    OK(comity_snapshot_targets(anew, &c));
    CHECK(a == b);
    CHECK(a != c);
    OK(comity_snapshot_destroy(&first));
    OK(comity_snapshot_destroy(&again));
    OK(comity_snapshot_destroy(&anew));
    OK(comity_view_destroy(&all));
    OK(comity_history_destroy(&h));
}

CASE(pairs_are_rows) {
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    comity_co_occurrence_options o = COMITY_CO_OCCURRENCE_OPTIONS_INIT;
    OK(comity_co_occurrence(s, &o,
                            &t)); /* China and India meet in the SCO, the SCO and the plan in the statement */
    NUMBER(rows_of(&t), 2);
    o.of_targets = 1;
    OK(comity_co_occurrence(s, &o, &t));
    NUMBER(rows_of(&t), 0);
    OK(comity_transitive_closure(s, NULL, &t));
    CHECK(rows_of(&t) >= SAMPLE_RELATIONS);
    comity_closure_options few = COMITY_CLOSURE_OPTIONS_INIT;
    few.most = 1;
    FAILS(comity_transitive_closure(s, &few, &t), COMITY_E_LIMIT_EXCEEDED, "more than 1 pairs");
    OK(comity_snapshot_destroy(&s));
}

CASE(edges_weigh_what_an_attribute_says_or_how_many_they_are) {
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    double weight = 0;
    OK(comity_edge_weights(s, NULL, 0, NULL, NULL, &t));
    OK(comity_table_number(t, column_of(t, "weight"), 0, &weight));
    CHECK(weight == 1);
    NUMBER(rows_of(&t), SAMPLE_RELATIONS);
    const double otherwise = 0.5;
    OK(comity_edge_weights(s, "weight", COMITY_NUL, &otherwise, NULL, &t));
    OK(comity_table_number(t, column_of(t, "weight"), 0, &weight));
    CHECK(weight == 0.5);
    NUMBER(rows_of(&t), SAMPLE_RELATIONS);
    FAILS(comity_edge_weights(s, "weight", COMITY_NUL, NULL, NULL, &t), COMITY_E_INVALID_ARGUMENT,
          "has no 'weight'");
    FAILS(comity_edge_weights(s, "weigth", COMITY_NUL, NULL, NULL, &t), COMITY_E_UNKNOWN_ID,
          "did you mean 'weight'");
    OK(comity_snapshot_destroy(&s));
}

CASE(what_cannot_be_asked_is_named) {
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    comity_pagerank_options rank = COMITY_PAGERANK_OPTIONS_INIT;
    rank.damping = 2;
    FAILS(comity_pagerank(s, &rank, &t), COMITY_E_INVALID_ARGUMENT, "damping");
    comity_betweenness_options between = COMITY_BETWEENNESS_OPTIONS_INIT;
    between.direction = 3;
    FAILS(comity_betweenness(s, &between, &t), COMITY_E_INVALID_ARGUMENT, "direction");
    const int64_t nobody = SAMPLE_NODES;
    FAILS(comity_distances(s, &nobody, 1, 0, NULL, &t), COMITY_E_UNKNOWN_ID, "node number");
    FAILS(comity_distances(s, NULL, 1, 0, NULL, &t), COMITY_E_NULL, "nodes");
    OK(comity_snapshot_destroy(&s));
}

CASE(long_work_can_be_stopped) {
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    comity_pagerank_options o = COMITY_PAGERANK_OPTIONS_INIT;
    o.progress = no_more;
    FAILS(comity_pagerank(s, &o, &t), COMITY_E_CANCELLED, "pagerank");
    comity_closure_options closure = COMITY_CLOSURE_OPTIONS_INIT;
    closure.progress = no_more;
    FAILS(comity_transitive_closure(s, &closure, &t), COMITY_E_CANCELLED, "transitive closure");
    OK(comity_snapshot_destroy(&s));
}

typedef int32_t algorithm(const comity_snapshot* s, const comity_graph_options* o, comity_table** out);

static int32_t distances_from_china(const comity_snapshot* s, const comity_graph_options* o,
                                    comity_table** out) {
    const int64_t from = CHINA;
    return comity_distances(s, &from, 1, COMITY_DIRECTION_BOTH, o, out);
}
static int32_t weights_by_count(const comity_snapshot* s, const comity_graph_options* o, comity_table** out) {
    return comity_edge_weights(s, NULL, 0, NULL, o, out);
}
static int32_t weights_by_attribute(const comity_snapshot* s, const comity_graph_options* o,
                                    comity_table** out) {
    const double missing = 1;
    return comity_edge_weights(s, "weight", COMITY_NUL, &missing, o, out);
}

CASE(work_without_other_options_can_be_stopped_and_begun_again) {
    static algorithm* const all[] = {comity_weak_components, comity_strong_components, comity_core_numbers,
                                     comity_clustering,      distances_from_china,     weights_by_count,
                                     weights_by_attribute};
    comity_snapshot* s = snapshot_of_all();
    comity_table* t = NULL;
    comity_graph_options o = COMITY_GRAPH_OPTIONS_INIT;
    o.progress = no_more;
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        FAILS(all[i](s, &o, &t), COMITY_E_CANCELLED, "stopped");
        OK(all[i](s, NULL, &t));
        CHECK(rows_of(&t) > 0);
    }
    OK(comity_snapshot_destroy(&s));
}

CASE(ways_through_time) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    OK(comity_earliest_arrivals(all, CHINA, 20000, NULL, &t));
    CHECK(rows_of(&t) >= 1);
    OK(comity_latest_departures(all, SCO, 20000, NULL, &t));
    CHECK(rows_of(&t) >= 1);
    OK(comity_fastest_journey(all, CHINA, SCO, NULL, &t));
    NUMBER(rows_of(&t), 1);
    OK(comity_temporal_closeness(all, 12000, NULL, &t));
    NUMBER(rows_of(&t), SAMPLE_NODES);
    FAILS(comity_earliest_arrivals(all, -1, 0, NULL, &t), COMITY_E_UNKNOWN_ID, "node number -1");
    OK(comity_view_destroy(&all));
}

CASE(rolling_views) {
    comity_view *all = sample_view(), *then = NULL;
    comity_table* t = NULL;
    comity_rolling_options o = COMITY_ROLLING_OPTIONS_INIT;
    OK(comity_rolling(all, 10957, 14609, &o, &t)); /* 2000-01-01 to 2009-12-31 */
    NUMBER(rows_of(&t), 10);
    o.length = 5;
    o.step = 1;
    OK(comity_rolling(all, 10957, 14609, &o, &t));
    NUMBER(rows_of(&t), 6);
    o.on_days = 1;
    OK(comity_rolling(all, 10957, 14609, &o, &t));
    NUMBER(rows_of(&t), 10);
    o.unit = 3;
    FAILS(comity_rolling(all, 10957, 14609, &o, &t), COMITY_E_INVALID_ARGUMENT, "unit");
    OK(comity_view_at(all, "2005", COMITY_NUL, &then));
    FAILS(comity_rolling(all, 14609, 10957, NULL, &t), COMITY_E_INVALID_ARGUMENT, "before they begin");
    FAILS(comity_rolling(then, 10957, 14609, NULL, &t), COMITY_E_INVALID_ARGUMENT, "2005");
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

int main(void) {
    RUN(algorithms_give_a_row_for_each_vertex);
    RUN(a_snapshot_is_made_once_until_it_is_forgotten);
    RUN(pairs_are_rows);
    RUN(edges_weigh_what_an_attribute_says_or_how_many_they_are);
    RUN(what_cannot_be_asked_is_named);
    RUN(long_work_can_be_stopped);
    RUN(work_without_other_options_can_be_stopped_and_begun_again);
    RUN(ways_through_time);
    RUN(rolling_views);
    return finish();
}
