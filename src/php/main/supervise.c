/* SPDX-License-Identifier: MIT */
#include "php/main/supervise.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "SAPI.h"

#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/process/launch.h"
#include "net/process/notify.h"
#include "net/process/sharing.h"
#include "net/process/supervisor.h"
#include "net/process/worker.h"
#include "net/server/server.h"
#include "net/server/state.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"
#include "php/main/raise.h"
#include "php/server/port.h"

static void on_serving(void *arg)
{
	struct php_seatpush_server *server = arg;

	sp_daemon_ready(sp_log_fd());
	sp_notify_ready();
	php_seatpush_raise(server, SEATPUSH_ON_START, 0, NULL);
	php_seatpush_raise(server, SEATPUSH_ON_MANAGER_START, 0, NULL);
}

static void on_before_stop(void *arg)
{
	php_seatpush_raise(arg, SEATPUSH_ON_BEFORE_SHUTDOWN, 0, NULL);
}

static void on_before_reload(void *arg)
{
	php_seatpush_raise(arg, SEATPUSH_ON_BEFORE_RELOAD, 0, NULL);
}

static void on_after_reload(void *arg)
{
	php_seatpush_raise(arg, SEATPUSH_ON_AFTER_RELOAD, 0, NULL);
}

static void on_worker_error(void *arg, int worker, pid_t pid, int status)
{
	const zend_long numbers[] = {worker, (zend_long) pid,
		WIFEXITED(status) ? WEXITSTATUS(status) : 0, WIFSIGNALED(status) ? WTERMSIG(status) : 0};

	php_seatpush_raise(arg, SEATPUSH_ON_WORKER_ERROR, 4, numbers);
}

static const struct sp_supervisor_hooks hooks = {
	on_serving, on_before_stop, on_before_reload, on_after_reload, on_worker_error};

bool php_seatpush_keeps(const struct php_seatpush_server *server)
{
	enum php_seatpush_reload_mode mode = server->endpoint.options.settings.reload_mode;

	return mode == SEATPUSH_RELOAD_UNSET ? php_seatpush_registered(server, SEATPUSH_ON_ADOPT)
										 : mode == SEATPUSH_RELOAD_KEEP;
}

bool php_seatpush_can_launch(struct sp_error *error)
{
	if (sp_worker_was()) {
		sp_error_set(error, ECHILD, "it is a child that a worker has forked");
		return false;
	}
	return sp_launch_possible(SG(request_info).path_translated, error);
}

int php_seatpush_workers(const struct php_seatpush_server *server)
{
	int64_t wanted = server->endpoint.options.settings.worker_num;

	if (!sp_worker_is() && server->supervisor == NULL) {
		return 1;
	}
	return (int) (wanted < SP_CREW_MAX ? wanted : SP_CREW_MAX);
}

int php_seatpush_task_workers(const struct php_seatpush_server *server)
{
	int64_t wanted = server->endpoint.options.settings.task_worker_num;
	int room = SP_CREW_MAX - php_seatpush_workers(server);

	if ((!sp_worker_is() && server->supervisor == NULL) ||
		!php_seatpush_registered(server, SEATPUSH_ON_TASK)) {
		return 0;
	}
	return (int) (wanted < room ? wanted : room);
}

int php_seatpush_own_processes(const struct php_seatpush_server *server)
{
	int room = SP_CREW_MAX - php_seatpush_workers(server) - php_seatpush_task_workers(server);

	if (!sp_worker_is() && server->supervisor == NULL) {
		return 0;
	}
	return (int) server->process_count < room ? (int) server->process_count : room;
}

static bool wants_several(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	return settings->worker_num > 1 || server->process_count > 0 ||
		   (settings->task_worker_num > 0 && php_seatpush_registered(server, SEATPUSH_ON_TASK));
}

bool php_seatpush_supervises(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	return (settings->supervise || php_seatpush_keeps(server) ||
			   (wants_several(server) && php_seatpush_can_launch(&(struct sp_error){0}))) &&
		   !sp_worker_is();
}

static bool pass_ports(struct php_seatpush_server *server, struct sp_error *error)
{
	struct sp_link *list = &server->net->listeners;

	for (struct sp_link *link = list->next; link != list; link = link->next) {
		struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);
		bool is_path = listener->bound_path; /* not one that a service manager has made */

		if (!sp_supervisor_add_port(server->supervisor, listener->host, listener->asked_port,
				listener->type, is_path, sp_listener_hand_over(listener))) {
			sp_error_set(error, ENOMEM, "out of memory");
			return false;
		}
	}
	return true;
}

