#define COMITY_EXPERIMENTAL
#include "support/check.h"
#include "support/sample.h"

#include <string.h>

CASE(nothing_is_said_before_the_first_failure) {
    TEXT(comity_error_message(), strlen(comity_error_message()), "");
    comity_table* t = NULL;
    int64_t rows = -1;
    OK(comity_error_findings(&t));
    OK(comity_table_row_count(t, &rows));
    NUMBER(rows, 0);
    OK(comity_table_destroy(&t));
}

CASE(versions_agree) {
    NUMBER(comity_abi_version(), COMITY_ABI_VERSION);
    CHECK(strchr(comity_version(), '.') != NULL);
}

CASE(every_code_has_a_name) {
    const int32_t codes[] = {0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -101, -102, -103, -104, -105};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; ++i)
        CHECK(strcmp(comity_code_name(codes[i]), "unknown") != 0);
    TEXT(comity_code_name(COMITY_E_UNKNOWN_ID), strlen(comity_code_name(COMITY_E_UNKNOWN_ID)), "unknown-id");
    TEXT(comity_code_name(-99), strlen(comity_code_name(-99)), "unknown");
}

CASE(message_survives_calls_that_succeed) {
    comity_date* d = NULL;
    FAILS(comity_date_parse("soon", COMITY_NUL, NULL, &d), COMITY_E_INVALID_DATE, "soon");
    OK(comity_date_parse("2011", COMITY_NUL, NULL, &d));
    CHECK(strstr(comity_error_message(), "soon") != NULL);
    OK(comity_date_destroy(&d));
}

/* Whether `text` ends inside of a UTF-8 character of two bytes. */
static bool ends_in_half(const char* text) {
    const size_t length = strlen(text);
    return length != 0 && ((unsigned char)text[length - 1] & 0xC0u) == 0xC0u;
}

CASE(message_that_is_too_long_is_cut_between_characters) {
    static char id[8192];
    comity_history* h = sample_history();
    for (size_t shift = 0; shift < 2; ++shift) {
        memset(id, 0, sizeof id);
        memset(id, 'x', shift);
        for (size_t i = shift; i + 2 < sizeof id; i += 2) memcpy(id + i, "\xC3\xA4", 2);
        int64_t number = -1;
        FAILS(comity_history_find_source(h, id, COMITY_NUL, &number), COMITY_E_UNKNOWN_ID,
              "unknown source '");
        CHECK(strlen(comity_error_message()) >= 2046);
        CHECK(!ends_in_half(comity_error_message()));
    }
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(nothing_is_said_before_the_first_failure);
    RUN(versions_agree);
    RUN(every_code_has_a_name);
    RUN(message_survives_calls_that_succeed);
    RUN(message_that_is_too_long_is_cut_between_characters);
    return finish();
}
