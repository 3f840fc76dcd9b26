#pragma once

#include <comity/history/attribute.hpp>
#include <comity/history/node.hpp>

#include <string>
#include <string_view>

namespace comity::detail {

/// Appends `text` to a list in words: `one; other`.
inline void join(std::string& list, std::string_view text) {
    if (!list.empty()) list += "; ";
    list += text;
}

/// All values of that attribute in one text: `one; other`.
[[nodiscard]] inline std::string joined_texts(const fact& f, attribute_type type) {
    std::string list;
    for (const attribute& a : f.attributes(type)) join(list, a.to_string());
    return list;
}

} // namespace comity::detail
