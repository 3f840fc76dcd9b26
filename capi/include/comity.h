/* comity.h: cooperation histories from C. Needs C11 or C++17. Include this one: what it promises stands here,
 * and what there is to call in the parts of comity_c/ that it includes.
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

#include <comity_c/analysis.h>
#include <comity_c/base.h>
#include <comity_c/builder.h>
#include <comity_c/conduct.h>
#include <comity_c/csv.h>
#include <comity_c/date.h>
#include <comity_c/date_column.h>
#include <comity_c/fact.h>
#include <comity_c/graph.h>
#include <comity_c/history.h>
#include <comity_c/journey.h>
#include <comity_c/listing.h>
#include <comity_c/many.h>
#include <comity_c/period.h>
#include <comity_c/rolling.h>
#include <comity_c/snapshot.h>
#include <comity_c/source.h>
#include <comity_c/table.h>
#include <comity_c/view.h>

#endif
