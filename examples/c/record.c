/* What the record of the SCO's information-security cooperation shows that no reader of one article could
 * see: words beside deeds. examples/cpp/record.cpp and examples/python/record.py ask and print the same. */

#include <comity.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every function returns a code; what went wrong is in comity_error_message(). */
static void check(int32_t code) {
    if (code == COMITY_OK) return;
    fprintf(stderr, "%s\n", comity_error_message());
    exit(1);
}

/* One cell of any of the types that are printed here. */
static void cell(const comity_table* table, const char* name, int64_t row, char* out, size_t room) {
    int64_t column = 0, integer = 0;
    int32_t type = 0, code = COMITY_OK;
    const char* text = NULL;
    size_t length = 0;
    check(comity_table_find_column(table, name, COMITY_NUL, &column));
    check(comity_table_column_type(table, column, &type));
    snprintf(out, room, "-");
    if (type == COMITY_COLUMN_INTEGER) {
        if ((code = comity_table_integer(table, column, row, &integer)) == COMITY_OK)
            snprintf(out, room, "%lld", (long long)integer);
    } else if ((code = comity_table_text(table, column, row, &text, &length)) == COMITY_OK && length > 0) {
        snprintf(out, room, "%.*s", (int)length, text);
    }
    if (code != COMITY_E_NO_VALUE) check(code);
}

/* Whether the cell is one of |some|words|. */
static int among(const comity_table* table, const char* column, const char* words, int64_t row) {
    char text[512], wanted[520];
    cell(table, column, row, text, sizeof text);
    snprintf(wanted, sizeof wanted, "|%s|", text);
    return strstr(words, wanted) != NULL;
}

/* Prints some columns of the rows whose cell in `only` is one of the words, and in `but` none of them; NULL
 * asks for nothing. Names end with NULL. */
static void show(const comity_table* table, const char* only, const char* words, const char* but,
                 const char* others, const char* const* columns) {
    char text[4096];
    int64_t rows = 0;
    check(comity_table_row_count(table, &rows));
    for (int64_t row = 0; row < rows; ++row) {
        if (only != NULL && !among(table, only, words, row)) continue;
        if (but != NULL && among(table, but, others, row)) continue;
        for (size_t i = 0; columns[i] != NULL; ++i) {
            cell(table, columns[i], row, text, sizeof text);
            printf("%s%s", i == 0 ? "  " : " | ", text);
        }
        printf("\n");
    }
}
#define COLUMNS(...) ((const char* const[]){__VA_ARGS__, NULL})
#define ALL NULL, NULL, NULL, NULL

static const comity_history* sco;
static const comity_view* every;

static int64_t node(const char* id) {
    int64_t number = 0;
    check(comity_history_find_node(sco, id, COMITY_NUL, &number));
    return number;
}

/* Prints the table and destroys it. */
static void tell(int32_t code, comity_table** table, const char* only, const char* words, const char* but,
                 const char* others, const char* const* columns) {
    check(code);
    show(*table, only, words, but, others, columns);
    check(comity_table_destroy(table));
}

static void searched(const comity_table* table) {
    const char* text = NULL;
    size_t length = 0;
    check(comity_table_note(table, "searched", COMITY_NUL, &text, &length));
    printf("  searched: %.*s\n", (int)length, text);
}

/* Refinements, where one source says more precisely what another says, are no conflict; and differences of
 * wording stand apart from differences of fact. */
static void conflicts(void) {
    const char* const official = "source-kind: official-text, communique, treaty-text, official-news";
    const char* const policies[] = {"none", "most-attested", "newest", "most-precise", official, "hull"};
    const char* const wordings = "|name|manner|sense|";
    const char* const* columns = COLUMNS("about", "slot", "value", "stated");
    comity_table *all = NULL, *answers = NULL;
    check(comity_disagreements(every, NULL, &all));
    printf("\n1. Where sources conflict: in dates, in other values, and in words alone\n");
    show(all, "how", "|time-disjoint|polarity|constraint|", NULL, NULL, columns);
    show(all, "how", "|value|", "slot", wordings, columns);
    printf("\n   In words alone\n");
    show(all, "slot", wordings, "how", "|refinement|", columns);
    check(comity_table_destroy(&all));
    check(comity_settlements(every, policies, NULL, 6, NULL, &answers));
    printf(
        "\n   Each policy's answer side by side: none | most-attested | newest | most-precise | %s | hull\n",
        official);
    show(answers, NULL, NULL, "slot", "|name|sense|",
         COLUMNS("about", "slot", "none", "most-attested", "newest", "most-precise", official, "hull"));
    printf("\n   Of names and of what a thing amounts to the answers of two that choose: newest | %s\n",
           official);
    show(answers, "slot", "|name|sense|", NULL, NULL, COLUMNS("about", "slot", "newest", official));
    check(comity_table_destroy(&answers));
}

