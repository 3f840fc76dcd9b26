/* comity_c/fact.h: what one node, relation or source of a history is.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_FACT_H
#define COMITY_C_FACT_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// Nodes
// Errors of all of them: COMITY_E_UNKNOWN_ID if the history has no node of that number.

/// The id of a node. `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_node_id(const comity_history* history, int64_t node, const char** out_text,
                                  size_t* out_length);

/// The name of a node in a language ("zh" also finds "zh-Hans"), else in English, else in any, else its id.
/// `language` may be NULL: English. `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_node_name(const comity_history* history, int64_t node, const char* language,
                                    size_t length, const char** out_text, size_t* out_length);

/// The kind of a node, such as "working-group". `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_node_kind(const comity_history* history, int64_t node, const char** out_text,
                                    size_t* out_length);

/// Whether a node is of a kind or of one under it: 1 or 0. Errors: COMITY_E_UNKNOWN_ID also for a kind that
/// there is not. Since ABI 1.0.
COMITY_API int32_t comity_node_is_a(const comity_history* history, int64_t node, const char* kind,
                                    size_t length, int32_t* out_is_a);

/// The life of a node. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_node_period(const comity_history* history, int64_t node, comity_period** out);

/// How surely a node exists (enum comity_truth): possible where some assert and others deny it, no where it
/// is only denied. Since ABI 1.0.
COMITY_API int32_t comity_node_existence(const comity_history* history, int64_t node, int32_t* out_truth);

/// The strongest modality (enum comity_modality) in which anyone asserts it. Since ABI 1.0.
COMITY_API int32_t comity_node_modality(const comity_history* history, int64_t node, int32_t* out_modality);

/// What else holds of a node: a set of enum comity_fact_flag. Since ABI 1.0.
COMITY_API int32_t comity_node_flags(const comity_history* history, int64_t node, int32_t* out_flags);

// Relations
// Errors of all of them: COMITY_E_UNKNOWN_ID if the history has no relation of that number.

/// The id that the data gave to a relation; often empty. `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_relation_id(const comity_history* history, int64_t relation, const char** out_text,
                                      size_t* out_length);

/// The type of a relation, such as "member-of". `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_relation_type(const comity_history* history, int64_t relation,
                                        const char** out_text, size_t* out_length);

/// The numbers of the nodes that a relation runs from and to. Since ABI 1.0.
COMITY_API int32_t comity_relation_ends(const comity_history* history, int64_t relation, int64_t* out_from,
                                        int64_t* out_to);

/// When a relation holds, by its own dates. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_relation_period(const comity_history* history, int64_t relation,
                                          comity_period** out);

/// As comity_node_existence. Since ABI 1.0.
COMITY_API int32_t comity_relation_existence(const comity_history* history, int64_t relation,
                                             int32_t* out_truth);

/// As comity_node_modality. Since ABI 1.0.
COMITY_API int32_t comity_relation_modality(const comity_history* history, int64_t relation,
                                            int32_t* out_modality);

/// As comity_node_flags. Since ABI 1.0.
COMITY_API int32_t comity_relation_flags(const comity_history* history, int64_t relation, int32_t* out_flags);

// Sources
// Errors of all of them: COMITY_E_UNKNOWN_ID if the history has no source of that number.

/// The id of a source. `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_source_id(const comity_history* history, int64_t source, const char** out_text,
                                    size_t* out_length);

/// The title of a source in a language, else in any; empty if it has none. `language` may be NULL: any.
/// `out_text` belongs to `history`. Since ABI 1.0.
COMITY_API int32_t comity_source_title(const comity_history* history, int64_t source, const char* language,
                                       size_t length, const char** out_text, size_t* out_length);

/// What a source is: "article", "treaty-text", ...; empty if not given. `out_text` belongs to `history`.
/// Since ABI 1.0.
COMITY_API int32_t comity_source_kind(const comity_history* history, int64_t source, const char** out_text,
                                      size_t* out_length);

/// The date of the document. `out`: the caller's. Errors: COMITY_E_NO_VALUE if it has none. Since ABI 1.0.
COMITY_API int32_t comity_source_date(const comity_history* history, int64_t source, comity_date** out);

#ifdef __cplusplus
}
#endif

#endif
