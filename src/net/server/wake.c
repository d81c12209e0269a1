/* SPDX-License-Identifier: MIT */
#include "net/server/wake.h"

#include <errno.h>

#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/server/stop.h"

static void on_wake(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	unsigned came = sp_signals_take();

	(void) fd;
	(void) what;
	if (came & SP_SIGNAL_RELOAD) {
		sp_log(SP_LOG_NOTICE, "reload: not possible, this one process keeps the code it has; "
							  "restart the server to run new code");
	}
	if ((came & SP_SIGNAL_HANGUP) && !sp_log_reopen()) {
		came |= SP_SIGNAL_STOP;
	}
	if (came & SP_SIGNAL_STOP) {
		sp_log(SP_LOG_INFO, "stopping: %u connection%s", server->core.count,
			server->core.count == 1 ? "" : "s");
		sp_server_stop(server);
	}
}

bool sp_wake_init(struct sp_server *server, struct sp_error *error)
{
	server->wake =
		event_new(server->core.loop->base, sp_signals_fd(), EV_READ | EV_PERSIST, on_wake, server);
	if (server->wake == NULL || event_add(server->wake, NULL) != 0) {
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
}
