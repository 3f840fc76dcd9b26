#pragma once

#include "analysis/reading.hpp"
#include "words.hpp"

#include <comity/history/attribute.hpp>
#include <comity/history/node.hpp>

#include <string>

namespace comity::detail {

/// All values of that attribute in one text, `one; other`: those that `heard` hears of, if it is given.
[[nodiscard]] inline std::string joined_texts(const view* heard, const fact& f, attribute_type type) {
    std::string list;
    for (const attribute& a : heard != nullptr ? attributes_in(*heard, f, type) : f.attributes(type))
        join(list, a.to_string());
    return list;
}

} // namespace comity::detail
