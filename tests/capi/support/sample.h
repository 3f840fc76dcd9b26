/* A history that can be checked by eye:
 *
 *   china  --member-of 2001-06-15/..--> sco          (register p1)
 *   india  --member-of 2017--> sco                   (register p2; a state with a begin in an unknown day of
 * 2017) sco    --adopted 2006-06-15--> statement-2006    (register p3) plan   --implements--> statement-2006
 * (nobody states it)
 *
 * The register is dated 2021-09-24; the statement of 2006 has a name in Chinese and an ordinal. */
#ifndef COMITY_TESTS_SAMPLE_H
#define COMITY_TESTS_SAMPLE_H

#include "check.h"

enum { CHINA, INDIA, SCO, STATEMENT_2006, PLAN, SAMPLE_NODES };
enum { CHINA_IN_SCO, INDIA_IN_SCO, ADOPTION, IMPLEMENTATION, SAMPLE_RELATIONS };
enum { REGISTER, SAMPLE_SOURCES };

/* The builder that holds it. */
comity_builder* sample_builder(void);
/* The caller's to destroy. */
comity_history* sample_history(void);
/* A view of it at any time; the caller's to destroy. */
comity_view* sample_view(void);
/* A table with a column of each type; the caller's to destroy. */
comity_table* sample_table(void);
/* How many days lie between 1970-01-01 and that day. */
int64_t day_of(int64_t year, int32_t month, int32_t day);

#endif
