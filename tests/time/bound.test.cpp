#include "catch.hpp"

#include <comity/time/bound.hpp>

#include <sstream>

using comity::bound;

TEST_CASE("bound: keeps a day, open, unknown and overflow apart", "[time]") {
    CHECK(bound::at(comity::day(0)).is_day());
    CHECK(bound::open() != bound::unknown());
    CHECK(bound::overflow(true) != bound::overflow(false));
    CHECK(bound::at(comity::day(0)) != bound::open());
}

TEST_CASE("bound: prints the day or the reason why there is none", "[time]") {
    std::ostringstream out;
    out << bound::at(comity::day(0)) << ' ' << bound::open() << ' ' << bound::unknown() << ' '
        << bound::overflow(false);
    CHECK(out.str() == "1970-01-01 open unknown overflow");
}
