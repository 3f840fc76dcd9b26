#include "support/check.h"
#include "support/sample.h"

#include <stdio.h>
#include <string.h>

CASE(counts) {
    comity_history* h = sample_history();
    int64_t count = -1;
    OK(comity_history_node_count(h, &count));
    NUMBER(count, SAMPLE_NODES);
    OK(comity_history_relation_count(h, &count));
    NUMBER(count, SAMPLE_RELATIONS);
    OK(comity_history_source_count(h, &count));
    NUMBER(count, SAMPLE_SOURCES);
    OK(comity_history_statement_count(h, &count));
    NUMBER(count, 7);
    OK(comity_history_attribute_count(h, &count));
    NUMBER(count, 3);
    OK(comity_history_memory(h, &count));
    CHECK(count > 0);
    OK(comity_history_destroy(&h));
}

CASE(note_by_key) {
    comity_history* h = sample_history();
    const char* text = NULL;
    size_t length = 0;
    OK(comity_history_note(h, "license", COMITY_NUL, &text, &length));
    TEXT(text, length, "CC0-1.0");
    text = NULL;
    FAILS(comity_history_note(h, "colour", COMITY_NUL, &text, &length), COMITY_E_NO_VALUE, "'colour'");
    CHECK(text == NULL);
    OK(comity_history_destroy(&h));
}

CASE(notes_are_a_table) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    OK(comity_history_notes(h, &t));
    int64_t rows = -1;
    OK(comity_table_row_count(t, &rows));
    NUMBER(rows, 1);
    const char* text = NULL;
    size_t length = 0;
    OK(comity_table_text(t, 0, 0, &text, &length));
    TEXT(text, length, "license");
    OK(comity_table_text(t, 1, 0, &text, &length));
    TEXT(text, length, "CC0-1.0");
    OK(comity_table_destroy(&t));
    OK(comity_history_destroy(&h));
}

CASE(ids_are_found) {
    comity_history* h = sample_history();
    int64_t number = -1;
    OK(comity_history_find_node(h, "sco", COMITY_NUL, &number));
    NUMBER(number, SCO);
    OK(comity_history_find_node(h, "scorpion", 3, &number));
    NUMBER(number, SCO);
    OK(comity_history_find_relation(h, "china-in-sco", COMITY_NUL, &number));
    NUMBER(number, CHINA_IN_SCO);
    OK(comity_history_find_source(h, "register", COMITY_NUL, &number));
    NUMBER(number, REGISTER);
    OK(comity_history_destroy(&h));
}

CASE(unknown_ids_are_errors_that_name_the_nearest) {
    comity_history* h = sample_history();
    int64_t number = -7;
    FAILS(comity_history_find_node(h, "chnia", COMITY_NUL, &number), COMITY_E_UNKNOWN_ID, "china");
    FAILS(comity_history_find_relation(h, "x", COMITY_NUL, &number), COMITY_E_UNKNOWN_ID, "relation 'x'");
    FAILS(comity_history_find_source(h, "x", COMITY_NUL, &number), COMITY_E_UNKNOWN_ID, "source 'x'");
    NUMBER(number, -7);
    OK(comity_history_destroy(&h));
}

CASE(findings_of_building_are_kept) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    int64_t rows = -1;
    OK(comity_history_findings(h, &t));
    OK(comity_table_row_count(t, &rows));
    CHECK(rows >= 0);
    OK(comity_table_destroy(&t));
    OK(comity_history_destroy(&h));
}

CASE(all_is_a_view) {
    comity_history* h = sample_history();
    comity_view* v = NULL;
    OK(comity_history_all(h, &v));
    int64_t certain = -1, possible = -1;
    OK(comity_view_node_count(v, &certain, &possible));
    NUMBER(possible, SAMPLE_NODES);
    OK(comity_view_destroy(&v));
    OK(comity_history_destroy(&h));
}

static const char sco[] = COMITY_DATA_DIR "/sco-information-security.json";

CASE(file_is_read) {
    comity_history* h = NULL;
    OK(comity_history_read(sco, COMITY_NUL, &h));
    int64_t node = -1;
    OK(comity_history_find_node(h, "statement-2006", COMITY_NUL, &node));
    OK(comity_history_destroy(&h));
}

CASE(file_that_is_not_there_is_an_error) {
    comity_history* h = NULL;
    FAILS(comity_history_read("no/such/file.json", COMITY_NUL, &h), COMITY_E_IO_ERROR, "no/such/file.json");
    CHECK(h == NULL);
}

