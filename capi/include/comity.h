/* comity.h: cooperation histories from C. Needs C11 or C++17; over 600 lines because it is the whole
 * contract: what does not stand here does not exist.
 *
 * A program compiled against this header, as of ABI 1.x, runs unchanged and not recompiled with every later
 * libcomity_c of ABI 1, for at least ten years (docs/abi.md).
 *
 *   comity_history *sco = NULL;  comity_view *all = NULL, *then = NULL;  comity_table *list = NULL;
 *   if (comity_history_read(path, COMITY_NUL, &sco) != COMITY_OK) return fail(comity_error_message());
 *   comity_history_all(sco, &all);
 *   comity_view_at(all, "2011-09-12", COMITY_NUL, &then);
 *   comity_view_nodes(then, "instrument", COMITY_NUL, &list);
 *   ... columns of `list`, by pointer, without a copy ...
 *   comity_table_destroy(&list);  comity_view_destroy(&then);
 *   comity_view_destroy(&all);    comity_history_destroy(&sco);
 *
 * RULES THAT HOLD EVERYWHERE, and are not repeated at each function
 *
 * Outcome. Functions return COMITY_OK (0) or a negative code of enum comity_code. Outputs come last and are
 * set only on success. A function that returns something else says so.
 *
 * Errors. After a failure comity_error_message() says what was wrong, naming the value and what was expected.
 * Every function may fail with COMITY_E_NULL (an argument is NULL that may not be), COMITY_E_HANDLE (a handle
 * was destroyed or is of another type), COMITY_E_NO_MEMORY and COMITY_E_INTERNAL (a bug of comity's);
 * "Errors:" lists the others. A failure changes nothing, unless the function says what. No exception, signal,
 * abort or output ever comes out of the library.
 *
 * Text in is UTF-8, given as pointer and length in bytes; COMITY_NUL as the length says that it ends with a
 * NUL. It is read during the call and not kept.
 *
 * Text out is UTF-8, given as pointer and length, and is NOT followed by a NUL: print it with
 * printf("%.*s", (int)length, text). It belongs to the handle named as its owner and holds until that one is
 * destroyed.
 *
 * Ownership. A handle that a function puts into its last argument is the caller's, who destroys it with the
 * function of its type. Destroying takes the address of the handle, sets it to NULL, and does nothing to a
 * NULL. A handle keeps alive what it needs: destroy them in any order. There is nothing else to free.
 *
 * Handles are not addresses: a destroyed or mistaken one is recognised and answered with COMITY_E_HANDLE.
 *
 * Threads. Histories, views, tables, dates, periods, snapshots and strings never change: any number of
 * threads may use one at the same time. A builder is for one thread at a time. Nobody may use a handle while
 * another thread destroys it. The message of a failure belongs to the thread that failed.
 *
 * Numbers. Nodes, relations and sources are numbered from 0 within their history. A number means nothing in
 * another history, but keeps its meaning in one that is built on this one (comity_builder_extend).
 *
 * Days are int64_t counts since 1970-01-01 (proleptic Gregorian, any year), with an enum comity_bound beside
 * them where there may be none. Inside of tables days are 32 bits wide.
 *
 * Enumerations travel as int32_t. Their numbers are never changed or given to something else; new ones may be
 * added, so treat a number that you do not know as "something else".
 *
 * Tables. Find columns by name. A later release may add columns and put them in another order, but never
 * renames, retypes or removes one.
 *
 * Options are structs whose first member is their size. Start from COMITY_..._INIT, or from
 * comity_options_init() where macros do not reach. NULL for options means defaults, and zero is the default
 * of every member. An option that a later release added and that is not at its default fails with
 * COMITY_E_UNSUPPORTED in an older library.
 */
#ifndef COMITY_H
#define COMITY_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && defined(COMITY_BUILDING_CAPI)
#define COMITY_API __declspec(dllexport)
#elif defined(_WIN32)
#define COMITY_API __declspec(dllimport)
#elif defined(__GNUC__)
#define COMITY_API __attribute__((visibility("default")))
#else
#define COMITY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

// ---- The library ------------------------------------------------------------------------------------------

/// The ABI that this header describes: 1000 times the major number plus the minor one. A library serves it if
/// comity_abi_version() has the same major number and is not less.
#define COMITY_ABI_VERSION 1000

/// Length of a text that ends with a NUL.
#define COMITY_NUL SIZE_MAX

/// What a function returns. Codes down to -99 are those of the C++ library, negated.
enum comity_code {
    COMITY_OK = 0,
    COMITY_E_INVALID_ARGUMENT = -1, ///< an argument that no call could accept
    COMITY_E_INVALID_DATE = -2,     ///< text that is not an EDTF expression
    COMITY_E_UNKNOWN_ID = -3,       ///< an id or number that names nothing in this history or schema
    COMITY_E_DUPLICATE_ID = -4,     ///< an id given twice
    COMITY_E_SCHEMA_VIOLATION = -5, ///< facts that can't be: comity_error_findings() has them all
    COMITY_E_PARSE_ERROR = -6,      ///< a file that is not of its format
    COMITY_E_IO_ERROR = -7,         ///< a file that can't be opened, read or written
    COMITY_E_LIMIT_EXCEEDED = -8,   ///< more rows, types, bytes or handles than can be numbered
    COMITY_E_CANCELLED = -9,        ///< the caller's progress callback asked to stop
    COMITY_E_CORRUPT_FILE = -10,    ///< an archive whose bytes are not those written
    COMITY_E_UNSUPPORTED = -11,     ///< a thing that this version or this build does not do

    COMITY_E_NULL = -101,      ///< an argument is NULL that may not be
    COMITY_E_HANDLE = -102,    ///< a handle that was destroyed, or is of another type
    COMITY_E_NO_MEMORY = -103, ///< the memory does not suffice
    COMITY_E_NO_VALUE = -104,  ///< there is nothing there: an empty cell, a source without a date
    COMITY_E_INTERNAL = -105   ///< a bug of comity's
};

/// How far a thing holds, given dates that are not exact. Certain things are possible too.
enum comity_truth { COMITY_TRUTH_NO = 0, COMITY_TRUTH_POSSIBLE = 1, COMITY_TRUTH_CERTAIN = 2 };

/// What is known of one edge of a date.
enum comity_bound {
    COMITY_BOUND_DAY = 0,     ///< a day
    COMITY_BOUND_OPEN = 1,    ///< "..": no bound, because there is none or none is stated
    COMITY_BOUND_UNKNOWN = 2, ///< there is a bound, and it is not known
    COMITY_BOUND_OVERFLOW = 3 ///< a year so far off that its days can't be counted
};

/// What a kind or relation type is in time; it decides how a date is read.
enum comity_nature {
    COMITY_NATURE_ACT = 0,     ///< happened on one day, perhaps not known which
    COMITY_NATURE_STATE = 1,   ///< holds from day to day
    COMITY_NATURE_TIMELESS = 2 ///< lasts as long as both its ends
};

/// How a source states a fact, from the strongest.
enum comity_modality {
    COMITY_MODALITY_REPORTED = 0, ///< as having happened or as holding
    COMITY_MODALITY_PLANNED = 1,  ///< as decided or scheduled
    COMITY_MODALITY_PROPOSED = 2, ///< as something that ought to be
    COMITY_MODALITY_ALLEGED = 3   ///< as somebody else's claim
};

/// More about a node or relation: a set of bits.
enum comity_fact_flag {
    COMITY_FACT_DATED = 1,    ///< a begin or an end was given
    COMITY_FACT_DISPUTED = 2, ///< statements about one of its slots contradict each other
    COMITY_FACT_INFERRED = 4, ///< nobody states it outright: the data's author inferred it
    COMITY_FACT_UNSOURCED = 8 ///< nobody states it
};

