/* The smallest test framework that will do: cases, checks that say where they failed, a closing line that
 * tests/run.sh adds up. */
#ifndef COMITY_TESTS_CHECK_H
#define COMITY_TESTS_CHECK_H

#include <comity.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A case: CASE(name) { ... } and then, in main, RUN(name). */
#define CASE(name) static void name(void)
#define RUN(name) run_case(#name, name)

#define CHECK(condition) check((condition), #condition, __FILE__, __LINE__)
/* The call succeeds. */
#define OK(call) check_code((call), COMITY_OK, #call, __FILE__, __LINE__)
/* The call fails with that code, and the message contains that text. */
#define FAILS(call, code, message) check_failure((call), (code), (message), #call, __FILE__, __LINE__)
/* The text of `length` bytes is that one. */
#define TEXT(text, length, expected) check_text((text), (length), (expected), __FILE__, __LINE__)
#define NUMBER(number, expected) check_number((number), (expected), #number, __FILE__, __LINE__)

#ifdef __cplusplus
extern "C" {
#endif

void run_case(const char* name, void (*body)(void));
bool check(bool holds, const char* what, const char* file, int line);
bool check_code(int32_t code, int32_t expected, const char* what, const char* file, int line);
bool check_failure(int32_t code, int32_t expected, const char* message, const char* what, const char* file,
                   int line);
bool check_text(const char* text, size_t length, const char* expected, const char* file, int line);
bool check_number(int64_t number, int64_t expected, const char* what, const char* file, int line);

/* A comity_progress that wants no more from the beginning. */
int32_t no_more(double done, const char* stage, size_t length, void* user);

/* Prints the closing line; what main returns. Handles that are still alive fail the run. */
int finish(void);

#ifdef __cplusplus
}
#endif

#endif
