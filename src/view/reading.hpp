#pragma once

#include "history/reading.hpp"
#include "history/store.hpp"

#include <comity/view/selection.hpp>

namespace comity::detail {

/// The columns that a selection looks at.
[[nodiscard]] inline const reading_columns& columns_of(const store& s, const selection& sel) noexcept {
    return sel.reading ? sel.reading->columns : s.base;
}

/// Throws error (invalid_argument) for a handle of another history: its numbers mean nothing here.
void require_same(const store_ptr& mine, const store_ptr& theirs);

} // namespace comity::detail
