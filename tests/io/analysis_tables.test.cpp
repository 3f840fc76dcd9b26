#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/history/builder.hpp>
#include <comity/io/analysis_tables.hpp>

using namespace comity;

namespace {

std::size_t row_of(const table& t, std::string_view column, std::string_view value) {
    for (std::size_t row = 0; row < t.row_count(); ++row)
        if (t[column].text(row) == value) return row;
    throw std::runtime_error("no such row");
}

} // namespace

TEST_CASE("analysis_tables: a lineage with its lags as two columns and its basis", "[io][sco]") {
    const table t = to_table(lineage(article(), sco()["statement-2006"]));
    const std::size_t plan = row_of(t, "to", "plan-2007");
    CHECK(t["since_root_min"].integer(plan) == 200);
    CHECK(t["since_root_max"].integer(plan) == 564);
    CHECK(t["basis"].text(plan) == "stated");
    CHECK(t["stated"].text(plan).starts_with("ciis-2021 1.2 p4"));
    CHECK(t["relation_type"].text(plan) == "implements");
    CHECK(t["previous"].is_null(plan));
    const std::size_t consensus = row_of(t, "to", "members-consensus");
    CHECK(t["since_root_min"].is_null(consensus)); // begun on or before a day
    CHECK(t["since_root_max"].integer(consensus) == 3486);
    CHECK(t["basis"].text(consensus) == "inferred");
    CHECK_FALSE(t["rule"].text(consensus).empty());
    CHECK(t.note("searched").find("ciis-2021") != std::string_view::npos);
    const relation r = sco().relation(relation_id{static_cast<std::uint32_t>(*t["relation"].integer(plan))});
    CHECK(r.from().id() == "plan-2007");
}

TEST_CASE("analysis_tables: a timeline keeps the words of the source", "[io][sco]") {
    const table t = to_table(timeline(article().window("2001", "2021")));
    const std::size_t statement = row_of(t, "id", "statement-2006");
    CHECK(t["date"].text(statement) == "2006-06-15");
    CHECK(t["occasion"].text(statement) == "summit-2006");
    CHECK(t["earliest"].day(statement) == day::from_civil(2006, 6, 15));
    CHECK(t["relation"].is_null(statement));
    const std::size_t open = row_of(t, "id", "china-member-of-sco");
    CHECK(t["earliest"].is_null(open));
    CHECK(t["relation"].integer(open).has_value());
}

TEST_CASE("analysis_tables: days too far off for columns have their words and no day", "[io]") {
    builder b;
    b.set_period(b.add_node("un", kind::summit), period_record::of("Y170000002"));
    const history h = std::move(b).build();
    const table t = to_table(timeline(h.all()));
    CHECK(t["date"].text(0) == "Y170000002");
    CHECK(t["earliest"].is_null(0));
    CHECK(t["latest"].is_null(0));
}

TEST_CASE("analysis_tables: a roster in one table", "[io][sco]") {
    const table t = to_table(roster(article().at("2017-12-06"), sco()["sco"]), {.language = "zh-Hans"});
    const std::size_t body = row_of(t, "id", "sco");
    CHECK(t["named_certain"].integer(body) == 4);
    CHECK(t["named_possible"].integer(body) == 5);
    CHECK(t["counted"].text(body) == "8");
    CHECK(t["name"].text(row_of(t, "id", "china")) == "中国");
    const std::size_t treaty = row_of(t, "id", "agreement-2009");
    CHECK(t["adopted"].text(treaty) == "certain");
    CHECK(t["in_force"].text(treaty) == "possible");
    CHECK(t["in_force_stated"].flag(treaty) == false);
    CHECK(t["in_force"].is_null(row_of(t, "id", "statement-2006")));
}

TEST_CASE("analysis_tables: a series, and who took part in it", "[io][sco]") {
    const auto found = series(article(), sco().schema().kind_named("cyber-exercise"));
    const table t = to_table(found);
    REQUIRE(t.row_count() == 3);
    CHECK(t["gap_min"].is_null(0));
    CHECK(t["gap_max"].integer(1) == 784);
    CHECK(t["participants_certain"].integer(1) == 4);
    CHECK(t["participants_possible"].integer(1) == 5);
    CHECK(t["counted"].text(1) == "8");
    CHECK(t["hosts"].text(2) == "china");
    const table who = participations_table(found.rows);
    const std::size_t india = row_of(who, "id", "india");
    CHECK(who["event"].text(india) == "exercise-xiamen-2017");
    CHECK(who["truth"].text(india) == "possible");
}

TEST_CASE("analysis_tables: proposals, positions, quantities and causes", "[io][sco]") {
    const table p = to_table(proposals(article()));
    const std::size_t convention = row_of(p, "id", "convention-cyber-terrorism");
    CHECK(p["modality"].text(convention) == "proposed");
    CHECK(p["modelled_on"].text(convention) == "convention-counter-terrorism; convention-counter-extremism");
    CHECK(p["realised_by"].is_null(convention));
    const table s = to_table(positions(article()));
    const std::size_t denied = row_of(s, "on", "transfer-of-powers");
    CHECK(s["denied"].flag(denied) == true);
    CHECK(s["truth"].text(denied) == "no");
    CHECK(s["stated"].text(denied) == "ciis-2021 3.2 p1 (denies)");
    const table q = to_table(quantities(article()));
    const std::size_t sites = row_of(q, "id", "sites-blocked");
    CHECK(q["number"].number(sites) == 100000);
    CHECK(q["bound"].text(sites) == "more-than");
    CHECK(q["date"].text(sites) == "2016/2017");
    const table c = to_table(causes(article()));
    CHECK(c["effect"].text(row_of(c, "from", "driver-consensus")) == "drives");
}

TEST_CASE("analysis_tables: disagreements by value, the audit by finding, the summary with notes",
          "[io][sco]") {
    const table d = to_table(disagreements(article()));
    const std::size_t refined = row_of(d, "about", "measures-2012");
    CHECK(d["how"].text(refined) == "refinement");
    CHECK(d["value"].text(refined) == "2012");
    CHECK(d["value"].text(refined + 1) == "2012-03");
    CHECK(d["disagreement"].integer(refined) == d["disagreement"].integer(refined + 1));
    const table a = to_table(audit(article()));
    const std::size_t pace = row_of(a, "rule", "ordinal-pace");
    CHECK(a["level"].text(pace) == "warning");
    CHECK(a["stated"].text(pace) == "ciis-2021 1.1 p4; ciis-2021 1.1 p3; ciis-2021 1.1 p5");
    const table s = to_table(summary(article()));
    CHECK(s["possible"].integer(row_of(s, "name", "summit")) == 7);
    CHECK(s["with_subkinds_possible"].integer(row_of(s, "name", "event")) == 22);
    CHECK(s.note("sources") == "1");
    CHECK(s.note("denied") == "2");
}

TEST_CASE("analysis_tables: no rows are a table with columns", "[io]") {
    CHECK(to_table(std::span<const step>{}).row_count() == 0);
    CHECK(to_table(std::span<const step>{})["to"].size() == 0);
}
