#include "catch.hpp"

#include <comity/history/ids.hpp>

#include <concepts>
#include <type_traits>

using namespace comity;

TEST_CASE("to_index: gives the number as an array index", "[history]") {
    CHECK(to_index(node_id{7}) == 7u);
    CHECK(to_index(relation_id{0xffffffff}) == 0xffffffffu);
    STATIC_REQUIRE(std::is_same_v<decltype(to_index(source_id{})), std::size_t>);
}

TEST_CASE("ids: numbers of one table are not numbers of another", "[history]") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<node_id, relation_id>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<relation_id, node_id>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::uint32_t, node_id>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<node_id, std::uint32_t>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<source_id, subject>);
}

TEST_CASE("subject: knows whether it is a node or a relation", "[history]") {
    const subject n = node_id{3};
    const subject r = relation_id{3};
    CHECK_FALSE(n.is_relation());
    CHECK(n.as_node() == node_id{3});
    CHECK(r.is_relation());
    CHECK(r.as_relation() == relation_id{3});
    CHECK(n.number() == r.number());
}

TEST_CASE("subject: a node and a relation of the same number are two subjects", "[history]") {
    CHECK(subject(node_id{1}) == subject(node_id{1}));
    CHECK_FALSE(subject(node_id{1}) == subject(relation_id{1}));
    CHECK_FALSE(subject(node_id{1}) == subject(node_id{2}));
}
