/* SPDX-License-Identifier: MIT */
/*
 * The state file holds one decimal number: a counter that no id has reached yet. It moves ahead in
 * large steps, so that no id repeats after a crash and a connection costs no write.
 */
#include "net/conn/id.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "net/loop/log.h"

#define SECONDS_2025 1735689600 /* 2025-01-01 00:00:00 UTC */
#define TICKS_PER_S 16384u
#define NS_PER_TICK (1000000000u / TICKS_PER_S + 1)
#define RESERVE_STEP ((uint64_t) 1 << 20)
#define COUNTER_MASK (((uint64_t) 1 << SP_ID_COUNTER_BITS) - 1)

static uint64_t clock_counter(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	if (now.tv_sec < SECONDS_2025) {
		return 1;
	}
	return (uint64_t) (now.tv_sec - SECONDS_2025) * TICKS_PER_S +
		   (uint64_t) now.tv_nsec / NS_PER_TICK + 1;
}

/* 0 if it is empty. False: it cannot be read, or (errno is EINVAL) it holds something else. */
static bool read_state(const struct sp_ids *ids, uint64_t *counter)
{
	char text[32] = "";

	if (pread(ids->state_fd, text, sizeof(text) - 1, 0) < 0) {
		return false;
	}
	errno = EINVAL;
	*counter = strtoull(text, NULL, 10);
	return strspn(text, "0123456789\n") == strlen(text);
}

static bool write_state(const struct sp_ids *ids, uint64_t counter)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%020" PRIu64 "\n", counter);

	return pwrite(ids->state_fd, text, (size_t) len, 0) == len;
}

static bool open_state(struct sp_ids *ids, const char *path, struct sp_error *error)
{
	ids->state_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (ids->state_fd >= 0 && read_state(ids, &ids->next)) {
		return true;
	}
	if (ids->state_fd >= 0 && errno == EINVAL) {
		sp_error_set(error, EINVAL,
			"state_file \"%s\" was not written by SeatPush: it should hold one number", path);
	} else {
		sp_error_set(error, errno, "cannot use state_file \"%s\": %s", path, strerror(errno));
	}
	return false;
}

bool sp_ids_start(struct sp_ids *ids, unsigned node, const char *state_file, struct sp_error *error)
{
	uint64_t now;

	ids->node = node;
	ids->state_fd = -1;
	ids->next = 0;
	ids->reserved = 0;
	if (state_file != NULL && !open_state(ids, state_file, error)) {
		if (ids->state_fd >= 0) {
			close(ids->state_fd);
			ids->state_fd = -1;
		}
		return false;
	}
	now = clock_counter();
	if (ids->next < now) {
		ids->next = now;
	}
	return true;
}

void sp_ids_stop(struct sp_ids *ids)
{
	uint64_t counter;

	if (ids->state_fd < 0) {
		return;
	}
	flock(ids->state_fd, LOCK_EX);
	if (ids->reserved != 0 && read_state(ids, &counter) && counter == ids->reserved) {
		write_state(ids, ids->next); /* nobody has taken ids above, so the rest is given back */
	}
	sp_ids_renounce(ids);
}

void sp_ids_renounce(struct sp_ids *ids)
{
	if (ids->state_fd >= 0) {
		close(ids->state_fd);
		ids->state_fd = -1;
	}
}

/* Takes the next step for this process alone: while a worker replaces another one, both use the
 * file. */
static void reserve(struct sp_ids *ids)
{
	uint64_t counter;

	flock(ids->state_fd, LOCK_EX);
	if (read_state(ids, &counter) && counter > ids->next) {
		ids->next = counter;
	}
	ids->reserved = ids->next + RESERVE_STEP;
	if (!write_state(ids, ids->reserved)) {
		sp_log(SP_LOG_WARNING, "cannot write the state_file: %s", strerror(errno));
	}
	flock(ids->state_fd, LOCK_UN);
}

int64_t sp_ids_next(struct sp_ids *ids)
{
	uint64_t counter;

	if (ids->state_fd >= 0 && ids->next >= ids->reserved) {
		reserve(ids);
	}
	counter = ids->next++;
	return (int64_t) (((uint64_t) ids->node << SP_ID_COUNTER_BITS) | (counter & COUNTER_MASK));
}
