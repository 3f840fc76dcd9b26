// A column while it is being filled, which is private to the library.

#include <comity/history/detail/growing.hpp>

#include "catch.hpp"
#include "pages.hpp"

#include <cstdint>
#include <vector>

using namespace comity::detail;

TEST_CASE("growing: starts on a cache line wherever it lies", "[history]") {
    std::vector<growing<std::uint8_t>> several;
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{3}, std::size_t{64}, std::size_t{1000}, worth_pages})
        for (int n = 0; n < 5; ++n) several.emplace_back(size, std::uint8_t{7});
    for (const auto& values : several) {
        CHECK(reinterpret_cast<std::uintptr_t>(values.data()) % column_alignment == 0);
        CHECK(values.back() == 7);
    }
}

TEST_CASE("growing: keeps its values while it moves from the heap onto pages", "[history]") {
    growing<std::uint32_t> values;
    for (std::uint32_t i = 0; i < worth_pages; ++i) values.push_back(i);
    bool same = true;
    for (std::uint32_t i = 0; i < worth_pages; ++i) same = same && values[i] == i;
    CHECK(same);
}

TEST_CASE("growing: takes a run of values at its end", "[history]") {
    growing<std::uint32_t> values{1, 2};
    append(values, std::vector<std::uint32_t>{3, 4, 5});
    append(values, {});
    CHECK(std::vector(values.begin(), values.end()) == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
}
