/* SPDX-License-Identifier: MIT */
#include "net/loop/job.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/fork.h"

enum state {
	WORKING,   /* work has returned -> FINISHED, the job was freed -> ABANDONED */
	FINISHED,  /* the owner frees the data */
	ABANDONED, /* the thread does */
};

/* Lives until both have let go of it. */
struct shared {
	struct sp_job_task task;
	int state; /* enum state; atomic */
	int fd;    /* the thread's end: a byte comes through it when work has returned */
};

struct sp_job {
	struct shared *shared;
	struct event *event;
	struct sp_fork_watch forks;
	int fd; /* readable when work has returned; -1: this is a child, without the thread */
	void (*done)(void *arg, void *data);
	void *arg;
};

static int running; /* threads; atomic */

static void free_shared(struct shared *shared)
{
	shared->task.free(shared->task.data);
	free(shared);
}

static void *run(void *arg)
{
	struct shared *shared = arg;
	int fd = shared->fd;

	shared->task.work(shared->task.data);
	__atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
	if (__atomic_exchange_n(&shared->state, FINISHED, __ATOMIC_ACQ_REL) == ABANDONED) {
		free_shared(shared);
	}
	/* From here on the loop may free what is shared. A byte, and not the end of the stream alone: a
	 * child may hold a copy of this end. */
	if (send(fd, "", 1, MSG_NOSIGNAL) < 0) {
		/* the job was freed: nobody waits for it */
	}
	close(fd);
	return NULL;
}

static void on_finished(evutil_socket_t fd, short what, void *arg)
{
	struct sp_job *job = arg;

	(void) fd;
	(void) what;
	job->done(job->arg, job->shared->task.data);
}

/* PHP unloads this code at its end, while a thread may still be running it. */
static void stay_loaded(void)
{
	Dl_info own;

	if (dladdr((void *) (uintptr_t) run, &own) != 0 && own.dli_fname != NULL) {
		/* The handle is never closed: that keeps the code loaded. */
		(void) dlopen(own.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
	}
}

static bool start_thread(struct shared *shared)
{
	sigset_t all, before;
	pthread_t thread;
	bool started;

	if (__atomic_add_fetch(&running, 1, __ATOMIC_RELAXED) > SP_JOBS_MAX) {
		__atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
		errno = EAGAIN;
		return false;
	}
	stay_loaded();
	/* The thread starts with all signals blocked: they are for the loop's thread. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	started = pthread_create(&thread, NULL, run, shared) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started) {
		pthread_detach(thread);
	} else {
		__atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
	}
	return started;
}

/* There is no thread in a child. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_job *job = SP_CONTAINER(watch, struct sp_job, forks);

	close(job->fd);
	job->fd = -1;
}

struct sp_job *sp_job_new(struct sp_loop *loop, const struct sp_job_task *task,
	void (*done)(void *arg, void *data), void *arg, struct sp_error *error)
{
	struct sp_job *job = calloc(1, sizeof(*job));
	struct shared *shared = calloc(1, sizeof(*shared));
	int ends[2] = {-1, -1};

	if (job != NULL && shared != NULL && sp_socket_pair(ends)) {
		shared->task = *task;
		shared->fd = ends[1];
		*job = (struct sp_job){.shared = shared, .fd = ends[0], .done = done, .arg = arg};
		job->event = event_new(loop->base, job->fd, EV_READ, on_finished, job);
		if (job->event != NULL && event_add(job->event, NULL) == 0 && start_thread(shared)) {
			sp_fork_watch(&job->forks, renounce);
			return job;
		}
	}
	sp_error_set(error, errno, "cannot start a thread: %s",
		errno == EAGAIN ? "too many run already" : strerror(errno));
	if (job != NULL && job->event != NULL) {
		event_free(job->event);
	}
	if (ends[0] >= 0) {
		close(ends[0]);
		close(ends[1]);
	}
	task->free(task->data);
	free(shared);
	free(job);
	return NULL;
}

void sp_job_free(struct sp_job *job)
{
	if (job == NULL) {
		return;
	}
	sp_fork_unwatch(&job->forks);
	event_free(job->event);
	if (job->fd >= 0) {
		close(job->fd);
	}
	if (__atomic_exchange_n(&job->shared->state, ABANDONED, __ATOMIC_ACQ_REL) == FINISHED) {
		free_shared(job->shared);
	}
	free(job);
}