/// A history: nodes, relations, attributes, sources and statements; immutable.
typedef struct comity_history comity_history;
/// A history seen at a day, by a day or in a window, through some kinds, types and modalities.
typedef struct comity_view comity_view;
/// A view made dense for algorithms.
typedef struct comity_snapshot comity_snapshot;
/// Named, typed columns of equal length.
typedef struct comity_table comity_table;
/// An EDTF expression (ISO 8601-2).
typedef struct comity_date comity_date;
/// What dates say of when one thing holds.
typedef struct comity_period comity_period;
/// Collects what a history will hold.
typedef struct comity_builder comity_builder;
/// A text that nothing else owns.
typedef struct comity_string comity_string;

/// Called by long work now and then, in the thread that called comity. `done` runs from 0 to 1, or is
/// negative where that is not known; `stage` names what is being done. Anything but 0 as the answer stops the
/// work, which then fails with COMITY_E_CANCELLED. It may not throw, longjmp, or destroy what is being worked
/// on.
typedef int32_t (*comity_progress)(double done, const char* stage, size_t stage_length, void* user);

/// A text inside of options: {NULL, 0} is none. This struct never grows.
typedef struct comity_text {
    const char* data;
    size_t length; ///< in bytes, or COMITY_NUL
} comity_text;

/// Some texts: text i is data[i], of lengths[i] bytes. `lengths` may be NULL: then all end with a NUL. This
/// struct never grows.
typedef struct comity_texts {
    const char* const* data;
    const size_t* lengths;
    size_t count;
} comity_texts;

// No text, and no texts, inside of COMITY_..._INIT.
// clang-format off
#define COMITY_NO_TEXT {NULL, 0}
#define COMITY_NO_TEXTS {NULL, NULL, 0}
// clang-format on

/// `text`, which ends with a NUL or is NULL, as a comity_text.
static inline comity_text comity_str(const char* text) {
    comity_text result;
    result.data = text;
    result.length = text ? COMITY_NUL : 0;
    return result;
}

/// The ABI of the library that is running; see COMITY_ABI_VERSION. Returns the number. Since ABI 1.0.
COMITY_API int32_t comity_abi_version(void);

/// The version of the product, such as "0.1.0". Returns a text that ends with a NUL and lives as long as the
/// library. Since ABI 1.0.
COMITY_API const char* comity_version(void);

/// The name of a code, such as "unknown-id"; "unknown" for one that there is not. Returns a text that ends
/// with a NUL and lives as long as the library. Since ABI 1.0.
COMITY_API const char* comity_code_name(int32_t code);

/// Sets the options struct at `options`, of `size` bytes, to the defaults: for languages in which
/// COMITY_..._INIT is out of reach. Errors: COMITY_E_INVALID_ARGUMENT for a size too small for any options.
/// Since ABI 1.0.
COMITY_API int32_t comity_options_init(void* options, size_t size);

/// What went wrong in the last call of this thread that failed, in one or more lines of English. Returns a
/// text that ends with a NUL and holds until this thread's next call; never NULL, "" before the first
/// failure. A text too long for its room (2,047 bytes) is cut; the findings are not. Since ABI 1.0.
COMITY_API const char* comity_error_message(void);

/// All findings of the last call of this thread that failed, if it was one that reads or builds a history; an
/// empty table otherwise. Columns: level ("error", "warning", "note"), code, subject (an id), place
/// ("file:line:column"), message; all texts. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_error_findings(comity_table** out);

#ifdef COMITY_EXPERIMENTAL
/// How many handles this process has not destroyed: for tests that look for leaks. Returns the number.
/// Experimental since ABI 1.0.
COMITY_API int64_t comity_live_handles(void);
#endif

// ---- Strings ----------------------------------------------------------------------------------------------

/// The text that `string` holds; this one is followed by a NUL. `out_text` belongs to `string`. Since ABI
/// 1.0.
COMITY_API int32_t comity_string_text(const comity_string* string, const char** out_text, size_t* out_length);

/// Destroys `*string` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_string_destroy(comity_string** string);

// ---- Days, dates and periods ------------------------------------------------------------------------------

/// What an EDTF expression is.
enum comity_date_kind {
    COMITY_DATE_DAY = 0,
    COMITY_DATE_MONTH = 1,
    COMITY_DATE_SEASON = 2, ///< a season, quarter, block of four months or half-year
    COMITY_DATE_YEAR = 3,
    COMITY_DATE_DATETIME = 4,
    COMITY_DATE_INTERVAL = 5,
    COMITY_DATE_SET = 6, ///< "[1667,1668]": one of them
    COMITY_DATE_LIST = 7 ///< "{1667,1668}": all of them
};

/// The grain of a date; of one with parts the coarsest of its parts.
enum comity_precision {
    COMITY_PRECISION_NONE = 0, ///< nothing but open or unknown ends
    COMITY_PRECISION_SECOND = 1,
    COMITY_PRECISION_DAY = 2,
    COMITY_PRECISION_MONTH = 3,
    COMITY_PRECISION_SEASON = 4,
    COMITY_PRECISION_YEAR = 5
};

/// The marks "?" and "~", a bit each; "%" is both.
enum comity_mark { COMITY_MARK_UNCERTAIN = 1, COMITY_MARK_APPROXIMATE = 2 };

/// Which months the seasons 21 to 24 are.
enum comity_seasons {
    COMITY_SEASONS_NORTHERN = 0,
    COMITY_SEASONS_SOUTHERN = 1,
    COMITY_SEASONS_WHOLE_YEAR = 2 ///< any day of the year
};

/// What EDTF leaves to its readers.
typedef struct comity_date_options {
    size_t size;
    int32_t seasons;       ///< enum comity_seasons
    int32_t allow_hour_24; ///< not 0: admit 24:00:00
} comity_date_options;

// clang-format off
#define COMITY_DATE_OPTIONS_INIT {sizeof(comity_date_options), 0, 0}
// clang-format on

/// The day of a year (0 is 1 BCE), month and day of the month. Errors: COMITY_E_INVALID_DATE if there is no
/// such day, or none that 64 bits can count. Since ABI 1.0.
COMITY_API int32_t comity_day_from_civil(int64_t year, int32_t month, int32_t day_of_month, int64_t* out_day);

/// The year, month and day of the month of a day. Since ABI 1.0.
COMITY_API int32_t comity_day_to_civil(int64_t day, int64_t* out_year, int32_t* out_month,
                                       int32_t* out_day_of_month);

/// Reads an EDTF expression, all of `text`. `options` may be NULL. `out`: the caller's. Errors:
/// COMITY_E_INVALID_DATE, whose message names the position and what was expected there;
/// COMITY_E_INVALID_ARGUMENT for options that there are not. Since ABI 1.0.
COMITY_API int32_t comity_date_parse(const char* text, size_t length, const comity_date_options* options,
                                     comity_date** out);

/// Destroys `*date` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_date_destroy(comity_date** date);

/// The date as it was written. `out_text` belongs to `date`. Since ABI 1.0.
COMITY_API int32_t comity_date_text(const comity_date* date, const char** out_text, size_t* out_length);

/// The same expression with its marks in their canonical places. `out_text` belongs to `date`. Since ABI 1.0.
COMITY_API int32_t comity_date_canonical(const comity_date* date, const char** out_text, size_t* out_length);

/// What the date is: an enum comity_date_kind. Since ABI 1.0.
COMITY_API int32_t comity_date_kind(const comity_date* date, int32_t* out_kind);

/// The grain of the date: an enum comity_precision. Since ABI 1.0.
COMITY_API int32_t comity_date_precision(const comity_date* date, int32_t* out_precision);

/// The lowest EDTF level that admits the text: 0, 1 or 2. Since ABI 1.0.
COMITY_API int32_t comity_date_level(const comity_date* date, int32_t* out_level);

