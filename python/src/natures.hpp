#pragma once

#include "bindings.hpp"

#include <comity/error.hpp>
#include <comity/schema/definitions.hpp>

#include <string>
#include <string_view>

namespace comity::python {

/// The nature of that name. Throws error (invalid_argument) for another word.
[[nodiscard]] inline nature nature_named(std::string_view name) {
    if (const auto n = nature_from(name)) return *n;
    throw error(errc::invalid_argument,
                "nature='" + std::string(name) + "': expected 'act', 'state' or 'timeless'");
}

} // namespace comity::python
