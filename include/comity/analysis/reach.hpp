#pragma once

#include <comity/analysis/neighbourhoods.hpp>
#include <comity/progress.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace comity {

/// The distance to what can't be reached. Since 0.1.
inline constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

/// By vertex: over how many relations, at least, it is reached from the nearest of `from`; 0 for these
/// themselves, `unreached` where none leads. Throws error: cancelled; invalid_argument for a vertex that
/// there is not. O(vertices + edges). Since 0.1.
[[nodiscard]] std::vector<std::uint32_t> distances(const snapshot& g, std::span<const graph::vertex> from,
                                                   direction way = direction::out, const progress& tell = {});

/// That one vertex reaches another. Since 0.1.
struct reached {
    graph::vertex from = 0;
    graph::vertex to = 0;
    std::uint32_t distance = 0; ///< over how many relations at least; a vertex on a cycle reaches itself
    friend bool operator==(const reached&, const reached&) = default;
};

/// How many pairs a transitive closure has at most unless it is said. Since 0.1.
inline constexpr std::size_t closure_limit = 100'000'000;

/// The transitive closure: every pair of which the first reaches the second along relations, by `from`, then
/// by distance. Take it of a snapshot of one relation type, such as part-of. Throws error: cancelled;
/// limit_exceeded if there are more than `most` pairs. O(vertices (vertices + edges)) time, O(pairs) memory.
/// Since 0.1.
[[nodiscard]] std::vector<reached> transitive_closure(const snapshot& g, std::size_t most = closure_limit,
                                                      const progress& tell = {});

} // namespace comity
