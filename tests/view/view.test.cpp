#include "catch.hpp"
#include "support/print.hpp"
#include "support/telling.hpp"

#include <comity/comity.hpp>

#include <ranges>
#include <string>

using namespace comity;
using namespace comity::test;

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

TEST_CASE("view: what happened on one of several days is seen as its period says", "[view]") {
    for (const char* text :
         {"{2001-01-01,2003-01-01}", "[2001-01-01,2003-01-01]", "{2001,2003}", "200X-01-01"}) {
        INFO(text);
        builder b;
        b.set_period(b.add_node("summit", kind::summit), period_record::of(text));
        const history h = std::move(b).build();
        const period p = period::act(date::parse(text));
        for (const char* at : {"2000-12-31", "2001-01-01", "2001", "2002", "2003-01-01", "2001-01/2003-06"}) {
            const date days = date::parse(at);
            CHECK(h.window(at).shows(h["summit"]) == p.window(days.earliest().value, days.latest().value));
            if (days.kind() != date_kind::interval)
                CHECK(h.at(at).shows(h["summit"]) == p.at(days.earliest().value, days.latest().value));
        }
        CHECK(h["summit"].period().bounds() == p.bounds());
    }
}

namespace {

/// A body founded on a day, a summit in a month, a plan that a source only proposes, and who is in what.
history small_world() {
    builder b;
    const node_id china = b.add_node("china", kind::state);
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    const node_id rats = b.add_node("rats", kind::organ);
    const node_id summit = b.add_node("summit", kind::summit);
    const node_id centre = b.add_node("centre", kind::centre);
    b.set_period(sco, period_record::of("2001-06-15/.."));
    b.set_period(rats, period_record::of("2004-06-17/.."));
    b.set_period(summit, period_record::of("2006-06"));
    b.set_period(b.add_relation(china, relation_type::member_of, sco), period_record::of("2001-06-15/.."));
    b.add_relation(rats, relation_type::organ_of, sco);
    b.set_period(b.add_relation(china, relation_type::participated_in, summit), period_record::of("2006-06"));
    const relation_id planned = b.add_relation(centre, relation_type::organ_of, sco);
    for (const subject s : {subject(centre), subject(planned)})
        b.add_statement(s, says(b.source("article"), modality::proposed));
    source_of(b, "article", "2021-09-24");
    return std::move(b).build();
}

std::string ids(const node_range& nodes) {
    std::string all;
    for (const node& n : nodes) all += std::string(n.id()) + ' ';
    return all;
}

const int refused = static_cast<int>(errc::invalid_argument);

} // namespace

TEST_CASE("view: a fresh one shows what is reported, at any time", "[view]") {
    const history h = small_world();
    CHECK(ids(h.all().nodes()) == "china sco rats summit ");
    CHECK(h.all().relation_count() == count{3, 3});
    CHECK(h.all().describe() == "at any time");
}

TEST_CASE("view: what is only proposed is shown to those who ask for it", "[view]") {
    const history h = small_world();
    const view proposed = h.all().modalities({modality::proposed});
    CHECK(ids(proposed.nodes()) == "centre ");
    CHECK(proposed.relation_count() == count{1, 1});
    CHECK(h.all().modalities({}).relation_count() == count{});
    CHECK(h.all().modalities({modality::reported, modality::proposed}).node_count() == count{5, 5});
}

TEST_CASE("view: a relation is no stronger than its ends", "[view]") {
    builder b;
    const node_id a = b.add_node("a", kind::state);
    const node_id c = b.add_node("c", kind::centre);
    b.add_statement(c, says(source_of(b, "s"), modality::proposed));
    const relation_id r = b.add_relation(a, relation_type::supports, c);
    const history h = std::move(b).build();
    CHECK(h.all().shows(h.relation(r)) == truth::no);
    CHECK(h.all().modalities({modality::proposed}).shows(h.relation(r)) == truth::certain);
}

TEST_CASE("view: kinds take their subkinds with them, and both ends must pass", "[view]") {
    const history h = small_world();
    CHECK(ids(h.all().kinds({kind::actor}).nodes()) == "china sco rats ");
    CHECK(h.all().kinds({kind::actor}).relation_count() == count{2, 2});
    CHECK(h.all().kinds({kind::event}).relation_count() == count{});
    CHECK(ids(h.all().nodes(kind::event)) == "summit ");
}

