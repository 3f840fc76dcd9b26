#include "bindings.hpp"

#include <comity/error.hpp>
#include <comity/time/date_column.hpp>
#include <comity/time/lag.hpp>

#include <array>
#include <deque>

namespace comity::python {

namespace {

season_policy seasons_named(std::string_view name) {
    if (name == "northern") return season_policy::northern;
    if (name == "southern") return season_policy::southern;
    if (name == "whole-year") return season_policy::whole_year;
    throw error(errc::invalid_argument,
                "seasons='" + std::string(name) + "': expected 'northern', 'southern' or 'whole-year'");
}

slash_order slashes_named(std::string_view name) {
    if (name == "day-first") return slash_order::day_first;
    if (name == "month-first") return slash_order::month_first;
    if (name == "refuse") return slash_order::refuse;
    throw error(errc::invalid_argument,
                "slashes='" + std::string(name) + "': expected 'day-first', 'month-first' or 'refuse'");
}

collapse_rule rule_named(std::string_view name) {
    if (name == "earliest") return collapse_rule::earliest;
    if (name == "latest") return collapse_rule::latest;
    if (name == "midpoint") return collapse_rule::midpoint;
    if (name == "draw") return collapse_rule::draw;
    throw error(errc::invalid_argument,
                "rule='" + std::string(name) + "': expected 'earliest', 'latest', 'midpoint' or 'draw'");
}

/// A writable buffer of `rows` values of T.
template <class T>
T* column(const py::buffer& b, std::size_t rows) {
    const py::buffer_info info = b.request(true);
    if (info.itemsize != static_cast<py::ssize_t>(sizeof(T)) || info.ndim != 1 ||
        info.shape[0] != static_cast<py::ssize_t>(rows) || info.strides[0] != info.itemsize)
        throw error(errc::invalid_argument, "a column to fill has another type or length");
    return static_cast<T*>(info.ptr);
}

/// The text of a cell, or nothing for None and NaN. What Python can't write as UTF-8 is no date: it is kept
/// in `odd` in the form that shows it.
std::optional<std::string_view> text_of(PyObject* item, std::size_t row, std::deque<std::string>& odd) {
    if (PyUnicode_Check(item)) {
        py::ssize_t size = 0;
        const char* data = PyUnicode_AsUTF8AndSize(item, &size);
        if (data != nullptr) return std::string_view(data, static_cast<std::size_t>(size));
        PyErr_Clear();
        const auto bytes =
            py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(item, "utf-8", "surrogatepass"));
        if (!bytes) throw py::error_already_set();
        return odd.emplace_back(std::string(bytes));
    }
    if (item == Py_None || (PyFloat_Check(item) && PyFloat_AS_DOUBLE(item) != PyFloat_AS_DOUBLE(item)))
        return std::nullopt;
    throw py::type_error("row " + std::to_string(row) + ": expected text or None, not " +
                         Py_TYPE(item)->tp_name);
}

using failure_tuple = std::tuple<std::size_t, std::size_t, std::string>;

/// Fills the columns; gives row, position and what was expected of each text that is no date.
std::vector<failure_tuple> parse_dates(const py::tuple& texts, bool lenient, std::string_view seasons,
                                       bool hour_24, std::string_view slashes, bool open_far_end,
                                       const py::buffer& earliest, const py::buffer& latest,
                                       const py::buffer& earliest_kind, const py::buffer& latest_kind,
                                       const py::buffer& outcome, const py::buffer& marks,
                                       const py::buffer& notes) {
    const std::size_t rows = texts.size();
    date_column_options options;
    options.dates = {seasons_named(seasons), hour_24};
    options.lenient = lenient;
    options.slashes = slashes_named(slashes);
    options.open_far_end = open_far_end;
    const date_columns out{column<std::int64_t>(earliest, rows),      column<std::int64_t>(latest, rows),
                           column<std::uint8_t>(earliest_kind, rows), column<std::uint8_t>(latest_kind, rows),
                           column<std::uint8_t>(outcome, rows),       column<std::uint8_t>(marks, rows),
                           column<std::uint32_t>(notes, rows)};
    std::deque<std::string> odd;
    std::vector<std::optional<std::string_view>> cells(rows);
    for (std::size_t i = 0; i < rows; ++i)
        cells[i] = text_of(PyTuple_GET_ITEM(texts.ptr(), static_cast<py::ssize_t>(i)), i, odd);
    date_column_reader reader(out, options);
    {
        const py::gil_scoped_release free_lock; // the tuple keeps the texts alive
        for (std::size_t i = 0; i < rows; ++i) cells[i] ? reader.read(i, *cells[i]) : reader.skip(i);
    }
    std::vector<failure_tuple> failures;
    for (const date_column_failure& f : reader.failures()) {
        failures.emplace_back(f.row, characters_in(*cells[f.row], f.why.position), f.why.expected);
    }
    return failures;
}

std::tuple<std::string, std::string_view, std::vector<std::string_view>>
read_leniently(std::string_view text, std::string_view seasons, bool hour_24, std::string_view slashes,
               bool open_far_end) {
    const lenient_reading found =
        read_lenient(text, {slashes_named(slashes), open_far_end, {seasons_named(seasons), hour_24}});
    constexpr std::array<std::string_view, 3> names{"date", "absent", "open"};
    return {found.text, names[static_cast<std::size_t>(found.kind)], describe(found.notes)};
}

} // namespace

void register_dates(py::module_& m) {
    m.def("parse_dates", &parse_dates, py::arg("texts"), py::arg("lenient"), py::arg("seasons"),
          py::arg("hour_24"), py::arg("slashes"), py::arg("open_far_end"), py::arg("earliest"),
          py::arg("latest"), py::arg("earliest_kind"), py::arg("latest_kind"), py::arg("outcome"),
          py::arg("marks"), py::arg("notes"));
    m.def("read_lenient", &read_leniently, py::arg("text"), py::arg("seasons"), py::arg("hour_24"),
          py::arg("slashes"), py::arg("open_far_end"));
    m.def(
        "describe_notes", [](std::uint32_t notes) { return describe(static_cast<lenient_note>(notes)); },
        py::arg("notes"));
    py::class_<collapse>(m, "Collapse")
        .def(py::init(
                 [](std::string_view rule, std::uint64_t seed) { return collapse(rule_named(rule), seed); }),
             py::arg("rule"), py::arg("seed"))
        .def(
            "lag",
            [](collapse& c, std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
                return c(lag{min.value_or(0), max.value_or(0), !min, !max});
            },
            py::arg("min"), py::arg("max"))
        .def(
            "window",
            [](collapse& c, const date& d) -> std::optional<std::string> {
                const auto found = c(date_window{d.earliest(), d.latest()});
                return found ? std::optional(found->to_string()) : std::nullopt;
            },
            py::arg("date"));
}

} // namespace comity::python
