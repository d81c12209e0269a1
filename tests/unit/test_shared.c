/* SPDX-License-Identifier: MIT */
/*
 * What processes share: memory, a lock whose holder is killed, a word to sleep on.
 * with: src/net/loop/shared.c
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "guard.h"
#include "net/loop/shared.h"

struct shared {
	struct sp_shared_lock lock;
	uint32_t word;
	uint32_t value;
};

static struct shared *made(void)
{
	struct sp_error error;
	struct shared *shared = sp_shared_new(sizeof(*shared), &error);

	must(shared != NULL && sp_shared_lock_init(&shared->lock, &error));
	return shared;
}

/* Runs a function in a child, which is killed when it returns. */
static pid_t child(void (*run_it)(struct shared *), struct shared *shared)
{
	pid_t pid = fork();

	must(pid >= 0);
	if (pid == 0) {
		run_it(shared);
		raise(SIGKILL);
	}
	return pid;
}

static void change(struct shared *shared)
{
	must(!sp_shared_lock_enter(&shared->lock));
	shared->value = 7;
	sp_shared_lock_leave(&shared->lock);
}

static void change_half(struct shared *shared)
{
	sp_shared_lock_enter(&shared->lock);
	shared->value = 8;
}

static void locks(void)
{
	struct shared *shared = made();

	waitpid(child(change, shared), NULL, 0);
	ok(!sp_shared_lock_enter(&shared->lock) && shared->value == 7, "a child's change is seen");
	sp_shared_lock_leave(&shared->lock);
	waitpid(child(change_half, shared), NULL, 0);
	ok(sp_shared_lock_enter(&shared->lock), "the next one is told of a holder that was killed");
	ok(shared->value == 8, "and sees what it left");
	sp_shared_lock_leave(&shared->lock);
	ok(!sp_shared_lock_enter(&shared->lock), "once");
	sp_shared_lock_leave(&shared->lock);
	sp_shared_free(shared, sizeof(*shared));
}

static void call(struct shared *shared)
{
	__atomic_store_n(&shared->word, 1, __ATOMIC_SEQ_CST);
	sp_word_wake(&shared->word, 1);
}

static void words(void)
{
	struct shared *shared = made();
	pid_t pid;

	ok(!sp_word_sleep(&shared->word, 1, 60000), "another value: it does not sleep");
	ok(!sp_word_sleep(&shared->word, 0, 1), "nobody calls: until the time is over");
	pid = child(call, shared);
	while (__atomic_load_n(&shared->word, __ATOMIC_SEQ_CST) == 0) {
		sp_word_sleep(&shared->word, 0, 60000);
	}
	ok(true, "a child's call ends the sleep");
	waitpid(pid, NULL, 0);
	sp_shared_free(shared, sizeof(*shared));
}

static void no_memory(void)
{
	struct sp_error error = {0};

	ok(sp_shared_new((size_t) 1 << 60, &error) == NULL && error.code != 0,
		"more than there is: an error");
	sp_shared_free(NULL, 0);
}

int main(void)
{
	run(locks);
	run(words);
	run(no_memory);
	return check_end();
}
