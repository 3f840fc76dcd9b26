#include "bindings.hpp"
#include "interruptible.hpp"

#include <comity/error.hpp>
#include <comity/io/csv.hpp>
#include <comity/io/csv_estimate.hpp>
#include <comity/io/csv_register.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace comity::python {

namespace {

missing_end end_named(std::string_view name) {
    if (const auto m = missing_end_of(name)) return *m;
    throw error(errc::invalid_argument, "missing_end='" + std::string(name) +
                                            "': expected 'refused', 'instantaneous', 'open' or 'unknown'");
}

time_of_day times_named(std::string_view name) {
    if (name == "refused") return time_of_day::refused;
    if (name == "dropped") return time_of_day::dropped;
    if (name == "kept") return time_of_day::kept;
    throw error(errc::invalid_argument,
                "times='" + std::string(name) + "': expected 'refused', 'dropped' or 'kept'");
}

using texts = std::vector<std::pair<std::string, std::string>>;

source_record about(const std::string& kind, const texts& titles, const std::string& publisher,
                    const std::string& date, const std::string& uri) {
    source_record record;
    record.kind = kind;
    record.titles = titles;
    record.publisher = publisher;
    record.date = date;
    record.uri = uri;
    return record;
}

csv_repeats repeats_named(std::string_view name) {
    if (name == "separate") return csv_repeats::separate;
    if (name == "dispute") return csv_repeats::dispute;
    throw error(errc::invalid_argument,
                "repeats='" + std::string(name) + "': expected 'separate' or 'dispute'");
}

attribute_type name_type(const std::string& name) {
    return comity::schema().attribute_type_named(name);
}

using report_and_history = std::pair<history, load_report>;

report_and_history read(const std::string& nodes, const std::string& relations, csv_options options,
                        const py::object& tell) {
    options.tell = interruptible(tell);
    const py::gil_scoped_release release;
    loaded_history made = read_csv(nodes, relations, options);
    return {std::move(made.history), std::move(made.report)};
}

report_and_history read_registers(const std::vector<csv_register>& registers, bool all_or_nothing,
                                  const py::object& tell) {
    csv_register_options options;
    options.all_or_nothing = all_or_nothing;
    options.tell = interruptible(tell);
    const py::gil_scoped_release release;
    loaded_history made = read_csv_registers(registers, options);
    return {std::move(made.history), std::move(made.report)};
}

void define_register(py::module_& m) {
    py::class_<csv_register>(m, "CsvRegister")
        .def(py::init([](const std::string& path, const std::string& source) {
                 csv_register r;
                 r.path = path;
                 r.source = source;
                 return r;
             }),
             py::arg("path"), py::arg("source"))
        .def_readwrite("delimiter", &csv_register::delimiter)
        .def_readwrite("language", &csv_register::language)
        .def(
            "set_about",
            [](csv_register& r, const std::string& kind, const texts& titles, const std::string& publisher,
               const std::string& date,
               const std::string& uri) { r.about_source = about(kind, titles, publisher, date, uri); },
            py::arg("kind"), py::arg("titles"), py::arg("publisher"), py::arg("date"), py::arg("uri"))
        .def(
            "add_nodes",
            [](csv_register& r, const std::string& column, const std::string& kind, const std::string& prefix,
               const std::string& names, const std::string& called) {
                r.nodes.push_back({column, kind, prefix, names, name_type(called)});
            },
            py::arg("column"), py::arg("kind"), py::arg("prefix"), py::arg("names"), py::arg("called"))
        .def(
            "add_relation",
            [](csv_register& r, const std::string& type, std::size_t from, std::size_t to,
               const std::string& begin, const std::string& end, std::string_view missing_end, bool undated) {
                r.relations.push_back({type, from, to, begin, end, end_named(missing_end), undated});
            },
            py::arg("type"), py::arg("from_place"), py::arg("to_place"), py::arg("begin"), py::arg("end"),
            py::arg("missing_end"), py::arg("undated"))
        .def(
            "add_attribute",
            [](csv_register& r, const std::string& column, const std::string& type, std::size_t node) {
                r.attributes.push_back({column, type, node});
            },
            py::arg("column"), py::arg("type"), py::arg("node"))
        .def(
            "set_repeats", [](csv_register& r, std::string_view name) { r.repeats = repeats_named(name); },
            py::arg("name"))
        .def(
            "set_times", [](csv_register& r, std::string_view name) { r.times = times_named(name); },
            py::arg("name"))
        .def(
            "set_lenient",
            [](csv_register& r, bool lenient) {
                r.lenient = lenient ? std::optional(lenient_options{}) : std::nullopt;
            },
            py::arg("lenient"));
    m.def("read_csv_registers", &read_registers, py::arg("registers"), py::arg("all_or_nothing"),
          py::arg("progress"));
}

} // namespace

