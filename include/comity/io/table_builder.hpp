#pragma once

#include <comity/io/table.hpp>
#include <comity/time/day.hpp>
#include <comity/time/truth.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace comity {

/// One value on its way into a table: a text, an integer, a number, a flag, a day, or nothing. Made from any
/// of them, and from an optional one. Texts are borrowed until the call returns. Since 0.1.
class cell {
public:
    using value_type = std::variant<std::monostate, std::string_view, std::int64_t, double, bool, day>;

    cell() = default;
    cell(std::nullopt_t) noexcept {}
    cell(day d) noexcept : value_(d) {}
    cell(truth t) noexcept : value_(to_string(t)) {}
    template <class T>
    requires std::convertible_to<const T&, std::string_view> cell(const T& text)
    noexcept : value_(std::string_view(text)) {}
    template <std::integral T>
    cell(T value) noexcept {
        if constexpr (std::same_as<T, bool>)
            value_ = value;
        else
            value_ = static_cast<std::int64_t>(value);
    }
    cell(double value) noexcept : value_(value) {}
    template <class T>
    cell(const std::optional<T>& value) noexcept : cell(value ? cell(*value) : cell()) {}

    [[nodiscard]] const value_type& value() const noexcept { return value_; }

private:
    value_type value_;
};

/// One column while it is being filled. Each call adds one row; one that the column's type does not take
/// throws error(invalid_argument). Amortised O(1). Since 0.1.
class column_builder {
public:
    column_builder(std::string name, column_type type);
    /// A category column over a list of texts that is known beforehand; `category` adds by number.
    column_builder(std::string name, text_list categories);
    column_builder(column_builder&&) noexcept;
    column_builder& operator=(column_builder&&) noexcept;
    ~column_builder();

    /// Any value. An integer also goes into a number column.
    column_builder& add(const cell& value);
    // The same for who knows the type and adds many.
    void text(std::string_view value);     ///< to a text or category column
    void category(std::int32_t number);    ///< a number into the list of texts
    void integer(std::int64_t value);      ///< to an integer column
    void number(double value);             ///< to a number column
    void flag(bool value);                 ///< to a flag column
    void day(comity::day value);           ///< to a day column; saturates as columns do
    void null();                           ///< a cell without a value
    void bounded_day(std::int32_t day_32); ///< to a day column: empty where to_bound() gives no day

    /// The number of a text among the categories, put there if need be; adds no row. For who meets the same
    /// texts many times and keeps their numbers.
    [[nodiscard]] std::int32_t intern(std::string_view text);

    void reserve(std::size_t rows);
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] const std::string& name() const noexcept;

    /// The column; the builder is spent.
    [[nodiscard]] table_column build() &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

/// Makes a table column by column or row by row:
///
///     table_builder found{{"id", column_type::category}, {"days", column_type::integer}};
///     found.add_row({n.id(), 90});
///     return std::move(found).build();
///
/// Since 0.1.
class table_builder {
public:
    table_builder();
    table_builder(std::initializer_list<std::pair<std::string_view, column_type>> columns);
    table_builder(table_builder&&) noexcept;
    table_builder& operator=(table_builder&&) noexcept;
    ~table_builder();

    /// Adds a column and returns where to put its cells; the reference holds until build().
    column_builder& add_column(std::string_view name, column_type type);
    column_builder& add_column(std::string_view name, text_list categories);
    /// Adds a finished column: one that borrows its buffers, or comes from another table.
    void add_column(table_column column);

    /// Adds a cell to each column that was not added finished, in their order. Throws
    /// error(invalid_argument) for more or fewer cells than columns and for a value of the wrong type.
    void add_row(std::initializer_list<cell> cells);
    void add_row(std::span<const cell> cells);

    /// Something to say beside the rows, such as how far was searched.
    void set_note(std::string_view key, std::string_view text);

    /// What the rows rest on, made by the library's own listings.
    void set_grounds(std::shared_ptr<const detail::grounds> grounds);

    void reserve(std::size_t rows);

    /// The table; the builder is spent. Throws error(invalid_argument) if columns differ in length or share a
    /// name.
    [[nodiscard]] table build() &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace comity
