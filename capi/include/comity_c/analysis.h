/* comity_c/analysis.h: what is asked of a history: timelines, members, lineages, proposals, audits.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_ANALYSIS_H
#define COMITY_C_ANALYSIS_H

#include <comity_c/base.h>
#include <comity_c/listing.h>

#ifdef __cplusplus
extern "C" {
#endif

// What the record means, as tables, over what a view shows: at a day if it looks at one. No analysis turns a
// missing fact into a negative one; the note "searched" (comity_table_note) says how far each looked. Columns
// that they share: truth ("possible", "certain"), date (in the words of the source), earliest and latest (the
// days that these words leave open), relation (integer: the number of the relation that the row rests on),
// by, through and the like (texts: relations that it rests on), inferred (flag: nobody states it outright),
// sources (ids of those who do), stated (source and place of each statement); <lag>_min and <lag>_max
// (integers: days). `out` is the caller's everywhere. Errors of all of them: COMITY_E_CANCELLED once
// `progress` of the options asks to stop.

/// As what an actor stands to a body.
enum comity_standing {
    COMITY_STANDING_MEMBER = 0,
    COMITY_STANDING_ASSOCIATE = 1,
    COMITY_STANDING_OBSERVER = 2,
    COMITY_STANDING_PARTNER = 3,
    COMITY_STANDING_CANDIDATE = 4
};

/// How a lineage is followed.
typedef struct comity_lineage_options {
    size_t size;
    comity_text language;     ///< of names; none: English
    int64_t deepest;          ///< how many steps from the root; 0: as far as they go
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_lineage_options;

// clang-format off
#define COMITY_LINEAGE_OPTIONS_INIT {sizeof(comity_lineage_options), COMITY_NO_TEXT, 0, NULL, NULL}
// clang-format on

/// How an audit reports.
typedef struct comity_audit_options {
    size_t size;
    comity_text language;     ///< of names; none: English
    int32_t list_facts;       ///< not 0: name every fact of the rules that only count, not three of each
    int32_t reserved;         ///< 0
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_audit_options;

// clang-format off
#define COMITY_AUDIT_OPTIONS_INIT {sizeof(comity_audit_options), COMITY_NO_TEXT, 0, 0, NULL, NULL}
// clang-format on

/// All that is dated, in order: date, earliest, latest, what ("happened", "began", "ended"), type (kind or
/// relation type), id, name, occasion (id of an event), truth, relation, inferred, sources, stated. `options`
/// may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_timeline(const comity_view* view, const comity_listing_options* options,
                                   comity_table** out);

/// What came of a node, breadth first: row, previous (row of the step that led to `from`), depth, from,
/// relation_type, relation, to, name, kind, outcome, truth, date, earliest, latest, since_root_min,
/// since_root_max, since_previous_min, since_previous_max, basis ("stated" or "inferred"), rule,
/// way_inferred, again, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID;
/// COMITY_E_INVALID_ARGUMENT for a negative depth. Since ABI 1.0.
COMITY_API int32_t comity_lineage(const comity_view* view, int64_t root,
                                  const comity_lineage_options* options, comity_table** out);

/// Who belongs to an organisation, an organ or a bloc, as a member or in another standing (enum
/// comity_standing): id, name, kind, standing, role, truth, by, inferred, sources, stated. `options` may be
/// NULL. Errors: COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT for another standing. Since ABI 1.0.
COMITY_API int32_t comity_members(const comity_view* view, int64_t group, int32_t standing,
                                  const comity_listing_options* options, comity_table** out);

/// Who and what an organisation is: section ("member", "organ", "text", ...), id, name, kind, truth, role,
/// adopted, adopted_stated, adopted_since, in_force, in_force_stated, in_force_since, named_certain,
/// named_possible, counted, by, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since
/// ABI 1.0.
COMITY_API int32_t comity_roster(const comity_view* view, int64_t organisation,
                                 const comity_listing_options* options, comity_table** out);

/// The events of a kind, in the order of their days: event, name, date, earliest, latest, truth, ordinal,
/// gap_min, gap_max, hosts, places, organisers, participants_certain, participants_possible, counted,
/// participants, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_series(const comity_view* view, const char* kind, size_t length,
                                 const comity_listing_options* options, comity_table** out);

/// Who took part in the events of a kind, blocs beside those that they consisted of on the day: event, id,
/// name, bloc (flag), truth, by, inferred, sources, stated. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_participations(const comity_view* view, const char* kind, size_t length,
                                         const comity_listing_options* options, comity_table** out);

/// What is proposed or planned, and what has come of it: id, name, kind, thing (flag), modality, date,
/// earliest, latest, proposers, by, within, modelled_on, home, concerns, realised_by, parts, sources, stated.
/// `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_proposals(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out);

/// Who stands where, and on what: who, name, stance, on, on_name, truth, denied, date, earliest, latest,
/// first_year, last_year, as_of_source, of_bloc, through, relation, inferred, sources, stated. `options` may
/// be NULL. Since ABI 1.0.
COMITY_API int32_t comity_positions(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out);

/// Where sources give more than one value, those in dispute first, a row for each value: disagreement (its
/// number), about, slot, how, truth, value, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_disagreements(const comity_view* view, const comity_listing_options* options,
                                        comity_table** out);

/// The same of everything that a history holds, in whatever modality. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_history_disagreements(const comity_history* history,
                                                const comity_listing_options* options, comity_table** out);

/// What each of `count` policies makes of each slot that is disputed, side by side: about, slot, how, then a
/// column for each policy, by its name (those that comity_view_settled_by takes). Where a policy does not
/// decide: `[2020-10-11,2020-11-10]` for dates, values with "; " between. With a `count` of 0 the built-in
/// ones that need no list: none, most-attested, newest, most-precise, hull. `policies`: array of texts;
/// `lengths`: their lengths, or NULL if all end with NUL. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT for another name or one given twice; COMITY_E_UNKNOWN_ID for a source that there
/// is not. Since ABI 1.0.
COMITY_API int32_t comity_settlements(const comity_view* view, const char* const* policies,
                                      const size_t* lengths, size_t count,
                                      const comity_listing_options* options, comity_table** out);

/// What deserves a look because the record contradicts itself or has gaps: rule, level ("warning", "note"),
/// subjects, message, count, explained (what the history itself says of it), sources, stated. `options` may
/// be NULL. Since ABI 1.0.
COMITY_API int32_t comity_audit(const comity_view* view, const comity_audit_options* options,
                                comity_table** out);

/// Numbers that somebody observed or reported: id, name, number, bound, unit, date, earliest, latest, truth,
/// of, about, reporters, evidence_for, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_quantities(const comity_view* view, const comity_listing_options* options,
                                     comity_table** out);

/// What acts upon what in somebody's judgement: from, from_name, from_kind, effect, to, to_name, truth,
/// about, within, answered_by, relation, inferred, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_causes(const comity_view* view, const comity_listing_options* options,
                                 comity_table** out);

/// What one view shows otherwise than another one, such as two days: what ("node" or "relation"), id, name,
/// type, change ("appeared", "gone", "truth" or "value"), before, after, slot, value, language, sources,
/// stated. `options` may be NULL. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for views of two
/// histories. Since ABI 1.0.
COMITY_API int32_t comity_diff(const comity_view* before, const comity_view* after,
                               const comity_listing_options* options, comity_table** out);

/// How many nodes of each kind and relations of each type there are: what ("kind" or "relation type"), name,
/// label, root, certain, possible, with_subkinds_certain, with_subkinds_possible; the other numbers are
/// notes: nodes, relations, first, last, sources, statements, dated, inferred, disputed, unsourced, denied.
/// `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_summary(const comity_view* view, const comity_listing_options* options,
                                  comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
