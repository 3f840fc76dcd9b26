/* comity_c/source.h: what is asked of sources: where they differ, and what rests on them.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_SOURCE_H
#define COMITY_C_SOURCE_H

#include <comity_c/base.h>
#include <comity_c/listing.h>

#ifdef __cplusplus
extern "C" {
#endif

// Of a view with comity_view_sources(), comity_view_statements() lists all that a source says; how an answer
// changes without a source is comity_table_difference() of it with and without comity_view_without_sources().
// Errors of all that take options: COMITY_E_CANCELLED once their `progress` asks to stop.

/// Which facts comity_supports() lists.
typedef struct comity_support_options {
    size_t size;
    comity_text language;     ///< of names; none: English
    int64_t most_sources;     ///< 1: what rests on one source, or on none; 0: any number
    int64_t most_roots;       ///< the same of independent sources: copies of one document count once
    int32_t unlocated;        ///< not 0: only facts of which no statement says where in its source
    int32_t reserved;         ///< 0
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_support_options;

// clang-format off
#define COMITY_SUPPORT_OPTIONS_INIT {sizeof(comity_support_options), COMITY_NO_TEXT, 0, 0, 0, 0, NULL, NULL}
// clang-format on

/// On how many sources each node and relation rests: about, type, truth, relation, statements, located,
/// source_count, root_count, sources, roots, inferred, stated. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT for a negative number. Since ABI 1.0.
COMITY_API int32_t comity_supports(const comity_view* view, const comity_support_options* options,
                                   comity_table** out);

/// Where two sources give different values, those in dispute first: about, type, slot, how ("value",
/// "time-disjoint", "polarity", "constraint"; "refinement" is agreement), truth, relation, first, other,
/// first_stated, other_stated. Notes: same, only_first, only_other, searched. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT for one source twice, and one that the view does not hear.
/// Since ABI 1.0.
COMITY_API int32_t comity_differences(const comity_view* view, const char* first, size_t first_length,
                                      const char* other, size_t other_length,
                                      const comity_listing_options* options, comity_table** out);

/// How often each two sources agree, for each kind or relation type and slot: first, other, type, slot, both,
/// same, refined, disputed, value, time_disjoint, polarity, constraint. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_agreements(const comity_view* view, const comity_listing_options* options,
                                     comity_table** out);

/// What each source states of each kind and relation type, and what it claims to list, in periods of so many
/// years (0: in one): source, type, year, certain, possible, statements, first, last, to_day, to_month,
/// to_year, coarser, undated, marked, claimed, scope, claimed_from, claimed_until. `options` may be NULL.
/// Errors: COMITY_E_INVALID_ARGUMENT for negative `years`. Since ABI 1.0.
COMITY_API int32_t comity_coverage(const comity_view* view, int64_t years,
                                   const comity_listing_options* options, comity_table** out);

/// Which sources may have been the first to state each node and relation, or what that one may have been the
/// first to state (`source` may be NULL: all): about, type, source, truth, date, earliest, latest, others,
/// relation, locator. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_first_statements(const comity_view* view, const char* source, size_t length,
                                           const comity_listing_options* options, comity_table** out);

/// Which actors stand in the same relation to two nodes, and which to one of them only, in relations of one
/// type or of all (`type` may be NULL): type, where ("first", "other", "both"), id, name, kind, bloc,
/// in_first, in_other, by_first, by_other, sources, stated. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_parties(const comity_view* view, int64_t first, int64_t other, const char* type,
                                  size_t length, const comity_listing_options* options, comity_table** out);

/// Why a row is in an answer that was given of this history, or all rows (`row` -1): the statements about
/// everything that it rests on, of the sources that count in `view`: row, about, then the columns of
/// comity_view_statements(). What nobody states has a row without a source. Errors: COMITY_E_UNKNOWN_ID for
/// another row; COMITY_E_INVALID_ARGUMENT for a table of another history, and one that does not say what its
/// rows rest on. Since ABI 1.0.
COMITY_API int32_t comity_evidence(const comity_view* view, const comity_table* table, int64_t row,
                                   comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_evidence;
/// COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_evidence_with(const comity_view* view, const comity_table* table, int64_t row,
                                        const comity_listing_options* options, comity_table** out);

/// How two answers to one question differ: change ("lost", "gained" or "changed"), the key columns as text,
/// column, before, after. Rows are the same where their `keys` columns are (0: whatever names things in both
/// tables); `ignored` columns are not compared (0: what says on whose word a row stands). Lists: as
/// comity_view_kinds. Notes: lost, gained, changed, kept (rows). Errors: COMITY_E_UNKNOWN_ID for a key that
/// one of the tables does not have; COMITY_E_INVALID_ARGUMENT if no column is left as key. Since ABI 1.0.
COMITY_API int32_t comity_table_difference(const comity_table* before, const comity_table* after,
                                           const char* const* keys, const size_t* key_lengths,
                                           size_t key_count, const char* const* ignored,
                                           const size_t* ignored_lengths, size_t ignored_count,
                                           comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
