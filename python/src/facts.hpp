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

namespace pybind11::detail {

template <>
class type_caster<comity::python::node_or_id> {
public:
    PYBIND11_TYPE_CASTER(comity::python::node_or_id, const_name("Node | str"));
    bool load(handle given, bool /*convert*/) {
        if (isinstance<comity::node>(given))
            value = given.cast<comity::node>();
        else if (PyUnicode_Check(given.ptr()) != 0)
            value = std::string(comity::python::text_of(given));
        else
            throw comity::python::refusal("a node or its id", given);
        return true;
    }
};

} // namespace pybind11::detail
