#pragma once

#include <comity/io/table.hpp>
#include <comity/progress.hpp>
#include <comity/view/view.hpp>

#include <cstddef>
#include <span>

namespace comity {

/// Why a row is in an answer: the statements about everything that it rests on, of the sources that count in
/// `v`: row (its place in `answer`), about, then the columns of statements_table. What nobody states has a
/// row without a source. A listing rests on the facts that it lists, an analysis on the relations, nodes and
/// values that it went through to the row; a statement about several of them stands once.
///
/// `v` has to look at the history that the answer is from. Throws error: invalid_argument for another
/// history, for a row that is not there, and for a table that does not say what its rows rest on (counts of a
/// whole view, or one that was made elsewhere); cancelled. O(statements of what the rows rest on). Since 0.1.
[[nodiscard]] table evidence(const view& v, const table& answer, std::span<const std::size_t> rows,
                             const progress& tell = {});
/// The same of one row. Since 0.1.
[[nodiscard]] table evidence(const view& v, const table& answer, std::size_t row);
/// The same of all rows. Since 0.1.
[[nodiscard]] table evidence(const view& v, const table& answer, const progress& tell = {});

} // namespace comity
