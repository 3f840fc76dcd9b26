#include <comity/view/counts.hpp>

#include "catch.hpp"
#include "support/crowded.hpp"

#include <random>

using namespace comity;

namespace {

void check_against_views(const view& v, const std::vector<day>& days) {
    const std::vector<count> at = relation_counts_at(v, days), by = relation_counts_by(v, days);
    REQUIRE(at.size() == days.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
        REQUIRE(at[i] == v.at(days[i], days[i]).relation_count());
        REQUIRE(by[i] == v.by(days[i], days[i]).relation_count());
    }
}

} // namespace

TEST_CASE("counts: many days at once are as each alone", "[view]") {
    for (const bool precise : {true, false}) {
        std::mt19937 random(5);
        const history h = test::crowded(random, precise);
        std::vector<day> days;
        for (int i = 0; i < 60; ++i) days.push_back(day(9'900) + static_cast<std::int64_t>(random() % 2300));
        check_against_views(h.all(), days);
        check_against_views(h.all().types({relation_type::founded}), days);
        check_against_views(h.all().types({relation_type::founded, relation_type::affiliated_with}), days);
        check_against_views(h.all().types({relation_type::member_of}), days);
        check_against_views(h.all().kinds({kind::state}).certain(), days);
        check_against_views(h.all().sources({"two"}).types({relation_type::founded}), days);
    }
}

TEST_CASE("counts: a view that looks at days already is refused", "[view]") {
    std::mt19937 random(5);
    const history h = test::crowded(random, true);
    CHECK_THROWS_AS(relation_counts_at(h.at("2000"), {}), error);
    CHECK(relation_counts_by(h.all(), {}).empty());
}
