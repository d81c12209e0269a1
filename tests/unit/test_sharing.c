/* SPDX-License-Identifier: MIT */
/*
 * What a script makes before it starts, in the process that supervises and in a worker that has
 * nothing but the descriptor.
 * with: src/net/process/sharing.c src/net/process/shared_file.c
 * with: src/net/process/channel.c
 * with: src/net/loop/fork.c src/net/loop/shared.c
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "guard.h"
#include "net/process/channel.h"
#include "net/process/sharing.h"

static bool copy_next(void *to, void *from, struct sp_error *error)
{
	(void) error;
	*(int *) to = *(int *) from + 1;
	return true;
}

static bool copy_fails(void *to, void *from, struct sp_error *error)
{
	(void) to;
	(void) from;
	sp_error_set(error, EIO, "it cannot be copied");
	return false;
}

static const struct sp_sharing_kind small = {sizeof(int), "small", NULL};
static const struct sp_sharing_kind large = {100000, "large", NULL};
static const struct sp_sharing_kind next = {sizeof(int), "next", copy_next};
static const struct sp_sharing_kind broken = {sizeof(int), "broken", copy_fails};

static int *made(const struct sp_sharing_kind *kind, bool is_new)
{
	struct sp_error error;
	bool as_said;
	int *memory = sp_sharing_new(kind, &as_said, &error);

	must(memory != NULL && as_said == is_new);
	return memory;
}

/* Runs the script in a worker, which gets what sp_sharing_begin() has made. True: it was content.
 */
static bool worker(bool (*script)(void))
{
	struct sp_message message;
	int ends[2], descriptor, status;
	pid_t pid;

	must(sp_channel_new(ends) && sp_sharing_send(ends[0]));
	pid = fork();
	if (pid == 0) {
		sp_sharing_end();
		if (sp_channel_receive(ends[1], false, &message, &descriptor) != SP_CHANNEL_MESSAGE) {
			descriptor = -1;
		}
		sp_sharing_attach(descriptor);
		_exit(script() ? 0 : 1);
	}
	close(ends[0]);
	close(ends[1]);
	waitpid(pid, &status, 0);
	return status == 0;
}

static bool same_script(void)
{
	struct sp_error error;
	int *one = made(&small, false), *gone = made(&small, true);
	int *two = made(&large, false), *three = made(&next, false);
	bool found = *one == 7 && *gone == 0 && two[20000] == 8 && *three == 10;

	(*one)++;
	two[20001] = 5;
	*gone = 1;
	sp_sharing_free(gone, small.len);
	if (!sp_sharing_complete(&error)) {
		return false;
	}
	sp_sharing_close();
	return found && *made(&small, true) == 0;
}

static void one_and_two_workers(void)
{
	struct sp_error error;
	int *one = made(&small, true), *gone = made(&small, true);
	int *two = made(&large, true), *three = made(&next, true);

	*one = 7;
	two[20000] = 8;
	*three = 9;
	sp_sharing_free(gone, small.len);
	ok(sp_sharing_begin(&error) && sp_sharing_begin(&error), "it begins, and once");
	sp_sharing_close();
	ok(*one == 7 && two[20000] == 8 && *three == 10, "what was there has moved, at its address");
	ok(worker(same_script), "a worker finds it by number, and what is gone is its own");
	ok(*one == 8 && two[20001] == 5, "what a worker has written is seen");
	*one = 7;
	ok(worker(same_script), "the next one finds it, too");
	ok(*made(&small, true) == 0, "what is made after the start is new");
	sp_sharing_free(one, small.len);
	sp_sharing_free(two, large.len);
	sp_sharing_free(three, next.len);
	sp_sharing_end();
}

/* It fails, with that text, and goes on failing. */
static bool refuses(const struct sp_sharing_kind *kind, const char *text)
{
	struct sp_error error = {0}, again = {0};
	bool is_new;

	return sp_sharing_new(kind, &is_new, &error) == NULL && error.code == EPROTO &&
		   strcmp(error.text, text) == 0 && sp_sharing_new(&small, &is_new, &again) == NULL &&
		   !sp_sharing_complete(&again) && strcmp(again.text, text) == 0;
}

static bool another_kind(void)
{
	return refuses(&large,
		"of the Tables, Atomics and Locks made before start(), number 1 is now \"large\", and "
		"was \"small\" when the server was started: restart it");
}

static bool another_length(void)
{
	const struct sp_sharing_kind kind = {2, "small", NULL};
	struct sp_error error;
	bool is_new;

	return sp_sharing_new(&kind, &is_new, &error) == NULL;
}

#define FIFTY "fifty bytes that are the same, and a last column: "

static bool another_end(void)
{
	const struct sp_sharing_kind kind = {4, FIFTY "name string 64", NULL};

	made(&small, false);
	return refuses(&kind,
		"of the Tables, Atomics and Locks made before start(), number 2 is now \"... 64\", and "
		"was \"... 32\" when the server was started: restart it");
}

static bool more(void)
{
	const struct sp_sharing_kind second = {4, FIFTY "name string 32", NULL};

	made(&small, false);
	made(&second, false);
	return refuses(&small,
		"the script makes more Tables, Atomics and Locks before start() than when the server was "
		"started (2): restart it, or make them in WorkerStart if each process is to have "
		"its own");
}

static bool fewer(void)
{
	struct sp_error error;

	made(&small, false);
	return !sp_sharing_complete(&error) &&
		   strcmp(error.text,
			   "the script makes 1 Tables, Atomics and Locks before start(), and made 2 when the "
			   "server was started: restart it") == 0;
}

static void another_script(void)
{
	const struct sp_sharing_kind second = {4, FIFTY "name string 32", NULL};
	struct sp_error error;
	int *one = made(&small, true), *two = made(&second, true);

	must(sp_sharing_begin(&error));
	ok(worker(another_kind), "another kind");
	ok(worker(another_length), "another length");
	ok(worker(another_end), "a long layout: where it differs");
	ok(worker(more), "more");
	ok(worker(fewer), "fewer");
	sp_sharing_free(one, small.len);
	sp_sharing_free(two, second.len);
	sp_sharing_end();
}

static bool any(void)
{
	struct sp_error error;
	bool is_new;

	return sp_sharing_complete(&error) && sp_sharing_new(&small, &is_new, &error) == NULL;
}

static bool in_a_child(void)
{
	struct sp_error error;
	int status;
	pid_t pid;

	made(&small, false);
	pid = fork();
	if (pid == 0) {
		_exit(*made(&large, true) != 0 || !sp_sharing_complete(&error));
	}
	waitpid(pid, &status, 0);
	return status == 0;
}

static void edges(void)
{
	struct sp_error error;
	int *last = NULL, *one;

	ok(sp_sharing_begin(&error) && worker(any), "nothing was made: a worker may make nothing");
	one = made(&broken, true);
	*one = 5;
	ok(!sp_sharing_begin(&error) && error.code == EIO && *one == 5, "it cannot move: it stays");
	sp_sharing_free(one, broken.len);
	sp_sharing_end();
	one = made(&small, true);
	must(sp_sharing_begin(&error));
	ok(worker(in_a_child), "a worker's child has its own");
	sp_sharing_free(one, small.len);
	sp_sharing_end();
	for (int i = 0; i <= SP_SHARING_MAX; i++) {
		sp_sharing_free(last, small.len);
		last = made(&small, true);
	}
	ok(!sp_sharing_begin(&error) && error.code == E2BIG, "too many");
	sp_sharing_free(last, small.len);
	sp_sharing_end();
}

int main(void)
{
	run(one_and_two_workers);
	run(another_script);
	run(edges);
	return check_end();
}
