#include "catch.hpp"

#include <comity/schema/attribute_type.hpp>

#include <concepts>
#include <unordered_set>

using comity::attribute_type;

static_assert(std::regular<attribute_type>);
static_assert(sizeof(attribute_type) == 2);

TEST_CASE("attribute_type: constants differ and hash", "[schema]") {
    const std::unordered_set<attribute_type> types{attribute_type::name, attribute_type::value};
    CHECK(types.size() == 2);
    CHECK(attribute_type(to_index(attribute_type::status)) == attribute_type::status);
}
