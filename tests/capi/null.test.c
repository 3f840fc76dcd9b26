/* Every function, called with nothing but NULL and 0: one line each, and none forgotten. Which single
 * arguments may not be NULL is tried by ctypes_smoke.py. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

enum { MOST_FUNCTIONS = 1000 };
static const char* called[MOST_FUNCTIONS];
static size_t calls;

#define NULLS(name, arguments)                                                                               \
    called[calls++] = #name;                                                                                 \
    FAILS(name arguments, COMITY_E_NULL, "NULL")
/* One that NULL does no harm. */
#define EMPTY(name, arguments)                                                                               \
    called[calls++] = #name;                                                                                 \
    OK(name arguments)

CASE(null_is_an_error) {
    NULLS(comity_options_init, (NULL, 0));
    NULLS(comity_error_findings, (NULL));
    NULLS(comity_string_text, (NULL, NULL, NULL));
    EMPTY(comity_string_destroy, (NULL));
    NULLS(comity_day_from_civil, (0, 0, 0, NULL));
    NULLS(comity_day_to_civil, (0, NULL, NULL, NULL));
    NULLS(comity_date_parse, (NULL, 0, NULL, NULL));
    EMPTY(comity_date_destroy, (NULL));
    NULLS(comity_date_text, (NULL, NULL, NULL));
    NULLS(comity_date_canonical, (NULL, NULL, NULL));
    NULLS(comity_date_kind, (NULL, NULL));
    NULLS(comity_date_precision, (NULL, NULL));
    NULLS(comity_date_level, (NULL, NULL));
    NULLS(comity_date_earliest, (NULL, NULL, NULL));
    NULLS(comity_date_latest, (NULL, NULL, NULL));
    NULLS(comity_date_begin, (NULL, NULL, NULL, NULL, NULL));
    NULLS(comity_date_end, (NULL, NULL, NULL, NULL, NULL));
    NULLS(comity_date_marks, (NULL, NULL, NULL, NULL));
    NULLS(comity_date_contains, (NULL, 0, NULL));
    NULLS(comity_date_contiguous, (NULL, NULL));
    NULLS(comity_period_parse, (NULL, 0, 0, NULL));
    EMPTY(comity_period_destroy, (NULL));
    NULLS(comity_period_text, (NULL, NULL, NULL));
    NULLS(comity_period_nature, (NULL, NULL));
    NULLS(comity_period_begin, (NULL, NULL, NULL, NULL, NULL));
    NULLS(comity_period_end, (NULL, NULL, NULL, NULL, NULL));
    NULLS(comity_period_at, (NULL, 0, 0, NULL));
    NULLS(comity_period_by, (NULL, 0, 0, NULL));
    NULLS(comity_period_window, (NULL, 0, 0, NULL));
    NULLS(comity_period_relations, (NULL, NULL, NULL));
    NULLS(comity_period_holds, (NULL, NULL, 0, NULL));
    NULLS(comity_period_lag, (NULL, 0, NULL, 0, NULL, NULL, NULL, NULL));
    NULLS(comity_period_length, (NULL, NULL, NULL, NULL, NULL));
    NULLS(comity_history_read, (NULL, 0, NULL));
    NULLS(comity_history_read_with, (NULL, 0, NULL, NULL));
    NULLS(comity_history_read_text, (NULL, 0, NULL, NULL));
    NULLS(comity_history_write, (NULL, NULL, 0));
    NULLS(comity_history_write_with, (NULL, NULL, 0, NULL));
    NULLS(comity_history_write_text, (NULL, NULL));
    NULLS(comity_history_write_text_with, (NULL, NULL, NULL));
    NULLS(comity_history_write_archive, (NULL, NULL, 0));
    NULLS(comity_history_write_archive_with, (NULL, NULL, 0, NULL));
    NULLS(comity_history_open, (NULL, 0, NULL, NULL));
    NULLS(comity_archive_verify, (NULL, 0));
    NULLS(comity_archive_verify_with, (NULL, 0, NULL));
    EMPTY(comity_history_destroy, (NULL));
    NULLS(comity_history_findings, (NULL, NULL));
    NULLS(comity_history_node_count, (NULL, NULL));
    NULLS(comity_history_relation_count, (NULL, NULL));
    NULLS(comity_history_forget_snapshots, (NULL));
    NULLS(comity_history_source_count, (NULL, NULL));
    NULLS(comity_history_statement_count, (NULL, NULL));
    NULLS(comity_history_attribute_count, (NULL, NULL));
    NULLS(comity_history_memory, (NULL, NULL));
    NULLS(comity_history_note, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_history_notes, (NULL, NULL));
    NULLS(comity_history_find_node, (NULL, NULL, 0, NULL));
    NULLS(comity_history_find_relation, (NULL, NULL, 0, NULL));
    NULLS(comity_history_find_source, (NULL, NULL, 0, NULL));
    NULLS(comity_history_all, (NULL, NULL));
    NULLS(comity_node_id, (NULL, 0, NULL, NULL));
    NULLS(comity_node_name, (NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_node_kind, (NULL, 0, NULL, NULL));
    NULLS(comity_node_is_a, (NULL, 0, NULL, 0, NULL));
    NULLS(comity_node_period, (NULL, 0, NULL));
    NULLS(comity_node_existence, (NULL, 0, NULL));
    NULLS(comity_node_modality, (NULL, 0, NULL));
    NULLS(comity_node_flags, (NULL, 0, NULL));
    NULLS(comity_relation_id, (NULL, 0, NULL, NULL));
    NULLS(comity_relation_type, (NULL, 0, NULL, NULL));
    NULLS(comity_relation_ends, (NULL, 0, NULL, NULL));
    NULLS(comity_relation_period, (NULL, 0, NULL));
    NULLS(comity_relation_existence, (NULL, 0, NULL));
    NULLS(comity_relation_modality, (NULL, 0, NULL));
    NULLS(comity_relation_flags, (NULL, 0, NULL));
    NULLS(comity_source_id, (NULL, 0, NULL, NULL));
    NULLS(comity_source_title, (NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_source_kind, (NULL, 0, NULL, NULL));
    NULLS(comity_source_date, (NULL, 0, NULL));
    NULLS(comity_csv_read, (NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_csv_estimate, (NULL, 0, NULL, 0, 0, NULL, NULL, NULL, NULL));
    NULLS(comity_csv_read_text, (NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_columns_read, (NULL, NULL, NULL, NULL));
    NULLS(comity_registers_create, (NULL));
    NULLS(comity_registers_add, (NULL, NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_registers_add_nodes, (NULL, 0, NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_registers_add_relation, (NULL, 0, NULL, 0, 0, 0, NULL));
    NULLS(comity_registers_add_attribute, (NULL, 0, NULL, 0, NULL, 0, 0));
    NULLS(comity_registers_read, (NULL, NULL, NULL));
    EMPTY(comity_registers_destroy, (NULL));
    NULLS(comity_load_history, (NULL, NULL));
    NULLS(comity_load_report, (NULL, 0, NULL));
    EMPTY(comity_load_destroy, (NULL));
    NULLS(comity_view_at, (NULL, NULL, 0, NULL));
    NULLS(comity_view_by, (NULL, NULL, 0, NULL));
    NULLS(comity_view_at_days, (NULL, 0, 0, NULL));
    NULLS(comity_view_by_days, (NULL, 0, 0, NULL));
    NULLS(comity_view_window, (NULL, NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_kinds, (NULL, NULL, NULL, 0, NULL));
    NULLS(comity_view_types, (NULL, NULL, NULL, 0, NULL));
    NULLS(comity_view_modalities, (NULL, NULL, 0, NULL));
    NULLS(comity_view_certain, (NULL, NULL));
    NULLS(comity_view_sources, (NULL, NULL, NULL, 0, NULL));
    NULLS(comity_view_without_sources, (NULL, NULL, NULL, 0, NULL));
    NULLS(comity_view_stated_by, (NULL, NULL, 0, NULL));
    NULLS(comity_view_settled_by, (NULL, NULL, 0, NULL));
    NULLS(comity_view_ignoring_marks, (NULL, NULL));
    NULLS(comity_view_at_any_time, (NULL, NULL));
    NULLS(comity_view_history, (NULL, NULL));
    EMPTY(comity_view_destroy, (NULL));
    NULLS(comity_view_describe, (NULL, NULL, NULL));
    NULLS(comity_view_node_count, (NULL, NULL, NULL));
    NULLS(comity_view_relation_count, (NULL, NULL, NULL));
    NULLS(comity_view_node_truth, (NULL, 0, NULL));
    NULLS(comity_view_relation_truth, (NULL, 0, NULL));
    NULLS(comity_view_node_period, (NULL, 0, NULL));
    NULLS(comity_view_relation_period, (NULL, 0, NULL));
    NULLS(comity_view_node_disputed, (NULL, 0, NULL));
    NULLS(comity_view_relation_disputed, (NULL, 0, NULL));
    NULLS(comity_view_snapshot, (NULL, NULL));
    EMPTY(comity_snapshot_destroy, (NULL));
    NULLS(comity_snapshot_vertex_count, (NULL, NULL));
    NULLS(comity_snapshot_edge_count, (NULL, NULL));
    NULLS(comity_snapshot_offsets, (NULL, NULL));
    NULLS(comity_snapshot_targets, (NULL, NULL));
    NULLS(comity_snapshot_in_offsets, (NULL, NULL));
    NULLS(comity_snapshot_in_sources, (NULL, NULL));
    NULLS(comity_snapshot_in_edges, (NULL, NULL));
    NULLS(comity_snapshot_nodes, (NULL, NULL));
    NULLS(comity_snapshot_truths, (NULL, NULL));
    NULLS(comity_snapshot_vertex, (NULL, 0, NULL));
    NULLS(comity_snapshot_relation, (NULL, 0, NULL));
    NULLS(comity_view_nodes, (NULL, NULL, 0, NULL));
    NULLS(comity_view_nodes_with, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_view_relations, (NULL, NULL, 0, NULL));
    NULLS(comity_view_relations_with, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_view_out, (NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_in, (NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_edges, (NULL, NULL, 0, NULL));
    NULLS(comity_view_edges_with, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_view_counts_at, (NULL, NULL, 0, NULL));
    NULLS(comity_view_counts_by, (NULL, NULL, 0, NULL));
    NULLS(comity_view_out_neighbours, (NULL, NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_in_neighbours, (NULL, NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_out_neighbour_numbers, (NULL, 0, NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_in_neighbour_numbers, (NULL, 0, NULL, 0, NULL, 0, NULL));
    NULLS(comity_view_statements, (NULL, NULL));
    NULLS(comity_view_statements_with, (NULL, NULL, NULL));
    NULLS(comity_view_attributes, (NULL, NULL));
    NULLS(comity_view_attributes_with, (NULL, NULL, NULL));
    NULLS(comity_history_statements, (NULL, NULL));
    NULLS(comity_history_statements_with, (NULL, NULL, NULL));
    NULLS(comity_history_attributes, (NULL, NULL));
    NULLS(comity_history_attributes_with, (NULL, NULL, NULL));
    NULLS(comity_history_sources, (NULL, NULL, NULL));
    NULLS(comity_history_search, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_node_statements, (NULL, 0, NULL));
    NULLS(comity_node_attributes, (NULL, 0, NULL));
    NULLS(comity_relation_statements, (NULL, 0, NULL));
    NULLS(comity_relation_attributes, (NULL, 0, NULL));
    NULLS(comity_timeline, (NULL, NULL, NULL));
    NULLS(comity_lineage, (NULL, 0, NULL, NULL));
    NULLS(comity_members, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_roster, (NULL, 0, NULL, NULL));
    NULLS(comity_series, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_participations, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_proposals, (NULL, NULL, NULL));
    NULLS(comity_positions, (NULL, NULL, NULL));
    NULLS(comity_disagreements, (NULL, NULL, NULL));
    NULLS(comity_history_disagreements, (NULL, NULL, NULL));
    NULLS(comity_settlements, (NULL, NULL, NULL, 0, NULL, NULL));
    NULLS(comity_audit, (NULL, NULL, NULL));
    NULLS(comity_quantities, (NULL, NULL, NULL));
    NULLS(comity_pagerank, (NULL, NULL, NULL));
    NULLS(comity_weak_components, (NULL, NULL, NULL));
    NULLS(comity_strong_components, (NULL, NULL, NULL));
    NULLS(comity_core_numbers, (NULL, NULL, NULL));
    NULLS(comity_edge_weights, (NULL, NULL, 0, NULL, NULL, NULL));
    NULLS(comity_betweenness, (NULL, NULL, NULL));
    NULLS(comity_clustering, (NULL, NULL, NULL));
    NULLS(comity_distances, (NULL, NULL, 0, 0, NULL, NULL));
    NULLS(comity_transitive_closure, (NULL, NULL, NULL));
    NULLS(comity_co_occurrence, (NULL, NULL, NULL));
    NULLS(comity_earliest_arrivals, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_latest_departures, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_fastest_journey, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_temporal_closeness, (NULL, 0, NULL, NULL));
    NULLS(comity_rolling, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_causes, (NULL, NULL, NULL));
    NULLS(comity_diff, (NULL, NULL, NULL, NULL));
    NULLS(comity_summary, (NULL, NULL, NULL));
    NULLS(comity_ballots, (NULL, 0, NULL, NULL));
    NULLS(comity_cohesion, (NULL, 0, NULL, NULL));
    NULLS(comity_professions, (NULL, NULL, NULL));
    NULLS(comity_follow_through, (NULL, NULL, NULL));
    NULLS(comity_fates, (NULL, NULL, NULL));
    NULLS(comity_firsts, (NULL, NULL, NULL));
    NULLS(comity_dates_parse, (NULL, NULL, NULL, 1, NULL, NULL, NULL));
    NULLS(comity_date_read_lenient, (NULL, 0, NULL, NULL, NULL, NULL));
    NULLS(comity_days_collapse, (NULL, NULL, NULL, NULL, 1, 0, 0, NULL, NULL));
    NULLS(comity_supports, (NULL, NULL, NULL));
    NULLS(comity_differences, (NULL, NULL, 0, NULL, 0, NULL, NULL));
    NULLS(comity_agreements, (NULL, NULL, NULL));
    NULLS(comity_coverage, (NULL, 0, NULL, NULL));
    NULLS(comity_first_statements, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_parties, (NULL, 0, 0, NULL, 0, NULL, NULL));
    NULLS(comity_evidence, (NULL, NULL, 0, NULL));
    NULLS(comity_evidence_with, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_table_difference, (NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL));
    NULLS(comity_table_borrow, (NULL, 1, 0, NULL));
    EMPTY(comity_table_destroy, (NULL));
    NULLS(comity_table_row_count, (NULL, NULL));
    NULLS(comity_table_column_count, (NULL, NULL));
    NULLS(comity_table_find_column, (NULL, NULL, 0, NULL));
    NULLS(comity_table_column_name, (NULL, 0, NULL, NULL));
    NULLS(comity_table_column_type, (NULL, 0, NULL));
    NULLS(comity_table_null_count, (NULL, 0, NULL));
    NULLS(comity_table_validity, (NULL, 0, NULL));
    NULLS(comity_table_integers, (NULL, 0, NULL));
    NULLS(comity_table_numbers, (NULL, 0, NULL));
    NULLS(comity_table_flags, (NULL, 0, NULL));
    NULLS(comity_table_days, (NULL, 0, NULL));
    NULLS(comity_table_categories, (NULL, 0, NULL));
    NULLS(comity_table_texts, (NULL, 0, NULL, NULL, NULL));
    NULLS(comity_table_text, (NULL, 0, 0, NULL, NULL));
    NULLS(comity_table_integer, (NULL, 0, 0, NULL));
    NULLS(comity_table_number, (NULL, 0, 0, NULL));
    NULLS(comity_table_flag, (NULL, 0, 0, NULL));
    NULLS(comity_table_day, (NULL, 0, 0, NULL));
    NULLS(comity_table_note, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_table_print, (NULL, NULL, NULL));
    NULLS(comity_builder_create, (NULL));
    NULLS(comity_builder_extend, (NULL, NULL));
    EMPTY(comity_builder_destroy, (NULL));
    NULLS(comity_builder_reserve, (NULL, 0, 0));
    NULLS(comity_builder_set_place, (NULL, NULL, 0, 0, 0));
    NULLS(comity_builder_set_note, (NULL, NULL, 0, NULL, 0));
    NULLS(comity_builder_add_kind, (NULL, NULL, 0, NULL, 0, NULL));
    NULLS(comity_builder_add_relation_type, (NULL, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_attribute_type, (NULL, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_source, (NULL, NULL, 0, NULL, NULL));
    NULLS(comity_builder_source, (NULL, NULL, 0, NULL));
    NULLS(comity_builder_add_node, (NULL, NULL, 0, NULL, 0, NULL));
    NULLS(comity_builder_node, (NULL, NULL, 0, NULL));
    NULLS(comity_builder_add_relation, (NULL, 0, NULL, 0, 0, NULL, 0, NULL));
    NULLS(comity_builder_set_node_period, (NULL, 0, NULL, 0));
    NULLS(comity_builder_set_relation_period, (NULL, 0, NULL, 0));
    NULLS(comity_builder_add_node_text, (NULL, 0, NULL, 0, NULL, 0, NULL));
    NULLS(comity_builder_add_node_number, (NULL, 0, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_node_flag, (NULL, 0, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_relation_text, (NULL, 0, NULL, 0, NULL, 0, NULL));
    NULLS(comity_builder_add_relation_number, (NULL, 0, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_relation_flag, (NULL, 0, NULL, 0, 0, NULL));
    NULLS(comity_builder_add_node_statement, (NULL, 0, 0, NULL, 0, NULL));
    NULLS(comity_builder_add_relation_statement, (NULL, 0, 0, NULL, 0, NULL));
    NULLS(comity_builder_node_count, (NULL, NULL));
    NULLS(comity_builder_relation_count, (NULL, NULL));
    NULLS(comity_builder_build, (NULL, NULL));
    NULLS(comity_builder_build_with, (NULL, NULL, NULL));
}

/* Functions that take no pointer. */
static const char* const harmless[] = {"comity_abi_version", "comity_version", "comity_code_name",
                                       "comity_error_message", "comity_live_handles"};

static bool listed(const char* const* names, size_t count, const char* name) {
    for (size_t i = 0; i < count; ++i)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

CASE(no_function_is_forgotten) {
    FILE* symbols = fopen(COMITY_SOURCE_DIR "/capi/symbols.txt", "r");
    CHECK(symbols != NULL);
    char line[256], name[256];
    size_t promised = 0;
    while (symbols != NULL && fgets(line, sizeof line, symbols) != NULL) {
        if (line[0] == '#' || sscanf(line, "%255s", name) != 1) continue;
        ++promised;
        if (!CHECK(listed(called, calls, name) || listed(harmless, sizeof harmless / sizeof *harmless, name)))
            printf("  not called: %s\n", name);
    }
    CHECK(promised >= calls);
    if (symbols != NULL) fclose(symbols);
}

int main(void) {
    RUN(null_is_an_error);
    RUN(no_function_is_forgotten);
    return finish();
}
