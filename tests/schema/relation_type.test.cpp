#include "catch.hpp"

#include <comity/schema/kind.hpp>
#include <comity/schema/relation_type.hpp>

#include <concepts>
#include <unordered_set>

using comity::relation_type;

static_assert(std::regular<relation_type>);
static_assert(sizeof(relation_type) == 2);
static_assert(!std::equality_comparable_with<relation_type, comity::kind>);
static_assert(!std::is_convertible_v<comity::kind, relation_type>);

TEST_CASE("relation_type: constants differ and hash", "[schema]") {
    const std::unordered_set<relation_type> types{relation_type::signed_, relation_type::implements};
    CHECK(types.size() == 2);
    CHECK(relation_type(to_index(relation_type::implements)) == relation_type::implements);
}