TEST_CASE("view: narrowing twice narrows twice", "[view]") {
    const history h = small_world();
    CHECK(ids(h.all().kinds({kind::actor}).kinds({kind::organ, kind::event}).nodes()) == "rats ");
    CHECK(ids(h.all().kinds({kind::actor}).nodes(kind::event)).empty());
    const view none = h.all().types({relation_type::organ_of}).types({relation_type::member_of});
    CHECK(none.relation_count() == count{});
    CHECK(none.node_count() == h.all().node_count());
}

TEST_CASE("view: no kinds and no types show nothing", "[view]") {
    const history h = small_world();
    CHECK(h.all().kinds({}).node_count() == count{});
    CHECK(h.all().types({}).relation_count() == count{});
}

TEST_CASE("view: a relation is seen only while neither end's period fails", "[view]") {
    const history h = small_world();
    CHECK(h.at("2003").types({relation_type::organ_of}).relation_count() == count{});
    CHECK(h.at("2005").types({relation_type::organ_of}).relation_count() == count{1, 1});
}

TEST_CASE("view: walks out of a node and into it, of all types or of one", "[view]") {
    const history h = small_world();
    const view all = h.all();
    const auto length = [](const relation_range& r) { return std::ranges::distance(r); };
    CHECK(length(all.out(h["china"])) == 2);
    CHECK(length(all.out(h["china"], relation_type::member_of)) == 1);
    CHECK(length(all.in(h["sco"])) == 2);
    CHECK(length(all.in(h["sco"], relation_type::organ_of)) == 1);
    CHECK(length(all.in(h["china"])) == 0);
    CHECK(length(h.at("2001-07").out(h["china"])) == 1);
    CHECK(length(all.types({relation_type::member_of}).out(h["china"], relation_type::organ_of)) == 0);
    CHECK(length(all.types({relation_type::member_of}).in(h["sco"], relation_type::organ_of)) == 0);
}

TEST_CASE("view: a loop stands among those that go out and those that come in", "[view]") {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    b.add_relation(n, relation_type::contradicts, n);
    const history h = std::move(b).build();
    CHECK(std::ranges::distance(h.all().out(h["n"])) == 1);
    CHECK(std::ranges::distance(h.all().in(h["n"])) == 1);
}

TEST_CASE("view: a second time selector is an error that names the first", "[view]") {
    const history h = small_world();
    const view v = h.at("2003");
    CHECK(code_of([&] { (void)v.at("2004"); }) == refused);
    CHECK(code_of([&] { (void)v.by("2004"); }) == refused);
    CHECK(code_of([&] { (void)v.window("2004"); }) == refused);
    CHECK(code_of([&] { (void)v.window("2004", "2005"); }) == refused);
    CHECK_THAT(message_of([&] { (void)v.at("2004"); }), Catch::Matchers::Contains("2003"));
}

TEST_CASE("view: what is no day is refused", "[view]") {
    const history h = small_world();
    for (const char* day : {"then", "", "2001-13"}) {
        CHECK(code_of([&] { (void)h.at(day); }) == static_cast<int>(errc::invalid_date));
        CHECK(code_of([&] { (void)h.by(day); }) == static_cast<int>(errc::invalid_date));
        CHECK(code_of([&] { (void)h.window(day); }) == static_cast<int>(errc::invalid_date));
    }
}

TEST_CASE("view: an interval or days with gaps are no one day", "[view]") {
    const history h = small_world();
    for (const char* day : {"2001/2003", "[2001,2003]", "2001-XX-15", "[..2001]", "../2001"}) {
        INFO(day);
        CHECK(code_of([&] { (void)h.at(day); }) == refused);
        CHECK(code_of([&] { (void)h.by(day); }) == refused);
    }
    CHECK(h.at("200X").describe() == "at 200X");
}

TEST_CASE("view: a window takes two dates, or the days of one", "[view]") {
    const history h = small_world();
    const auto seen = [&h](const view& v) { return ids(v.nodes(kind::organ)); };
    CHECK(seen(h.window("2003", "2004-06-17")) == "rats ");
    CHECK(seen(h.window("2003", "2004-06-16")).empty());
    CHECK(seen(h.window("2003/2004")) == "rats ");
    CHECK(seen(h.window("2003/..")) == "rats ");
    CHECK(seen(h.window("..", "2003")).empty());
    CHECK(seen(h.window("2003", "..")) == "rats ");
}

