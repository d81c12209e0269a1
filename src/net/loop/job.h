/* SPDX-License-Identifier: MIT */
/*
 * Work that blocks (names, files, commands), in a thread of its own, so that the loop goes on.
 */
#ifndef SP_NET_LOOP_JOB_H
#define SP_NET_LOOP_JOB_H

#include "base/error.h"
#include "net/loop/loop.h"

#define SP_JOBS_MAX 64 /* at once, in the process */

struct sp_job;

/* What the thread and the loop hand to each other: belongs to the thread while work runs, and to
 * the owner of the job afterwards. */
struct sp_job_task {
	void (*work)(void *data); /* in the thread; nothing of PHP, and no global of ours */
	void (*free)(void *data); /* in the loop or the thread, whichever is last */
	void *data;
};

/* Begins. done is called once, from the loop, unless the job is freed before; it may free the job.
 * Takes task->data in any case. NULL: *error says why. */
struct sp_job *sp_job_new(struct sp_loop *loop, const struct sp_job_task *task,
	void (*done)(void *arg, void *data), void *arg, struct sp_error *error);

/* Frees it, and its data as soon as the thread has done with it. NULL is fine. */
void sp_job_free(struct sp_job *job);

#endif
