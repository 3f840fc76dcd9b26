#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/series.hpp>

#include <array>

using namespace comity;

namespace {

std::string who(const occurrence& o) {
    std::string text;
    for (const participation& p : o.participants)
        text += (text.empty() ? "" : " ") + std::string(p.who.id()) + (is_certain(p.truth) ? "!" : "?");
    return text;
}

history exercises() {
    maker m;
    m.node("second", kind::exercise, "2017");
    const node_id first = m.node("first", kind::exercise, "2015-10-14");
    m.attribute(first, attribute_type::ordinal, 1.0);
    m.node("undated", kind::exercise);
    m.node("host", kind::state);
    m.node("late", kind::state);
    m.node("union", kind::organisation, "2001/..");
    m.node("all", kind::bloc, "2001/..");
    m.relation("all", relation_type::drawn_from, "union");
    m.relation("host", relation_type::member_of, "union", "2001/..");
    m.relation("late", relation_type::member_of, "union", "2017-06-09/..");
    m.relation("host", relation_type::hosted, "first", "2015-10-14");
    m.relation("all", relation_type::participated_in, "first", "2015-10-14");
    m.relation("all", relation_type::participated_in, "second", "2017");
    return m.made();
}

} // namespace

TEST_CASE("series: events in order with the days between them", "[analysis]") {
    const history h = exercises();
    const auto found = series(h.all(), kind::exercise);
    REQUIRE(found.size() == 3);
    CHECK(found[0].event.id() == "first");
    CHECK(found[1].event.id() == "second");
    CHECK(found[2].event.id() == "undated");
    CHECK_FALSE(found[0].gap.has_value());
    CHECK(found[1].gap->to_string() == "[445, 809]");
    CHECK(found[2].gap->to_string() == "[.., ..]");
    CHECK(found[0].ordinal->number_value() == 1);
    CHECK(found[0].hosts.size() == 1);
}

TEST_CASE("series: blocs are expanded on the day of the event", "[analysis]") {
    const history h = exercises();
    const auto found = series(h.all(), kind::exercise);
    CHECK(who(found[0]) == "all! host!");
    CHECK(found[0].named == count{1, 1});
    CHECK(who(found[1]) == "all! host! late?"); // on which day of 2017 is not known
    CHECK(found[1].named == count{1, 2});
    CHECK(found[1].participants[1].by.size() == 3);
}

TEST_CASE("series: takes chosen events, and a view that looks at another time", "[analysis]") {
    const history h = exercises();
    const std::array some{h["second"], h["first"]};
    CHECK(series(h.all(), some)[0].event.id() == "first");
    const auto in_2017 = series(h.all().window("2017"), some);
    REQUIRE(in_2017.size() == 1);
    CHECK(who(in_2017[0]) == "all! host! late?");
}

TEST_CASE("series: the three exercises of the SCO", "[analysis][sco]") {
    const auto found = series(article(), sco().schema().kind_named("cyber-exercise"));
    REQUIRE(found.size() == 3);
    CHECK(found[0].when.text == "2015-10-14");
    CHECK(found[1].when.text == "2017-12-06");
    CHECK(found[2].when.text == "2019-12-12");
    CHECK(found[1].gap->to_string() == "[784, 784]");
    CHECK(found[2].gap->to_string() == "[736, 736]");
    for (const occurrence& o : found) {
        REQUIRE(o.hosts.size() == 1);
        CHECK(o.hosts[0].from().id() == "china");
        CHECK(o.hosts[0].inferred()); // the article says that Xiamen lies in China
        CHECK(o.places[0].to().id() == "xiamen");
    }
    CHECK(found[0].named == count{0, 0}); // only "competent authorities" took part in 2015
    CHECK(who(found[0]) == "cybercrime-authorities!");
    CHECK(found[1].named == count{4, 5});
    CHECK(found[1].stated_counts[0].number_value() == 8);
    CHECK(found[2].named == count{4, 5});
}
