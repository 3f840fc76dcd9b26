/* Threads that share handles. Run under ThreadSanitizer by the preset tsan. */
#include "support/check.h"
#include "support/sample.h"

#include <string.h>

#if defined(__unix__) || defined(__APPLE__)
#include <pthread.h>

enum { THREADS = 4, ROUNDS = 200 };

typedef struct shared {
    const comity_history* history;
    const comity_view* view;
    int failures;
} shared;

/* No checks in here: those are for one thread. */
static void* ask(void* argument) {
    shared* s = argument;
    for (int i = 0; i < ROUNDS; ++i) {
        comity_view* then = NULL;
        comity_snapshot* graph = NULL;
        const char* text = NULL;
        size_t length = 0;
        int64_t node = -1, certain = -1, possible = -1;
        s->failures += comity_history_find_node(s->history, "sco", COMITY_NUL, &node) != COMITY_OK;
        s->failures += comity_view_describe(s->view, &text, &length) != COMITY_OK;
        s->failures += comity_view_at(s->view, "2011-09-12", COMITY_NUL, &then) != COMITY_OK;
        s->failures += comity_view_relation_count(then, &certain, &possible) != COMITY_OK;
        s->failures += comity_view_snapshot(then, &graph) != COMITY_OK;
        s->failures += certain != 2 || possible != 2;
        s->failures += comity_snapshot_destroy(&graph) != COMITY_OK;
        s->failures += comity_view_destroy(&then) != COMITY_OK;
    }
    return NULL;
}

static void* fail(void* argument) {
    const char* id = argument;
    comity_date* d = NULL;
    for (int i = 0; i < ROUNDS; ++i)
        if (comity_date_parse(id, COMITY_NUL, NULL, &d) != COMITY_E_INVALID_DATE ||
            strstr(comity_error_message(), id) == NULL)
            return argument;
    return NULL;
}

CASE(threads_share_a_history_and_a_view) {
    comity_view *all = sample_view(), *sure = NULL;
    comity_history* h = NULL;
    OK(comity_view_history(all, &h));
    OK(comity_view_certain(all, &sure));
    shared each[THREADS];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; ++i) {
        each[i] = (shared){h, sure, 0};
        CHECK(pthread_create(&threads[i], NULL, ask, &each[i]) == 0);
    }
    for (int i = 0; i < THREADS; ++i) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        NUMBER(each[i].failures, 0);
    }
    OK(comity_view_destroy(&sure));
    OK(comity_view_destroy(&all));
    OK(comity_history_destroy(&h));
}

CASE(message_belongs_to_the_thread_that_failed) {
    comity_date* d = NULL;
    FAILS(comity_date_parse("mine", COMITY_NUL, NULL, &d), COMITY_E_INVALID_DATE, "mine");
    char ids[THREADS][8] = {"one", "two", "three", "four"};
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; ++i) CHECK(pthread_create(&threads[i], NULL, fail, ids[i]) == 0);
    for (int i = 0; i < THREADS; ++i) {
        void* mistaken = NULL;
        CHECK(pthread_join(threads[i], &mistaken) == 0 && mistaken == NULL);
    }
    CHECK(strstr(comity_error_message(), "mine") != NULL);
}

static comity_view* contested[ROUNDS];

static void* destroy_all(void* unused) {
    (void)unused;
    intptr_t won = 0;
    for (int i = 0; i < ROUNDS; ++i) {
        comity_view* copy = contested[i];
        won += comity_view_destroy(&copy) == COMITY_OK;
    }
    return (void*)won;
}

CASE(of_threads_that_destroy_the_same_handle_one_does) {
    comity_view* all = sample_view();
    for (int i = 0; i < ROUNDS; ++i) OK(comity_view_certain(all, &contested[i]));
    pthread_t threads[THREADS];
    int64_t won = 0;
    for (int i = 0; i < THREADS; ++i) CHECK(pthread_create(&threads[i], NULL, destroy_all, NULL) == 0);
    for (int i = 0; i < THREADS; ++i) {
        void* part = NULL;
        CHECK(pthread_join(threads[i], &part) == 0);
        won += (intptr_t)part;
    }
    NUMBER(won, ROUNDS);
    OK(comity_view_destroy(&all));
}

int main(void) {
    RUN(threads_share_a_history_and_a_view);
    RUN(message_belongs_to_the_thread_that_failed);
    RUN(of_threads_that_destroy_the_same_handle_one_does);
    return finish();
}
#else
int main(void) {
    return finish();
} /* C11 threads are optional, and these are POSIX ones */
#endif
