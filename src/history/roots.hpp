#pragma once

#include "history/store.hpp"

#include <cstdint>
#include <vector>

namespace comity::detail {

/// By source: the documents that it goes back to by derived-from, itself where it derives from none;
/// ascending. Of a ring of sources that derive from each other and from nothing else, the first one stands
/// for all. O(sources + derived-from), but for the length of the lists.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> roots_of(const store& s);

} // namespace comity::detail
