#pragma once

#include <string>
#include <string_view>

namespace comity::detail {

/// Of ASCII: nothing that people can read, and JSON has to escape it.
[[nodiscard]] inline bool is_control(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

/// What is wrong with an id, which people read in messages and in files; empty if nothing is.
[[nodiscard]] inline std::string_view fault_of_id(std::string_view id) noexcept {
    if (id.empty()) return "is empty";
    bool unreadable = false;
    for (const char c : id) unreadable |= is_control(c);
    return unreadable ? "holds a control character" : std::string_view();
}

/// The id with a question mark for each control character.
[[nodiscard]] inline std::string readable(std::string id) {
    for (char& c : id)
        if (is_control(c)) c = '?';
    return id;
}

} // namespace comity::detail
