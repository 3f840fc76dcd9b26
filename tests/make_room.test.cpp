#include "make_room.hpp"

#include "catch.hpp"

#include <cstddef>
#include <vector>

using comity::detail::make_room;
using comity::detail::pulse;

TEST_CASE("make room: a list keeps what it holds, and has room for as many more", "[progress]") {
    pulse nobody;
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < 1000; ++i) {
        make_room(list, 3, nobody);
        REQUIRE(list.capacity() - list.size() >= 3);
        list.push_back(i);
    }
    for (std::size_t i = 0; i < list.size(); ++i) REQUIRE(list[i] == i);
}

TEST_CASE("make room: there is none to be made where there is enough", "[progress]") {
    pulse nobody;
    std::vector<int> list;
    list.reserve(10);
    const int* const before = list.data();
    make_room(list, 10, nobody);
    CHECK(list.data() == before);
}
