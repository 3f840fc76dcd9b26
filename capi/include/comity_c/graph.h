/* comity_c/graph.h: graph algorithms on a view.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_GRAPH_H
#define COMITY_C_GRAPH_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// On snapshots, where each relation is an edge; rows stand in the order of the vertices and begin with id and
// node (its number). Errors of all whose options have a `progress`: COMITY_E_CANCELLED once it asks to stop.

/// Which way relations are walked.
enum comity_direction {
    COMITY_DIRECTION_OUT = 0, ///< as they point
    COMITY_DIRECTION_IN = 1,  ///< against it
    COMITY_DIRECTION_BOTH = 2
};

/// Options of algorithms that have no others.
typedef struct comity_graph_options {
    size_t size;
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_graph_options;

// clang-format off
#define COMITY_GRAPH_OPTIONS_INIT {sizeof(comity_graph_options), NULL, NULL}
// clang-format on

/// How ranks are found.
typedef struct comity_pagerank_options {
    size_t size;
    double damping;        ///< share of the weight that follows edges, from above 0 to below 1; 0: 0.85
    double tolerance;      ///< stops when all ranks together change by less; 0: 1e-9, below 0: never
    int64_t iterations;    ///< at most; 0: 100
    const double* weights; ///< by edge, none negative; NULL: each counts 1
    size_t weight_count;
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_pagerank_options;

// clang-format off
#define COMITY_PAGERANK_OPTIONS_INIT {sizeof(comity_pagerank_options), 0, 0, 0, NULL, 0, NULL, NULL}
// clang-format on

/// The share of time that a walker along edges spends at each vertex: id, node, rank; notes iterations,
/// change. `options` may be NULL. Errors: COMITY_E_INVALID_ARGUMENT for options out of range. Since ABI 1.0.
COMITY_API int32_t comity_pagerank(const comity_snapshot* snapshot, const comity_pagerank_options* options,
                                   comity_table** out);

/// Parts joined whichever way relations point: id, node, part, size; note parts. `options` may be NULL. Since
/// ABI 1.0.
COMITY_API int32_t comity_weak_components(const comity_snapshot* snapshot,
                                          const comity_graph_options* options, comity_table** out);

/// Parts within which each vertex reaches each along relations: the same columns. `options` may be NULL.
/// Since ABI 1.0.
COMITY_API int32_t comity_strong_components(const comity_snapshot* snapshot,
                                            const comity_graph_options* options, comity_table** out);

/// Core numbers, by distinct neighbours whichever way relations point: id, node, core. `options` may be NULL.
/// Since ABI 1.0.
COMITY_API int32_t comity_core_numbers(const comity_snapshot* snapshot, const comity_graph_options* options,
                                       comity_table** out);

/// What each edge weighs, a row for each: relation (its number), from, to, weight. `attribute` names the
/// attribute whose number it is, by those who count in the snapshot's view, and `*missing` is what a relation
/// without one weighs; if `missing` is NULL there must be none. Without an attribute (NULL) it is how many
/// edges lead the same way. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID for an attribute that the
/// schema has not; COMITY_E_INVALID_ARGUMENT where its values are no numbers, a relation lacks one, or has
/// several that differ. Since ABI 1.0.
COMITY_API int32_t comity_edge_weights(const comity_snapshot* snapshot, const char* attribute,
                                       size_t attribute_size, const double* missing,
                                       const comity_graph_options* options, comity_table** out);

/// How betweenness is found.
typedef struct comity_betweenness_options {
    size_t size;
    int64_t samples;          ///< from so many vertices; 0: from all
    uint64_t seed;            ///< of the draw of samples
    int32_t direction;        ///< enum comity_direction
    int32_t threads;          ///< 0: as many as the machine has
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_betweenness_options;

// clang-format off
#define COMITY_BETWEENNESS_OPTIONS_INIT {sizeof(comity_betweenness_options), 0, 0, 0, 0, NULL, NULL}
// clang-format on

/// How many shortest ways lead through each vertex, each pair of other vertices counting 1: id, node,
/// betweenness. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_betweenness(const comity_snapshot* snapshot,
                                      const comity_betweenness_options* options, comity_table** out);

/// How often the neighbours of a vertex are joined themselves: id, node, triangles, clustering; notes
/// triangles, transitivity. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_clustering(const comity_snapshot* snapshot, const comity_graph_options* options,
                                     comity_table** out);

/// Over how many relations each vertex is reached from the nearest of some nodes: id, node, distance, which
/// is empty where nothing leads. `direction`: an enum comity_direction. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID for a number that no node has; COMITY_E_NO_VALUE for a node that is not in the
/// snapshot. Since ABI 1.0.
COMITY_API int32_t comity_distances(const comity_snapshot* snapshot, const int64_t* nodes, size_t count,
                                    int32_t direction, const comity_graph_options* options,
                                    comity_table** out);

/// How a transitive closure is found.
typedef struct comity_closure_options {
    size_t size;
    int64_t most;             ///< pairs; 0: 100,000,000
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_closure_options;

// clang-format off
#define COMITY_CLOSURE_OPTIONS_INIT {sizeof(comity_closure_options), 0, NULL, NULL}
// clang-format on

/// Every pair of which the first reaches the second along relations: from, to, distance. `options` may be
/// NULL. Errors: COMITY_E_LIMIT_EXCEEDED if there are more pairs than `most`. Since ABI 1.0.
COMITY_API int32_t comity_transitive_closure(const comity_snapshot* snapshot,
                                             const comity_closure_options* options, comity_table** out);

/// What two who meet in a group are worth to each other.
enum comity_tie_weight {
    COMITY_TIE_COUNT = 0,   ///< the groups that they share
    COMITY_TIE_JACCARD = 1, ///< those, as a share of the groups of either that are not left out
    COMITY_TIE_NEWMAN = 2   ///< of each one over its other members
};

/// Which groups make ties.
typedef struct comity_co_occurrence_options {
    size_t size;
    int64_t smallest;         ///< groups of fewer members are left out; 0: none
    int64_t largest;          ///< groups of more members are left out; 0: none are
    int64_t least_shared;     ///< ties of fewer shared groups are left out
    int32_t weight;           ///< enum comity_tie_weight
    int32_t of_targets;       ///< not 0: ties between those to whom relations go instead of those from whom
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_co_occurrence_options;

// clang-format off
#define COMITY_CO_OCCURRENCE_OPTIONS_INIT {sizeof(comity_co_occurrence_options), 0, 0, 0, 0, 0, NULL, NULL}
// clang-format on

/// Who meets whom: all that have a relation to one vertex are a group: a, b, shared, weight. `options` may be
/// NULL. Since ABI 1.0.
COMITY_API int32_t comity_co_occurrence(const comity_snapshot* snapshot,
                                        const comity_co_occurrence_options* options, comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
