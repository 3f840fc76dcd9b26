#pragma once

#include "casters.hpp" // first: see there

#include "view_type.hpp"

#include <comity/time/bound.hpp>
#include <comity/time/edtf.hpp>
#include <comity/time/period.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <string_view>

// What the files of the Python door share. comity._core is private: it hands out plain classes, whose names,
// documentation and look the package comity owns (python/comity/).

namespace comity::python {

namespace py = pybind11;

/// For `def`: other Python threads run while the function does. Only for functions that touch no Python
/// object but through their already converted arguments; results are converted after it.
using without_gil = py::call_guard<py::gil_scoped_release>;

// One for each area, each in the file of that name.

void register_errors(py::module_& m);
void register_time(py::module_& m);
void register_dates(py::module_& m);
void register_schema(py::module_& m);
void register_history(py::module_& m);
void register_builder(py::module_& m);
void register_table(py::module_& m);
void register_arrow(py::module_& m);
void register_io(py::module_& m);
void register_csv(py::module_& m);
void register_analysis(py::module_& m);
void register_conduct(py::module_& m);
void register_questions(py::module_& m);
void register_view(py::module_& m);
void register_view_type(py::module_& m);
void register_graph(py::module_& m);
void register_many(py::module_& m);

/// Makes Python's error of what is being thrown.
void set_python_error() noexcept;

/// How many characters the first `bytes` bytes of a UTF-8 text are: Python counts those.
[[nodiscard]] std::size_t characters_in(std::string_view text, std::size_t bytes) noexcept;

/// "2006-06-15", or nothing where the edge is no day.
[[nodiscard]] std::optional<std::string> iso_day(const bound& b);

/// "date", "open", "unknown" or "overflow".
[[nodiscard]] std::string_view bound_name(const bound& b) noexcept;

/// The two days of a day of reduced precision: `2012` gives the first and the last of that year. Throws
/// date_error, or error(invalid_argument) for what is not one range of days.
[[nodiscard]] std::pair<day, day> days_of(std::string_view text);

} // namespace comity::python
