#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/label.hpp>
#include <comity/analysis/quantities.hpp>
#include <comity/analysis/settlements.hpp>
#include <comity/io/analysis_tables.hpp>
#include <comity/io/evidence.hpp>

using namespace comity;

namespace {

/// Three sources: two of one year, and one that is older.
struct three_sources : maker {
    three_sources() {
        add_source("older", "2000");
        add_source("other", "2021-09-24");
    }

    void number_by(subject s, std::string_view source, double value,
                   number_bound bound = number_bound::exact) {
        statement_record record;
        record.source = builder().source(source);
        attribute_record a{attribute_type::value, value};
        a.bound = bound;
        record.attributes.push_back(a);
        builder().add_statement(s, record);
    }
};

/// The answers of one row, with " | " between.
std::string row(const settlement_report& report, std::string_view slot) {
    std::string text;
    for (const settlement& s : report.rows)
        if (s.of.slot == slot)
            for (const std::string& answer : s.answers) text += (text.empty() ? "" : " | ") + answer;
    return text;
}

} // namespace

TEST_CASE("settlements: dates, as each policy leaves them", "[analysis]") {
    three_sources m;
    const node_id n = m.node("summit", kind::summit);
    m.dated_by(n, "article", "2020-10-11");
    m.dated_by(n, "other", "2020-10-11");
    m.dated_by(n, "older", "2020-11");
    const auto report = settlements(m.made().all());
    // none, most-attested, newest, most-precise, hull
    CHECK(row(report, "begin") ==
          "[2020-10-11,2020-11] | 2020-10-11 | 2020-10-11 | 2020-10-11 | [2020-10-11..2020-11-30]");
    CHECK(report.policies.size() == 5);
}

TEST_CASE("settlements: values are chosen by who states them, and numbers span a range", "[analysis]") {
    three_sources m;
    const node_id n = m.node("sites", kind::quantity, "2017");
    m.number_by(n, "article", 71);
    m.number_by(n, "older", 72);
    const history h = m.made();
    CHECK(row(settlements(h.all()), "value") == "71; 72 | 71; 72 | 71 | 71; 72 | 71..72");
    const std::vector<policy> older{policy::by_source({"older"})};
    CHECK(row(settlements(h.all(), older), "value") == "72");
    // What reads the values follows the policy of its view.
    CHECK(quantities(h.all()).size() == 2);
    REQUIRE(quantities(h.all().settled_by(older[0])).size() == 1);
    CHECK(quantities(h.all().settled_by(older[0]))[0].value->number_value() == 72);
}

TEST_CASE("settlements: what leaves room for a value counts for it", "[analysis]") {
    three_sources m;
    const node_id n = m.node("sites", kind::quantity, "2017");
    m.number_by(n, "article", 71);
    m.number_by(n, "older", 100);
    m.number_by(n, "other", 80, number_bound::more_than);
    const std::vector<policy> attested{policy::most_attested()};
    CHECK(row(settlements(m.made().all(), attested), "value") == "100; more-than 80");
}

TEST_CASE("settlements: whether something is so at all", "[analysis]") {
    three_sources m;
    m.node("a", kind::state);
    m.node("b", kind::organisation);
    const relation_id r = m.relation("a", relation_type::member_of, "b");
    m.stated(r, "p1");
    m.denied(r, "p7", "older");
    CHECK(row(settlements(m.made().all()), "existence") ==
          "asserted; denied | asserted; denied | asserted | asserted; denied | asserted; denied");
}

TEST_CASE("settlements: the policy of the view gives way, its sources do not", "[analysis]") {
    three_sources m;
    const node_id n = m.node("summit", kind::summit);
    m.dated_by(n, "article", "2020-10-11");
    m.dated_by(n, "older", "2020-11-10");
    const history h = m.made();
    const std::vector<policy> none{policy::none()};
    CHECK(row(settlements(h.all().settled_by(policy::newest()), none), "begin") == "[2020-10-11,2020-11-10]");
    CHECK(settlements(h.all().sources({"article"})).rows.empty());
    const std::vector<policy> unknown{policy::by_source({"nobody"})};
    CHECK_THROWS_WITH(settlements(h.all(), unknown), Catch::Contains("nobody"));
}

TEST_CASE("settlements: a date is what a view settled by the policy says", "[analysis][sco]") {
    const view all = sco().all();
    const auto report = settlements(all);
    REQUIRE(report.rows.size() > 20);
    for (std::size_t p = 0; p < report.policies.size(); ++p) {
        const view settled = all.settled_by(report.policies[p]);
        for (const settlement& s : report.rows) {
            if (s.of.how != conflict::time_disjoint) continue;
            const std::string text = settled.period_of(s.of.about).text();
            INFO(label(s.of.about) << ' ' << report.policies[p].name << ' ' << text);
            CHECK((s.of.slot == "end" ? text.ends_with('/' + s.answers[p]) : text.starts_with(s.answers[p])));
        }
    }
}

TEST_CASE("settlements: a table has a column for each policy and evidence for each row", "[analysis][sco]") {
    const table t = to_table(settlements(sco().all()));
    CHECK_FALSE(t["most-attested"].to_string(0).empty());
    for (std::size_t i = 0; i < t.row_count(); ++i) CHECK(evidence(sco().all(), t, i).row_count() > 1);
    const std::vector<policy> twice{policy::none(), policy::none()};
    CHECK_THROWS_AS(to_table(settlements(sco().all(), twice)), error);
}
