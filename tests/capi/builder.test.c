#include "support/check.h"
#include "support/sample.h"

#include <string.h>

static comity_builder* fresh(void) {
    comity_builder* b = NULL;
    OK(comity_builder_create(&b));
    return b;
}

/* Builds, and destroys the builder. */
static comity_history* built(comity_builder** b) {
    comity_history* h = NULL;
    OK(comity_builder_build(*b, &h));
    OK(comity_builder_destroy(b));
    return h;
}

CASE(counts_while_adding) {
    comity_builder* b = sample_builder();
    int64_t count = -1;
    OK(comity_builder_reserve(b, 100, 100));
    OK(comity_builder_node_count(b, &count));
    NUMBER(count, SAMPLE_NODES);
    OK(comity_builder_relation_count(b, &count));
    NUMBER(count, SAMPLE_RELATIONS);
    FAILS(comity_builder_reserve(b, -1, 0), COMITY_E_INVALID_ARGUMENT, "'nodes' is -1");
    FAILS(comity_builder_reserve(b, INT64_MAX, 0), COMITY_E_LIMIT_EXCEEDED, "");
    OK(comity_builder_destroy(&b));
}

CASE(empty_history) {
    comity_builder* b = fresh();
    comity_history* h = built(&b);
    int64_t count = -1;
    OK(comity_history_node_count(h, &count));
    NUMBER(count, 0);
    OK(comity_history_destroy(&h));
}

CASE(kinds_and_types_of_ones_own) {
    comity_builder* b = fresh();
    comity_kind_options kind = COMITY_KIND_OPTIONS_INIT;
    kind.label = comity_str("cyber exercise");
    OK(comity_builder_add_kind(b, "cyber-exercise", COMITY_NUL, "exercise", COMITY_NUL, &kind));
    FAILS(comity_builder_add_kind(b, "cyber-exercise", COMITY_NUL, "exercise", COMITY_NUL, NULL),
          COMITY_E_DUPLICATE_ID, "cyber-exercise");
    FAILS(comity_builder_add_kind(b, "other", COMITY_NUL, "exrcise", COMITY_NUL, NULL), COMITY_E_UNKNOWN_ID,
          "exercise");
    FAILS(comity_builder_add_kind(b, "No Name", COMITY_NUL, "exercise", COMITY_NUL, NULL),
          COMITY_E_INVALID_ARGUMENT, "No Name");

    const char* actors[] = {"actor"};
    comity_relation_type_options type = COMITY_RELATION_TYPE_OPTIONS_INIT;
    type.inverse = comity_str("trained-by");
    type.domain.data = type.range.data = actors;
    type.domain.count = type.range.count = 1;
    type.flags = COMITY_RELATION_ACYCLIC;
    OK(comity_builder_add_relation_type(b, "trains", COMITY_NUL, COMITY_NATURE_STATE, &type));
    FAILS(comity_builder_add_relation_type(b, "x", COMITY_NUL, 9, NULL), COMITY_E_INVALID_ARGUMENT,
          "'nature'");
    type.flags = 16;
    FAILS(comity_builder_add_relation_type(b, "y", COMITY_NUL, COMITY_NATURE_ACT, &type),
          COMITY_E_INVALID_ARGUMENT, "'flags' is 16");
    type.flags = COMITY_RELATION_SYMMETRIC | COMITY_RELATION_ACYCLIC;
    type.inverse = comity_str(NULL);
    FAILS(comity_builder_add_relation_type(b, "z", COMITY_NUL, COMITY_NATURE_ACT, &type),
          COMITY_E_SCHEMA_VIOLATION, "z");

    comity_attribute_type_options value = COMITY_ATTRIBUTE_TYPE_OPTIONS_INIT;
    value.single = 1;
    OK(comity_builder_add_attribute_type(b, "x:score", COMITY_NUL, COMITY_VALUE_NUMBER, &value));
    FAILS(comity_builder_add_attribute_type(b, "w", COMITY_NUL, 4, NULL), COMITY_E_INVALID_ARGUMENT,
          "'value_type'");

    int64_t a = -1, z = -1, row = -1;
    OK(comity_builder_add_node(b, "a", COMITY_NUL, "state", COMITY_NUL, &a));
    OK(comity_builder_add_node(b, "z", COMITY_NUL, "state", COMITY_NUL, &z));
    OK(comity_builder_add_relation(b, a, "trains", COMITY_NUL, z, NULL, 0, &row));
    OK(comity_builder_add_relation_number(b, row, "x:score", COMITY_NUL, 0.5, NULL));
    comity_history* h = built(&b);
    OK(comity_history_destroy(&h));
}