/// The first day that may be meant. `out_bound` (enum comity_bound) says whether there is one: else
/// `*out_day` is 0, or the outermost day if it is COMITY_BOUND_OVERFLOW. Since ABI 1.0.
COMITY_API int32_t comity_date_earliest(const comity_date* date, int64_t* out_day, int32_t* out_bound);

/// The last day that may be meant; as comity_date_earliest. Since ABI 1.0.
COMITY_API int32_t comity_date_latest(const comity_date* date, int64_t* out_day, int32_t* out_bound);

/// The days of A in an interval A/B, else of the whole: the first and the last, as comity_date_earliest gives
/// them. Since ABI 1.0.
COMITY_API int32_t comity_date_begin(const comity_date* date, int64_t* out_first, int32_t* out_first_bound,
                                     int64_t* out_last, int32_t* out_last_bound);

/// The days of B in an interval A/B, else of the whole; as comity_date_begin. Since ABI 1.0.
COMITY_API int32_t comity_date_end(const comity_date* date, int64_t* out_first, int32_t* out_first_bound,
                                   int64_t* out_last, int32_t* out_last_bound);

/// The marks (enum comity_mark) that hold for year, month and day of the month; of an expression with parts,
/// for those of any part. Since ABI 1.0.
COMITY_API int32_t comity_date_marks(const comity_date* date, int32_t* out_year, int32_t* out_month,
                                     int32_t* out_day);

/// Whether `day` may be one of the days meant: 1 or 0. Exact where unspecified digits or sets leave gaps; an
/// open or unknown end excludes nothing on its side. Since ABI 1.0.
COMITY_API int32_t comity_date_contains(const comity_date* date, int64_t day, int32_t* out_contains);

/// Whether the days meant are one range without gaps: 1 or 0. Since ABI 1.0.
COMITY_API int32_t comity_date_contiguous(const comity_date* date, int32_t* out_contiguous);

/// What reading one text of a column gave.
enum comity_date_outcome {
    COMITY_DATE_OUTCOME_INVALID = 0, ///< no date
    COMITY_DATE_OUTCOME_DATE = 1,
    COMITY_DATE_OUTCOME_ABSENT = 2, ///< there is no text, or it says that there is no date
    COMITY_DATE_OUTCOME_OPEN = 3    ///< read leniently: it says that there is no end
};

/// What `24/09/2021` means to the lenient reader.
enum comity_slashes {
    COMITY_SLASHES_DAY_FIRST = 0,
    COMITY_SLASHES_MONTH_FIRST = 1,
    COMITY_SLASHES_REFUSE = 2
};

/// What the lenient reader did to a text: bits.
enum comity_lenient_note {
    COMITY_LENIENT_TRIMMED = 1,             ///< white space around it is gone
    COMITY_LENIENT_SPACES_REMOVED = 2,      ///< spaces after commas are gone
    COMITY_LENIENT_ABSENT_WORD = 4,         ///< "NA" and its like, or nothing: no date is given
    COMITY_LENIENT_FAR_END_OPENED = 8,      ///< 9999-12-31 became an open end
    COMITY_LENIENT_RANGE_AS_SET = 16,       ///< `1991-01..1991-06` became "one of"
    COMITY_LENIENT_SLASH_DATE = 32,         ///< `24/09/2021` became `2021-09-24`
    COMITY_LENIENT_SLASH_AMBIGUOUS = 64,    ///< ... and the other order would have been a day too
    COMITY_LENIENT_TIME_DROPPED = 128,      ///< a time of day that EDTF does not admit is gone
    COMITY_LENIENT_DRAFT_UNSPECIFIED = 256, ///< u or x became X
    COMITY_LENIENT_DRAFT_MARK = 512,        ///< `?~` became `%`
    COMITY_LENIENT_DRAFT_END = 1024,        ///< `unknown` or `open` became nothing or `..`
    COMITY_LENIENT_DRAFT_YEAR = 2048,       ///< y, e, p became Y, E, S
    COMITY_LENIENT_DRAFT_GROUP = 4096       ///< `2011-(06-04)~` became `2011-~06-~04`
};

/// How texts are read as dates.
typedef struct comity_date_column_options {
    size_t size;
    int32_t seasons;       ///< enum comity_seasons
    int32_t allow_hour_24; ///< not 0: admit 24:00:00
    int32_t lenient;       ///< not 0: read what is no EDTF leniently
    int32_t slashes;       ///< enum comity_slashes; for the lenient reader
    int32_t keep_far_end;  ///< not 0: 9999-12-31 is that day and not an open end; for the lenient reader
    int32_t reserved;      ///< 0
} comity_date_column_options;

// clang-format off
#define COMITY_DATE_COLUMN_OPTIONS_INIT {sizeof(comity_date_column_options), 0, 0, 0, 0, 0, 0}
// clang-format on

/// The caller's arrays to fill, each with room for a value for each text; one that is NULL is left out.
typedef struct comity_date_columns {
    size_t size;
    int64_t* earliest; ///< days since 1970-01-01; 0 where there is no day
    int64_t* latest;
    uint8_t* earliest_bound; ///< enum comity_bound
    uint8_t* latest_bound;
    uint8_t* outcome; ///< enum comity_date_outcome
    uint8_t* marks;   ///< enum comity_mark: of any component
    uint32_t* notes;  ///< enum comity_lenient_note: what the lenient reader did
} comity_date_columns;

// clang-format off
#define COMITY_DATE_COLUMNS_INIT {sizeof(comity_date_columns), NULL, NULL, NULL, NULL, NULL, NULL, NULL}
// clang-format on

/// Reads `count` dates at once: text i is bytes[offsets[i]] .. bytes[offsets[i + 1]], as in Apache Arrow;
/// `validity` (a bit a text, least significant first) may be NULL: then each has a text. What is no date is
/// marked as such and counted in `out_invalid`; it is no error. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT for offsets that fall. Since ABI 1.0.
COMITY_API int32_t comity_dates_parse(const char* bytes, const int64_t* offsets, const uint8_t* validity,
                                      size_t count, const comity_date_column_options* options,
                                      const comity_date_columns* columns, int64_t* out_invalid);

/// Reads a date as files of data have it: EDTF, and spellings beyond it. `out`: the EDTF text (empty:
/// absent), the caller's; `out_notes`: what was done (enum comity_lenient_note), 0 if it was EDTF as it
/// stood. `options` may be NULL. Errors: COMITY_E_INVALID_DATE if it can't be read even so. Since ABI 1.0.
COMITY_API int32_t comity_date_read_lenient(const char* text, size_t length,
                                            const comity_date_column_options* options, int32_t* out_outcome,
                                            uint32_t* out_notes, comity_string** out);

/// How a range of days is made one number.
enum comity_collapse_rule {
    COMITY_COLLAPSE_EARLIEST = 0,
    COMITY_COLLAPSE_LATEST = 1,
    COMITY_COLLAPSE_MIDPOINT = 2, ///< rounded down
    COMITY_COLLAPSE_DRAW = 3      ///< each number equally likely, the same for the same seed everywhere
};

/// Makes each of `count` ranges of days (or of lags) one number. `first_bound` and `last_bound` (enum
/// comity_bound) may be NULL: then all are bounded. `out_found` is 0 where the rule needs a side that is not.
/// Errors: COMITY_E_INVALID_ARGUMENT for another rule. Since ABI 1.0.
COMITY_API int32_t comity_days_collapse(const int64_t* first, const int64_t* last, const uint8_t* first_bound,
                                        const uint8_t* last_bound, size_t count, int32_t rule, uint64_t seed,
                                        int64_t* out_days, uint8_t* out_found);

/// The period that a text says: "A/B", "A/.." (no end known to the source), "A/" (an end that is not known),
/// a date without an end, or "" (undated). `nature` (enum comity_nature) decides how it is read. `out`: the
/// caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for another nature. Since ABI 1.0.
COMITY_API int32_t comity_period_parse(const char* text, size_t length, int32_t nature, comity_period** out);

