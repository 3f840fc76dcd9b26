#pragma once

#include <string_view>

namespace comity::detail {

/// Whether every byte belongs to a UTF-8 character. O(length).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

} // namespace comity::detail
