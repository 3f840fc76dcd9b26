#include "analysis/competing.hpp"

#include "analysis/maker.hpp"
#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace comity;
using detail::stated_slot;
using places = std::vector<std::size_t>;

namespace {

/// The begin of something for which all these dates are given.
stated_slot begin_of_one(const std::vector<std::string>& dates) {
    maker m;
    const node_id n = m.node("summit", kind::summit);
    stated_slot s{m.made().node(n), "begin", conflict::time_disjoint, {}, {}, {}};
    for (const std::string& date : dates) s.values.push_back({date, {}});
    return s;
}

/// The same, of every set of values.
std::vector<places> largest_sets(const stated_slot& s) {
    const auto holds = [&s](unsigned set) {
        for (std::size_t a = 0; a < s.values.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                if ((set >> a & set >> b & 1u) != 0 && !s.compatible(a, b)) return false;
        return true;
    };
    std::vector<places> found;
    for (unsigned set = 1; set < 1u << s.values.size(); ++set) {
        bool largest = holds(set);
        for (std::size_t more = 0; largest && more < s.values.size(); ++more)
            largest = (set >> more & 1u) != 0 || !holds(set | 1u << more);
        if (!largest) continue;
        places& some = found.emplace_back();
        for (std::size_t i = 0; i < s.values.size(); ++i)
            if ((set >> i & 1u) != 0) some.push_back(i);
    }
    return found;
}

} // namespace

TEST_CASE("competing: the sides are the largest sets of values that can be true together", "[analysis]") {
    std::mt19937 random(20270102);
    for (int round = 0; round < 100; ++round) {
        std::vector<std::string> dates;
        for (int i = 0; i < 7; ++i) {
            std::string years;
            for (int year = 2001; year < 2006; ++year)
                if (random() % 3 == 0) years += (years.empty() ? "" : ",") + std::to_string(year);
            dates.push_back(years.empty() ? "2006" : '[' + years + ']');
        }
        const stated_slot s = begin_of_one(dates);
        std::vector<places> expected = largest_sets(s);
        std::sort(expected.begin(), expected.end());
        CHECK(s.sides() == expected);
    }
}

TEST_CASE("competing: many values that can all be true together are one side", "[analysis]") {
    std::vector<std::string> dates;
    for (int year = 1901; year < 1961; ++year) dates.push_back("[1900," + std::to_string(year) + ']');
    const auto sides = begin_of_one(dates).sides();
    REQUIRE(sides.size() == 1);
    CHECK(sides[0].size() == 60);
}

TEST_CASE("competing: without a policy all values are preferred, on whatever side", "[analysis]") {
    maker m;
    m.node("summit", kind::summit);
    const history h = m.made();
    const stated_slot s = begin_of_one({"2001", "2002", "2003"});
    CHECK(detail::preferred_places(h.all(), s) == places{0, 1, 2});
    CHECK(detail::preferred_places(h.all().settled_by(policy::hull()), s) == places{0, 1, 2});
}
