#pragma once

#include <string>
#include <string_view>
#include <vector>

// Words of messages.

namespace comity::detail {

[[nodiscard]] inline std::string in_quotes(std::string_view text) {
    return "'" + std::string(text) + "'";
}

/// Appends `text` to a list: `one; other`.
inline void join(std::string& list, std::string_view text, std::string_view between = "; ") {
    if (!list.empty()) list += between;
    list += text;
}

/// All texts in one.
[[nodiscard]] inline std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string list;
    for (const std::string& text : texts) join(list, text, between);
    return list;
}

} // namespace comity::detail
