#pragma once

#include "history/reading.hpp"
#include "history/store.hpp"

#include <comity/view/selection.hpp>

namespace comity::detail {

/// The columns that a selection looks at.
[[nodiscard]] inline const reading_columns& columns_of(const store& s, const selection& sel) noexcept {
    return sel.reading ? sel.reading->columns : s.base;
}

} // namespace comity::detail
