#include "support/check.h"
#include "support/sample.h"

#include <string.h>

/* The SCO history at a day, or at any time. */
static comity_view* sco_at(const char* day) {
    comity_history* h = NULL;
    comity_view *all = NULL, *then = NULL;
    OK(comity_history_read(COMITY_DATA_DIR "/sco-information-security.json", COMITY_NUL, &h));
    OK(comity_history_all(h, &all));
    OK(comity_history_destroy(&h));
    if (day == NULL) return all;
    OK(comity_view_at(all, day, COMITY_NUL, &then));
    OK(comity_view_destroy(&all));
    return then;
}

static int64_t node_of(const comity_view* v, const char* id) {
    comity_history* h = NULL;
    int64_t node = -1;
    OK(comity_view_history(v, &h));
    OK(comity_history_find_node(h, id, COMITY_NUL, &node));
    OK(comity_history_destroy(&h));
    return node;
}

/* The first row in which that column has that text; -1: none. */
static int64_t row_of(const comity_table* t, const char* column, const char* wanted) {
    int64_t rows = 0;
    const int64_t number = column_of(t, column);
    OK(comity_table_row_count(t, &rows));
    for (int64_t row = 0; row < rows; ++row) {
        const char* text = NULL;
        size_t length = 0;
        if (comity_table_text(t, number, row, &text, &length) == COMITY_OK && length == strlen(wanted) &&
            memcmp(text, wanted, length) == 0)
            return row;
    }
    return -1;
}

/* That the table says how far it looked; destroys it. */
static int64_t searched_rows_of(comity_table** t) {
    const char* text = NULL;
    size_t length = 0;
    OK(comity_table_note(*t, "searched", COMITY_NUL, &text, &length));
    CHECK(length != 0);
    return rows_of(t);
}

CASE(timeline) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    OK(comity_timeline(v, NULL, &t));
    const int64_t row = row_of(t, "type", "adopted");
    CHECK(row >= 0);
    CELL(t, "date", row, "2006-06-15");
    CELL(t, "what", row, "happened");
    CELL(t, "stated", row, "register p3");
    CHECK(searched_rows_of(&t) >= 4);
    OK(comity_view_destroy(&v));
}

CASE(lineage) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    OK(comity_lineage(v, STATEMENT_2006, NULL, &t));
    CELL(t, "to", 0, "plan");
    CELL(t, "relation_type", 0, "implements");
    NUMBER(searched_rows_of(&t), 1);
    comity_lineage_options o = COMITY_LINEAGE_OPTIONS_INIT;
    o.deepest = -1;
    FAILS(comity_lineage(v, STATEMENT_2006, &o, &t), COMITY_E_INVALID_ARGUMENT, "'deepest' is -1");
    FAILS(comity_lineage(v, SAMPLE_NODES, NULL, &t), COMITY_E_UNKNOWN_ID, "node number 5");
    OK(comity_view_destroy(&v));
}

CASE(lineage_no_deeper_than_asked) {
    comity_view* v = sco_at(NULL);
    comity_table* t = NULL;
    comity_lineage_options o = COMITY_LINEAGE_OPTIONS_INIT;
    const int64_t root = node_of(v, "statement-2006");
    OK(comity_lineage(v, root, &o, &t));
    const int64_t all = searched_rows_of(&t);
    o.deepest = 1;
    OK(comity_lineage(v, root, &o, &t));
    const int64_t near = searched_rows_of(&t);
    CHECK(0 < near && near <= all);
    OK(comity_view_destroy(&v));
}

CASE(members) {
    comity_view *v = sample_view(), *then = NULL;
    comity_table* t = NULL;
    OK(comity_view_at(v, "2017-06", COMITY_NUL, &then));
    OK(comity_members(then, SCO, COMITY_STANDING_MEMBER, NULL, &t));
    CELL(t, "id", 0, "china");
    CELL(t, "truth", 0, "certain");
    CELL(t, "id", 1, "india");
    CELL(t, "truth", 1, "possible");
    NUMBER(searched_rows_of(&t), 2);
    OK(comity_members(then, SCO, COMITY_STANDING_OBSERVER, NULL, &t));
    NUMBER(searched_rows_of(&t), 0);
    FAILS(comity_members(then, SCO, 5, NULL, &t), COMITY_E_INVALID_ARGUMENT, "'standing' is 5");
    FAILS(comity_members(then, -1, 0, NULL, &t), COMITY_E_UNKNOWN_ID, "node number -1");
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&v));
}

