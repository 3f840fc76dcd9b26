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
/* The number of that column. */
int64_t column_of(const comity_table* table, const char* name);
/* How many rows; destroys the table. */
int64_t rows_of(comity_table** table);
/* The cell of a text or category column has that text; NULL: it is empty. */
#define CELL(table, column, row, expected)                                                                   \
    check_cell((table), (column), (row), (expected), __FILE__, __LINE__)
void check_cell(const comity_table* table, const char* column, int64_t row, const char* expected,
                const char* file, int line);
/* How many days lie between 1970-01-01 and that day. */
int64_t day_of(int64_t year, int32_t month, int32_t day);

#endif
