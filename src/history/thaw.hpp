#pragma once

#include "history/draft.hpp"
#include "history/store.hpp"

#include <comity/history/store_ptr.hpp>

namespace comity::detail {

/// Puts everything that a sealed history holds back into an empty draft with the same schema; numbers of
/// nodes, relations and sources survive. O(size of the history).
void thaw(const store_ptr& shared, draft& d);

} // namespace comity::detail
