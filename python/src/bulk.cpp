// Columns that Python has already, NumPy's, pandas's or anyone's who speaks Arrow, to a history.

#include "bulk.hpp"

#include "interruptible.hpp"

#include <comity/error.hpp>
#include <comity/io/bulk_columns.hpp>
#include <comity/io/table_builder.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace comity::python {

namespace {

/// Whole numbers of one width that lie together.
template <class T>
std::span<const T> lent_numbers(const py::buffer_info& info) {
    if (info.ndim != 1 || info.itemsize != sizeof(T) || (info.size > 1 && info.strides[0] != sizeof(T)))
        throw error(errc::invalid_argument,
                    "that is not one row of numbers of " + std::to_string(8 * sizeof(T)) + " bits");
    return {static_cast<const T*>(info.ptr), static_cast<std::size_t>(info.size)};
}

/// Columns on their way into a table.
class columns_in {
public:
    /// Texts of a list; None is no value.
    void add_texts(const std::string& name, const py::list& cells) {
        column_builder c(name, column_type::text);
        c.reserve(cells.size());
        for (std::size_t row = 0; row < cells.size(); ++row) add_text(c, cells[row], row);
        columns_.push_back(std::move(c).build());
    }
    /// Numbers into a list of texts; a negative one is no value.
    void add_categories(const std::string& name, const py::buffer& codes,
                        const std::vector<std::string>& texts) {
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        column_builder c(name, text_list(views));
        const py::buffer_info info = codes.request();
        for (const std::int32_t code : lent_numbers<std::int32_t>(info)) {
            if (code < 0)
                c.null();
            else
                c.category(code);
        }
        columns_.push_back(std::move(c).build());
    }
    void add_integers(const std::string& name, const py::buffer& values,
                      const std::optional<py::buffer>& empty) {
        add_numbers<std::int64_t>(name, column_type::integer, values, empty,
                                  [](column_builder& c, std::int64_t n) { c.integer(n); });
    }
    /// Days since 1970-01-01.
    void add_days(const std::string& name, const py::buffer& values, const std::optional<py::buffer>& empty) {
        add_numbers<std::int64_t>(name, column_type::day, values, empty,
                                  [](column_builder& c, std::int64_t n) { c.day(day(n)); });
    }
    /// A column that is there and not read.
    void add_nothing(const std::string& name, std::size_t rows) {
        column_builder c(name, column_type::text);
        for (std::size_t row = 0; row < rows; ++row) c.null();
        columns_.push_back(std::move(c).build());
    }
    [[nodiscard]] table build() { return table(std::exchange(columns_, {})); }

private:
    static void add_text(column_builder& c, const py::handle& cell, std::size_t row) {
        if (cell.is_none()) return c.null();
        try {
            c.text(text_of(cell));
        } catch (const error& e) {
            throw error(e.code(),
                        "column '" + c.name() + "', row " + std::to_string(row + 1) + ": " + e.what());
        }
    }
    template <class T, class Add>
    void add_numbers(const std::string& name, column_type type, const py::buffer& values,
                     const std::optional<py::buffer>& empty, Add&& add) {
        const py::buffer_info info = values.request();
        const std::span<const T> numbers = lent_numbers<T>(info);
        column_builder c(name, type);
        c.reserve(numbers.size());
        std::optional<py::buffer_info> mask_info;
        std::span<const std::uint8_t> mask;
        if (empty) mask = lent_numbers<std::uint8_t>(mask_info.emplace(empty->request()));
        if (empty && mask.size() != numbers.size())
            throw error(errc::invalid_argument, "column '" + name + "' and its mask differ in length");
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            if (!mask.empty() && mask[row] != 0)
                c.null();
            else
                add(c, numbers[row]);
        }
        columns_.push_back(std::move(c).build());
    }

    std::vector<table_column> columns_;
};

table from_arrow(const py::object& stream, const std::vector<std::string>& names) {
    constexpr const char* name = "arrow_array_stream";
    if (PyCapsule_IsValid(stream.ptr(), name) == 0)
        throw error(errc::invalid_argument, "that is no Arrow stream");
    return table_from(*static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(stream.ptr(), name)), names);
}

std::pair<history, load_report> read_tables(const table& nodes, const table& relations, csv_options options,
                                            const py::object& tell) {
    options.tell = interruptible(tell);
    const py::gil_scoped_release release;
    loaded_history made = read_columns(nodes, relations, options);
    return {std::move(made.history), std::move(made.report)};
}

} // namespace

void register_bulk(py::module_& m) {
    py::class_<columns_in>(m, "Columns")
        .def(py::init<>())
        .def("add_texts", &columns_in::add_texts, py::arg("name"), py::arg("cells"))
        .def("add_categories", &columns_in::add_categories, py::arg("name"), py::arg("codes"),
             py::arg("texts"))
        .def("add_integers", &columns_in::add_integers, py::arg("name"), py::arg("values"), py::arg("empty"))
        .def("add_days", &columns_in::add_days, py::arg("name"), py::arg("values"), py::arg("empty"))
        .def("add_nothing", &columns_in::add_nothing, py::arg("name"), py::arg("rows"))
        .def("build", &columns_in::build);
    m.def("table_from_arrow", &from_arrow, py::arg("stream"), py::arg("names"));
    m.def("check_zone", &check_zone, py::arg("where"), py::arg("zone"));
    m.def("read_columns", &read_tables, py::arg("nodes"), py::arg("relations"), py::arg("options"),
          py::arg("progress"));
}

} // namespace comity::python
