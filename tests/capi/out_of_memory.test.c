/* Each operation is run again and again, with N allocations that succeed before one fails, and all that
 * follow: N counts up until the operation passes, one by one at first and then by sevens. Every run before
 * that has to answer COMITY_E_NO_MEMORY, leave its output alone, and leak nothing (which AddressSanitizer and
 * finish() see). */
#include "support/check.h"
#include "support/failing_new.h"
#include "support/sample.h"

#include <stdio.h>

enum { MOST_RUNS = 200000, ONE_BY_ONE = 300 };

static const comity_history* history;
static const comity_view* view;
static comity_builder* builder;
static const comity_snapshot* ring;
static const comity_betweenness_options two_threads = {
    sizeof(comity_betweenness_options), 0, 0, COMITY_DIRECTION_OUT, 2, NULL, NULL};
static const char archive[] = "capi_out_of_memory_test.comity";
static const char small_file[] =
    "{\"format\": \"comity-history\", \"version\": 1, \"title\": {\"en\": \"Small\"},"
    " \"sources\": [{\"id\": \"register\", \"kind\": \"register\", \"date\": \"2021\"}],"
    " \"nodes\": [{\"id\": \"china\", \"kind\": \"state\", \"stated\": {\"source\": \"register\"}},"
    " {\"id\": \"sco\", \"kind\": \"organisation\", \"period\": \"2001-06-15/..\"}],"
    " \"relations\": [{\"type\": \"member-of\", \"from\": \"china\", \"to\": \"sco\", \"period\": "
    "\"2001/..\"}]}";

static const char small_nodes[] = "id,type\nchina,state\nsco,organisation\n";
static const char small_relations[] = "source,relation,target,start,end\nchina,member-of,sco,2001,..\n";

/* Prepares a run, does the one call that may fail, and tidies up. The call's result; `*made` is the handle
 * that it gave, or NULL. */
typedef int32_t (*operation)(void** made, int32_t (**destroy)(void** made));

#define DESTROYS(type)                                                                                       \
    static int32_t destroy_##type(void** made) {                                                             \
        comity_##type* handle = *made;                                                                       \
        *made = NULL;                                                                                        \
        return comity_##type##_destroy(&handle);                                                             \
    }
DESTROYS(history)
DESTROYS(view)
DESTROYS(snapshot)
DESTROYS(table)
DESTROYS(date)
DESTROYS(period)
DESTROYS(builder)
DESTROYS(string)
DESTROYS(registers)
DESTROYS(load)

#define OPERATION(name, type, call)                                                                          \
    static int32_t name(void** made, int32_t (**destroy)(void** made)) {                                     \
        comity_##type* out = NULL;                                                                           \
        *destroy = destroy_##type;                                                                           \
        const int32_t code = (call);                                                                         \
        *made = out;                                                                                         \
        return code;                                                                                         \
    }
