#include "support/check.h"
#include "support/sample.h"

static comity_view* view_at(const char* day) {
    comity_view *all = sample_view(), *then = NULL;
    OK(comity_view_at(all, day, COMITY_NUL, &then));
    OK(comity_view_destroy(&all));
    return then;
}

CASE(nodes) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    OK(comity_view_nodes(all, NULL, 0, &t));
    CELL(t, "id", STATEMENT_2006, "statement-2006");
    CELL(t, "kind", STATEMENT_2006, "statement");
    CELL(t, "name", STATEMENT_2006, "Statement of 2006");
    CELL(t, "dates", STATEMENT_2006, "2006-06-15/..");
    CELL(t, "truth", SCO, "certain");
    CELL(t, "modality", SCO, "reported");
    NUMBER(rows_of(&t), SAMPLE_NODES);
    OK(comity_view_nodes(all, "instrument", COMITY_NUL, &t));
    CELL(t, "id", 0, "statement-2006");
    NUMBER(rows_of(&t), 2);
    FAILS(comity_view_nodes(all, "instruments", COMITY_NUL, &t), COMITY_E_UNKNOWN_ID, "instrument");
    CHECK(t == NULL);
    OK(comity_view_destroy(&all));
}

CASE(categories_of_ids_are_numbers_of_nodes) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    const int32_t* numbers = NULL;
    OK(comity_view_nodes(all, "instrument", COMITY_NUL, &t));
    OK(comity_table_categories(t, column_of(t, "id"), &numbers));
    NUMBER(numbers[0], STATEMENT_2006);
    NUMBER(numbers[1], PLAN);
    OK(comity_table_destroy(&t));
    OK(comity_view_relations(all, "adopted", COMITY_NUL, &t));
    OK(comity_table_categories(t, column_of(t, "from"), &numbers));
    NUMBER(numbers[0], SCO);
    OK(comity_table_categories(t, column_of(t, "to"), &numbers));
    NUMBER(numbers[0], STATEMENT_2006);
    OK(comity_table_destroy(&t));
    OK(comity_view_destroy(&all));
}

CASE(names_in_another_language) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    comity_listing_options o = COMITY_LISTING_OPTIONS_INIT;
    o.language = comity_str("zh");
    OK(comity_view_nodes_with(all, "statement", COMITY_NUL, &o, &t));
    CELL(t, "name", 0, "声明");
    OK(comity_table_destroy(&t));
    OK(comity_view_destroy(&all));
}

CASE(relations) {
    comity_view* then = view_at("2017");
    comity_table* t = NULL;
    OK(comity_view_relations(then, "member-of", COMITY_NUL, &t));
    CELL(t, "id", 0, "china-in-sco");
    CELL(t, "id", 1, NULL);
    CELL(t, "from", 1, "india");
    CELL(t, "to", 1, "sco");
    CELL(t, "truth", 0, "certain");
    CELL(t, "truth", 1, "possible");
    NUMBER(rows_of(&t), 2);
    FAILS(comity_view_relations(then, "member", COMITY_NUL, &t), COMITY_E_UNKNOWN_ID, "member");
    OK(comity_view_destroy(&then));
}

CASE(out_and_in) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    int64_t number = -1;
    OK(comity_view_out(all, SCO, NULL, 0, &t));
    OK(comity_table_integer(t, column_of(t, "number"), 0, &number));
    NUMBER(number, ADOPTION);
    CELL(t, "to", 0, "statement-2006");
    CELL(t, "dates", 0, "2006-06-15");
    OK(comity_table_integer(t, column_of(t, "statements"), 0, &number));
    NUMBER(number, 1);
    NUMBER(rows_of(&t), 1);
    OK(comity_view_in(all, SCO, "member-of", COMITY_NUL, &t));
    CELL(t, "from", 0, "china");
    CELL(t, "from", 1, "india");
    NUMBER(rows_of(&t), 2);
    OK(comity_view_in(all, SCO, "adopted", COMITY_NUL, &t));
    NUMBER(rows_of(&t), 0);
    FAILS(comity_view_out(all, SAMPLE_NODES, NULL, 0, &t), COMITY_E_UNKNOWN_ID, "node number 5");
    FAILS(comity_view_in(all, SCO, "adoptd", COMITY_NUL, &t), COMITY_E_UNKNOWN_ID, "adopted");
    OK(comity_view_destroy(&all));
}

