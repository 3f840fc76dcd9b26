#include "support/check.h"
#include "support/sample.h"

/* The SCO history, at any time. */
static comity_view* sco(void) {
    comity_history* h = NULL;
    comity_view* all = NULL;
    OK(comity_history_read(COMITY_DATA_DIR "/sco-information-security.json", COMITY_NUL, &h));
    OK(comity_history_all(h, &all));
    OK(comity_history_destroy(&h));
    return all;
}

CASE(supports) {
    comity_view* v = sco();
    comity_table* t = NULL;
    OK(comity_supports(v, NULL, &t));
    const int64_t all = rows_of(&t);
    comity_support_options o = COMITY_SUPPORT_OPTIONS_INIT;
    o.most_roots = 1;
    OK(comity_supports(v, &o, &t));
    const int64_t single = rows_of(&t);
    CHECK(0 < single && single <= all);
    o.unlocated = 1;
    OK(comity_supports(v, &o, &t));
    CHECK(rows_of(&t) < single);
    o.most_roots = -1;
    FAILS(comity_supports(v, &o, &t), COMITY_E_INVALID_ARGUMENT, "'most_roots' is -1");
    OK(comity_view_destroy(&v));
}

CASE(two_sources) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    FAILS(comity_differences(v, "register", COMITY_NUL, "registre", COMITY_NUL, NULL, &t),
          COMITY_E_UNKNOWN_ID, "registre");
    FAILS(comity_differences(v, "register", COMITY_NUL, "register", COMITY_NUL, NULL, &t),
          COMITY_E_INVALID_ARGUMENT, "itself");
    OK(comity_agreements(v, NULL, &t));
    CHECK(column_of(t, "time_disjoint") >= 0);
    OK(comity_table_destroy(&t));
    OK(comity_view_destroy(&v));
}

CASE(coverage) {
    comity_view* v = sco();
    comity_table* t = NULL;
    OK(comity_coverage(v, 0, NULL, &t));
    CELL(t, "source", 0, "ciis-2021"); /* by number of the source: the article came first */
    const int64_t whole = rows_of(&t);
    OK(comity_coverage(v, 5, NULL, &t));
    CHECK(rows_of(&t) > whole);
    FAILS(comity_coverage(v, -1, NULL, &t), COMITY_E_INVALID_ARGUMENT, "-1 years");
    OK(comity_view_destroy(&v));
}

CASE(first_statements) {
    comity_view* v = sco();
    comity_table* t = NULL;
    OK(comity_first_statements(v, NULL, 0, NULL, &t));
    const int64_t all = rows_of(&t);
    OK(comity_first_statements(v, "ciis-2021", COMITY_NUL, NULL, &t));
    const int64_t first = rows_of(&t);
    CHECK(0 < first && first <= all);
    FAILS(comity_first_statements(v, "ciis", COMITY_NUL, NULL, &t), COMITY_E_UNKNOWN_ID, "ciis");
    OK(comity_view_destroy(&v));
}

CASE(parties) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    OK(comity_parties(v, SCO, SCO, NULL, 0, NULL, &t));
    CELL(t, "where", 0, "both");
    OK(comity_table_destroy(&t));
    FAILS(comity_parties(v, SCO, 99, NULL, 0, NULL, &t), COMITY_E_UNKNOWN_ID, "node number 99");
    FAILS(comity_parties(v, SCO, SCO, "joins", COMITY_NUL, NULL, &t), COMITY_E_UNKNOWN_ID, "joins");
    OK(comity_view_destroy(&v));
}

CASE(evidence_of_a_row) {
    comity_view *v = sample_view(), *other = sample_view();
    comity_table *members = NULL, *why = NULL;
    OK(comity_members(v, SCO, COMITY_STANDING_MEMBER, NULL, &members));
    OK(comity_evidence(v, members, 0, &why));
    CHECK(rows_of(&why) >= 1);
    OK(comity_evidence(v, members, -1, &why));
    CHECK(rows_of(&why) >= 2);
    comity_listing_options o = COMITY_LISTING_OPTIONS_INIT;
    o.progress = no_more;
    FAILS(comity_evidence_with(v, members, -1, &o, &why), COMITY_E_CANCELLED, "stopped");
    FAILS(comity_evidence(v, members, 99, &why), COMITY_E_UNKNOWN_ID, "row number 99");
    FAILS(comity_evidence(other, members, 0, &why), COMITY_E_INVALID_ARGUMENT, "another history");
    OK(comity_table_destroy(&members));
    OK(comity_view_destroy(&v));
    OK(comity_view_destroy(&other));
}

CASE(difference_without_a_source) {
    comity_view *v = sco(), *without = NULL;
    comity_table *before = NULL, *after = NULL, *t = NULL;
    const char* article = "ciis-2021";
    OK(comity_view_without_sources(v, &article, NULL, 1, &without));
    OK(comity_view_nodes(v, "summit", COMITY_NUL, &before));
    OK(comity_view_nodes(without, "summit", COMITY_NUL, &after));
    OK(comity_table_difference(before, after, NULL, NULL, 0, NULL, NULL, 0, &t));
    const int64_t changed = rows_of(&t);
    CHECK(0 < changed);
    const char* key = "none";
    FAILS(comity_table_difference(before, after, &key, NULL, 1, NULL, NULL, 0, &t), COMITY_E_UNKNOWN_ID,
          "none");
    OK(comity_table_destroy(&before));
    OK(comity_table_destroy(&after));
    OK(comity_view_destroy(&without));
    OK(comity_view_destroy(&v));
}

int main(void) {
    RUN(supports);
    RUN(two_sources);
    RUN(coverage);
    RUN(first_statements);
    RUN(parties);
    RUN(evidence_of_a_row);
    RUN(difference_without_a_source);
    return finish();
}
