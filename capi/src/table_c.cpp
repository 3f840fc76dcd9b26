#include "constants.hpp"
#include "handles.hpp"
#include "options.hpp"

#include <comity/io/table.hpp>
#include <comity/io/table_builder.hpp>

#include <limits>
#include <type_traits>
#include <vector>

using namespace comity::capi;

static_assert(same(comity::column_type::text, COMITY_COLUMN_TEXT));
static_assert(same(comity::column_type::category, COMITY_COLUMN_CATEGORY));
static_assert(same(comity::column_type::integer, COMITY_COLUMN_INTEGER));
static_assert(same(comity::column_type::number, COMITY_COLUMN_NUMBER));
static_assert(same(comity::column_type::flag, COMITY_COLUMN_FLAG));
static_assert(same(comity::column_type::day, COMITY_COLUMN_DAY));

namespace {

using comity::column_type;

const comity::table_column& column_of(const comity_table* table, int64_t column) {
    const comity::table& t = object(table).value;
    return t[index_in(column, t.column_count(), "column")];
}

/// The column, which has to be of that type.
const comity::table_column& column_of(const comity_table* table, int64_t column, column_type wanted) {
    const comity::table_column& c = column_of(table, column);
    if (c.type() != wanted)
        throw refusal(COMITY_E_INVALID_ARGUMENT, "column '" + c.name() + "' is of type " +
                                                     std::string(to_string(c.type())) + ", not " +
                                                     std::string(to_string(wanted)));
    return c;
}

/// All cells of a column, as they lie.
template <class T>
int32_t cells(const comity_table* table, int64_t column, column_type type, const T** out, const char* name) {
    return guard([&] {
        auto& result = required(out, name);
        result = static_cast<const T*>(column_of(table, column, type).buffers().values);
    });
}

/// One cell, by the column's own accessor.
template <class T, class Value>
int32_t cell(const comity_table* table, int64_t column, int64_t row, T* out, Value&& value_of) {
    return guard([&] {
        auto& result = required(out, "out_value");
        const comity::table_column& c = column_of(table, column);
        const auto value = value_of(c, index_in(row, c.size(), "row"));
        if (!value)
            throw refusal(COMITY_E_NO_VALUE,
                          "column '" + c.name() + "' is empty in row " + std::to_string(row));
        result = *value;
    });
}

std::string_view kept_cell(const comity_texts& texts, size_t i, const std::string& column) {
    return kept_text_in(texts.data[i], texts.lengths == nullptr ? COMITY_NUL : texts.lengths[i],
                        column.c_str());
}

/// The caller's texts, which lie apart, laid end to end.
comity::table_column text_column(const comity_column& given, const std::string& name) {
    if (given.validity != nullptr)
        throw refusal(COMITY_E_INVALID_ARGUMENT,
                      "column '" + name +
                          "' is of texts: a NULL among them is an empty cell, not 'validity'");
    comity::column_builder cells(name, column_type::text);
    cells.reserve(given.texts.count);
    for (size_t i = 0; i < given.texts.count; ++i)
        given.texts.data[i] == nullptr ? cells.null() : cells.text(kept_cell(given.texts, i, name));
    return std::move(cells).build();
}

comity::table_column column_in(const comity_column& given, size_t rows) {
    require_zero(given.reserved);
    std::string name(kept_text_in(given.name.data, given.name.length, "name"));
    if (given.texts.count != 0) required(given.texts.data, "texts");
    comity::column_buffers b;
    b.type = enum_in(given.type, column_type::day, "type");
    if (b.type == column_type::text) {
        b = text_column(given, name).buffers();
    } else {
        std::vector<std::string_view> words(given.texts.count);
        for (size_t i = 0; i < words.size(); ++i) words[i] = kept_cell(given.texts, i, name);
        b.texts = comity::text_list(words);
        b.values = given.values;
        b.validity = given.validity;
    }
    b.rows = rows;
    return comity::table_column::checked(std::move(name), std::move(b));
}

} // namespace

int32_t comity_table_borrow(const comity_column* columns, int64_t column_count, int64_t row_count,
                            comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const size_t count = size_in(column_count, "column_count");
        const size_t rows = size_in(row_count, "row_count");
        if (count != 0) required(columns, "columns");
        std::vector<comity::table_column> made;
        made.reserve(count);
        for (size_t i = 0; i < count; ++i) made.push_back(column_in(columns[i], rows));
        result.make(comity::table(std::move(made)));
    });
}

int32_t comity_table_destroy(comity_table** table) {
    return destroy(table);
}

int32_t comity_table_row_count(const comity_table* table, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(object(table).value.row_count()); });
}

int32_t comity_table_column_count(const comity_table* table, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(object(table).value.column_count()); });
}

