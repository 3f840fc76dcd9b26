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

int main(void) {
    RUN(a_file_of_nodes_and_one_of_relations);
    RUN(the_defaults_guess_nothing);
    RUN(options_that_make_no_sense);
    RUN(registers_that_disagree);
    return finish();
}
