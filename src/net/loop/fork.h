/* SPDX-License-Identifier: MIT */
/*
 * Which process a thing belongs to. A child that the script forks has a copy of all that its
 * parent's server has, and shares the descriptors: what the child closed in order, deleted or wrote
 * would be the parent's. So a thing belongs to the process that made it, and its copy in a child is
 * given up in fork(2) itself. Daemonizing is the one fork after which the child goes on as the
 * owner.
 *
 * Processes that vfork(2) or posix_spawn(3) starts run another program at once: nothing is given up
 * in those, and descriptors are closed as they begin (O_CLOEXEC).
 */
#ifndef SP_NET_LOOP_FORK_H
#define SP_NET_LOOP_FORK_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/queue.h"

/* The process that made a thing, and what it had forked by then. */
struct sp_owner {
	unsigned generation;
	unsigned forks;
};

/* Part of a thing that has descriptors. */
struct sp_fork_watch {
	struct sp_link link; /* of the thread's; alone: not watched */
	void (*renounce)(struct sp_fork_watch *watch);
};

/* Forks are noticed from the first call on. */
void sp_owner_take(struct sp_owner *owner);

/* False: this is a child that was forked since. */
bool sp_owner_is_us(const struct sp_owner *owner);

/* This is the owner, and no child of it has a copy. */
bool sp_owner_is_alone(const struct sp_owner *owner);

/*
 * From now on renounce() is called in each child that this thread forks, before fork(2) returns
 * there. It may close descriptors and change memory, and must see to it that nobody uses the
 * numbers of those descriptors any more: the child's next files have them.
 * watch: zeroed at first.
 */
void sp_fork_watch(struct sp_fork_watch *watch, void (*renounce)(struct sp_fork_watch *watch));

/* No effect if it is not watched. */
void sp_fork_unwatch(struct sp_fork_watch *watch);

/* fork(2), after which the child owns all that was the parent's, and nothing is given up. */
pid_t sp_fork_go_on(void);

/* There is no such process any more, or only its status is left for its parent to ask for. */
bool sp_process_has_ended(pid_t pid);

/*
 * A right that one process at most may take, of all that have a copy: it lies in memory that they
 * share. NULL: *error says why.
 */
struct sp_claim *sp_claim_new(struct sp_error *error);
void sp_claim_free(struct sp_claim *claim);

/* False: it was taken before, here or in another process. */
bool sp_claim_take(struct sp_claim *claim);
void sp_claim_give_back(struct sp_claim *claim);

#endif
