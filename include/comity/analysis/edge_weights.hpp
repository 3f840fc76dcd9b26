#pragma once

#include <comity/progress.hpp>
#include <comity/schema/attribute_type.hpp>
#include <comity/view/snapshot.hpp>

#include <optional>
#include <vector>

namespace comity {

// What the edges of a snapshot weigh, by the number of the edge: for algorithms that take weights, such as
// pagerank and Boost.Graph's.

/// How many edges lead from the same vertex to the same vertex as this one, itself included. Throws error
/// (cancelled). O(edges + vertices). Since 0.1.
[[nodiscard]] std::vector<double> weights_by_count(const snapshot& g, const progress& tell = {});

/// The number that each relation has as an attribute of that type in the reading of the snapshot's view,
/// whatever its bound ("at least") and its own period. A relation without one weighs `missing`; without
/// `missing` that is an error, since what is unknown is no number. Throws error: cancelled; unknown_id for a
/// type of another schema; invalid_argument for a type whose values are no numbers, for a relation without a
/// value and for one with several that differ, by its number. O(edges + values). Since 0.1.
[[nodiscard]] std::vector<double> weights_by_attribute(const snapshot& g, attribute_type type,
                                                       std::optional<double> missing = std::nullopt,
                                                       const progress& tell = {});

} // namespace comity
