#pragma once

#include "guard.hpp"

#include <comity/history/history.hpp>
#include <comity/view/view.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace comity::capi {

/// The things that the caller's texts name.
template <class Named>
auto named(const char* const* texts, const size_t* lengths, size_t count, const char* name, Named&& of_name) {
    std::vector<decltype(of_name(std::string_view()))> found;
    if (count != 0) required(texts, name);
    for (size_t i = 0; i < count; ++i)
        found.push_back(of_name(text_in(texts[i], lengths == nullptr ? COMITY_NUL : lengths[i], name)));
    return found;
}

/// The relation type that the caller names, or nothing for a NULL.
[[nodiscard]] inline std::optional<relation_type> type_in(const view& v, const char* type, size_t length) {
    const auto name = optional_text_in(type, length);
    if (!name) return std::nullopt;
    return v.history().schema().relation_type_named(*name);
}

} // namespace comity::capi
