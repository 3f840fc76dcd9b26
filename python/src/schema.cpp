#include "bindings.hpp"

#include <comity/schema/schema.hpp>

#include <tuple>

namespace comity::python {

namespace {

using labels = std::vector<std::pair<std::string, std::string>>;

labels plain(const std::vector<label_text>& texts) {
    labels result;
    for (const label_text& l : texts) result.emplace_back(l.language, l.text);
    return result;
}

std::vector<std::string> names(const schema& s, const std::vector<kind>& kinds) {
    std::vector<std::string> result;
    for (const kind k : kinds) result.emplace_back(s.name(k));
    return result;
}

std::vector<std::string_view> flag_names(relation_flags flags) {
    std::vector<std::string_view> result;
    for (const auto& [flag, name] : relation_flag_names)
        if (has(flags, flag)) result.push_back(name);
    return result;
}

// Definitions cross as tuples, which comity.schema names: (name, ..., labels, definition).

auto kind_row(const schema& s, const kind_definition& d) {
    const auto parent = s.contains(d.parent) ? std::optional(s.name(d.parent)) : std::nullopt;
    return std::make_tuple(d.name, parent, to_string(d.nature), plain(d.labels), d.definition);
}

auto relation_type_row(const schema& s, const relation_type_definition& d) {
    return std::make_tuple(d.name, d.inverse, names(s, d.domain), names(s, d.range), to_string(d.nature),
                           flag_names(d.flags), d.mapping, plain(d.labels), d.definition);
}

auto attribute_type_row(const attribute_type_definition& d) {
    return std::make_tuple(d.name, to_string(d.value), d.single, plain(d.labels), d.definition);
}

} // namespace

void register_schema(py::module_& m) {
    py::class_<schema>(m, "Schema")
        .def(py::init<>())
        .def("kinds",
             [](const schema& s) {
                 py::list rows;
                 for (const kind_definition& d : s.kinds()) rows.append(kind_row(s, d));
                 return rows;
             })
        .def("relation_types",
             [](const schema& s) {
                 py::list rows;
                 for (const relation_type_definition& d : s.relation_types())
                     rows.append(relation_type_row(s, d));
                 return rows;
             })
        .def("attribute_types",
             [](const schema& s) {
                 py::list rows;
                 for (const attribute_type_definition& d : s.attribute_types())
                     rows.append(attribute_type_row(d));
                 return rows;
             })
        .def(
            "kind",
            [](const schema& s, std::string_view name) {
                return kind_row(s, s.definition(s.kind_named(name)));
            },
            py::arg("name"))
        .def(
            "relation_type",
            [](const schema& s, std::string_view name) {
                return relation_type_row(s, s.definition(s.relation_type_named(name)));
            },
            py::arg("name"))
        .def(
            "attribute_type",
            [](const schema& s, std::string_view name) {
                return attribute_type_row(s.definition(s.attribute_type_named(name)));
            },
            py::arg("name"))
        .def(
            "is_a",
            [](const schema& s, std::string_view kind, std::string_view ancestor) {
                return s.is_a(s.kind_named(kind), s.kind_named(ancestor));
            },
            py::arg("kind"), py::arg("ancestor"));
}

} // namespace comity::python
