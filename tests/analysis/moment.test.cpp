#include "catch.hpp"

#include <comity/analysis/moment.hpp>
#include <comity/history/builder.hpp>
#include <comity/view/view.hpp>

using namespace comity;

namespace {

history dated(std::initializer_list<std::pair<const char*, const char*>> texts) {
    builder b;
    for (const auto& [id, period] : texts) {
        const node_id n = b.add_node(id, kind::statement);
        if (*period != '\0') b.set_period(n, period_record::of(period));
    }
    return std::move(b).build();
}

} // namespace

TEST_CASE("moment: keeps the words of the source and the days they leave open", "[analysis]") {
    const history h =
        dated({{"a", "2006-06-15/.."}, {"b", "2007/.."}, {"c", "[..2015-12-31]/.."}, {"d", ""}});
    CHECK(begin_of(h.all(), h["a"]).text == "2006-06-15");
    CHECK(begin_of(h.all(), h["a"]).earliest == begin_of(h.all(), h["a"]).latest);
    CHECK(begin_of(h.all(), h["b"]).text == "2007");
    CHECK(begin_of(h.all(), h["b"]).latest.to_string() == "2007-12-31");
    CHECK(begin_of(h.all(), h["c"]).earliest.kind == bound_kind::open);
    CHECK(begin_of(h.all(), h["c"]).latest.to_string() == "2015-12-31");
    CHECK_FALSE(begin_of(h.all(), h["d"]).known());
    CHECK(end_of(h.all(), h["a"]).text == "..");
    CHECK_FALSE(end_of(h.all(), h["d"]).known());
}

TEST_CASE("moment: lags are ranges, and unbounded where a day is not bounded", "[analysis]") {
    const history h =
        dated({{"a", "2006-06-15/.."}, {"b", "2007/.."}, {"c", "[..2015-12-31]/.."}, {"d", ""}});
    CHECK(days_between(begin_of(h.all(), h["a"]), begin_of(h.all(), h["b"])).to_string() == "[200, 564]");
    CHECK(days_between(begin_of(h.all(), h["a"]), begin_of(h.all(), h["c"])).to_string() == "[.., 3486]");
    CHECK(days_between(begin_of(h.all(), h["a"]), begin_of(h.all(), h["d"])).to_string() == "[.., ..]");
    CHECK(before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["b"])) == truth::certain);
    CHECK(before(begin_of(h.all(), h["b"]), begin_of(h.all(), h["a"])) == truth::no);
    CHECK(before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["d"])) == truth::possible);
    CHECK(before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["c"])) == truth::possible);
}

TEST_CASE("moment: a marked date keeps its days and makes nothing certain", "[analysis]") {
    const history h = dated({{"a", "2006~/.."}, {"b", "2010/.."}});
    CHECK(begin_of(h.all(), h["a"]).latest.to_string() == "2006-12-31");
    CHECK(begin_of(h.all(), h["a"]).doubted);
    CHECK(before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["b"])) == truth::possible);
    CHECK(days_between(begin_of(h.all(), h["a"]), begin_of(h.all(), h["b"])).to_string() == "[1097, 1825]");
}

TEST_CASE("moment: days beyond those of columns are as far apart as their words say", "[analysis]") {
    const history h = dated({{"a", "Y10000000/.."},
                             {"b", "Y20000000/.."},
                             {"c", "Y-10000000/.."},
                             {"d", "Y-20000000/.."},
                             {"e", "Y1E30/.."}});
    CHECK(before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["b"])) == truth::certain);
    CHECK(before(begin_of(h.all(), h["d"]), begin_of(h.all(), h["c"])) == truth::certain);
    CHECK(before(begin_of(h.all(), h["c"]), begin_of(h.all(), h["d"])) == truth::no);
    CHECK(begin_of(h.all(), h["a"]).latest.to_string() == "10000000-12-31");
    CHECK(begin_of(h.all(), h["e"]).earliest.kind == bound_kind::overflow);
    CHECK_FALSE(days_between(begin_of(h.all(), h["b"]), begin_of(h.all(), h["e"])).exact());
}

TEST_CASE("moment: listings put open begins first and unknown ones last", "[analysis]") {
    const history h =
        dated({{"a", "2006-06-15/.."}, {"b", "2006/.."}, {"c", "[..2015-12-31]/.."}, {"d", ""}});
    CHECK(listed_before(begin_of(h.all(), h["c"]), begin_of(h.all(), h["b"])));
    CHECK(listed_before(begin_of(h.all(), h["b"]), begin_of(h.all(), h["a"])));
    CHECK(listed_before(begin_of(h.all(), h["a"]), begin_of(h.all(), h["d"])));
    CHECK_FALSE(listed_before(begin_of(h.all(), h["d"]), begin_of(h.all(), h["c"])));
}

TEST_CASE("moment: what lasts as long as its ends came about with the one that says it", "[analysis]") {
    builder b;
    const node_id text = b.add_node("text", kind::statement);
    b.set_period(text, period_record::of("2006/.."));
    const node_id other = b.add_node("other", kind::statement);
    const relation_id own = b.add_relation(text, relation_type::cites, other);
    const node_id who = b.add_node("who", kind::state);
    const relation_id act = b.add_relation(who, relation_type::submitted, text);
    b.set_period(act, period_record::of("2007"));
    const history h = std::move(b).build();
    CHECK(came_about(h.all(), h.relation(own)).text == "2006");
    CHECK(came_about(h.all(), h.relation(act)).text == "2007");
}
