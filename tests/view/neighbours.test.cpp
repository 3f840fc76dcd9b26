#include <comity/view/neighbours.hpp>

#include "catch.hpp"
#include "support/crowded.hpp"

#include <random>

using namespace comity;

namespace {

/// By walking over the view's ranges.
neighbour_lists naive(const view& v, const std::vector<node_id>& nodes, std::optional<relation_type> type,
                      bool in) {
    neighbour_lists lists{{0}, {}, {}};
    bool all_certain = true;
    for (const node_id id : nodes) {
        const node n = v.history().node(id);
        const auto add = [&](const auto& range) {
            for (const auto& r : range) {
                lists.nodes.push_back(static_cast<std::uint32_t>((in ? r.from() : r.to()).number()));
                lists.truths.push_back(r.truth());
                all_certain = all_certain && r.certain();
            }
        };
        if (type)
            add(in ? v.in(n, *type) : v.out(n, *type));
        else
            add(in ? v.in(n) : v.out(n));
        lists.offsets.push_back(static_cast<std::uint32_t>(lists.nodes.size()));
    }
    if (all_certain) lists.truths.clear();
    return lists;
}

/// The same, by asking about every relation of the history: nothing of the view's ranges.
std::size_t naive_count(const view& v, node_id from, relation_type type) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < v.history().relation_count(); ++i) {
        const relation r = v.history().relation(relation_id{i});
        count += r.from().number() == from && r.type() == type && v.shows(r) != truth::no ? 1u : 0u;
    }
    return count;
}

void check_against_walks(const view& v, const std::vector<node_id>& nodes) {
    for (const auto type : {std::optional<relation_type>(), std::optional(relation_type::founded),
                            std::optional(relation_type::member_of)}) {
        REQUIRE(out_neighbours(v, nodes, type) == naive(v, nodes, type, false));
        REQUIRE(in_neighbours(v, nodes, type) == naive(v, nodes, type, true));
    }
}

} // namespace

TEST_CASE("neighbours: of lists that nobody has filled there are none", "[view]") {
    CHECK(neighbour_lists{}.size() == 0);
}

TEST_CASE("neighbours: many nodes at once are as walking from each", "[view]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const history h = test::crowded(random, seed % 2 == 0);
        std::vector<node_id> few, many;
        for (int i = 0; i < 3; ++i) few.push_back(node_id{static_cast<std::uint32_t>(random() % 30)});
        for (int i = 0; i < 200; ++i) many.push_back(node_id{static_cast<std::uint32_t>(random() % 30)});
        for (std::uint32_t n = 0; n < 2100; n += 300) {
            const std::string on = test::day_text(n);
            for (const view& v :
                 {h.all(), h.at(on), h.at(on.substr(0, 7)), h.by(on), h.window(on, test::day_text(n + 20)),
                  h.at(on).certain(), h.by(on).kinds({kind::state}), h.at(on).modalities({modality::planned}),
                  h.at(on).sources({"two"}), h.at(on).types({relation_type::affiliated_with})}) {
                check_against_walks(v, few);
                check_against_walks(v, many);
            }
        }
    }
}

TEST_CASE("neighbours: a run is cut by day only where the order allows it", "[view]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::mt19937 random(seed);
        const history h = test::crowded(random, seed % 2 == 0);
        for (std::uint32_t n = 0; n < 30; ++n) {
            const std::string on = test::day_text(70 * n);
            for (const view& v : {h.at(on), h.by(on), h.window("..", on), h.at(on).sources({"two"}),
                                  h.at(on).settled_by(policy::named("newest"))})
                for (const relation_type type : {relation_type::founded, relation_type::affiliated_with}) {
                    const node_id from{n};
                    REQUIRE(out_neighbours(v, {&from, 1}, type).nodes.size() == naive_count(v, from, type));
                }
        }
    }
}

TEST_CASE("neighbours: of acts alone are runs of one day", "[view]") {
    const int count = GENERATE(300, 3000); // lists of some, and of more than sixty-four
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::mt19937 random(seed);
        const history h = test::acts(random, count);
        for (std::uint32_t n = 0; n < 30; ++n) {
            const std::string on = test::day_text(n + n / 3);
            for (const view& v :
                 {h.at(on), h.by(on), h.window(on, test::day_text(n + n / 3 + 5)), h.at(on).certain(),
                  h.window("..", on), h.at(on.substr(0, 7)), h.all(),
                  h.by(on).types({relation_type::founded}), h.at(on).kinds({kind::state}),
                  h.at(on).modalities({modality::planned}), h.by(on).settled_by(policy::newest())}) {
                const node_id node{n};
                check_against_walks(v, {node});
                for (const relation_type type : {relation_type::founded, relation_type::sponsored})
                    REQUIRE(out_neighbours(v, {&node, 1}, type).nodes.size() == naive_count(v, node, type));
            }
        }
    }
}

TEST_CASE("neighbours: a number that is no node's is refused", "[view]") {
    std::mt19937 random(1);
    const history h = test::crowded(random, true);
    const node_id none{30};
    CHECK_THROWS_AS(out_neighbours(h.all(), {&none, 1}), error);
    CHECK_THROWS_AS(in_neighbours(h.all(), {&none, 1}), error);
    CHECK(out_neighbours(h.all(), {}).size() == 0);
}
