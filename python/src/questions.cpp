#include "facts.hpp"
#include "plain.hpp"

#include <comity/io/evidence.hpp>
#include <comity/io/source_tables.hpp>
#include <comity/io/table_difference.hpp>
#include <comity/view/view.hpp>

namespace comity::python {

namespace {

// What is asked of sources: the view first, a table back; the lock of the interpreter is free meanwhile.

table supports_of(const view& v, std::optional<std::size_t> most_sources,
                  std::optional<std::size_t> most_roots, bool unlocated, const std::string& language,
                  const py::object& tell) {
    support_options how;
    how.most_sources = most_sources.value_or(how.most_sources);
    how.most_roots = most_roots.value_or(how.most_roots);
    how.unlocated = unlocated;
    how.tell = interruptible(tell);
    return to_table(supports(v, how), {language, how.tell});
}

table differences_of(const view& v, std::string_view first, std::string_view other,
                     const std::string& language, const py::object& tell) {
    return answered(language, tell, [&](const progress& p) { return differences(v, first, other, p); });
}

table parties_of(const view& v, const node_or_id& first, const node_or_id& other,
                 const std::optional<std::string>& type, const std::string& language,
                 const py::object& tell) {
    std::optional<relation_type> wanted;
    if (type) wanted = v.history().schema().relation_type_named(*type);
    const node a = node_of(v.history(), first);
    const node b = node_of(v.history(), other);
    return answered(language, tell, [&](const progress& p) { return parties(v, a, b, wanted, p); });
}

table evidence_of(const view& v, const table& answer, std::optional<std::size_t> row,
                  const py::object& tell) {
    return row ? evidence(v, answer, *row) : evidence(v, answer, interruptible(tell));
}

} // namespace

void register_questions(py::module_& m) {
    m.def("supports", &supports_of, py::arg("view"), py::arg("most_sources"), py::arg("most_roots"),
          py::arg("unlocated"), py::arg("language"), told(), without_gil());
    m.def("differences", &differences_of, py::arg("view"), py::arg("first"), py::arg("other"),
          py::arg("language"), told(), without_gil());
    m.def(
        "agreements",
        [](const view& v, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return agreements(v, p); });
        },
        py::arg("view"), py::arg("language"), told(), without_gil());
    m.def(
        "coverage",
        [](const view& v, std::int64_t years, const std::string& language, const py::object& tell) {
            return answered(language, tell, [&](const progress& p) { return coverage(v, years, p); });
        },
        py::arg("view"), py::arg("years"), py::arg("language"), told(), without_gil());
    m.def(
        "first_statements",
        [](const view& v, const std::optional<std::string>& source, const std::string& language,
           const py::object& tell) {
            return answered(language, tell,
                            [&](const progress& p) { return first_statements(v, source, p); });
        },
        py::arg("view"), py::arg("source"), py::arg("language"), told(), without_gil());
    m.def("parties", &parties_of, py::arg("view"), py::arg("first"), py::arg("other"), py::arg("type"),
          py::arg("language"), told(), without_gil());
    m.def("evidence", &evidence_of, py::arg("view"), py::arg("answer"), py::arg("row"), told(),
          without_gil());
    m.def(
        "difference_of",
        [](const table& before, const table& after, const std::vector<std::string>& keys,
           const std::vector<std::string>& ignored) { return difference_of(before, after, keys, ignored); },
        py::arg("before"), py::arg("after"), py::arg("keys"), py::arg("ignored"), without_gil());
}

} // namespace comity::python