/// Destroys `*period` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_period_destroy(comity_period** period);

/// The dates as written: "2006-06-15", "2001-06-15/.."; "" if undated. `out_text` belongs to `period`. Since
/// ABI 1.0.
COMITY_API int32_t comity_period_text(const comity_period* period, const char** out_text, size_t* out_length);

/// An enum comity_nature. Since ABI 1.0.
COMITY_API int32_t comity_period_nature(const comity_period* period, int32_t* out_nature);

/// The days within which it begins, the first and the last; both COMITY_BOUND_OPEN if it has no begin. Since
/// ABI 1.0.
COMITY_API int32_t comity_period_begin(const comity_period* period, int64_t* out_first,
                                       int32_t* out_first_bound, int64_t* out_last, int32_t* out_last_bound);

/// The days within which it ends; as comity_period_begin. Since ABI 1.0.
COMITY_API int32_t comity_period_end(const comity_period* period, int64_t* out_first,
                                     int32_t* out_first_bound, int64_t* out_last, int32_t* out_last_bound);

/// Whether it holds on one unknown day of [first, last]: possible if it may hold on some day of it, certain
/// if it certainly holds on every day of it. `out_truth`: an enum comity_truth. Errors:
/// COMITY_E_INVALID_ARGUMENT if `last` lies before `first`. Since ABI 1.0.
COMITY_API int32_t comity_period_at(const comity_period* period, int64_t first, int64_t last,
                                    int32_t* out_truth);

/// Whether it has begun by one unknown day of [first, last]; as comity_period_at. Since ABI 1.0.
COMITY_API int32_t comity_period_by(const comity_period* period, int64_t first, int64_t last,
                                    int32_t* out_truth);

/// Whether it touches the window [first, last]; as comity_period_at. Since ABI 1.0.
COMITY_API int32_t comity_period_window(const comity_period* period, int64_t first, int64_t last,
                                        int32_t* out_truth);

/// Allen's thirteen relations of a period to another: exactly one holds once all days are known. What ends on
/// one day meets what begins on the next. Bit n of a set of them is the relation n.
enum comity_allen {
    COMITY_ALLEN_BEFORE = 0,
    COMITY_ALLEN_MEETS = 1,
    COMITY_ALLEN_OVERLAPS = 2,
    COMITY_ALLEN_STARTS = 3,
    COMITY_ALLEN_DURING = 4,
    COMITY_ALLEN_FINISHES = 5,
    COMITY_ALLEN_EQUALS = 6,
    COMITY_ALLEN_FINISHED_BY = 7,
    COMITY_ALLEN_CONTAINS = 8,
    COMITY_ALLEN_STARTED_BY = 9,
    COMITY_ALLEN_OVERLAPPED_BY = 10,
    COMITY_ALLEN_MET_BY = 11,
    COMITY_ALLEN_AFTER = 12
};

/// The first or the last day of a period.
enum comity_edge { COMITY_EDGE_BEGIN = 0, COMITY_EDGE_END = 1 };

/// Which relations of `a` to `b` some reading of their dates gives: a set of enum comity_allen, empty if one
/// of the two ends before it begins in every reading. They are taken for the periods of two facts, even where
/// their dates are the same. Since ABI 1.0.
COMITY_API int32_t comity_period_relations(const comity_period* a, const comity_period* b,
                                           int32_t* out_relations);

/// Whether one of the relations of the set `wanted` holds of `a` to `b`: an enum comity_truth. Errors:
/// COMITY_E_INVALID_ARGUMENT for bits that there are not. Since ABI 1.0.
COMITY_API int32_t comity_period_holds(const comity_period* a, const comity_period* b, int32_t wanted,
                                       int32_t* out_truth);

/// How many days lie from an edge (enum comity_edge) of `from` to an edge of `to`, at least and at most;
/// negative where `to` came first. A bound is COMITY_BOUND_DAY, or COMITY_BOUND_OPEN and the number 0 where
/// there is none. Errors: COMITY_E_INVALID_ARGUMENT for another edge. Since ABI 1.0.
COMITY_API int32_t comity_period_lag(const comity_period* from, int32_t from_edge, const comity_period* to,
                                     int32_t to_edge, int64_t* out_min, int32_t* out_min_bound,
                                     int64_t* out_max, int32_t* out_max_bound);

/// How many days a period lasts, its first and its last day counted; as comity_period_lag. Since ABI 1.0.
COMITY_API int32_t comity_period_length(const comity_period* period, int64_t* out_min, int32_t* out_min_bound,
                                        int64_t* out_max, int32_t* out_max_bound);

// ---- Histories --------------------------------------------------------------------------------------------

/// How a history is read.
typedef struct comity_read_options {
    size_t size;
    comity_text name;         ///< what findings call a text that comes from no file; none: "text"
    comity_progress progress; ///< called at least once, before the work begins; NULL: nobody is told
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

/// Writes a history to the JSON file at `path`, which is replaced as a whole or not at all. Reading it gives
/// an equal history. Errors: COMITY_E_IO_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_history_write(const comity_history* history, const char* path, size_t length);

/// The text that comity_history_write() would write. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_write_text(const comity_history* history, comity_string** out);

/// How an archive is opened.
typedef struct comity_open_options {
    size_t size;
    int32_t trusted; ///< not 0: looks at the header only, whatever the size; damage may then crash the caller
    int32_t in_memory; ///< not 0: reads the file instead of mapping it, so that others may change it
} comity_open_options;

// clang-format off
#define COMITY_OPEN_OPTIONS_INIT {sizeof(comity_open_options), 0, 0}
// clang-format on

/// Writes a history to the archive at `path`, which is replaced as a whole or not at all: one file that is
/// mapped when it is opened. Errors: COMITY_E_IO_ERROR. Since ABI 1.0.
COMITY_API int32_t comity_history_write_archive(const comity_history* history, const char* path,
                                                size_t length);

/// Opens the archive at `path`. The file must stay as it is while the history or anything made from it is
/// there; replacing or removing it by name is no change. `options` may be NULL. `out`: the caller's. Errors:
/// COMITY_E_IO_ERROR; COMITY_E_PARSE_ERROR if it is no archive; COMITY_E_UNSUPPORTED for one of a newer
/// format or another kind of machine; COMITY_E_CORRUPT_FILE. Since ABI 1.0.
COMITY_API int32_t comity_history_open(const char* path, size_t length, const comity_open_options* options,
                                       comity_history** out);

/// Checks every byte of the archive at `path`. Errors: as comity_history_open. Since ABI 1.0.
COMITY_API int32_t comity_archive_verify(const char* path, size_t length);

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

// ---- Nodes ------------------------------------------------------------------------------------------------
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

// ---- Relations --------------------------------------------------------------------------------------------
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

// ---- Sources ----------------------------------------------------------------------------------------------
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

// ---- Views ------------------------------------------------------------------------------------------------
// Each derives a view from another and copies no rows. A view takes one time selector: at, by or window.

/// What holds on a day; of acts, what happened on it. A day of reduced precision ("2012") means one unknown
/// day of it: possible is what may hold on some day of it, certain what holds on every day of it. `out`: the
/// caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for an interval, days with gaps between
/// them, or a view that looks at a time already. Since ABI 1.0.
COMITY_API int32_t comity_view_at(const comity_view* view, const char* day, size_t length, comity_view** out);

/// Everything begun by a day, ended or not: the accumulated record, not a roster. `out`: the caller's.
/// Errors: as comity_view_at. Since ABI 1.0.
COMITY_API int32_t comity_view_by(const comity_view* view, const char* day, size_t length, comity_view** out);

/// The same on one unknown day of those from `first` to `last`. `out`: the caller's. Errors:
/// COMITY_E_INVALID_ARGUMENT if `last` lies before `first`, or for a view that looks at a time already. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_at_days(const comity_view* view, int64_t first, int64_t last,
                                       comity_view** out);