OPERATION(make_builder, builder, comity_builder_create(&out))
OPERATION(extend, builder, comity_builder_extend(history, &out))
OPERATION(build, history, comity_builder_build(builder, &out))
OPERATION(read_text, history, comity_history_read_text(small_file, COMITY_NUL, NULL, &out))
OPERATION(see_all, view, comity_history_all(history, &out))
OPERATION(see_at, view, comity_view_at(view, "2011-09-12", COMITY_NUL, &out))
OPERATION(see_window, view, comity_view_window(view, "2001", COMITY_NUL, "2011", COMITY_NUL, &out))
OPERATION(snapshot, snapshot, comity_view_snapshot(view, &out))
OPERATION(list_nodes, table, comity_view_nodes(view, NULL, 0, &out))
OPERATION(list_relations, table, comity_view_relations(view, NULL, 0, &out))
OPERATION(list_out, table, comity_view_out(view, SCO, NULL, 0, &out))
OPERATION(list_statements, table, comity_view_statements(view, &out))
OPERATION(list_attributes, table, comity_view_attributes(view, &out))
OPERATION(list_sources, table, comity_history_sources(history, NULL, &out))
OPERATION(search, table, comity_history_search(history, "s", COMITY_NUL, NULL, &out))
OPERATION(lineage, table, comity_lineage(view, STATEMENT_2006, NULL, &out))
OPERATION(timeline, table, comity_timeline(view, NULL, &out))
OPERATION(members, table, comity_members(view, SCO, COMITY_STANDING_MEMBER, NULL, &out))
OPERATION(roster, table, comity_roster(view, SCO, NULL, &out))
OPERATION(series, table, comity_series(view, "summit", COMITY_NUL, NULL, &out))
OPERATION(proposals, table, comity_proposals(view, NULL, &out))
OPERATION(positions, table, comity_positions(view, NULL, &out))
OPERATION(disagreements, table, comity_disagreements(view, NULL, &out))
OPERATION(settlements, table, comity_settlements(view, NULL, NULL, 0, NULL, &out))
OPERATION(audit, table, comity_audit(view, NULL, &out))
OPERATION(quantities, table, comity_quantities(view, NULL, &out))
OPERATION(causes, table, comity_causes(view, NULL, &out))
OPERATION(diff, table, comity_diff(view, view, NULL, &out))
OPERATION(summary, table, comity_summary(view, NULL, &out))
OPERATION(ballots, table, comity_ballots(view, SCO, NULL, &out))
OPERATION(cohesion, table, comity_cohesion(view, SCO, NULL, &out))
OPERATION(professions, table, comity_professions(view, NULL, &out))
OPERATION(follow_through, table, comity_follow_through(view, NULL, &out))
OPERATION(fates, table, comity_fates(view, NULL, &out))
OPERATION(firsts, table, comity_firsts(view, NULL, &out))
OPERATION(supports, table, comity_supports(view, NULL, &out))
OPERATION(agreements, table, comity_agreements(view, NULL, &out))
OPERATION(coverage, table, comity_coverage(view, 10, NULL, &out))
OPERATION(first_statements, table, comity_first_statements(view, NULL, 0, NULL, &out))
OPERATION(parties, table, comity_parties(view, SCO, STATEMENT_2006, NULL, 0, NULL, &out))
OPERATION(stated_by, view, comity_view_stated_by(view, "2030", COMITY_NUL, &out))
OPERATION(settled, view, comity_view_settled_by(view, "newest", COMITY_NUL, &out))
OPERATION(write_text, string, comity_history_write_text(history, &out))
OPERATION(open_archive, history, comity_history_open(archive, COMITY_NUL, NULL, &out))
OPERATION(notes, table, comity_history_notes(history, &out))
OPERATION(findings, table, comity_history_findings(history, &out))
OPERATION(list_registers, registers, comity_registers_create(&out))
OPERATION(read_csv, load,
          comity_csv_read_text(small_nodes, COMITY_NUL, small_relations, COMITY_NUL, NULL, &out))
OPERATION(parse_date, date, comity_date_parse("[1667,1668,1670..1672]", COMITY_NUL, NULL, &out))
OPERATION(parse_period, period, comity_period_parse("2001-06-15/2011-09-12", COMITY_NUL, 1, &out))
OPERATION(betweenness, table, comity_betweenness(ring, &two_threads, &out))
OPERATION(life, period, comity_node_period(history, SCO, &out))

/* A statement of 2001 and one of 2005, and so a membership whose begin is on days that are not one range. */
static const char disputed_file[] =
    "{\"format\": \"comity-history\", \"version\": 1, \"title\": {\"en\": \"Disputed\"},"
    " \"sources\": [{\"id\": \"one\", \"kind\": \"register\"}, {\"id\": \"other\", \"kind\": \"register\"}],"
    " \"nodes\": [{\"id\": \"china\", \"kind\": \"state\"}, {\"id\": \"sco\", \"kind\": \"organisation\"}],"
    " \"relations\": [{\"type\": \"member-of\", \"from\": \"china\", \"to\": \"sco\", \"stated\": ["
    "{\"source\": \"one\", \"period\": \"2001/..\"}, {\"source\": \"other\", \"period\": \"2005/..\"}]}]}";

