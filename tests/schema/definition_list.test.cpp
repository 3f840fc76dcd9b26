#include "comity/schema/definition_list.hpp"

#include "catch.hpp"

#include <array>
#include <iterator>
#include <span>
#include <vector>

using comity::definition_list;

namespace {

/// What a loop meets, and that places agree with it.
std::vector<int> walked(const std::vector<int>& built_in, const std::vector<int>& added) {
    const definition_list<int> all(built_in, added);
    std::vector<int> met;
    for (const int& one : all) {
        REQUIRE(&one == &all[met.size()]);
        met.push_back(one);
    }
    REQUIRE(met.size() == all.size());
    REQUIRE(all.empty() == met.empty());
    if (!met.empty()) REQUIRE(all.back() == met.back());
    return met;
}

} // namespace

TEST_CASE("definition list: what is built in, then what was added", "[schema]") {
    CHECK(walked({1, 2}, {3, 4, 5}) == std::vector{1, 2, 3, 4, 5});
    CHECK(walked({1, 2}, {}) == std::vector{1, 2});
    CHECK(walked({}, {3}) == std::vector{3});
    CHECK(walked({}, {}).empty());
}

TEST_CASE("definition list: what was added may lie right before what is built in", "[schema]") {
    const std::array<int, 3> memory{3, 1, 2};
    const std::span<const int> all(memory);
    const definition_list<int> list(all.last(2), all.first(1));
    CHECK(std::vector<int>(list.begin(), list.end()) == std::vector{1, 2, 3});
}

TEST_CASE("definition list: its iterator walks forward, more than once", "[schema]") {
    const std::vector<int> built_in{1}, added{2};
    const definition_list<int> all(built_in, added);
    static_assert(std::forward_iterator<definition_list<int>::iterator>);
    auto at = all.begin();
    const auto first = at++;
    CHECK(*first == 1);
    CHECK(*at == 2);
    CHECK(++at == all.end());
    CHECK(definition_list<int>().begin() == definition_list<int>().end());
}
