/* comity_c/listing.h: listings: the nodes, relations and attributes of a view as tables.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_LISTING_H
#define COMITY_C_LISTING_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// What there is, as tables. Nodes and relations share these columns, after their own: dates (category: as
// written), begin_earliest, begin_latest, end_earliest, end_latest (days; empty where unbounded), truth
// ("possible" or "certain"), modality (both categories), disputed, inferred (flags), sources, statements
// (integers: how many). Errors of all that take options: COMITY_E_CANCELLED once their `progress` asks to
// stop.

/// How things are listed.
typedef struct comity_listing_options {
    size_t size;
    comity_text language;     ///< of names, titles and labels, where there are any in it; none: English
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_listing_options;

// clang-format off
#define COMITY_LISTING_OPTIONS_INIT {sizeof(comity_listing_options), COMITY_NO_TEXT, NULL, NULL}
// clang-format on

/// The nodes that a view shows, in the order of their numbers. Own columns: id, kind (categories), name
/// (text). The number of an id in its list of categories is the number of the node. `kind` may be NULL: all;
/// else those of that kind and of the kinds under it. `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_nodes(const comity_view* view, const char* kind, size_t length,
                                     comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_nodes. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_nodes_with(const comity_view* view, const char* kind, size_t length,
                                          const comity_listing_options* options, comity_table** out);

/// The relations that a view shows, ordered by from, type and begin. Own columns: number (integer), id (text;
/// empty where it has none), from, type, to (categories; those of from and to are numbers of nodes). `type`
/// may be NULL: all. `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relations(const comity_view* view, const char* type, size_t length,
                                         comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_relations. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_relations_with(const comity_view* view, const char* type, size_t length,
                                              const comity_listing_options* options, comity_table** out);

/// Those that go out from a node, by type and begin, in the columns of comity_view_relations, but with
/// categories of their own. Costs no more than there are rows. `type` may be NULL: all. `out`: the caller's.
/// Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_out(const comity_view* view, int64_t node, const char* type, size_t length,
                                   comity_table** out);

/// Those that come in to a node; as comity_view_out. Since ABI 1.0.
COMITY_API int32_t comity_view_in(const comity_view* view, int64_t node, const char* type, size_t length,
                                  comity_table** out);

/// The statements about what a view shows: about (id of a node or relation; of a relation without one "from
/// type to"), slots (what it speaks of), source, locator, modality, denies, begin, end (as this source gives
/// them), attribute, value (if it is about one value), inferred, rule, premises, quote. denies and inferred
/// are flags, the others texts or categories. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_statements(const comity_view* view, comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_statements. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_statements_with(const comity_view* view, const comity_listing_options* options,
                                               comity_table** out);

/// The attribute values of what a view shows: about, attribute, value (as a reader would write it), number
/// (of numbers and flags), bound, unit, language, begin, end (as written), disputed (flag), sources (ids of
/// those who state it). `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_attributes(const comity_view* view, comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_attributes. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_attributes_with(const comity_view* view, const comity_listing_options* options,
                                               comity_table** out);

/// All statements of a history, in the columns of comity_view_statements. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_statements(const comity_history* history, comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_history_statements. Since
/// ABI 1.0.
COMITY_API int32_t comity_history_statements_with(const comity_history* history,
                                                  const comity_listing_options* options, comity_table** out);

/// All attribute values of a history, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_history_attributes(const comity_history* history, comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_history_attributes. Since
/// ABI 1.0.
COMITY_API int32_t comity_history_attributes_with(const comity_history* history,
                                                  const comity_listing_options* options, comity_table** out);

/// The sources of a history: id, kind, title, authors, publisher, date, language, uri, derived_from,
/// coverage, note (texts, kind and language categories), statements (integer: how many it makes). `options`
/// may be NULL. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_sources(const comity_history* history,
                                          const comity_listing_options* options, comity_table** out);

/// The nodes whose id or one of whose names, aliases, titles or abbreviations contains the text, byte for
/// byte (capitals are not small letters), the best match first: node (integer: its number), id, kind
/// (categories), name (text). `options` may be NULL. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_search(const comity_history* history, const char* text, size_t length,
                                         const comity_listing_options* options, comity_table** out);

/// The statements about a node, in the columns of comity_view_statements. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID, here and below. Since ABI 1.0.
COMITY_API int32_t comity_node_statements(const comity_history* history, int64_t node, comity_table** out);

/// The attribute values of a node, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_node_attributes(const comity_history* history, int64_t node, comity_table** out);

/// The statements about a relation, in the columns of comity_view_statements. `out`: the caller's. Since ABI
/// 1.0.
COMITY_API int32_t comity_relation_statements(const comity_history* history, int64_t relation,
                                              comity_table** out);

/// The attribute values of a relation, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_relation_attributes(const comity_history* history, int64_t relation,
                                              comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
