#include "numpy_array.hpp"

#include <comity/io/table.hpp>

#include <cstdint>

namespace comity::python {

namespace {

std::size_t bytes_of_bits(std::size_t bits) {
    return (bits + 7) / 8;
}

/// What a column is kept as; nothing for texts.
std::optional<py::array> values_of(const table_column& c) {
    const column_buffers& b = c.buffers();
    switch (c.type()) {
    case column_type::category:
    case column_type::day:
        return lent_array<std::int32_t>(b.owner, b.values, b.rows);
    case column_type::integer:
        return lent_array<std::int64_t>(b.owner, b.values, b.rows);
    case column_type::number:
        return lent_array<double>(b.owner, b.values, b.rows);
    case column_type::flag:
        return lent_array<std::uint8_t>(b.owner, b.values, bytes_of_bits(b.rows));
    case column_type::text:
        break;
    }
    return std::nullopt;
}

std::optional<py::array> validity_of(const table_column& c) {
    const column_buffers& b = c.buffers();
    if (b.validity == nullptr) return std::nullopt;
    return lent_array<std::uint8_t>(b.owner, b.validity, bytes_of_bits(b.rows));
}

/// The column of that name, if it is of the type that the caller takes it for.
const table_column& column_as(const table& t, std::string_view name, column_type type) {
    const table_column& c = t[name];
    if (c.type() != type)
        throw py::type_error("column '" + std::string(name) + "' holds cells of type " +
                             std::string(to_string(c.type())) + "; expected " + std::string(to_string(type)));
    return c;
}

template <column_type Type>
py::array values_as(const table& t, std::string_view name) {
    return *values_of(column_as(t, name, Type));
}

py::object cell_of(const table_column& c, std::size_t row) {
    if (c.is_null(row)) return py::none();
    switch (c.type()) {
    case column_type::text:
    case column_type::category:
        return py::cast(c.text(row));
    case column_type::integer:
        return py::int_(*c.integer(row));
    case column_type::number:
        return py::float_(*c.number(row));
    case column_type::flag:
        return py::bool_(*c.flag(row));
    case column_type::day:
        break;
    }
    return py::str(c.day(row)->to_string());
}

/// Each text of a dictionary becomes one Python object, shared by the rows that hold it.
py::list cells_of(const table_column& c) {
    py::list cells(c.size());
    if (c.type() != column_type::category) {
        for (std::size_t row = 0; row < c.size(); ++row) cells[row] = cell_of(c, row);
        return cells;
    }
    const text_list& texts = c.buffers().texts;
    std::vector<py::object> shared(texts.size());
    for (std::size_t row = 0; row < c.size(); ++row) {
        const std::optional<std::int32_t> number = c.category(row);
        if (!number) {
            cells[row] = py::none();
            continue;
        }
        py::object& text = shared[static_cast<std::size_t>(*number)];
        if (!text) text = py::cast(texts[static_cast<std::size_t>(*number)]);
        cells[row] = text;
    }
    return cells;
}

std::vector<std::string_view> categories_of(const table_column& c) {
    std::vector<std::string_view> texts;
    for (std::size_t i = 0; i < c.buffers().texts.size(); ++i) texts.push_back(c.buffers().texts[i]);
    return texts;
}

/// A place as Python counts: from the end where negative.
std::size_t place_in(py::ssize_t place, std::size_t size) {
    const py::ssize_t from_start = place < 0 ? place + static_cast<py::ssize_t>(size) : place;
    if (from_start < 0 || from_start >= static_cast<py::ssize_t>(size))
        throw py::index_error("row " + std::to_string(place) + " of " + std::to_string(size));
    return static_cast<std::size_t>(from_start);
}

} // namespace

void register_table(py::module_& m) {
    py::class_<table_column>(m, "Column")
        .def_property_readonly("name", &table_column::name)
        .def_property_readonly("type", [](const table_column& c) { return to_string(c.type()); })
        .def_property_readonly("null_count", &table_column::null_count)
        .def_property_readonly("values", &values_of)
        .def_property_readonly("validity", &validity_of)
        .def_property_readonly("categories", &categories_of)
        .def_property_readonly("categories_place", // the same for columns that share their categories
                               [](const table_column& c) {
                                   return reinterpret_cast<std::uintptr_t>(c.buffers().texts.offsets());
                               })
        .def("to_list", &cells_of)
        .def(
            "cell",
            [](const table_column& c, py::ssize_t row) { return cell_of(c, place_in(row, c.size())); },
            py::arg("row"))
        .def("__len__", &table_column::size);

    py::class_<table>(m, "Table")
        .def_property_readonly("column_names", &table::column_names)
        .def_property_readonly("notes",
                               [](const table& t) {
                                   return std::vector<std::pair<std::string, std::string>>(t.notes().begin(),
                                                                                           t.notes().end());
                               })
        .def(
            "column", [](const table& t, std::string_view name) { return t[name]; }, py::arg("name"))
        .def("codes", &values_as<column_type::category>, py::arg("name"))
        .def(
            "categories",
            [](const table& t, std::string_view name) {
                return categories_of(column_as(t, name, column_type::category));
            },
            py::arg("name"))
        .def("days", &values_as<column_type::day>, py::arg("name"))
        .def(
            "row",
            [](const table& t, py::ssize_t row) {
                const std::size_t place = place_in(row, t.row_count());
                py::list cells;
                for (const table_column& c : t.columns()) cells.append(cell_of(c, place));
                return py::tuple(cells);
            },
            py::arg("row"))
        .def(
            "to_text",
            [](const table& t, std::size_t most_rows, std::size_t most_width) {
                return to_string(t, {most_rows, most_width});
            },
            py::arg("most_rows"), py::arg("most_width"), without_gil())
        .def("__len__", &table::row_count);
}

} // namespace comity::python
