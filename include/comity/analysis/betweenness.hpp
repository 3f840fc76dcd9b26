#pragma once

#include <comity/analysis/neighbourhoods.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace comity {

/// How betweenness() goes about it. Since 0.1.
struct betweenness_options {
    direction way = direction::out; ///< how relations are walked; `both` counts each pair of vertices once
    std::size_t samples = 0; ///< from so many vertices, drawn without repeating; 0 or too many: from all
    std::uint64_t seed = 0;  ///< of the draw: the same on every machine
    unsigned threads = 0;    ///< 0: as many as the machine has
    progress tell;
};

/// By vertex: over all pairs of other vertices, the share of the shortest ways between the two that lead
/// through it. A way is one of neighbours (parallel edges are one step), each step counts 1. From a sample
/// the sums are scaled to all vertices: unbiased, not exact. Throws error (cancelled). O(sources (vertices +
/// edges)), and the memory of one search a thread. Since 0.1. Source: Brandes, "A faster algorithm for
/// betweenness centrality", 2001; sampling as in Brandes, Pich, "Centrality estimation in large networks",
/// 2007.
[[nodiscard]] std::vector<double> betweenness(const snapshot& g, const betweenness_options& options = {});

} // namespace comity