TEST_CASE("view: a window that begins or ends in a year too far off to count lies on its own side",
          "[view]") {
    const history h = small_world();
    const auto seen = [&h](const view& v) { return ids(v.nodes(kind::event)); };
    CHECK(seen(h.window("Y99999999999999999", "..")).empty());
    CHECK(seen(h.window("..", "Y99999999999999999")) == "summit ");
    CHECK(seen(h.window("Y-99999999999999999999", "..")) == "summit ");
    CHECK(seen(h.window("..", "Y-99999999999999999999")).empty());
    CHECK(seen(h.window("Y99999999999999999/..")).empty());
    CHECK(ids(h.window("Y99999999999999999", "..").certain().nodes()) == "sco rats ");
}

TEST_CASE("view: a year too far off to count is no day to look at", "[view]") {
    const history h = small_world();
    for (const char* day : {"Y99999999999999999", "Y-99999999999999999999"}) {
        CHECK(code_of([&] { (void)h.at(day); }) == refused);
        CHECK(code_of([&] { (void)h.by(day); }) == refused);
    }
}

TEST_CASE("view: a window is one range of days, from the earlier to the later", "[view]") {
    const history h = small_world();
    CHECK(code_of([&] { (void)h.window("2004", "2003"); }) == refused);
    CHECK(code_of([&] { (void)h.window("[2001,2003]", "2004"); }) == refused);
    CHECK(code_of([&] { (void)h.window("2001/2003", "2004"); }) == refused);
    CHECK(code_of([&] { (void)h.window("[2001,2003]"); }) == refused);
    CHECK(code_of([&] { (void)h.window("2001-XX-15"); }) == refused);
    CHECK(h.window("2004", "2004").relation_count() == h.window("2004").relation_count());
}

TEST_CASE("view: a node or relation of another history is refused", "[view]") {
    const history h = small_world();
    const history other = small_world();
    const view v = h.all();
    CHECK(code_of([&] { (void)v.shows(other["china"]); }) == refused);
    CHECK(code_of([&] { (void)v.shows(other.relation(relation_id{0})); }) == refused);
    CHECK(code_of([&] { (void)v.out(other["china"]); }) == refused);
    CHECK(code_of([&] { (void)v.in(other["china"], relation_type::member_of); }) == refused);
    CHECK(code_of([&] { (void)v.period_of(other["china"]); }) == refused);
    CHECK(code_of([&] { (void)v.disputed(other["china"]); }) == refused);
}

TEST_CASE("view: counts certain ones among the possible", "[view]") {
    const history h = small_world();
    CHECK(h.at("2006-06-10").relation_count() == count{2, 3});
    CHECK(h.at("2006-06-10").certain().relation_count() == count{2, 2});
    CHECK(h.at("2006-06-10").node_count() == count{2, 4});
}

TEST_CASE("view: of an undated state nothing is certain at a day", "[view]") {
    const history h = small_world();
    CHECK(h.at("2006").shows(h["china"]) == truth::possible);
    CHECK(h.all().shows(h["china"]) == truth::certain);
}

TEST_CASE("view: says in one line what it shows", "[view]") {
    const history h = small_world();
    CHECK(h.at("2006-06").kinds({kind::proposal}).describe() == "at 2006-06, kinds proposal");
    CHECK(h.by("2006").types({relation_type::member_of}).certain().describe() ==
          "by 2006, types member-of, certain");
    CHECK(h.window("2001", "..").modalities({modality::planned, modality::alleged}).describe() ==
          "in 2001/.., stated as planned alleged");
}

TEST_CASE("view: what is said of time holds at its first and last day", "[view]") {
    const history h = small_world();
    const relation in_summit = h.relation(relation_id{2});
    CHECK(h.at("2006-06-01").shows(in_summit) == truth::possible);
    CHECK(h.at("2006-05-31").shows(in_summit) == truth::no);
    CHECK(h.at("2006-06-30").shows(in_summit) == truth::possible);
    CHECK(h.at("2006-07-01").shows(in_summit) == truth::no);
    CHECK(h.by("2006-06-29").shows(in_summit) == truth::possible);
    CHECK(h.by("2006-06-30").shows(in_summit) == truth::certain);
    CHECK(h.window("2006-06").shows(in_summit) == truth::certain);
    CHECK(h.window("2006-06-02", "2006-06-30").shows(in_summit) == truth::possible);
}

