#include "catch.hpp"

#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <random>
#include <string>

using comity::detail::edit_distance;
using comity::detail::nearest_name;

TEST_CASE("edit_distance: counts single-letter edits", "[schema]") {
    CHECK(edit_distance("summit", "summit") == 0);
    CHECK(edit_distance("sumit", "summit") == 1);
    CHECK(edit_distance("summitt", "summit") == 1);
    CHECK(edit_distance("sunmit", "summit") == 1);
    CHECK(edit_distance("sumimt", "summit") == 1);
    CHECK(edit_distance("", "vote") == 4);
    CHECK(edit_distance("vote", "") == 4);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("edit_distance: case and the kind of joint do not count", "[schema]") {
    CHECK(edit_distance("Working_Group", "working-group") == 0);
    CHECK(edit_distance("working group", "working-group") == 0);
}

TEST_CASE("edit_distance: is symmetric, and nought only for equals", "[schema]") {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> letter('a', 'c');
    std::uniform_int_distribution<std::size_t> length(0, 6);
    for (int round = 0; round < 300; ++round) {
        std::string a(length(random), ' ');
        std::string b(length(random), ' ');
        for (char& c : a) c = static_cast<char>(letter(random));
        for (char& c : b) c = static_cast<char>(letter(random));
        const std::size_t d = edit_distance(a, b);
        CHECK(d == edit_distance(b, a));
        CHECK((d == 0) == (a == b));
        CHECK(d <= std::max(a.size(), b.size()));
    }
}

TEST_CASE("nearest_name: finds what was meant", "[schema]") {
    nearest_name meant("sumit");
    for (const char* name : {"session", "submission", "summit", "vote"}) meant.offer(name);
    CHECK(meant.best() == "summit");
    CHECK(meant.question() == ", did you mean 'summit'?");
}

TEST_CASE("nearest_name: stays silent when nothing is near", "[schema]") {
    nearest_name meant("banana");
    for (const char* name : {"session", "submission", "summit", "vote"}) meant.offer(name);
    CHECK(meant.best().empty());
    CHECK(meant.question().empty());
}

TEST_CASE("nearest_name: does not turn one short word into another", "[schema]") {
    nearest_name meant("law");
    meant.offer("vote");
    meant.offer("firm");
    CHECK(meant.best().empty());
}
