/* SPDX-License-Identifier: MIT */
#include "net/process/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "net/loop/fork.h"
#include "net/loop/log.h"
#include "net/process/launch.h"

#define ENDS_AT_ONCE 70 /* exit status: the supervisor is gone (EX_SOFTWARE) */

struct passed_port {
	struct sp_message as; /* what was asked for */
	int descriptor;       /* -1: taken */
};

static struct {
	pid_t pid; /* 0: no worker */
	pid_t supervisor;
	struct sp_fork_watch forks;
	int channel;
	int id, generation;
	char name[64]; /* for the log */
	struct passed_port *ports;
	int port_count;
} self = {.channel = -1};

bool sp_worker_is(void)
{
	return self.pid != 0 && self.pid == getpid();
}

bool sp_worker_was(void)
{
	return self.pid != 0 && self.pid != getpid();
}

int sp_worker_id(void)
{
	return sp_worker_is() ? self.id : -1;
}

int sp_worker_generation(void)
{
	return self.generation;
}

pid_t sp_worker_supervisor(void)
{
	return self.supervisor;
}

int sp_worker_channel(void)
{
	return sp_worker_is() ? self.channel : -1;
}

/* The messages were sent before this process was started, so none is waited for long. */
static bool receive_ports(void)
{
	struct sp_message message;
	int descriptor;

	while (sp_channel_receive(self.channel, true, &message, &descriptor) == SP_CHANNEL_MESSAGE) {
		struct passed_port *larger;

		if (message.kind != SP_MESSAGE_PORT) {
			return message.kind == SP_MESSAGE_BEGIN;
		}
		larger = realloc(self.ports, (size_t) (self.port_count + 1) * sizeof(*larger));
		if (larger == NULL) {
			return false;
		}
		self.ports = larger;
		self.ports[self.port_count++] = (struct passed_port){message, descriptor};
	}
	return false;
}

static void close_other_ports(void)
{
	for (int i = 0; i < self.port_count; i++) {
		if (self.ports[i].descriptor >= 0) {
			close(self.ports[i].descriptor);
			self.ports[i].descriptor = -1;
		}
	}
}

/* In a child: what it keeps open would stay open after the server. */
static void renounce(struct sp_fork_watch *watch)
{
	(void) watch;
	close(self.channel);
	self.channel = -1;
	close_other_ports();
}

static void watch_forks(void)
{
	struct sp_owner owner;

	sp_owner_take(&owner); /* forks are noticed from now on */
	sp_fork_watch(&self.forks, renounce);
}

void sp_worker_begin(void)
{
	const char *value = getenv(SP_LAUNCH_VARIABLE);
	int supervisor;

	if (value == NULL ||
		sscanf(value, "%d %d %d %d", &self.channel, &supervisor, &self.id, &self.generation) != 4) {
		return;
	}
	unsetenv(SP_LAUNCH_VARIABLE);
	self.supervisor = (pid_t) supervisor;
#ifdef __linux__
	/* Even a callback that blocks ends then, at its deadline. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
	if (fcntl(self.channel, F_SETFD, FD_CLOEXEC) != 0 || getppid() != self.supervisor ||
		!receive_ports()) {
		fprintf(stderr, "seatpush: the supervisor of this worker is gone\n");
		_exit(ENDS_AT_ONCE);
	}
	self.pid = getpid();
	watch_forks();
	snprintf(self.name, sizeof(self.name), "(worker %d, generation %d)", self.id, self.generation);
	sp_log_set_writer(self.name);
}

static bool tell(struct sp_message *message, int descriptor)
{
	return sp_worker_is() && sp_channel_send(self.channel, message, descriptor);
}

int sp_worker_take_port(const char *host, int port, int type)
{
	for (int i = 0; i < self.port_count && sp_worker_is(); i++) {
		struct passed_port *passed = &self.ports[i];

		if (passed->descriptor >= 0 && passed->as.port == port && passed->as.type == type &&
			strcmp(passed->as.text, host) == 0) {
			struct sp_message message = {.kind = SP_MESSAGE_TAKEN, .number = passed->as.number};
			int descriptor = passed->descriptor;

			passed->descriptor = -1;
			tell(&message, -1);
			return descriptor;
		}
	}
	return -1;
}

void sp_worker_opened_port(const char *host, int port, int type, bool is_path, int descriptor)
{
	struct sp_message message = {
		.kind = SP_MESSAGE_OPENED, .port = port, .type = type, .is_path = is_path};

	snprintf(message.text, sizeof(message.text), "%s", host);
	tell(&message, descriptor);
}

bool sp_worker_ready(struct sp_error *error)
{
	struct sp_message message = {.kind = SP_MESSAGE_READY};
	int descriptor;

	close_other_ports();
	if (tell(&message, -1) &&
		sp_channel_receive(self.channel, true, &message, &descriptor) == SP_CHANNEL_MESSAGE &&
		message.kind == SP_MESSAGE_GO) {
		return true;
	}
	sp_error_set(error, ECANCELED, "the server stopped before this worker served");
	return false;
}

void sp_worker_failed(const char *why)
{
	struct sp_message message = {.kind = SP_MESSAGE_FAILED};

	snprintf(message.text, sizeof(message.text), "%s", why);
	tell(&message, -1);
}

void sp_worker_ask(enum sp_message_kind kind)
{
	struct sp_message message = {.kind = kind};

	tell(&message, -1);
}
