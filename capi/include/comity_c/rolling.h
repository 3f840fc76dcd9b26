/* comity_c/rolling.h: a measure over one window after another.
 * Part of comity.h, which has the rules that hold everywhere; include that one. */
#ifndef COMITY_C_ROLLING_H
#define COMITY_C_ROLLING_H

#include <comity_c/base.h>

#ifdef __cplusplus
extern "C" {
#endif

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
/// be NULL. Errors: COMITY_E_INVALID_ARGUMENT for a view that has a time selector, or days in reverse;
/// COMITY_E_LIMIT_EXCEEDED for more than ten million windows; COMITY_E_CANCELLED once `progress` asks to
/// stop. Since ABI 1.0.
COMITY_API int32_t comity_rolling(const comity_view* view, int64_t from, int64_t to,
                                  const comity_rolling_options* options, comity_table** out);

#ifdef __cplusplus
}
#endif

#endif
