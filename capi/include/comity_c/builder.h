/* comity_c/builder.h: builders: making a history, from nothing or from another one.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_BUILDER_H
#define COMITY_C_BUILDER_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// Add in any order; comity_builder_build() checks everything at once and reports all that is wrong: an id
// that is empty or holds a control character, say, or two titles of a source in one language. Numbers of
// nodes, relations and sources are those that the history will use. Errors of all of them:
// COMITY_E_UNKNOWN_ID for a number that the builder has not given, or a kind or type that it does not know;
// COMITY_E_LIMIT_EXCEEDED; COMITY_E_INVALID_ARGUMENT for text that is not UTF-8, and once the builder is
// spent: after comity_builder_build(), and after any COMITY_E_NO_MEMORY.

/// How far a number is meant to be exact.
enum comity_number_bound {
    COMITY_NUMBER_EXACT = 0,
    COMITY_NUMBER_AT_LEAST = 1,
    COMITY_NUMBER_AT_MOST = 2,
    COMITY_NUMBER_MORE_THAN = 3,
    COMITY_NUMBER_LESS_THAN = 4,
    COMITY_NUMBER_ABOUT = 5
};

/// What the value of an attribute is.
enum comity_value_type {
    COMITY_VALUE_TEXT = 0,
    COMITY_VALUE_NUMBER = 1,
    COMITY_VALUE_DATE = 2, ///< an EDTF date, given as text
    COMITY_VALUE_FLAG = 3
};

/// What else holds of every relation of a type: a set of bits.
enum comity_relation_flag {
    COMITY_RELATION_SYMMETRIC = 1,  ///< from A to B is also from B to A
    COMITY_RELATION_TRANSITIVE = 2, ///< from A to B and from B to C follows from A to C
    COMITY_RELATION_ACYCLIC = 4,    ///< no way leads from a node back to itself
    COMITY_RELATION_FUNCTIONAL = 8  ///< a node has at most one target at a time
};

/// What may be said of a kind.
typedef struct comity_kind_options {
    size_t size;
    comity_text label; ///< in English
    comity_text definition;
} comity_kind_options;

// clang-format off
#define COMITY_KIND_OPTIONS_INIT {sizeof(comity_kind_options), COMITY_NO_TEXT, COMITY_NO_TEXT}
// clang-format on

/// What may be said of a relation type.
typedef struct comity_relation_type_options {
    size_t size;
    comity_text label; ///< in English
    comity_text definition;
    comity_text inverse; ///< how it reads from its target: "has-member"
    comity_text mapping; ///< the same in public vocabularies: "wdt:P463"
    comity_texts domain; ///< kinds that it runs from; none: any
    comity_texts range;  ///< kinds that it runs to; none: any
    int32_t flags;       ///< a set of enum comity_relation_flag
    int32_t reserved;    ///< 0
} comity_relation_type_options;

// clang-format off
#define COMITY_RELATION_TYPE_OPTIONS_INIT {sizeof(comity_relation_type_options), \
    COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXTS, COMITY_NO_TEXTS, 0, 0}
// clang-format on

/// What may be said of an attribute type.
typedef struct comity_attribute_type_options {
    size_t size;
    comity_text label; ///< in English
    comity_text definition;
    int32_t single;   ///< not 0: at most one value at a time
    int32_t reserved; ///< 0
} comity_attribute_type_options;

// clang-format off
#define COMITY_ATTRIBUTE_TYPE_OPTIONS_INIT {sizeof(comity_attribute_type_options), COMITY_NO_TEXT, COMITY_NO_TEXT, 0, 0}
// clang-format on

/// What may be said of a source. The texts of one coverage, or of one further title, have the same place in
/// their columns; a column may be left out.
typedef struct comity_source_options {
    size_t size;
    comity_text kind;  ///< "article", "treaty-text", "communique", "register", "dataset", "press", "web-page"
    comity_text title; ///< in `language`
    comity_text publisher;
    comity_text date;     ///< EDTF
    comity_text language; ///< a BCP 47 tag, such as "en" or "zh-Hans"
    comity_text uri;
    comity_text note;
    comity_texts more_titles;
    comity_texts more_title_languages;
    comity_texts authors;
    comity_texts derived_from;   ///< ids of the sources that it copies
    comity_texts coverage_what;  ///< relation type or kind that it claims to list; empty: everything
    comity_texts coverage_scope; ///< id of the node whose record it claims to list; empty: the whole history
    comity_texts coverage_from;  ///< EDTF; empty: from the beginning
    comity_texts coverage_until; ///< EDTF; empty: up to the date of the source
} comity_source_options;

// clang-format off
#define COMITY_SOURCE_OPTIONS_INIT {sizeof(comity_source_options), \
    COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, \
    COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, \
    COMITY_NO_TEXTS, COMITY_NO_TEXTS}
// clang-format on

/// What may be said of a statement. Without `period` the source states the thing and all that is given for
/// it; with it, that the thing exists and just this period.
typedef struct comity_statement_options {
    size_t size;
    comity_text quote;      ///< a short quotation
    comity_text period;     ///< the period that this source gives, if it differs: "A/B", "A/..", "A/", "A"
    comity_text rule;       ///< inferred from what the source says there, by this rule
    comity_texts premises;  ///< ids or locators that the inference starts from
    int32_t modality;       ///< enum comity_modality
    int32_t denies;         ///< not 0: the source says that it is not so
    int32_t existence_only; ///< not 0: it states the thing and nothing that is given for it
    int32_t reserved;       ///< 0
} comity_statement_options;

// clang-format off
#define COMITY_STATEMENT_OPTIONS_INIT {sizeof(comity_statement_options), \
    COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXTS, 0, 0, 0, 0}
// clang-format on

/// What may be said of an attribute value.
typedef struct comity_attribute_options {
    size_t size;
    comity_text language;   ///< of a text: a BCP 47 tag
    comity_text unit;       ///< of a number
    comity_text period;     ///< when the value holds; none: as long as its subject
    const int64_t* sources; ///< who states just this value; none: whoever states its subject
    size_t source_count;
    comity_texts locators; ///< where in those sources; may be left out
    int32_t bound;         ///< of a number: enum comity_number_bound
    int32_t modality;      ///< in which `sources` state it: enum comity_modality
} comity_attribute_options;

// clang-format off
#define COMITY_ATTRIBUTE_OPTIONS_INIT {sizeof(comity_attribute_options), \
    COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, NULL, 0, COMITY_NO_TEXTS, 0, 0}
// clang-format on

/// A builder that holds nothing but the built-in kinds and types. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_builder_create(comity_builder** out);

/// A builder that holds all that `history` holds, under the same numbers. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_builder_extend(const comity_history* history, comity_builder** out);

/// Destroys `*builder` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_builder_destroy(comity_builder** builder);

/// Makes room, so that a bulk load does not grow step by step. Errors: COMITY_E_INVALID_ARGUMENT for negative
/// numbers. Since ABI 1.0.
COMITY_API int32_t comity_builder_reserve(comity_builder* builder, int64_t nodes, int64_t relations);

/// The place that findings about what is added next will carry. Lines and columns count from 1; 0: not known.
/// Since ABI 1.0.
COMITY_API int32_t comity_builder_set_place(comity_builder* builder, const char* file, size_t length,
                                            int64_t line, int64_t column);

/// Title, description, licence or the like, kept with the history. Since ABI 1.0.
COMITY_API int32_t comity_builder_set_note(comity_builder* builder, const char* key, size_t key_length,
                                           const char* text, size_t text_length);

/// Adds a kind under `parent`. `options` may be NULL. Errors: COMITY_E_INVALID_ARGUMENT for a name that is
/// not of the form "cyber-exercise" or "un:roll-call"; COMITY_E_DUPLICATE_ID. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_kind(comity_builder* builder, const char* name, size_t name_length,
                                           const char* parent, size_t parent_length,
                                           const comity_kind_options* options);

/// Adds a relation type. `nature`: enum comity_nature. `options` may be NULL. Errors: as
/// comity_builder_add_kind; COMITY_E_SCHEMA_VIOLATION for flags that can't go together. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation_type(comity_builder* builder, const char* name, size_t length,
                                                    int32_t nature,
                                                    const comity_relation_type_options* options);

/// Adds an attribute type. `value_type`: enum comity_value_type. `options` may be NULL. Errors: as
/// comity_builder_add_kind. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_attribute_type(comity_builder* builder, const char* name, size_t length,
                                                     int32_t value_type,
                                                     const comity_attribute_type_options* options);

/// Adds a source and gives its number. A second one of that id is a finding. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT for columns of different length. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_source(comity_builder* builder, const char* id, size_t length,
                                             const comity_source_options* options, int64_t* out_source);

/// The number of the source of that id, which may be added later; never added is a finding. Since ABI 1.0.
COMITY_API int32_t comity_builder_source(comity_builder* builder, const char* id, size_t length,
                                         int64_t* out_source);

/// Adds a node and gives its number. A second one of that id is a finding. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_node(comity_builder* builder, const char* id, size_t id_length,
                                           const char* kind, size_t kind_length, int64_t* out_node);

/// The number of the node of that id, which may be added later; never added is a finding. Since ABI 1.0.
COMITY_API int32_t comity_builder_node(comity_builder* builder, const char* id, size_t length,
                                       int64_t* out_node);

/// Adds a relation that reads `from` `type` `to`, and gives its number. `id` may be NULL; one given twice is
/// a finding. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation(comity_builder* builder, int64_t from, const char* type,
                                               size_t type_length, int64_t to, const char* id,
                                               size_t id_length, int64_t* out_relation);

/// When a node begins and ends: "A/B", "A/..", "A/", "../B", "/B", or "A": a begin without an end, of an act
/// its day. What is not a date is a finding. Since ABI 1.0.
COMITY_API int32_t comity_builder_set_node_period(comity_builder* builder, int64_t node, const char* period,
                                                  size_t length);

/// When a relation begins and ends; as comity_builder_set_node_period. Since ABI 1.0.
COMITY_API int32_t comity_builder_set_relation_period(comity_builder* builder, int64_t relation,
                                                      const char* period, size_t length);

/// Adds a text to a node, or a date where the attribute type asks for one. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT if `type` takes another value, or for options that there are not. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_node_text(comity_builder* builder, int64_t node, const char* type,
                                                size_t type_length, const char* text, size_t text_length,
                                                const comity_attribute_options* options);

/// Adds a number to a node; as comity_builder_add_node_text. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_node_number(comity_builder* builder, int64_t node, const char* type,
                                                  size_t type_length, double number,
                                                  const comity_attribute_options* options);

/// Adds a flag to a node (0: no); as comity_builder_add_node_text. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_node_flag(comity_builder* builder, int64_t node, const char* type,
                                                size_t type_length, int32_t flag,
                                                const comity_attribute_options* options);

/// Adds a text to a relation; as comity_builder_add_node_text. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation_text(comity_builder* builder, int64_t relation,
                                                    const char* type, size_t type_length, const char* text,
                                                    size_t text_length,
                                                    const comity_attribute_options* options);

/// Adds a number to a relation; as comity_builder_add_node_text. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation_number(comity_builder* builder, int64_t relation,
                                                      const char* type, size_t type_length, double number,
                                                      const comity_attribute_options* options);

/// Adds a flag to a relation; as comity_builder_add_node_text. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation_flag(comity_builder* builder, int64_t relation,
                                                    const char* type, size_t type_length, int32_t flag,
                                                    const comity_attribute_options* options);

/// Says that a source states a node, at a place in the source. `locator` may be NULL: not known. `options`
/// may be NULL. Errors: COMITY_E_INVALID_ARGUMENT for options that there are not. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_node_statement(comity_builder* builder, int64_t node, int64_t source,
                                                     const char* locator, size_t length,
                                                     const comity_statement_options* options);

/// Says that a source states a relation; as comity_builder_add_node_statement. Since ABI 1.0.
COMITY_API int32_t comity_builder_add_relation_statement(comity_builder* builder, int64_t relation,
                                                         int64_t source, const char* locator, size_t length,
                                                         const comity_statement_options* options);

/// How many nodes were added or named so far. Since ABI 1.0.
COMITY_API int32_t comity_builder_node_count(const comity_builder* builder, int64_t* out_count);

/// How many relations were added so far. Since ABI 1.0.
COMITY_API int32_t comity_builder_relation_count(const comity_builder* builder, int64_t* out_count);

/// Checks everything and makes the history. The builder is spent, whatever the outcome: it can only be
/// destroyed. `out`: the caller's; warnings are in comity_history_findings(). Errors:
/// COMITY_E_SCHEMA_VIOLATION, with all findings in comity_error_findings(). Since ABI 1.0.
COMITY_API int32_t comity_builder_build(comity_builder* builder, comity_history** out);

/// How a history is built.
typedef struct comity_build_options {
    size_t size;
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_build_options;

// clang-format off
#define COMITY_BUILD_OPTIONS_INIT {sizeof(comity_build_options), NULL, NULL}
// clang-format on

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_builder_build;
/// COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_builder_build_with(comity_builder* builder, const comity_build_options* options,
                                             comity_history** out);

#ifdef __cplusplus
}
#endif

#endif
