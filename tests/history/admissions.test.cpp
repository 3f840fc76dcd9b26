// What is remembered of pairs of kinds against what the schema says.

#include "history/admissions.hpp"

#include "catch.hpp"

#include <random>

using namespace comity;

TEST_CASE("admissions: are those of the schema, asked once or again", "[history]") {
    const schema s;
    std::mt19937 random(1);
    detail::admissions admitted(s);
    std::vector<std::tuple<relation_type, kind, kind>> asked;
    for (int i = 0; i < 20'000; ++i) { // more than are remembered
        const auto number = [&](std::size_t limit) { return static_cast<std::uint16_t>(random() % limit); };
        const relation_type type(number(s.relation_types().size()));
        const kind from(number(s.kinds().size())), to(number(s.kinds().size()));
        asked.emplace_back(type, from, to);
        const auto& [t, a, b] = asked[random() % asked.size()];
        REQUIRE(admitted(type, from, to) == s.admits(type, from, to));
        REQUIRE(admitted(t, a, b) == s.admits(t, a, b));
    }
}

TEST_CASE("admissions: what is not of the schema is refused elsewhere", "[history]") {
    const schema s;
    detail::admissions admitted(s);
    CHECK(admitted(relation_type(60'000), kind::state, kind::state));
    CHECK(admitted(relation_type::member_of, kind(60'000), kind::state));
    CHECK_FALSE(admitted(relation_type::member_of, kind::place, kind::place));
}
