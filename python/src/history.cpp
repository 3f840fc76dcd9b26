#include "bindings.hpp"
#include "facts.hpp"

#include <comity/error.hpp>

#include <cmath>
#include <functional>

namespace comity::python {

namespace {

/// Whole numbers come out as int, so that 100000 reads as it was written.
py::object plain_number(double x) {
    constexpr double exactly_counted = 9007199254740992.0; // 2^53
    if (std::trunc(x) == x && std::abs(x) < exactly_counted) return py::int_(static_cast<std::int64_t>(x));
    return py::float_(x);
}

py::object plain_value(const attribute& a) {
    switch (a.value()) {
    case value_type::number:
        return plain_number(a.number_value());
    case value_type::flag:
        return py::bool_(a.flag());
    case value_type::text:
    case value_type::date:
        break;
    }
    return readable(a.text());
}

std::vector<std::string_view> slot_names(slot slots) {
    std::vector<std::string_view> names;
    if (covers(slots, slot::existence)) names.emplace_back("existence");
    if (covers(slots, slot::begin)) names.emplace_back("begin");
    if (covers(slots, slot::end)) names.emplace_back("end");
    if (covers(slots, slot::attributes)) names.emplace_back("attributes");
    if (covers(slots, slot::value)) names.emplace_back("value");
    return names;
}

using coverage_tuple = std::tuple<std::string, std::string, std::string, std::string>;

void register_sources(py::module_& m) {
    py::class_<source>(m, "Source")
        .def_property_readonly("number", [](const source& s) { return to_index(s.number()); })
        .def_property_readonly("id", &source::id)
        .def_property_readonly("kind", &source::kind)
        .def("title", &source::title, py::arg("language"))
        .def_property_readonly("titles", [](const source& s) { return s.record().titles; })
        .def_property_readonly("authors", [](const source& s) { return s.record().authors; })
        .def_property_readonly("publisher", [](const source& s) { return s.record().publisher; })
        .def_property_readonly("date", &source::dated)
        .def_property_readonly("language", [](const source& s) { return s.record().language; })
        .def_property_readonly("uri", [](const source& s) { return s.record().uri; })
        .def_property_readonly("note", [](const source& s) { return s.record().note; })
        .def_property_readonly("derived_from", [](const source& s) { return s.record().derived_from; })
        .def_property_readonly("coverage",
                               [](const source& s) {
                                   std::vector<coverage_tuple> rows;
                                   for (const coverage_record& c : s.record().coverage)
                                       rows.emplace_back(c.what, c.scope, c.from, c.until);
                                   return rows;
                               })
        .def_property_readonly("statement_count", &source::statement_count)
        .def(
            "__eq__", [](const source& a, const source& b) { return a == b; }, py::is_operator())
        .def("__hash__", [](const source& s) { return to_index(s.number()); });
}

void register_statement(py::module_& m) {
    py::class_<statement>(m, "Statement")
        .def_property_readonly("number", [](const statement& s) { return to_index(s.number()); })
        .def_property_readonly("source", &statement::source)
        .def_property_readonly("locator", &statement::locator)
        .def_property_readonly("modality", [](const statement& s) { return to_string(s.modality()); })
        .def_property_readonly("denies", &statement::denies)
        .def_property_readonly("slots", [](const statement& s) { return slot_names(s.slots()); })
        .def_property_readonly("begin", &statement::begin)
        .def_property_readonly("end", &statement::end)
        .def_property_readonly("quote", &statement::quote)
        .def_property_readonly("inferred", &statement::inferred)
        .def_property_readonly("rule", &statement::rule)
        .def_property_readonly("premises", &statement::premises);
}

void register_attribute(py::module_& m) {
    py::class_<attribute>(m, "Attribute")
        .def_property_readonly("number", [](const attribute& a) { return to_index(a.number()); })
        .def_property_readonly("name", &attribute::name)
        .def_property_readonly("type", [](const attribute& a) { return to_string(a.value()); })
        .def_property_readonly("value", &plain_value)
        .def_property_readonly("bound", [](const attribute& a) { return to_string(a.bound()); })
        .def_property_readonly("language", &attribute::language)
        .def_property_readonly("unit", &attribute::unit)
        .def_property_readonly("period", &attribute::period)
        .def_property_readonly("disputed", &attribute::disputed)
        .def_property_readonly("statements", &attribute::statements)
        .def("__str__", &attribute::to_string);
}

/// What nodes and relations share.
void register_fact(py::module_& m) {
    py::class_<fact>(m, "Fact")
        .def_property_readonly("number", [](const fact& f) { return f.subject().number(); })
        .def_property_readonly("history", [](const fact& f) { return history(f.store()); })
        .def(
            "attributes",
            [](const fact& f, const std::optional<std::string>& type) {
                return type ? f.attributes(history(f.store()).schema().attribute_type_named(*type))
                            : f.attributes();
            },
            py::arg("type") = py::none())
        .def_property_readonly("statements", &fact::statements)
        .def_property_readonly("modality", [](const fact& f) { return to_string(f.modality()); })
        .def_property_readonly("existence", [](const fact& f) { return static_cast<int>(f.existence()); })
        .def_property_readonly("disputed", [](const fact& f) { return f.disputed(); })
        .def_property_readonly("inferred", [](const fact& f) { return f.inferred(); })
        .def_property_readonly("dated", [](const fact& f) { return f.dated(); })
        .def_property_readonly("period", &fact::period)
        .def(
            "__eq__", [](const fact& a, const fact& b) { return a == b; }, py::is_operator())
        .def("__hash__",
             [](const fact& f) { return std::hash<const void*>{}(f.store().get()) ^ f.subject().number(); });
}

source source_of(const history& h, std::string_view id) {
    if (auto found = h.find_source(id)) return *std::move(found);
    std::string known;
    for (const source& s : h.sources()) known += (known.empty() ? "'" : ", '") + std::string(s.id()) + "'";
    throw error(errc::unknown_id, "unknown source '" + std::string(id) + "'" +
                                      (known.empty() ? "; there are none" : "; there are " + known));
}

void register_facts(py::module_& m) {
    register_fact(m);
    py::class_<node, fact>(m, "Node")
        .def_property_readonly("id", &node::id)
        .def_property_readonly("kind", &node::kind_name)
        .def(
            "is_a",
            [](const node& n, std::string_view kind) {
                return n.is_a(history(n.store()).schema().kind_named(kind));
            },
            py::arg("kind"))
        .def("name", &node::name, py::arg("language"));

    py::class_<relation, fact>(m, "Relation")
        .def_property_readonly("id", &relation::id)
        .def_property_readonly("type", &relation::type_name)
        .def_property_readonly("from_node", &relation::from)
        .def_property_readonly("to_node", &relation::to);
}

} // namespace

node node_of(const history& h, const node_or_id& which) {
    if (const auto* id = std::get_if<std::string>(&which)) return h[*id];
    const node& n = std::get<node>(which);
    if (n.store() != h.store())
        throw error(errc::invalid_argument,
                    "node '" + std::string(n.id()) + "' belongs to another history; give its id instead");
    return n;
}

void register_history(py::module_& m) {
    register_sources(m);
    register_statement(m);
    register_attribute(m);
    register_facts(m);

    py::class_<history>(m, "History")
        .def_property_readonly("node_count", &history::node_count)
        .def_property_readonly("relation_count", &history::relation_count)
        .def("forget_snapshots", &history::forget_snapshots)
        .def_property_readonly("source_count", &history::source_count)
        .def_property_readonly("statement_count", &history::statement_count)
        .def_property_readonly("attribute_count", &history::attribute_count)
        .def_property_readonly("memory", &history::memory)
        .def_property_readonly("notes", &history::notes)
        .def_property_readonly("schema", [](const history& h) { return h.schema(); })
        .def(
            "node", [](const history& h, std::string_view id) { return h[id]; }, py::arg("id"))
        .def(
            "has_node", [](const history& h, std::string_view id) { return h.find(id).has_value(); },
            py::arg("id"))
        .def(
            "node_id",
            [](const history& h, std::uint32_t number) {
                if (number >= h.node_count()) throw py::index_error("no such node number");
                return h.node(node_id{number}).id();
            },
            py::arg("number"))
        .def("relation", &history::find_relation, py::arg("id"))
        .def(
            "relation_numbered",
            [](const history& h, std::uint32_t number) {
                if (number >= h.relation_count()) throw py::index_error("no such relation number");
                return h.relation(relation_id{number});
            },
            py::arg("number"))
        .def("source", &source_of, py::arg("id"))
        .def("search", &history::search, py::arg("text"), without_gil())
        .def(
            "__eq__", [](const history& a, const history& b) { return a.store() == b.store(); },
            py::is_operator())
        .def("__hash__", [](const history& h) { return std::hash<const void*>{}(h.store().get()); });
}

} // namespace comity::python
