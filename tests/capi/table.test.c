#include "support/check.h"
#include "support/sample.h"

#include <string.h>

/* Nodes of the sample: it has columns of every type but number. */
static comity_table* nodes(void) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    OK(comity_view_nodes(all, NULL, 0, &t));
    OK(comity_view_destroy(&all));
    return t;
}

/* Its attribute values: the column number is of that type, and empty for texts. */
static comity_table* attributes(void) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    OK(comity_history_attributes(h, &t));
    OK(comity_history_destroy(&h));
    return t;
}

static int32_t type_of(const comity_table* t, const char* column) {
    int32_t type = -1;
    OK(comity_table_column_type(t, column_of(t, column), &type));
    return type;
}

CASE(rows_columns_names_and_types) {
    comity_table *t = nodes(), *values = attributes();
    int64_t count = -1;
    OK(comity_table_row_count(t, &count));
    NUMBER(count, SAMPLE_NODES);
    OK(comity_table_column_count(t, &count));
    for (int64_t i = 0; i < count; ++i) {
        const char* name = NULL;
        size_t length = 0;
        int64_t found = -1;
        OK(comity_table_column_name(t, i, &name, &length));
        OK(comity_table_find_column(t, name, length, &found));
        NUMBER(found, i);
    }
    NUMBER(type_of(t, "name"), COMITY_COLUMN_TEXT);
    NUMBER(type_of(t, "id"), COMITY_COLUMN_CATEGORY);
    NUMBER(type_of(t, "sources"), COMITY_COLUMN_INTEGER);
    NUMBER(type_of(t, "disputed"), COMITY_COLUMN_FLAG);
    NUMBER(type_of(t, "begin_earliest"), COMITY_COLUMN_DAY);
    NUMBER(type_of(values, "number"), COMITY_COLUMN_NUMBER);
    OK(comity_table_destroy(&values));
    OK(comity_table_destroy(&t));
}

CASE(cells_one_by_one) {
    comity_table *t = nodes(), *values = attributes();
    int64_t number = -1, day = -1;
    int32_t flag = -1;
    double real = 0;
    OK(comity_table_integer(t, column_of(t, "sources"), SCO, &number));
    NUMBER(number, 1);
    OK(comity_table_number(t, column_of(t, "sources"), SCO, &real));
    CHECK(real == 1);
    OK(comity_table_flag(t, column_of(t, "disputed"), SCO, &flag));
    NUMBER(flag, 0);
    OK(comity_table_day(t, column_of(t, "begin_earliest"), SCO, &day));
    NUMBER(day, day_of(2001, 6, 15));
    OK(comity_table_number(values, column_of(values, "number"), 2, &real));
    CHECK(real == 6);
    OK(comity_table_destroy(&values));
    OK(comity_table_destroy(&t));
}

CASE(empty_cells_have_no_value) {
    comity_table* t = nodes();
    const int64_t column = column_of(t, "begin_earliest");
    int64_t day = -7, nulls = -1;
    FAILS(comity_table_day(t, column, CHINA, &day), COMITY_E_NO_VALUE, "'begin_earliest' is empty in row 0");
    NUMBER(day, -7);
    OK(comity_table_null_count(t, column, &nulls));
    NUMBER(nulls, 3);
    const uint8_t* bits = NULL;
    OK(comity_table_validity(t, column, &bits));
    for (int row = 0; row < SAMPLE_NODES; ++row)
        NUMBER(bits[row / 8] >> (row % 8) & 1, row == SCO || row == STATEMENT_2006);
    OK(comity_table_validity(t, column_of(t, "id"), &bits));
    CHECK(bits == NULL);
    OK(comity_table_destroy(&t));
}

CASE(columns_by_pointer) {
    comity_table *t = nodes(), *values = attributes();
    const int64_t* integers = NULL;
    const int32_t *days = NULL, *categories = NULL;
    const uint8_t* flags = NULL;
    const double* numbers = NULL;
    OK(comity_table_integers(t, column_of(t, "sources"), &integers));
    NUMBER(integers[SCO], 1);
    NUMBER(integers[PLAN], 0);
    OK(comity_table_days(t, column_of(t, "begin_earliest"), &days));
    NUMBER(days[STATEMENT_2006], day_of(2006, 6, 15));
    OK(comity_table_flags(t, column_of(t, "inferred"), &flags));
    NUMBER(flags[0] & 0x1f, 0);
    OK(comity_table_numbers(values, column_of(values, "number"), &numbers));
    CHECK(numbers[2] == 6);
    OK(comity_table_categories(t, column_of(t, "kind"), &categories));
    NUMBER(categories[CHINA], categories[INDIA]);
    CHECK(categories[CHINA] != categories[SCO]);
    OK(comity_table_destroy(&values));
    OK(comity_table_destroy(&t));
}

