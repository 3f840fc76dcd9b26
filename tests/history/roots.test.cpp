// What sources go back to, which is private to the library.

#include "catch.hpp"

#include "history/roots.hpp"

#include <comity/comity.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace comity;

namespace {

using lists = std::vector<std::vector<std::uint32_t>>;

history deriving(const lists& parents) {
    builder b;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        source_record r;
        for (const std::uint32_t p : parents[i]) r.derived_from.push_back(std::to_string(p));
        b.add_source(std::to_string(i), r);
    }
    return std::move(b).build();
}

lists roots(const lists& parents) {
    return detail::roots_of(*deriving(parents).store());
}

/// Which sources each one leads to, itself included, step by step until nothing is new.
std::vector<std::vector<bool>> reach_of(const lists& parents) {
    const std::size_t n = parents.size();
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n));
    for (std::size_t i = 0; i < n; ++i) {
        reach[i][i] = true;
        for (const std::uint32_t p : parents[i]) reach[i][p] = true;
    }
    for (std::size_t via = 0; via < n; ++via)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (reach[i][via] && reach[via][j]) reach[i][j] = true;
    return reach;
}

/// By the word of the rule: a root is reached by all that it reaches, and is the first of those.
lists naive_roots(const lists& parents) {
    const auto reach = reach_of(parents);
    const auto is_root = [&](std::size_t r) {
        for (std::size_t x = 0; x < reach.size(); ++x)
            if (reach[r][x] && (!reach[x][r] || x < r)) return false;
        return true;
    };
    lists found(parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i)
        for (std::uint32_t r = 0; r < parents.size(); ++r)
            if (reach[i][r] && is_root(r)) found[i].push_back(r);
    return found;
}

} // namespace

TEST_CASE("roots: a source that derives from none is its own, the others have those of their parents",
          "[history]") {
    CHECK(roots({{}, {0}, {1}, {}, {2, 3}}) == lists{{0}, {0}, {0}, {3}, {0, 3}});
}

TEST_CASE("roots: a ring has one, and whoever derives from the ring has it too", "[history]") {
    CHECK(roots({{1}, {2}, {1}}) == lists{{1}, {1}, {1}});
    CHECK(roots({{0}}) == lists{{0}});
}

TEST_CASE("roots: a ring that derives from something else has the roots of that", "[history]") {
    CHECK(roots({{1, 2}, {0}, {}}) == lists{{2}, {2}, {2}});
}

TEST_CASE("roots: a ring and a source without parents are two", "[history]") {
    CHECK(roots({{}, {2}, {1}, {1, 0}}) == lists{{0}, {1}, {1}, {0, 1}});
}

TEST_CASE("roots: are those that a naive search finds, rings or not", "[history]") {
    std::mt19937 random(20260706);
    for (int round = 0; round < 200; ++round) {
        lists parents(1 + random() % 9);
        for (auto& of_one : parents)
            for (auto some = random() % 3; some != 0; --some)
                of_one.push_back(static_cast<std::uint32_t>(random() % parents.size()));
        INFO("round " << round);
        CHECK(roots(parents) == naive_roots(parents));
    }
}

TEST_CASE("roots: a long line of copies is followed to its end", "[history]") {
    lists parents(20000);
    for (std::uint32_t i = 0; i + 1 < parents.size(); ++i) parents[i] = {i + 1};
    CHECK(roots(parents)[0] == std::vector<std::uint32_t>{19999});
}
