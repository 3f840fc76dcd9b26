/* comity_c/journey.h: ways through time, which respect the order in which things happened.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_JOURNEY_H
#define COMITY_C_JOURNEY_H

#include <comity_c/graph.h>

#ifdef __cplusplus
extern "C" {
#endif

// Each relation is walked on a day on which it holds and never before the one walked earlier. Nodes are given
// by number, days as days since 1970-01-01. Errors of all of them: COMITY_E_UNKNOWN_ID for a number that no
// node has; COMITY_E_CANCELLED once `progress` asks to stop.

/// How ways through time are looked for.
typedef struct comity_journey_options {
    size_t size;
    int32_t certain;          ///< not 0: only ways that hold in every reading of the dates
    int32_t direction;        ///< enum comity_direction
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_journey_options;

// clang-format off
#define COMITY_JOURNEY_OPTIONS_INIT {sizeof(comity_journey_options), 0, 0, NULL, NULL}
// clang-format on

/// The earliest day on which each node is reached from one, setting out on `start` or later: id, node, day,
/// hops, relation (the last one); note searched. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_earliest_arrivals(const comity_view* view, int64_t from, int64_t start,
                                            const comity_journey_options* options, comity_table** out);

/// The latest day on which to set out from each node and come to one by `end`: the same columns. Since
/// ABI 1.0.
COMITY_API int32_t comity_latest_departures(const comity_view* view, int64_t to, int64_t end,
                                            const comity_journey_options* options, comity_table** out);

/// The way that takes the fewest days: step, relation, type, from, to; notes departure, arrival. No rows if
/// there is none. Since ABI 1.0.
COMITY_API int32_t comity_fastest_journey(const comity_view* view, int64_t from, int64_t to,
                                          const comity_journey_options* options, comity_table** out);

/// How close each node is to all others in time, setting out on `start`: id, node, closeness. Since ABI 1.0.
COMITY_API int32_t comity_temporal_closeness(const comity_view* view, int64_t start,
                                             const comity_journey_options* options, comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
