/* comity_c/many.h: many relations, days or nodes asked about in one call, and one node without a table.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_MANY_H
#define COMITY_C_MANY_H

#include <comity_c/base.h>
#include <comity_c/listing.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The relations that a view shows, or those of one type, as edges, in the order of comity_view_relations:
/// number (integer), from, to, type (categories; those of from and to are numbers of nodes), first, last
/// (days within which it may hold, cut by the periods of both ends; empty where there is no such day), truth
/// (category). What is said of each is left out, and so this is many times faster. `type` may be NULL: all.
/// `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_edges(const comity_view* view, const char* type, size_t length,
                                     comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_edges;
/// COMITY_E_CANCELLED once their `progress` asks to stop. Since ABI 1.0.
COMITY_API int32_t comity_view_edges_with(const comity_view* view, const char* type, size_t length,
                                          const comity_listing_options* options, comity_table** out);

/// How many relations a view without time selector shows on each of `count` days: day, certain, possible
/// (integers), in the order of `days`. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT. Since ABI 1.0.
COMITY_API int32_t comity_view_counts_at(const comity_view* view, const int64_t* days, size_t count,
                                         comity_table** out);

/// The same of everything begun by each day, ended or not. Since ABI 1.0.
COMITY_API int32_t comity_view_counts_by(const comity_view* view, const int64_t* days, size_t count,
                                         comity_table** out);

/// Where the relations of a view, or those of one type, lead from each of `count` nodes: from, to (categories
/// by number of the node), truth; a row for each relation, in the order of `nodes`, then by type and begin.
/// `type` may be NULL: all. `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID; COMITY_E_LIMIT_EXCEEDED for
/// more than 4,294,967,295 rows. Since ABI 1.0.
COMITY_API int32_t comity_view_out_neighbours(const comity_view* view, const int64_t* nodes, size_t count,
                                              const char* type, size_t length, comity_table** out);

/// Where those come from that come in to each of them; as comity_view_out_neighbours. Since ABI 1.0.
COMITY_API int32_t comity_view_in_neighbours(const comity_view* view, const int64_t* nodes, size_t count,
                                             const char* type, size_t length, comity_table** out);

/// Where the relations of a view, or those of one type, lead from one node: the numbers of the nodes, one for
/// each relation, by type and begin. They go into memory of the caller's, so that a small question makes
/// nothing: `*out_count` is how many there are, and `numbers` gets the first `room` of them; it may be NULL
/// if `room` is 0. `type` may be NULL: all. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_out_neighbour_numbers(const comity_view* view, int64_t node, const char* type,
                                                     size_t length, uint32_t* numbers, size_t room,
                                                     int64_t* out_count);

/// Where those come from that come in to it; as comity_view_out_neighbour_numbers. Since ABI 1.0.
COMITY_API int32_t comity_view_in_neighbour_numbers(const comity_view* view, int64_t node, const char* type,
                                                    size_t length, uint32_t* numbers, size_t room,
                                                    int64_t* out_count);

#ifdef __cplusplus
}
#endif

#endif
