#pragma once

#include "analysis/reading.hpp"

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

/// All values of that attribute in one text, `one; other`: those that `heard` hears of, if it is given.
[[nodiscard]] inline std::string joined_texts(const view* heard, const fact& f, attribute_type type) {
    std::string list;
    for (const attribute& a : heard != nullptr ? attributes_in(*heard, f, type) : f.attributes(type))
        join(list, a.to_string());
    return list;
}

} // namespace comity::detail