static bool has_tls(const struct sp_server *net)
{
	const struct sp_link *list = &net->listeners;

	for (const struct sp_link *link = list->next; link != list; link = link->next) {
		if (SP_CONTAINER(link, struct sp_listener, link)->is_tls) {
			return true;
		}
	}
	return false;
}

bool php_seatpush_supervise_begin(struct php_seatpush_server *server, struct sp_error *error)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	const struct sp_supervisor_settings wanted = {
		.stop_timeout_s = settings->server.stop_timeout_s,
		.reload_timeout_s = settings->reload_timeout_s,
		.reload_spread_s = settings->server.reload_spread_s,
		.worker_timeout_s = settings->worker_timeout_s,
		.has_certificates = has_tls(server->net),
	};

	if (sp_worker_was()) {
		sp_error_set(error, ECHILD,
			"the script forks before start(), and this child of its worker may not be started as a "
			"server with supervise, since that would fork again, for ever: call start() in the "
			"process that the script begins in");
		return false;
	}
	if (!sp_launch_possible(SG(request_info).path_translated, error) || !sp_sharing_begin(error)) {
		return false;
	}
	sp_log_set_writer("(supervisor)");
	server->supervisor = sp_supervisor_new(server->net->core.loop, &wanted, &hooks, server, error);
	return server->supervisor != NULL && pass_ports(server, error) &&
		   sp_supervisor_start(server->supervisor, error);
}

/* After a fatal error in a callback there are none any more, and it goes on. */
static void loop(struct php_seatpush_server *server)
{
	while (sp_supervisor_turn(server->supervisor)) {
		if (!SEATPUSH_G(fatal)) {
			php_seatpush_waits_run();
		}
		/* memory_limit ends a callback as exit() does. */
		if (SEATPUSH_G(exit_exception) != NULL && !SEATPUSH_G(fatal)) {
			sp_supervisor_stop(server->supervisor);
		}
	}
	if (!SEATPUSH_G(fatal)) {
		php_seatpush_waits_end();
	}
}

bool php_seatpush_supervise(struct php_seatpush_server *server, struct sp_error *error)
{
	const char *failure;
	int workers = php_seatpush_workers(server), task_workers = php_seatpush_task_workers(server);

	sp_server_watch_forks(server->net);
	sp_log(SP_LOG_INFO, "process %ld supervises; %d worker%s of its own serve%s", (long) getpid(),
		workers, workers == 1 ? "" : "s", workers == 1 ? "s" : "");
	if (task_workers > 0) {
		sp_log(SP_LOG_INFO, "%d task worker%s run%s tasks", task_workers,
			task_workers == 1 ? "" : "s", task_workers == 1 ? "s" : "");
	}
	loop(server);
	failure = sp_supervisor_failure(server->supervisor);
	if (failure != NULL) {
		sp_error_set(error, ECHILD, "the worker did not start: %s", failure);
	} else if (!server->net->core.halted) {
		php_seatpush_raise(server, SEATPUSH_ON_MANAGER_STOP, 0, NULL);
		php_seatpush_raise(server, SEATPUSH_ON_SHUTDOWN, 0, NULL);
	}
	return failure == NULL;
}

void php_seatpush_supervise_end(struct php_seatpush_server *server)
{
	if (server->supervisor != NULL) {
		sp_supervisor_free(server->supervisor);
		server->supervisor = NULL;
		sp_log_set_writer(NULL);
	}
}

bool php_seatpush_supervisor_reload(const struct php_seatpush_server *server)
{
	if (server->supervisor != NULL) {
		sp_supervisor_reload(server->supervisor);
	}
	return server->supervisor != NULL;
}

bool php_seatpush_supervisor_reopen(const struct php_seatpush_server *server)
{
	if (server->supervisor != NULL) {
		sp_supervisor_reopen(server->supervisor);
	}
	return server->supervisor != NULL;
}

bool php_seatpush_supervisor_stop(const struct php_seatpush_server *server)
{
	if (server->supervisor != NULL) {
		sp_supervisor_stop(server->supervisor);
	}
	return server->supervisor != NULL;
}