CASE(roster) {
    comity_view *v = sample_view(), *then = NULL;
    comity_table* t = NULL;
    OK(comity_view_at(v, "2018", COMITY_NUL, &then));
    OK(comity_roster(then, SCO, NULL, &t));
    CHECK(row_of(t, "id", "india") >= 0);
    CELL(t, "section", row_of(t, "id", "statement-2006"), "text");
    CHECK(searched_rows_of(&t) >= 4);
    FAILS(comity_roster(then, 99, NULL, &t), COMITY_E_UNKNOWN_ID, "node number 99");
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&v));
}

CASE(series_and_participations) {
    comity_view* v = sco_at(NULL);
    comity_table* t = NULL;
    OK(comity_series(v, "summit", COMITY_NUL, NULL, &t));
    CHECK(row_of(t, "event", "summit-2006") >= 0);
    CHECK(searched_rows_of(&t) > 1);
    OK(comity_participations(v, "exercise", COMITY_NUL, NULL, &t));
    column_of(t, "bloc");
    CHECK(searched_rows_of(&t) >= 0);
    FAILS(comity_series(v, "sumit", COMITY_NUL, NULL, &t), COMITY_E_UNKNOWN_ID, "summit");
    FAILS(comity_participations(v, "sumit", COMITY_NUL, NULL, &t), COMITY_E_UNKNOWN_ID, "summit");
    OK(comity_view_destroy(&v));
}

CASE(what_is_said_of_the_sco) {
    comity_view* v = sco_at(NULL);
    comity_table* t = NULL;
    OK(comity_proposals(v, NULL, &t));
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_positions(v, NULL, &t));
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_quantities(v, NULL, &t));
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_causes(v, NULL, &t));
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_disagreements(v, NULL, &t));
    column_of(t, "how");
    CHECK(searched_rows_of(&t) >= 0);
    comity_history* h = NULL;
    OK(comity_view_history(v, &h));
    OK(comity_history_disagreements(h, NULL, &t));
    CHECK(searched_rows_of(&t) >= 0);
    OK(comity_history_destroy(&h));
    OK(comity_view_destroy(&v));
}

CASE(words_beside_deeds) {
    comity_view* v = sco_at(NULL);
    comity_table* t = NULL;
    const int64_t sco = node_of(v, "sco");
    OK(comity_ballots(v, sco, NULL, &t));
    const int64_t absent = row_of(t, "ballot", "absent");
    CELL(t, "vote", absent, "roll-call-62-17");
    CELL(t, "who", absent, "uzbekistan");
    CELL(t, "member", absent, "certain");
    CHECK(searched_rows_of(&t) == 110);
    OK(comity_cohesion(v, sco, NULL, &t));
    CELL(t, "alike", row_of(t, "vote", "roll-call-73-266"), "no");
    CHECK(searched_rows_of(&t) == 11);
    FAILS(comity_ballots(v, 1 << 20, NULL, &t), COMITY_E_UNKNOWN_ID, "1048576");
    FAILS(comity_cohesion(v, -1, NULL, &t), COMITY_E_UNKNOWN_ID, "-1");
    OK(comity_professions(v, NULL, &t));
    CELL(t, "bears", row_of(t, "bears", "itself"), "itself");
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_follow_through(v, NULL, &t));
    CELL(t, "basis", row_of(t, "first", "plan-2007"), "inferred");
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_fates(v, NULL, &t));
    CELL(t, "reached", row_of(t, "id", "convention-cyber-terrorism"), "none-found");
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_firsts(v, NULL, &t));
    CELL(t, "earlier", row_of(t, "claim", "claim-new-2013"), "code-2011");
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_view_destroy(&v));
}

CASE(two_days_side_by_side) {
    comity_view *v = sample_view(), *then = NULL, *now = NULL, *other = sco_at(NULL);
    comity_table* t = NULL;
    OK(comity_view_at(v, "2005", COMITY_NUL, &then));
    OK(comity_view_at(v, "2018", COMITY_NUL, &now));
    OK(comity_diff(then, now, NULL, &t));
    CELL(t, "change", row_of(t, "id", "statement-2006"), "appeared");
    CHECK(searched_rows_of(&t) > 0);
    FAILS(comity_diff(then, other, NULL, &t), COMITY_E_INVALID_ARGUMENT, "histor");
    OK(comity_view_destroy(&other));
    OK(comity_view_destroy(&now));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&v));
}

