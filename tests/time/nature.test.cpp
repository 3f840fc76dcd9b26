#include "catch.hpp"

#include <comity/time/nature.hpp>

#include <sstream>

using comity::nature;

TEST_CASE("nature: names round-trip", "[time]") {
    for (const nature n : {nature::act, nature::state, nature::timeless})
        CHECK(comity::nature_from(comity::to_string(n)) == n);
}

TEST_CASE("nature: an unknown name is nothing", "[time]") {
    CHECK_FALSE(comity::nature_from("Act"));
}

TEST_CASE("nature: prints its name", "[time]") {
    std::ostringstream out;
    out << nature::timeless;
    CHECK(out.str() == "timeless");
}
