/* comity_c/base.h: what every other part stands on: codes, enumerations, handle types, texts and errors.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_BASE_H
#define COMITY_C_BASE_H

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
/// CSV files to be read, each as a source.
typedef struct comity_registers comity_registers;
/// A history that was made from files of others, and what became of their rows.
typedef struct comity_load comity_load;

/// Called by long work now and then, in the thread that called comity. `stage` names what is being done; in
/// each, `done` runs from 0 to 1, which the last call tells, but for analyses and listings, which only
/// estimate how much there is to do and may end below. Anything but 0 as the answer, to the last call too,
/// stops the work, which then fails with COMITY_E_CANCELLED. It may not throw, longjmp, or destroy what is
/// being worked on.
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

#ifdef __cplusplus
}
#endif

#endif
