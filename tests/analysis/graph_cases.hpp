#pragma once

#include "support/graphs.hpp"

#include <random>

namespace comity::test {

/// Calls `check(g, arcs)` for graphs with loops and parallel edges, sparse and dense.
template <class Check>
void for_random_graphs(unsigned seed, Check&& check) {
    std::mt19937 random(seed);
    for (int round = 0; round < 40; ++round) {
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 14);
        const snapshot g = graph_of(nodes, random_arcs(random, nodes, random() % 50));
        check(g, arcs_of(g));
    }
}

/// One of more edges than are walked between two looks at the clock.
inline snapshot graph_of_many_edges() {
    std::mt19937 random(1);
    return graph_of(60, random_arcs(random, 60, 900));
}

/// Whether two vertices are joined, by vertex and vertex; loops left out.
inline std::vector<std::vector<int>> joined(std::size_t count, const arcs& all, bool both) {
    std::vector<std::vector<int>> m(count, std::vector<int>(count, 0));
    for (const auto& [a, b] : all) {
        if (a == b) continue;
        ++m[a][b];
        if (both) ++m[b][a];
    }
    return m;
}

} // namespace comity::test