static int32_t see_kinds(void** made, int32_t (**destroy)(void** made)) {
    const char* kinds[] = {"actor", "instrument"};
    comity_view* out = NULL;
    *destroy = destroy_view;
    const int32_t code = comity_view_kinds(view, kinds, NULL, 2, &out);
    *made = out;
    return code;
}

/* Runs `body` with ever more memory until it passes; says how much that was. */
static void until_it_passes(const char* name, operation body) {
    int64_t runs = 0;
    for (bool passed = false; !passed && runs < MOST_RUNS; runs += runs < ONE_BY_ONE ? 1 : 7) {
        if (body == build) builder = sample_builder();
        void* made = NULL;
        int32_t (*destroy)(void** made) = NULL;
        fail_allocation_after(runs);
        const int32_t code = body(&made, &destroy);
        fail_allocation_after(-1);
        passed = code == COMITY_OK;
        if (!passed) NUMBER(code, COMITY_E_NO_MEMORY);
        CHECK(passed == (made != NULL));
        if (made != NULL) OK(destroy(&made));
        if (body == build) OK(comity_builder_destroy(&builder));
    }
    CHECK(runs < MOST_RUNS);
    printf("        %s: %d allocations\n", name, (int)runs);
}

CASE(makers_report_that_the_memory_does_not_suffice) {
    comity_history* h = sample_history();
    comity_view* v = NULL;
    OK(comity_history_all(h, &v));
    history = h;
    view = v;
    until_it_passes("builder", make_builder);
    until_it_passes("extend", extend);
    until_it_passes("build", build);
    until_it_passes("read", read_text);
    until_it_passes("registers", list_registers);
    until_it_passes("csv", read_csv);
    until_it_passes("all", see_all);
    until_it_passes("at", see_at);
    until_it_passes("window", see_window);
    until_it_passes("kinds", see_kinds);
    until_it_passes("snapshot", snapshot);
    until_it_passes("nodes", list_nodes);
    until_it_passes("relations", list_relations);
    until_it_passes("out", list_out);
    until_it_passes("statements", list_statements);
    until_it_passes("attributes", list_attributes);
    until_it_passes("sources", list_sources);
    until_it_passes("search", search);
    until_it_passes("lineage", lineage);
    until_it_passes("timeline", timeline);
    until_it_passes("members", members);
    until_it_passes("roster", roster);
    until_it_passes("series", series);
    until_it_passes("proposals", proposals);
    until_it_passes("positions", positions);
    until_it_passes("disagreements", disagreements);
    until_it_passes("settlements", settlements);
    until_it_passes("audit", audit);
    until_it_passes("quantities", quantities);
    until_it_passes("causes", causes);
    until_it_passes("diff", diff);
    until_it_passes("summary", summary);
    until_it_passes("ballots", ballots);
    until_it_passes("cohesion", cohesion);
    until_it_passes("professions", professions);
    until_it_passes("follow_through", follow_through);
    until_it_passes("fates", fates);
    until_it_passes("firsts", firsts);
    until_it_passes("supports", supports);
    until_it_passes("agreements", agreements);
    until_it_passes("coverage", coverage);
    until_it_passes("first statements", first_statements);
    until_it_passes("parties", parties);
    until_it_passes("stated by", stated_by);
    until_it_passes("settled", settled);
    until_it_passes("write", write_text);
    OK(comity_history_write_archive(h, archive, COMITY_NUL));
    until_it_passes("open", open_archive);
    CHECK(remove(archive) == 0);
    until_it_passes("notes", notes);
    until_it_passes("findings", findings);
    until_it_passes("date", parse_date);
    until_it_passes("period", parse_period);
    until_it_passes("life", life);
    OK(comity_view_destroy(&v));
    OK(comity_history_destroy(&h));
}

