/* SPDX-License-Identifier: MIT */
#include "net/loop/fork.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/shared.h"

struct sp_claim {
	atomic_flag taken;
};

static unsigned generation; /* rises in each child */
static unsigned forks;      /* rises at each fork, in both processes */
static bool goes_on;        /* the fork under way is sp_fork_go_on()'s */

/* In a child only the thread that forked is left, so only its things can be used there. */
static _Thread_local struct sp_link watches;

static struct sp_link *all_watches(void)
{
	if (watches.next == NULL) {
		sp_link_init(&watches);
	}
	return &watches;
}

static void in_parent(void)
{
	forks += !goes_on;
}

/* Only what a signal handler may do: the parent may have had other threads. */
static void in_child(void)
{
	struct sp_link *list = all_watches();
	struct sp_link *link;

	if (goes_on) {
		return;
	}
	generation++;
	forks++;
	while ((link = sp_list_shift(list)) != NULL) {
		struct sp_fork_watch *watch = SP_CONTAINER(link, struct sp_fork_watch, link);

		watch->renounce(watch);
	}
}

static void notice(void)
{
	pthread_atfork(NULL, in_parent, in_child);
}

void sp_owner_take(struct sp_owner *owner)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, notice);
	*owner = (struct sp_owner){generation, forks};
}

bool sp_owner_is_us(const struct sp_owner *owner)
{
	return owner->generation == generation;
}

bool sp_owner_is_alone(const struct sp_owner *owner)
{
	return sp_owner_is_us(owner) && owner->forks == forks;
}

void sp_fork_watch(struct sp_fork_watch *watch, void (*renounce)(struct sp_fork_watch *watch))
{
	sp_fork_unwatch(watch);
	watch->renounce = renounce;
	sp_link_init(&watch->link);
	sp_list_append(all_watches(), &watch->link);
}

void sp_fork_unwatch(struct sp_fork_watch *watch)
{
	if (watch->link.next != NULL) {
		sp_link_remove(&watch->link);
	}
}

pid_t sp_fork_go_on(void)
{
	pid_t child;

	goes_on = true;
	child = fork();
	goes_on = false;
	return child;
}

struct sp_claim *sp_claim_new(struct sp_error *error)
{
	struct sp_claim *claim = sp_shared_new(sizeof(*claim), error);

	if (claim != NULL) {
		atomic_flag_clear(&claim->taken);
	}
	return claim;
}

void sp_claim_free(struct sp_claim *claim)
{
	sp_shared_free(claim, sizeof(*claim));
}

bool sp_claim_take(struct sp_claim *claim)
{
	return !atomic_flag_test_and_set(&claim->taken);
}

void sp_claim_give_back(struct sp_claim *claim)
{
	atomic_flag_clear(&claim->taken);
}

/* It has ended, and its parent has not asked for its status yet. Only Linux tells; elsewhere such a
 * process counts as running. */
static bool is_zombie(pid_t pid)
{
	char path[64], text[512];
	const char *state;
	ssize_t len;
	int fd;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long) pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		return false;
	}
	len = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[len > 0 ? len : 0] = '\0';
	state = strrchr(text, ')'); /* "123 (name) Z ...", and the name may hold anything */
	return state != NULL && (strncmp(state, ") Z", 3) == 0 || strncmp(state, ") X", 3) == 0);
}

bool sp_process_has_ended(pid_t pid)
{
	return kill(pid, 0) == 0 ? is_zombie(pid) : errno == ESRCH;
}
