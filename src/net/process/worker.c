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
#include "net/process/hand.h"
#include "net/process/launch.h"
#include "net/process/sharing.h"

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
	int id, generation, kind;
	char name[64]; /* for the log */
	struct passed_port *ports;
	int port_count;
	int shared[SP_MACHINE_DESCRIPTORS];
	int shared_count;
	int objects;
	unsigned place;
	struct sp_machine *machine;
} self = {.channel = -1, .objects = -1};

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

int sp_worker_number(void)
{
	return sp_worker_is() ? self.id : 0;
}

const char *sp_worker_kind(void)
{
	static const char *const words[] = {[SP_HAND_CONNECTIONS] = "worker",
		[SP_HAND_TASKS] = "task worker",
		[SP_HAND_OWN] = "process"};

	return words[self.kind];
}

bool sp_worker_runs_tasks(void)
{
	return sp_worker_is() && self.kind == SP_HAND_TASKS;
}

bool sp_worker_is_own(void)
{
	return sp_worker_is() && self.kind == SP_HAND_OWN;
}

bool sp_worker_is_apart(void)
{
	return sp_worker_is() && self.kind != SP_HAND_CONNECTIONS;
}

int sp_worker_generation(void)
{
	return self.generation;
}

pid_t sp_worker_supervisor(void)
{
	return self.supervisor;
}

struct sp_machine *sp_worker_machine(void)
{
	return sp_worker_is() ? self.machine : NULL;
}

int sp_worker_channel(void)
{
	return sp_worker_is() ? self.channel : -1;
}

static bool keep_port(const struct sp_message *message, int descriptor)
{
	struct passed_port *larger =
		realloc(self.ports, (size_t) (self.port_count + 1) * sizeof(*larger));

	if (larger == NULL) {
		return false;
	}
	self.ports = larger;
	self.ports[self.port_count++] = (struct passed_port){*message, descriptor};
	return true;
}

static bool keep_shared(const struct sp_message *message, int descriptor)
{
	if (self.shared_count == SP_MACHINE_DESCRIPTORS) {
		return false;
	}
	self.place = (unsigned) message->number;
	self.shared[self.shared_count++] = descriptor;
	return true;
}

static bool keep_objects(int descriptor)
{
	if (self.objects >= 0 || descriptor < 0) {
		return false;
	}
	self.objects = descriptor;
	return true;
}

static bool keep(const struct sp_message *message, int descriptor)
{
	switch (message->kind) {
	case SP_MESSAGE_PORT:
		return keep_port(message, descriptor);
	case SP_MESSAGE_SHARED:
		return keep_shared(message, descriptor);
	case SP_MESSAGE_OBJECTS:
		return keep_objects(descriptor);
	default:
		return false;
	}
}

/* The messages were sent before this process was started, so none is waited for long. */
static bool receive_descriptors(void)
{
	struct sp_message message;
	int descriptor;

	while (sp_channel_receive(self.channel, true, &message, &descriptor) == SP_CHANNEL_MESSAGE) {
		if (!keep(&message, descriptor)) {
			return message.kind == SP_MESSAGE_BEGIN;
		}
	}
	return false;
}

/* Without it, this worker only does not take over connections. */
static void attach(void)
{
	struct sp_error error;

	if (self.shared_count < SP_MACHINE_DESCRIPTORS) {
		return;
	}
	self.machine = sp_machine_attach(self.shared, self.place, &error);
	if (self.machine == NULL) {
		sp_log(SP_LOG_WARNING, "connections do not move over: %s", error.text);
	}
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
	sp_machine_free(self.machine);
	self.machine = NULL;
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

	if (value == NULL || sscanf(value, "%d %d %d %d %d", &self.channel, &supervisor, &self.id,
							 &self.generation, &self.kind) != 5) {
		return;
	}
	unsetenv(SP_LAUNCH_VARIABLE);
	self.supervisor = (pid_t) supervisor;
#ifdef __linux__
	/* Even a callback that blocks ends then, at its deadline. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
	if (fcntl(self.channel, F_SETFD, FD_CLOEXEC) != 0 || getppid() != self.supervisor ||
		!receive_descriptors()) {
		fprintf(stderr, "seatpush: the supervisor of this worker is gone\n");
		_exit(ENDS_AT_ONCE);
	}
	self.pid = getpid();
	watch_forks();
	snprintf(self.name, sizeof(self.name), "(%s %d, generation %d)", sp_worker_kind(), self.id,
		self.generation);
	sp_log_set_writer(self.name);
	attach();
	sp_sharing_attach(self.objects);
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

static void close_links(struct sp_worker_ready *ready)
{
	while (ready->link_count > 0) {
		close(ready->links[--ready->link_count]);
	}
}

/* Until it may accept. False: it will not. */
static bool await_go(struct sp_worker_ready *ready)
{
	struct sp_message message;
	int link;

	while (sp_channel_receive(self.channel, true, &message, &link) == SP_CHANNEL_MESSAGE) {
		if (message.kind == SP_MESSAGE_GO) {
			return true;
		}
		if (message.kind != SP_MESSAGE_LINK || link < 0 || ready->link_count == SP_MACHINE_PLACES) {
			break;
		}
		ready->links[ready->link_count++] = link;
	}
	return false;
}

bool sp_worker_ready(struct sp_worker_ready *ready, struct sp_error *error)
{
	struct sp_message message = {.kind = SP_MESSAGE_READY,
		.number = ready->takes,
		.workers = ready->workers,
		.task_workers = ready->task_workers,
		.own = ready->own};

	ready->link_count = 0;
	close_other_ports();
	if (tell(&message, -1) && await_go(ready)) {
		return true;
	}
	close_links(ready);
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
