/* SPDX-License-Identifier: MIT */
#include "net/loop/shared.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#endif

void *sp_shared_new(size_t len, struct sp_error *error)
{
	void *memory =
		mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (memory == MAP_FAILED) {
		sp_error_set(error, errno, "no shared memory: %s", strerror(errno));
		return NULL;
	}
	return memory;
}

void sp_shared_free(void *memory, size_t len)
{
	if (memory != NULL) {
		munmap(memory, len);
	}
}

bool sp_shared_lock_init(struct sp_shared_lock *lock, struct sp_error *error)
{
	pthread_mutexattr_t attr;
	int failure;

	pthread_mutexattr_init(&attr);
	pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
#ifndef __APPLE__
	pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST);
#endif
	failure = pthread_mutex_init(&lock->mutex, &attr);
	pthread_mutexattr_destroy(&attr);
	if (failure != 0) {
		sp_error_set(error, failure, "no lock between processes: %s", strerror(failure));
	}
	return failure == 0;
}

bool sp_shared_lock_enter(struct sp_shared_lock *lock)
{
	bool orphaned = pthread_mutex_lock(&lock->mutex) == EOWNERDEAD;

#ifndef __APPLE__
	if (orphaned) {
		pthread_mutex_consistent(&lock->mutex);
	}
#endif
	return orphaned;
}

void sp_shared_lock_leave(struct sp_shared_lock *lock)
{
	pthread_mutex_unlock(&lock->mutex);
}

#define MS_PER_S 1000
#define NS_PER_MS 1000000

bool sp_word_sleep(uint32_t *word, uint32_t value, uint64_t timeout_ms)
{
	struct timespec timeout = {
		(time_t) (timeout_ms / MS_PER_S), (long) (timeout_ms % MS_PER_S * NS_PER_MS)};

#ifdef __linux__
	return syscall(SYS_futex, word, FUTEX_WAIT, value, &timeout, NULL, 0) == 0;
#else
	/* In steps: whoever waits looks at the word again each time. */
	struct timespec step = {0, NS_PER_MS};

	if (__atomic_load_n(word, __ATOMIC_SEQ_CST) == value) {
		nanosleep(timeout_ms > 1 ? &step : &timeout, NULL);
	}
	return false;
#endif
}

void sp_word_wake(uint32_t *word, int count)
{
#ifdef __linux__
	syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0);
#else
	(void) word;
	(void) count;
#endif
}
