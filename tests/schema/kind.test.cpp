#include "catch.hpp"

#include <comity/schema/kind.hpp>

#include <concepts>
#include <type_traits>
#include <unordered_set>

using comity::kind;

static_assert(std::regular<kind>);
static_assert(std::totally_ordered<kind>);
static_assert(std::is_trivially_copyable_v<kind>);
static_assert(sizeof(kind) == 2);
static_assert(!std::is_convertible_v<int, kind>);
static_assert(to_index(kind::actor) == 0, "the constants are known at compile time");

TEST_CASE("kind: constants differ and hash", "[schema]") {
    const std::unordered_set<kind> kinds{kind::actor, kind::summit, kind::summit};
    CHECK(kinds.size() == 2);
    CHECK(kinds.count(kind::summit) == 1);
}

TEST_CASE("kind: a default-made one names nothing", "[schema]") {
    CHECK(kind{} == kind{});
    CHECK(kind{} != kind::actor);
}

TEST_CASE("kind: a number read back is the same kind", "[schema]") {
    CHECK(kind(to_index(kind::working_group)) == kind::working_group);
}
