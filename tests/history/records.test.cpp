#include "catch.hpp"

#include <comity/history/records.hpp>

#include <optional>
#include <string>

using namespace comity;

TEST_CASE("number_bound: every name is read back as the bound that it names", "[history]") {
    for (const auto b : {number_bound::exact, number_bound::at_least, number_bound::at_most,
                         number_bound::more_than, number_bound::less_than, number_bound::about})
        CHECK(number_bound_of(to_string(b)) == b);
    CHECK(to_string(number_bound::at_least) == "at-least");
    CHECK_FALSE(number_bound_of("at least"));
}

TEST_CASE("period_record: one date is a begin without an end", "[history]") {
    const period_record p = period_record::of("2001-06-15");
    CHECK(p.begin == "2001-06-15");
    CHECK_FALSE(p.end);
}

TEST_CASE("period_record: a solidus parts begin and end", "[history]") {
    const period_record p = period_record::of("2001/2010-05");
    CHECK(p.begin == "2001");
    CHECK(p.end == "2010-05");
}

TEST_CASE("period_record: open and unknown parts stay what they are", "[history]") {
    CHECK(period_record::of("2001/..").end == "..");
    CHECK(period_record::of("2001/").end == "");
    CHECK(period_record::of("../2001").begin == "..");
    CHECK(period_record::of("/2001").begin == "");
    CHECK(period_record::of("").begin == "");
}

TEST_CASE("period_record: empty only without any part", "[history]") {
    CHECK(period_record().empty());
    CHECK_FALSE(period_record::of("").empty());
    CHECK_FALSE(period_record{std::nullopt, "2001"}.empty());
}

TEST_CASE("records: start out reported, asserted and exact", "[history]") {
    const statement_record s;
    CHECK(s.modality == modality::reported);
    CHECK_FALSE(s.denies);
    CHECK(s.period.empty());
    CHECK(attribute_record{attribute_type::ordinal, 6.0}.bound == number_bound::exact);
}
