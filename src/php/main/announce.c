/* SPDX-License-Identifier: MIT */
#include "php/main/announce.h"

#include <unistd.h>

#include <event2/event.h>

#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/process/crew.h"
#include "net/process/inherited.h"
#include "net/process/worker.h"
#include "net/stream/tls.h"
#include "php/main/supervise.h"
#include "php/redis/object.h"
#include "php/redis/redis.h"
#include "php/redis/subscribe.h"
#include "php/server/port.h"
#include "php_seatpush.h"
#include "wire/deflate.h"

static void say_where(const struct sp_server *net)
{
	const struct sp_link *link;
	bool any_tls = false, has_certificate = false;

	for (link = net->listeners.next; link != &net->listeners; link = link->next) {
		const struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);
		const struct sp_port_settings *port = &listener->settings;

		const char *scheme = port->http ? "http" : "ws";

		any_tls = any_tls || listener->is_tls;
		has_certificate = has_certificate || port->tls.cert_file != NULL;
		if (listener->type == SP_SOCK_UNIX) {
			sp_log(SP_LOG_INFO, "listening on %s%s", listener->name,
				listener->is_tls ? " with TLS" : "");
		} else {
			sp_log(SP_LOG_INFO, "listening on %s%s://%s", scheme, listener->is_tls ? "s" : "",
				listener->name);
		}
	}
	if (has_certificate && !any_tls) {
		sp_log(SP_LOG_WARNING,
			"ssl_cert_file is set, and no port speaks TLS: add SSL to the type, as in new "
			"Server('0.0.0.0', 443, sock_type: Server::SOCK_TCP | Server::SSL)");
	}
}

/* There is no room for all that the script asks for. */
static void say_missing(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	int task_workers = php_seatpush_task_workers(server);
	int own = php_seatpush_own_processes(server);

	if (task_workers < settings->task_worker_num && server->tasks != NULL) {
		sp_log(SP_LOG_NOTICE,
			"task_worker_num is " ZEND_LONG_FMT
			": %d task workers are started, since workers, task workers and processes of addProcess() "
			"are %d together at most",
			(zend_long) settings->task_worker_num, task_workers, SP_CREW_MAX);
	}
	if (own < (int) server->process_count) {
		sp_log(SP_LOG_NOTICE,
			"%u processes were given to addProcess(): %d are started, since workers, task workers and "
			"these are %d together at most",
			server->process_count, own, SP_CREW_MAX);
	}
}

static void say_workers(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	struct sp_error error;

	if (settings->worker_num > SP_CREW_MAX) {
		sp_log(SP_LOG_NOTICE,
			"worker_num is " ZEND_LONG_FMT ": %d workers are started, the most there can be",
			(zend_long) settings->worker_num, SP_CREW_MAX);
	}
	if (sp_worker_is() || php_seatpush_can_launch(&error)) {
		return;
	}
	if (settings->worker_num > 1) {
		sp_log(SP_LOG_WARNING,
			"worker_num is " ZEND_LONG_FMT ", and this one process serves everything: %s",
			(zend_long) settings->worker_num, error.text);
	}
	if (settings->task_worker_num > 0 && server->tasks != NULL) {
		sp_log(SP_LOG_WARNING,
			"task_worker_num is " ZEND_LONG_FMT ", and tasks run in this one process: %s",
			(zend_long) settings->task_worker_num, error.text);
	}
	if (server->process_count > 0) {
		sp_log(SP_LOG_WARNING, "no process of addProcess() is started: %s", error.text);
	}
}

static void say_surroundings(void)
{
	if (!SEATPUSH_G(swoole_aliases) &&
		zend_hash_str_exists(&module_registry, ZEND_STRL("swoole"))) {
		sp_log(SP_LOG_NOTICE,
			"the swoole extension is loaded too, and seatpush.swoole_aliases is off: classes named "
			"Swoole\\ are its own, and know nothing of this server. For scripts with Swoole's names, "
			"unload swoole and set seatpush.swoole_aliases=1");
	}
	if (sp_inherited_left() > 0) {
		sp_log(SP_LOG_WARNING,
			"%d sockets that were passed to this process (LISTEN_FDS) are none of its ports: compare "
			"ListenStream= with new Server() and listen(), by address and number",
			sp_inherited_left());
	}
}

static void say_off(bool is_on, const char *what, const char *library)
{
	if (!is_on) {
		sp_log(SP_LOG_INFO, "%s is off: this was built without %s", what, library);
	}
}

static void say_left_out(void)
{
	say_off(php_seatpush_redis_library() != NULL, "Redis", "hiredis");
	say_off(sp_tls_library() != NULL, "TLS", "OpenSSL");
	say_off(sp_deflate_available(), "permessage-deflate", "zlib");
}

void php_seatpush_announce(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	zend_string *ignored;

	if (sp_worker_id() > 0) {
		return; /* the first worker of its generation has said all of it */
	}
	ignored = php_seatpush_options_ignored(&server->endpoint.options);
	sp_log(SP_LOG_INFO, "SeatPush %s, PHP %s, libevent %s (%s), process %ld", PHP_SEATPUSH_VERSION,
		PHP_VERSION, event_get_version(), event_base_get_method(server->net->core.loop->base),
		(long) getpid());
	say_where(server->net);
	sp_log(SP_LOG_INFO, "at most %u connections (the descriptor limit is %llu)",
		server->net->core.max_conn, (unsigned long long) sp_process_raise_descriptors());
	say_left_out();
	if (settings->port.websocket &&
		!php_seatpush_callback_is_set(&server->endpoint.callbacks.of[SEATPUSH_ON_MESSAGE])) {
		sp_log(SP_LOG_NOTICE, "no Message callback: what WebSocket clients send is dropped; a "
							  "server for HTTP alone sets open_websocket_protocol to false");
	}
	if (!php_seatpush_keeps(server) && php_seatpush_registered(server, SEATPUSH_ON_ADOPT)) {
		sp_log(SP_LOG_NOTICE,
			"an Adopt callback is registered, and reload_mode is 'reconnect': it is "
			"never called; set reload_mode to 'keep', or leave the callback out");
	}
	say_workers(server);
	if (sp_worker_is()) {
		say_missing(server);
	}
	if (settings->max_request > 0 && (!sp_worker_is() || !php_seatpush_keeps(server))) {
		sp_log(SP_LOG_NOTICE,
			"max_request is " ZEND_LONG_FMT
			", and no worker is replaced for it: that needs worker_num "
			"above 1 or supervise, and reload_mode 'keep', so that its connections move over",
			(zend_long) settings->max_request);
	}
	if (settings->task_worker_num > 0 && server->tasks == NULL) {
		sp_log(SP_LOG_WARNING,
			"task_worker_num is " ZEND_LONG_FMT
			", and no Task callback is registered, so task() will throw: call $server->on('Task', "
			"function ($server, $taskId, $srcWorkerId, $data) { ... }) before start()",
			(zend_long) settings->task_worker_num);
	}
	say_surroundings();
	if (ignored != NULL) {
		sp_log(SP_LOG_NOTICE, "ignored options: %s", ZSTR_VAL(ignored));
		zend_string_release(ignored);
	}
}
