#include "bindings.hpp"

#include <comity/history/history.hpp>
#include <comity/io/archive.hpp>
#include <comity/io/json.hpp>
#include <comity/io/listing.hpp>
#include <comity/view/view.hpp>

namespace comity::python {

namespace {

using optional_name = std::optional<std::string>;

table nodes_of(const view& v, const optional_name& kind, const std::string& language) {
    const listing_options options{language};
    return kind ? nodes_table(v, v.history().schema().kind_named(*kind), options)
                : nodes_table(v, std::nullopt, options);
}

table relations_of(const view& v, const optional_name& type) {
    return type ? relations_table(v, v.history().schema().relation_type_named(*type)) : relations_table(v);
}

} // namespace

void register_io(py::module_& m) {
    m.def("read_json", &read_json, py::arg("path"), without_gil());
    m.def(
        "read_archive",
        [](const std::string& path, bool trusted, bool in_memory) {
            return read_archive(path, {trusted, in_memory});
        },
        py::arg("path"), py::arg("trusted"), py::arg("in_memory"), without_gil());
    m.def("write_archive", &write_archive, py::arg("history"), py::arg("path"), without_gil());
    m.def(
        "verify_archive", [](const std::string& path) { (void)verify_archive(path); }, py::arg("path"),
        without_gil());
    m.def("read_json_text", &read_json_text, py::arg("text"), py::arg("name"), without_gil());

    m.def("nodes_table", &nodes_of, py::arg("view"), py::arg("kind"), py::arg("language"), without_gil());
    m.def("relations_table", &relations_of, py::arg("view"), py::arg("type"), without_gil());
    m.def("statements_table", py::overload_cast<const history&>(&statements_table), py::arg("seen"),
          without_gil());
    m.def("statements_table", py::overload_cast<const view&>(&statements_table), py::arg("seen"),
          without_gil());
    m.def("statements_table", &statements_of, py::arg("seen"), without_gil());
    m.def("attributes_table", py::overload_cast<const history&>(&attributes_table), py::arg("seen"),
          without_gil());
    m.def("attributes_table", py::overload_cast<const view&>(&attributes_table), py::arg("seen"),
          without_gil());
    m.def("attributes_table", &attributes_of, py::arg("seen"), without_gil());
    m.def(
        "sources_table",
        [](const history& h, const std::string& language) { return sources_table(h, {language}); },
        py::arg("history"), py::arg("language"), without_gil());
}

} // namespace comity::python
