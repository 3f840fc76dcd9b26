// The flat column, which is private to the library.

#include "catch.hpp"

#include "history/column.hpp"
#include "pages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

using namespace comity::detail;

TEST_CASE("column: starts on a cache line", "[history]") {
    for (const std::size_t n : {std::size_t{1}, std::size_t{3}, worth_pages, 20 * worth_pages + 1}) {
        const column<std::uint8_t> c(growing<std::uint8_t>(n, 7));
        CHECK(reinterpret_cast<std::uintptr_t>(c.data()) % column_alignment == 0);
        CHECK(c.size() == n);
        CHECK(c.bytes() == n);
        CHECK(std::count(c.begin(), c.end(), 7) == static_cast<std::ptrdiff_t>(n));
    }
}

TEST_CASE("column: gives back the pages that it needs no longer", "[history]") {
    growing<std::uint32_t> values(worth_pages, 0);
    values.resize(3);
    values = {0, 1, 2};
    const column<std::uint32_t> c(std::move(values));
    CHECK(std::vector(c.begin(), c.end()) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("column: copies share the values and keep them alive", "[history]") {
    column<std::int32_t> copy;
    {
        const column<std::int32_t> c(growing<std::int32_t>{1, 2, 3});
        copy = c;
        CHECK(copy.data() == c.data());
    }
    CHECK(copy[2] == 3);
}

TEST_CASE("column: may lie in memory that somebody else keeps", "[history]") {
    const auto mapped = std::make_shared<const std::array<std::int32_t, 2>>(std::array{5, 6});
    const column<std::int32_t> c(std::span<const std::int32_t>(*mapped), mapped);
    CHECK(c[1] == 6);
    CHECK(c.owner().get() == mapped.get());
}

TEST_CASE("column: an empty one has no bytes", "[history]") {
    const column<double> c;
    CHECK(c.empty());
    CHECK(c.bytes() == 0);
    CHECK(c.begin() == c.end());
}
