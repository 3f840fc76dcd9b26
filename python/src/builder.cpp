#include "bindings.hpp"
#include "interruptible.hpp"
#include "natures.hpp"

#include <comity/error.hpp>
#include <comity/history/builder.hpp>

#include <utility>
#include <variant>

namespace comity::python {

namespace {

/// A builder that knows when it is spent: C++ moves from it, Python keeps the name.
class builder_box {
public:
    builder_box() : held_(std::in_place) {}
    explicit builder_box(const history& h) : held_(std::in_place, h) {}

    [[nodiscard]] builder& operator*() {
        if (!held_)
            throw error(errc::invalid_argument,
                        "this builder has been built; start another one, perhaps from "
                        "the history that it made");
        return *held_;
    }

    /// Takes the builder out while the lock of the interpreter is held, so that no other thread meets it half
    /// spent, and builds without that lock.
    [[nodiscard]] std::pair<std::optional<history>, std::vector<finding>> build(const progress& tell) {
        builder taken = std::move(**this);
        held_.reset();
        const py::gil_scoped_release release;
        std::vector<finding> findings;
        std::optional<history> made = std::move(taken).try_build(findings, tell);
        return {std::move(made), std::move(findings)};
    }

private:
    std::optional<builder> held_;
};

number_bound bound_named(std::string_view name) {
    if (const auto b = number_bound_of(name)) return *b;
    throw error(errc::invalid_argument, "bound='" + std::string(name) +
                                            "': expected 'exact', 'at-least', 'at-most', 'more-than', "
                                            "'less-than' or 'about'");
}

modality modality_named(std::string_view name) {
    if (const auto m = modality_of(name)) return *m;
    throw error(errc::invalid_argument, "modality='" + std::string(name) +
                                            "': expected 'reported', 'planned', 'proposed' or 'alleged'");
}

value_type value_type_named(std::string_view name) {
    if (const auto t = value_type_from(name)) return *t;
    throw error(errc::invalid_argument,
                "value='" + std::string(name) + "': expected 'text', 'number', 'date' or 'flag'");
}

relation_flags flags_named(const std::vector<std::string>& names) {
    relation_flags flags = relation_flags::none;
    for (const std::string& name : names) {
        const auto flag = relation_flag_from(name);
        if (!flag)
            throw error(errc::invalid_argument,
                        "unknown flag '" + name +
                            "': expected 'symmetric', 'transitive', 'acyclic' or 'functional'");
        flags = flags | *flag;
    }
    return flags;
}

using texts = std::vector<std::pair<std::string, std::string>>;

std::vector<label_text> labels_of(const texts& pairs) {
    std::vector<label_text> labels;
    for (const auto& [language, text] : pairs) labels.push_back({language, text});
    return labels;
}

/// A flag, a number or a text. In this order, and by hand: of a bool some versions of pybind11 make a number.
std::variant<std::string, double, bool> value_of(const py::object& given) {
    if (py::detail::make_caster<bool> flag; flag.load(given, false)) return py::detail::cast_op<bool>(flag);
    if (py::isinstance<py::str>(given)) return given.cast<std::string>();
    return given.cast<double>();
}

void register_records(py::module_& m) {
    py::class_<subject>(m, "Subject")
        .def_property_readonly("is_relation", &subject::is_relation)
        .def_property_readonly("number", &subject::number);

    py::class_<period_record>(m, "PeriodRecord")
        .def(py::init([](const std::optional<std::string>& begin, const std::optional<std::string>& end) {
                 return period_record{begin, end};
             }),
             py::kw_only(), py::arg("begin") = py::none(), py::arg("end") = py::none())
        .def_static("of", &period_record::of, py::arg("text"));

    py::class_<statement_record>(m, "StatementRecord")
        .def(py::init([](std::uint32_t source, std::string locator, std::string_view modality, bool denies,
                         bool existence_only, std::string quote, std::string rule,
                         std::vector<std::string> premises, period_record period,
                         std::vector<attribute_record> attributes) {
                 return statement_record{
                     source_id{source}, std::move(locator),   modality_named(modality), denies,
                     existence_only,    std::move(quote),     std::move(rule),          std::move(premises),
                     std::move(period), std::move(attributes)};
             }),
             py::kw_only(), py::arg("source"), py::arg("locator"), py::arg("modality"), py::arg("denies"),
             py::arg("existence_only"), py::arg("quote"), py::arg("rule"), py::arg("premises"),
             py::arg("period"), py::arg("attributes"));

    py::class_<attribute_record>(m, "AttributeRecord")
        .def(py::init([](builder_box& b, std::string_view type, const py::object& v, std::string language,
                         std::string_view bound, std::string unit, period_record period,
                         std::vector<statement_record> stated) {
                 attribute_record record{(*b).schema().attribute_type_named(type), std::string()};
                 record.value = value_of(v);
                 record.language = std::move(language);
                 record.bound = bound_named(bound);
                 record.unit = std::move(unit);
                 record.period = std::move(period);
                 record.stated = std::move(stated);
                 return record;
             }),
             py::arg("builder"), py::kw_only(), py::arg("type"), py::arg("value"), py::arg("language"),
             py::arg("bound"), py::arg("unit"), py::arg("period"), py::arg("stated"));
}

void register_schema_calls(py::class_<builder_box>& c) {
    c.def(
         "add_kind",
         [](builder_box& b, const std::string& name, const std::string& parent, const texts& labels,
            const std::string& definition) {
             (*b).schema().add_kind({name, parent, labels_of(labels), definition});
         },
         py::arg("name"), py::kw_only(), py::arg("parent"), py::arg("labels"), py::arg("definition"))
        .def(
            "add_relation_type",
            [](builder_box& b, const std::string& name, const std::string& inverse,
               const std::vector<std::string>& domain, const std::vector<std::string>& range,
               std::string_view nature, const std::vector<std::string>& flags, const std::string& mapping,
               const texts& labels, const std::string& definition) {
                (*b).schema().add_relation_type({name, inverse, domain, range, nature_named(nature),
                                                 flags_named(flags), mapping, labels_of(labels), definition});
            },
            py::arg("name"), py::kw_only(), py::arg("inverse"), py::arg("domain"), py::arg("range"),
            py::arg("nature"), py::arg("flags"), py::arg("mapping"), py::arg("labels"), py::arg("definition"))
        .def(
            "add_attribute_type",
            [](builder_box& b, const std::string& name, std::string_view value, bool single,
               const texts& labels, const std::string& definition) {
                (*b).schema().add_attribute_type(
                    {name, value_type_named(value), single, labels_of(labels), definition});
            },
            py::arg("name"), py::kw_only(), py::arg("value"), py::arg("single"), py::arg("labels"),
            py::arg("definition"));
}

void register_source_call(py::class_<builder_box>& c) {
    using coverage_tuple = std::tuple<std::string, std::string, std::string, std::string>;
    c.def(
         "add_source",
         [](builder_box& b, std::string_view id, const std::string& kind, const texts& titles,
            const std::vector<std::string>& authors, const std::string& publisher, const std::string& date,
            const std::string& language, const std::string& uri, const std::string& note,
            const std::vector<std::string>& derived_from, const std::vector<coverage_tuple>& coverage) {
             source_record record{kind,     titles, authors, publisher,    date,
                                  language, uri,    note,    derived_from, {}};
             for (const auto& [what, scope, from, until] : coverage)
                 record.coverage.push_back({what, scope, from, until});
             return to_index((*b).add_source(id, record));
         },
         py::arg("id"), py::kw_only(), py::arg("kind"), py::arg("titles"), py::arg("authors"),
         py::arg("publisher"), py::arg("date"), py::arg("language"), py::arg("uri"), py::arg("note"),
         py::arg("derived_from"), py::arg("coverage"))
        .def(
            "source", [](builder_box& b, std::string_view id) { return to_index((*b).source(id)); },
            py::arg("id"));
}

using finding_tuple = std::tuple<std::string_view, std::string, std::string, std::string, std::string>;

std::vector<finding_tuple> plain(const std::vector<finding>& findings) {
    std::vector<finding_tuple> rows;
    for (const finding& f : findings)
        rows.emplace_back(to_string(f.level), f.code, f.subject, f.place, f.message);
    return rows;
}

} // namespace

void register_builder(py::module_& m) {
    py::class_<builder_box> c(m, "Builder");
    register_records(m); // a signature names what is registered before it
    c.def(py::init<>())
        .def(py::init<const history&>(), py::arg("history"))
        .def_property_readonly("schema", [](builder_box& b) { return comity::schema((*b).schema()); })
        .def_property_readonly("node_count", [](builder_box& b) { return (*b).node_count(); })
        .def_property_readonly("relation_count", [](builder_box& b) { return (*b).relation_count(); })
        .def(
            "reserve", [](builder_box& b, std::size_t n, std::size_t r) { (*b).reserve(n, r); },
            py::arg("nodes"), py::arg("relations"))
        .def(
            "set_place",
            [](builder_box& b, std::string_view file, std::uint32_t line, std::uint32_t column) {
                (*b).set_place(file, line, column);
            },
            py::arg("file"), py::arg("line"), py::arg("column"))
        .def(
            "set_note",
            [](builder_box& b, std::string_view key, std::string_view value) { (*b).set_note(key, value); },
            py::arg("key"), py::arg("value"))
        .def(
            "add_node",
            [](builder_box& b, std::string_view id, std::string_view kind) -> subject {
                return (*b).add_node(id, (*b).schema().kind_named(kind));
            },
            py::arg("id"), py::arg("kind"))
        .def(
            "node", [](builder_box& b, std::string_view id) -> subject { return (*b).node(id); },
            py::arg("id"))
        .def(
            "add_relation",
            [](builder_box& b, std::string_view from, std::string_view type, std::string_view to,
               std::string_view id) -> subject {
                const relation_type t = (*b).schema().relation_type_named(type);
                return (*b).add_relation((*b).node(from), t, (*b).node(to), id);
            },
            py::arg("from_id"), py::arg("type"), py::arg("to_id"), py::arg("id"))
        .def(
            "set_period", [](builder_box& b, subject s, const period_record& p) { (*b).set_period(s, p); },
            py::arg("subject"), py::arg("period"))
        .def(
            "add_attribute",
            [](builder_box& b, subject s, const attribute_record& a) { (*b).add_attribute(s, a); },
            py::arg("subject"), py::arg("attribute"))
        .def(
            "add_statement",
            [](builder_box& b, subject s, const statement_record& r) { (*b).add_statement(s, r); },
            py::arg("subject"), py::arg("statement"))
        .def(
            "build",
            [](builder_box& b, const py::object& tell) {
                auto [made, findings] = b.build(interruptible(tell));
                return std::pair(std::move(made), plain(findings));
            },
            py::arg("progress"));
    register_schema_calls(c);
    register_source_call(c);
}

} // namespace comity::python