/// The same as comity_view_by by one unknown day of those from `first` to `last`. `out`: the caller's.
/// Errors: as comity_view_at_days. Since ABI 1.0.
COMITY_API int32_t comity_view_by_days(const comity_view* view, int64_t first, int64_t last,
                                       comity_view** out);

/// Everything that touches the days from the first day of `from` to the last day of `to`; ".." is open. `to`
/// may be NULL: then `from` alone says the days, as in "2012". `out`: the caller's. Errors: as
/// comity_view_at; COMITY_E_INVALID_ARGUMENT if `to` ends before `from` begins. Since ABI 1.0.
COMITY_API int32_t comity_view_window(const comity_view* view, const char* from, size_t from_length,
                                      const char* to, size_t to_length, comity_view** out);

/// Only nodes of these kinds, those under them included, and relations between them; twice narrows twice.
/// `kinds`: `count` texts of `lengths` bytes; `lengths` may be NULL: then all end with a NUL. `out`: the
/// caller's. Errors: COMITY_E_UNKNOWN_ID, with the nearest kind in the message. Since ABI 1.0.
COMITY_API int32_t comity_view_kinds(const comity_view* view, const char* const* kinds, const size_t* lengths,
                                     size_t count, comity_view** out);

/// Only relations of these types; twice narrows twice. Nodes are not affected. Parameters and errors: as
/// comity_view_kinds. Since ABI 1.0.
COMITY_API int32_t comity_view_types(const comity_view* view, const char* const* types, const size_t* lengths,
                                     size_t count, comity_view** out);

/// What is stated in these modalities (`count` values of enum comity_modality) instead of what is reported.
/// `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for another value. Since ABI 1.0.
COMITY_API int32_t comity_view_modalities(const comity_view* view, const int32_t* modalities, size_t count,
                                          comity_view** out);

/// Only what is certain. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_certain(const comity_view* view, comity_view** out);

/// Only what these sources state; twice narrows twice. Parameters: as comity_view_kinds. `out`: the caller's.
/// Errors: COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT if no source is left. Since ABI 1.0.
COMITY_API int32_t comity_view_sources(const comity_view* view, const char* const* sources,
                                       const size_t* lengths, size_t count, comity_view** out);

/// Without what only these sources state. Parameters: as comity_view_kinds. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_without_sources(const comity_view* view, const char* const* sources,
                                               const size_t* lengths, size_t count, comity_view** out);

/// Only what sources state that are certainly dated by a day: not what contemporaries knew, but what had been
/// written. `out`: the caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for a second one.
/// Since ABI 1.0.
COMITY_API int32_t comity_view_stated_by(const comity_view* view, const char* day, size_t length,
                                         comity_view** out);

/// Where statements contradict each other, what a policy chooses: "none", "newest", "most-precise",
/// "most-attested", "hull" (what they span), "source: a, b" or "source-kind: a, b" (the first that says
/// something). It replaces the policy before. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for
/// another name; COMITY_E_UNKNOWN_ID for a source that there is not. Since ABI 1.0.
COMITY_API int32_t comity_view_settled_by(const comity_view* view, const char* policy, size_t length,
                                          comity_view** out);

/// The marks "?" and "~" of dates keep nothing from being certain. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_ignoring_marks(const comity_view* view, comity_view** out);

/// The same view without its time selector, so that another may be set. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_at_any_time(const comity_view* view, comity_view** out);

/// Another handle on the history that a view looks at. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_history(const comity_view* view, comity_history** out);

/// Destroys `*view` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_view_destroy(comity_view** view);

/// One line that says what is seen: "at 2011-09-12, kinds instrument, certain". `out_text` belongs to `view`.
/// Since ABI 1.0.
COMITY_API int32_t comity_view_describe(const comity_view* view, const char** out_text, size_t* out_length);

/// How many nodes are certainly, and how many possibly there; certain ones are possible too. Since ABI 1.0.
COMITY_API int32_t comity_view_node_count(const comity_view* view, int64_t* out_certain,
                                          int64_t* out_possible);

/// How many relations are certainly, and how many possibly there. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_count(const comity_view* view, int64_t* out_certain,
                                              int64_t* out_possible);

/// Whether the view shows a node: an enum comity_truth. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_truth(const comity_view* view, int64_t node, int32_t* out_truth);

/// Whether the view shows a relation: an enum comity_truth. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_truth(const comity_view* view, int64_t relation, int32_t* out_truth);

/// The life of a node as the sources and the policy of the view have it. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_period(const comity_view* view, int64_t node, comity_period** out);

/// When a relation holds, as the sources and the policy of the view have it. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_period(const comity_view* view, int64_t relation,
                                               comity_period** out);

/// Whether statements about the begin or end of a node contradict each other, as the sources and the policy
/// of the view have it: 1 or 0. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_node_disputed(const comity_view* view, int64_t node, int32_t* out_disputed);

/// The same of a relation. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relation_disputed(const comity_view* view, int64_t relation,
                                                 int32_t* out_disputed);

/// The view made dense for algorithms. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_snapshot(const comity_view* view, comity_snapshot** out);

// ---- Snapshots --------------------------------------------------------------------------------------------
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
/// vertices + 1 numbers. Since ABI 1.0.
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

// ---- Listings ---------------------------------------------------------------------------------------------
// What there is, as tables. Nodes and relations share these columns, after their own: dates (category: as
// written), begin_earliest, begin_latest, end_earliest, end_latest (days; empty where unbounded), truth
// ("possible" or "certain"), modality (both categories), disputed, inferred (flags), sources, statements
// (integers: how many).

/// How things are listed.
typedef struct comity_listing_options {
    size_t size;
    comity_text language; ///< of names, titles and labels, where there are any in it; none: English
} comity_listing_options;

// clang-format off
#define COMITY_LISTING_OPTIONS_INIT {sizeof(comity_listing_options), COMITY_NO_TEXT}
// clang-format on

/// The nodes that a view shows, in the order of their numbers. Own columns: id, kind (categories), name
/// (text). The number of an id in its list of categories is the number of the node. `kind` may be NULL: all;
/// else those of that kind and of the kinds under it. `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_nodes(const comity_view* view, const char* kind, size_t length,
                                     comity_table** out);

/// The same with options, which may be NULL. `out`: the caller's. Errors: as comity_view_nodes. Since
/// ABI 1.0.
COMITY_API int32_t comity_view_nodes_with(const comity_view* view, const char* kind, size_t length,
                                          const comity_listing_options* options, comity_table** out);

/// The relations that a view shows, ordered by from, type and begin. Own columns: number (integer), id (text;
/// empty where it has none), from, type, to (categories; those of from and to are numbers of nodes). `type`
/// may be NULL: all. `out`: the caller's. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_relations(const comity_view* view, const char* type, size_t length,
                                         comity_table** out);

/// Those that go out from a node, by type and begin, in the columns of comity_view_relations, but with
/// categories of their own. Costs no more than there are rows. `type` may be NULL: all. `out`: the caller's.
/// Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_view_out(const comity_view* view, int64_t node, const char* type, size_t length,
                                   comity_table** out);

/// Those that come in to a node; as comity_view_out. Since ABI 1.0.
COMITY_API int32_t comity_view_in(const comity_view* view, int64_t node, const char* type, size_t length,
                                  comity_table** out);

/// The statements about what a view shows: about (id of a node or relation; of a relation without one "from
/// type to"), slots (what it speaks of), source, locator, modality, denies, begin, end (as this source gives
/// them), attribute, value (if it is about one value), inferred, rule, premises, quote. denies and inferred
/// are flags, the others texts or categories. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_statements(const comity_view* view, comity_table** out);

/// The attribute values of what a view shows: about, attribute, value (as a reader would write it), number
/// (of numbers and flags), bound, unit, language, begin, end (as written), disputed (flag), sources (ids of
/// those who state it). `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_view_attributes(const comity_view* view, comity_table** out);

