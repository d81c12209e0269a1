/* SPDX-License-Identifier: MIT */
/*
 * A hash table from id to connection: open addressing, 8 bytes a slot, at most two thirds full. A
 * multiplication spreads the ids, so that consecutive ones do not cluster. A slot points to the
 * part of a connection that topics know, which begins with the id.
 */
#ifndef SP_NET_CONN_TABLE_H
#define SP_NET_CONN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sp_member;

struct sp_conn_table {
	struct sp_member **slots; /* NULL: free */
	uint32_t mask;            /* number of slots - 1; that number is a power of two */
	uint32_t shift;           /* 64 - number of bits in mask */
	uint32_t count;
};

/* False: out of memory. */
bool sp_conn_table_init(struct sp_conn_table *table);
void sp_conn_table_fini(struct sp_conn_table *table);

/* Adds member, which stays the caller's, under member->id, which must not be in the table. False:
 * out of memory. */
bool sp_conn_table_add(struct sp_conn_table *table, struct sp_member *member);

/* NULL: not there. */
struct sp_member *sp_conn_table_find(const struct sp_conn_table *table, int64_t id);

/* No effect if it is not there. */
void sp_conn_table_remove(struct sp_conn_table *table, int64_t id);

#endif
