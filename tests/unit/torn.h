/* SPDX-License-Identifier: MIT */
/*
 * For what lies in memory that processes share, and must survive that any of them is killed: blocks
 * as they were before each write, processes that end before one, and memory that is scribbled over.
 *
 * The .c that is tested is included behind this header. It has a SP_COMPILER_FENCE() before each of
 * its writes: there the test steps in. Its block begins with a struct sp_shared_lock.
 */
#ifndef SP_TESTS_TORN_H
#define SP_TESTS_TORN_H

#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/system.h"
#include "guard.h"
#include "net/loop/shared.h"

static void (*before_write)(void);

#undef SP_COMPILER_FENCE
#define SP_COMPILER_FENCE() (before_write != NULL ? before_write() : (void) 0)

static uint64_t seed = 20261207;

static inline uint32_t below(uint32_t limit)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % limit;
}

/* ---- memory ---- */

/* Zeroes; to be freed with sp_shared_free(). */
static inline void *shared_block(size_t size)
{
	struct sp_error error;
	void *block = sp_shared_new(size, &error);

	must(block != NULL);
	return block;
}

/* The same zeroes at two addresses; to be freed with munmap(). */
static inline void shared_twice(void *blocks[2], size_t size)
{
	FILE *file = tmpfile();

	must(file != NULL && ftruncate(fileno(file), (off_t) size) == 0);
	for (int i = 0; i < 2; i++) {
		blocks[i] = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
		must(blocks[i] != MAP_FAILED);
	}
	fclose(file);
}

/* ---- torn ---- */

#define TORN_MOST 400
#define TORN_WORDS 512

static const void *torn_from;
static size_t torn_size;
static uint64_t torn[TORN_MOST][TORN_WORDS]; /* blocks as they were before each write */
static uint32_t torn_count;

static inline void torn_keep(void)
{
	must(torn_count < TORN_MOST && torn_size <= sizeof(torn[0]));
	memcpy(torn[torn_count++], torn_from, torn_size);
}

/* The block before each write from now on is kept, and those before are forgotten. */
static inline void torn_begin(const void *block, size_t size)
{
	torn_from = block;
	torn_size = size;
	torn_count = 0;
	before_write = torn_keep;
}

static inline void torn_end(void)
{
	before_write = NULL;
}

/* A copy of one that was kept. Its lock is nobody's: that of a block is where the block is. Two may
 * be in use, of different which (0 or 1). */
static inline void *torn_copy(uint32_t number, int which)
{
	static uint64_t copies[2][TORN_WORDS];
	struct sp_shared_lock *lock = (struct sp_shared_lock *) (void *) copies[which];
	struct sp_error error;

	memcpy(copies[which], torn[number], torn_size);
	memset(lock, 0, sizeof(*lock));
	must(sp_shared_lock_init(lock, &error));
	return copies[which];
}

/* ---- several processes ---- */

/* It is killed when it has run, so that no sanitizer looks at what it has. */
static inline pid_t child(void (*run_it)(void *, unsigned), void *block, unsigned number)
{
	pid_t pid = fork();

	must(pid >= 0);
	if (pid == 0) {
		run_it(block, number);
		raise(SIGKILL);
	}
	return pid;
}

/* That child has ended, and nothing was amiss. */
static inline bool child_ended(pid_t pid)
{
	int status;

	if (waitpid(pid, &status, WNOHANG) == 0) {
		return false;
	}
	must(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	return true;
}

static uint32_t writes_left;

static inline void die_in_time(void)
{
	if (writes_left-- == 0) {
		raise(SIGKILL);
	}
}

/* This process is killed before one of its writes, after so many others. */
static inline void die_after(uint32_t writes)
{
	writes_left = writes;
	before_write = die_in_time;
}

/* Lets the others run when this process is in the middle of a change. */
static inline void yield_at_times(void)
{
	if (below(64) == 0) {
		sched_yield();
	}
}

/* ---- scribbled over ---- */

/* Anything at all, behind the lock. */
static inline void scribble(void *block, size_t size)
{
	unsigned char *bytes = block;

	for (size_t at = sizeof(struct sp_shared_lock); at < size; at++) {
		bytes[at] = (unsigned char) (below(2) ? below(256) : below(3));
	}
}

#endif
