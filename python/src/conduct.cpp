#include "facts.hpp"
#include "plain.hpp"

#include <comity/io/conduct_tables.hpp>
#include <comity/view/view.hpp>

namespace comity::python {

namespace {

table ballots_table(const view& v, const node_or_id& group, const std::string& language,
                    const py::object& tell) {
    return answered(language, tell,
                    [&](const progress& p) { return ballots(v, node_of(v.history(), group), p); });
}

table cohesion_table(const view& v, const node_or_id& group, const std::string& language,
                     const py::object& tell) {
    return answered(language, tell,
                    [&](const progress& p) { return cohesion_of(v, node_of(v.history(), group), p); });
}

table follow_through_table(const view& v, const std::string& language, const py::object& tell) {
    return answered(language, tell,
                    [&](const progress& p) { return follow_through(v, follow_through_rules(), p); });
}

} // namespace

void register_conduct(py::module_& m) {
    register_plain<&professions>(m, "professions");
    register_plain<&fates>(m, "fates");
    register_plain<&firsts>(m, "firsts");
    m.def("follow_through", &follow_through_table, py::arg("view"), py::arg("language"), told(),
          without_gil());
    m.def("ballots", &ballots_table, py::arg("view"), py::arg("group"), py::arg("language"), told(),
          without_gil());
    m.def("cohesion", &cohesion_table, py::arg("view"), py::arg("group"), py::arg("language"), told(),
          without_gil());
}

} // namespace comity::python
