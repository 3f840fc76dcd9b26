#pragma once

#include <memory>

namespace comity::detail {

/// All columns of one sealed history. Complete only inside the library.
struct store;

/// A reading of that history's statements, other than the default one. Complete only inside the library.
struct reading_state;

/// Every handle, view and range holds one of these: that is why none of them can dangle.
using store_ptr = std::shared_ptr<const store>;

} // namespace comity::detail
