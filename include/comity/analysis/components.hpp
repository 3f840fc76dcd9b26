#pragma once

#include <comity/history/detail/growing.hpp>
#include <comity/progress.hpp>
#include <comity/view/snapshot.hpp>

#include <cstdint>

namespace comity {

/// The parts into which a snapshot falls. Since 0.1.
struct components {
    /// By vertex: the number of its part. Parts are numbered by their first vertex.
    detail::growing<std::uint32_t> of;
    detail::growing<std::uint32_t> sizes; ///< by part: how many vertices
};

/// Parts within which each vertex reaches each, whichever way relations point. Throws error (cancelled).
/// O((vertices + edges) alpha). Since 0.1.
[[nodiscard]] components weak_components(const snapshot& g, const progress& tell = {});

/// Parts within which each vertex reaches each along relations. Throws error (cancelled). O(vertices +
/// edges). Since 0.1.
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972, with the memory of Pearce, "A
/// space-efficient algorithm for finding strongly connected components", 2016.
[[nodiscard]] components strong_components(const snapshot& g, const progress& tell = {});

} // namespace comity
