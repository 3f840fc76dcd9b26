#include "analysis/maker.hpp"
#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/quantities.hpp>

#include <algorithm>

using namespace comity;

TEST_CASE("quantities: a row for each number, a trend without one stands alone", "[analysis]") {
    maker m;
    const node_id n = m.node("sites", kind::quantity, "2016/2017");
    m.attribute(n, attribute_type::value, 100000.0, "2016");
    m.attribute(n, attribute_type::value, 165000.0, "2017");
    m.node("growth", kind::trend, "2001/2021");
    m.node("reporter", kind::person);
    m.relation("reporter", relation_type::reports, "sites", "2018-05");
    const auto found = quantities(m.made().all());
    REQUIRE(found.size() == 3);
    CHECK(found[0].observation.id() == "growth");
    CHECK_FALSE(found[0].value.has_value());
    CHECK(found[1].value->number_value() == 100000);
    CHECK(found[1].value->to_string() == "100000");
    CHECK(found[2].value->number_value() == 165000);
    CHECK(found[2].reported_by.size() == 1);
    CHECK(found[2].from.text == "2016");
    CHECK(found[2].to.text == "2017");
}

TEST_CASE("quantities: what the director of the RATS told in 2018", "[analysis][sco]") {
    const auto found = quantities(article());
    const auto sites = std::find_if(found.begin(), found.end(),
                                    [](const quantity& q) { return q.observation.id() == "sites-blocked"; });
    REQUIRE(sites != found.end());
    CHECK(sites->value->to_string() == "more-than 100000 website");
    CHECK(sites->statements()[0].locator() == "1.2 p2");
    CHECK(sites->of[0].to().id() == "closing-terrorist-websites");
    CHECK(std::any_of(sites->reported_by.begin(), sites->reported_by.end(),
                      [](const relation& r) { return r.from().id() == "isoyev"; }));
    CHECK(std::any_of(found.begin(), found.end(), [](const quantity& q) {
        return q.value && q.value->to_string() == "more-than 4000000 item";
    }));
}
