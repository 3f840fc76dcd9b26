#pragma once

#include <comity/io/table.hpp>
#include <comity/view/view.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace comity {

/// How two answers to one question differ, such as those with and without a source. Rows are the same where
/// their `keys` columns are; several rows of one key are matched in their order. The rows of the difference:
/// change ("lost", "gained" or "changed"), the keys as text, column, before, after (as a reader would write
/// them; no value where there is none). A row that changed has one for each cell that did, in the order of
/// `before`; then come those gained, in the order of `after`. Columns of `ignored`, and those that only one
/// of the tables has, are not compared. Notes: lost, gained, changed (rows), kept.
///
/// Without `keys` all that names things is one: section, event, what, type, relation_type, effect, stance,
/// id, number, who, on, from, to, about, slot, attribute, source, rule, first, other, year, as far as both
/// tables have it. Without `ignored` what says on whose word it stands is not compared: sources, stated,
/// statements, row, previous, disagreement.
///
/// Throws error: unknown_id for a key that one of the tables does not have; invalid_argument if none is left.
/// O(cells), and O(rows log rows). Since 0.1.
[[nodiscard]] table difference_of(const table& before, const table& after,
                                  std::span<const std::string> keys = {},
                                  std::span<const std::string> ignored = {});

/// How the answer to a question changes if these sources are not heard: the difference_of() what `question`
/// says of the view and of the view without them. Throws as they do. Since 0.1.
[[nodiscard]] table changes_without(const view& v, const std::vector<std::string>& sources,
                                    const std::function<table(const view&)>& question,
                                    std::span<const std::string> keys = {});

} // namespace comity
