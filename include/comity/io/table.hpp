#pragma once

#include <comity/time/day.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

namespace detail {
class grounds;
}

/// What the cells of a column are. The numbers are also the C API's. Since 0.1.
enum class column_type : std::uint8_t {
    text = 0,     ///< UTF-8, each cell a text of its own
    category = 1, ///< UTF-8, each cell one of few texts: a number into a shared list of them
    integer = 2,  ///< 64 bits, signed
    number = 3,   ///< 64 bits, binary floating point
    flag = 4,     ///< yes or no
    day = 5,      ///< days since 1970-01-01, 32 bits, signed
};

/// "text", "category", "integer", "number", "flag" or "day". Since 0.1.
[[nodiscard]] std::string_view to_string(column_type t) noexcept;

/// Texts laid end to end: what a text column holds, and what the numbers of a category column point into.
/// Immutable; copying shares. Since 0.1.
class text_list {
public:
    text_list() = default;
    /// Copies the texts.
    explicit text_list(std::span<const std::string_view> texts);
    /// Borrows them: text i lies at bytes[offsets[i]] .. bytes[offsets[i + 1]]; `owner` keeps both alive.
    text_list(std::span<const std::int64_t> offsets, const char* bytes, std::shared_ptr<const void> owner);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept {
        return {bytes_ + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
    }
    /// size() + 1 offsets in Arrow's shape; never null.
    [[nodiscard]] const std::int64_t* offsets() const noexcept { return offsets_; }
    [[nodiscard]] const char* bytes() const noexcept { return bytes_; }

private:
    static constexpr std::int64_t no_offsets[1] = {0};

    const std::int64_t* offsets_ = no_offsets;
    const char* bytes_ = "";
    std::size_t size_ = 0;
    std::shared_ptr<const void> owner_;
};

/// The buffers of one column, in the layout of Arrow, so that they leave the library without a copy:
/// `text` is Arrow's large_utf8, `category` a dictionary of int32 into large_utf8, `integer` int64, `number`
/// float64, `flag` bool (a bit each, least significant first), `day` date32. Since 0.1.
struct column_buffers {
    column_type type = column_type::text;
    std::size_t rows = 0;
    std::size_t nulls = 0;
    /// A bit for each row, least significant first; 1: there is a value. Null if no cell is empty.
    const std::uint8_t* validity = nullptr;
    /// int32 into `texts` (category), int64 (integer), double (number), bits (flag), int32 (day); null for a
    /// text column. What stands under an empty cell is some value of the type.
    const void* values = nullptr;
    /// The cells of a text column, the dictionary of a category column.
    text_list texts;
    /// Keeps `validity` and `values` alive.
    std::shared_ptr<const void> owner;
};

/// A named, typed column of a table. A value: copying shares the buffers and keeps them alive. Since 0.1.
///
/// Asking for a cell throws error(invalid_argument) for a row that is not there, and for a type that the
/// column has not; it costs O(1).
class table_column {
public:
    /// A column over buffers that the caller made or borrows.
    table_column(std::string name, column_buffers buffers);
    /// The same over a stranger's buffers: its empty cells are counted (`buffers.nulls` is not looked at),
    /// and error(invalid_argument) is thrown for missing values, for texts that are not one a row and for a
    /// number beyond the list of a category column. O(rows). Since 0.1.
    [[nodiscard]] static table_column checked(std::string name, column_buffers buffers);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] column_type type() const noexcept { return buffers_.type; }
    [[nodiscard]] std::size_t size() const noexcept { return buffers_.rows; }
    [[nodiscard]] std::size_t null_count() const noexcept { return buffers_.nulls; }
    [[nodiscard]] const column_buffers& buffers() const noexcept { return buffers_; }

