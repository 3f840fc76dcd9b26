#include "facts.hpp"
#include "plain.hpp"

#include <comity/error.hpp>
#include <comity/io/analysis_tables.hpp>
#include <comity/view/view.hpp>

#include <array>

namespace comity::python {

namespace {

// Every analysis takes the view first and gives a table; the lock of the interpreter is free while it works.

standing standing_named(std::string_view name) {
    constexpr std::array known{standing::member, standing::associate, standing::observer, standing::partner,
                               standing::candidate};
    for (const standing s : known)
        if (to_string(s) == name) return s;
    throw error(errc::invalid_argument,
                "standing='" + std::string(name) +
                    "': expected 'member', 'associate', 'observer', 'partner' or 'candidate'");
}

table lineage_of(const view& v, const node_or_id& root, std::optional<std::size_t> deepest,
                 const std::string& language, const py::object& tell) {
    const node from = node_of(v.history(), root);
    return answered(language, tell, [&](const progress& p) {
        return lineage(v, from, lineage_rules(), deepest.value_or(any_depth), p);
    });
}

table members_table(const view& v, const node_or_id& group, std::string_view as, const std::string& language,
                    const py::object& tell) {
    return answered(language, tell, [&](const progress& p) {
        return members_of(v, node_of(v.history(), group), standing_named(as), p);
    });
}

table roster_of(const view& v, const node_or_id& organisation, const std::string& language,
                const py::object& tell) {
    return answered(language, tell,
                    [&](const progress& p) { return roster(v, node_of(v.history(), organisation), p); });
}

listing<occurrence> series_of(const view& v, std::string_view kind, const progress& tell) {
    return series(v, v.history().schema().kind_named(kind), tell);
}

} // namespace

void register_analysis(py::module_& m) {
    register_plain<&timeline>(m, "timeline");
    register_plain<&proposals>(m, "proposals");
    register_plain<&positions>(m, "positions");
    register_plain<&quantities>(m, "quantities");
    register_plain<&causes>(m, "causes");
    register_plain<&summary>(m, "summary");
    m.def(
        "diff",
        [](const view& before, const view& after, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return diff(before, after, p); });
        },
        py::arg("before"), py::arg("after"), py::arg("language"), told(), without_gil());
    m.def("lineage", &lineage_of, py::arg("view"), py::arg("root"), py::arg("deepest"), py::arg("language"),
          told(), without_gil());
    m.def("members", &members_table, py::arg("view"), py::arg("group"), py::arg("standing"),
          py::arg("language"), told(), without_gil());
    m.def("roster", &roster_of, py::arg("view"), py::arg("organisation"), py::arg("language"), told(),
          without_gil());
    m.def(
        "series",
        [](const view& v, std::string_view kind, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return series_of(v, kind, p); });
        },
        py::arg("view"), py::arg("kind"), py::arg("language"), told(), without_gil());
    m.def(
        "participations",
        [](const view& v, std::string_view kind, const std::string& language, const py::object& tell) {
            const listing_options how{language, interruptible(tell)};
            const auto events = series_of(v, kind, how.tell);
            return participations_table(events.rows, how, &events.searched.seen);
        },
        py::arg("view"), py::arg("kind"), py::arg("language"), told(), without_gil());
    m.def(
        "disagreements",
        [](const view& v, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return disagreements(v, p); });
        },
        py::arg("seen"), py::arg("language"), told(), without_gil());
    m.def(
        "disagreements",
        [](const history& h, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return disagreements(h, p); });
        },
        py::arg("seen"), py::arg("language"), told(), without_gil());
    m.def(
        "settlements",
        [](const view& v, const std::vector<std::string>& names, const std::string& language,
           const py::object& tell) {
            std::vector<policy> policies;
            for (const std::string& name : names) policies.push_back(policy::named(name));
            return answered(language, tell, [&](const progress& p) { return settlements(v, policies, p); });
        },
        py::arg("view"), py::arg("policies"), py::arg("language"), told(), without_gil());
    m.def(
        "audit",
        [](const view& v, bool list_facts, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return audit(v, {list_facts, p}); });
        },
        py::arg("view"), py::arg("list_facts"), py::arg("language"), told(), without_gil());
}

} // namespace comity::python