/* How did they vote, then and later? To be absent is not to abstain, and neither is not to be a member yet.
 */
static void consensus(void) {
    comity_table* t = NULL;
    check(comity_professions(every, NULL, &t));
    printf("\n2. Claimed consensus: the resolutions that all members are said to support, and how they voted "
           "on them\n");
    show(t, "bears", "|itself|", NULL, NULL,
         COLUMNS("on", "who", "stance", "said", "ballot", "member", "stated"));
    printf("\n   On the same line, whoever did not vote yes\n");
    show(t, "bears", "|line|", "ballot", "|yes|", COLUMNS("on", "vote", "who", "ballot", "member"));
    check(comity_table_destroy(&t));
    printf("\n   The positions that all members are said to hold\n");
    tell(comity_positions(every, NULL, &t), &t, "who", "|sco-members|", NULL, NULL,
         COLUMNS("stance", "on", "date", "stated"));
    printf("\n   All roll calls: members (certain, possible), yes, no, abstained, absent (possible), and "
           "whether all "
           "voted alike\n");
    tell(comity_cohesion(every, node("sco"), NULL, &t), &t, ALL,
         COLUMNS("date", "on", "members_certain", "members_possible", "yes_possible", "no_possible",
                 "abstained_possible", "absent_possible", "alike"));
    printf("\n   Whoever did not vote yes, members or not yet\n");
    tell(comity_ballots(every, node("sco"), NULL, &t), &t, NULL, NULL, "ballot", "|yes|",
         COLUMNS("date", "on", "who", "ballot", "member", "stated"));
}

/* Of each commitment the first text, body and deed, with the days between as [min, max]; what became of each
 * proposal, by what sources state and by what the data's author judges. None found says no more than that. */
static void outcomes(void) {
    const char* const days[] = {"2021-09-24", "2026-06-30"};
    comity_table* t = NULL;
    comity_view* by = NULL;
    for (size_t i = 0; i < 2; ++i) {
        printf("\n3. From consensus to action, under the article's verdict of form over substance: what had "
               "come of it by %s\n",
               days[i]);
        check(comity_view_by(every, days[i], COMITY_NUL, &by));
        check(comity_follow_through(by, NULL, &t));
        show(t, ALL, COLUMNS("commitment", "what", "first", "since_min", "since_max", "basis"));
        searched(t);
        check(comity_table_destroy(&t));
        check(comity_view_destroy(&by));
    }
    printf("\n4. The fate of each proposal: how far it came, how far by what is stated alone, and the signs "
           "of it\n");
    check(comity_fates(every, NULL, &t));
    show(t, ALL, COLUMNS("id", "reached", "reached_stated", "signs"));
    searched(t);
    check(comity_table_destroy(&t));
}

static void both(const char* heading, const char* first, const char* other, const char* type) {
    comity_table* t = NULL;
    printf("\n   %s\n", heading);
    tell(comity_parties(every, node(first), node(other), type, COMITY_NUL, NULL, &t), &t, ALL,
         COLUMNS("where", "id", "in_first", "in_other"));
}

/* What differs between two days in what a view shows. */
static void differences(const comity_view* view, const char* before, const char* after, const char* only,
                        const char* words, const char* but, const char* others, const char* const* columns) {
    comity_view *then = NULL, *now = NULL;
    comity_table* t = NULL;
    check(comity_view_at(view, before, COMITY_NUL, &then));
    check(comity_view_at(view, after, COMITY_NUL, &now));
    tell(comity_diff(then, now, NULL, &t), &t, only, words, but, others, columns);
    check(comity_view_destroy(&now));
    check(comity_view_destroy(&then));
}

/* Who came, who went, and what they did together before and after. */
static void enlargement(void) {
    const char* const from[] = {"2016-12-31", "2022-12-31", "2023-12-31"};
    const char* const to[] = {"2017-12-31", "2023-12-31", "2024-12-31"};
    comity_table* t = NULL;
    printf(
        "\n5. Enlargement: who joined, and in what standing (certain up to the latest source that shows it, "
        "possible after)\n");
    for (size_t i = 0; i < 3; ++i) {
        printf("  from %s to %s\n", from[i], to[i]);
        differences(every, from[i], to[i], "type", "|member-of|observer-of|partner-of|candidate-for|",
                    "change", "|truth|", COLUMNS("change", "id", "before", "after"));
    }
    both("Who handed in the code of conduct of 2011, and that of 2015", "code-2011", "code-2015",
         "submitted");
    both("Who sponsored the code of 2011 or that of 2015, beside those who handed it in", "code-2011",
         "code-2015", "sponsored");
    both("Who took part in the exercise of 2015, and in that of 2017", "exercise-xiamen-2015",
         "exercise-xiamen-2017", "participated-in");
    printf("\n   Where the exercises were held, and by how many\n");
    tell(comity_series(every, "cyber-exercise", COMITY_NUL, NULL, &t), &t, ALL,
         COLUMNS("date", "event", "places", "hosts", "participants_certain", "counted"));
    printf("\n   Where the summits were held\n");
    tell(comity_series(every, "summit", COMITY_NUL, NULL, &t), &t, ALL, COLUMNS("date", "event", "places"));
    printf("\n   Voting together: members (certain, possible) on the day, and whether all voted alike\n");
    tell(comity_cohesion(every, node("sco"), NULL, &t), &t, ALL,
         COLUMNS("date", "on", "members_certain", "members_possible", "alike"));
    printf("\n   How those who joined voted, before and since\n");
    tell(comity_ballots(every, node("sco"), NULL, &t), &t, "who", "|india|pakistan|iran|belarus|", NULL, NULL,
         COLUMNS("who", "date", "on", "ballot", "member"));
    both("Who signed the agreement of 2009, and the United Nations convention against cybercrime",
         "agreement-2009", "un-convention-cybercrime", "signed");
}

