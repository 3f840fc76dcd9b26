#pragma once

#include <comity/analysis/ballots.hpp>
#include <comity/analysis/fates.hpp>
#include <comity/analysis/firsts.hpp>
#include <comity/analysis/follow_through.hpp>
#include <comity/analysis/professions.hpp>
#include <comity/io/analysis_tables.hpp>

#include <span>

namespace comity {

// What was said beside what was done, as tables. Columns that they share with the other analyses are
// described in analysis_tables.hpp. Since 0.1.

/// vote, on (ids), date, earliest, latest, who, name, ballot, truth, member (truth), relation, inferred,
/// sources, stated.
[[nodiscard]] table to_table(std::span<const vote_cast> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// vote, on, date, earliest, latest, and for members, yes, no, abstained, absent, unknown each two columns:
/// members_certain, members_possible, ...; alike (truth).
[[nodiscard]] table to_table(std::span<const cohesion> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// who, name, stance, on, on_name, denied, said (date), of_bloc, through, bears, vote, text (what was voted
/// on), date, earliest, latest, ballot, truth (of the ballot), member (truth), line (relations), relation (of
/// the ballot), inferred, sources, stated (of the stance), voted (sources and places of the ballot).
[[nodiscard]] table to_table(std::span<const profession> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// commitment, name, made (date), what (text, body, deed), first (ids, none: not found), first_name, date,
/// since_min, since_max, basis (stated, inferred), way (relations), sources, stated (of the way).
[[nodiscard]] table to_table(std::span<const followed> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// id, name, kind, thing (flag), proposers, date, reached, reached_stated, signs (`agreed: plan fulfils
/// proposal (inferred); ...`), sources, stated (of the signs).
[[nodiscard]] table to_table(std::span<const fate> rows, const listing_options& options = {},
                             const view* heard = nullptr);

/// A row for each precedent, and one for a claim without any: claim, thing, name, words, date (of the thing),
/// preceded (truth, of the whole claim), earlier, earlier_date, truth, subject, undated, sources, stated (of
/// the claim).
[[nodiscard]] table to_table(std::span<const claimed_first> rows, const listing_options& options = {},
                             const view* heard = nullptr);

} // namespace comity
