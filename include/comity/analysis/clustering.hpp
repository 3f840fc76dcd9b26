#pragma once

#include <comity/analysis/neighbourhoods.hpp>
#include <comity/progress.hpp>

#include <cstdint>
#include <vector>

namespace comity {

/// How often those who stand next to a vertex stand next to each other, whichever way relations point and by
/// however many. Since 0.1.
struct clustering_counts {
    std::vector<std::uint64_t> triangles; ///< by vertex
    std::vector<double>
        local;               ///< by vertex: share of the pairs of its neighbours that are joined; 0 below two
    std::uint64_t total = 0; ///< triangles, each counted once
    double transitivity = 0; ///< share of all paths over two edges whose ends are joined; 0 without any
};

/// Triangles and clustering. Throws error (cancelled). O(edges^1.5). Since 0.1.
/// Source: Schank, Wagner, "Finding, counting and listing all triangles in large graphs", 2005 (forward);
/// Watts, Strogatz, "Collective dynamics of small-world networks", 1998 (local clustering).
[[nodiscard]] clustering_counts clustering(const snapshot& g, const progress& tell = {});

} // namespace comity