/* What a source calls lasting is certain up to the day of that source, and possible after. */
static void first_things_and_days(void) {
    comity_view *kinds = NULL, *things = NULL;
    comity_table* t = NULL;
    /* That nothing precedes is no proof; that something does, disproves no claim that means something
     * narrower. */
    printf("\n6. Firsts: what the article calls the first or new, and what the record has before it\n");
    tell(comity_firsts(every, NULL, &t), &t, ALL,
         COLUMNS("claim", "words", "preceded", "earlier", "earlier_date", "truth"));
    check(comity_view_kinds(every, COLUMNS("actor", "instrument", "event", "commitment"), NULL, 4, &kinds));
    check(comity_view_types(kinds, COLUMNS("member-of"), NULL, 1, &things));
    const char* const days[] = {"2005-12-31", "2015-12-31", "2025-12-31"};
    for (size_t i = 0; i < 2; ++i) {
        printf("\n7. Two days side by side: new on %s, or gone since %s\n", days[i + 1], days[i]);
        differences(things, days[i], days[i + 1], "change", "|appeared|gone|", NULL, NULL,
                    COLUMNS("change", "type", "id", "before", "after"));
        printf("\n   Values that are new, gone or less sure\n");
        differences(things, days[i], days[i + 1], "change", "|value|", NULL, NULL,
                    COLUMNS("id", "slot", "value", "before", "after"));
    }
    check(comity_view_destroy(&things));
    check(comity_view_destroy(&kinds));
}

/* Who doubts a line asks for what stands behind it. */
static void names_and_sources(void) {
    const char* const names[] = {"上海合作組織", "上海合作组织", "Шанхайская организация сотрудничества",
                                 "上合組織",     "上合组织",     "ШОС",
                                 "SCO",          "РАТС",         "国际信息安全",
                                 "厦门"};
    comity_table *t = NULL, *why = NULL;
    char id[512];
    int64_t rows = 0;
    printf("\n8. Names in four scripts, and in short\n");
    for (size_t i = 0; i < 10; ++i) {
        check(comity_history_search(sco, names[i], COMITY_NUL, NULL, &t));
        check(comity_table_row_count(t, &rows));
        printf("  %s: ", names[i]);
        for (int64_t row = 0; row < rows && row < 3; ++row) {
            cell(t, "id", row, id, sizeof id);
            printf("%s%s", row > 0 ? "; " : "", id);
        }
        printf("\n");
        check(comity_table_destroy(&t));
    }
    printf("\nWho says that the Universal Centre is agreed on?\n");
    check(comity_fates(every, NULL, &t));
    check(comity_table_row_count(t, &rows));
    for (int64_t row = 0; row < rows; ++row) {
        if (!among(t, "id", "|universal-centre|", row)) continue;
        tell(comity_evidence(every, t, row, &why), &why, ALL,
             COLUMNS("about", "source", "locator", "slots", "modality"));
    }
    check(comity_table_destroy(&t));
}

int main(int argc, char** argv) {
    comity_history* history = NULL;
    comity_view* all = NULL;
    const char* until = NULL;
    size_t length = 0;
    if (argc < 2) return fprintf(stderr, "usage: record FILE.json\n"), 2;
    check(comity_history_read(argv[1], COMITY_NUL, &history));
    check(comity_history_all(history, &all));
    sco = history;
    every = all;
    check(comity_history_note(history, "searched-until", COMITY_NUL, &until, &length));
    printf("Searched until: %.*s\n", (int)length, until);
    conflicts();
    consensus();
    outcomes();
    enlargement();
    first_things_and_days();
    names_and_sources();
    check(comity_view_destroy(&all));
    check(comity_history_destroy(&history));
    return 0;
}
