/* comity_c/date_column.h: columns of texts read as dates, also as real files spell them.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_DATE_COLUMN_H
#define COMITY_C_DATE_COLUMN_H

#include <comity_c/date.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
