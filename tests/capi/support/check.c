#define COMITY_EXPERIMENTAL
#include "check.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static int passed, failed;
static bool case_holds;

void run_case(const char* name, void (*body)(void)) {
    case_holds = true;
    body();
    printf("%s  %s\n", case_holds ? "ok    " : "FAILED", name);
    fflush(stdout);
    ++*(case_holds ? &passed : &failed);
}

bool check(bool holds, const char* what, const char* file, int line) {
    if (holds) return true;
    case_holds = false;
    printf("%s:%d: %s\n", file, line, what);
    return false;
}

bool check_code(int32_t code, int32_t expected, const char* what, const char* file, int line) {
    if (check(code == expected, what, file, line)) return true;
    printf("  is %s, expected %s; last message: %s\n", comity_code_name(code), comity_code_name(expected),
           comity_error_message());
    return false;
}

bool check_failure(int32_t code, int32_t expected, const char* message, const char* what, const char* file,
                   int line) {
    if (!check_code(code, expected, what, file, line)) return false;
    if (check(strstr(comity_error_message(), message) != NULL, what, file, line)) return true;
    printf("  says: %s\n  and not: %s\n", comity_error_message(), message);
    return false;
}

bool check_text(const char* text, size_t length, const char* expected, const char* file, int line) {
    const bool same = text != NULL && length == strlen(expected) && memcmp(text, expected, length) == 0;
    if (check(same, expected, file, line)) return true;
    printf("  is: %.*s\n", (int)length, text == NULL ? "" : text);
    return false;
}

bool check_number(int64_t number, int64_t expected, const char* what, const char* file, int line) {
    if (check(number == expected, what, file, line)) return true;
    printf("  is %" PRId64 ", expected %" PRId64 "\n", number, expected);
    return false;
}

int32_t no_more(double done, const char* stage, size_t length, void* user) {
    CHECK(done == 0);
    CHECK(stage != NULL && length != 0);
    CHECK(user == NULL);
    return 1;
}

int finish(void) {
    const int64_t alive = comity_live_handles();
    if (alive != 0) {
        printf("FAILED  %" PRId64 " handles were not destroyed\n", alive);
        ++failed;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
