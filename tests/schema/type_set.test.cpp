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

TEST_CASE("type_set: numbers that lie far apart are kept as those that lie together", "[schema]") {
    const kind_set built_in{kind(3), kind(70)};
    const kind_set added{kind(1030), kind(1500)};
    kind_set both = added;
    both |= built_in;
    CHECK(both == (built_in | added));
    CHECK(both.to_vector() == std::vector<kind>{kind(3), kind(70), kind(1030), kind(1500)});
    CHECK((both & added) == added);
    CHECK((both & added).first_word() == 1030 / 64);
    CHECK((both & kind_set{kind(1500)}) == kind_set{kind(1500)});
    CHECK((built_in & added).empty());
    CHECK((built_in & added) == kind_set{});
    both &= built_in;
    both.insert(kind(2000));
    CHECK(both.to_vector() == std::vector<kind>{kind(3), kind(70), kind(2000)});
    CHECK((kind_set{} |= both) == both);
    CHECK((both |= kind_set{}).size() == 3);
}
