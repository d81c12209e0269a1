/* SPDX-License-Identifier: MIT */
/*
 * A file in memory that passes blocks of memory to processes that were not forked: a directory,
 * which says what the blocks are, and the blocks behind it. Linux only.
 */
#ifndef SP_NET_PROCESS_SHARED_FILE_H
#define SP_NET_PROCESS_SHARED_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct sp_shared_file;

struct sp_shared_block {
	const char *layout; /* what it is, in words that are the same if it is the same */
	size_t len;
	bool is_gone; /* it has a number, and no memory */
};

/* Blocks of zeroes, which exist only once they are written to. NULL: *error says why. */
struct sp_shared_file *sp_shared_file_new(
	const struct sp_shared_block *blocks, int count, struct sp_error *error);

/* The one that another process has made: takes the descriptor. NULL: *error says why, and it is
 * closed. */
struct sp_shared_file *sp_shared_file_open(int descriptor, struct sp_error *error);

/* Blocks that are mapped stay so. file may be NULL. */
void sp_shared_file_free(struct sp_shared_file *file);

/* Stays the file's. */
int sp_shared_file_descriptor(const struct sp_shared_file *file);

int sp_shared_file_count(const struct sp_shared_file *file);

/* number: from 0. The layout is the file's. */
struct sp_shared_block sp_shared_file_block(const struct sp_shared_file *file, int number);

/* The memory of one that is not gone, for sp_shared_free(). NULL: *error says why. */
void *sp_shared_file_map(const struct sp_shared_file *file, int number, struct sp_error *error);

#endif
