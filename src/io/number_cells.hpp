#pragma once

#include "io/bulk_load.hpp"
#include "io/csv_rows.hpp"
#include "io/known_ids.hpp"

#include <cstddef>

namespace comity::detail {

/// Fills in the relation_cells of a piece, whose rows are well-formed if they have so many columns. Safe on
/// any thread while nobody else has the piece. O(its length).
void number_cells(csv_rows& piece, const bulk_load::relation_places& at, std::size_t columns,
                  const known_ids& ids);

} // namespace comity::detail
