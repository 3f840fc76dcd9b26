#include "catch.hpp"

#include <comity/schema/definitions.hpp>

using namespace comity;

TEST_CASE("relation_flags: join and test as sets", "[schema]") {
    constexpr relation_flags both = relation_flags::transitive | relation_flags::acyclic;
    STATIC_REQUIRE(has(both, relation_flags::acyclic));
    STATIC_REQUIRE(has(both, both));
    STATIC_REQUIRE(has(both, relation_flags::none));
    STATIC_REQUIRE_FALSE(has(relation_flags::acyclic, both));
    STATIC_REQUIRE_FALSE(has(both, relation_flags::symmetric));
}

TEST_CASE("relation_flags: names in data lead back to the flag", "[schema]") {
    for (const auto& [flag, name] : relation_flag_names) CHECK(relation_flag_from(name) == flag);
    CHECK_FALSE(relation_flag_from("none"));
    CHECK_FALSE(relation_flag_from("reflexive"));
}

TEST_CASE("value_type: names in data lead back to the type", "[schema]") {
    for (const value_type t : {value_type::text, value_type::number, value_type::date, value_type::flag})
        CHECK(value_type_from(to_string(t)) == t);
    CHECK_FALSE(value_type_from("integer"));
}
