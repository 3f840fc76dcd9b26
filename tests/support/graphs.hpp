#pragma once

// Small graphs as histories: what graph algorithms are tried on.

#include <comity/history/builder.hpp>
#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace comity::test {

/// Ends of relations, as node numbers.
using arcs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A history of that many topics, with one timeless relation for each arc: all of them are always there.
inline history graph_history(std::uint32_t nodes, const arcs& relations) {
    builder b;
    for (std::uint32_t n = 0; n < nodes; ++n) b.add_node("n" + std::to_string(n), kind::issue);
    for (const auto& [from, to] : relations)
        b.add_relation(node_id{from}, relation_type::contradicts, node_id{to});
    return std::move(b).build();
}

inline snapshot graph_of(std::uint32_t nodes, const arcs& relations) {
    return graph_history(nodes, relations).all().snapshot();
}

/// Any arcs, loops and parallel ones too.
inline arcs random_arcs(std::mt19937& random, std::uint32_t nodes, std::size_t count) {
    arcs all;
    for (std::size_t i = 0; i < count; ++i)
        all.emplace_back(static_cast<std::uint32_t>(random() % nodes),
                         static_cast<std::uint32_t>(random() % nodes));
    return all;
}

inline constexpr int unreachable = std::numeric_limits<int>::max();

/// The arcs of a snapshot by edge number, read from its columns.
inline arcs arcs_of(const snapshot& g) {
    arcs all;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v)
        for (std::uint32_t e = g.columns().offsets[v]; e < g.columns().offsets[v + 1]; ++e)
            all.emplace_back(v, g.columns().targets[e]);
    return all;
}

/// Lengths of the shortest ways between all pairs, by relaxing every arc again and again.
inline std::vector<std::vector<int>> distances(std::uint32_t nodes, const arcs& all,
                                               const std::vector<int>& weights) {
    std::vector<std::vector<int>> d(nodes, std::vector<int>(nodes, unreachable));
    for (std::uint32_t start = 0; start < nodes; ++start) {
        d[start][start] = 0;
        for (bool is_final = false; !is_final;) {
            is_final = true;
            for (std::size_t e = 0; e < all.size(); ++e) {
                const auto& [from, to] = all[e];
                if (d[start][from] == unreachable) continue;
                const int way = d[start][from] + weights[e];
                if (way >= d[start][to]) continue;
                d[start][to] = way;
                is_final = false;
            }
        }
    }
    return d;
}

inline std::vector<std::vector<int>> distances(std::uint32_t nodes, const arcs& all) {
    return distances(nodes, all, std::vector<int>(all.size(), 1));
}

/// The arcs and the same turned round.
inline arcs both_ways(arcs all) {
    const std::size_t count = all.size();
    for (std::size_t i = 0; i < count; ++i) all.emplace_back(all[i].second, all[i].first);
    return all;
}

} // namespace comity::test
