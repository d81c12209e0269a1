/* SPDX-License-Identifier: MIT */
#include "net/server/wake.h"

#include <errno.h>
#include <unistd.h>

#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/process/worker.h"
#include "net/server/certificates.h"
#include "net/server/retire.h"
#include "net/server/stop.h"
#include "net/server/succession.h"

static void say_stop(const struct sp_server *server)
{
	sp_log(SP_LOG_INFO, "stopping: %u connection%s", server->core.count,
		server->core.count == 1 ? "" : "s");
}

bool sp_wake_reload(void)
{
	if (sp_worker_is()) {
		sp_worker_ask(SP_MESSAGE_RELOAD);
		return true;
	}
	sp_log(SP_LOG_NOTICE, "reload: not possible, this one process keeps the code it has; set the "
						  "option supervise, or restart the server to run new code");
	return false;
}

static void on_signals(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	unsigned came = sp_signals_take();

	(void) fd;
	(void) what;
	if (came & (SP_SIGNAL_RELOAD | SP_SIGNAL_ASKED)) {
		sp_wake_reload();
	}
	/* The terminal of a worker is its supervisor's, which ends when that is gone. */
	if (came & SP_SIGNAL_HANGUP) {
		bool reopened = sp_log_reopen(), failed;
		bool read = sp_certificates_reload(server, &failed);

		if (!reopened && !sp_worker_is() && (!read || sp_process_has_terminal())) {
			came |= SP_SIGNAL_STOP;
		}
	}
	if (came & SP_SIGNAL_STOP) {
		say_stop(server);
		sp_server_stop(server);
	}
}

/* link: through which connections go to the worker that follows; -1: they are closed. */
static void retire(struct sp_server *server, uint64_t over_ms, int link)
{
	sp_log(SP_LOG_INFO, "retiring: %u connection%s", server->core.count,
		server->core.count == 1 ? "" : "s");
	if (link >= 0 && server->core.machine != NULL) {
		sp_succession_give(server, link, over_ms);
		return;
	}
	if (link >= 0) {
		close(link);
	}
	sp_server_retire(server, over_ms);
}

/* What the supervisor says. */
static void on_order(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	struct sp_message message;
	enum sp_channel_end end;
	int descriptor;

	(void) what;
	end = sp_channel_receive(fd, false, &message, &descriptor);
	if (end == SP_CHANNEL_OVER) {
		event_del(server->orders);
		sp_log(SP_LOG_WARNING, "stopping: the supervisor is gone");
		sp_server_stop(server);
	} else if (end == SP_CHANNEL_MESSAGE && message.kind == SP_MESSAGE_RETIRE) {
		retire(server, (uint64_t) message.number, descriptor);
	}
}

/* False: out of memory. */
static bool watch(
	struct sp_server *server, int descriptor, event_callback_fn callback, struct event **event)
{
	*event = event_new(server->core.loop->base, descriptor, EV_READ | EV_PERSIST, callback, server);
	return *event != NULL && event_add(*event, NULL) == 0;
}

bool sp_wake_init(struct sp_server *server, struct sp_error *error)
{
	if (!watch(server, sp_signals_fd(), on_signals, &server->wake) ||
		(sp_worker_is() && !watch(server, sp_worker_channel(), on_order, &server->orders))) {
		sp_error_set(error, ENOMEM, "cannot watch signals: out of memory");
		return false;
	}
	return true;
}

void sp_wake_fini(struct sp_server *server)
{
	if (server->wake != NULL) {
		event_free(server->wake);
		server->wake = NULL;
	}
	if (server->orders != NULL) {
		event_free(server->orders);
		server->orders = NULL;
	}
}
