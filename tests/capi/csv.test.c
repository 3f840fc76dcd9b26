#include "support/check.h"
#include "support/sample.h"

#include <stdio.h>
#include <string.h>

static const char nodes[] = "id,type,name\nfra,state,France\ndeu,land,Germany\nun,organisation,\n";
static const char relations[] =
    "source,relation,target,start,end\nfra,member-of,un,1945-10-24,..\ndeu,joined,un,1973-09-18,\n";

static void write_file(const char* path, const char* text) {
    FILE* f = fopen(path, "wb");
    CHECK(f != NULL && fputs(text, f) >= 0);
    if (f != NULL) fclose(f);
}

static int64_t relation_count(const comity_load* load) {
    comity_history* h = NULL;
    int64_t count = -1;
    OK(comity_load_history(load, &h));
    OK(comity_history_relation_count(h, &count));
    OK(comity_history_destroy(&h));
    return count;
}

static comity_csv_options mapping(void) {
    static const char* const kind_words[] = {"land"};
    static const char* const kind_names[] = {"state"};
    static const char* const type_words[] = {"joined"};
    static const char* const type_names[] = {"member-of"};
    static const char* const ends[] = {"unknown"};
    comity_csv_options o = COMITY_CSV_OPTIONS_INIT;
    o.kind_words = (comity_texts){kind_words, NULL, 1};
    o.kind_names = (comity_texts){kind_names, NULL, 1};
    o.type_words = (comity_texts){type_words, NULL, 1};
    o.type_names = (comity_texts){type_names, NULL, 1};
    o.type_ends = (comity_texts){ends, NULL, 1};
    return o;
}

CASE(a_file_of_nodes_and_one_of_relations) {
    comity_load* load = NULL;
    comity_table* t = NULL;
    comity_csv_options o = mapping();
    comity_source_options about = COMITY_SOURCE_OPTIONS_INIT;
    about.date = comity_str("2020");
    o.source = comity_str("list");
    o.about_source = &about;
    OK(comity_csv_read_text(nodes, COMITY_NUL, relations, COMITY_NUL, &o, &load));
    NUMBER(relation_count(load), 2);
    OK(comity_load_report(load, COMITY_LOAD_COUNTS, &t));
    CELL(t, "source", 0, "list");
    NUMBER(rows_of(&t), 2);
    for (int32_t part = COMITY_LOAD_CHOICES; part <= COMITY_LOAD_FINDINGS; ++part) {
        OK(comity_load_report(load, part, &t));
        OK(comity_table_destroy(&t));
    }
    FAILS(comity_load_report(load, 5, &t), COMITY_E_INVALID_ARGUMENT, "'part' is 5");
    FAILS(comity_load_report(load, -1, &t), COMITY_E_INVALID_ARGUMENT, "'part' is -1");
    OK(comity_load_destroy(&load));
    CHECK(load == NULL);
}

CASE(the_defaults_guess_nothing) {
    comity_load* load = NULL;
    comity_table* t = NULL;
    FAILS(comity_csv_read_text(nodes, COMITY_NUL, relations, COMITY_NUL, NULL, &load), COMITY_E_PARSE_ERROR,
          "land");
    comity_csv_options o = COMITY_CSV_OPTIONS_INIT;
    o.keep_the_rest = 1;
    OK(comity_csv_read_text(nodes, COMITY_NUL, relations, COMITY_NUL, &o, &load));
    NUMBER(relation_count(load), 1);
    OK(comity_load_report(load, COMITY_LOAD_REJECTED, &t));
    CELL(t, "name", 0, "type");
    CELL(t, "value", 0, "land");
    NUMBER(rows_of(&t), 2);
    OK(comity_load_destroy(&load));
    FAILS(comity_csv_read("no-such-nodes.csv", COMITY_NUL, "no-such-relations.csv", COMITY_NUL, NULL, &load),
          COMITY_E_IO_ERROR, "no-such-nodes.csv");
}

