// How statements about one slot are resolved, which is private to the library.

#include "catch.hpp"
#include "support/print.hpp"

#include "history/slots.hpp"

#include <algorithm>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

claim on(day32 first, day32 last) {
    return {{{first, last}}, false};
}
claim about(day32 first, day32 last) {
    return {{{first, last}}, true};
}
claim one_of(std::vector<run> days) {
    return {std::move(days), false};
}

std::vector<bounds> act(const std::vector<claim>& day, day32 not_after = unbounded_above) {
    return combine(resolve(day), verdict(), {nature::act, not_after});
}
std::vector<bounds> state(const std::vector<claim>& begin, const std::vector<claim>& end) {
    return combine(resolve(begin), resolve(end), {});
}

using list = std::vector<bounds>;

} // namespace

TEST_CASE("resolve: nobody's claim leaves nothing", "[history]") {
    const verdict v = resolve({});
    CHECK(v.empty());
    CHECK_FALSE(v.disputed());
}

TEST_CASE("resolve: compatible claims are intersected", "[history]") {
    CHECK(act({on(10, 40), on(20, 20)}) == list{bounds::one_day_of(20, 20)});
    CHECK(act({on(10, 30), on(20, 40)}) == list{bounds::one_day_of(20, 30)});
    CHECK_FALSE(resolve(std::vector{on(10, 40), on(20, 20)}).disputed());
}

TEST_CASE("resolve: claims that leave no day are disputed and stand side by side", "[history]") {
    CHECK(resolve(std::vector{on(10, 20), on(30, 40)}).disputed());
    CHECK(act({on(10, 20), on(30, 40)}) == list{bounds::one_day_of(10, 20), bounds::one_day_of(30, 40)});
}

TEST_CASE("resolve: each largest set of claims that agree is one side of a dispute", "[history]") {
    // The second agrees with either neighbour, the first and the third do not agree.
    CHECK(act({on(10, 20), on(18, 32), on(30, 40)}) ==
          list{bounds::one_day_of(18, 20), bounds::one_day_of(30, 32)});
}

TEST_CASE("resolve: does not depend on the order of the claims", "[history]") {
    std::vector<claim> claims{on(30, 40), on(10, 20), one_of({{5, 12}, {35, 50}}), about(0, 100)};
    const list first = act(claims);
    for (int i = 0; i < 4; ++i) {
        std::rotate(claims.begin(), claims.begin() + 1, claims.end());
        CHECK(act(claims) == first);
    }
}

TEST_CASE("resolve: the days of a set are alternatives without a dispute", "[history]") {
    CHECK_FALSE(resolve(std::vector{one_of({{10, 12}, {30, 32}})}).disputed());
    CHECK(act({one_of({{10, 12}, {30, 32}})}) ==
          list{bounds::one_day_of(10, 12), bounds::one_day_of(30, 32)});
}

TEST_CASE("resolve: a set and a range leave what both admit", "[history]") {
    CHECK(act({one_of({{10, 12}, {30, 32}, {50, 52}}), on(11, 40)}) ==
          list{bounds::one_day_of(11, 12), bounds::one_day_of(30, 32)});
}

TEST_CASE("resolve: a mark leaves the days possible and makes nothing certain", "[history]") {
    CHECK(act({about(10, 20)}) == list{{10, unbounded_above, unbounded_below, 20}});
}

TEST_CASE("resolve: an unmarked claim beside a marked one is what is certain", "[history]") {
    CHECK(act({about(15, 15), on(10, 20)}) == list{{15, 20, 10, 15}});
}

TEST_CASE("resolve: an unknown end does not compete with a known one", "[history]") {
    CHECK(state({on(1, 1)}, {on(unbounded_below, unbounded_above), on(9, 9)}) == list{bounds::exactly(1, 9)});
}

TEST_CASE("combine: a state without an end is possible ever after and certain never after its begin",
          "[history]") {
    CHECK(state({on(5, 7)}, {}) == list{{5, 7, 5, unbounded_above}});
}

TEST_CASE("combine: a state without a begin is possible ever before", "[history]") {
    CHECK(state({}, {on(5, 7)}) == list{{unbounded_below, 7, 5, 7}});
}

TEST_CASE("combine: an undated state is possible at any day", "[history]") {
    CHECK(state({}, {}) == list{bounds::perhaps()});
}

TEST_CASE("combine: an undated act lies not after its first source", "[history]") {
    CHECK(act({}, 100) == list{{unbounded_below, 100, unbounded_below, 100}});
    CHECK(act({}) == list{bounds::perhaps()});
}

TEST_CASE("combine: an act with an end lasts from its begin to it", "[history]") {
    CHECK(combine(resolve(std::vector{on(5, 5)}), resolve(std::vector{on(9, 9)}), {nature::act}) ==
          list{bounds::exactly(5, 9)});
}

TEST_CASE("combine: what is timeless lasts for ever unless it is dated", "[history]") {
    const bounds_context timeless{nature::timeless};
    CHECK(combine(verdict(), verdict(), timeless) == list{bounds::always()});
    CHECK(combine(resolve(std::vector{on(5, 6)}), verdict(), timeless) ==
          list{{5, 6, unbounded_above, unbounded_above}});
    CHECK(combine(verdict(), resolve(std::vector{on(5, 6)}), timeless) ==
          list{{unbounded_below, unbounded_below, 5, 6}});
}

TEST_CASE("combine: nothing ends before it begins, and that bounds what is certain", "[history]") {
    CHECK(state({on(5, 50)}, {on(2, 20)}) == list{{5, 20, 5, 20}});
}

TEST_CASE("combine: of one claim's days those go that the other slot excludes", "[history]") {
    CHECK(state({one_of({{10, 10}, {50, 50}})}, {on(30, 30)}) == list{bounds::exactly(10, 30)});
}

TEST_CASE("combine: of competing claims none goes", "[history]") {
    CHECK(state({on(10, 10), on(50, 50)}, {on(30, 30)}).size() == 2);
}

TEST_CASE("combine: the begin of one source goes with no end of another that lies before it", "[history]") {
    // One says 14, another 14 to 16, a third a time later on: nobody says that it began later and ended
    // on 14.
    const list all = state({on(14, 14), on(60, 90)}, {on(14, 14), on(16, 16), on(60, 90)});
    CHECK(std::none_of(all.begin(), all.end(), [](const bounds& b) { return b.inverted(); }));
    CHECK(all.size() == 4);
    CHECK(hull(all).b2 == 90); // begun for certain once the last of them says so
}

TEST_CASE("combine: an end that lies before every begin is not lost", "[history]") {
    const list all = state({on(10, 10), on(50, 50)}, {on(5, 5), on(60, 60)});
    CHECK(std::count_if(all.begin(), all.end(), [](const bounds& b) { return b.inverted(); }) == 2);
    CHECK(all.size() == 4);
}

TEST_CASE("combine: an end before the begin is kept as it is", "[history]") {
    const list all = state({on(9, 9)}, {on(5, 5)});
    REQUIRE(all.size() == 1);
    CHECK(all[0].b1 == 9);
    CHECK(all[0].e2 == 5);
    CHECK(all[0].inverted());
}

TEST_CASE("hull: reaches over all alternatives and is certain only where all are", "[history]") {
    const list all{{1, 4, 6, 9}, {2, 3, 7, 20}};
    CHECK(hull(all) == bounds{1, 4, 6, 20});
    CHECK(hull(std::vector{all[0]}) == all[0]);
}