/* So many topics in a ring that two threads share the searches. */
static comity_snapshot* snapshot_of_ring(void) {
    enum { TOPICS = 64 };
    comity_builder* b = NULL;
    comity_history* h = NULL;
    comity_view* v = NULL;
    comity_snapshot* s = NULL;
    int64_t number = -1;
    OK(comity_builder_create(&b));
    for (int i = 0; i < TOPICS; ++i) {
        const char id[] = {'t', (char)('0' + i / 10), (char)('0' + i % 10)};
        OK(comity_builder_add_node(b, id, sizeof id, "issue", COMITY_NUL, &number));
    }
    for (int64_t i = 0; i < TOPICS; ++i)
        OK(comity_builder_add_relation(b, i, "contradicts", COMITY_NUL, (i + 1) % TOPICS, NULL, 0, &number));
    OK(comity_builder_build(b, &h));
    OK(comity_history_all(h, &v));
    OK(comity_view_snapshot(v, &s));
    OK(comity_view_destroy(&v));
    OK(comity_history_destroy(&h));
    OK(comity_builder_destroy(&b));
    return s;
}

CASE(helpers_on_threads_of_their_own_report_it_too) {
    comity_snapshot* s = snapshot_of_ring();
    ring = s;
    until_it_passes("betweenness", betweenness);
    OK(comity_snapshot_destroy(&s));
}

CASE(builder_is_spent_once_the_memory_did_not_suffice) {
    comity_attribute_options o = COMITY_ATTRIBUTE_OPTIONS_INIT;
    o.unit = comity_str("a unit that is too long for the room that small strings have");
    bool passed = false;
    for (int64_t n = 0; !passed && n < MOST_RUNS; ++n) {
        comity_builder* b = sample_builder();
        int64_t node = -1;
        fail_allocation_after(n);
        int32_t code = comity_builder_add_node(b, "a-node-with-a-fairly-long-id-of-its-own", COMITY_NUL,
                                               "state", COMITY_NUL, &node);
        if (code == COMITY_OK)
            code = comity_builder_add_node_number(b, node, "member-count", COMITY_NUL, 8, &o);
        if (code == COMITY_OK)
            code = comity_builder_add_node_statement(b, node, REGISTER, "p7", COMITY_NUL, NULL);
        fail_allocation_after(-1);
        passed = code == COMITY_OK;
        comity_history* h = NULL;
        if (passed) {
            OK(comity_builder_build(b, &h));
        } else {
            NUMBER(code, COMITY_E_NO_MEMORY);
            FAILS(comity_builder_build(b, &h), COMITY_E_INVALID_ARGUMENT, "spent");
        }
        OK(comity_history_destroy(&h));
        OK(comity_builder_destroy(&b));
    }
    CHECK(passed);
}

CASE(what_is_disputed_is_counted_without_memory) {
    comity_history* h = NULL;
    comity_view *all = NULL, *then = NULL;
    OK(comity_history_read_text(disputed_file, COMITY_NUL, NULL, &h));
    OK(comity_history_all(h, &all));
    OK(comity_view_at(all, "2003-06-15", COMITY_NUL, &then));
    int64_t certain = -1, possible = -1;
    OK(comity_view_relation_count(then, &certain, &possible)); /* once before, for what is made but once */
    fail_allocation_after(0);
    const int32_t code = comity_view_relation_count(then, &certain, &possible);
    fail_allocation_after(-1);
    NUMBER(code, COMITY_OK);
    NUMBER(certain, 0);
    NUMBER(possible, 1);
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
    OK(comity_history_destroy(&h));
}

CASE(failures_are_told_without_memory) {
    comity_date* d = NULL;
    fail_allocation_after(0);
    const int32_t code = comity_date_parse("2011-09-12", COMITY_NUL, NULL, &d);
    fail_allocation_after(-1);
    NUMBER(code, COMITY_E_NO_MEMORY);
    FAILS(code, COMITY_E_NO_MEMORY, "the memory does not suffice");
}

int main(void) {
    RUN(makers_report_that_the_memory_does_not_suffice);
    RUN(helpers_on_threads_of_their_own_report_it_too);
    RUN(builder_is_spent_once_the_memory_did_not_suffice);
    RUN(what_is_disputed_is_counted_without_memory);
    RUN(failures_are_told_without_memory);
    return finish();
}
