/* comity_c/view.h: views: a history at a day, by a day or in a window, through filters and readings.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_VIEW_H
#define COMITY_C_VIEW_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// Each derives a view from another and copies no rows. A view takes one time selector: at, by or window.

/// What holds on a day; of acts, what happened on it. A day of reduced precision ("2012") means one unknown
/// day of it: possible is what may hold on some day of it, certain what holds on every day of it. `out`: the
/// caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for an interval, days with gaps between
/// them, or a view that looks at a time already. Since ABI 1.0.
COMITY_API int32_t comity_view_at(const comity_view* view, const char* day, size_t length, comity_view** out);

/// Everything begun by a day, ended or not: the accumulated record, not a roster. `out`: the caller's.
/// Errors: as comity_view_at. Since ABI 1.0.
COMITY_API int32_t comity_view_by(const comity_view* view, const char* day, size_t length, comity_view** out);

/// The same on one unknown day of those from `first` to `last`. `out`: the caller's. Errors:
/// COMITY_E_INVALID_ARGUMENT if `last` lies before `first`, or for a view that looks at a time already. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_at_days(const comity_view* view, int64_t first, int64_t last,
                                       comity_view** out);

/// The same as comity_view_by by one unknown day of those from `first` to `last`. `out`: the caller's.
/// Errors: as comity_view_at_days. Since ABI 1.0.
COMITY_API int32_t comity_view_by_days(const comity_view* view, int64_t first, int64_t last,
                                       comity_view** out);

/// Everything that touches the days from the first day of `from` to the last day of `to`; ".." is open. `to`
/// may be NULL: then `from` alone says the days, as in "2012". `out`: the caller's. Errors: as
/// comity_view_at; COMITY_E_INVALID_ARGUMENT if `to` ends before `from` begins. Since ABI 1.0.
COMITY_API int32_t comity_view_window(const comity_view* view, const char* from, size_t from_length,
                                      const char* to, size_t to_length, comity_view** out);

/// Only nodes of these kinds, those under them included, and relations between them; twice narrows twice.
/// `kinds`: `count` texts of `lengths` bytes; `lengths` may be NULL: then all end with a NUL. `out`: the
/// caller's. Errors: COMITY_E_UNKNOWN_ID, with the nearest kind in the message. Since ABI 1.0.
COMITY_API int32_t comity_view_kinds(const comity_view* view, const char* const* kinds, const size_t* lengths,
                                     size_t count, comity_view** out);

/// Only relations of these types; twice narrows twice. Nodes are not affected. Parameters and errors: as
/// comity_view_kinds. Since ABI 1.0.
COMITY_API int32_t comity_view_types(const comity_view* view, const char* const* types, const size_t* lengths,
                                     size_t count, comity_view** out);

/// What is stated in these modalities (`count` values of enum comity_modality) instead of what is reported.
/// `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for another value. Since ABI 1.0.
COMITY_API int32_t comity_view_modalities(const comity_view* view, const int32_t* modalities, size_t count,
                                          comity_view** out);

/// Only what is certain. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_certain(const comity_view* view, comity_view** out);

/// Only what these sources state; twice narrows twice. Parameters: as comity_view_kinds. `out`: the caller's.
/// Errors: COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT if no source is left. Since ABI 1.0.
COMITY_API int32_t comity_view_sources(const comity_view* view, const char* const* sources,
                                       const size_t* lengths, size_t count, comity_view** out);

/// Without what only these sources state. Parameters: as comity_view_kinds. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_without_sources(const comity_view* view, const char* const* sources,
                                               const size_t* lengths, size_t count, comity_view** out);

/// Only what sources state that are certainly dated by a day: not what contemporaries knew, but what had been
/// written. `out`: the caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for an interval,
/// days with gaps or without a last one, and a second one. Since ABI 1.0.
COMITY_API int32_t comity_view_stated_by(const comity_view* view, const char* day, size_t length,
                                         comity_view** out);

/// Where statements contradict each other, what a policy chooses: "none", "newest", "most-precise",
/// "most-attested", "hull" (what they span), "source: a, b" or "source-kind: a, b" (the first that says
/// something). It replaces the policy before. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for
/// another name; COMITY_E_UNKNOWN_ID for a source that there is not. Since ABI 1.0.
COMITY_API int32_t comity_view_settled_by(const comity_view* view, const char* policy, size_t length,
                                          comity_view** out);

/// The marks "?" and "~" of dates keep nothing from being certain. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_ignoring_marks(const comity_view* view, comity_view** out);

/// The same view without its time selector, so that another may be set. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_at_any_time(const comity_view* view, comity_view** out);

/// Another handle on the history that a view looks at. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_history(const comity_view* view, comity_history** out);

/// Destroys `*view` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_view_destroy(comity_view** view);

/// One line that says what is seen: "at 2011-09-12, kinds instrument, certain". `out_text` belongs to `view`.
/// Since ABI 1.0.
COMITY_API int32_t comity_view_describe(const comity_view* view, const char** out_text, size_t* out_length);

/// How many nodes are certainly, and how many possibly there; certain ones are possible too. Since ABI 1.0.
COMITY_API int32_t comity_view_node_count(const comity_view* view, int64_t* out_certain,
                                          int64_t* out_possible);

/// How many relations are certainly, and how many possibly there. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_count(const comity_view* view, int64_t* out_certain,
                                              int64_t* out_possible);

/// Whether the view shows a node: an enum comity_truth. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_truth(const comity_view* view, int64_t node, int32_t* out_truth);

/// Whether the view shows a relation: an enum comity_truth. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_truth(const comity_view* view, int64_t relation, int32_t* out_truth);

/// The life of a node as the sources and the policy of the view have it. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_period(const comity_view* view, int64_t node, comity_period** out);

/// When a relation holds, as the sources and the policy of the view have it. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_period(const comity_view* view, int64_t relation,
                                               comity_period** out);

/// Whether statements about a slot of a node (whether it is at all, its begin, its end, a value) contradict
/// each other, as the sources of the view have it: 1 or 0. What its policy decides is disputed no more, but
/// for values. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_disputed(const comity_view* view, int64_t node, int32_t* out_disputed);

/// The same of a relation. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_disputed(const comity_view* view, int64_t relation,
                                                 int32_t* out_disputed);

/// The view made dense for algorithms. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_snapshot(const comity_view* view, comity_snapshot** out);

#ifdef __cplusplus
}
#endif

#endif