CASE(what_loading_takes_is_estimated_before) {
    static const char *const of_nodes = "capi-estimate-nodes.csv", *const of_relations =
                                                                       "capi-estimate-relations.csv";
    write_file(of_nodes, "id,type,name\na,state,A\nb,state,B\n");
    write_file(of_relations, "source,relation,target,start,end\na,member-of,b,2001,2002\n");
    int64_t node_count = 0, count = 0, held = 0, peak = 0, with_source = 0;
    OK(comity_csv_estimate(of_nodes, COMITY_NUL, of_relations, COMITY_NUL, 0, &node_count, &count, &held,
                           &peak));
    NUMBER(node_count, 2);
    NUMBER(count, 1);
    CHECK(held > 0 && peak > held);
    OK(comity_csv_estimate(of_nodes, COMITY_NUL, of_relations, COMITY_NUL, 1, &node_count, &count,
                           &with_source, &peak));
    CHECK(with_source > held);
    CHECK(remove(of_nodes) == 0 && remove(of_relations) == 0);
    FAILS(comity_csv_estimate(of_nodes, COMITY_NUL, of_relations, COMITY_NUL, 0, &node_count, &count, &held,
                              &peak),
          COMITY_E_IO_ERROR, of_nodes);
}

static int32_t stop(double done, const char* stage, size_t stage_length, void* user) {
    (void)done, (void)stage, (void)stage_length;
    ++*(int*)user;
    return 1;
}

CASE(options_that_make_no_sense) {
    comity_load* load = NULL;
    comity_csv_options o = mapping();
#define REFUSED(change, message)                                                                             \
    do {                                                                                                     \
        comity_csv_options wrong = mapping();                                                                \
        wrong.change;                                                                                        \
        FAILS(comity_csv_read_text(nodes, COMITY_NUL, relations, COMITY_NUL, &wrong, &load),                 \
              COMITY_E_INVALID_ARGUMENT, message);                                                           \
    } while (0)
    REFUSED(delimiter = 300, "'delimiter' is 300");
    REFUSED(missing_end = 4, "'missing_end' is 4");
    REFUSED(times = 3, "'times' is 3");
    REFUSED(slashes = 3, "'slashes' is 3");
    REFUSED(most_rejected = -1, "'most_rejected' is -1");
    REFUSED(type_ends = o.type_words, "'type_ends' has 'joined'");
    static const char* const two[] = {"a", "b"};
    REFUSED(kind_names = ((comity_texts){two, NULL, 2}), "'kind_names' has 2 texts; expected 1");
    int told = 0;
    o.progress = stop;
    o.user = &told;
    FAILS(comity_csv_read_text(nodes, COMITY_NUL, relations, COMITY_NUL, &o, &load), COMITY_E_CANCELLED, "");
    CHECK(told == 1);
}

/* Adds a list of ratifications as the source of that id. */
static int64_t add_register(comity_registers* r, const char* path, const char* source, int32_t lenient) {
    comity_register_options o = COMITY_REGISTER_OPTIONS_INIT;
    o.lenient = lenient;
    int64_t number = -1, state = -1, treaty = -1;
    OK(comity_registers_add(r, path, COMITY_NUL, source, COMITY_NUL, &o, &number));
    comity_register_node_options n = COMITY_REGISTER_NODE_OPTIONS_INIT;
    n.prefix = comity_str("state:");
    OK(comity_registers_add_nodes(r, number, "state", COMITY_NUL, "state", COMITY_NUL, &n, &state));
    n = (comity_register_node_options)COMITY_REGISTER_NODE_OPTIONS_INIT;
    n.names = comity_str("title");
    n.called = comity_str("alias");
    OK(comity_registers_add_nodes(r, number, "treaty", COMITY_NUL, "treaty", COMITY_NUL, &n, &treaty));
    comity_register_relation_options acts = COMITY_REGISTER_RELATION_OPTIONS_INIT;
    acts.begin = comity_str("ratified");
    OK(comity_registers_add_relation(r, number, "ratified", COMITY_NUL, state, treaty, &acts));
    OK(comity_registers_add_attribute(r, number, "remark", COMITY_NUL, "description", COMITY_NUL, treaty));
    return number;
}

