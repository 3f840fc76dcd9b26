#include "support/check.h"
#include "support/sample.h"

#include <stdlib.h>

static comity_snapshot* snapshot_at(const char* day) {
    comity_view *all = sample_view(), *then = NULL;
    comity_snapshot* s = NULL;
    OK(comity_view_window(all, day, COMITY_NUL, NULL, 0, &then));
    OK(comity_view_snapshot(then, &s));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
    return s;
}

CASE(counts) {
    comity_snapshot* s = snapshot_at("2000/..");
    int64_t count = -1;
    OK(comity_snapshot_vertex_count(s, &count));
    NUMBER(count, SAMPLE_NODES);
    OK(comity_snapshot_edge_count(s, &count));
    NUMBER(count, SAMPLE_RELATIONS);
    OK(comity_snapshot_destroy(&s));
}

CASE(arrays_say_who_is_next_to_whom) {
    comity_snapshot* s = snapshot_at("2000/..");
    const uint32_t *offsets = NULL, *targets = NULL, *in_offsets = NULL, *in_sources = NULL, *in_edges = NULL;
    OK(comity_snapshot_offsets(s, &offsets));
    OK(comity_snapshot_targets(s, &targets));
    OK(comity_snapshot_in_offsets(s, &in_offsets));
    OK(comity_snapshot_in_sources(s, &in_sources));
    OK(comity_snapshot_in_edges(s, &in_edges));
    NUMBER(offsets[SAMPLE_NODES], SAMPLE_RELATIONS);
    NUMBER(offsets[CHINA + 1] - offsets[CHINA], 1);
    NUMBER(targets[offsets[CHINA]], SCO);
    NUMBER(in_offsets[SCO + 1] - in_offsets[SCO], 2);
    for (uint32_t i = in_offsets[SCO]; i < in_offsets[SCO + 1]; ++i) {
        NUMBER(targets[in_edges[i]], SCO);
        NUMBER(in_sources[i], i == in_offsets[SCO] ? CHINA : INDIA);
    }
    OK(comity_snapshot_destroy(&s));
}

CASE(vertices_and_nodes_map_both_ways) {
    comity_snapshot* s = snapshot_at("2000");
    const uint32_t* nodes = NULL;
    int64_t count = -1, vertex = -1;
    OK(comity_snapshot_nodes(s, &nodes));
    OK(comity_snapshot_vertex_count(s, &count));
    for (int64_t v = 0; v < count; ++v) {
        OK(comity_snapshot_vertex(s, nodes[v], &vertex));
        NUMBER(vertex, v);
    }
    FAILS(comity_snapshot_vertex(s, SCO, &vertex), COMITY_E_NO_VALUE, "node number 2");
    FAILS(comity_snapshot_vertex(s, SAMPLE_NODES, &vertex), COMITY_E_UNKNOWN_ID, "node number 5");
    OK(comity_snapshot_destroy(&s));
}

CASE(edges_are_relations) {
    comity_snapshot* s = snapshot_at("2000/..");
    int64_t relation = -1;
    OK(comity_snapshot_relation(s, 0, &relation));
    NUMBER(relation, CHINA_IN_SCO);
    FAILS(comity_snapshot_relation(s, SAMPLE_RELATIONS, &relation), COMITY_E_UNKNOWN_ID, "edge number 4");
    FAILS(comity_snapshot_relation(s, -1, &relation), COMITY_E_UNKNOWN_ID, "edge number -1");
    OK(comity_snapshot_destroy(&s));
}

CASE(truths_by_edge_or_none_if_all_are_certain) {
    comity_view *all = sample_view(), *then = NULL, *sure = NULL;
    comity_snapshot* s = NULL;
    const uint8_t* truths = NULL;
    OK(comity_view_at(all, "2017", COMITY_NUL, &then));
    OK(comity_view_snapshot(then, &s));
    OK(comity_snapshot_truths(s, &truths));
    CHECK(truths != NULL && truths[0] == COMITY_TRUTH_CERTAIN && truths[1] == COMITY_TRUTH_POSSIBLE);
    OK(comity_snapshot_destroy(&s));
    OK(comity_view_certain(then, &sure));
    OK(comity_view_snapshot(sure, &s));
    OK(comity_snapshot_truths(s, &truths));
    CHECK(truths == NULL);
    OK(comity_snapshot_destroy(&s));
    OK(comity_view_destroy(&sure));
    OK(comity_view_destroy(&then));
    OK(comity_view_destroy(&all));
}

/* An analysis of one's own: how many vertices are in reach of one, along the edges. */
static int64_t in_reach(const comity_snapshot* s, uint32_t from) {
    const uint32_t *offsets = NULL, *targets = NULL;
    int64_t count = 0, reached = 0;
    OK(comity_snapshot_offsets(s, &offsets));
    OK(comity_snapshot_targets(s, &targets));
    OK(comity_snapshot_vertex_count(s, &count));
    uint32_t* queue = calloc((size_t)count, sizeof *queue);
    bool* seen = calloc((size_t)count, sizeof *seen);
    if (queue == NULL || seen == NULL) abort();
    int64_t last = 0;
    queue[last++] = from;
    seen[from] = true;
    while (reached < last) {
        const uint32_t v = queue[reached++];
        for (uint32_t e = offsets[v]; e < offsets[v + 1]; ++e) {
            if (seen[targets[e]]) continue;
            seen[targets[e]] = true;
            queue[last++] = targets[e];
        }
    }
    free(seen);
    free(queue);
    return reached;
}

CASE(own_analysis_over_the_arrays) {
    comity_snapshot* s = snapshot_at("2000/..");
    NUMBER(in_reach(s, CHINA), 3);
    NUMBER(in_reach(s, STATEMENT_2006), 1);
    OK(comity_snapshot_destroy(&s));
}

int main(void) {
    RUN(counts);
    RUN(arrays_say_who_is_next_to_whom);
    RUN(vertices_and_nodes_map_both_ways);
    RUN(edges_are_relations);
    RUN(truths_by_edge_or_none_if_all_are_certain);
    RUN(own_analysis_over_the_arrays);
    return finish();
}
