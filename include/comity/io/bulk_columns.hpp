#pragma once

#include <comity/io/csv.hpp>
#include <comity/io/table.hpp>

namespace comity {

/// Makes a history of columns that are in memory already: `nodes` has the columns `id`, `type` and perhaps
/// `name`, `relations` has `source`, `relation`, `target` and perhaps `start` and `end`, as the two files of
/// read_csv() do and under the same options (but for the delimiter). Columns of texts and of categories are
/// words as a file has them. `source` and `target` may also be integers: rows of `nodes`, from 0. `start` and
/// `end` may also be days, or integers: days since 1970-01-01. A cell without a value is an empty field.
///
/// In the report and in findings, "nodes" and "relations" stand for the files and rows count from 1. Columns
/// are only read; many are made by table_builder, or borrow their buffers. Throws error (invalid_argument)
/// for a table without a column that must be there and for one of another type; findings_error for rejected
/// rows (see csv_options) and for what the builder finds wrong; error (cancelled). O(rows). Since 0.1.
[[nodiscard]] loaded_history read_columns(const table& nodes, const table& relations,
                                          const csv_options& options = {});

} // namespace comity
