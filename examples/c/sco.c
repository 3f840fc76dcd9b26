/* The SCO's information-security cooperation as one article of 2021 tells it, then what other sources add and
 * where they differ. A tutorial: examples/cpp/sco.cpp and examples/python/sco.py ask and print the same. */

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
    snprintf(out, room, "-");
    if (type == COMITY_COLUMN_INTEGER) {
        if ((code = comity_table_integer(table, column, row, &integer)) == COMITY_OK)
            snprintf(out, room, "%lld", (long long)integer);
    } else if (type == COMITY_COLUMN_NUMBER) {
        if ((code = comity_table_number(table, column, row, &number)) == COMITY_OK)
            snprintf(out, room, "%.15g", number);
    } else if ((code = comity_table_text(table, column, row, &text, &length)) == COMITY_OK && length > 0) {
        snprintf(out, room, "%.*s", (int)length, text);
    }
    if (code != COMITY_E_NO_VALUE) check(code);
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

/* What began, ended or happened in a time. */
static void events(const char* title, const comity_view* view, const char* from, const char* to) {
    comity_view* years = NULL;
    comity_table* table = NULL;
    printf("\n%s\n", title);
    check(comity_view_window(view, from, COMITY_NUL, to, COMITY_NUL, &years));
    check(comity_timeline(years, NULL, &table));
    SHOW(table, "date", "what", "type", "id");
    check(comity_view_destroy(&years));
}

/* Who and what exists and belongs on a day; texts existing, adopted and in force apart. */
static void belonging(const comity_history* sco, const comity_view* view, const char* day) {
    comity_view* then = NULL;
    comity_table* roster = NULL;
    printf("\n3. On %s\n", day);
    check(comity_view_at(view, day, COMITY_NUL, &then));
    check(comity_roster(then, node(sco, "sco"), NULL, &roster));
    SHOW(roster, "section", "id", "truth", "adopted", "adopted_since", "in_force", "in_force_since");
    check(comity_view_destroy(&then));
}

/* Relations that come in to a node, of one type or (NULL) of all. */
static void incoming(const comity_history* sco, const comity_view* view, const char* id, const char* type) {
    comity_table* table = NULL;
    check(comity_view_in(view, node(sco, id), type, type == NULL ? 0 : COMITY_NUL, &table));
    SHOW(table, "from", "type", "to");
}

/* Whatever makes a table, with a title before it. */
#define TELL(title, call, ...) (printf("%s", title), check(call), SHOW(table, __VA_ARGS__))

int main(int argc, char** argv) {
    const char* const policies[] = {"none", "most-attested", "newest", "source-kind: article", "hull"};
    const char* const days[] = {"2004-12-31", "2011-09-12", "2017-12-06"};
    comity_history* sco = NULL;
    comity_view *all = NULL, *article = NULL, *kinds = NULL, *autumn = NULL;
    comity_table* table = NULL;
    if (argc < 2) return fprintf(stderr, "usage: sco FILE.json\n"), 2;
    check(comity_history_read(argv[1], COMITY_NUL, &sco));
    check(comity_history_all(sco, &all));
    check(comity_view_sources(all, (const char* const[]){"ciis-2021"}, NULL, 1, &article));
    TELL("\n1. What the history holds\n", comity_summary(article, NULL, &table), "what", "name",
         "with_subkinds_possible", "possible");
    events("2. The timeline, 2001 to 2021", article, "2001", "2021");
    for (size_t i = 0; i < 3; ++i) belonging(sco, article, days[i]);
    TELL("\n4. What came of the statement of 2006\n",
         comity_lineage(article, node(sco, "statement-2006"), NULL, &table), "depth", "from", "relation_type",
         "to", "since_root_min", "since_root_max", "basis");
    printf("\n5. The United Nations\n");
    incoming(sco, article, "resolution-60-45", "supports");
    incoming(sco, article, "resolution-62-17", "supports");
    incoming(sco, article, "code-2011", "updates");
    const int64_t first = node(sco, "code-2011"), other = node(sco, "code-2015");
    TELL("", comity_parties(article, first, other, "submitted", COMITY_NUL, NULL, &table), "where", "id",
         "in_first", "in_other");
    TELL("\n6. The exercises\n", comity_series(article, "exercise", COMITY_NUL, NULL, &table), "date", "name",
         "gap_min", "gap_max", "places", "participants", "participants_certain", "participants_possible",
         "counted");
    TELL("\n7. What is proposed\n", comity_proposals(article, NULL, &table), "name", "kind", "proposers",
         "modelled_on", "realised_by");
    TELL("\n8. Quantities; drivers and challenges; positions\n", comity_quantities(article, NULL, &table),
         "name", "bound", "number", "unit", "date", "reporters");
    TELL("", comity_causes(article, NULL, &table), "from", "effect", "to");
    TELL("", comity_positions(article, NULL, &table), "who", "stance", "on", "last_year", "truth");
    TELL("\n9. What the audit finds\n", comity_audit(article, NULL, &table), "rule", "message", "stated");
    TELL("", comity_disagreements(article, NULL, &table), "about", "slot", "how", "value", "stated");
    events("10. What other sources add: what was new after the article", all, "2021-09-25", "2026");
    belonging(sco, all, "2025-12-31");
    TELL("\nWhat became of what was proposed\n", comity_proposals(all, NULL, &table), "name", "modality",
         "realised_by");
    printf("\nHow members voted on 62/17, which the article says they all support, and on 73/266\n");
    incoming(sco, all, "roll-call-62-17", NULL);
    incoming(sco, all, "roll-call-73-266", NULL);
    TELL("\nWhere sources conflict, and where one says more precisely what another says\n",
         comity_disagreements(all, NULL, &table), "about", "slot", "how", "value", "stated");
    check(comity_view_kinds(all, (const char* const[]){"summit", "statement"}, NULL, 2, &kinds));
    check(comity_view_window(kinds, "2020-10-01", COMITY_NUL, "2020-12-01", COMITY_NUL, &autumn));
    TELL("\nThe summit of 2020 and its statements, and each policy's answer side by side: none | "
         "most-attested | newest | source-kind: "
         "article | hull\n",
         comity_settlements(autumn, policies, NULL, 5, NULL, &table), "about", "slot", "none",
         "most-attested", "newest", "source-kind: article", "hull");
    check(comity_view_destroy(&autumn));
    check(comity_view_destroy(&kinds));
    int64_t relation = 0;
    check(comity_history_find_relation(sco, "plan-2007-implements-statement-2006", COMITY_NUL, &relation));
    TELL("\nWho says that the plan of 2007 implements the statement of 2006?\n",
         comity_relation_statements(sco, relation, &table), "source", "locator");
    check(comity_view_destroy(&article));
    check(comity_view_destroy(&all));
    check(comity_history_destroy(&sco));
    return 0;
}
