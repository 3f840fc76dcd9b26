#include <comity/view/asking.hpp>

#include "catch.hpp"
#include "support/crowded.hpp"

#include <comity/view/neighbours.hpp>

#include <random>

using namespace comity;

TEST_CASE("asking: whether finds the same neighbours as how surely, and nothing more", "[view]") {
    std::mt19937 random(GENERATE(range(0u, 4u)));
    const history h = test::crowded(random, false);
    std::vector<node_id> nodes;
    for (std::uint32_t n = 0; n < 30; ++n) nodes.push_back(node_id{n});
    for (std::uint32_t n = 0; n < 2100; n += 100) {
        const std::string on = test::day_text(n);
        for (const view& v : {h.all(), h.at(on), h.by(on), h.window("..", on), h.by(on).certain(),
                              h.by(on).kinds({kind::state}), h.at(on).sources({"two"})})
            for (const auto type : {std::optional<relation_type>(), std::optional(relation_type::founded)})
                for (const auto& find : {out_neighbours, in_neighbours}) {
                    neighbour_lists expected = find(v, nodes, type, asking::how_surely);
                    expected.truths.clear();
                    REQUIRE(find(v, nodes, type, asking::whether) == expected);
                }
    }
}
