/* SPDX-License-Identifier: MIT */
/*
 * Bytes that end where memory ends: the page after them is protected, so that a parser that reads
 * one byte too far dies at once, with or without a sanitizer.
 */
#ifndef SP_TESTS_GUARD_H
#define SP_TESTS_GUARD_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/buf.h"

#define GUARD_ROOM ((size_t) 4 << 20) /* longest data for guarded(); a multiple of any page */
#define GUARD_PAGE ((size_t) 64 << 10)

/* What must hold in every test, whatever its subject. If it does not, says where, and ends the
 * program. */
#define must(condition) must_hold((condition), #condition, __FILE__, __LINE__)

static inline void must_hold(int holds, const char *condition, const char *file, int line)
{
	if (!holds) {
		fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
		abort();
	}
}

/* A buffer that cannot grow, as if memory had run out. Its bytes do not exist; never fini it. */
static inline struct sp_buf full_buf(void)
{
	return (struct sp_buf){.len = SIZE_MAX / 2, .cap = SIZE_MAX / 2};
}

/* A writable copy of data, right before the protected page. Valid until the next call. */
static inline char *guarded(const void *data, size_t len)
{
	static char *forbidden;
	char *room;

	if (!forbidden) {
		room = mmap(NULL, GUARD_ROOM + GUARD_PAGE, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		must(room != MAP_FAILED);
		forbidden = room + GUARD_ROOM;
		must(mprotect(forbidden, GUARD_PAGE, PROT_NONE) == 0);
	}
	must(len <= GUARD_ROOM);
	if (len > 0) {
		memcpy(forbidden - len, data, len);
	}
	return forbidden - len;
}

#endif