    /// Whether there is no value in that row.
    [[nodiscard]] bool is_null(std::size_t row) const;
    /// Cell of a text or category column; the empty text where there is no value.
    [[nodiscard]] std::string_view text(std::size_t row) const;
    /// Which text of `buffers().texts` a category column holds there; nothing where there is no value.
    [[nodiscard]] std::optional<std::int32_t> category(std::size_t row) const;
    /// Cell of an integer column; nothing where there is no value.
    [[nodiscard]] std::optional<std::int64_t> integer(std::size_t row) const;
    /// Cell of a number or integer column; nothing where there is no value.
    [[nodiscard]] std::optional<double> number(std::size_t row) const;
    /// Cell of a flag column; nothing where there is no value.
    [[nodiscard]] std::optional<bool> flag(std::size_t row) const;
    /// Cell of a day column; nothing where there is no value.
    [[nodiscard]] std::optional<comity::day> day(std::size_t row) const;
    /// Any cell as a reader would write it; the empty text where there is no value.
    [[nodiscard]] std::string to_string(std::size_t row) const;

    /// All cells at once, for who walks over many: `values<double>()`. T is std::int32_t (category, day),
    /// std::int64_t (integer) or double (number). Throws as a cell does.
    template <class T>
    [[nodiscard]] std::span<const T> values() const;

private:
    void require_row(std::size_t row) const;
    [[noreturn]] void refuse(std::string_view wanted) const;
    template <class T>
    [[nodiscard]] std::optional<T> value(std::size_t row, column_type wanted) const;

    std::string name_;
    column_buffers buffers_;
};

template <>
[[nodiscard]] std::span<const std::int32_t> table_column::values<std::int32_t>() const;
template <>
[[nodiscard]] std::span<const std::int64_t> table_column::values<std::int64_t>() const;
template <>
[[nodiscard]] std::span<const double> table_column::values<double>() const;

/// Named, typed columns of equal length: the one shape in which every listing and every analysis leaves the
/// library. Immutable; copying shares; safe to read from many threads; holds no history. Since 0.1.
class table {
public:
    /// No columns and no rows.
    table() = default;
    /// Throws error(invalid_argument) if two columns differ in length or share a name. Notes say what the
    /// rows do not, such as how far was searched.
    explicit table(std::vector<table_column> columns,
                   std::vector<std::pair<std::string, std::string>> notes = {},
                   std::shared_ptr<const detail::grounds> grounds = nullptr);

    [[nodiscard]] std::size_t row_count() const noexcept;
    [[nodiscard]] std::size_t column_count() const noexcept { return columns().size(); }
    [[nodiscard]] std::span<const table_column> columns() const noexcept;
    [[nodiscard]] std::vector<std::string> column_names() const;

    /// The column at that place. Throws error(invalid_argument) if there is none.
    [[nodiscard]] const table_column& operator[](std::size_t place) const;
    /// The column of that name. Throws error(unknown_id), which names those there are. O(columns).
    [[nodiscard]] const table_column& operator[](std::string_view name) const;
    /// The same, or null. O(columns).
    [[nodiscard]] const table_column* find(std::string_view name) const noexcept;

    /// What is said beside the rows: key and text.
    [[nodiscard]] std::span<const std::pair<std::string, std::string>> notes() const noexcept;
    /// The note of that key; the empty text if there is none.
    [[nodiscard]] std::string_view note(std::string_view key) const noexcept;

    /// What the rows rest on, for `evidence`; null where the table doesn't say.
    [[nodiscard]] const std::shared_ptr<const detail::grounds>& grounds() const noexcept;

private:
    struct state;
    std::shared_ptr<const state> state_;
};

/// How a table is printed. Since 0.1.
struct table_format {
    std::size_t most_rows = 40;  ///< further rows are only counted
    std::size_t most_width = 48; ///< of one column, in characters; longer cells end in "..."
};

/// The table as aligned plain text: a line of names, a line of dashes, a line a row; numbers stand to the
/// right. Characters are counted, not measured: East Asian ones take more room. Since 0.1.
[[nodiscard]] std::string to_string(const table& t, const table_format& format = {});

/// Writes to_string(t). Since 0.1.
std::ostream& operator<<(std::ostream& out, const table& t);

} // namespace comity
