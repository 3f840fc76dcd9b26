#pragma once

#include "bindings.hpp"
#include "interruptible.hpp"

#include <comity/io/analysis_tables.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/view.hpp>

#include <string>

namespace comity::python {

/// The table of `ask(progress)`, which Ctrl-C stops too.
template <class Ask>
table answered(const std::string& language, const py::object& tell, Ask&& ask) {
    const listing_options how{language, interruptible(tell)};
    return to_table(ask(how.tell), how);
}

/// How the last argument of an analysis is named.
inline py::arg_v told() {
    return py::arg("progress") = py::none();
}

/// An analysis that takes nothing but the view, the language of names and who is told.
template <auto Analysis>
void register_plain(py::module_& m, const char* name) {
    m.def(
        name,
        [](const view& v, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return Analysis(v, p); });
        },
        py::arg("view"), py::arg("language"), told(), without_gil());
}

} // namespace comity::python
