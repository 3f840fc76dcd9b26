#include "support/check.h"
#include "support/sample.h"

CASE(edges_are_the_relations) {
    comity_view* all = sample_view();
    comity_table *edges = NULL, *relations = NULL;
    OK(comity_view_edges(all, NULL, 0, &edges));
    OK(comity_view_relations(all, NULL, 0, &relations));
    int64_t rows = 0;
    OK(comity_table_row_count(relations, &rows));
    CHECK(rows > 0);
    const int32_t *a = NULL, *b = NULL;
    OK(comity_table_categories(edges, column_of(edges, "to"), &a));
    OK(comity_table_categories(relations, column_of(relations, "to"), &b));
    for (int64_t i = 0; i < rows; ++i) NUMBER(a[i], b[i]);
    NUMBER(rows_of(&edges), rows);
    OK(comity_table_destroy(&relations));
    OK(comity_view_edges(all, "adopted", COMITY_NUL, &edges));
    CELL(edges, "from", 0, "sco");
    CELL(edges, "to", 0, "statement-2006");
    CELL(edges, "truth", 0, "certain");
    OK(comity_table_destroy(&edges));
    FAILS(comity_view_edges(all, "adoptd", COMITY_NUL, &edges), COMITY_E_UNKNOWN_ID, "adopted");
    OK(comity_view_destroy(&all));
}

static int64_t possible_on(const comity_view* all, int64_t day) {
    comity_view* then = NULL;
    int64_t certain = 0, possible = 0;
    OK(comity_view_at_days(all, day, day, &then));
    OK(comity_view_relation_count(then, &certain, &possible));
    OK(comity_view_destroy(&then));
    return possible;
}

CASE(counts_on_many_days) {
    comity_view *all = sample_view(), *then = NULL;
    const int64_t days[] = {13314, 0, 17500};
    comity_table *at = NULL, *by = NULL;
    OK(comity_view_counts_at(all, days, 3, &at));
    OK(comity_view_counts_by(all, days, 3, &by));
    const int64_t *found = NULL, *begun = NULL;
    OK(comity_table_integers(at, column_of(at, "possible"), &found));
    OK(comity_table_integers(by, column_of(by, "possible"), &begun));
    for (int i = 0; i < 3; ++i) {
        NUMBER(found[i], possible_on(all, days[i]));
        CHECK(begun[i] >= found[i]);
    }
    NUMBER(rows_of(&at), 3);
    NUMBER(rows_of(&by), 3);
    OK(comity_view_counts_at(all, NULL, 0, &at));
    NUMBER(rows_of(&at), 0);
    FAILS(comity_view_counts_at(all, NULL, 1, &at), COMITY_E_NULL, "days");
    OK(comity_view_at(all, "2012", COMITY_NUL, &then));
    FAILS(comity_view_counts_at(then, days, 3, &at), COMITY_E_INVALID_ARGUMENT, "2012");
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

CASE(neighbours_of_many_nodes) {
    comity_view* all = sample_view();
    comity_table *t = NULL, *out = NULL;
    const int64_t nodes[] = {SCO, STATEMENT_2006, SCO};
    OK(comity_view_out_neighbours(all, nodes, 3, NULL, 0, &t));
    OK(comity_view_out(all, SCO, NULL, 0, &out));
    const int64_t of_sco = rows_of(&out);
    OK(comity_view_out(all, STATEMENT_2006, NULL, 0, &out));
    NUMBER(rows_of(&t), 2 * of_sco + rows_of(&out));
    OK(comity_view_out_neighbours(all, nodes, 1, "adopted", COMITY_NUL, &t));
    CELL(t, "from", 0, "sco");
    CELL(t, "to", 0, "statement-2006");
    OK(comity_table_destroy(&t));
    OK(comity_view_in_neighbours(all, nodes + 1, 1, "adopted", COMITY_NUL, &t));
    CELL(t, "to", 0, "sco");
    OK(comity_table_destroy(&t));
    const int64_t none[] = {SAMPLE_NODES};
    FAILS(comity_view_in_neighbours(all, none, 1, NULL, 0, &t), COMITY_E_UNKNOWN_ID, "node number");
    FAILS(comity_view_out_neighbours(all, NULL, 1, NULL, 0, &t), COMITY_E_NULL, "nodes");
    OK(comity_view_destroy(&all));
}

CASE(neighbours_of_one_node_in_memory_of_the_callers) {
    comity_view* all = sample_view();
    uint32_t numbers[4] = {77, 77, 77, 77};
    int64_t count = 0;
    OK(comity_view_in_neighbour_numbers(all, SCO, "member-of", COMITY_NUL, numbers, 4, &count));
    NUMBER(count, 2);
    NUMBER(numbers[0], CHINA);
    NUMBER(numbers[1], INDIA);
    NUMBER(numbers[2], 77);
    OK(comity_view_out_neighbour_numbers(all, SCO, NULL, 0, numbers, 4, &count));
    NUMBER(count, 1);
    NUMBER(numbers[0], STATEMENT_2006);
    OK(comity_view_in_neighbour_numbers(all, SCO, NULL, 0, numbers, 1,
                                        &count)); /* less room than there are */
    NUMBER(count, 2);
    NUMBER(numbers[0], CHINA);
    NUMBER(numbers[1], INDIA);
    OK(comity_view_in_neighbour_numbers(all, SCO, NULL, 0, NULL, 0, &count));
    NUMBER(count, 2);
    FAILS(comity_view_in_neighbour_numbers(all, SCO, NULL, 0, NULL, 1, &count), COMITY_E_NULL, "numbers");
    FAILS(comity_view_out_neighbour_numbers(all, SAMPLE_NODES, NULL, 0, numbers, 4, &count),
          COMITY_E_UNKNOWN_ID, "node number");
    FAILS(comity_view_out_neighbour_numbers(all, SCO, "adoptd", COMITY_NUL, numbers, 4, &count),
          COMITY_E_UNKNOWN_ID, "adopted");
    NUMBER(count, 2);
    OK(comity_view_destroy(&all));
}

int main(void) {
    RUN(edges_are_the_relations);
    RUN(counts_on_many_days);
    RUN(neighbours_of_many_nodes);
    RUN(neighbours_of_one_node_in_memory_of_the_callers);
    return finish();
}
