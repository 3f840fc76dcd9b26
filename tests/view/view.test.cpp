#include "catch.hpp"

#include <comity/comity.hpp>

using namespace comity;

TEST_CASE("view: shows what holds on a day, surely or perhaps", "[view]") {
    builder b;
    const node_id a = b.add_node("china", kind::state);
    const node_id o = b.add_node("sco", kind::intergovernmental_organisation);
    b.set_period(o, period_record::of("2001-06-15/.."));
    const relation_id r = b.add_relation(a, relation_type::member_of, o);
    b.set_period(r, period_record::of("2001-06/2010"));
    const history h = std::move(b).build();
    const relation member = h.relation(r);
    CHECK(h.at("2001-06-14").shows(member) == truth::no);
    CHECK(h.at("2001-06-20").shows(member) == truth::possible);
    CHECK(h.at("2001-07-01").shows(member) == truth::certain);
    CHECK(h.at("2010-02-01").shows(member) == truth::possible);
    CHECK(h.at("2011").shows(member) == truth::no);
    CHECK(h.by("2001").shows(member) == truth::possible);
    CHECK(h.by("2012").shows(member) == truth::certain);
    CHECK(h.at("2005").relation_count() == count{1, 1});
    int n = 0;
    for (const auto& x : h.at("2005").relations()) n += x.certain() ? 1 : 0;
    CHECK(n == 1);
    CHECK(member.period().text() == "2001-06/2010");
}

TEST_CASE("view: takes the days of a find, and may be asked about another time", "[view]") {
    builder b;
    const node_id o = b.add_node("rats", kind::organ);
    b.set_period(o, period_record::of("2004/.."));
    const history h = std::move(b).build();
    const auto at = [](int year, unsigned month, unsigned d) {
        return day::from_civil(year, month, d).value();
    };
    const view early = h.all().at(at(2004, 1, 1), at(2004, 1, 31));
    CHECK(early.shows(h["rats"]) == truth::possible);
    CHECK(early.describe() == "at [2004-01-01..2004-01-31]");
    CHECK(h.all().by(at(2005, 1, 1), at(2005, 1, 1)).shows(h["rats"]) == truth::certain);
    CHECK(h.at("1999").kinds({kind::organ}).at_any_time().shows(h["rats"]) == truth::certain);
    CHECK(h.at("1999").kinds({kind::state}).at_any_time().shows(h["rats"]) == truth::no);
    CHECK_THROWS_AS(early.at("2005"), error);
    CHECK_THROWS_AS(h.all().at(at(2005, 1, 1), at(2004, 1, 1)), error);
}
