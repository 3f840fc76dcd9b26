#include "history/side_by_side.hpp"

#include "catch.hpp"
#include "support/telling.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::detail;

namespace {

constexpr std::size_t many = 5 * rows_worth_a_thread + 3;

} // namespace

TEST_CASE("side by side: both are done, on one thread or two", "[history]") {
    const std::size_t rows = GENERATE(as<std::size_t>(), 0, many);
    int first = 0, second = 0;
    side_by_side(
        rows, [&] { ++first; }, [&] { ++second; });
    CHECK(first == 1);
    CHECK(second == 1);
}

TEST_CASE("side by side: what either throws is thrown, and of both what the second does", "[history]") {
    const std::size_t rows = GENERATE(as<std::size_t>(), 0, many);
    const auto fails = [](const char* what) { return [what] { throw std::runtime_error(what); }; };
    CHECK_THROWS_WITH(side_by_side(rows, fails("first"), [] {}), "first");
    CHECK_THROWS_WITH(side_by_side(
                          rows, [] {}, fails("second")),
                      "second");
    CHECK_THROWS_WITH(side_by_side(rows, fails("first"), fails("second")), "second");
}

TEST_CASE("side by side: halves are gone through once, block after block", "[history]") {
    const std::size_t rows = GENERATE(as<std::size_t>(), 0, 1, 2, many);
    pulse nobody;
    std::array<std::vector<std::pair<std::size_t, std::size_t>>, 2> blocks;
    in_halves(rows, nobody, [&](std::size_t half, std::size_t first, std::size_t last) {
        blocks[half].emplace_back(first, last);
    });
    std::size_t next = 0;
    for (const auto& half : blocks)
        for (const auto& [first, last] : half) {
            CHECK(first == next);
            CHECK(last > first);
            CHECK(last - first <= rows_a_block);
            next = last;
        }
    CHECK(next == rows);
}

TEST_CASE("side by side: something holds of all rows if it does of each block", "[history]") {
    const std::size_t wrong = GENERATE(as<std::size_t>(), 0, many / 2, many - 1, many);
    pulse nobody;
    const auto holds = [wrong](std::size_t first, std::size_t last) {
        return wrong < first || wrong >= last;
    };
    CHECK(holds_in_halves(many, nobody, holds) == (wrong == many));
    CHECK(holds_in_halves(0, nobody, holds));
}

TEST_CASE("side by side: a caller who wants no more stops both halves", "[history]") {
    const std::thread::id here = std::this_thread::get_id();
    bool elsewhere = false;
    int left = 1;
    const progress tell = [&](double, std::string_view) {
        elsewhere = elsewhere || std::this_thread::get_id() != here;
        return left-- > 0;
    };
    pulse beat(tell, "sorting", 1);
    std::atomic<std::size_t> done = 0;
    const std::size_t rows = 2000 * rows_a_block; // 2 s of them, and there is news after 25 ms
    const auto work = [&](std::size_t, std::size_t first, std::size_t last) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        done += last - first;
    };
    CHECK(test::message_of([&] { in_halves(rows, beat, work); }) == "sorting: stopped by the caller");
    CHECK(done < rows / 2);
    CHECK_FALSE(elsewhere);
}
