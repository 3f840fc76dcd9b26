#pragma once

#include <comity/analysis/clustering.hpp>
#include <comity/analysis/co_occurrence.hpp>
#include <comity/analysis/components.hpp>
#include <comity/analysis/journeys.hpp>
#include <comity/analysis/pagerank.hpp>
#include <comity/analysis/reach.hpp>
#include <comity/analysis/rolling.hpp>
#include <comity/io/table.hpp>
#include <comity/progress.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace comity {

// What algorithms on snapshots and on time find, as tables: the way in which it leaves the library. Where a
// row is a vertex, rows stand in the order of the vertices and begin with
//
//   id       text      node::id
//   node     integer   node::number
//
// Each is O(rows). Throws error: invalid_argument for results of another snapshot, by their number;
// cancelled, where it takes a `tell`. Since 0.1.

/// id, node and one number for each vertex under `name`: core numbers, betweenness.
[[nodiscard]] table vertex_table(const snapshot& g, std::string_view name, std::span<const double> values,
                                 const progress& tell = {});
[[nodiscard]] table vertex_table(const snapshot& g, std::string_view name,
                                 std::span<const std::uint32_t> values, const progress& tell = {});

/// A row for each edge: relation (its number), from, to (ids) and one number for each under `name`: weights.
[[nodiscard]] table edge_table(const snapshot& g, std::string_view name, std::span<const double> values,
                               const progress& tell = {});

/// id, node, distance: no value where nothing leads.
[[nodiscard]] table distances_table(const snapshot& g, std::span<const std::uint32_t> distances,
                                    const progress& tell = {});

/// id, node, rank; with the notes "iterations" and "change". Ranks that are moved in are not copied.
[[nodiscard]] table to_table(const snapshot& g, pageranks found, const progress& tell = {});

/// id, node, part, size (of that part); with the note "parts".
[[nodiscard]] table to_table(const snapshot& g, const components& found, const progress& tell = {});

/// id, node, triangles, clustering; with the notes "triangles" and "transitivity".
[[nodiscard]] table to_table(const snapshot& g, const clustering_counts& found, const progress& tell = {});

/// a, b (ids), shared, weight.
[[nodiscard]] table to_table(const snapshot& g, std::span<const tie> ties, const progress& tell = {});

/// from, to (ids), distance.
[[nodiscard]] table to_table(const snapshot& g, std::span<const reached> pairs, const progress& tell = {});

/// id, node, day, hops, relation (number of the last one; of a departure, of the first), with the note
/// "searched".
[[nodiscard]] table to_table(const listing<arrival>& arrivals);

/// A row for each step: step, relation (number), type, from, to (ids); with the notes "departure" and
/// "arrival". Without a journey, no rows and no notes.
[[nodiscard]] table to_table(const std::optional<journey>& found);

/// id, node, closeness for each node of the history, by number.
[[nodiscard]] table closeness_table(const history& h, std::span<const double> closeness);

/// first, last (days), relations_certain, relations_possible, nodes_certain, nodes_possible, parts, largest
/// (no values in these two unless components were asked for), with the note "searched".
[[nodiscard]] table to_table(const listing<rolling_row>& rows, bool components);

} // namespace comity
