/* The story of the Shanghai Cooperation Organisation's information-security cooperation, as one article of
 * 2021 tells it. A tutorial: each function asks the history one kind of question. examples/cpp/sco.cpp and
 * examples/python/sco.py ask the same and print the same. */

#include <comity.h>

#include <stdio.h>
#include <stdlib.h>

/* Every function returns a code; what went wrong is in comity_error_message(). */
static void check(int32_t code) {
    if (code == COMITY_OK) return;
    fprintf(stderr, "%s\n", comity_error_message());
    exit(1);
}

/* One cell of any of the types that are printed here. */
static void cell(const comity_table* table, const char* name, int64_t row, char* out, size_t room) {
    int64_t column = 0, integer = 0;
    int32_t type = 0, code = COMITY_OK;
    const char* text = NULL;
    size_t length = 0;
    double number = 0;
    check(comity_table_find_column(table, name, COMITY_NUL, &column));
    check(comity_table_column_type(table, column, &type));
    if (type == COMITY_COLUMN_INTEGER) {
        code = comity_table_integer(table, column, row, &integer);
        snprintf(out, room, "%lld", (long long)integer);
    } else if (type == COMITY_COLUMN_NUMBER) {
        code = comity_table_number(table, column, row, &number);
        snprintf(out, room, "%.15g", number);
    } else {
        code = comity_table_text(table, column, row, &text, &length);
        if (code == COMITY_OK) snprintf(out, room, "%.*s", length ? (int)length : 1, length ? text : "-");
    }
    if (code == COMITY_E_NO_VALUE)
        snprintf(out, room, "-");
    else
        check(code);
}

/* Prints some columns of a table, and destroys it. Names end with NULL. */
static void show(comity_table* table, const char* const* columns) {
    char text[4096];
    int64_t rows = 0;
    check(comity_table_row_count(table, &rows));
    for (int64_t row = 0; row < rows; ++row) {
        for (size_t i = 0; columns[i] != NULL; ++i) {
            cell(table, columns[i], row, text, sizeof text);
            printf("%s%s", i == 0 ? "  " : " | ", text);
        }
        printf("\n");
    }
    check(comity_table_destroy(&table));
}
#define SHOW(table, ...) show(table, (const char* const[]){__VA_ARGS__, NULL})

static int64_t node(const comity_history* history, const char* id) {
    int64_t number = 0;
    check(comity_history_find_node(history, id, COMITY_NUL, &number));
    return number;
}

/* Who and what exists and belongs on a day; texts existing, adopted and in force apart. */
static void belonging(const comity_history* sco, const comity_view* all, const char* day) {
    comity_view* then = NULL;
    comity_table* roster = NULL;
    printf("\n3. On %s\n", day);
    check(comity_view_at(all, day, COMITY_NUL, &then));
    check(comity_roster(then, node(sco, "sco"), NULL, &roster));
    SHOW(roster, "section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since");
    check(comity_view_destroy(&then));
}

/* Relations of one type that come in to a node. */
static void incoming(const comity_history* sco, const comity_view* all, const char* id, const char* type) {
    comity_table* table = NULL;
    check(comity_view_in(all, node(sco, id), type, COMITY_NUL, &table));
    SHOW(table, "from", "type", "to", "dates");
}

int main(int argc, char** argv) {
    comity_history* sco = NULL;
    comity_view *all = NULL, *years = NULL;
    comity_table* table = NULL;
    if (argc < 2) return fprintf(stderr, "usage: sco FILE.json\n"), 2;
    check(comity_history_read(argv[1], COMITY_NUL, &sco));
    check(comity_history_all(sco, &all));

    printf("\n1. What the history holds\n");
    check(comity_summary(all, NULL, &table));
    SHOW(table, "what", "name", "with_subkinds_possible", "possible");

    printf("\n2. The timeline, 2001 to 2021\n");
    check(comity_view_window(all, "2001", COMITY_NUL, "2021", COMITY_NUL, &years));
    check(comity_timeline(years, NULL, &table));
    SHOW(table, "date", "what", "type", "id");
    belonging(sco, all, "2004-12-31");
    belonging(sco, all, "2011-09-12");
    belonging(sco, all, "2017-12-06");

    printf("\n4. What came of the statement of 2006\n");
    check(comity_lineage(all, node(sco, "statement-2006"), NULL, &table));
    SHOW(table, "depth", "from", "relation_type", "to", "since_root_min", "since_root_max", "basis");

    printf("\n5. The United Nations\n");
    incoming(sco, all, "resolution-60-45", "supports");
    incoming(sco, all, "resolution-62-17", "supports");
    incoming(sco, all, "code-2011", "submitted");
    incoming(sco, all, "code-2015", "submitted");
    incoming(sco, all, "code-2011", "updates");

    printf("\n6. The exercises\n");
    check(comity_series(all, "exercise", COMITY_NUL, NULL, &table));
    SHOW(table, "date", "name", "gap_min", "gap_max", "places", "participants", "participants_certain",
         "participants_possible", "counted");

    printf("\n7. What is proposed\n");
    check(comity_proposals(all, NULL, &table));
    SHOW(table, "name", "kind", "proposers", "modelled_on", "realised_by");

    printf("\n8. Quantities; drivers and challenges; positions\n");
    check(comity_quantities(all, NULL, &table));
    SHOW(table, "name", "bound", "number", "unit", "date", "reporters");
    check(comity_causes(all, NULL, &table));
    SHOW(table, "from", "effect", "to");
    check(comity_positions(all, NULL, &table));
    SHOW(table, "who", "stance", "on", "first_year", "last_year", "truth");

    printf("\n9. What the audit finds\n");
    check(comity_audit(all, NULL, &table));
    SHOW(table, "rule", "message", "stated");
    check(comity_disagreements(all, NULL, &table));
    SHOW(table, "about", "slot", "how", "value", "stated");

    printf("\nWho says that the plan of 2007 implements the statement of 2006?\n");
    check(comity_view_out(all, node(sco, "plan-2007"), "implements", COMITY_NUL, &table));
    int64_t column = 0, relation = 0;
    check(comity_table_find_column(table, "number", COMITY_NUL, &column));
    check(comity_table_integer(table, column, 0, &relation));
    check(comity_table_destroy(&table));
    check(comity_relation_statements(sco, relation, &table));
    SHOW(table, "source", "locator");

    check(comity_view_destroy(&years));
    check(comity_view_destroy(&all));
    check(comity_history_destroy(&sco));
    return 0;
}
