#include "sample.h"

static void add_nodes(comity_builder* b) {
    int64_t node = -1;
    OK(comity_builder_add_node(b, "china", COMITY_NUL, "state", COMITY_NUL, &node));
    NUMBER(node, CHINA);
    OK(comity_builder_add_node(b, "india", COMITY_NUL, "state", COMITY_NUL, &node));
    OK(comity_builder_add_node(b, "sco", COMITY_NUL, "intergovernmental-organisation", COMITY_NUL, &node));
    OK(comity_builder_add_node(b, "statement-2006", COMITY_NUL, "statement", COMITY_NUL, &node));
    OK(comity_builder_add_node(b, "plan", COMITY_NUL, "action-plan", COMITY_NUL, &node));
    NUMBER(node, PLAN);
    OK(comity_builder_set_node_period(b, SCO, "2001-06-15/..", COMITY_NUL));
    OK(comity_builder_set_node_period(b, STATEMENT_2006, "2006-06-15/..", COMITY_NUL));

    comity_attribute_options chinese = COMITY_ATTRIBUTE_OPTIONS_INIT;
    chinese.language = comity_str("zh-Hans");
    OK(comity_builder_add_node_text(b, STATEMENT_2006, "name", COMITY_NUL, "声明", COMITY_NUL, &chinese));
    comity_attribute_options english = COMITY_ATTRIBUTE_OPTIONS_INIT;
    english.language = comity_str("en");
    OK(comity_builder_add_node_text(b, STATEMENT_2006, "name", COMITY_NUL, "Statement of 2006", COMITY_NUL,
                                    &english));
    OK(comity_builder_add_node_number(b, STATEMENT_2006, "ordinal", COMITY_NUL, 6, NULL));
}

static void add_relations(comity_builder* b) {
    int64_t relation = -1;
    OK(comity_builder_add_relation(b, CHINA, "member-of", COMITY_NUL, SCO, "china-in-sco", COMITY_NUL,
                                   &relation));
    NUMBER(relation, CHINA_IN_SCO);
    OK(comity_builder_set_relation_period(b, relation, "2001-06-15/..", COMITY_NUL));
    OK(comity_builder_add_relation(b, INDIA, "member-of", COMITY_NUL, SCO, NULL, 0, &relation));
    OK(comity_builder_set_relation_period(b, relation, "2017", COMITY_NUL));
    OK(comity_builder_add_relation(b, SCO, "adopted", COMITY_NUL, STATEMENT_2006, NULL, 0, &relation));
    OK(comity_builder_set_relation_period(b, relation, "2006-06-15", COMITY_NUL));
    OK(comity_builder_add_relation(b, PLAN, "implements", COMITY_NUL, STATEMENT_2006, NULL, 0, &relation));
    NUMBER(relation, IMPLEMENTATION);
}

static void add_source(comity_builder* b) {
    comity_source_options o = COMITY_SOURCE_OPTIONS_INIT;
    o.kind = comity_str("register");
    o.title = comity_str("The register");
    o.language = comity_str("en");
    o.date = comity_str("2021-09-24");
    int64_t source = -1;
    OK(comity_builder_add_source(b, "register", COMITY_NUL, &o, &source));
    NUMBER(source, REGISTER);
    for (int64_t node = CHINA; node <= STATEMENT_2006; ++node)
        OK(comity_builder_add_node_statement(b, node, source, NULL, 0, NULL));
    OK(comity_builder_add_relation_statement(b, CHINA_IN_SCO, source, "p1", COMITY_NUL, NULL));
    OK(comity_builder_add_relation_statement(b, INDIA_IN_SCO, source, "p2", COMITY_NUL, NULL));
    OK(comity_builder_add_relation_statement(b, ADOPTION, source, "p3", COMITY_NUL, NULL));
}

comity_builder* sample_builder(void) {
    comity_builder* b = NULL;
    OK(comity_builder_create(&b));
    OK(comity_builder_set_note(b, "license", COMITY_NUL, "CC0-1.0", COMITY_NUL));
    add_nodes(b);
    add_relations(b);
    add_source(b);
    return b;
}

comity_history* sample_history(void) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    OK(comity_builder_build(b, &h));
    OK(comity_builder_destroy(&b));
    return h;
}

comity_view* sample_view(void) {
    comity_history* h = sample_history();
    comity_view* v = NULL;
    OK(comity_history_all(h, &v));
    OK(comity_history_destroy(&h));
    return v;
}

int64_t column_of(const comity_table* table, const char* name) {
    int64_t column = -1;
    OK(comity_table_find_column(table, name, COMITY_NUL, &column));
    return column;
}

int64_t rows_of(comity_table** table) {
    int64_t rows = -1;
    OK(comity_table_row_count(*table, &rows));
    OK(comity_table_destroy(table));
    return rows;
}

void check_cell(const comity_table* table, const char* column, int64_t row, const char* expected,
                const char* file, int line) {
    const char* text = NULL;
    size_t length = 0;
    const int32_t code = comity_table_text(table, column_of(table, column), row, &text, &length);
    if (expected == NULL) {
        check_code(code, COMITY_E_NO_VALUE, column, file, line);
    } else if (check_code(code, COMITY_OK, column, file, line)) {
        check_text(text, length, expected, file, line);
    }
}

int64_t day_of(int64_t year, int32_t month, int32_t day) {
    int64_t number = -1;
    OK(comity_day_from_civil(year, month, day, &number));
    return number;
}