int32_t comity_table_find_column(const comity_table* table, const char* name, size_t length,
                                 int64_t* out_column) {
    return guard([&] {
        auto& result = required(out_column, "out_column");
        const comity::table& t = object(table).value;
        result = &t[text_in(name, length, "name")] - t.columns().data();
    });
}

int32_t comity_table_column_name(const comity_table* table, int64_t column, const char** out_text,
                                 size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = column_of(table, column).name(); });
}

int32_t comity_table_column_type(const comity_table* table, int64_t column, int32_t* out_type) {
    return guard(
        [&] { required(out_type, "out_type") = static_cast<int32_t>(column_of(table, column).type()); });
}

int32_t comity_table_null_count(const comity_table* table, int64_t column, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(column_of(table, column).null_count()); });
}

int32_t comity_table_validity(const comity_table* table, int64_t column, const uint8_t** out_bits) {
    return guard([&] { required(out_bits, "out_bits") = column_of(table, column).buffers().validity; });
}

int32_t comity_table_integers(const comity_table* table, int64_t column, const int64_t** out_values) {
    return cells(table, column, column_type::integer, out_values, "out_values");
}

int32_t comity_table_numbers(const comity_table* table, int64_t column, const double** out_values) {
    return cells(table, column, column_type::number, out_values, "out_values");
}

int32_t comity_table_flags(const comity_table* table, int64_t column, const uint8_t** out_bits) {
    return cells(table, column, column_type::flag, out_bits, "out_bits");
}

int32_t comity_table_days(const comity_table* table, int64_t column, const int32_t** out_values) {
    return cells(table, column, column_type::day, out_values, "out_values");
}

int32_t comity_table_categories(const comity_table* table, int64_t column, const int32_t** out_values) {
    return cells(table, column, column_type::category, out_values, "out_values");
}

int32_t comity_table_texts(const comity_table* table, int64_t column, const int64_t** out_offsets,
                           const char** out_bytes, int64_t* out_count) {
    return guard([&] {
        auto& offsets = required(out_offsets, "out_offsets");
        auto& bytes = required(out_bytes, "out_bytes");
        auto& count = required(out_count, "out_count");
        const comity::table_column& any = column_of(table, column);
        const auto& c =
            any.type() == column_type::category ? any : column_of(table, column, column_type::text);
        const comity::text_list& texts = c.buffers().texts;
        offsets = texts.offsets();
        bytes = texts.bytes();
        count = wide(texts.size());
    });
}

int32_t comity_table_text(const comity_table* table, int64_t column, int64_t row, const char** out_text,
                          size_t* out_length) {
    return guard([&] {
        const text_out result(out_text, out_length);
        const comity::table_column& c = column_of(table, column);
        const size_t at = index_in(row, c.size(), "row");
        const std::string_view text = c.text(at);
        if (c.is_null(at))
            throw refusal(COMITY_E_NO_VALUE,
                          "column '" + c.name() + "' is empty in row " + std::to_string(row));
        result = text;
    });
}

int32_t comity_table_integer(const comity_table* table, int64_t column, int64_t row, int64_t* out_value) {
    return cell(table, column, row, out_value, [](const auto& c, size_t at) { return c.integer(at); });
}

int32_t comity_table_number(const comity_table* table, int64_t column, int64_t row, double* out_value) {
    return cell(table, column, row, out_value, [](const auto& c, size_t at) { return c.number(at); });
}

int32_t comity_table_flag(const comity_table* table, int64_t column, int64_t row, int32_t* out_value) {
    return cell(table, column, row, out_value, [](const auto& c, size_t at) { return c.flag(at); });
}

int32_t comity_table_day(const comity_table* table, int64_t column, int64_t row, int64_t* out_value) {
    return cell(table, column, row, out_value, [](const auto& c, size_t at) {
        const auto day = c.day(at);
        return day ? std::optional(day->count()) : std::nullopt;
    });
}

int32_t comity_table_note(const comity_table* table, const char* key, size_t length, const char** out_text,
                          size_t* out_length) {
    return guard([&] {
        const text_out result(out_text, out_length);
        const std::string_view wanted = text_in(key, length, "key");
        for (const auto& [name, text] : object(table).value.notes())
            if (name == wanted) return void(result = text);
        throw refusal(COMITY_E_NO_VALUE, "the table has no note '" + std::string(wanted) + "'");
    });
}

int32_t comity_table_print(const comity_table* table, const comity_table_format* format,
                           comity_string** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(format);
        comity::table_format how;
        if (const size_t rows = size_in(given.most_rows, "most_rows"); rows != 0) how.most_rows = rows;
        if (const size_t width = size_in(given.most_width, "most_width"); width != 0) how.most_width = width;
        result.make(to_string(object(table).value, how));
    });
}
