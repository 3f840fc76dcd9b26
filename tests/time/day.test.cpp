#include "catch.hpp"

#include <comity/error.hpp>
#include <comity/time/day.hpp>

#include <limits>
#include <random>
#include <sstream>

using comity::civil_date;
using comity::day;

namespace {

constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();

bool leap(std::int64_t y) {
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

unsigned length(std::int64_t y, unsigned m) {
    constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return m == 2 && leap(y) ? 29 : lengths[m - 1];
}

} // namespace

TEST_CASE("day: counts from 1970-01-01", "[time]") {
    CHECK(day().count() == 0);
    CHECK(day::from_civil(1970, 1, 1) == day(0));
    CHECK(day::from_civil(1969, 12, 31) == day(-1));
    CHECK(day::from_civil(2000, 3, 1) == day(11017));
    CHECK(day::from_civil(0, 1, 1) == day(-719528));
    CHECK(day::from_civil(-1, 12, 31) == day(-719529));
}

TEST_CASE("day: walks the calendar day by day through eras and leap years", "[time]") {
    for (const std::int64_t start : {-4001, -401, -1, 1399, 1899, 1969, 9998, 123456788}) {
        day expected = *day::from_civil(start, 1, 1);
        std::int64_t wrong = 0;
        for (std::int64_t y = start; y < start + 9; ++y)
            for (unsigned m = 1; m <= 12; ++m)
                for (unsigned d = 1; d <= length(y, m); ++d) {
                    wrong += day::from_civil(y, m, d) != expected;
                    wrong += expected.civil() != civil_date{y, m, d};
                    expected = expected + 1;
                }
        CHECK(wrong == 0);
    }
}

TEST_CASE("day: refuses days that are not in the calendar", "[time]") {
    CHECK_FALSE(day::from_civil(1900, 2, 29));
    CHECK_FALSE(day::from_civil(2023, 2, 29));
    CHECK_FALSE(day::from_civil(2023, 0, 1));
    CHECK_FALSE(day::from_civil(2023, 13, 1));
    CHECK_FALSE(day::from_civil(2023, 4, 31));
    CHECK_FALSE(day::from_civil(2023, 4, 0));
    CHECK(day::from_civil(0, 2, 29));
    CHECK(day::from_civil(-4, 2, 29));
}

TEST_CASE("day: reaches the first and the last count of 64 bits and no further", "[time]") {
    for (const std::int64_t n :
         {int64_min, int64_min + 1, int64_min + 146'097, int64_max - 146'097, int64_max - 1, int64_max}) {
        const civil_date c = day(n).civil();
        CHECK(day::from_civil(c.year, c.month, c.day) == day(n));
    }
    const civil_date last = comity::last_day.civil();
    CHECK_FALSE(day::from_civil(last.year + 1, last.month, last.day));
    const civil_date first = comity::first_day.civil();
    CHECK_FALSE(day::from_civil(first.year - 1, first.month, first.day));
    CHECK_FALSE(day::from_civil(int64_max, 1, 1));
    CHECK_FALSE(day::from_civil(int64_min, 12, 31));
}

TEST_CASE("day: any count survives the way to the calendar and back", "[time]") {
    std::mt19937_64 random(20060615);
    std::int64_t wrong = 0;
    for (int i = 0; i < 100'000; ++i) {
        const day d(static_cast<std::int64_t>(random()) >> (random() % 64));
        const civil_date c = d.civil();
        wrong += day::from_civil(c.year, c.month, c.day) != d;
    }
    CHECK(wrong == 0);
}

TEST_CASE("day: arithmetic that leaves 64 bits throws", "[time]") {
    CHECK((day(5) + -7) == day(-2));
    CHECK((day(5) - 7) == day(-2));
    CHECK((day(5) - day(-7)) == 12);
    CHECK_THROWS_AS(comity::last_day + 1, comity::error);
    CHECK_THROWS_AS(comity::first_day + -1, comity::error);
    CHECK_THROWS_AS(comity::first_day - 1, comity::error);
    CHECK_THROWS_AS(day(0) - int64_min, comity::error);
    CHECK_THROWS_AS(comity::last_day - comity::first_day, comity::error);
    CHECK((day(-1) - int64_min) == comity::last_day);
}

TEST_CASE("day: knows the lengths of months and leap years", "[time]") {
    CHECK(comity::days_in_month(2024, 2) == 29);
    CHECK(comity::days_in_month(-100, 2) == 28);
    CHECK(comity::days_in_month(int64_max, 1) == 31);
    CHECK(comity::days_in_month(int64_min, 12) == 31);
    CHECK(comity::days_in_month(2024, 0) == 0);
    CHECK(comity::days_in_month(2024, 13) == 0);
    std::int64_t wrong = 0;
    for (std::int64_t y = -2000; y < 12'000; ++y) wrong += comity::is_leap_year(y) != leap(y);
    CHECK(wrong == 0);
}

TEST_CASE("day: is written as an ISO date with astronomical years", "[time]") {
    CHECK(day::from_civil(2006, 6, 15)->to_string() == "2006-06-15");
    CHECK(day::from_civil(-44, 3, 15)->to_string() == "-0044-03-15");
    CHECK(day::from_civil(0, 1, 1)->to_string() == "0000-01-01");
    CHECK(day::from_civil(12345, 3, 15)->to_string() == "12345-03-15");
    CHECK(day::from_civil(-12345, 3, 15)->to_string() == "-12345-03-15");
    std::ostringstream out;
    out << day(-1);
    CHECK(out.str() == "1969-12-31");
}