void register_csv(py::module_& m) {
    py::class_<csv_options>(m, "CsvOptions")
        .def(py::init<>())
        .def_readwrite("delimiter", &csv_options::delimiter)
        .def_readwrite("new_kinds_under", &csv_options::new_kinds_under)
        .def_readwrite("add_types", &csv_options::add_types)
        .def_readwrite("language", &csv_options::language)
        .def_readwrite("all_or_nothing", &csv_options::all_or_nothing)
        .def(
            "add_kind",
            [](csv_options& o, const std::string& text, const std::string& name, const std::string& parent) {
                o.kinds.push_back({text, name, parent});
            },
            py::arg("text"), py::arg("name"), py::arg("parent"))
        .def(
            "add_type",
            [](csv_options& o, const std::string& text, const std::string& name, std::string_view end) {
                o.types.push_back({text, name, end_named(end)});
            },
            py::arg("text"), py::arg("name"), py::arg("missing_end"))
        .def(
            "set_source",
            [](csv_options& o, const std::string& id, const std::string& kind, const texts& titles,
               const std::string& publisher, const std::string& date, const std::string& uri) {
                o.source = id;
                o.about_source = about(kind, titles, publisher, date, uri);
            },
            py::arg("id"), py::arg("kind"), py::arg("titles"), py::arg("publisher"), py::arg("date"),
            py::arg("uri"))
        .def(
            "set_missing_end", [](csv_options& o, std::string_view name) { o.missing_end = end_named(name); },
            py::arg("name"))
        .def(
            "set_times", [](csv_options& o, std::string_view name) { o.times = times_named(name); },
            py::arg("name"))
        .def(
            "set_lenient",
            [](csv_options& o, bool lenient) {
                o.lenient = lenient ? std::optional(lenient_options{}) : std::nullopt;
            },
            py::arg("lenient"));

    py::class_<load_report>(m, "LoadReport")
        .def_property_readonly("rows", &load_report::rows)
        .def_property_readonly("rejected_rows", &load_report::rejected_rows)
        .def_property_readonly(
            "findings",
            [](const load_report& r) {
                using row = std::tuple<std::string, std::string, std::string, std::string, std::string>;
                std::vector<row> rows;
                for (const finding& f : r.findings)
                    rows.emplace_back(to_string(f.level), f.code, f.subject, f.place, f.message);
                return rows;
            })
        .def("counts", &load_counts_table)
        .def("choices", &load_choices_table)
        .def("lenient", &lenient_uses_table)
        .def("rejected", &rejected_rows_table);

    define_register(m);
    m.def(
        "estimate_csv",
        [](const std::string& nodes, const std::string& relations, bool with_source) {
            const csv_estimate e = estimate_csv(nodes, relations, with_source);
            return std::make_tuple(e.nodes, e.relations, e.text, e.held, e.peak);
        },
        py::arg("nodes"), py::arg("relations"), py::arg("with_source"), without_gil());
    m.def("read_csv", &read, py::arg("nodes"), py::arg("relations"), py::arg("options"), py::arg("progress"));
}

} // namespace comity::python