CASE(statements) {
    comity_history* h = sample_history();
    comity_view* then = NULL;
    comity_table* t = NULL;
    OK(comity_history_statements(h, &t));
    NUMBER(rows_of(&t), 7);
    OK(comity_relation_statements(h, ADOPTION, &t));
    CELL(t, "about", 0, "sco adopted statement-2006");
    CELL(t, "source", 0, "register");
    CELL(t, "locator", 0, "p3");
    NUMBER(rows_of(&t), 1);
    OK(comity_node_statements(h, PLAN, &t));
    NUMBER(rows_of(&t), 0);
    OK(comity_history_all(h, &then));
    OK(comity_view_statements(then, &t));
    NUMBER(rows_of(&t), 7);
    FAILS(comity_node_statements(h, -1, &t), COMITY_E_UNKNOWN_ID, "node number -1");
    FAILS(comity_relation_statements(h, -1, &t), COMITY_E_UNKNOWN_ID, "relation number -1");
    OK(comity_view_destroy(&then));
    OK(comity_history_destroy(&h));
}

CASE(attributes) {
    comity_history* h = sample_history();
    comity_view* all = NULL;
    comity_table* t = NULL;
    double ordinal = 0;
    OK(comity_history_attributes(h, &t));
    NUMBER(rows_of(&t), 3);
    OK(comity_node_attributes(h, STATEMENT_2006, &t));
    CELL(t, "attribute", 0, "name");
    CELL(t, "language", 0, "zh-Hans");
    CELL(t, "attribute", 2, "ordinal");
    OK(comity_table_number(t, column_of(t, "number"), 2, &ordinal));
    CHECK(ordinal == 6);
    NUMBER(rows_of(&t), 3);
    OK(comity_relation_attributes(h, ADOPTION, &t));
    NUMBER(rows_of(&t), 0);
    OK(comity_history_all(h, &all));
    OK(comity_view_attributes(all, &t));
    NUMBER(rows_of(&t), 3);
    OK(comity_view_destroy(&all));
    FAILS(comity_node_attributes(h, 9, &t), COMITY_E_UNKNOWN_ID, "node number 9");
    FAILS(comity_relation_attributes(h, 9, &t), COMITY_E_UNKNOWN_ID, "relation number 9");
    OK(comity_history_destroy(&h));
}

CASE(sources) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    int64_t number = -1;
    OK(comity_history_sources(h, NULL, &t));
    CELL(t, "id", REGISTER, "register");
    CELL(t, "title", REGISTER, "The register");
    CELL(t, "publisher", REGISTER, NULL);
    OK(comity_table_integer(t, column_of(t, "statements"), REGISTER, &number));
    NUMBER(number, 7);
    NUMBER(rows_of(&t), SAMPLE_SOURCES);
    OK(comity_history_destroy(&h));
}

CASE(search) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    int64_t number = -1;
    OK(comity_history_search(h, "声明", COMITY_NUL, NULL, &t));
    OK(comity_table_integer(t, column_of(t, "node"), 0, &number));
    NUMBER(number, STATEMENT_2006);
    CELL(t, "id", 0, "statement-2006");
    CELL(t, "name", 0, "Statement of 2006");
    NUMBER(rows_of(&t), 1);
    OK(comity_history_search(h, "nothing of the kind", COMITY_NUL, NULL, &t));
    NUMBER(rows_of(&t), 0);
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(nodes);
    RUN(categories_of_ids_are_numbers_of_nodes);
    RUN(names_in_another_language);
    RUN(relations);
    RUN(out_and_in);
    RUN(statements);
    RUN(attributes);
    RUN(sources);
    RUN(search);
    return finish();
}
