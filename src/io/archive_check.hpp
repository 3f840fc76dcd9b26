#pragma once

#include "history/store.hpp"
#include "pulse.hpp"

namespace comity::detail {

// What the rest of the library takes for granted of sealed columns, asked of columns that come from a file.
// Each throws error (corrupt_file) that names the column, the row and what was expected.

/// Whether columns that belong together have as many values as they should. O(columns).
void check_sizes(const store& s);

/// Whether every value names something that is there, every list lies within its values and every search
/// ends: nothing that is asked of the store can then crash or run for ever. Throws error (cancelled) too.
/// O(size). The sizes must have been checked.
void check_values(const store& s, const progress& tell);

/// The parts of both that are about the time index of a history that is, or is not, precise throughout.
void check_index_sizes(const time_index& index, bool precise);
void check_index(const store& s, pulse& beat);
/// The part of that which is about places: that each stands in the list and is counted on the days that its
/// bounds call for. The days must have been found to ascend.
void check_index_places(const reading_columns& r, pulse& beat);

} // namespace comity::detail
