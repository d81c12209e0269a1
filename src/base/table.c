/* SPDX-License-Identifier: MIT */
/*
 * The block: struct sp_table, the first row of each bucket, the rows. Rows of one bucket are a
 * chain. The one fact that repair relies on is a row's used field, which is written last when a row
 * is made and first when it goes; everything else can be worked out from it.
 */
#include "base/table.h"

#include <string.h>

#include "base/hash.h"

/* A row, or what follows it in memory; rows are named by their number + 1, so that zeroed memory
 * means none. */
struct row {
	uint32_t next; /* in its bucket, or among the free */
	uint32_t hash;
	uint8_t used; /* the key's length + 1; 0: free */
	char key[SP_TABLE_KEY_MAX];
};

_Static_assert(sizeof(struct row) % 8 == 0, "data behind a row is aligned");
_Static_assert(sizeof(struct sp_table) % 8 == 0, "buckets behind the table are aligned");

static uint64_t row_size(uint32_t data_size)
{
	return sizeof(struct row) + (((uint64_t) data_size + 7) & ~UINT64_C(7));
}

static uint64_t heads_size(uint32_t rows)
{
	return ((uint64_t) rows * sizeof(uint32_t) + 7) & ~UINT64_C(7);
}

size_t sp_table_bytes(uint32_t rows, uint32_t data_size)
{
	/* below 2^63: 2^30 rows of 2^32 bytes and a little */
	uint64_t bytes = sizeof(struct sp_table) + heads_size(rows) + rows * row_size(data_size);

	return bytes <= SIZE_MAX ? (size_t) bytes : 0;
}

void sp_table_init(struct sp_table *table, uint32_t rows, uint32_t data_size, uint64_t seed)
{
	table->rows = rows;
	table->data_size = data_size;
	table->seed = seed;
}

static uint32_t *head_at(const struct sp_table *table, uint32_t hash)
{
	return (uint32_t *) (uintptr_t) (table + 1) + (hash & (table->rows - 1));
}

static struct row *row_at(const struct sp_table *table, uint32_t number)
{
	char *rows = (char *) (uintptr_t) (table + 1) + heads_size(table->rows);

	return (struct row *) (void *) (rows + number * row_size(table->data_size));
}

static uint32_t hash_of(const struct sp_table *table, struct sp_span key)
{
	return (uint32_t) sp_hash(table->seed, key.data, key.len);
}

/* Where the row with that key is named: its bucket's head, or another row's next. Points at 0 if
 * there is none. */
static uint32_t *place_of(const struct sp_table *table, struct sp_span key, uint32_t hash)
{
	uint32_t *place = head_at(table, hash);

	while (*place != 0) {
		struct row *row = row_at(table, *place - 1);

		if (row->hash == hash && row->used == key.len + 1 &&
			memcmp(row->key, key.data, key.len) == 0) {
			break;
		}
		place = &row->next;
	}
	return place;
}

void *sp_table_find(const struct sp_table *table, struct sp_span key)
{
	uint32_t number = *place_of(table, key, hash_of(table, key));

	return number != 0 ? row_at(table, number - 1) + 1 : NULL;
}

/* Takes a row that is free off the free ones. 0: there is none. */
static uint32_t take_row(struct sp_table *table)
{
	uint32_t number = table->free;

	if (number != 0) {
		table->free = row_at(table, number - 1)->next;
	} else if (table->fresh < table->rows) {
		number = ++table->fresh;
	}
	return number;
}

void *sp_table_put(struct sp_table *table, struct sp_span key)
{
	uint32_t hash = hash_of(table, key);
	uint32_t *place = place_of(table, key, hash);
	uint32_t number;
	struct row *row;

	if (*place != 0) {
		table->updates++;
		return row_at(table, *place - 1) + 1;
	}
	number = take_row(table);
	if (number == 0) {
		return NULL;
	}
	row = row_at(table, number - 1);
	row->next = 0;
	row->hash = hash;
	memcpy(row->key, key.data, key.len);
	memset(row + 1, 0, table->data_size);
	SP_COMPILER_FENCE();
	row->used = (uint8_t) (key.len + 1);
	SP_COMPILER_FENCE();
	*place = number;
	table->count++;
	table->inserts++;
	return row + 1;
}

bool sp_table_remove(struct sp_table *table, struct sp_span key)
{
	uint32_t *place = place_of(table, key, hash_of(table, key));
	uint32_t number = *place;
	struct row *row;

	if (number == 0) {
		return false;
	}
	row = row_at(table, number - 1);
	row->used = 0;
	SP_COMPILER_FENCE();
	*place = row->next;
	row->next = table->free;
	table->free = number;
	table->count--;
	table->removals++;
	return true;
}

uint32_t sp_table_next(const struct sp_table *table, uint32_t from)
{
	for (; from < table->fresh; from++) {
		if (row_at(table, from)->used != 0) {
			return from;
		}
	}
	return table->rows;
}

struct sp_span sp_table_key(const struct sp_table *table, uint32_t number)
{
	const struct row *row = row_at(table, number);

	return (struct sp_span){row->key, (size_t) row->used - 1};
}

const void *sp_table_data(const struct sp_table *table, uint32_t number)
{
	return row_at(table, number) + 1;
}

/* From the rows; all heads are zero. */
static void build(struct sp_table *table)
{
	table->count = 0;
	table->free = 0;
	for (uint32_t number = table->fresh; number > 0; number--) {
		struct row *row = row_at(table, number - 1);
		uint32_t *place;

		if (row->used == 0) {
			place = &table->free;
		} else {
			place = head_at(table, row->hash);
			table->count++;
		}
		row->next = *place;
		*place = number;
	}
}

void sp_table_repair(struct sp_table *table)
{
	memset(table + 1, 0, (size_t) heads_size(table->rows));
	build(table);
}

void sp_table_copy(struct sp_table *to, const struct sp_table *from)
{
	*to = *from;
	memcpy(row_at(to, 0), row_at(from, 0), (size_t) (from->fresh * row_size(from->data_size)));
	build(to);
}
