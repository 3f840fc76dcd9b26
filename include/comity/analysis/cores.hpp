#pragma once

#include <comity/analysis/neighbourhoods.hpp>
#include <comity/progress.hpp>

#include <cstdint>
#include <vector>

namespace comity {

/// The core number of each vertex: the greatest k such that it stays when, again and again, all with fewer
/// than k distinct neighbours are taken away. Whichever way relations point. Throws error (cancelled).
/// O(vertices + edges). Since 0.1.
/// Source: Batagelj, Zaversnik, "An O(m) algorithm for cores decomposition of networks", 2003.
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const snapshot& g, const progress& tell = {});

} // namespace comity
