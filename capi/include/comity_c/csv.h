/* comity_c/csv.h: CSV files or columns of nodes and relations, and registers that each are a source, to a
 * history. Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_CSV_H
#define COMITY_C_CSV_H

#include <comity_c/builder.h>
#include <comity_c/date_column.h>
#include <comity_c/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What it means that a row has a begin and no end.
enum comity_missing_end {
    COMITY_MISSING_END_REFUSED = 0,       ///< nobody said: the row is rejected
    COMITY_MISSING_END_INSTANTANEOUS = 1, ///< it lasts for the day on which it begins
    COMITY_MISSING_END_OPEN = 2,          ///< it has no end that the source knows of
    COMITY_MISSING_END_UNKNOWN = 3        ///< it has ended or will; when is not known
};

/// What is done with a date-time's time of day.
enum comity_time_of_day {
    COMITY_TIME_REFUSED = 0, ///< the row is rejected
    COMITY_TIME_DROPPED = 1, ///< the day is read, and the report counts it
    COMITY_TIME_KEPT = 2 ///< kept as written; the days are those of the date; one with fractions is rejected
};

/// The parts of what is told of loading, each a table.
enum comity_load_part {
    COMITY_LOAD_COUNTS = 0,   ///< a row a file: its rows, accepted, accepted leniently, rejected; statements
    COMITY_LOAD_CHOICES = 1,  ///< what was made of what the files leave to the caller
    COMITY_LOAD_LENIENT = 2,  ///< how often a rule of the lenient reader was used, with an example
    COMITY_LOAD_REJECTED = 3, ///< file, line, column, name, value and reason of each row that was left out
    COMITY_LOAD_FINDINGS = 4  ///< what else is worth knowing; the columns of comity_history_findings()
};

/// How CSV files are read; the defaults guess nothing. A word that is the name of a kind or relation type
/// means that one. Where unknown ones may be added, names are made of words, in lower case and with hyphens:
/// `party_to` is read as the built-in `party-to`, and what is not built in is added so; the report has a line
/// for each. The texts of one word have the same place in their columns, which may be left out but for that
/// of the words.
typedef struct comity_csv_options {
    size_t size;
    int32_t delimiter;         ///< 0: a comma
    int32_t missing_end;       ///< enum comity_missing_end, of types that do not say their own
    int32_t times;             ///< enum comity_time_of_day
    int32_t add_types;         ///< not 0: unknown relation types are added
    int32_t lenient;           ///< not 0: dates that are no EDTF are read leniently, and reported
    int32_t slashes;           ///< enum comity_slashes; for the lenient reader
    int32_t keep_far_end;      ///< not 0: 9999-12-31 is that day and not an open end; for the lenient reader
    int32_t keep_the_rest;     ///< not 0: rejected rows are left out and told of; 0: they fail the whole
    int64_t most_rejected;     ///< rejected rows that are described, of all that are counted; 0: 10,000
    comity_text new_kinds;     ///< unknown kinds are added under this one
    comity_text source;        ///< id of the source that states all rows; none: nobody does
    comity_text language;      ///< BCP 47 tag of the nodes' names
    comity_texts kind_words;   ///< words in the column `type` that are not names of kinds, or to be added
    comity_texts kind_names;   ///< the kinds that they mean; empty: of the word itself
    comity_texts kind_parents; ///< not empty: where the kind is not known, it is added under this one
    comity_texts type_words;   ///< words in the column `relation`
    comity_texts type_names;   ///< the relation types that they mean; empty: of the word itself
    comity_texts type_ends;    ///< "instantaneous", "open", "unknown"; empty: as `missing_end` says
    const comity_source_options* about_source; ///< what else is known of `source`; may be NULL
    comity_progress progress;                  ///< told the share of the bytes that were read; may be NULL
    void* user;                                ///< handed on to `progress`
} comity_csv_options;

// clang-format off
#define COMITY_CSV_OPTIONS_INIT {sizeof(comity_csv_options), 0, 0, 0, 0, 0, 0, 0, 0, 0, \
    COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT, \
    COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, COMITY_NO_TEXTS, \
    NULL, NULL, NULL}
// clang-format on

/// What comity_csv_read of two files will take, by their sizes and a megabyte of text at most of each: about
/// how many nodes and relations there are, how many bytes the history will hold, and how many there are at
/// most while it is made. `with_source`: not 0 if all rows are to be stated by a source. Errors:
/// COMITY_E_IO_ERROR, COMITY_E_PARSE_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_csv_estimate(const char* nodes, size_t nodes_length, const char* relations,
                                       size_t relations_length, int32_t with_source, int64_t* out_nodes,
                                       int64_t* out_relations, int64_t* out_held, int64_t* out_peak);

/// Reads a file of nodes with the columns id, type, name and a file of relations with the columns source,
/// relation, target, start, end (in any order; name, start and end may be missing; gzip is unpacked).
/// `options` may be NULL. `out`: the caller's. Errors: COMITY_E_IO_ERROR; COMITY_E_PARSE_ERROR for rejected
/// rows, with line, column and value of each in comity_error_findings(); COMITY_E_UNKNOWN_ID;
/// COMITY_E_INVALID_ARGUMENT; COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_csv_read(const char* nodes, size_t nodes_length, const char* relations,
                                   size_t relations_length, const comity_csv_options* options,
                                   comity_load** out);

/// The same from texts in memory. Since ABI 1.0.
COMITY_API int32_t comity_csv_read_text(const char* nodes, size_t nodes_length, const char* relations,
                                        size_t relations_length, const comity_csv_options* options,
                                        comity_load** out);

/// The same from columns that are in memory already: tables with the columns of those files, whatever made
/// them. Ends of relations may also be integers, which are rows of `nodes`, from 0, and dates may be days.
/// Its report counts rows from 1. `delimiter` means nothing here. Errors: COMITY_E_INVALID_ARGUMENT also for
/// a column that is missing or of another type. Since ABI 1.0.
COMITY_API int32_t comity_columns_read(const comity_table* nodes, const comity_table* relations,
                                       const comity_csv_options* options, comity_load** out);

/// How one register, a CSV file that is a source, is read.
typedef struct comity_register_options {
    size_t size;
    int32_t delimiter;    ///< 0: a comma
    int32_t times;        ///< enum comity_time_of_day
    int32_t lenient;      ///< as in comity_csv_options
    int32_t slashes;      ///< as in comity_csv_options
    int32_t keep_far_end; ///< as in comity_csv_options
    int32_t
        dispute_repeats;  ///< not 0: rows that contradict each other are one relation in dispute; 0: several
    comity_text language; ///< BCP 47 tag of names and texts
    const comity_source_options* about_source; ///< what is known of the source; may be NULL
} comity_register_options;

// clang-format off
#define COMITY_REGISTER_OPTIONS_INIT {sizeof(comity_register_options), 0, 0, 0, 0, 0, 0, COMITY_NO_TEXT, NULL}
// clang-format on

/// A column whose cells name nodes.
typedef struct comity_register_node_options {
    size_t size;
    comity_text prefix; ///< stands before the cell in the node's id: "state:" makes "state:FRA"
    comity_text names;  ///< a column that says what the node is called
    comity_text called; ///< name of the attribute type that this is; none: "name"
} comity_register_node_options;

// clang-format off
#define COMITY_REGISTER_NODE_OPTIONS_INIT \
    {sizeof(comity_register_node_options), COMITY_NO_TEXT, COMITY_NO_TEXT, COMITY_NO_TEXT}
// clang-format on

/// Columns that say that one node of the row stands in a relation to another.
typedef struct comity_register_relation_options {
    size_t size;
    comity_text begin;   ///< column of its begin, or of an act's day
    comity_text end;     ///< column of its end
    int32_t missing_end; ///< enum comity_missing_end; 0 is read as COMITY_MISSING_END_UNKNOWN
    int32_t undated;     ///< not 0: a row without any of these dates states the relation too
} comity_register_relation_options;

// clang-format off
#define COMITY_REGISTER_RELATION_OPTIONS_INIT \
    {sizeof(comity_register_relation_options), COMITY_NO_TEXT, COMITY_NO_TEXT, 0, 0}
// clang-format on

/// An empty list of registers. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_registers_create(comity_registers** out);

/// Adds the CSV file at `path` (gzip is unpacked) as the source of that id, and gives the register's number.
/// It is opened by comity_registers_read(). `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_registers_add(comity_registers* registers, const char* path, size_t path_length,
                                        const char* source, size_t source_length,
                                        const comity_register_options* options, int64_t* out_register);

/// Says that a column of a register names nodes of that kind, and gives the column's number. `options` may be
/// NULL. Errors: COMITY_E_UNKNOWN_ID for another register or attribute type. Since ABI 1.0.
COMITY_API int32_t comity_registers_add_nodes(comity_registers* registers, int64_t number, const char* column,
                                              size_t column_length, const char* kind, size_t kind_length,
                                              const comity_register_node_options* options,
                                              int64_t* out_nodes);

/// Says that the node of column number `from` stands in a relation of that type to the one of number `to`.
/// `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID for another register or column. Since ABI 1.0.
COMITY_API int32_t comity_registers_add_relation(comity_registers* registers, int64_t number,
                                                 const char* type, size_t length, int64_t from, int64_t to,
                                                 const comity_register_relation_options* options);

/// Says that a column gives a value of that attribute type, which takes text or a date, of the node of column
/// number `node`. Errors: COMITY_E_UNKNOWN_ID for another register or column. Since ABI 1.0.
COMITY_API int32_t comity_registers_add_attribute(comity_registers* registers, int64_t number,
                                                  const char* column, size_t column_length, const char* type,
                                                  size_t type_length, int64_t node);

/// How registers are loaded.
typedef struct comity_registers_options {
    size_t size;
    int64_t most_rejected;    ///< as in comity_csv_options
    int32_t keep_the_rest;    ///< as in comity_csv_options
    int32_t reserved;         ///< 0
    comity_progress progress; ///< told the share of the files that were read; may be NULL
    void* user;               ///< handed on to `progress`
} comity_registers_options;

// clang-format off
#define COMITY_REGISTERS_OPTIONS_INIT {sizeof(comity_registers_options), 0, 0, 0, NULL, NULL}
// clang-format on

/// Reads all registers into one history: rows of several that name one relation are statements of one fact,
/// so that comity_disagreements() finds where they differ. `options` may be NULL. `out`: the caller's.
/// Errors: as comity_csv_read. Since ABI 1.0.
COMITY_API int32_t comity_registers_read(const comity_registers* registers,
                                         const comity_registers_options* options, comity_load** out);

/// Destroys what `*registers` is on and sets it to NULL; does nothing for NULL. Since ABI 1.0.
COMITY_API int32_t comity_registers_destroy(comity_registers** registers);

/// The history that was loaded. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_load_history(const comity_load* load, comity_history** out);

/// What became of the rows: `part` is an enum comity_load_part. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_load_report(const comity_load* load, int32_t part, comity_table** out);

/// Destroys what `*load` is on and sets it to NULL; does nothing for NULL. Since ABI 1.0.
COMITY_API int32_t comity_load_destroy(comity_load** load);

#ifdef __cplusplus
}
#endif

#endif