CASE(every_kind_of_value_on_nodes_and_relations) {
    comity_builder* b = sample_builder();
    const int64_t sources[] = {REGISTER};
    const char* where[] = {"p4"};
    comity_attribute_options o = COMITY_ATTRIBUTE_OPTIONS_INIT;
    o.bound = COMITY_NUMBER_MORE_THAN;
    o.unit = comity_str("website");
    o.period = comity_str("2011/..");
    o.sources = sources;
    o.source_count = 1;
    o.locators.data = where;
    o.locators.count = 1;
    OK(comity_builder_add_node_number(b, SCO, "member-count", COMITY_NUL, 8, &o));
    OK(comity_builder_add_node_flag(b, PLAN, "permanent", COMITY_NUL, 1, NULL));
    OK(comity_builder_add_node_text(b, PLAN, "title", COMITY_NUL, "Plan", COMITY_NUL, NULL));
    OK(comity_builder_add_relation_text(b, CHINA_IN_SCO, "role", COMITY_NUL, "founder", COMITY_NUL, NULL));
    OK(comity_builder_add_relation_number(b, CHINA_IN_SCO, "ordinal", COMITY_NUL, 1, NULL));
    OK(comity_builder_add_relation_flag(b, CHINA_IN_SCO, "permanent", COMITY_NUL, 0, NULL));

    FAILS(comity_builder_add_node_text(b, SCO, "ordinal", COMITY_NUL, "six", COMITY_NUL, NULL),
          COMITY_E_INVALID_ARGUMENT, "'ordinal' takes a number");
    FAILS(comity_builder_add_node_text(b, SCO, "ordnal", COMITY_NUL, "six", COMITY_NUL, NULL),
          COMITY_E_UNKNOWN_ID, "ordinal");
    FAILS(comity_builder_add_node_flag(b, SAMPLE_NODES, "permanent", COMITY_NUL, 1, NULL),
          COMITY_E_UNKNOWN_ID, "node number 5");
    FAILS(comity_builder_add_relation_flag(b, SAMPLE_RELATIONS, "permanent", COMITY_NUL, 1, NULL),
          COMITY_E_UNKNOWN_ID, "relation number 4");
    o.bound = 6;
    FAILS(comity_builder_add_node_number(b, SCO, "member-count", COMITY_NUL, 8, &o),
          COMITY_E_INVALID_ARGUMENT, "'bound' is 6");
    o.bound = 0;
    o.source_count = 0;
    FAILS(comity_builder_add_node_number(b, SCO, "member-count", COMITY_NUL, 8, &o),
          COMITY_E_INVALID_ARGUMENT, "'locators' has 1 texts");
    comity_history* h = built(&b);
    int64_t count = -1;
    OK(comity_history_attribute_count(h, &count));
    NUMBER(count, 9);
    OK(comity_history_destroy(&h));
}

CASE(source_with_everything) {
    comity_builder* b = sample_builder();
    const char* titles[] = {"登記", "le registre"};
    const char* languages[] = {"zh-Hant", "fr"};
    const char* authors[] = {"A. Author"};
    const char* copies[] = {"register"};
    const char* what[] = {"member-of"};
    const char* until[] = {"2021-09-24"};
    comity_source_options o = COMITY_SOURCE_OPTIONS_INIT;
    o.kind = comity_str("register");
    o.title = comity_str("A second register");
    o.language = comity_str("en");
    o.publisher = comity_str("P");
    o.date = comity_str("2022");
    o.uri = comity_str("https://example.org/");
    o.note = comity_str("n");
    o.more_titles = (comity_texts){titles, NULL, 2};
    o.more_title_languages = (comity_texts){languages, NULL, 2};
    o.authors = (comity_texts){authors, NULL, 1};
    o.derived_from = (comity_texts){copies, NULL, 1};
    o.coverage_what = (comity_texts){what, NULL, 1};
    o.coverage_until = (comity_texts){until, NULL, 1};
    int64_t source = -1, same = -1;
    OK(comity_builder_source(b, "second", COMITY_NUL, &source));
    OK(comity_builder_add_source(b, "second", COMITY_NUL, &o, &same));
    NUMBER(source, same);
    o.more_title_languages.count = 1;
    FAILS(comity_builder_add_source(b, "third", COMITY_NUL, &o, &same), COMITY_E_INVALID_ARGUMENT,
          "'more_title_languages' has 1 texts; expected 2");
    comity_history* h = built(&b);
    const char* text = NULL;
    size_t length = 0;
    OK(comity_source_title(h, source, "zh-Hant", COMITY_NUL, &text, &length));
    TEXT(text, length, "登記");
    OK(comity_history_destroy(&h));
}