/// All statements of a history, in the columns of comity_view_statements. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_statements(const comity_history* history, comity_table** out);

/// All attribute values of a history, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_history_attributes(const comity_history* history, comity_table** out);

/// The sources of a history: id, kind, title, authors, publisher, date, language, uri, derived_from,
/// coverage, note (texts, kind and language categories), statements (integer: how many it makes). `options`
/// may be NULL. `out`: the caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_sources(const comity_history* history,
                                          const comity_listing_options* options, comity_table** out);

/// The nodes one of whose names, aliases, titles or abbreviations contains the text, the best match first:
/// node (integer: its number), id, kind (categories), name (text). `options` may be NULL. `out`: the
/// caller's. Since ABI 1.0.
COMITY_API int32_t comity_history_search(const comity_history* history, const char* text, size_t length,
                                         const comity_listing_options* options, comity_table** out);

/// The statements about a node, in the columns of comity_view_statements. `out`: the caller's. Errors:
/// COMITY_E_UNKNOWN_ID, here and below. Since ABI 1.0.
COMITY_API int32_t comity_node_statements(const comity_history* history, int64_t node, comity_table** out);

/// The attribute values of a node, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_node_attributes(const comity_history* history, int64_t node, comity_table** out);

/// The statements about a relation, in the columns of comity_view_statements. `out`: the caller's. Since ABI
/// 1.0.
COMITY_API int32_t comity_relation_statements(const comity_history* history, int64_t relation,
                                              comity_table** out);

/// The attribute values of a relation, in the columns of comity_view_attributes. `out`: the caller's. Since
/// ABI 1.0.
COMITY_API int32_t comity_relation_attributes(const comity_history* history, int64_t relation,
                                              comity_table** out);

// ---- Analyses ---------------------------------------------------------------------------------------------
// What the record means, as tables, over what a view shows: at a day if it looks at one. No analysis turns a
// missing fact into a negative one; the note "searched" (comity_table_note) says how far each looked. Columns
// that they share: truth ("possible", "certain"), date (in the words of the source), earliest and latest (the
// days that these words leave open), relation (integer: the number of the relation that the row rests on),
// by, through and the like (texts: relations that it rests on), inferred (flag: nobody states it outright),
// sources (ids of those who do), stated (source and place of each statement); <lag>_min and <lag>_max
// (integers: days). `out` is the caller's everywhere.

/// As what an actor stands to a body.
enum comity_standing {
    COMITY_STANDING_MEMBER = 0,
    COMITY_STANDING_ASSOCIATE = 1,
    COMITY_STANDING_OBSERVER = 2,
    COMITY_STANDING_PARTNER = 3,
    COMITY_STANDING_CANDIDATE = 4
};

/// How a lineage is followed.
typedef struct comity_lineage_options {
    size_t size;
    comity_text language; ///< of names; none: English
    int64_t deepest;      ///< how many steps from the root; 0: as far as they go
} comity_lineage_options;

// clang-format off
#define COMITY_LINEAGE_OPTIONS_INIT {sizeof(comity_lineage_options), COMITY_NO_TEXT, 0}
// clang-format on

/// How an audit reports.
typedef struct comity_audit_options {
    size_t size;
    comity_text language; ///< of names; none: English
    int32_t list_facts;   ///< not 0: name every fact of the rules that only count, not three of each
    int32_t reserved;     ///< 0
} comity_audit_options;

// clang-format off
#define COMITY_AUDIT_OPTIONS_INIT {sizeof(comity_audit_options), COMITY_NO_TEXT, 0, 0}
// clang-format on

/// All that is dated, in order: date, earliest, latest, what ("happened", "began", "ended"), type (kind or
/// relation type), id, name, occasion (id of an event), truth, relation, inferred, sources, stated. `options`
/// may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_timeline(const comity_view* view, const comity_listing_options* options,
                                   comity_table** out);

/// What came of a node, breadth first: row, previous (row of the step that led to `from`), depth, from,
/// relation_type, relation, to, name, kind, outcome, truth, date, earliest, latest, since_root_min,
/// since_root_max, since_previous_min, since_previous_max, basis ("stated" or "inferred"), rule,
/// way_inferred, again, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID;
/// COMITY_E_INVALID_ARGUMENT for a negative depth. Since ABI 1.0.
COMITY_API int32_t comity_lineage(const comity_view* view, int64_t root,
                                  const comity_lineage_options* options, comity_table** out);

/// Who belongs to an organisation, an organ or a bloc, as a member or in another standing (enum
/// comity_standing): id, name, kind, standing, role, truth, by, inferred, sources, stated. `options` may be
/// NULL. Errors: COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT for another standing. Since ABI 1.0.
COMITY_API int32_t comity_members(const comity_view* view, int64_t group, int32_t standing,
                                  const comity_listing_options* options, comity_table** out);

/// Who and what an organisation is: section ("member", "organ", "text", ...), id, name, kind, truth, role,
/// adopted, adopted_stated, adopted_since, in_force, in_force_stated, in_force_since, named_certain,
/// named_possible, counted, by, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since
/// ABI 1.0.
COMITY_API int32_t comity_roster(const comity_view* view, int64_t organisation,
                                 const comity_listing_options* options, comity_table** out);

/// The events of a kind, in the order of their days: event, name, date, earliest, latest, truth, ordinal,
/// gap_min, gap_max, hosts, places, organisers, participants_certain, participants_possible, counted,
/// participants, sources, stated. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_series(const comity_view* view, const char* kind, size_t length,
                                 const comity_listing_options* options, comity_table** out);

/// Who took part in the events of a kind, blocs beside those that they consisted of on the day: event, id,
/// name, bloc (flag), truth, by, inferred, sources, stated. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_participations(const comity_view* view, const char* kind, size_t length,
                                         const comity_listing_options* options, comity_table** out);

/// What is proposed or planned, and what has come of it: id, name, kind, thing (flag), modality, date,
/// earliest, latest, proposers, by, within, modelled_on, home, concerns, realised_by, parts, sources, stated.
/// `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_proposals(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out);

/// Who stands where, and on what: who, name, stance, on, on_name, truth, denied, date, earliest, latest,
/// first_year, last_year, as_of_source, of_bloc, through, relation, inferred, sources, stated. `options` may
/// be NULL. Since ABI 1.0.
COMITY_API int32_t comity_positions(const comity_view* view, const comity_listing_options* options,
                                    comity_table** out);

/// Where sources give more than one value, those in dispute first, a row for each value: disagreement (its
/// number), about, slot, how, truth, value, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_disagreements(const comity_view* view, const comity_listing_options* options,
                                        comity_table** out);

/// The same of everything that a history holds, in whatever modality. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_history_disagreements(const comity_history* history,
                                                const comity_listing_options* options, comity_table** out);

/// What deserves a look because the record contradicts itself or has gaps: rule, level ("warning", "note"),
/// subjects, message, count, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_audit(const comity_view* view, const comity_audit_options* options,
                                comity_table** out);

/// Numbers that somebody observed or reported: id, name, number, bound, unit, date, earliest, latest, truth,
/// of, about, reporters, evidence_for, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_quantities(const comity_view* view, const comity_listing_options* options,
                                     comity_table** out);

/// What acts upon what in somebody's judgement: from, from_name, from_kind, effect, to, to_name, truth,
/// about, within, answered_by, relation, inferred, sources, stated. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_causes(const comity_view* view, const comity_listing_options* options,
                                 comity_table** out);

/// What one view shows otherwise than another one, such as two days: what ("node" or "relation"), id, name,
/// type, change ("appeared", "gone", "truth" or "value"), before, after, slot, value, language, sources,
/// stated. `options` may be NULL. `out`: the caller's. Errors: COMITY_E_INVALID_ARGUMENT for views of two
/// histories. Since ABI 1.0.
COMITY_API int32_t comity_diff(const comity_view* before, const comity_view* after,
                               const comity_listing_options* options, comity_table** out);

