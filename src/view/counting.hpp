#pragma once

#include "history/store.hpp"

#include <comity/view/view.hpp>

namespace comity::detail {

/// How many nodes a selection shows. O(nodes).
[[nodiscard]] count count_nodes(const store& s, const selection& sel) noexcept;

/// How many relations a selection shows. From the cumulative day counts where only time is selected (and then
/// only rows that the counts leave out are tested), else by testing the rows that the time index names, or
/// every row where these are many.
[[nodiscard]] count count_relations(const store& s, const selection& sel) noexcept;

} // namespace comity::detail
