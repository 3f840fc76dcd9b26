#pragma once

#include <comity/analysis/coverage.hpp>
#include <comity/analysis/differences.hpp>
#include <comity/analysis/first_statements.hpp>
#include <comity/analysis/parties.hpp>
#include <comity/analysis/support.hpp>
#include <comity/io/analysis_tables.hpp>

#include <span>

namespace comity {

// What is asked of sources, as tables. Columns and `heard` as in analysis_tables.hpp; `about` is the id of a
// node or relation, or `from type to`, `type` its kind or relation type. Since 0.1.

/// about, type, truth, relation, statements, located (how many say where), source_count, root_count, sources,
/// roots (ids), inferred, stated.
[[nodiscard]] table to_table(std::span<const support> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// about, type, slot, how, truth, relation, first, other (what each gives), first_stated, other_stated; those
/// in dispute first. Notes: first, other (the sources), same, only_first, only_other, searched.
[[nodiscard]] table to_table(const difference_report& report, const listing_options& options = {});

/// first, other (ids of the sources), type, slot, both, same, refined, disputed, value, time_disjoint,
/// polarity, constraint.
[[nodiscard]] table to_table(std::span<const agreement> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// source, type, year (of the period; no value for all that has none), certain, possible, statements, first,
/// last (days), to_day, to_month, to_year, coarser, undated, marked (counts of statements), claimed (flag),
/// scope, claimed_from, claimed_until (of the claims, with "; " between; of a claim without an end the date
/// of the source).
[[nodiscard]] table to_table(std::span<const covered> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// about, type, source, truth, date, earliest, latest (of the source), others, relation, locator.
[[nodiscard]] table to_table(std::span<const first_statement> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// type, where ("first", "other", "both"), id, name, kind, bloc, in_first, in_other (truths; no value where
/// the record says nothing), by_first, by_other, sources, stated.
[[nodiscard]] table to_table(std::span<const party> rows, const listing_options& options = {},
                             const view* heard = nullptr);

} // namespace comity
