/* comity_c/snapshot.h: snapshots: a view made dense for algorithms.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_SNAPSHOT_H
#define COMITY_C_SNAPSHOT_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// Compressed sparse rows, both ways. Vertices are numbered from 0 in the order of their nodes, edges in the
// order of the vertices that they leave; an edge is a relation, so parallel ones and loops are kept. Arrays
// belong to the snapshot and hold until it is destroyed.

/// Destroys `*snapshot` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_destroy(comity_snapshot** snapshot);

/// How many vertices: the nodes that the view shows and the ends of its relations. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_vertex_count(const comity_snapshot* snapshot, int64_t* out_count);

/// How many edges. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_edge_count(const comity_snapshot* snapshot, int64_t* out_count);

/// The edges that leave vertex v are those from out[v] to before out[v + 1]: vertices + 1 numbers. Since ABI
/// 1.0.
COMITY_API int32_t comity_snapshot_offsets(const comity_snapshot* snapshot, const uint32_t** out);

/// The vertex that each edge enters. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_targets(const comity_snapshot* snapshot, const uint32_t** out);

/// What enters vertex v stands, in the arrays of the next two functions, from out[v] to before out[v + 1]:
/// vertices + 1 numbers. All three are made when one is first asked for, O(vertices + edges). Since
/// ABI 1.0.
COMITY_API int32_t comity_snapshot_in_offsets(const comity_snapshot* snapshot, const uint32_t** out);

/// The vertices that edges come from, by the vertex that they enter. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_in_sources(const comity_snapshot* snapshot, const uint32_t** out);

/// The numbers of the same edges, by the vertex that they enter. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_in_edges(const comity_snapshot* snapshot, const uint32_t** out);

/// The number of the node of each vertex, ascending. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_nodes(const comity_snapshot* snapshot, const uint32_t** out);

/// The truth (enum comity_truth) of each edge; NULL if all are certain. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_truths(const comity_snapshot* snapshot, const uint8_t** out);

/// The vertex of a node. Errors: COMITY_E_UNKNOWN_ID for a number that is no node's; COMITY_E_NO_VALUE if the
/// view does not show the node. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_vertex(const comity_snapshot* snapshot, int64_t node, int64_t* out_vertex);

/// The number of the relation that an edge is. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_snapshot_relation(const comity_snapshot* snapshot, int64_t edge,
                                            int64_t* out_relation);

#ifdef __cplusplus
}
#endif

#endif