CASE(texts_by_pointer) {
    comity_table* t = nodes();
    const int64_t* offsets = NULL;
    const char* bytes = NULL;
    int64_t count = -1;
    OK(comity_table_texts(t, column_of(t, "name"), &offsets, &bytes, &count));
    NUMBER(count, SAMPLE_NODES);
    TEXT(bytes + offsets[STATEMENT_2006], (size_t)(offsets[STATEMENT_2006 + 1] - offsets[STATEMENT_2006]),
         "Statement of 2006");
    const int32_t* categories = NULL;
    OK(comity_table_categories(t, column_of(t, "kind"), &categories));
    OK(comity_table_texts(t, column_of(t, "kind"), &offsets, &bytes, &count));
    const int32_t state = categories[CHINA];
    CHECK(state < count);
    TEXT(bytes + offsets[state], (size_t)(offsets[state + 1] - offsets[state]), "state");
    OK(comity_table_destroy(&t));
}

CASE(another_type_is_an_error) {
    comity_table* t = nodes();
    const int64_t *integers = NULL, text = column_of(t, "name"), number = column_of(t, "sources");
    const int32_t* small = NULL;
    const uint8_t* bits = NULL;
    const double* reals = NULL;
    const char* bytes = NULL;
    int64_t value = -1;
    int32_t flag = -1;
    double real = -1;
    size_t length = 0;
    FAILS(comity_table_integers(t, text, &integers), COMITY_E_INVALID_ARGUMENT,
          "'name' is of type text, not integer");
    FAILS(comity_table_numbers(t, text, &reals), COMITY_E_INVALID_ARGUMENT, "not number");
    FAILS(comity_table_flags(t, text, &bits), COMITY_E_INVALID_ARGUMENT, "not flag");
    FAILS(comity_table_days(t, text, &small), COMITY_E_INVALID_ARGUMENT, "not day");
    FAILS(comity_table_categories(t, text, &small), COMITY_E_INVALID_ARGUMENT, "not category");
    FAILS(comity_table_texts(t, number, &integers, &bytes, &value), COMITY_E_INVALID_ARGUMENT, "not text");
    FAILS(comity_table_text(t, number, 0, &bytes, &length), COMITY_E_INVALID_ARGUMENT, "sources");
    FAILS(comity_table_integer(t, text, 0, &value), COMITY_E_INVALID_ARGUMENT, "name");
    FAILS(comity_table_number(t, text, 0, &real), COMITY_E_INVALID_ARGUMENT, "name");
    FAILS(comity_table_flag(t, text, 0, &flag), COMITY_E_INVALID_ARGUMENT, "name");
    FAILS(comity_table_day(t, text, 0, &value), COMITY_E_INVALID_ARGUMENT, "name");
    OK(comity_table_destroy(&t));
}

CASE(columns_and_rows_that_there_are_not_are_errors) {
    comity_table* t = nodes();
    int64_t number = -1;
    int32_t type = -1;
    FAILS(comity_table_column_type(t, 99, &type), COMITY_E_UNKNOWN_ID, "column number 99");
    FAILS(comity_table_column_type(t, -1, &type), COMITY_E_UNKNOWN_ID, "column number -1");
    FAILS(comity_table_integer(t, column_of(t, "sources"), SAMPLE_NODES, &number), COMITY_E_UNKNOWN_ID,
          "row number 5; there are 5");
    FAILS(comity_table_find_column(t, "colour", COMITY_NUL, &number), COMITY_E_UNKNOWN_ID, "kind");
    OK(comity_table_destroy(&t));
}

CASE(notes_beside_the_rows) {
    comity_view* all = sample_view();
    comity_table* t = NULL;
    const char* text = NULL;
    size_t length = 0;
    OK(comity_timeline(all, NULL, &t));
    OK(comity_table_note(t, "searched", COMITY_NUL, &text, &length));
    CHECK(length > 7 && memcmp(text, "5 nodes", 7) == 0);
    FAILS(comity_table_note(t, "colour", COMITY_NUL, &text, &length), COMITY_E_NO_VALUE, "'colour'");
    OK(comity_table_destroy(&t));
    OK(comity_view_destroy(&all));
}

CASE(print_is_for_people) {
    comity_table* t = nodes();
    comity_string* s = NULL;
    const char* text = NULL;
    size_t length = 0;
    OK(comity_table_print(t, NULL, &s));
    OK(comity_string_text(s, &text, &length));
    NUMBER((int64_t)length, (int64_t)strlen(text));
    CHECK(strstr(text, "statement-2006") != NULL);
    OK(comity_string_destroy(&s));
    comity_table_format f = COMITY_TABLE_FORMAT_INIT;
    f.most_rows = 1;
    OK(comity_table_print(t, &f, &s));
    OK(comity_string_text(s, &text, &length));
    CHECK(strstr(text, "statement-2006") == NULL);
    OK(comity_string_destroy(&s));
    f.most_width = -1;
    FAILS(comity_table_print(t, &f, &s), COMITY_E_INVALID_ARGUMENT, "'most_width' is -1");
    OK(comity_table_destroy(&t));
}

int main(void) {
    RUN(rows_columns_names_and_types);
    RUN(cells_one_by_one);
    RUN(empty_cells_have_no_value);
    RUN(columns_by_pointer);
    RUN(texts_by_pointer);
    RUN(another_type_is_an_error);
    RUN(columns_and_rows_that_there_are_not_are_errors);
    RUN(notes_beside_the_rows);
    RUN(print_is_for_people);
    return finish();
}
