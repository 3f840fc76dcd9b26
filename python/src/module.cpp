#include "bindings.hpp"
#include "bulk.hpp"

// comity._core: the private half of the package. Each area registers itself from a file of its own, so that
// they compile in parallel. The order is that of the floors, because a signature can only name what is known.
PYBIND11_MODULE(_core, m) {
    namespace python = comity::python;

    m.doc() = "The compiled half of comity. Private: use the package comity.";
    m.attr("__version__") = COMITY_PYTHON_VERSION;

    python::register_errors(m);
    python::register_time(m);
    python::register_dates(m);
    python::register_schema(m);
    python::register_history(m);
    python::register_builder(m);
    python::register_table(m);
    python::register_view(m);
    python::register_arrow(m);
    python::register_io(m);
    python::register_csv(m);
    python::register_bulk(m);
    python::register_analysis(m);
    python::register_conduct(m);
    python::register_graph(m);
    python::register_many(m);
    python::register_questions(m);
}
