#include "catch.hpp"

#include <comity/time/truth.hpp>

#include <array>
#include <sstream>

using comity::truth;

namespace {
constexpr std::array all{truth::no, truth::possible, truth::certain};
}

TEST_CASE("truth: and is the weaker, or the stronger", "[time]") {
    for (const truth a : all)
        for (const truth b : all) {
            CHECK((a & b) == (a < b ? a : b));
            CHECK((a | b) == (a < b ? b : a));
        }
}

TEST_CASE("truth: negation swaps the ends and leaves what is possible", "[time]") {
    CHECK((!truth::no) == truth::certain);
    CHECK((!truth::possible) == truth::possible);
    CHECK((!truth::certain) == truth::no);
}

TEST_CASE("truth: De Morgan holds", "[time]") {
    for (const truth a : all)
        for (const truth b : all) CHECK((!(a & b)) == (!a | !b));
}

TEST_CASE("truth: what is certain is possible", "[time]") {
    CHECK(comity::truth_of(false, false) == truth::no);
    CHECK(comity::truth_of(true, false) == truth::possible);
    CHECK(comity::truth_of(true, true) == truth::certain);
    CHECK(comity::truth_of(false, true) == truth::no);
    CHECK(comity::is_possible(truth::certain));
    CHECK_FALSE(comity::is_certain(truth::possible));
}

TEST_CASE("truth: is usable in constant expressions", "[time]") {
    STATIC_REQUIRE((!(truth::no | truth::possible) & truth::certain) == truth::possible);
}

TEST_CASE("truth: prints its name", "[time]") {
    std::ostringstream out;
    out << truth::no << ' ' << truth::possible << ' ' << truth::certain;
    CHECK(out.str() == "no possible certain");
}
