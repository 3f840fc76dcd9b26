#include "analysis/maker.hpp"
#include "catch.hpp"

#include <comity/io/evidence.hpp>
#include <comity/io/source_tables.hpp>

using namespace comity;

namespace {

history two_sources() {
    maker m;
    m.add_source("other", "2020");
    const node_id moved = m.node("moved", kind::summit);
    m.dated_by(moved, "article", "2020-10-11");
    m.dated_by(moved, "other", "2020-11-10");
    m.node("a", kind::state);
    m.stated(m.relation("a", relation_type::hosted, "moved"), "p2");
    return m.made();
}

} // namespace

TEST_CASE("source_tables: differences with what each gives, and the counts as notes", "[io]") {
    const history h = two_sources();
    const table t = to_table(differences(h.all(), "article", "other"));
    REQUIRE(t.row_count() == 1);
    CHECK(t["about"].text(0) == "moved");
    CHECK(t["type"].text(0) == "summit");
    CHECK(t["how"].text(0) == "time-disjoint");
    CHECK(t["first"].text(0) == "2020-10-11");
    CHECK(t["other_stated"].text(0) == "other p1");
    CHECK(t.note("same") == "1");
    CHECK(evidence(h.all(), t, std::size_t{0}).row_count() == 2);
}

TEST_CASE("source_tables: agreements, coverage, first statements and support", "[io]") {
    const history h = two_sources();
    const table a = to_table(agreements(h.all()));
    REQUIRE(a.row_count() == 2);
    CHECK(a["slot"].text(0) == "begin");
    CHECK(a["time_disjoint"].integer(0) == 1);
    const table c = to_table(coverage(h.all()));
    CHECK(c["source"].text(0) == "article");
    CHECK(c["claimed"].flag(0) == false);
    CHECK(c["year"].is_null(0));
    const table f = to_table(first_statements(h.all(), "other"));
    REQUIRE(f.row_count() == 1);
    CHECK(f["source"].text(0) == "other");
    CHECK(f["truth"].text(0) == "certain");
    CHECK(f["others"].integer(0) == 1);
    const table s = to_table(supports(h.all()));
    CHECK(s["about"].text(0) == "moved");
    CHECK(s["source_count"].integer(0) == 2);
    CHECK(s["sources"].text(0) == "article; other");
    CHECK(s.note("searched").size() > 0);
}

TEST_CASE("source_tables: parties leave a side without a value where the record is silent", "[io]") {
    const history h = two_sources();
    const table t = to_table(parties(h.all(), h["moved"], h["a"]));
    REQUIRE(t.row_count() == 1);
    CHECK(t["where"].text(0) == "first");
    CHECK(t["in_first"].text(0) == "certain");
    CHECK(t["in_other"].is_null(0));
    CHECK(t["stated"].text(0) == "article p2");
}
