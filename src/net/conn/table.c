/* SPDX-License-Identifier: MIT */
/*
 * Linear probing. A removal moves up the entries that follow in its run, so there are no
 * tombstones, and a table that has seen a million connections is as fast as a new one.
 */
#include "net/conn/table.h"

#include <stdlib.h>

#include "net/topics/topics.h"

#define BITS_MIN 4
#define FIBONACCI 0x9E3779B97F4A7C15u /* 2^64 / golden ratio */

static uint32_t home(const struct sp_conn_table *table, int64_t id)
{
	return (uint32_t) (((uint64_t) id * FIBONACCI) >> table->shift);
}

static bool allocate(struct sp_conn_table *table, uint32_t bits)
{
	table->slots = calloc((size_t) 1 << bits, sizeof(*table->slots));
	table->mask = (uint32_t) (((uint64_t) 1 << bits) - 1);
	table->shift = 64 - bits;
	table->count = 0;
	return table->slots != NULL;
}

bool sp_conn_table_init(struct sp_conn_table *table)
{
	return allocate(table, BITS_MIN);
}

void sp_conn_table_fini(struct sp_conn_table *table)
{
	free(table->slots);
	table->slots = NULL;
	table->count = 0;
}

static void put(struct sp_conn_table *table, struct sp_member *member)
{
	uint32_t i = home(table, member->id);

	while (table->slots[i] != NULL) {
		i = (i + 1) & table->mask;
	}
	table->slots[i] = member;
	table->count++;
}

static bool grow(struct sp_conn_table *table)
{
	struct sp_conn_table bigger;

	if (!allocate(&bigger, 64 - table->shift + 1)) {
		return false;
	}
	for (uint32_t i = 0; i <= table->mask; i++) {
		if (table->slots[i] != NULL) {
			put(&bigger, table->slots[i]);
		}
	}
	free(table->slots);
	*table = bigger;
	return true;
}

bool sp_conn_table_add(struct sp_conn_table *table, struct sp_member *member)
{
	if ((uint64_t) table->count * 3 >= (uint64_t) table->mask * 2 && !grow(table)) {
		return false;
	}
	put(table, member);
	return true;
}

static uint32_t slot_of(const struct sp_conn_table *table, int64_t id)
{
	uint32_t i = home(table, id);

	while (table->slots[i] != NULL && table->slots[i]->id != id) {
		i = (i + 1) & table->mask;
	}
	return i;
}

struct sp_member *sp_conn_table_find(const struct sp_conn_table *table, int64_t id)
{
	return table->slots[slot_of(table, id)];
}

void sp_conn_table_remove(struct sp_conn_table *table, int64_t id)
{
	uint32_t hole = slot_of(table, id);
	uint32_t i = hole;

	if (table->slots[hole] == NULL) {
		return;
	}
	table->count--;
	for (;;) {
		uint32_t from;

		i = (i + 1) & table->mask;
		if (table->slots[i] == NULL) {
			break;
		}
		from = home(table, table->slots[i]->id);
		/* An entry may fill the hole unless its home lies after the hole, cyclically. */
		if (((i - from) & table->mask) >= ((i - hole) & table->mask)) {
			table->slots[hole] = table->slots[i];
			hole = i;
		}
	}
	table->slots[hole] = NULL;
}
