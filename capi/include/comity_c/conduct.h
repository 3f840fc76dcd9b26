/* comity_c/conduct.h: what was said, set beside what was done.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_CONDUCT_H
#define COMITY_C_CONDUCT_H

#include <comity_c/base.h>
#include <comity_c/listing.h>

#ifdef __cplusplus
extern "C" {
#endif

// Tables over what a view shows. Columns that they share, and the note "searched", are described in
// comity_c/analysis.h. `out` is the caller's everywhere. Errors of all of them: COMITY_E_CANCELLED once
// `progress` of the options asks to stop.

/// How each of those who are members of a group at any time voted in each vote: vote, on (ids of what was
/// voted on), date, earliest, latest, who, name, ballot ("yes", "no", "abstained", "absent", "vetoed" or
/// "unknown"), truth (of the ballot; no value of an unknown one), member ("no", "possible", "certain": on the
/// day of the vote), relation, inferred, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID.
/// Since ABI 1.0.
COMITY_API int32_t comity_ballots(const comity_view* view, int64_t group,
                                  const comity_listing_options* options, comity_table** out);

/// How far those who were members on the day of each vote went together in it: vote, on, date, earliest,
/// latest, of members, yes, no, abstained, absent and unknown each <word>_certain and <word>_possible
/// (integers), alike (truth: all who were there voted in the same way). `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_cohesion(const comity_view* view, int64_t group,
                                   const comity_listing_options* options, comity_table** out);

/// What actors are said to stand for, beside how they voted on the same thing and on the same line: who,
/// name, stance, on, on_name, denied, said, of_bloc, through, bears ("itself" or "line"), vote, text, date,
/// earliest, latest, ballot, truth, member (of the bloc), line, relation, inferred, sources, stated, voted.
/// `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_professions(const comity_view* view, const comity_listing_options* options,
                                      comity_table** out);

/// For each commitment the first text, body and deed that came of it, three rows each: commitment, name,
/// made, what ("text", "body" or "deed"), first (ids; no value: none found), first_name, date, since_min,
/// since_max, basis ("stated" or "inferred"), way (relations), sources, stated. `options` may be NULL. Since
/// ABI 1.0.
COMITY_API int32_t comity_follow_through(const comity_view* view, const comity_listing_options* options,
                                         comity_table** out);

/// What became of each proposal: id, name, kind, thing (flag), proposers, date, reached ("none-found",
/// "echoed", "refused", "planned", "agreed", "established" or "operating"), reached_stated (without what the
/// data's author judges), signs, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_fates(const comity_view* view, const comity_listing_options* options,
                                comity_table** out);

/// What sources call the first or new, a row for each thing that precedes it and one for a claim that nothing
/// was found to precede: claim, thing, name, words, date, preceded (truth, of the whole claim), earlier,
/// earlier_date, truth, subject, undated, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_firsts(const comity_view* view, const comity_listing_options* options,
                                 comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