/// How many nodes of each kind and relations of each type there are: what ("kind" or "relation type"), name,
/// label, root, certain, possible, with_subkinds_certain, with_subkinds_possible; the other numbers are
/// notes: nodes, relations, first, last, sources, statements, dated, inferred, disputed, unsourced, denied.
/// `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_summary(const comity_view* view, const comity_listing_options* options,
                                  comity_table** out);

// ---- Graph algorithms -------------------------------------------------------------------------------------
// On snapshots, where each relation is an edge; rows stand in the order of the vertices and begin with id and
// node (its number). Errors of all of them: COMITY_E_CANCELLED once `progress` asks to stop.

/// Which way relations are walked.
enum comity_direction {
    COMITY_DIRECTION_OUT = 0, ///< as they point
    COMITY_DIRECTION_IN = 1,  ///< against it
    COMITY_DIRECTION_BOTH = 2
};

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

/// Parts joined whichever way relations point: id, node, part, size; note parts. Since ABI 1.0.
COMITY_API int32_t comity_weak_components(const comity_snapshot* snapshot, comity_table** out);

/// Parts within which each vertex reaches each along relations: the same columns. Since ABI 1.0.
COMITY_API int32_t comity_strong_components(const comity_snapshot* snapshot, comity_table** out);

/// Core numbers, by distinct neighbours whichever way relations point: id, node, core. Since ABI 1.0.
COMITY_API int32_t comity_core_numbers(const comity_snapshot* snapshot, comity_table** out);

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
/// triangles, transitivity. Since ABI 1.0.
COMITY_API int32_t comity_clustering(const comity_snapshot* snapshot, comity_table** out);

/// Over how many relations each vertex is reached from the nearest of some nodes: id, node, distance, which
/// is empty where nothing leads. `direction`: an enum comity_direction. Errors: COMITY_E_UNKNOWN_ID for a
/// number that no node has; COMITY_E_NO_VALUE for a node that is not in the snapshot. Since ABI 1.0.
COMITY_API int32_t comity_distances(const comity_snapshot* snapshot, const int64_t* nodes, size_t count,
                                    int32_t direction, comity_table** out);

/// Every pair of which the first reaches the second along relations: from, to, distance. `most` pairs, 0:
/// 100,000,000. Errors: COMITY_E_LIMIT_EXCEEDED if there are more. Since ABI 1.0.
COMITY_API int32_t comity_transitive_closure(const comity_snapshot* snapshot, int64_t most,
                                             comity_table** out);

/// What two who meet in a group are worth to each other.
enum comity_tie_weight {
    COMITY_TIE_COUNT = 0,   ///< the groups that they share
    COMITY_TIE_JACCARD = 1, ///< those, as a share of the groups of either
    COMITY_TIE_NEWMAN = 2   ///< of each one over its other members
};

/// Which groups make ties.
typedef struct comity_co_occurrence_options {
    size_t size;
    int64_t smallest;         ///< groups of fewer members are left out; 0: 2
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

// ---- Ways through time ------------------------------------------------------------------------------------
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

/// What a step of the calendar is.
enum comity_calendar_unit { COMITY_UNIT_YEAR = 0, COMITY_UNIT_MONTH = 1, COMITY_UNIT_DAY = 2 };

/// Which windows a rolling view has.
typedef struct comity_rolling_options {
    size_t size;
    int64_t length;           ///< of each window, in units; 0: one
    int64_t step;             ///< units from one to the next; 0: as many as its length
    int32_t unit;             ///< enum comity_calendar_unit
    int32_t on_days;          ///< not 0: not windows but the single days that begin them
    int32_t by;               ///< not 0: everything begun by the last day of each, ended or not
    int32_t components;       ///< not 0: parts and largest too
    comity_progress progress; ///< NULL: nobody is told
    void* user;               ///< handed on to `progress`
} comity_rolling_options;

// clang-format off
#define COMITY_ROLLING_OPTIONS_INIT {sizeof(comity_rolling_options), 0, 0, 0, 0, 0, 0, NULL, NULL}
// clang-format on

/// What a view shows at each of many windows from one day to another, in one pass: first, last,
/// relations_certain, relations_possible, nodes_certain, nodes_possible, parts, largest; note searched.
/// Windows that follow each other leave no gap, the last one ends with `to`; others are whole. `options` may
/// be NULL. Errors: COMITY_E_INVALID_ARGUMENT for a view that has a time selector. Since ABI 1.0.
COMITY_API int32_t comity_rolling(const comity_view* view, int64_t from, int64_t to,
                                  const comity_rolling_options* options, comity_table** out);

// ---- Sources: what is asked of them -----------------------------------------------------------------------
// Of a view with comity_view_sources(), comity_view_statements() lists all that a source says; how an answer
// changes without a source is comity_table_difference() of it with and without comity_view_without_sources().

/// Which facts comity_supports() lists.
typedef struct comity_support_options {
    size_t size;
    comity_text language; ///< of names; none: English
    int64_t most_sources; ///< 1: what rests on one source, or on none; 0: any number
    int64_t most_roots;   ///< the same of independent sources: copies of one document count once
    int32_t unlocated;    ///< not 0: only facts of which no statement says where in its source
    int32_t reserved;     ///< 0
} comity_support_options;

// clang-format off
#define COMITY_SUPPORT_OPTIONS_INIT {sizeof(comity_support_options), COMITY_NO_TEXT, 0, 0, 0, 0}
// clang-format on

/// On how many sources each node and relation rests: about, type, truth, relation, statements, located,
/// source_count, root_count, sources, roots, inferred, stated. `options` may be NULL. Errors:
/// COMITY_E_INVALID_ARGUMENT for a negative number. Since ABI 1.0.
COMITY_API int32_t comity_supports(const comity_view* view, const comity_support_options* options,
                                   comity_table** out);

/// Where two sources give different values, those in dispute first: about, type, slot, how ("value",
/// "time-disjoint", "polarity", "constraint"; "refinement" is agreement), truth, relation, first, other,
/// first_stated, other_stated. Notes: same, only_first, only_other, searched. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID; COMITY_E_INVALID_ARGUMENT for one source twice, and one that the view does not hear.
/// Since ABI 1.0.
COMITY_API int32_t comity_differences(const comity_view* view, const char* first, size_t first_length,
                                      const char* other, size_t other_length,
                                      const comity_listing_options* options, comity_table** out);

/// How often each two sources agree, for each kind or relation type and slot: first, other, type, slot, both,
/// same, refined, disputed, value, time_disjoint, polarity, constraint. `options` may be NULL. Since ABI 1.0.
COMITY_API int32_t comity_agreements(const comity_view* view, const comity_listing_options* options,
                                     comity_table** out);

/// What each source states of each kind and relation type, and what it claims to list, in periods of so many
/// years (0: in one): source, type, year, certain, possible, statements, first, last, to_day, to_month,
/// to_year, coarser, undated, marked, claimed, scope, claimed_from, claimed_until. `options` may be NULL.
/// Errors: COMITY_E_INVALID_ARGUMENT for negative `years`. Since ABI 1.0.
COMITY_API int32_t comity_coverage(const comity_view* view, int64_t years,
                                   const comity_listing_options* options, comity_table** out);

/// Which sources may have been the first to state each node and relation, or what that one may have been the
/// first to state (`source` may be NULL: all): about, type, source, truth, date, earliest, latest, others,
/// relation, locator. `options` may be NULL. Errors: COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_first_statements(const comity_view* view, const char* source, size_t length,
                                           const comity_listing_options* options, comity_table** out);