CASE(statement_with_everything) {
    comity_builder* b = sample_builder();
    const char* premises[] = {"p1"};
    comity_statement_options o = COMITY_STATEMENT_OPTIONS_INIT;
    o.quote = comity_str("q");
    o.period = comity_str("2001-06-16/..");
    o.rule = comity_str("because");
    o.premises = (comity_texts){premises, NULL, 1};
    OK(comity_builder_add_relation_statement(b, CHINA_IN_SCO, REGISTER, "p9", COMITY_NUL, &o));
    o = (comity_statement_options)COMITY_STATEMENT_OPTIONS_INIT;
    o.denies = 1;
    OK(comity_builder_add_node_statement(b, INDIA, REGISTER, NULL, 0, &o));
    o.modality = 4;
    FAILS(comity_builder_add_node_statement(b, INDIA, REGISTER, NULL, 0, &o), COMITY_E_INVALID_ARGUMENT,
          "'modality' is 4");
    o = (comity_statement_options)COMITY_STATEMENT_OPTIONS_INIT;
    o.existence_only = 1;
    OK(comity_builder_add_node_statement(b, INDIA, REGISTER, NULL, 0, &o));
    o.reserved = 1;
    FAILS(comity_builder_add_node_statement(b, INDIA, REGISTER, NULL, 0, &o), COMITY_E_UNSUPPORTED,
          "reserved");
    FAILS(comity_builder_add_node_statement(b, INDIA, 1, NULL, 0, NULL), COMITY_E_UNKNOWN_ID,
          "source number 1");
    comity_history* h = built(&b);
    int32_t number = -1;
    OK(comity_relation_flags(h, CHINA_IN_SCO, &number));
    CHECK((number & COMITY_FACT_DISPUTED) != 0);
    OK(comity_node_existence(h, INDIA, &number));
    NUMBER(number, COMITY_TRUTH_POSSIBLE);
    OK(comity_history_destroy(&h));
}

CASE(node_may_be_named_before_it_is_added) {
    comity_builder* b = fresh();
    int64_t early = -1, node = -1;
    OK(comity_builder_node(b, "sco", COMITY_NUL, &early));
    OK(comity_builder_add_node(b, "sco", COMITY_NUL, "organisation", COMITY_NUL, &node));
    NUMBER(node, early);
    comity_history* h = built(&b);
    OK(comity_history_destroy(&h));
}

CASE(unknown_kinds_types_and_numbers_are_errors) {
    comity_builder* b = sample_builder();
    int64_t number = -7;
    FAILS(comity_builder_add_node(b, "x", COMITY_NUL, "stat", COMITY_NUL, &number), COMITY_E_UNKNOWN_ID,
          "state");
    FAILS(comity_builder_add_relation(b, CHINA, "member-off", COMITY_NUL, SCO, NULL, 0, &number),
          COMITY_E_UNKNOWN_ID, "member-of");
    FAILS(comity_builder_add_relation(b, CHINA, "member-of", COMITY_NUL, 99, NULL, 0, &number),
          COMITY_E_UNKNOWN_ID, "node number 99");
    FAILS(comity_builder_set_node_period(b, -1, "2011", COMITY_NUL), COMITY_E_UNKNOWN_ID, "node number -1");
    FAILS(comity_builder_set_relation_period(b, 99, "2011", COMITY_NUL), COMITY_E_UNKNOWN_ID,
          "relation number 99");
    NUMBER(number, -7);
    OK(comity_builder_destroy(&b));
}

CASE(what_is_kept_must_be_utf8) {
    comity_builder* b = sample_builder();
    int64_t number = -1;
    comity_statement_options o = COMITY_STATEMENT_OPTIONS_INIT;
    FAILS(comity_builder_add_node(b, "caf\xE9", COMITY_NUL, "state", COMITY_NUL, &number),
          COMITY_E_INVALID_ARGUMENT, "'id' is not UTF-8 at byte 3");
    FAILS(comity_builder_add_node_text(b, SCO, "name", COMITY_NUL, "\xED\xA0\x80", COMITY_NUL, NULL),
          COMITY_E_INVALID_ARGUMENT, "'text' is not UTF-8 at byte 0");
    o.quote = comity_str("half \xE5\xA3");
    FAILS(comity_builder_add_node_statement(b, SCO, REGISTER, NULL, 0, &o), COMITY_E_INVALID_ARGUMENT,
          "'quote' is not UTF-8 at byte 5");
    OK(comity_builder_add_node_text(b, SCO, "name", COMITY_NUL, "上海 \xF0\x9F\x95\x8A", COMITY_NUL, NULL));
    comity_history* h = built(&b);
    OK(comity_history_destroy(&h));
}

