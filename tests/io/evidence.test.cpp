#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"
#include "support/stages.hpp"

#include <comity/error.hpp>
#include <comity/io/analysis_tables.hpp>
#include <comity/io/evidence.hpp>
#include <comity/io/listing.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace comity;

namespace {

std::set<std::string> column(const table& t, std::string_view name) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < t.row_count(); ++i) all.insert(t[name].to_string(i));
    return all;
}

} // namespace

TEST_CASE("evidence: of a listing, the statements about the fact of the row", "[io]") {
    const view all = sco().all();
    const table nodes = nodes_table(all, kind::summit);
    for (std::size_t row = 0; row < nodes.row_count(); ++row) {
        const table why = evidence(all, nodes, row);
        const table expected = statements_of(sco()[nodes["id"].text(row)]);
        REQUIRE(why.row_count() == expected.row_count());
        for (std::size_t i = 0; i < why.row_count(); ++i) {
            CHECK(why["row"].integer(i) == static_cast<std::int64_t>(row));
            for (const char* name : {"about", "source", "locator", "begin", "end", "rule"})
                CHECK(why[name].text(i) == expected[name].text(i));
        }
    }
}

TEST_CASE("evidence: of an analysis, of all that led to the row", "[io]") {
    maker m;
    m.add_source("other", "2020");
    m.node("bloc", kind::bloc);
    m.node("body", kind::organisation);
    m.node("a", kind::state);
    m.stated(m.relation("bloc", relation_type::member_of, "body"), "p1");
    m.stated(m.relation("a", relation_type::member_of, "bloc"), "p2", modality::reported, "other");
    const history h = m.made();
    const auto found = members_of(h.all(), h["body"]);
    const table t = to_table(found);
    REQUIRE(t["id"].text(0) == "a");
    const table why = evidence(h.all(), t, std::size_t{0});
    CHECK(column(why, "locator") == std::set<std::string>{"", "p1", "p2"});
    CHECK(column(why, "about") == std::set<std::string>{"a", "a member-of bloc", "bloc member-of body"});
    for (std::size_t i = 0; i < why.row_count(); ++i) // nobody states a: a row without a source
        if (why["about"].text(i) == "a") CHECK(why["source"].is_null(i));
    CHECK(column(evidence(h.all().sources({"other"}), t, std::size_t{0}), "locator").count("p1") == 0);
}

TEST_CASE("evidence: of all rows of every table that has facts", "[io][sco]") {
    const view all = sco().all();
    for (const table& t :
         {to_table(timeline(all)), to_table(proposals(all)), to_table(positions(all)),
          to_table(quantities(all)), to_table(causes(all)), to_table(disagreements(all)),
          to_table(audit(all)), to_table(lineage(all, sco()["statement-2006"])),
          to_table(roster(all, sco()["sco"])), to_table(series(all, kind::summit)), relations_table(all),
          statements_table(all), attributes_table(all), out_table(all, sco()["china"])}) {
        const table why = evidence(all, t);
        std::set<std::int64_t> rows;
        for (std::size_t i = 0; i < why.row_count(); ++i) rows.insert(*why["row"].integer(i));
        CHECK(rows.size() == t.row_count()); // none stands on nothing
    }
}

TEST_CASE("evidence: who states the row is among the evidence for it", "[io][sco]") {
    const view all = sco().all();
    for (const table& t : {to_table(timeline(all)), to_table(positions(all)), to_table(causes(all))})
        for (std::size_t row = 0; row < t.row_count(); ++row) {
            const table why = evidence(all, t, row);
            for (std::size_t i = 0; i < why.row_count(); ++i) {
                if (why["source"].is_null(i)) continue;
                std::string one(why["source"].text(i));
                if (!why["locator"].is_null(i)) one += ' ' + std::string(why["locator"].text(i));
                if (why["about"].text(i) != t[0].to_string(row)) continue;
                CHECK(t["stated"].text(row).find(one) != std::string_view::npos);
            }
        }
}

TEST_CASE("evidence: of another history, of counts, of a row that is not there", "[io]") {
    maker m;
    m.node("a", kind::state);
    const history h = m.made();
    const table t = nodes_table(h.all());
    CHECK_THROWS_AS(evidence(sco().all(), t), error);
    CHECK_THROWS_AS(evidence(h.all(), t, std::size_t{1}), error);
    CHECK_THROWS_AS(evidence(h.all(), to_table(summary(h.all()))), error);
    CHECK(evidence(h.all(), nodes_table(h.all().kinds({kind::event}))).row_count() == 0);
}

TEST_CASE("evidence: tables tell only of the sources that their view hears", "[io]") {
    maker m;
    m.add_source("other", "2020");
    m.node("body", kind::organisation);
    m.node("a", kind::state);
    const relation_id r = m.relation("a", relation_type::member_of, "body");
    for (const node_id n : {m.builder().node("a"), m.builder().node("body")}) {
        m.stated(n, "p0");
        m.stated(n, "q0", modality::reported, "other");
    }
    m.stated(r, "p1");
    m.stated(r, "q1", modality::reported, "other");
    const history h = m.made();
    const view heard = h.all().sources({"other"});
    const table members = to_table(members_of(heard, h["body"]));
    REQUIRE(members.row_count() == 1);
    CHECK(members["sources"].text(0) == "other");
    CHECK(members["stated"].text(0) == "other q1");
    CHECK(column(statements_table(heard), "source") == std::set<std::string>{"other"});
    const table relations = relations_table(heard);
    CHECK(relations["sources"].integer(0) == 1);
    CHECK(relations["statements"].integer(0) == 1);
    CHECK(relations_table(h.all())["sources"].integer(0) == 2);
}

TEST_CASE("evidence: of all rows can be watched and stopped", "[io][progress]") {
    const view all = sco().all();
    const table nodes = nodes_table(all, kind::summit);
    std::vector<std::string> stages;
    (void)evidence(all, nodes, [&](double, std::string_view stage) {
        if (stages.empty() || stages.back() != stage) stages.emplace_back(stage);
        return true;
    });
    CHECK(stages == std::vector<std::string>{"evidence", "statements"});
    for (const std::string& stage : stages)
        CHECK(test::stops_at([&](const progress& tell) { (void)evidence(all, nodes, tell); }, stage, 0));
}