TEST_CASE("view: what ends before it begins is shown on no day", "[view]") {
    builder b;
    b.set_period(b.add_node("n", kind::state), period_record::of("2005/2001"));
    const history h = std::move(b).build();
    CHECK(h.at("2003").shows(h["n"]) == truth::no);
    CHECK(h.by("2010").shows(h["n"]) == truth::no);
    CHECK(h.window("1990", "2010").shows(h["n"]) == truth::no);
    CHECK(h.window("..", "..").shows(h["n"]) == truth::no);
}

TEST_CASE("view: what may be on days that are not one range is asked of all ways at once", "[view]") {
    builder b;
    const node_id early = b.add_node("early", kind::state);
    b.set_period(early, period_record::of("[1901,1905]/1906"));
    const node_id late = b.add_node("late", kind::state);
    b.set_period(late, period_record::of("[1908,1912]/.."));
    const relation_id never = b.add_relation(early, relation_type::allied_with, late);
    b.set_period(never, period_record::of("[1900,1903]/.."));
    const node_id always = b.add_node("always", kind::state);
    const relation_id each_december = b.add_relation(always, relation_type::allied_with, late);
    b.set_period(each_december, period_record::of("19XX-12-XX/.."));
    const history h = std::move(b).build();
    CHECK(h.window("1900", "1920").shows(h.relation(never)) == truth::no);
    CHECK(h.at("1907-06-01").shows(h.relation(never)) == truth::no);
    CHECK(h.at("1908-06-01").shows(h.relation(each_december)) == truth::possible);
    CHECK(h.at("1999-12-31").shows(h.relation(each_december)) == truth::certain);
    CHECK(h.window("1999-12-01", "2005").shows(h.relation(each_december)) == truth::certain);
    CHECK(h.window("1900", "1999-12-30").shows(h.relation(each_december)) == truth::possible);
}

TEST_CASE("view: what sources only deny is not there, what some deny is never certain", "[view]") {
    builder b;
    const source_id s = source_of(b, "s");
    const node_id denied = b.add_node("denied", kind::state);
    const node_id doubted = b.add_node("doubted", kind::state);
    const node_id plain = b.add_node("plain", kind::state);
    b.add_statement(denied, denies(s));
    b.add_statement(doubted, denies(s));
    b.add_statement(doubted, says(source_of(b, "t"), "2001-01-01/2005-12-31"));
    const relation_id to_denied = b.add_relation(plain, relation_type::contradicts, denied);
    const relation_id to_doubted = b.add_relation(plain, relation_type::contradicts, doubted);
    const history h = std::move(b).build();
    CHECK(h.all().shows(h.node(denied)) == truth::no);
    CHECK(h.all().shows(h.node(doubted)) == truth::possible);
    CHECK(h.at("2003").shows(h.node(doubted)) == truth::possible);
    CHECK(h.at("2007").shows(h.node(doubted)) == truth::no);
    CHECK(h.all().shows(h.relation(to_denied)) == truth::no);
    CHECK(h.at("2003").shows(h.relation(to_doubted)) == truth::possible);
    CHECK(h.at("2003").relation_count() == count{0, 1});
}

TEST_CASE("view: of what a source gives no more than a value, the data itself says that it is there",
          "[view]") {
    builder b;
    const node_id n = b.add_node("china", kind::state);
    attribute_record name = text_value(attribute_type::name, "China", "en");
    name.stated = {says(source_of(b, "register"))};
    b.add_attribute(n, name);
    const history h = std::move(b).build();
    CHECK(h.all().shows(h["china"]) == truth::certain);
    CHECK(h.all().node_count() == count{1, 1});
    CHECK(h.all().sources({"register"}).shows(h["china"]) == truth::no);
}

TEST_CASE("view: kinds and types of another schema are refused", "[view]") {
    const history h = small_world();
    const int unknown = static_cast<int>(errc::unknown_id);
    CHECK(code_of([&] { (void)h.all().kinds({kind{}}); }) == unknown);
    CHECK(code_of([&] { (void)h.all().types({relation_type{}}); }) == unknown);
    CHECK(code_of([&] { (void)h.all().nodes(kind{}); }) == unknown);
}
