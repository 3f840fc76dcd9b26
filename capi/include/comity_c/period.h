/* comity_c/period.h: periods: what dates say of when a thing holds, and how two of them lie in time.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_PERIOD_H
#define COMITY_C_PERIOD_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The period that a text says: "A/B", "A/.." (no end known to the source), "A/" (an end that is not known),
/// a date without an end, or "" (undated); either date may also be a set. `nature` (enum comity_nature)
/// decides how it is read. `out`: the caller's. Errors: COMITY_E_INVALID_DATE; COMITY_E_INVALID_ARGUMENT for
/// another nature. Since ABI 1.0.
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

#ifdef __cplusplus
}
#endif

#endif
