#include "catch.hpp"

#include "support/print.hpp"
#include "support/telling.hpp"

#include <comity/history/history.hpp>

using namespace comity;
using namespace comity::test;

namespace {

day32 day_of(int year, unsigned month, unsigned d) {
    return to_day32(*day::from_civil(year, month, d));
}

} // namespace

TEST_CASE("relation: reads from type to", "[history]") {
    builder b;
    const node_id china = b.add_node("china", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    const relation_id named = b.add_relation(china, relation_type::member_of, sco, "china-in-sco");
    const relation_id plain = b.add_relation(china, relation_type::founded, sco);
    const history h = std::move(b).build();
    CHECK(h.relation(named).id() == "china-in-sco");
    CHECK(h.relation(named).type() == relation_type::member_of);
    CHECK(h.relation(named).type_name() == "member-of");
    CHECK(h.relation(named).from().id() == "china");
    CHECK(h.relation(named).to().id() == "sco");
    CHECK(h.relation(plain).id().empty());
    CHECK(h.relation(plain).type() == relation_type::founded);
}

TEST_CASE("relation: keeps its number wherever it is sorted to", "[history]") {
    builder b;
    std::vector<node_id> nodes;
    for (const char* id : {"a", "b", "c"}) nodes.push_back(b.add_node(id, kind::state));
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    std::vector<std::pair<node_id, relation_type>> rows;
    for (int i = 0; i < 12; ++i)
        rows.emplace_back(nodes[static_cast<std::size_t>((i * 7) % 3)],
                          i % 2 == 0 ? relation_type::observer_of : relation_type::member_of);
    for (const auto& [from, type] : rows) b.add_relation(from, type, o);
    const history h = std::move(b).build();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const relation r = h.relation(relation_id{i});
        CHECK(r.number() == relation_id{i});
        CHECK(r.from().number() == rows[i].first);
        CHECK(r.type() == rows[i].second);
    }
}

TEST_CASE("relation: dates beyond the days of columns keep their words, and no day is made up", "[history]") {
    builder b;
    const relation_id r = b.add_relation(b.add_node("fr", kind::state), relation_type::member_of,
                                         b.add_node("un", kind::organisation));
    b.set_period(r, period_record::of("Y-170000002/Y170000002"));
    const history h = std::move(b).build();
    const period p = h.relation(r).period();
    CHECK(p.text() == "Y-170000002/Y170000002");
    CHECK(p.begin_window().first.kind == bound_kind::overflow);
    CHECK(p.end_window().last.kind == bound_kind::overflow);
    CHECK(h.at("2000").relation_count().certain == 1);
}

TEST_CASE("relation: parallel rows each have a period of their own", "[history]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    const relation_id first = b.add_relation(a, relation_type::member_of, o);
    const relation_id again = b.add_relation(a, relation_type::member_of, o);
    b.set_period(again, period_record::of("1990/2000"));
    b.set_period(first, period_record::of("1980/1995"));
    const history h = std::move(b).build();
    CHECK(h.relation(first).period().text() == "1980/1995");
    CHECK(h.relation(again).period().text() == "1990/2000");
}

TEST_CASE("relation: is cut to the stated periods of its ends", "[history]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    b.set_period(a, period_record::of("1990-03-01/2005-04-01"));
    b.set_period(o, period_record::of("1995-05-01/.."));
    const relation_id r = b.add_relation(a, relation_type::member_of, o);
    b.set_period(r, period_record::of("1985-01-01/2010-12-31"));
    const history h = std::move(b).build();
    CHECK(h.relation(r).effective_bounds() == bounds::exactly(day_of(1995, 5, 1), day_of(2005, 4, 1)));
    CHECK(h.relation(r).period().bounds() == bounds::exactly(day_of(1985, 1, 1), day_of(2010, 12, 31)));
}

TEST_CASE("relation: an end without a period cuts nothing", "[history]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    const relation_id r = b.add_relation(a, relation_type::member_of, o);
    b.set_period(r, period_record::of("1985-01-01/2010-12-31"));
    CHECK(std::move(b).build().relation(r).effective_bounds() ==
          bounds::exactly(day_of(1985, 1, 1), day_of(2010, 12, 31)));
}

TEST_CASE("relation: that nothing dates lasts as long as its ends", "[history]") {
    builder b;
    const node_id plan = b.add_node("plan", kind::action_plan);
    const node_id text = b.add_node("text", kind::statement);
    b.set_period(plan, period_record::of("2007-08-16/.."));
    const relation_id r = b.add_relation(plan, relation_type::implements, text);
    CHECK(std::move(b).build().relation(r).effective_bounds() ==
          bounds::exactly(day_of(2007, 8, 16), unbounded_above));
}

TEST_CASE("relation: its own modality is not weakened by its ends", "[history]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id a = b.add_node("a", kind::state);
    const node_id o = b.add_node("o", kind::intergovernmental_organisation);
    b.add_statement(o, says(s, modality::proposed));
    const relation_id r = b.add_relation(a, relation_type::member_of, o);
    b.add_statement(r, says(s));
    const relation_id alleged = b.add_relation(a, relation_type::observer_of, o);
    b.add_statement(alleged, says(s, modality::alleged));
    const history h = std::move(b).build();
    CHECK(h.relation(r).modality() == modality::reported);
    CHECK(h.relation(alleged).modality() == modality::alleged);
}
