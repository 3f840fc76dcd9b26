/* comity_c/date.h: days, and EDTF dates (ISO 8601-2).
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_DATE_H
#define COMITY_C_DATE_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
