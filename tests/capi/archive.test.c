#include "support/check.h"
#include "support/sample.h"

#include <stdio.h>
#include <string.h>

static const char path[] = "capi_archive_test.comity";

/* Writes over one byte of the file. */
static void damage(long offset, char byte) {
    FILE* f = fopen(path, "r+b");
    CHECK(f != NULL && fseek(f, offset, SEEK_SET) == 0 && fputc(byte, f) == byte && fclose(f) == 0);
}

static void check_same(const comity_history* a, const comity_history* b) {
    comity_string *first = NULL, *second = NULL;
    const char *x = NULL, *y = NULL;
    size_t n = 0, m = 0;
    OK(comity_history_write_text(a, &first));
    OK(comity_history_write_text(b, &second));
    OK(comity_string_text(first, &x, &n));
    OK(comity_string_text(second, &y, &m));
    CHECK(n == m && memcmp(x, y, n) == 0);
    OK(comity_string_destroy(&first));
    OK(comity_string_destroy(&second));
}

CASE(what_is_written_opens_as_the_same) {
    comity_history *h = sample_history(), *again = NULL;
    comity_open_options o = COMITY_OPEN_OPTIONS_INIT;
    OK(comity_history_write_archive(h, path, COMITY_NUL));
    OK(comity_archive_verify(path, COMITY_NUL));
    for (int32_t how = 0; how < 4; ++how) {
        o.trusted = how & 1;
        o.in_memory = how & 2;
        OK(comity_history_open(path, COMITY_NUL, how == 0 ? NULL : &o, &again));
        check_same(again, h);
        OK(comity_history_destroy(&again));
    }
    CHECK(remove(path) == 0);
    OK(comity_history_destroy(&h));
}

CASE(damage_is_found) {
    comity_history *h = sample_history(), *again = NULL;
    OK(comity_history_write_archive(h, path, COMITY_NUL));
    damage(4096 * 3, '!');
    FAILS(comity_archive_verify(path, COMITY_NUL), COMITY_E_CORRUPT_FILE, "damaged");
    damage(12, 99);
    FAILS(comity_history_open(path, COMITY_NUL, NULL, &again), COMITY_E_UNSUPPORTED, "in format 99");
    damage(0, '{');
    FAILS(comity_history_open(path, COMITY_NUL, NULL, &again), COMITY_E_PARSE_ERROR, "no comity archive");
    CHECK(again == NULL);
    CHECK(remove(path) == 0);
    OK(comity_history_destroy(&h));
}

CASE(files_that_are_not_there_are_errors) {
    comity_history *h = sample_history(), *again = NULL;
    FAILS(comity_history_write_archive(h, "no/such/folder/x", COMITY_NUL), COMITY_E_IO_ERROR,
          "no/such/folder");
    FAILS(comity_history_open("no/such/file", COMITY_NUL, NULL, &again), COMITY_E_IO_ERROR, "no/such/file");
    FAILS(comity_archive_verify("no/such/file", COMITY_NUL), COMITY_E_IO_ERROR, "no/such/file");
    OK(comity_history_destroy(&h));
}

CASE(work_on_archives_can_be_stopped) {
    comity_history *h = sample_history(), *again = NULL;
    comity_write_options w = COMITY_WRITE_OPTIONS_INIT;
    comity_open_options o = COMITY_OPEN_OPTIONS_INIT;
    OK(comity_history_write_archive_with(h, path, COMITY_NUL, &w));
    OK(comity_archive_verify_with(path, COMITY_NUL, &w));
    w.progress = o.progress = no_more;
    FAILS(comity_history_write_archive_with(h, path, COMITY_NUL, &w), COMITY_E_CANCELLED, "stopped");
    FAILS(comity_archive_verify_with(path, COMITY_NUL, &w), COMITY_E_CANCELLED, "stopped");
    FAILS(comity_history_open(path, COMITY_NUL, &o, &again), COMITY_E_CANCELLED, "stopped");
    CHECK(again == NULL);
    OK(comity_archive_verify(path, COMITY_NUL));
    CHECK(remove(path) == 0);
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(what_is_written_opens_as_the_same);
    RUN(damage_is_found);
    RUN(files_that_are_not_there_are_errors);
    RUN(work_on_archives_can_be_stopped);
    return finish();
}
