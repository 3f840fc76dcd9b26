#include <comity/io/conduct_tables.hpp>

#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/io/evidence.hpp>

#include <set>
#include <string>

using namespace comity;

namespace {

std::string row_of(const table& t, std::string_view column, std::string_view value,
                   std::initializer_list<const char*> columns) {
    for (std::size_t row = 0; row < t.row_count(); ++row) {
        if (t[column].to_string(row) != value) continue;
        std::string all;
        for (const char* name : columns) all += (all.empty() ? "" : " | ") + t[name].to_string(row);
        return all;
    }
    return "none";
}

} // namespace

TEST_CASE("conduct_tables: an unknown ballot has no truth, no relation and no source", "[io]") {
    maker m;
    m.node("body", kind::organisation);
    m.node("a", kind::state);
    m.relation("a", relation_type::member_of, "body", "2001/..");
    m.node("call", kind::roll_call, "2005-12-08");
    const history h = m.made();
    const table t = to_table(ballots(h.all(), h["body"]));
    CHECK(row_of(t, "who", "a", {"vote", "date", "ballot", "member"}) ==
          "call | 2005-12-08 | unknown | certain");
    for (const char* name : {"truth", "relation", "inferred", "sources", "stated", "on"})
        CHECK(t[name].is_null(0));
    CHECK_FALSE(t.notes().empty()); // searched
}

TEST_CASE("conduct_tables: words and deeds of the record", "[io][sco]") {
    const view all = sco().all();
    CHECK(row_of(to_table(fates(all)), "id", "universal-centre", {"reached", "reached_stated", "sources"}) ==
          "agreed | agreed | tass-2010361; 24kg-2025; sputnik-2026-01-30");
    CHECK(row_of(to_table(follow_through(all)), "first", "plan-2007",
                 {"commitment", "made", "what", "since_min", "since_max", "basis", "stated"}) ==
          "commitment-2006-action-plan | 2006-06-15 | text | 427 | 427 | inferred | ciis-2021 1.2 p4 "
          "(inferred)");
    CHECK(row_of(to_table(firsts(all)), "claim", "claim-new-2013",
                 {"thing", "preceded", "earlier", "subject"}) ==
          "declaration-2013-bishkek | certain | code-2011 | unified-code");
    CHECK(row_of(to_table(professions(all)), "ballot", "absent",
                 {"who", "stance", "of_bloc", "bears", "voted"}) ==
          "uzbekistan | supports | sco-members | line | un-votes rcid 4770 (inferred)");
    CHECK(row_of(to_table(cohesion_of(all, sco()["sco"])), "vote", "roll-call-62-17",
                 {"members_certain", "yes_certain", "absent_certain", "alike"}) == "6 | 5 | 1 | certain");
}

TEST_CASE("conduct_tables: every row leads to its evidence", "[io][sco]") {
    const view all = sco().all();
    for (const table& t : {to_table(ballots(all, sco()["sco"])), to_table(cohesion_of(all, sco()["sco"])),
                           to_table(professions(all)), to_table(follow_through(all)), to_table(fates(all)),
                           to_table(firsts(all))}) {
        const table why = evidence(all, t);
        std::set<std::int64_t> rows;
        for (std::size_t i = 0; i < why.row_count(); ++i) rows.insert(*why["row"].integer(i));
        CHECK(rows.size() == t.row_count());
    }
}