/// Which actors stand in the same relation to two nodes, and which to one of them only, in relations of one
/// type or of all (`type` may be NULL): type, where ("first", "other", "both"), id, name, kind, bloc,
/// in_first, in_other, by_first, by_other, sources, stated. `options` may be NULL. Errors:
/// COMITY_E_UNKNOWN_ID. Since ABI 1.0.
COMITY_API int32_t comity_parties(const comity_view* view, int64_t first, int64_t other, const char* type,
                                  size_t length, const comity_listing_options* options, comity_table** out);

/// Why a row is in an answer that was given of this history, or all rows (`row` -1): the statements about
/// everything that it rests on, of the sources that count in `view`: row, about, then the columns of
/// comity_view_statements(). What nobody states has a row without a source. Errors: COMITY_E_UNKNOWN_ID for
/// another row; COMITY_E_INVALID_ARGUMENT for a table of another history, and one that does not say what its
/// rows rest on. Since ABI 1.0.
COMITY_API int32_t comity_evidence(const comity_view* view, const comity_table* table, int64_t row,
                                   comity_table** out);

/// How two answers to one question differ: change ("lost", "gained" or "changed"), the key columns as text,
/// column, before, after. Rows are the same where their `keys` columns are (0: whatever names things in both
/// tables); `ignored` columns are not compared (0: what says on whose word a row stands). Lists: as
/// comity_view_kinds. Notes: lost, gained, changed, kept (rows). Errors: COMITY_E_UNKNOWN_ID for a key that
/// one of the tables does not have; COMITY_E_INVALID_ARGUMENT if no column is left as key. Since ABI 1.0.
COMITY_API int32_t comity_table_difference(const comity_table* before, const comity_table* after,
                                           const char* const* keys, const size_t* key_lengths,
                                           size_t key_count, const char* const* ignored,
                                           const size_t* ignored_lengths, size_t ignored_count,
                                           comity_table** out);

// ---- Tables -----------------------------------------------------------------------------------------------
// Columns are numbered from 0, and so are rows. Arrays and texts belong to the table and hold until it is
// destroyed; their layout is Apache Arrow's. Errors of all of them: COMITY_E_UNKNOWN_ID for a column or row
// that there is not; COMITY_E_INVALID_ARGUMENT for a column of another type.

/// What the cells of a column are.
enum comity_column_type {
    COMITY_COLUMN_TEXT = 0,     ///< texts, each cell its own
    COMITY_COLUMN_CATEGORY = 1, ///< texts, each cell one of few: a number into a shared list of them
    COMITY_COLUMN_INTEGER = 2,  ///< int64_t
    COMITY_COLUMN_NUMBER = 3,   ///< double
    COMITY_COLUMN_FLAG = 4,     ///< yes or no: one bit
    COMITY_COLUMN_DAY = 5       ///< int32_t days since 1970-01-01
};

/// Destroys `*table` and sets it to NULL. Since ABI 1.0.
COMITY_API int32_t comity_table_destroy(comity_table** table);

/// How many rows. Since ABI 1.0.
COMITY_API int32_t comity_table_row_count(const comity_table* table, int64_t* out_count);

/// How many columns. Since ABI 1.0.
COMITY_API int32_t comity_table_column_count(const comity_table* table, int64_t* out_count);

/// The number of the column of that name. Errors: COMITY_E_UNKNOWN_ID, with the names that there are. Since
/// ABI 1.0.
COMITY_API int32_t comity_table_find_column(const comity_table* table, const char* name, size_t length,
                                            int64_t* out_column);

/// The name of a column. `out_text` belongs to `table`. Since ABI 1.0.
COMITY_API int32_t comity_table_column_name(const comity_table* table, int64_t column, const char** out_text,
                                            size_t* out_length);

/// The type of a column: an enum comity_column_type. Since ABI 1.0.
COMITY_API int32_t comity_table_column_type(const comity_table* table, int64_t column, int32_t* out_type);

/// How many cells of a column are empty. Since ABI 1.0.
COMITY_API int32_t comity_table_null_count(const comity_table* table, int64_t column, int64_t* out_count);

/// Which cells of a column have a value: a bit for each row, the least significant first. NULL if all have
/// one. Since ABI 1.0.
COMITY_API int32_t comity_table_validity(const comity_table* table, int64_t column, const uint8_t** out_bits);

/// The cells of an integer column. What stands in an empty cell has no meaning, here and below. Since ABI
/// 1.0.
COMITY_API int32_t comity_table_integers(const comity_table* table, int64_t column,
                                         const int64_t** out_values);

/// The cells of a number column. Since ABI 1.0.
COMITY_API int32_t comity_table_numbers(const comity_table* table, int64_t column, const double** out_values);

/// The cells of a flag column: a bit for each row, the least significant first. Since ABI 1.0.
COMITY_API int32_t comity_table_flags(const comity_table* table, int64_t column, const uint8_t** out_bits);

/// The cells of a day column. Since ABI 1.0.
COMITY_API int32_t comity_table_days(const comity_table* table, int64_t column, const int32_t** out_values);

/// The cells of a category column: numbers into the list that comity_table_texts() gives. Since ABI 1.0.
COMITY_API int32_t comity_table_categories(const comity_table* table, int64_t column,
                                           const int32_t** out_values);

/// The cells of a text column, or the list of texts of a category column: text i lies in `*out_bytes` from
/// (*out_offsets)[i] to before (*out_offsets)[i + 1]; there are `*out_count` texts and one offset more. Since
/// ABI 1.0.
COMITY_API int32_t comity_table_texts(const comity_table* table, int64_t column, const int64_t** out_offsets,
                                      const char** out_bytes, int64_t* out_count);

/// One cell of a text or category column. Errors: COMITY_E_NO_VALUE if it is empty, here and below. Since ABI
/// 1.0.
COMITY_API int32_t comity_table_text(const comity_table* table, int64_t column, int64_t row,
                                     const char** out_text, size_t* out_length);

/// One cell of an integer column. Since ABI 1.0.
COMITY_API int32_t comity_table_integer(const comity_table* table, int64_t column, int64_t row,
                                        int64_t* out_value);

/// One cell of a number or integer column. Since ABI 1.0.
COMITY_API int32_t comity_table_number(const comity_table* table, int64_t column, int64_t row,
                                       double* out_value);

/// One cell of a flag column: 1 or 0. Since ABI 1.0.
COMITY_API int32_t comity_table_flag(const comity_table* table, int64_t column, int64_t row,
                                     int32_t* out_value);

/// One cell of a day column. Since ABI 1.0.
COMITY_API int32_t comity_table_day(const comity_table* table, int64_t column, int64_t row,
                                    int64_t* out_value);

/// What is said beside the rows under that key, such as how far was searched. `out_text` belongs to `table`.
/// Errors: COMITY_E_NO_VALUE if there is none. Since ABI 1.0.
COMITY_API int32_t comity_table_note(const comity_table* table, const char* key, size_t length,
                                     const char** out_text, size_t* out_length);

/// How a table is printed.
typedef struct comity_table_format {
    size_t size;
    int64_t most_rows;  ///< further rows are only counted; 0: 40
    int64_t most_width; ///< of a column, in characters; longer cells are cut; 0: 48
} comity_table_format;

// clang-format off
#define COMITY_TABLE_FORMAT_INIT {sizeof(comity_table_format), 0, 0}
// clang-format on

/// The table as aligned plain text, for people to look at. `format` may be NULL. `out`: the caller's. Errors:
/// COMITY_E_INVALID_ARGUMENT for negative numbers. Since ABI 1.0.
COMITY_API int32_t comity_table_print(const comity_table* table, const comity_table_format* format,
                                      comity_string** out);

// ---- Building ---------------------------------------------------------------------------------------------
// Add in any order; comity_builder_build() checks everything at once and reports all that is wrong. Numbers
// of nodes, relations and sources are those that the history will use. Errors of all of them:
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

#ifdef __cplusplus
}
#endif

#endif /* COMITY_H */
