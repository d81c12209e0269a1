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

static bool open_state(
	struct sp_ids *ids, const char *path, uint64_t *counter, struct sp_error *error)
{
	ids->state_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (ids->state_fd >= 0 && read_state(ids, counter)) {
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

static struct sp_id_counter *counter_of(struct sp_ids *ids)
{
	return ids->roll != NULL ? sp_roll_counter(ids->roll) : &ids->own;
}

/* The clock counts where nobody has counted yet. */
static void raise_to(struct sp_ids *ids, uint64_t least)
{
	struct sp_id_counter *counter = counter_of(ids);
	uint64_t now = clock_counter();

	if (counter->next == 0) {
		counter->next = now;
	}
	if (counter->next < least) {
		counter->next = least;
	}
}

bool sp_ids_start(struct sp_ids *ids, unsigned node, struct sp_roll *roll, const char *state_file,
	struct sp_error *error)
{
	uint64_t least = 0;

	*ids = (struct sp_ids){.node = node, .roll = roll, .state_fd = -1};
	if (state_file != NULL && !open_state(ids, state_file, &least, error)) {
		sp_ids_renounce(ids);
		return false;
	}
	if (roll != NULL) {
		sp_roll_enter(roll);
	}
	raise_to(ids, least);
	if (roll != NULL) {
		sp_roll_leave(roll);
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
	if (ids->own.reserved != 0 && read_state(ids, &counter) && counter == ids->own.reserved) {
		write_state(ids, ids->own.next); /* nobody has taken ids above, so the rest is given back */
	}
	sp_ids_renounce(ids);
}

void sp_ids_renounce(struct sp_ids *ids)
{
	if (ids->state_fd >= 0) {
		close(ids->state_fd);
		ids->state_fd = -1;
	}
	ids->roll = NULL;
}

/* Takes the next step for those that use this counter alone: others may use the file as well. */
static void reserve(struct sp_ids *ids, struct sp_id_counter *counter)
{
	uint64_t taken;

	flock(ids->state_fd, LOCK_EX);
	if (read_state(ids, &taken) && taken > counter->next) {
		counter->next = taken;
	}
	counter->reserved = counter->next + RESERVE_STEP;
	if (!write_state(ids, counter->reserved)) {
		sp_log(SP_LOG_WARNING, "cannot write the state_file: %s", strerror(errno));
	}
	flock(ids->state_fd, LOCK_UN);
}

int64_t sp_ids_next(struct sp_ids *ids)
{
	struct sp_id_counter *counter = counter_of(ids);
	uint64_t taken;

	if (ids->state_fd >= 0 && counter->next >= counter->reserved) {
		reserve(ids, counter);
	}
	taken = counter->next++;
	return (int64_t) (((uint64_t) ids->node << SP_ID_COUNTER_BITS) | (taken & COUNTER_MASK));
}

uint64_t sp_ids_counter(const struct sp_ids *ids)
{
	return ids->roll != NULL ? sp_roll_counter(ids->roll)->next : ids->own.next;
}
