/* SPDX-License-Identifier: MIT */
/*
 * Rows by key in one block: beside a model that is a plain array, moved in memory, and made whole
 * again after whoever changed it was killed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/table.h"
#include "check.h"
#include "guard.h"

#define ROWS 16
#define NAMES 24
#define STEPS 20000

static struct sp_table *made(uint32_t rows, uint32_t data_size)
{
	struct sp_table *table = calloc(1, sp_table_bytes(rows, data_size));

	must(table != NULL);
	sp_table_init(table, rows, data_size, 7);
	return table;
}

static void set(struct sp_table *table, const char *key, uint64_t value)
{
	uint64_t *data = sp_table_put(table, sp_span(key));

	must(data != NULL);
	*data = value;
}

static uint64_t get(const struct sp_table *table, const char *key)
{
	const uint64_t *data = sp_table_find(table, sp_span(key));

	return data != NULL ? *data : 0;
}

static void one_row(void)
{
	struct sp_table *table = made(2, 8);

	ok(sp_table_find(table, sp_span("ada")) == NULL && table->count == 0, "empty at first");
	set(table, "ada", 5);
	ok(get(table, "ada") == 5 && table->count == 1, "found");
	set(table, "ada", 6);
	ok(get(table, "ada") == 6 && table->count == 1, "put again, it is the same row");
	ok(sp_table_remove(table, sp_span("ada")) && !sp_table_remove(table, sp_span("ada")),
		"removed once");
	ok(sp_table_find(table, sp_span("ada")) == NULL && table->count == 0, "and gone");
	set(table, "", 1);
	ok(get(table, "") == 1, "an empty key is a key");
	sp_table_remove(table, sp_span(""));
	ok(*(uint64_t *) sp_table_put(table, sp_span("bob")) == 0, "a new row is zeroed");
	free(table);
}

static void full(void)
{
	struct sp_table *table = made(2, 8);

	set(table, "a", 1);
	set(table, "b", 2);
	ok(sp_table_put(table, sp_span("c")) == NULL && table->count == 2, "full: no row");
	ok(sp_table_put(table, sp_span("a")) != NULL, "those that are there stay reachable");
	sp_table_remove(table, sp_span("a"));
	set(table, "c", 3);
	ok(get(table, "c") == 3 && get(table, "b") == 2, "what was removed makes room");
	free(table);
}

static void long_keys(void)
{
	struct sp_table *table = made(4, 3);
	char key[SP_TABLE_KEY_MAX];
	char *data;

	memset(key, 'k', sizeof(key));
	data = sp_table_put(table, (struct sp_span){key, sizeof(key)});
	must(data != NULL);
	memcpy(data, "xyz", 3);
	data = sp_table_put(table, (struct sp_span){key, sizeof(key) - 1});
	must(data != NULL);
	memcpy(data, "uvw", 3);
	ok(memcmp(sp_table_find(table, (struct sp_span){key, sizeof(key)}), "xyz", 3) == 0,
		"the longest key, and data of odd length");
	ok(sp_table_key(table, 0).len == sizeof(key) &&
			memcmp(sp_table_key(table, 0).data, key, sizeof(key)) == 0,
		"comes back as it was");
	free(table);
}

static void sizes(void)
{
	ok(sp_table_bytes(1, 0) > sizeof(struct sp_table), "there is always a head and a row");
	ok(sp_table_bytes(SP_TABLE_ROWS_MAX, UINT32_MAX) > (uint64_t) 1 << 61,
		"the largest does not wrap around");
}

/* A walk from row to row sees every key once. */
static uint32_t walked(const struct sp_table *table, const uint64_t *model)
{
	uint32_t seen = 0;

	for (uint32_t at = sp_table_next(table, 0); at < table->rows;
		 at = sp_table_next(table, at + 1)) {
		struct sp_span key = sp_table_key(table, at);

		must(key.len == 1);
		seen += model[key.data[0] - 'a'] == *(const uint64_t *) sp_table_data(table, at);
	}
	return seen;
}

static void agrees(const struct sp_table *table, const uint64_t *model, uint32_t count)
{
	char key[2] = "a";

	must(table->count == count);
	must(walked(table, model) == count);
	for (; key[0] < 'a' + NAMES; key[0]++) {
		must(get(table, key) == model[key[0] - 'a']);
	}
}

/* What a process leaves that was killed: anything but the rows themselves. */
static void tear(struct sp_table *table)
{
	memset(table + 1, 0xFF, ROWS * sizeof(uint32_t));
	table->free = 3;
	table->count = 99;
}

static void beside_a_model(void)
{
	struct sp_table *table = made(ROWS, 8);
	struct sp_table *moved = made(ROWS, 8);
	uint64_t model[NAMES] = {0};
	uint32_t count = 0;
	char key[2] = "a";

	srand(20261129);
	for (uint64_t step = 1; step <= STEPS; step++) {
		struct sp_table *other = moved;
		int name = rand() % NAMES;

		key[0] = (char) ('a' + name);
		if (rand() % 2 == 0) {
			must(sp_table_remove(table, sp_span(key)) == (model[name] != 0));
			count -= model[name] != 0;
			model[name] = 0;
		} else if (model[name] != 0 || count < ROWS) {
			set(table, key, step);
			count += model[name] == 0;
			model[name] = step;
		} else {
			must(sp_table_put(table, sp_span(key)) == NULL);
		}
		agrees(table, model, count);
		if (step % 7 == 0) {
			tear(table);
			sp_table_repair(table);
			agrees(table, model, count);
		}
		if (step % 5 == 0) {
			memset(moved, 0, sp_table_bytes(ROWS, 8));
			sp_table_copy(moved, table);
		} else {
			memcpy(moved, table, sp_table_bytes(ROWS, 8));
		}
		moved = table;
		table = other;
	}
	ok(table->inserts > STEPS / 8 && table->updates > STEPS / 8 && table->removals > STEPS / 8,
		"beside a model, moved at every step, copied at every fifth, torn and repaired at every "
		"seventh");
	free(table);
	free(moved);
}

int main(void)
{
	run(one_row);
	run(full);
	run(long_keys);
	run(sizes);
	run(beside_a_model);
	return check_end();
}