CASE(registers_that_disagree) {
    static const char head[] = "state,treaty,title,ratified,remark\n";
    char text[256];
    snprintf(text, sizeof text, "%sFRA,T1,One,1990-01-02,\nDEU,T1,One,1990,yes\n", head);
    write_file("capi_csv_a.csv", text);
    snprintf(text, sizeof text, "%sFRA,T1,One,1990-01-03,\nDEU,T1,One,05/06/1990,\nITA,T1,One,soon,\n", head);
    write_file("capi_csv_b.csv", text);

    comity_registers* r = NULL;
    comity_load* load = NULL;
    comity_table* t = NULL;
    OK(comity_registers_create(&r));
    NUMBER(add_register(r, "capi_csv_a.csv", "a", 0), 0);
    NUMBER(add_register(r, "capi_csv_b.csv", "b", 1), 1);
    FAILS(comity_registers_read(r, NULL, &load), COMITY_E_PARSE_ERROR, "soon");
    comity_registers_options o = COMITY_REGISTERS_OPTIONS_INIT;
    o.keep_the_rest = 1;
    OK(comity_registers_read(r, &o, &load));
    NUMBER(relation_count(load), 2);
    OK(comity_load_report(load, COMITY_LOAD_REJECTED, &t));
    CELL(t, "value", 0, "soon");
    NUMBER(rows_of(&t), 1);
    OK(comity_load_report(load, COMITY_LOAD_LENIENT, &t));
    CELL(t, "text", 0, "05/06/1990");
    NUMBER(rows_of(&t), 2); /* the other order would have been a day too */
    OK(comity_load_destroy(&load));

    int64_t number = -1;
    FAILS(comity_registers_add_relation(r, 2, "ratified", COMITY_NUL, 0, 1, NULL), COMITY_E_UNKNOWN_ID,
          "register");
    FAILS(comity_registers_add_relation(r, 0, "ratified", COMITY_NUL, 0, 2, NULL), COMITY_E_UNKNOWN_ID,
          "column");
    FAILS(comity_registers_add_attribute(r, 0, "x", COMITY_NUL, "name", COMITY_NUL, -1), COMITY_E_UNKNOWN_ID,
          "column");
    comity_register_node_options n = COMITY_REGISTER_NODE_OPTIONS_INIT;
    n.called = comity_str("nickname");
    FAILS(comity_registers_add_nodes(r, 0, "x", COMITY_NUL, "state", COMITY_NUL, &n, &number),
          COMITY_E_UNKNOWN_ID, "nickname");
    o.reserved = 1;
    FAILS(comity_registers_read(r, &o, &load), COMITY_E_UNSUPPORTED, "'reserved'");
    OK(comity_registers_add_relation(r, 0, "no-such-type", COMITY_NUL, 0, 1, NULL));
    FAILS(comity_registers_read(r, NULL, &load), COMITY_E_UNKNOWN_ID, "no-such-type");
    OK(comity_registers_destroy(&r));
    CHECK(r == NULL);
    remove("capi_csv_a.csv");
    remove("capi_csv_b.csv");
}

static comity_column words_column(const char* name, int32_t type, const int32_t* codes,
                                  const char* const* words, size_t count) {
    comity_column c = {comity_str(name), codes, NULL, {words, NULL, count}, type, 0};
    return c;
}

