/* SPDX-License-Identifier: MIT */
#include "net/loop/resolver.h"

#include <dlfcn.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/fork.h"

struct sp_resolver {
	struct event *event;
	int fd; /* where the thread's answer arrives */
	void (*done)(void *arg, const struct sp_resolved *resolved);
	void *arg;
	struct sp_fork_watch forks;
};

/* Owned by the thread, which shares nothing but the socket with the loop. */
struct question {
	int fd;
	int port;
	char host[];
};

static void look_up(const struct question *question, struct sp_resolved *resolved)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_family = AF_UNSPEC};
	struct addrinfo *found = NULL;
	char port[16];

	snprintf(port, sizeof(port), "%d", question->port);
	resolved->error = getaddrinfo(question->host, port, &hints, &found);
	for (struct addrinfo *at = found;
		 resolved->error == 0 && at != NULL && resolved->count < SP_RESOLVED_MAX;
		 at = at->ai_next) {
		memcpy(&resolved->at[resolved->count].addr, at->ai_addr, at->ai_addrlen);
		resolved->at[resolved->count++].len = at->ai_addrlen;
	}
	if (found != NULL) {
		freeaddrinfo(found);
	}
}

static void *run(void *arg)
{
	struct question *question = arg;
	struct sp_resolved resolved;

	memset(&resolved, 0, sizeof(resolved));
	look_up(question, &resolved);
	/* The socket is empty, so one call sends it all. */
	if (send(question->fd, &resolved, sizeof(resolved), MSG_NOSIGNAL) < 0) {
		/* the resolver was freed: nobody waits for the answer */
	}
	close(question->fd);
	free(question);
	return NULL;
}

static void on_answer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_resolver *resolver = arg;
	struct sp_resolved resolved;

	(void) what;
	memset(&resolved, 0, sizeof(resolved));
	if (recv(fd, &resolved, sizeof(resolved), MSG_WAITALL) != (ssize_t) sizeof(resolved)) {
		memset(&resolved, 0, sizeof(resolved));
		resolved.error = EAI_FAIL;
	}
	resolver->done(resolver->arg, &resolved);
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

/* Takes the question. */
static bool start_thread(struct question *question)
{
	sigset_t all, before;
	pthread_t thread;
	bool started;

	stay_loaded();
	/* The thread starts with all signals blocked: they are for the loop's thread. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	started = pthread_create(&thread, NULL, run, question) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started) {
		pthread_detach(thread);
	} else {
		close(question->fd);
		free(question);
	}
	return started;
}

/* There is no thread there. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_resolver *resolver = SP_CONTAINER(watch, struct sp_resolver, forks);

	close(resolver->fd);
	resolver->fd = -1;
}

struct sp_resolver *sp_resolver_new(struct sp_loop *loop, const char *host, int port,
	void (*done)(void *arg, const struct sp_resolved *resolved), void *arg, struct sp_error *error)
{
	struct sp_resolver *resolver = calloc(1, sizeof(*resolver));
	struct question *question = malloc(sizeof(*question) + strlen(host) + 1);
	int ends[2] = {-1, -1};

	if (resolver == NULL || question == NULL || !sp_socket_pair(ends)) {
		sp_error_set(error, errno, "cannot look up %s: %s", host, strerror(errno));
		free(resolver);
		free(question);
		return NULL;
	}
	question->fd = ends[1];
	question->port = port;
	strcpy(question->host, host);
	resolver->fd = ends[0];
	resolver->done = done;
	resolver->arg = arg;
	sp_fork_watch(&resolver->forks, renounce);
	resolver->event = event_new(loop->base, resolver->fd, EV_READ, on_answer, resolver);
	if (resolver->event == NULL || event_add(resolver->event, NULL) != 0) {
		close(question->fd);
		free(question);
		question = NULL;
	}
	if (question == NULL || !start_thread(question)) {
		sp_error_set(error, ENOMEM, "cannot look up %s: out of memory", host);
		sp_resolver_free(resolver);
		return NULL;
	}
	return resolver;
}

void sp_resolver_free(struct sp_resolver *resolver)
{
	if (resolver == NULL) {
		return;
	}
	if (resolver->event != NULL) {
		event_free(resolver->event);
	}
	sp_fork_unwatch(&resolver->forks);
	if (resolver->fd >= 0) {
		close(resolver->fd);
	}
	free(resolver);
}
