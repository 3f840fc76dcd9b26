#pragma once

#include "bindings.hpp"

#include <comity/history/history.hpp>
#include <comity/history/node.hpp>

#include <string>
#include <variant>

namespace comity::python {

/// What a caller may give where a node is wanted.
using node_or_id = std::variant<std::string, node>; // a caster makes the first one by default

/// The node meant, in `h`. Throws error: unknown_id; invalid_argument for a node of another history.
[[nodiscard]] node node_of(const history& h, const node_or_id& which);

} // namespace comity::python