CASE(columns_that_are_in_memory) {
    static const char* const ids[] = {"fra", "deu", "un"};
    static const char* const kinds[] = {"state", "organisation"};
    static const char* const types[] = {"member-of"};
    static const char* const names[] = {"France", NULL, "United Nations"};
    static const int32_t kind_of[] = {0, 0, 1}, from[] = {0, 1}, type_of[] = {0, 0}, begin[] = {-8835, 1356};
    static const int64_t to[] = {2, 2};
    const comity_column node_columns[] = {words_column("id", COMITY_COLUMN_TEXT, NULL, ids, 3),
                                          words_column("type", COMITY_COLUMN_CATEGORY, kind_of, kinds, 2),
                                          words_column("name", COMITY_COLUMN_TEXT, NULL, names, 3)};
    comity_column relation_columns[] = {
        words_column("source", COMITY_COLUMN_CATEGORY, from, ids, 3),
        words_column("relation", COMITY_COLUMN_CATEGORY, type_of, types, 1),
        {comity_str("target"), to, NULL, COMITY_NO_TEXTS, COMITY_COLUMN_INTEGER, 0},
        {comity_str("start"), begin, NULL, COMITY_NO_TEXTS, COMITY_COLUMN_DAY, 0}};
    comity_table *n = NULL, *r = NULL, *listed = NULL;
    comity_load* load = NULL;
    comity_history* h = NULL;
    comity_view* all = NULL;
    int64_t empty = -1;
    comity_csv_options o = COMITY_CSV_OPTIONS_INIT;
    OK(comity_table_borrow(node_columns, 3, 3, &n));
    OK(comity_table_null_count(n, 2, &empty));
    NUMBER(empty, 1);
    OK(comity_table_borrow(relation_columns, 4, 2, &r));
    FAILS(comity_columns_read(n, r, NULL, &load), COMITY_E_PARSE_ERROR, "there is no end");
    o.missing_end = COMITY_MISSING_END_OPEN;
    OK(comity_columns_read(n, r, &o, &load));
    NUMBER(relation_count(load), 2);
    OK(comity_load_history(load, &h));
    OK(comity_history_all(h, &all));
    OK(comity_view_relations(all, NULL, 0, &listed));
    CELL(listed, "from", 1, "deu");
    CELL(listed, "dates", 1, "1973-09-18/..");
    OK(comity_table_destroy(&listed));
    OK(comity_view_destroy(&all));
    OK(comity_history_destroy(&h));
    OK(comity_load_destroy(&load));
    OK(comity_table_destroy(&r));
    FAILS(comity_columns_read(n, n, &o, &load), COMITY_E_INVALID_ARGUMENT,
          "relations have no column 'source'");
    OK(comity_table_destroy(&n));
}

CASE(columns_that_make_no_table) {
    static const char* const words[] = {"a", "b"};
    static const char* const bad[] = {"\xff"};
    static const int32_t codes[] = {1, 2};
    static const uint8_t first_only[] = {1}, second_only[] = {2};
    comity_table* t = NULL;
    int64_t empty = -1;
    comity_column c = words_column("x", COMITY_COLUMN_CATEGORY, codes, words, 2);
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_INVALID_ARGUMENT,
          "number 2 in row 1; its list has 2 texts");
    c.validity = second_only;
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_INVALID_ARGUMENT, "number 2 in row 1");
    c.validity = first_only;
    OK(comity_table_borrow(&c, 1, 2, &t));
    OK(comity_table_null_count(t, 0, &empty));
    NUMBER(empty, 1);
    CELL(t, "x", 0, "b");
    OK(comity_table_destroy(&t));
    c.values = NULL;
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_INVALID_ARGUMENT, "has rows and no values");
    c = words_column("x", COMITY_COLUMN_TEXT, NULL, words, 2);
    FAILS(comity_table_borrow(&c, 1, 3, &t), COMITY_E_INVALID_ARGUMENT, "has 2 texts for 3 rows");
    FAILS(comity_table_borrow(&c, 1, -1, &t), COMITY_E_INVALID_ARGUMENT, "row_count");
    c.validity = first_only;
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_INVALID_ARGUMENT, "not 'validity'");
    c = words_column("x", COMITY_COLUMN_TEXT, NULL, bad, 1);
    FAILS(comity_table_borrow(&c, 1, 1, &t), COMITY_E_INVALID_ARGUMENT, "UTF-8");
    c = words_column("x", 6, codes, words, 2);
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_INVALID_ARGUMENT, "'type' is 6");
    c = words_column("x", COMITY_COLUMN_DAY, codes, NULL, 0);
    c.reserved = 1;
    FAILS(comity_table_borrow(&c, 1, 2, &t), COMITY_E_UNSUPPORTED, "reserved");
    const comity_column twice[] = {words_column("x", COMITY_COLUMN_DAY, codes, NULL, 0),
                                   words_column("x", COMITY_COLUMN_DAY, codes, NULL, 0)};
    FAILS(comity_table_borrow(twice, 2, 2, &t), COMITY_E_INVALID_ARGUMENT, "x");
    OK(comity_table_borrow(NULL, 0, 0, &t));
    OK(comity_table_destroy(&t));
}

int main(void) {
    RUN(columns_that_are_in_memory);
    RUN(columns_that_make_no_table);
    RUN(a_file_of_nodes_and_one_of_relations);
    RUN(the_defaults_guess_nothing);
    RUN(what_loading_takes_is_estimated_before);
    RUN(options_that_make_no_sense);
    RUN(registers_that_disagree);
    return finish();
}
