// What is counted from window to window against each window counted anew.

#include "analysis/rolling_sweep.hpp"

#include "analysis/naive_sets.hpp"
#include "catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

using namespace comity;
using namespace comity::detail;
using test::naive_sets;

namespace {

constexpr std::uint32_t nodes = 12, windows = 9;

struct stay_of_test {
    window_run in;
    std::uint32_t from, to;
};

/// Stays of none, of one and of several windows, in no order.
std::vector<stay_of_test> some_stays(std::mt19937& random) {
    std::vector<stay_of_test> all;
    for (auto left = random() % 40; left > 0; --left) {
        const auto first = static_cast<std::uint32_t>(random() % windows);
        const auto length = static_cast<std::uint32_t>(random() % 4);
        all.push_back({{first, std::min(first + length, windows)},
                       static_cast<std::uint32_t>(random() % nodes),
                       static_cast<std::uint32_t>(random() % nodes)});
    }
    return all;
}

/// Those seen in one window.
std::vector<stay_of_test> seen_in(const std::vector<stay_of_test>& all, std::uint32_t window) {
    std::vector<stay_of_test> seen;
    for (const stay_of_test& s : all)
        if (s.in.first <= window && window < s.in.end) seen.push_back(s);
    return seen;
}

/// The stays by place, as relations are: some are added one by one, the rest as parts of the list of places.
class listed_stays {
public:
    explicit listed_stays(const std::vector<stay_of_test>& all, bool as_places) {
        for (std::uint32_t p = 0; p < all.size(); ++p) {
            ends_.from.push_back(all[p].from);
            to_.push_back(all[p].to);
            places_.push_back(p);
        }
        ends_.to = to_;
        for (std::uint32_t p = 0; p < all.size(); ++p)
            if (as_places)
                stays_.add(all[p].in, std::span(places_).subspan(p, 1));
            else
                stays_.add(all[p].in, all[p].from, all[p].to);
        stays_.sort();
    }
    listed_stays(const listed_stays&) = delete;
    listed_stays& operator=(const listed_stays&) = delete;
    [[nodiscard]] const stays& all() const { return stays_; }

private:
    relation_ends_by_place ends_;
    std::vector<std::uint32_t> to_, places_;
    stays stays_{ends_, windows};
};

void check_parts(const parts& found, const std::vector<stay_of_test>& seen) {
    naive_sets joined(nodes);
    std::set<std::uint32_t> met;
    for (const stay_of_test& s : seen) {
        joined.join(s.from, s.to);
        met.insert({s.from, s.to});
    }
    std::map<std::uint32_t, std::uint32_t> sizes;
    std::uint32_t largest = 0;
    for (const std::uint32_t n : met) largest = std::max(largest, ++sizes[joined.find(n)]);
    REQUIRE(found.number() == sizes.size());
    REQUIRE(found.largest() == largest);
}

} // namespace

TEST_CASE("rolling sweep: counts relations and their ends in each window", "[analysis]") {
    const unsigned seed = GENERATE(range(0u, 40u));
    const bool as_places = GENERATE(true, false);
    std::mt19937 random(seed);
    const auto all = some_stays(random);
    const listed_stays listed(all, as_places);
    sweep swept(listed.all(), nodes);
    for (std::uint32_t w = 0; w < windows; ++w) {
        CAPTURE(seed, as_places, w);
        swept.enter(w);
        std::set<std::uint32_t> met;
        const auto seen = seen_in(all, w);
        for (const stay_of_test& s : seen) met.insert({s.from, s.to});
        REQUIRE(swept.relations() == seen.size());
        REQUIRE(swept.nodes() == met.size());
    }
}

TEST_CASE("rolling sweep: parts of each window, from whichever it begins with", "[analysis]") {
    const unsigned seed = GENERATE(range(0u, 40u));
    std::mt19937 random(seed);
    const auto all = some_stays(random);
    const listed_stays listed(all, seed % 2 == 0);
    for (std::uint32_t first = 0; first < windows; ++first) {
        parts joined(listed.all(), nodes, first);
        for (std::uint32_t w = first; w < windows; ++w) {
            CAPTURE(seed, first, w);
            joined.enter(w);
            check_parts(joined, seen_in(all, w));
        }
    }
}
