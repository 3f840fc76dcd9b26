#include "support/check.h"
#include "support/sample.h"

static const char* text;
static size_t length;

CASE(node_tells_id_name_and_kind) {
    comity_history* h = sample_history();
    OK(comity_node_id(h, STATEMENT_2006, &text, &length));
    TEXT(text, length, "statement-2006");
    OK(comity_node_name(h, STATEMENT_2006, NULL, 0, &text, &length));
    TEXT(text, length, "Statement of 2006");
    OK(comity_node_name(h, STATEMENT_2006, "zh", COMITY_NUL, &text, &length));
    TEXT(text, length, "声明");
    OK(comity_node_name(h, PLAN, "zh", COMITY_NUL, &text, &length));
    TEXT(text, length, "plan");
    OK(comity_node_kind(h, SCO, &text, &length));
    TEXT(text, length, "intergovernmental-organisation");
    OK(comity_history_destroy(&h));
}

CASE(node_is_of_the_kinds_above_its_own) {
    comity_history* h = sample_history();
    int32_t yes = -1;
    OK(comity_node_is_a(h, SCO, "organisation", COMITY_NUL, &yes));
    NUMBER(yes, 1);
    OK(comity_node_is_a(h, SCO, "state", COMITY_NUL, &yes));
    NUMBER(yes, 0);
    FAILS(comity_node_is_a(h, SCO, "organisaton", COMITY_NUL, &yes), COMITY_E_UNKNOWN_ID, "organisation");
    OK(comity_history_destroy(&h));
}

CASE(node_has_a_life) {
    comity_history* h = sample_history();
    comity_period* p = NULL;
    OK(comity_node_period(h, SCO, &p));
    OK(comity_history_destroy(&h));
    OK(comity_period_text(p, &text, &length));
    TEXT(text, length, "2001-06-15/..");
    OK(comity_period_destroy(&p));
}

CASE(node_says_how_it_is_known) {
    comity_history* h = sample_history();
    int32_t number = -1;
    OK(comity_node_existence(h, SCO, &number));
    NUMBER(number, COMITY_TRUTH_CERTAIN);
    OK(comity_node_modality(h, SCO, &number));
    NUMBER(number, COMITY_MODALITY_REPORTED);
    OK(comity_node_flags(h, SCO, &number));
    NUMBER(number, COMITY_FACT_DATED);
    OK(comity_node_flags(h, PLAN, &number));
    NUMBER(number, COMITY_FACT_UNSOURCED);
    OK(comity_history_destroy(&h));
}

CASE(relation_tells_id_type_and_ends) {
    comity_history* h = sample_history();
    OK(comity_relation_id(h, CHINA_IN_SCO, &text, &length));
    TEXT(text, length, "china-in-sco");
    OK(comity_relation_id(h, INDIA_IN_SCO, &text, &length));
    TEXT(text, length, "");
    OK(comity_relation_type(h, ADOPTION, &text, &length));
    TEXT(text, length, "adopted");
    int64_t from = -1, to = -1;
    OK(comity_relation_ends(h, ADOPTION, &from, &to));
    NUMBER(from, SCO);
    NUMBER(to, STATEMENT_2006);
    OK(comity_history_destroy(&h));
}

CASE(relation_says_when_and_how_it_is_known) {
    comity_history* h = sample_history();
    comity_period* p = NULL;
    OK(comity_relation_period(h, ADOPTION, &p));
    OK(comity_period_text(p, &text, &length));
    TEXT(text, length, "2006-06-15");
    OK(comity_period_destroy(&p));
    int32_t number = -1;
    OK(comity_relation_existence(h, ADOPTION, &number));
    NUMBER(number, COMITY_TRUTH_CERTAIN);
    OK(comity_relation_modality(h, ADOPTION, &number));
    NUMBER(number, COMITY_MODALITY_REPORTED);
    OK(comity_relation_flags(h, ADOPTION, &number));
    NUMBER(number, COMITY_FACT_DATED);
    OK(comity_relation_flags(h, IMPLEMENTATION, &number));
    NUMBER(number, COMITY_FACT_UNSOURCED);
    OK(comity_history_destroy(&h));
}

CASE(source_tells_id_title_kind_and_date) {
    comity_history* h = sample_history();
    OK(comity_source_id(h, REGISTER, &text, &length));
    TEXT(text, length, "register");
    OK(comity_source_title(h, REGISTER, "en", COMITY_NUL, &text, &length));
    TEXT(text, length, "The register");
    OK(comity_source_title(h, REGISTER, NULL, 0, &text, &length));
    TEXT(text, length, "The register");
    OK(comity_source_kind(h, REGISTER, &text, &length));
    TEXT(text, length, "register");
    comity_date* d = NULL;
    OK(comity_source_date(h, REGISTER, &d));
    OK(comity_date_text(d, &text, &length));
    TEXT(text, length, "2021-09-24");
    OK(comity_date_destroy(&d));
    OK(comity_history_destroy(&h));
}

CASE(source_without_a_date_says_so) {
    comity_builder* b = NULL;
    comity_history* h = NULL;
    comity_date* d = NULL;
    int64_t source = -1;
    OK(comity_builder_create(&b));
    OK(comity_builder_add_source(b, "rumour", COMITY_NUL, NULL, &source));
    OK(comity_builder_build(b, &h));
    FAILS(comity_source_date(h, source, &d), COMITY_E_NO_VALUE, "'rumour' has no date");
    CHECK(d == NULL);
    OK(comity_history_destroy(&h));
    OK(comity_builder_destroy(&b));
}

CASE(number_of_nothing_is_an_error) {
    comity_history* h = sample_history();
    text = NULL;
    FAILS(comity_node_id(h, SAMPLE_NODES, &text, &length), COMITY_E_UNKNOWN_ID, "node number 5; there are 5");
    FAILS(comity_node_id(h, -1, &text, &length), COMITY_E_UNKNOWN_ID, "node number -1");
    FAILS(comity_node_id(h, INT64_MAX, &text, &length), COMITY_E_UNKNOWN_ID, "node number 9");
    FAILS(comity_relation_id(h, SAMPLE_RELATIONS, &text, &length), COMITY_E_UNKNOWN_ID, "relation number 4");
    FAILS(comity_source_id(h, SAMPLE_SOURCES, &text, &length), COMITY_E_UNKNOWN_ID, "source number 1");
    CHECK(text == NULL);
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(node_tells_id_name_and_kind);
    RUN(node_is_of_the_kinds_above_its_own);
    RUN(node_has_a_life);
    RUN(node_says_how_it_is_known);
    RUN(relation_tells_id_type_and_ends);
    RUN(relation_says_when_and_how_it_is_known);
    RUN(source_tells_id_title_kind_and_date);
    RUN(source_without_a_date_says_so);
    RUN(number_of_nothing_is_an_error);
    return finish();
}
