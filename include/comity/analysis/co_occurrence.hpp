#pragma once

#include <comity/progress.hpp>
#include <comity/view/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace comity {

/// What two who meet in a group are worth to each other. Since 0.1.
enum class tie_weight : std::uint8_t {
    count = 0,   ///< the groups that they share
    jaccard = 1, ///< those, as a share of the groups of either that are not left out
    newman = 2,  ///< of each group that they share one over its other members: large groups bind less
};

/// How co_occurrence() goes about it. Since 0.1.
struct co_occurrence_options {
    tie_weight weight = tie_weight::count;
    std::size_t smallest = 1; ///< groups of fewer members are left out: 3 leaves out what is bilateral
    std::size_t largest = std::numeric_limits<std::size_t>::max(); ///< groups of more: 2 leaves only what is
    std::size_t least_shared = 1; ///< ties of fewer shared groups are left out
    progress tell;
};

/// Two who meet. Since 0.1.
struct tie {
    graph::vertex a = 0;
    graph::vertex b = 0;      ///< greater than `a`
    std::uint32_t shared = 0; ///< groups
    double weight = 0;
    friend bool operator==(const tie&, const tie&) = default;
};

/// Who meets whom: the projection of a view of two sides (who signed what, who belongs to what) onto those
/// from whom its relations go out. All that have a relation to one vertex are a group, once each, and it
/// is none of them itself. By `a`, then `b`. Take it of a snapshot of one relation type; for the other side
/// see below. Throws error (cancelled). O(sum over groups of the square of their members), and memory for the
/// ties. Since 0.1. Source of the weights: Newman, "Scientific collaboration networks. II", 2001.
[[nodiscard]] std::vector<tie> co_occurrence(const snapshot& g, const co_occurrence_options& options = {});

/// The same onto those to whom the relations go: which texts share signatories. Since 0.1.
[[nodiscard]] std::vector<tie> co_occurrence_of_targets(const snapshot& g,
                                                        const co_occurrence_options& options = {});

} // namespace comity
