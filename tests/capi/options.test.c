/* Options of older and newer callers: a prefix is enough, and what is not known must be zero. */
#include "support/check.h"
#include "support/sample.h"

#include <string.h>

/* The options as a later release may have them. */
typedef struct later_options {
    comity_date_options now;
    int64_t more;
} later_options;

static int32_t parse(const void* options) {
    comity_date* d = NULL;
    const int32_t code = comity_date_parse("2011-21", COMITY_NUL, (const comity_date_options*)options, &d);
    CHECK((code == COMITY_OK) == (d != NULL));
    OK(comity_date_destroy(&d));
    return code;
}

CASE(options_of_an_older_caller_are_shorter) {
    comity_date_options o = COMITY_DATE_OPTIONS_INIT;
    o.seasons = 99; /* beyond the size that follows, so never read */
    o.size = offsetof(comity_date_options, seasons);
    OK(parse(&o));
    o.size = offsetof(comity_date_options, allow_hour_24);
    FAILS(parse(&o), COMITY_E_INVALID_ARGUMENT, "'seasons' is 99");
}

CASE(options_of_a_newer_caller_are_longer) {
    later_options o;
    memset(&o, 0, sizeof o);
    o.now.size = sizeof o;
    OK(parse(&o));
    o.more = 1;
    FAILS(parse(&o), COMITY_E_UNSUPPORTED, "does not know");
}

CASE(size_that_nobody_set_is_an_error) {
    comity_date_options o = COMITY_DATE_OPTIONS_INIT;
    o.size = 0;
    FAILS(parse(&o), COMITY_E_INVALID_ARGUMENT, "size of the options is 0");
    o.size = SIZE_MAX;
    FAILS(parse(&o), COMITY_E_INVALID_ARGUMENT, "COMITY_..._INIT");
}

CASE(init_function_and_macro_agree) {
#define AGREE(type, macro)                                                                                   \
    do {                                                                                                     \
        const type by_macro = macro;                                                                         \
        type by_function;                                                                                    \
        memset(&by_function, 0xAB, sizeof by_function);                                                      \
        OK(comity_options_init(&by_function, sizeof by_function));                                           \
        CHECK(memcmp(&by_function, &by_macro, sizeof by_macro) == 0);                                        \
    } while (0)
    AGREE(comity_date_options, COMITY_DATE_OPTIONS_INIT);
    AGREE(comity_table_format, COMITY_TABLE_FORMAT_INIT);
    AGREE(comity_csv_options, COMITY_CSV_OPTIONS_INIT);
    AGREE(comity_register_options, COMITY_REGISTER_OPTIONS_INIT);
    AGREE(comity_register_node_options, COMITY_REGISTER_NODE_OPTIONS_INIT);
    AGREE(comity_register_relation_options, COMITY_REGISTER_RELATION_OPTIONS_INIT);
    AGREE(comity_registers_options, COMITY_REGISTERS_OPTIONS_INIT);
    AGREE(comity_kind_options, COMITY_KIND_OPTIONS_INIT);
    AGREE(comity_relation_type_options, COMITY_RELATION_TYPE_OPTIONS_INIT);
    AGREE(comity_attribute_type_options, COMITY_ATTRIBUTE_TYPE_OPTIONS_INIT);
    AGREE(comity_source_options, COMITY_SOURCE_OPTIONS_INIT);
    AGREE(comity_statement_options, COMITY_STATEMENT_OPTIONS_INIT);
    AGREE(comity_attribute_options, COMITY_ATTRIBUTE_OPTIONS_INIT);
    AGREE(comity_read_options, COMITY_READ_OPTIONS_INIT);
    AGREE(comity_open_options, COMITY_OPEN_OPTIONS_INIT);
    AGREE(comity_write_options, COMITY_WRITE_OPTIONS_INIT);
    AGREE(comity_build_options, COMITY_BUILD_OPTIONS_INIT);
    AGREE(comity_listing_options, COMITY_LISTING_OPTIONS_INIT);
    AGREE(comity_lineage_options, COMITY_LINEAGE_OPTIONS_INIT);
    AGREE(comity_audit_options, COMITY_AUDIT_OPTIONS_INIT);
    AGREE(comity_support_options, COMITY_SUPPORT_OPTIONS_INIT);
    AGREE(comity_graph_options, COMITY_GRAPH_OPTIONS_INIT);
    AGREE(comity_closure_options, COMITY_CLOSURE_OPTIONS_INIT);
    AGREE(comity_pagerank_options, COMITY_PAGERANK_OPTIONS_INIT);
    AGREE(comity_betweenness_options, COMITY_BETWEENNESS_OPTIONS_INIT);
    AGREE(comity_co_occurrence_options, COMITY_CO_OCCURRENCE_OPTIONS_INIT);
    AGREE(comity_journey_options, COMITY_JOURNEY_OPTIONS_INIT);
    AGREE(comity_rolling_options, COMITY_ROLLING_OPTIONS_INIT);
#undef AGREE
    FAILS(comity_options_init(&(char){0}, 1), COMITY_E_INVALID_ARGUMENT, "size of the options is 1");
}

CASE(reserved_members_must_be_zero) {
    comity_builder* b = NULL;
    OK(comity_builder_create(&b));
    comity_attribute_type_options o = COMITY_ATTRIBUTE_TYPE_OPTIONS_INIT;
    o.reserved = 1;
    FAILS(comity_builder_add_attribute_type(b, "x:a", COMITY_NUL, COMITY_VALUE_TEXT, &o),
          COMITY_E_UNSUPPORTED, "'reserved' is 1");
    OK(comity_builder_destroy(&b));
}

int main(void) {
    RUN(options_of_an_older_caller_are_shorter);
    RUN(options_of_a_newer_caller_are_longer);
    RUN(size_that_nobody_set_is_an_error);
    RUN(init_function_and_macro_agree);
    RUN(reserved_members_must_be_zero);
    return finish();
}
