#include "io/known_ids.hpp"

#include "catch.hpp"

#include <map>
#include <random>
#include <string>

using namespace comity;
using namespace comity::detail;

TEST_CASE("known_ids: finds what a map finds", "[io][property]") {
    std::mt19937 random(20240917);
    const auto any_id = [&random] {
        std::string id(random() % 30, 'a');
        for (char& c : id) c = static_cast<char>('a' + random() % 2);
        return id;
    };
    std::map<std::string, node_id> expected;
    known_ids ids;
    for (std::uint32_t n = 0; n < 5000; ++n)
        if (const std::string id = any_id(); expected.emplace(id, node_id{n}).second) ids.add(id, node_id{n});
    for (const auto& [id, node] : expected) CHECK(ids.find(id) == node);
    for (int i = 0; i < 5000; ++i) {
        const std::string id = any_id();
        const auto at = expected.find(id);
        CHECK(ids.find(id) == (at == expected.end() ? std::nullopt : std::optional(at->second)));
    }
}

TEST_CASE("known_ids: knows none before one was added", "[io]") {
    CHECK_FALSE(known_ids().find("a"));
    CHECK_FALSE(known_ids().find(""));
}
