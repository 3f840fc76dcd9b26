/* comity_c/table.h: tables: named, typed columns.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_TABLE_H
#define COMITY_C_TABLE_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// Columns are numbered from 0, and so are rows. Arrays and texts belong to the table and hold until it is
// destroyed; their layout is Apache Arrow's. Errors of all of them: COMITY_E_UNKNOWN_ID for a column or row
// that there is not; COMITY_E_INVALID_ARGUMENT for a column of another type.

/// What the cells of a column are.
enum comity_column_type {
    COMITY_COLUMN_TEXT = 0,     ///< texts, each cell its own
    COMITY_COLUMN_CATEGORY = 1, ///< texts, each cell one of few: a number into a shared list of them
    COMITY_COLUMN_INTEGER = 2,  ///< int64_t
    COMITY_COLUMN_NUMBER = 3,   ///< double
    COMITY_COLUMN_FLAG = 4,     ///< yes or no: one bit
    COMITY_COLUMN_DAY = 5       ///< int32_t days since 1970-01-01
};

/// A column of the caller's, in the layout in which tables hand theirs out. This struct never grows.
typedef struct comity_column {
    comity_text name;
    const void* values; ///< a row each: int64_t, double, int32_t (days, categories) or bits; of texts: NULL
    const uint8_t* validity; ///< as from comity_table_validity(); NULL: all cells have a value
    comity_texts texts; ///< of a text column a row each, a NULL for an empty cell; of categories the list
    int32_t type;       ///< enum comity_column_type
    int32_t reserved;   ///< 0
} comity_column;

/// A table of arrays that are in memory already, for comity_columns_read() or to print. `columns` points to
/// `column_count` of them, of `row_count` rows each. Texts are copied; `values` and `validity` are borrowed
/// until the table is destroyed. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for a negative count,
/// two columns of one name, texts that are not UTF-8 or not one a row, a `validity` beside texts, missing
/// values and a number beyond the list of categories; COMITY_E_UNSUPPORTED if `reserved` is set. O(rows).
/// Since ABI 1.0.
COMITY_API int32_t comity_table_borrow(const comity_column* columns, int64_t column_count, int64_t row_count,
                                       comity_table** out);

/// Destroys `*table` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_table_destroy(comity_table** table);

/// How many rows. Since ABI 1.0.
COMITY_API int32_t comity_table_row_count(const comity_table* table, int64_t* out_count);

/// How many columns. Since ABI 1.0.
COMITY_API int32_t comity_table_column_count(const comity_table* table, int64_t* out_count);

/// The number of the column of that name. Errors: COMITY_E_UNKNOWN_ID, with the names that there are. Since
/// ABI 1.0.
COMITY_API int32_t comity_table_find_column(const comity_table* table, const char* name, size_t length,
                                            int64_t* out_column);

/// The name of a column. `out_text` belongs to `table`. Since ABI 1.0.
COMITY_API int32_t comity_table_column_name(const comity_table* table, int64_t column, const char** out_text,
                                            size_t* out_length);

/// The type of a column: an enum comity_column_type. Since ABI 1.0.
COMITY_API int32_t comity_table_column_type(const comity_table* table, int64_t column, int32_t* out_type);

/// How many cells of a column are empty. Since ABI 1.0.
COMITY_API int32_t comity_table_null_count(const comity_table* table, int64_t column, int64_t* out_count);

/// Which cells of a column have a value: a bit for each row, the least significant first. NULL if all have
/// one. Since ABI 1.0.
COMITY_API int32_t comity_table_validity(const comity_table* table, int64_t column, const uint8_t** out_bits);

/// The cells of an integer column. What stands in an empty cell has no meaning, here and below. Since ABI
/// 1.0.
COMITY_API int32_t comity_table_integers(const comity_table* table, int64_t column,
                                         const int64_t** out_values);

/// The cells of a number column. Since ABI 1.0.
COMITY_API int32_t comity_table_numbers(const comity_table* table, int64_t column, const double** out_values);

/// The cells of a flag column: a bit for each row, the least significant first. Since ABI 1.0.
COMITY_API int32_t comity_table_flags(const comity_table* table, int64_t column, const uint8_t** out_bits);

/// The cells of a day column. Since ABI 1.0.
COMITY_API int32_t comity_table_days(const comity_table* table, int64_t column, const int32_t** out_values);

/// The cells of a category column: numbers into the list that comity_table_texts() gives. Since ABI 1.0.
COMITY_API int32_t comity_table_categories(const comity_table* table, int64_t column,
                                           const int32_t** out_values);

/// The cells of a text column, or the list of texts of a category column: text i lies in `*out_bytes` from
/// (*out_offsets)[i] to before (*out_offsets)[i + 1]; there are `*out_count` texts and one offset more. Since
/// ABI 1.0.
COMITY_API int32_t comity_table_texts(const comity_table* table, int64_t column, const int64_t** out_offsets,
                                      const char** out_bytes, int64_t* out_count);

/// One cell of a text or category column. Errors: COMITY_E_NO_VALUE if it is empty, here and below. Since ABI
/// 1.0.
COMITY_API int32_t comity_table_text(const comity_table* table, int64_t column, int64_t row,
                                     const char** out_text, size_t* out_length);

/// One cell of an integer column. Since ABI 1.0.
COMITY_API int32_t comity_table_integer(const comity_table* table, int64_t column, int64_t row,
                                        int64_t* out_value);

/// One cell of a number or integer column. Since ABI 1.0.
COMITY_API int32_t comity_table_number(const comity_table* table, int64_t column, int64_t row,
                                       double* out_value);

/// One cell of a flag column: 1 or 0. Since ABI 1.0.
COMITY_API int32_t comity_table_flag(const comity_table* table, int64_t column, int64_t row,
                                     int32_t* out_value);

/// One cell of a day column. Since ABI 1.0.
COMITY_API int32_t comity_table_day(const comity_table* table, int64_t column, int64_t row,
                                    int64_t* out_value);

/// What is said beside the rows under that key, such as how far was searched. `out_text` belongs to `table`.
/// Errors: COMITY_E_NO_VALUE if there is none. Since ABI 1.0.
COMITY_API int32_t comity_table_note(const comity_table* table, const char* key, size_t length,
                                     const char** out_text, size_t* out_length);

/// How a table is printed.
typedef struct comity_table_format {
    size_t size;
    int64_t most_rows;  ///< further rows are only counted; 0: 40
    int64_t most_width; ///< of a column, in characters; longer cells are cut; 0: 48
} comity_table_format;

// clang-format off
#define COMITY_TABLE_FORMAT_INIT {sizeof(comity_table_format), 0, 0}
// clang-format on

/// The table as aligned plain text, for people to look at. `format` may be NULL. `out`: the caller's. Errors:
/// COMITY_E_INVALID_ARGUMENT for negative numbers. Since ABI 1.0.
COMITY_API int32_t comity_table_print(const comity_table* table, const comity_table_format* format,
                                      comity_string** out);

#ifdef __cplusplus
}
#endif

#endif
