#include "io/known_ids.hpp"

#include "catch.hpp"

#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

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
    std::vector<std::string> asked(5000);
    for (std::string& id : asked) id = any_id();
    const std::vector<std::string_view> texts(asked.begin(), asked.end());
    std::vector<std::uint32_t> at_once(asked.size());
    ids.find(texts, at_once.data());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto at = expected.find(asked[i]);
        const auto node = at == expected.end() ? std::nullopt : std::optional(at->second);
        CHECK(ids.find(asked[i]) == node);
        CHECK(at_once[i] == (node ? static_cast<std::uint32_t>(*node) : known_ids::unknown));
    }
}

TEST_CASE("known_ids: an id that is there already keeps its node", "[io]") {
    known_ids ids;
    ids.add("a", node_id{1});
    ids.add("a", node_id{2});
    CHECK(ids.find("a") == node_id{1});
}

TEST_CASE("known_ids: knows none before one was added", "[io]") {
    CHECK_FALSE(known_ids().find("a"));
    CHECK_FALSE(known_ids().find(""));
    const std::vector<std::string_view> asked{"a", ""};
    std::vector<std::uint32_t> found(2);
    known_ids().find(asked, found.data());
    CHECK(found == std::vector(2, known_ids::unknown));
}