CASE(all_that_is_wrong_is_found_at_once) {
    comity_builder* b = fresh();
    int64_t a = -1, z = -1, row = -1;
    OK(comity_builder_set_place(b, "lines.csv", COMITY_NUL, 12, 3));
    OK(comity_builder_add_node(b, "a", COMITY_NUL, "state", COMITY_NUL, &a));
    OK(comity_builder_add_node(b, "a", COMITY_NUL, "state", COMITY_NUL, &a));
    OK(comity_builder_set_node_period(b, a, "soon", COMITY_NUL));
    OK(comity_builder_node(b, "missing", COMITY_NUL, &z));
    OK(comity_builder_add_relation(b, a, "member-of", COMITY_NUL, z, NULL, 0, &row));
    comity_history* h = NULL;
    comity_table* findings = NULL;
    FAILS(comity_builder_build(b, &h), COMITY_E_SCHEMA_VIOLATION, "lines.csv:12:3");
    CHECK(h == NULL);
    OK(comity_error_findings(&findings));
    const char* text = NULL;
    size_t length = 0;
    int64_t column = -1;
    OK(comity_table_find_column(findings, "level", COMITY_NUL, &column));
    OK(comity_table_text(findings, column, 0, &text, &length));
    TEXT(text, length, "error");
    CHECK(rows_of(&findings) >= 3);
    FAILS(comity_builder_build(b, &h), COMITY_E_INVALID_ARGUMENT, "spent");
    OK(comity_error_findings(&findings)); /* of the last failure, and that had none */
    NUMBER(rows_of(&findings), 0);
    OK(comity_builder_destroy(&b));
}

CASE(warnings_do_not_keep_a_history_from_being_made) {
    comity_builder* b = sample_builder();
    OK(comity_builder_set_relation_period(b, CHINA_IN_SCO, "2011/2001", COMITY_NUL));
    comity_history* h = built(&b);
    comity_table* findings = NULL;
    OK(comity_history_findings(h, &findings));
    CHECK(rows_of(&findings) >= 1);
    OK(comity_history_destroy(&h));
}

CASE(spent_builder_is_an_error) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    int64_t number = -1;
    OK(comity_builder_build(b, &h));
    FAILS(comity_builder_add_node(b, "x", COMITY_NUL, "state", COMITY_NUL, &number),
          COMITY_E_INVALID_ARGUMENT, "spent");
    FAILS(comity_builder_node_count(b, &number), COMITY_E_INVALID_ARGUMENT, "spent");
    OK(comity_builder_destroy(&b));
    OK(comity_history_destroy(&h));
}

CASE(building_can_be_stopped_and_spends_the_builder) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    comity_build_options o = COMITY_BUILD_OPTIONS_INIT;
    o.progress = no_more;
    FAILS(comity_builder_build_with(b, &o, &h), COMITY_E_CANCELLED, "stopped");
    CHECK(h == NULL);
    FAILS(comity_builder_build(b, &h), COMITY_E_INVALID_ARGUMENT, "spent");
    OK(comity_builder_destroy(&b));
}

CASE(history_grows_and_numbers_survive) {
    comity_history *h = sample_history(), *larger = NULL;
    comity_builder* b = NULL;
    OK(comity_builder_extend(h, &b));
    OK(comity_history_destroy(&h));
    int64_t number = -1;
    OK(comity_builder_add_node(b, "pakistan", COMITY_NUL, "state", COMITY_NUL, &number));
    NUMBER(number, SAMPLE_NODES);
    OK(comity_builder_add_node_statement(b, number, REGISTER, NULL, 0, NULL));
    OK(comity_builder_build(b, &larger));
    OK(comity_history_find_node(larger, "sco", COMITY_NUL, &number));
    NUMBER(number, SCO);
    OK(comity_history_node_count(larger, &number));
    NUMBER(number, SAMPLE_NODES + 1);
    OK(comity_builder_destroy(&b));
    OK(comity_history_destroy(&larger));
}

int main(void) {
    RUN(counts_while_adding);
    RUN(empty_history);
    RUN(kinds_and_types_of_ones_own);
    RUN(every_kind_of_value_on_nodes_and_relations);
    RUN(source_with_everything);
    RUN(statement_with_everything);
    RUN(node_may_be_named_before_it_is_added);
    RUN(unknown_kinds_types_and_numbers_are_errors);
    RUN(what_is_kept_must_be_utf8);
    RUN(all_that_is_wrong_is_found_at_once);
    RUN(warnings_do_not_keep_a_history_from_being_made);
    RUN(spent_builder_is_an_error);
    RUN(building_can_be_stopped_and_spends_the_builder);
    RUN(history_grows_and_numbers_survive);
    return finish();
}
