/* comity_c/history.h: histories: read, written, looked up.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_HISTORY_H
#define COMITY_C_HISTORY_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a history is read.
typedef struct comity_read_options {
    size_t size;
    comity_text name;         ///< what findings call a text that comes from no file; none: "text"
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_read_options;

// clang-format off
#define COMITY_READ_OPTIONS_INIT {sizeof(comity_read_options), COMITY_NO_TEXT, NULL, NULL}
// clang-format on

/// Reads a history from the JSON file at `path`, whose format is that of data/comity-history.schema.json.
/// `out`: the caller's. What is worth knowing of a file that can be read is in comity_history_findings().
/// Errors: COMITY_E_IO_ERROR; COMITY_E_PARSE_ERROR if anything in the file is wrong, with all of it, by line
/// and column, in comity_error_findings(); COMITY_E_LIMIT_EXCEEDED. Since ABI 1.0.
COMITY_API int32_t comity_history_read(const char* path, size_t length, comity_history** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_history_read;
/// COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_history_read_with(const char* path, size_t length,
                                            const comity_read_options* options, comity_history** out);

/// The same from JSON in memory. `options` may be NULL. `out`: the caller's. Errors: as
/// comity_history_read_with, but for COMITY_E_IO_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_history_read_text(const char* text, size_t length,
                                            const comity_read_options* options, comity_history** out);

/// How a history is written, or a file verified.
typedef struct comity_write_options {
    size_t size;
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_write_options;

// clang-format off
#define COMITY_WRITE_OPTIONS_INIT {sizeof(comity_write_options), NULL, NULL}
// clang-format on

/// Writes a history to the JSON file at `path`, which is replaced as a whole or not at all. Reading it gives
/// an equal history. Errors: COMITY_E_IO_ERROR; COMITY_E_INVALID_ARGUMENT for a text that is not UTF-8 or a
/// number that is not finite, which JSON can't hold. Since ABI 1.0.
COMITY_API int32_t comity_history_write(const comity_history* history, const char* path, size_t length);

/// The same with options, which may be NULL. Errors: as comity_history_write; COMITY_E_CANCELLED. Since ABI
/// 1.0.
COMITY_API int32_t comity_history_write_with(const comity_history* history, const char* path, size_t length,
                                             const comity_write_options* options);

/// The text that comity_history_write() would write. `out`: the caller's. Errors: as comity_history_write,
/// but for COMITY_E_IO_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_history_write_text(const comity_history* history, comity_string** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_history_write_text;
/// COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_history_write_text_with(const comity_history* history,
                                                  const comity_write_options* options, comity_string** out);

/// How an archive is opened.
typedef struct comity_open_options {
    size_t size;
    int32_t trusted; ///< not 0: looks at the header only, whatever the size; damage may then crash the caller
    int32_t in_memory;        ///< not 0: reads the file instead of mapping it, so that others may change it
    comity_progress progress; ///< hears of what is read and checked; NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_open_options;

// clang-format off
#define COMITY_OPEN_OPTIONS_INIT {sizeof(comity_open_options), 0, 0, NULL, NULL}
// clang-format on

/// Writes a history to the archive at `path`, which is replaced as a whole or not at all: one file that is
/// mapped when it is opened. Errors: COMITY_E_IO_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_history_write_archive(const comity_history* history, const char* path,
                                                size_t length);

/// The same with options, which may be NULL. Errors: as comity_history_write_archive; COMITY_E_CANCELLED, and
/// then too the old file is as it was. Since ABI 1.0.
COMITY_API int32_t comity_history_write_archive_with(const comity_history* history, const char* path,
                                                     size_t length, const comity_write_options* options);

/// Opens the archive at `path`. The file must stay as it is while the history or anything made from it is
/// there; replacing or removing it by name is no change. `options` may be NULL. `out`: the caller's. Errors:
/// COMITY_E_IO_ERROR; COMITY_E_PARSE_ERROR if it is no archive; COMITY_E_UNSUPPORTED for one of a newer
/// format or another kind of machine; COMITY_E_CORRUPT_FILE; COMITY_E_CANCELLED. Since ABI 1.0.
COMITY_API int32_t comity_history_open(const char* path, size_t length, const comity_open_options* options,
                                       comity_history** out);

/// Checks every byte of the archive at `path`. Errors: as comity_history_open. Since ABI 1.0.
COMITY_API int32_t comity_archive_verify(const char* path, size_t length);

/// The same with options, which may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_archive_verify_with(const char* path, size_t length,
                                              const comity_write_options* options);

/// Destroys `*history` and sets it to NULL; what was made from it lives on. Since ABI 1.0.
COMITY_API int32_t comity_history_destroy(comity_history** history);

/// What was found while the history was read or built and did not keep it from being made: warnings and
/// notes, in the columns of comity_error_findings(). `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_findings(const comity_history* history, comity_table** out);

/// How many nodes. They are numbered from 0. Since ABI 1.0.
COMITY_API int32_t comity_history_node_count(const comity_history* history, int64_t* out_count);

/// How many relations. They are numbered from 0, in the order in which they were added. Since ABI 1.0.
COMITY_API int32_t comity_history_relation_count(const comity_history* history, int64_t* out_count);

/// How many sources. They are numbered from 0. Since ABI 1.0.
COMITY_API int32_t comity_history_source_count(const comity_history* history, int64_t* out_count);

/// How many statements. Since ABI 1.0.
COMITY_API int32_t comity_history_statement_count(const comity_history* history, int64_t* out_count);

/// How many attribute values. Since ABI 1.0.
COMITY_API int32_t comity_history_attribute_count(const comity_history* history, int64_t* out_count);

/// How many bytes its columns hold. Since ABI 1.0.
COMITY_API int32_t comity_history_memory(const comity_history* history, int64_t* out_bytes);

/// Lets go of the snapshots that are kept for whoever asks a view for its snapshot again: the last few, of no
/// more relations and nodes together than the history has. Those that somebody holds live on. Since ABI 1.0.
COMITY_API int32_t comity_history_forget_snapshots(const comity_history* history);

/// The note of that key: "license", "title@en", "description@zh-Hans". `out_text`
/// belongs to `history`. Errors: COMITY_E_NO_VALUE if there is none. Since ABI 1.0.
COMITY_API int32_t comity_history_note(const comity_history* history, const char* key, size_t length,
                                       const char** out_text, size_t* out_length);

/// All notes, as a table with the columns key and text. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_notes(const comity_history* history, comity_table** out);

/// The number of the node of that id. Errors: COMITY_E_UNKNOWN_ID, with the nearest ids in the message. Since
/// ABI 1.0.
COMITY_API int32_t comity_history_find_node(const comity_history* history, const char* id, size_t length,
                                            int64_t* out_node);

/// The number of the relation that carries that id. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_history_find_relation(const comity_history* history, const char* id, size_t length,
                                                int64_t* out_relation);

/// The number of the source of that id. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_history_find_source(const comity_history* history, const char* id, size_t length,
                                              int64_t* out_source);

/// A view that shows everything that is reported, at any time. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_all(const comity_history* history, comity_view** out);

#ifdef __cplusplus
}
#endif

#endif
