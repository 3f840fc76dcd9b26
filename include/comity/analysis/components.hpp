#pragma once

#include <comity/view/snapshot.hpp>

#include <cstdint>
#include <vector>

namespace comity {

/// The parts into which a snapshot falls. Since 0.1.
struct components {
    std::vector<std::uint32_t>
        of; ///< by vertex: the number of its part; parts are numbered by their first vertex
    std::vector<std::uint32_t> sizes; ///< by part: how many vertices
};

/// Parts within which each vertex reaches each, whichever way relations point. O((vertices + edges) alpha).
/// Since 0.1.
[[nodiscard]] components weak_components(const snapshot& g);

/// Parts within which each vertex reaches each along relations. O(vertices + edges). Since 0.1.
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972; by Boost.Graph.
[[nodiscard]] components strong_components(const snapshot& g);

} // namespace comity
