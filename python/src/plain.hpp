#pragma once

#include "bindings.hpp"

#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <string>

namespace comity::python {

/// An analysis that takes nothing but the view and the language of names.
template <auto Analysis>
void register_plain(py::module_& m, const char* name) {
    m.def(
        name, [](const view& v, const std::string& language) { return to_table(Analysis(v), {language}); },
        py::arg("view"), py::arg("language"), without_gil());
}

} // namespace comity::python
