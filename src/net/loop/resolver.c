/* SPDX-License-Identifier: MIT */
#include "net/loop/resolver.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/loop/job.h"

struct sp_resolver {
	struct sp_job *job;
	void (*done)(void *arg, const struct sp_resolved *resolved);
	void *arg;
};

/* The thread's while it looks. */
struct question {
	struct sp_resolved resolved;
	int port;
	char host[];
};

static void look_up(void *data)
{
	struct question *question = data;
	struct sp_resolved *resolved = &question->resolved;
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

static void on_looked_up(void *arg, void *data)
{
	struct sp_resolver *resolver = arg;
	const struct sp_resolved resolved = ((struct question *) data)->resolved;

	resolver->done(resolver->arg, &resolved); /* may free the resolver, and the question with it */
}

struct sp_resolver *sp_resolver_new(struct sp_loop *loop, const char *host, int port,
	void (*done)(void *arg, const struct sp_resolved *resolved), void *arg, struct sp_error *error)
{
	struct sp_resolver *resolver = calloc(1, sizeof(*resolver));
	struct question *question = calloc(1, sizeof(*question) + strlen(host) + 1);
	const struct sp_job_task task = {look_up, free, question};
	struct sp_error why = {0};

	if (resolver == NULL || question == NULL) {
		sp_error_set(error, ENOMEM, "cannot look up %s: out of memory", host);
		free(resolver);
		free(question);
		return NULL;
	}
	question->port = port;
	strcpy(question->host, host);
	resolver->done = done;
	resolver->arg = arg;
	resolver->job = sp_job_new(loop, &task, on_looked_up, resolver, &why);
	if (resolver->job == NULL) {
		sp_error_set(error, why.code, "cannot look up %s: %s", host, why.text);
		free(resolver);
		/* cppcheck-suppress memleak ; the job has taken the question in any case */
		return NULL;
	}
	/* cppcheck-suppress memleak */
	return resolver;
}

void sp_resolver_free(struct sp_resolver *resolver)
{
	if (resolver != NULL) {
		sp_job_free(resolver->job);
		free(resolver);
	}
}