CASE(disagreements_of_two_sources) {
    comity_builder* b = sample_builder();
    comity_history* h = NULL;
    comity_table* t = NULL;
    int64_t source = -1;
    comity_statement_options other = COMITY_STATEMENT_OPTIONS_INIT;
    other.period = comity_str("2006-06-16");
    OK(comity_builder_add_source(b, "diary", COMITY_NUL, NULL, &source));
    OK(comity_builder_add_relation_statement(b, ADOPTION, source, "p8", COMITY_NUL, &other));
    OK(comity_builder_build(b, &h));
    OK(comity_history_disagreements(h, NULL, &t));
    CELL(t, "how", 0, "time-disjoint");
    CELL(t, "value", 0, "2006-06-15");
    CELL(t, "value", 1, "2006-06-16");
    CELL(t, "stated", 1, "diary p8");
    OK(comity_table_destroy(&t));
    OK(comity_history_destroy(&h));
    OK(comity_builder_destroy(&b));
}

CASE(settlements) {
    comity_view* v = sco_at(NULL);
    comity_table* t = NULL;
    const char* const policies[] = {"none", "source-kind: official-text"};
    OK(comity_settlements(v, policies, NULL, 2, NULL, &t));
    const int64_t row = row_of(t, "about", "summit-2020-moscow");
    CELL(t, "slot", row, "begin");
    CELL(t, "none", row, "[2020-10-11,2020-11-10]");
    CELL(t, "source-kind: official-text", row, "2020-11-10");
    CHECK(searched_rows_of(&t) > 20);
    OK(comity_settlements(v, NULL, NULL, 0, NULL, &t));
    column_of(t, "most-attested");
    CHECK(searched_rows_of(&t) > 20);
    const char* const wrong[] = {"oldest"};
    FAILS(comity_settlements(v, wrong, NULL, 1, NULL, &t), COMITY_E_INVALID_ARGUMENT, "most-attested");
    FAILS(comity_settlements(v, NULL, NULL, 1, NULL, &t), COMITY_E_NULL, "policies");
    OK(comity_view_destroy(&v));
}

CASE(audit) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    OK(comity_audit(v, NULL, &t));
    CHECK(row_of(t, "rule", "unsourced") >= 0);
    CHECK(searched_rows_of(&t) > 0);
    comity_audit_options o = COMITY_AUDIT_OPTIONS_INIT;
    o.list_facts = 1;
    OK(comity_audit(v, &o, &t));
    CHECK(searched_rows_of(&t) > 0);
    o.reserved = 1;
    FAILS(comity_audit(v, &o, &t), COMITY_E_UNSUPPORTED, "'reserved' is 1");
    OK(comity_view_destroy(&v));
}

CASE(summary) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    int64_t number = -1;
    OK(comity_summary(v, NULL, &t));
    OK(comity_table_integer(t, column_of(t, "possible"), row_of(t, "name", "member-of"), &number));
    NUMBER(number, 2);
    CHECK(searched_rows_of(&t) > 0);
    OK(comity_view_destroy(&v));
}

CASE(names_in_another_language) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    comity_listing_options o = COMITY_LISTING_OPTIONS_INIT;
    o.language = comity_str("zh");
    OK(comity_roster(v, SCO, &o, &t));
    CELL(t, "name", row_of(t, "id", "statement-2006"), "声明");
    OK(comity_table_destroy(&t));
    OK(comity_view_destroy(&v));
}

static int32_t stop(double done, const char* stage, size_t length, void* user) {
    (void)done;
    (void)stage;
    (void)length;
    return --*(int*)user < 0 ? 1 : 0;
}

/* With the options of a listing. */
typedef int32_t analysis(const comity_view* view, const comity_listing_options* options, comity_table** out);

static int32_t members_of_sco(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_members(v, SCO, COMITY_STANDING_MEMBER, o, out);
}
static int32_t series_of_summits(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_series(v, "summit", COMITY_NUL, o, out);
}
static int32_t all_participations(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_participations(v, "summit", COMITY_NUL, o, out);
}
static int32_t built_in_settlements(const comity_view* v, const comity_listing_options* o,
                                    comity_table** out) {
    return comity_settlements(v, NULL, NULL, 0, o, out);
}
static int32_t diff_with_itself(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_diff(v, v, o, out);
}
static int32_t ballots_of_sco(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_ballots(v, SCO, o, out);
}
static int32_t cohesion_of_sco(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_cohesion(v, SCO, o, out);
}
static int32_t roster_of_sco(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_roster(v, SCO, o, out);
}
static int32_t coverage_by_decade(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_coverage(v, 10, o, out);
}
static int32_t who_was_first(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_first_statements(v, NULL, 0, o, out);
}
static int32_t all_nodes(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_view_nodes_with(v, NULL, 0, o, out);
}
static int32_t all_relations(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_view_relations_with(v, NULL, 0, o, out);
}
static int32_t all_edges(const comity_view* v, const comity_listing_options* o, comity_table** out) {
    return comity_view_edges_with(v, NULL, 0, o, out);
}

