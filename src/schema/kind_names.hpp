#pragma once

#include <comity/schema/schema.hpp>

#include <string>
#include <vector>

namespace comity::detail {

/// The names of the kinds, in that order.
[[nodiscard]] inline std::vector<std::string> names_of(const schema& s, const std::vector<kind>& kinds) {
    std::vector<std::string> names;
    names.reserve(kinds.size());
    for (const kind k : kinds) names.emplace_back(s.name(k));
    return names;
}

} // namespace comity::detail