CASE(text_is_read) {
    const char text[] = "{\"format\": \"comity-history\", \"version\": 1,"
                        " \"nodes\": [{\"id\": \"sco\", \"kind\": \"organisation\"}]} and so on";
    comity_history* h = NULL;
    int64_t count = -1;
    OK(comity_history_read_text(text, sizeof text - sizeof " and so on", NULL, &h));
    OK(comity_history_node_count(h, &count));
    NUMBER(count, 1);
    OK(comity_history_destroy(&h));
}

CASE(mistakes_are_found_with_their_places) {
    const char text[] = "{\"format\": \"comity-history\", \"version\": 1,\n"
                        " \"nodes\": [{\"id\": \"sco\", \"kind\": \"organisaton\"}]}";
    comity_history* h = NULL;
    comity_table* findings = NULL;
    comity_read_options o = COMITY_READ_OPTIONS_INIT;
    o.name = comity_str("mine");
    FAILS(comity_history_read_text(text, COMITY_NUL, &o, &h), COMITY_E_PARSE_ERROR, "mine:2:");
    CHECK(h == NULL);
    OK(comity_error_findings(&findings));
    int64_t rows = -1;
    OK(comity_table_row_count(findings, &rows));
    NUMBER(rows, 1);
    OK(comity_table_destroy(&findings));
    FAILS(comity_history_read_text("{", COMITY_NUL, NULL, &h), COMITY_E_PARSE_ERROR, "text:1:");
}

CASE(what_is_written_reads_as_the_same) {
    const char* path = "capi_history_test.json";
    comity_history *h = sample_history(), *again = NULL;
    comity_string *text = NULL, *second = NULL;
    OK(comity_history_write(h, path, COMITY_NUL));
    OK(comity_history_read(path, COMITY_NUL, &again));
    CHECK(remove(path) == 0);
    OK(comity_history_write_text(h, &text));
    OK(comity_history_write_text(again, &second));
    const char *a = NULL, *b = NULL;
    size_t a_length = 0, b_length = 0;
    OK(comity_string_text(text, &a, &a_length));
    OK(comity_string_text(second, &b, &b_length));
    CHECK(a_length == b_length && memcmp(a, b, a_length) == 0);
    FAILS(comity_history_write(h, "no/such/folder/x.json", COMITY_NUL), COMITY_E_IO_ERROR, "no/such/folder");
    OK(comity_string_destroy(&text));
    OK(comity_string_destroy(&second));
    OK(comity_history_destroy(&again));
    OK(comity_history_destroy(&h));
}

/* Stops at the call whose number `user` points to. */
static int32_t stop_at(double done, const char* stage, size_t length, void* user) {
    int* left = user;
    CHECK(done >= 0 && done <= 1);
    CHECK(stage != NULL && length != 0);
    return --*left == 0;
}

CASE(progress_can_cancel) {
    comity_history* h = NULL;
    comity_read_options o = COMITY_READ_OPTIONS_INIT;
    int left = 1;
    o.progress = stop_at;
    o.user = &left;
    FAILS(comity_history_read_with(sco, COMITY_NUL, &o, &h), COMITY_E_CANCELLED, "stopped");
    CHECK(h == NULL);
    left = 1000000;
    OK(comity_history_read_with(sco, COMITY_NUL, &o, &h));
    CHECK(left < 1000000);
    OK(comity_history_destroy(&h));
}

CASE(writing_can_be_stopped) {
    comity_history* h = sample_history();
    comity_string* text = NULL;
    comity_write_options o = COMITY_WRITE_OPTIONS_INIT;
    o.progress = no_more;
    FAILS(comity_history_write_with(h, "capi_history_test.json", COMITY_NUL, &o), COMITY_E_CANCELLED,
          "stopped");
    CHECK(remove("capi_history_test.json") != 0);
    FAILS(comity_history_write_text_with(h, &o, &text), COMITY_E_CANCELLED, "stopped");
    CHECK(text == NULL);
    o.progress = NULL;
    OK(comity_history_write_text_with(h, &o, &text));
    OK(comity_string_destroy(&text));
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(file_is_read);
    RUN(file_that_is_not_there_is_an_error);
    RUN(text_is_read);
    RUN(mistakes_are_found_with_their_places);
    RUN(what_is_written_reads_as_the_same);
    RUN(progress_can_cancel);
    RUN(writing_can_be_stopped);
    RUN(counts);
    RUN(note_by_key);
    RUN(notes_are_a_table);
    RUN(ids_are_found);
    RUN(unknown_ids_are_errors_that_name_the_nearest);
    RUN(findings_of_building_are_kept);
    RUN(all_is_a_view);
    return finish();
}
