#include "plain.hpp"

#include <comity/history/history.hpp>
#include <comity/io/archive.hpp>
#include <comity/io/json.hpp>
#include <comity/io/listing.hpp>
#include <comity/view/view.hpp>

namespace comity::python {

namespace {

using optional_name = std::optional<std::string>;

table nodes_of(const view& v, const optional_name& kind, const std::string& language,
               const py::object& tell) {
    const listing_options options{language, interruptible(tell)};
    return kind ? nodes_table(v, v.history().schema().kind_named(*kind), options)
                : nodes_table(v, std::nullopt, options);
}

table relations_of(const view& v, const optional_name& type, const py::object& tell) {
    std::optional<relation_type> wanted;
    if (type) wanted = v.history().schema().relation_type_named(*type);
    return relations_table(v, wanted, interruptible(tell));
}

/// A table of all that is seen: a view or a history.
template <class Seen, auto Table>
void register_table_of(py::module_& m, const char* name) {
    m.def(
        name, [](const Seen& seen, const py::object& tell) { return Table(seen, interruptible(tell)); },
        py::arg("seen"), told(), without_gil());
}

using list_history = table (*)(const history&, const progress&);
using list_view = table (*)(const view&, const progress&);

} // namespace

void register_io(py::module_& m) {
    m.def(
        "read_json",
        [](const std::string& path, const py::object& tell) { return read_json(path, interruptible(tell)); },
        py::arg("path"), told(), without_gil());
    m.def(
        "read_archive",
        [](const std::string& path, bool trusted, bool in_memory, const py::object& tell) {
            archive_options how{trusted, in_memory};
            if (!trusted || in_memory) how.tell = interruptible(tell); // else there is nothing to hear of
            return read_archive(path, how);
        },
        py::arg("path"), py::arg("trusted"), py::arg("in_memory"), told(), without_gil());
    m.def(
        "write_archive",
        [](const history& h, const std::string& path, const py::object& tell) {
            write_archive(h, path, interruptible(tell));
        },
        py::arg("history"), py::arg("path"), told(), without_gil());
    m.def(
        "verify_archive",
        [](const std::string& path, const py::object& tell) {
            (void)verify_archive(path, interruptible(tell));
        },
        py::arg("path"), told(), without_gil());
    m.def(
        "read_json_text",
        [](std::string_view text, std::string_view name, const py::object& tell) {
            return read_json_text(text, name, interruptible(tell));
        },
        py::arg("text"), py::arg("name"), told(), without_gil());

    m.def("nodes_table", &nodes_of, py::arg("view"), py::arg("kind"), py::arg("language"), told(),
          without_gil());
    m.def("relations_table", &relations_of, py::arg("view"), py::arg("type"), told(), without_gil());
    register_table_of<history, list_history(&statements_table)>(m, "statements_table");
    register_table_of<view, list_view(&statements_table)>(m, "statements_table");
    m.def("statements_table", &statements_of, py::arg("seen"), without_gil());
    register_table_of<history, list_history(&attributes_table)>(m, "attributes_table");
    register_table_of<view, list_view(&attributes_table)>(m, "attributes_table");
    m.def("attributes_table", &attributes_of, py::arg("seen"), without_gil());
    m.def(
        "sources_table",
        [](const history& h, const std::string& language, const py::object& tell) {
            return sources_table(h, {language, interruptible(tell)});
        },
        py::arg("history"), py::arg("language"), told(), without_gil());
}

} // namespace comity::python
