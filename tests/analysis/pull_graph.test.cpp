#include "analysis/pull_graph.hpp"

#include "analysis/graph_cases.hpp"
#include "catch.hpp"

#include <cmath>

using namespace comity;
using namespace comity::test;
using detail::pull_graph;

namespace {

pull_graph made(const snapshot& g, const std::vector<double>& weights) {
    static detail::pulse nobody;
    return {g.columns(), weights, nobody};
}

/// By the definition: what `ranks`, by row, bring to each vertex.
std::vector<double> brought(const pull_graph& p, const arcs& all, const std::vector<double>& weights,
                            const std::vector<double>& ranks) {
    const auto& row = p.row_of();
    std::vector<double> leaving(row.size(), 0);
    std::vector<double> entering(row.size(), 0);
    for (std::size_t e = 0; e < all.size(); ++e) leaving[all[e].first] += weights[e];
    for (std::size_t e = 0; e < all.size(); ++e)
        if (weights[e] > 0)
            entering[all[e].second] += ranks[row[all[e].first]] * weights[e] / leaving[all[e].first];
    return entering;
}

void check_brought(pull_graph p, const arcs& all, const std::vector<double>& weights) {
    std::vector<double> ranks;
    for (std::uint32_t row = 0; row < p.rows(); ++row) ranks.push_back(1.0 / (row + 1));
    p.give(ranks);
    std::vector<double> found(p.rows(), 0);
    const double drawn = p.draw([&found](std::uint32_t row, double brought) {
        found[row] = brought;
        return 1.0;
    });
    CHECK(drawn == p.rows() - 1);
    const std::vector<double> expected = brought(p, all, weights, ranks);
    for (std::size_t v = 0; v < expected.size(); ++v)
        REQUIRE(std::abs(found[p.row_of()[v]] - expected[v]) < 1e-12);
}

} // namespace

TEST_CASE("pull graph: only edges between fed vertices are walked", "[analysis]") {
    // 0 and 1 feed 2, 3 and 4; of those 2 feeds 4 and 5.
    const snapshot g = graph_of(6, {{0, 2}, {0, 3}, {1, 4}, {2, 4}, {2, 5}});
    const pull_graph p = made(g, {});
    CHECK(p.rows() == 5);
    CHECK(p.edges() == 2); // those of 2
    CHECK(p.row_of()[0] == pull_graph::unfed);
    CHECK(p.row_of()[1] == pull_graph::unfed);
}

TEST_CASE("pull graph: parallel edges are walked as one of all their weight", "[analysis]") {
    const snapshot g = graph_of(3, {{0, 1}, {0, 1}, {0, 2}, {0, 1}, {1, 0}, {1, 0}});
    const std::vector<double> weights{1, 2, 3, 4, 5, 6};
    const std::vector<double> unweighed;
    for (const std::vector<double>& given : {unweighed, weights}) CHECK(made(g, given).edges() == 3);
}

TEST_CASE("pull graph: each row gets what the definition says", "[analysis]") {
    for_random_graphs(5, [](const snapshot& g, const arcs& all) {
        std::vector<double> weights(all.size(), 1);
        check_brought(made(g, {}), all, weights);
        for (std::size_t e = 0; e < all.size(); ++e) weights[e] = static_cast<double>(e % 3);
        check_brought(made(g, weights), all, weights);
    });
}

TEST_CASE("pull graph: rows of any length get what the definition says", "[analysis]") {
    for (std::uint32_t others = 1; others < 20; ++others) { // each vertex is entered by all others
        arcs drawn;
        for (std::uint32_t a = 0; a <= others; ++a)
            for (std::uint32_t b = 0; b <= others; ++b)
                if (a != b) drawn.emplace_back(a, b);
        const snapshot g = graph_of(others + 1, drawn);
        check_brought(made(g, {}), arcs_of(g), std::vector<double>(drawn.size(), 1));
    }
}

TEST_CASE("pull graph: what is given in all is the rank of whoever an edge leaves that weighs",
          "[analysis]") {
    const snapshot g = graph_of(4, {{0, 1}, {1, 2}, {3, 2}});
    const std::vector<double> weights{1, 1, 0};
    pull_graph p = made(g, weights);
    std::vector<double> ranks(p.rows(), 0.25);
    CHECK(std::abs(p.give(ranks) - 0.5) < 1e-15);
}
