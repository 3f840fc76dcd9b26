/* An allocator that fails on demand. */
#ifndef COMITY_TESTS_FAILING_NEW_H
#define COMITY_TESTS_FAILING_NEW_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Lets that many allocations succeed and every later one fail; a negative number: none fails. */
void fail_allocation_after(int64_t successes);
/* How many may still succeed; 0: at least one may have failed. */
int64_t allocations_left(void);

#ifdef __cplusplus
}
#endif

#endif
