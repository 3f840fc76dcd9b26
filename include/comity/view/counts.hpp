#pragma once

#include <comity/view/view.hpp>

#include <span>
#include <vector>

namespace comity {

/// How many relations `v` shows on each of many days: as `v.at(day, day).relation_count()` for each, without
/// making a view of it. Days in any order. Throws error (invalid_argument) for a view that has a time
/// selector. O(days log rows), but for what view::relation_count() has to test. Since 0.1.
[[nodiscard]] std::vector<count> relation_counts_at(const view& v, std::span<const day> days);

/// The same of everything begun by each of them: as `v.by(day, day).relation_count()`. Since 0.1.
[[nodiscard]] std::vector<count> relation_counts_by(const view& v, std::span<const day> days);

} // namespace comity
