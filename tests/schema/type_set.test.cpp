#include "catch.hpp"

#include <comity/schema/type_set.hpp>

#include <concepts>
#include <random>
#include <set>

using comity::kind;
using comity::kind_set;

static_assert(std::regular<kind_set>);

namespace {

kind any_kind(std::mt19937& random) {
    return kind(static_cast<std::uint16_t>(std::uniform_int_distribution<int>(0, 1100)(random)));
}

} // namespace

TEST_CASE("type_set: behaves as a set of ids", "[schema]") {
    std::mt19937 random(20240901);
    for (int round = 0; round < 50; ++round) {
        kind_set set;
        std::set<kind> naive;
        for (int step = 0; step < 40; ++step) {
            const kind k = any_kind(random);
            if (step % 3 == 2) {
                set.erase(k);
                naive.erase(k);
            } else {
                set.insert(k);
                naive.insert(k);
            }
        }
        CHECK(set.to_vector() == std::vector<kind>(naive.begin(), naive.end()));
        CHECK(set.size() == naive.size());
        for (int step = 0; step < 20; ++step) {
            const kind k = any_kind(random);
            CHECK(set.contains(k) == (naive.count(k) == 1));
        }
    }
}

TEST_CASE("type_set: union and intersection are those of sets", "[schema]") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        kind_set a;
        kind_set b;
        for (int i = 0; i < 10; ++i) a.insert(any_kind(random));
        for (int i = 0; i < 100; ++i) b.insert(any_kind(random));
        for (const kind k : (a | b).to_vector()) CHECK((a.contains(k) || b.contains(k)));
        for (const kind k : (a & b).to_vector()) CHECK((a.contains(k) && b.contains(k)));
        CHECK((a | b).size() + (a & b).size() == a.size() + b.size());
        CHECK((a & b) == (b & a));
    }
}

TEST_CASE("type_set: equal sets have equal words however they were made", "[schema]") {
    kind_set a{kind::actor};
    a.insert(kind(1024));
    a.erase(kind(1024));
    CHECK(a == kind_set{kind::actor});
    CHECK(a.words().size() == 1);
    a.erase(kind::actor);
    CHECK(a.empty());
    CHECK(a == kind_set{});
}