CASE(all_of_them_can_be_stopped) {
    static analysis* const all[] = {comity_timeline,
                                    comity_proposals,
                                    comity_positions,
                                    comity_disagreements,
                                    comity_quantities,
                                    comity_causes,
                                    comity_summary,
                                    comity_professions,
                                    comity_follow_through,
                                    comity_fates,
                                    comity_firsts,
                                    comity_agreements,
                                    members_of_sco,
                                    series_of_summits,
                                    all_participations,
                                    built_in_settlements,
                                    diff_with_itself,
                                    ballots_of_sco,
                                    cohesion_of_sco,
                                    roster_of_sco,
                                    coverage_by_decade,
                                    who_was_first,
                                    all_nodes,
                                    all_relations,
                                    all_edges,
                                    comity_view_statements_with,
                                    comity_view_attributes_with};
    comity_view* v = sample_view();
    comity_table* t = NULL;
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        int looks = 0;
        comity_listing_options o = COMITY_LISTING_OPTIONS_INIT;
        o.progress = stop;
        o.user = &looks;
        FAILS(all[i](v, &o, &t), COMITY_E_CANCELLED, "stopped by the caller");
        CHECK(t == NULL);
        OK(all[i](v, NULL, &t));
        OK(comity_table_destroy(&t));
    }
    OK(comity_view_destroy(&v));
}

CASE(those_with_options_of_their_own_can_be_stopped) {
    comity_view* v = sample_view();
    comity_table* t = NULL;
    int looks = 1; /* to let the audit begin: the table of it is stopped too */
    comity_audit_options audit = COMITY_AUDIT_OPTIONS_INIT;
    audit.progress = stop;
    audit.user = &looks;
    FAILS(comity_audit(v, &audit, &t), COMITY_E_CANCELLED, "stopped by the caller");
    looks = 0;
    comity_lineage_options lineage = COMITY_LINEAGE_OPTIONS_INIT;
    lineage.progress = stop;
    lineage.user = &looks;
    FAILS(comity_lineage(v, SCO, &lineage, &t), COMITY_E_CANCELLED, "lineage");
    looks = 0;
    comity_support_options support = COMITY_SUPPORT_OPTIONS_INIT;
    support.progress = stop;
    support.user = &looks;
    FAILS(comity_supports(v, &support, &t), COMITY_E_CANCELLED, "supports");
    OK(comity_view_destroy(&v));
}

CASE(what_a_history_holds_can_be_stopped) {
    comity_history* h = sample_history();
    comity_table* t = NULL;
    int looks = 0;
    comity_listing_options o = COMITY_LISTING_OPTIONS_INIT;
    o.progress = stop;
    o.user = &looks;
    FAILS(comity_history_statements_with(h, &o, &t), COMITY_E_CANCELLED, "statements");
    FAILS(comity_history_attributes_with(h, &o, &t), COMITY_E_CANCELLED, "attributes");
    FAILS(comity_history_sources(h, &o, &t), COMITY_E_CANCELLED, "sources");
    FAILS(comity_history_disagreements(h, &o, &t), COMITY_E_CANCELLED, "disagreements");
    OK(comity_history_statements(h, &t));
    OK(comity_table_destroy(&t));
    OK(comity_history_destroy(&h));
}

int main(void) {
    RUN(timeline);
    RUN(lineage);
    RUN(lineage_no_deeper_than_asked);
    RUN(members);
    RUN(roster);
    RUN(series_and_participations);
    RUN(what_is_said_of_the_sco);
    RUN(words_beside_deeds);
    RUN(two_days_side_by_side);
    RUN(disagreements_of_two_sources);
    RUN(settlements);
    RUN(audit);
    RUN(summary);
    RUN(names_in_another_language);
    RUN(all_of_them_can_be_stopped);
    RUN(those_with_options_of_their_own_can_be_stopped);
    RUN(what_a_history_holds_can_be_stopped);
    return finish();
}
