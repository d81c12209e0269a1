/* SPDX-License-Identifier: MIT */
/*
 * Rows by key in one block of memory, without a pointer in it: the block may lie in memory that
 * several processes share, at another address in each. Nothing here takes a lock; whoever shares a
 * block holds one around every call.
 *
 * A process that is killed in a call leaves the block such that sp_table_repair() makes it whole
 * again. What the row held that it was writing is then anybody's guess.
 */
#ifndef SP_BASE_TABLE_H
#define SP_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

#define SP_TABLE_KEY_MAX 127 /* bytes */
#define SP_TABLE_ROWS_MAX (1 << 30)

/* The beginning of the block. Its fields are for reading only. */
struct sp_table {
	uint64_t seed;
	uint32_t rows;      /* that it has room for; a power of two */
	uint32_t data_size; /* bytes of data in each */
	uint32_t count;     /* rows in use */
	uint32_t fresh;     /* rows from this one on were never used */
	uint32_t free;      /* the first row that was used and is free: its number + 1; 0: none */
	uint32_t unused;
	uint64_t inserts;
	uint64_t updates; /* finds by sp_table_put() */
	uint64_t removals;
};

/* How long the block is for so many rows (a power of two, at most SP_TABLE_ROWS_MAX), each with
 * data_size bytes of data; 0: longer than a size_t can say. */
size_t sp_table_bytes(uint32_t rows, uint32_t data_size);

/* Makes a table of a block of sp_table_bytes() zeroes, aligned to 8. Touches only its beginning. */
void sp_table_init(struct sp_table *table, uint32_t rows, uint32_t data_size, uint64_t seed);

/* The data of the row with that key, aligned to 8; NULL: there is none. */
void *sp_table_find(const struct sp_table *table, struct sp_span key);

/* The same, and a row that is not there is made, its data zeroed. The key has at most
 * SP_TABLE_KEY_MAX bytes. NULL: all rows are in use. */
void *sp_table_put(struct sp_table *table, struct sp_span key);

/* False: there is no such row. */
bool sp_table_remove(struct sp_table *table, struct sp_span key);

/* The number of the first row in use whose number is at least from; table->rows: there is none.
 * Rows keep their numbers, so rows may come and go during a walk. */
uint32_t sp_table_next(const struct sp_table *table, uint32_t from);

/* Of a row in use, by number. */
struct sp_span sp_table_key(const struct sp_table *table, uint32_t number);
const void *sp_table_data(const struct sp_table *table, uint32_t number);

/* Makes to, zeroes at first and as long as from, hold the same rows under the same numbers. Touches
 * only what is used. */
void sp_table_copy(struct sp_table *to, const struct sp_table *from);

/* After a process was killed in a call. */
void sp_table_repair(struct sp_table *table);

#endif
