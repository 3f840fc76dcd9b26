#include "io/read_ahead.hpp"

#include "catch.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <thread>
#include <vector>

using comity::detail::read_ahead;

TEST_CASE("read_ahead: gives all values in order", "[io]") {
    for (const int count : {1, 2, 7, 8, 9, 1000}) {
        int made = 0;
        read_ahead<int> ahead([&made, count](int& value) {
            value = made++;
            return made != count;
        });
        std::vector<int> values;
        while (const int* value = ahead.next()) values.push_back(*value);
        REQUIRE(values.size() == static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) CHECK(values[static_cast<std::size_t>(i)] == i);
        CHECK(ahead.next() == nullptr);
    }
}

TEST_CASE("read_ahead: makes the first one where it is asked for", "[io]") {
    std::thread::id by;
    read_ahead<int> ahead([&by](int&) {
        by = std::this_thread::get_id();
        return false;
    });
    REQUIRE(ahead.next() != nullptr);
    CHECK(by == std::this_thread::get_id());
    CHECK(ahead.next() == nullptr);
}

TEST_CASE("read_ahead: throws what making a value throws when it is that one's turn", "[io]") {
    int made = 0;
    read_ahead<int> ahead([&made](int& value) {
        if (made == 3) throw std::runtime_error("no fourth");
        value = made++;
        return true;
    });
    for (int i = 0; i < 3; ++i) {
        const int* const value = ahead.next();
        REQUIRE(value != nullptr);
        CHECK(*value == i);
    }
    CHECK_THROWS_WITH(ahead.next(), "no fourth");
}

TEST_CASE("read_ahead: may be left before the end", "[io]") {
    read_ahead<int> ahead([](int& value) {
        value = 1;
        return true;
    });
    for (int i = 0; i < 3; ++i) CHECK(ahead.next() != nullptr);
}

TEST_CASE("read_ahead: who makes values knows how many wait", "[io]") {
    std::atomic<std::size_t> waited = 0;
    std::atomic<int> made = 0;
    read_ahead<int>* self = nullptr;
    read_ahead<int> ahead([&](int& value) {
        waited = std::max<std::size_t>(waited, self->ahead());
        value = ++made;
        return value < 50;
    });
    self = &ahead;
    CHECK(ahead.ahead() == 0);
    for (int i = 0; i < 2; ++i) (void)ahead.next(); // from the second one on they are made ahead
    while (made < 5) std::this_thread::yield();
    for (int left = 48; left != 0; --left) REQUIRE(ahead.next() != nullptr);
    CHECK(waited >= 2);
    CHECK(waited <= 6);
}
