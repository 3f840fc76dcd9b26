#include "facts.hpp"
#include "native_type.hpp"

#include <comity/view/view.hpp>

namespace comity::python {

namespace {

/// A walk over a range, for Python's protocol of iterators. It holds the range and so the history.
template <class Fact>
class walker {
public:
    explicit walker(const seen_range<Fact>& range) : at_(range.begin()) {}

    std::pair<Fact, int> next() {
        if (at_ == std::default_sentinel) throw py::stop_iteration();
        const seen<Fact> found = *at_;
        ++at_;
        return {found, static_cast<int>(found.truth())};
    }

private:
    typename seen_range<Fact>::iterator at_;
};

template <class Fact>
void register_walker(py::module_& m, const char* name) {
    py::class_<walker<Fact>>(m, name)
        .def("__iter__", [](const py::object& self) { return self; })
        .def("__next__", &walker<Fact>::next);
}

std::vector<kind> kinds_named(const view& v, const std::vector<std::string>& names) {
    std::vector<kind> kinds;
    for (const std::string& name : names) kinds.push_back(v.history().schema().kind_named(name));
    return kinds;
}

std::vector<modality> modalities_named(const std::vector<std::string>& names) {
    std::vector<modality> modalities;
    for (const std::string& name : names) {
        const auto found = modality_of(name);
        if (!found)
            throw error(errc::invalid_argument,
                        "unknown modality '" + name +
                            "': expected 'reported', 'planned', 'proposed' or 'alleged'");
        modalities.push_back(*found);
    }
    return modalities;
}

using optional_name = std::optional<std::string>;

walker<node> walk_nodes(const view& v, const optional_name& kind) {
    return walker<node>(kind ? v.nodes(v.history().schema().kind_named(*kind)) : v.nodes());
}

walker<relation> walk_relations(const view& v, const optional_name& type) {
    return walker<relation>(type ? v.relations(v.history().schema().relation_type_named(*type))
                                 : v.relations());
}

template <bool Out>
walker<relation> walk_from(const view& v, const node_or_id& which, const optional_name& type) {
    const node n = node_of(v.history(), which);
    if (!type) return walker<relation>(Out ? v.out(n) : v.in(n));
    const relation_type t = v.history().schema().relation_type_named(*type);
    return walker<relation>(Out ? v.out(n, t) : v.in(n, t));
}

/// What is asked less often than what the type itself has.
void add_methods(py::handle t) {
    const auto method = [t](const char* name, auto&& function, const auto&... extra) {
        add_method(t, name, std::forward<decltype(function)>(function), extra...);
    };
    method("_history", [](const view& v) { return v.history(); });
    method("_window", py::overload_cast<std::string_view, std::string_view>(&view::window, py::const_),
           py::arg("first"), py::arg("last"));
    method("_window", py::overload_cast<std::string_view>(&view::window, py::const_), py::arg("days"));
    method(
        "_kinds",
        [](const view& v, const std::vector<std::string>& names) { return v.kinds(kinds_named(v, names)); },
        py::arg("names"));
    method(
        "_modalities",
        [](const view& v, const std::vector<std::string>& names) {
            return v.modalities(modalities_named(names));
        },
        py::arg("names"));
    method("_at_any_time", &view::at_any_time);
    method(
        "_sources", [](const view& v, const std::vector<std::string>& ids) { return v.sources(ids); },
        py::arg("ids"), without_gil());
    method(
        "_without_sources",
        [](const view& v, const std::vector<std::string>& ids) { return v.without_sources(ids); },
        py::arg("ids"), without_gil());
    method("_stated_by", &view::stated_by, py::arg("day"), without_gil());
    method(
        "_settled_by",
        [](const view& v, std::string_view policy) { return v.settled_by(policy::named(policy)); },
        py::arg("policy"), without_gil());
    method("_ignoring_marks", &view::ignoring_marks, without_gil());
    method("_reading", [](const view& v) { return to_string(v.reading()); });
    method(
        "_period_of", [](const view& v, const fact& f) { return v.period_of(f); }, py::arg("fact"));
    method(
        "_disputed", [](const view& v, const fact& f) { return v.disputed(f); }, py::arg("fact"));
    method("_describe", &view::describe);
    method(
        "_shows_node",
        [](const view& v, const node_or_id& n) { return static_cast<int>(v.shows(node_of(v.history(), n))); },
        py::arg("node"));
    method(
        "_shows_relation",
        [](const view& v, const relation& r) {
            if (r.store() != v.history().store())
                throw error(errc::invalid_argument, "the relation belongs to another history");
            return static_cast<int>(v.shows(r));
        },
        py::arg("relation"));
    method("_walk_nodes", &walk_nodes, py::arg("kind") = py::none());
    method("_walk_relations", &walk_relations, py::arg("type") = py::none());
    method("_walk_out", &walk_from<true>, py::arg("node"), py::arg("type") = py::none());
    method("_walk_in", &walk_from<false>, py::arg("node"), py::arg("type") = py::none());
}

} // namespace

void register_view(py::module_& m) {
    register_walker<node>(m, "NodeWalker");
    register_walker<relation>(m, "RelationWalker");
    register_view_type(m);
    add_methods(native_type<view>::base());
    m.def(
        "all_of", [](const history& h) { return view(h); }, py::arg("history"));
}

} // namespace comity::python
