#include "catch.hpp"

#include <comity/time/boost_date.hpp>

using comity::day;

TEST_CASE("boost_date: goes both ways within the years that Boost knows", "[time]") {
    const day d = *day::from_civil(2006, 6, 15);
    const auto there = comity::to_boost(d);
    REQUIRE(there);
    CHECK(*there == boost::gregorian::date(2006, 6, 15));
    CHECK(comity::from_boost(*there) == d);
    CHECK(comity::to_boost(*day::from_civil(1400, 1, 1)));
    CHECK(comity::to_boost(*day::from_civil(9999, 12, 31)));
}

TEST_CASE("boost_date: is nothing outside those years, and never throws", "[time]") {
    CHECK_FALSE(comity::to_boost(*day::from_civil(1399, 12, 31)));
    CHECK_FALSE(comity::to_boost(*day::from_civil(10000, 1, 1)));
    CHECK_FALSE(comity::to_boost(comity::first_day));
    CHECK_FALSE(comity::to_boost(comity::last_day));
}

TEST_CASE("boost_date: the special values of Boost are no day", "[time]") {
    CHECK_FALSE(comity::from_boost(boost::gregorian::date(boost::gregorian::not_a_date_time)));
    CHECK_FALSE(comity::from_boost(boost::gregorian::date(boost::gregorian::pos_infin)));
    CHECK_FALSE(comity::from_boost(boost::gregorian::date(boost::gregorian::neg_infin)));
}
