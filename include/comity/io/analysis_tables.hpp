#pragma once

#include <comity/analysis/audit.hpp>
#include <comity/analysis/causes.hpp>
#include <comity/analysis/diff.hpp>
#include <comity/analysis/disagreements.hpp>
#include <comity/analysis/lineage.hpp>
#include <comity/analysis/listing.hpp>
#include <comity/analysis/members.hpp>
#include <comity/analysis/positions.hpp>
#include <comity/analysis/proposals.hpp>
#include <comity/analysis/quantities.hpp>
#include <comity/analysis/roster.hpp>
#include <comity/analysis/series.hpp>
#include <comity/analysis/settlements.hpp>
#include <comity/analysis/summary.hpp>
#include <comity/analysis/timeline.hpp>
#include <comity/io/listing.hpp>
#include <comity/io/table.hpp>

#include <span>
#include <string>
#include <string_view>

namespace comity {

// What analyses find, as tables: the way in which it leaves the library. Columns that they share:
//
//   truth                category  how surely the view shows it: certain or possible
//   date                 category  when, in the words of the source; no value if nobody dates it
//   earliest, latest     day       the days that these words leave open; no value on an unbounded side
//   relation             integer   relation::number of the relation that the row rests on
//   by, through, ...     text      relations that it rests on: ids, or `from type to`, with "; " between
//   inferred             flag      nobody states it outright
//   sources              category  ids of the sources that state it
//   stated               text      source and locator of each statement: `ciis-2021 1.2 p4; ...`
//   <lag>_min, <lag>_max integer   days; no value on an unbounded side
//
// `name` columns are in options.language. `inferred`, `sources` and `stated` tell only of the sources that
// count in `heard`, of a listing in the view that was searched; null: of all. Rows say what they rest on: see
// evidence.hpp. A table made of a listing has the note "searched": how far it looked. Each is O(rows +
// statements of what they rest on). Since 0.1.

/// date, earliest, latest, what (happened, began, ended), type (kind or relation type), id, name, occasion
/// (id of an event), truth, relation, inferred, sources, stated.
[[nodiscard]] table to_table(std::span<const timeline_entry> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// id, name, kind, standing, role, truth, by, inferred, sources, stated (of the last of the relations).
[[nodiscard]] table to_table(std::span<const membership> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// section, id, name, kind, truth, role, adopted, adopted_stated, adopted_since, in_force, in_force_stated,
/// in_force_since, named_certain, named_possible (members known by name), counted (what sources count), by,
/// sources, stated (of what it is, not of how it got here).
[[nodiscard]] table to_table(std::span<const roster_row> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// row, previous (row of the step that led to `from`), depth, from, relation_type, relation, to, name (of
/// `to`), kind, outcome (at which end of the relation `to` stands), truth, date, earliest, latest,
/// since_root_min, since_root_max, since_previous_min, since_previous_max, basis (stated or inferred), rule,
/// way_inferred, again, sources, stated.
[[nodiscard]] table to_table(std::span<const step> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// event, name, date, earliest, latest, truth, ordinal, gap_min, gap_max, hosts, places, organisers,
/// participants_certain, participants_possible (known by name), counted (what sources count), participants
/// (`china; india?`: a mark where it is only possible), sources, stated.
[[nodiscard]] table to_table(std::span<const occurrence> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// event, id, name, bloc (flag), truth, by, inferred, sources, stated.
[[nodiscard]] table to_table(std::span<const participation> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// All participations of a series, as above.
[[nodiscard]] table participations_table(std::span<const occurrence> rows,
                                         const listing_options& options = {}, const view* heard = nullptr);

/// id, name, kind, thing (flag: a thing of its own), modality, date, earliest, latest, proposers, by, within,
/// modelled_on, home, concerns, realised_by, parts, sources, stated.
[[nodiscard]] table to_table(std::span<const proposed> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// who, name, stance, on, on_name, truth, denied, date, earliest, latest, first_year, last_year,
/// as_of_source, of_bloc (whose stance it is, if `who` holds it as its member), through, relation, inferred,
/// sources, stated.
[[nodiscard]] table to_table(std::span<const position> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// A row for each value: disagreement (its number), about, slot, how, truth, value, sources, stated.
[[nodiscard]] table to_table(std::span<const disagreement> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// Both parts of a report, those in dispute first, with the note "searched".
[[nodiscard]] table to_table(const disagreement_report& report, const listing_options& options = {});

/// about, slot, how, then a column for each policy, by its name: what it leaves; with the note "searched".
[[nodiscard]] table to_table(const settlement_report& report, const listing_options& options = {});

/// rule, level, subjects (labels, the one in doubt first), message, count, explained (what the history itself
/// says of it; no value if nothing), sources, stated.
[[nodiscard]] table to_table(std::span<const audit_finding> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// id, name, number, bound, unit, date, earliest, latest, truth, of, about, reporters, evidence_for, sources,
/// stated.
[[nodiscard]] table to_table(std::span<const quantity> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// from, from_name, from_kind, effect, to, to_name, truth, about, within, answered_by, relation, inferred,
/// sources, stated.
[[nodiscard]] table to_table(std::span<const influence> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// what ("node", "relation"), id, name, type, change, before, after (truths), slot, value, language, sources,
/// stated. Without a slot the row is of the node or relation itself.
[[nodiscard]] table to_table(std::span<const difference> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// what ("kind", "relation type"), name, label, root, certain, possible, with_subkinds_certain,
/// with_subkinds_possible; the other numbers as notes: nodes, relations, first, last, sources, statements,
/// dated, inferred, disputed, unsourced, denied, searched.
[[nodiscard]] table to_table(const view_summary& summary, const listing_options& options = {});

namespace detail {
[[nodiscard]] table with_note(const table& t, std::string_view key, std::string text);
}

/// The rows of a listing, with the note "searched".
template <class Row>
[[nodiscard]] table to_table(const listing<Row>& found, const listing_options& options = {}) {
    return detail::with_note(to_table(std::span<const Row>(found.rows), options, &found.searched.seen),
                             "searched", found.searched.to_string());
}

} // namespace comity
