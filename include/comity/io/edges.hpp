#pragma once

#include <comity/io/table.hpp>
#include <comity/progress.hpp>
#include <comity/schema/relation_type.hpp>
#include <comity/time/day.hpp>
#include <comity/view/neighbours.hpp>
#include <comity/view/view.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace comity {

// What is asked of many relations, days or nodes at once, as tables without words: for who goes on to count.

/// The relations of a view, or those of one type, as edges: number (relation::number), from, to and type
/// (categories; ends are numbered by node), first and last (the days within which it may hold, cut by the
/// periods of both ends; no value where there is no such day, or none that columns can count), truth. In the
/// order of view::relations(). What relations_table says of statements and dates as written is left out, and
/// so this is many times faster; of `columns` alone, if any are named, faster still. Throws error: cancelled;
/// invalid_argument for another column. O(relations). Since 0.1.
[[nodiscard]] table edges_table(const view& v, std::optional<relation_type> type = std::nullopt,
                                std::span<const std::string_view> columns = {}, const progress& tell = {});

/// relation_counts_at() as a table: day, certain, possible. Since 0.1.
[[nodiscard]] table counts_table(std::span<const day> days, std::span<const count> counts);

/// Lists of neighbours as a table: from, to (categories, numbered by node), truth; `asked` are the nodes
/// whose lists they are. Of `columns` alone, if any are named. Throws error (invalid_argument) for more lists
/// than nodes or fewer, and for another column. O(neighbours). Since 0.1.
[[nodiscard]] table neighbours_table(const history& h, std::span<const node_id> asked, neighbour_lists lists,
                                     std::span<const std::string_view> columns = {});

/// What must be asked of neighbours for these columns of their table: how surely, if `truth` is one of them
/// or none is named. O(columns). Since 0.1.
[[nodiscard]] asking asking_for(std::span<const std::string_view> columns) noexcept;

} // namespace comity
