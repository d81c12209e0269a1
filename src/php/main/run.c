/* SPDX-License-Identifier: MIT */
/*
 * start(): from the checked settings to the running loop, and out again.
 */
#include "php/main/run.h"

#include <unistd.h>

#include <event2/event.h>

#include "zend_exceptions.h"

#include "net/server/server.h"
#include "net/server/stop.h"
#include "net/server/succession.h"
#include "net/server/tick.h"
#include "net/loop/log.h"
#include "net/loop/pid_file.h"
#include "net/loop/process.h"
#include "net/process/crew.h"
#include "net/process/inherited.h"
#include "net/process/notify.h"
#include "net/process/sharing.h"
#include "net/process/worker.h"
#include "php/cluster/life.h"
#include "php/engine/callback.h"
#include "php/engine/ending.h"
#include "php/engine/fiber.h"
#include "php/engine/forked.h"
#include "php/engine/wait.h"
#include "php/engine/watchdog.h"
#include "php/main/announce.h"
#include "php/main/habits.h"
#include "php/main/process.h"
#include "php/main/raise.h"
#include "php/main/supervise.h"
#include "php/main/title.h"
#include "php/redis/object.h"
#include "php/redis/redis.h"
#include "php/redis/subscribe.h"
#include "php/server/port.h"
#include "php/server/site.h"
#include "php/server/timer.h"
#include "php/task/tasks.h"
#include "php_seatpush.h"

#define BLOCKED_FACTOR 10     /* times slow_callback_ms, until the watchdog speaks */
#define SUPERVISOR_MARGIN_S 6 /* workers have one more second to end, then task workers three */
#define KNUTH UINT32_C(2654435761) /* spreads process ids that follow each other */
#define HEARTBEAT_CHECKS 2         /* heartbeat_check_interval alone allows twice as much silence */

/* NULL: it is not set. */
static const char *text_of(zend_string *text)
{
	return text != NULL ? ZSTR_VAL(text) : NULL;
}

static void apply_tls(
	const struct php_seatpush_settings *settings, struct sp_tls_port_settings *tls)
{
	tls->cert_file = text_of(settings->ssl_cert_file);
	tls->key_file = text_of(settings->ssl_key_file);
	tls->passphrase = text_of(settings->ssl_passphrase);
	tls->ciphers = text_of(settings->ssl_ciphers);
	tls->ecdh_curve = text_of(settings->ssl_ecdh_curve);
	tls->client_cert_file = text_of(settings->ssl_client_cert_file);
	tls->sni_certs = text_of(settings->ssl_sni_certs);
}

/* Passes to the core what set() collected. */
static void apply(struct php_seatpush_endpoint *endpoint)
{
	struct php_seatpush_settings *settings = &endpoint->options.settings;
	struct sp_port_settings *port = &settings->port;

	if (port->heartbeat_idle_s == 0) {
		port->heartbeat_idle_s = settings->heartbeat_check_s * HEARTBEAT_CHECKS;
	}
	port->subprotocols = text_of(settings->subprotocols);
	port->allowed_origins = text_of(settings->allowed_origins);
	port->trusted_proxies = text_of(settings->trusted_proxies);
	port->http_compression_types = text_of(settings->http_compression_types);
	apply_tls(settings, &port->tls);
	endpoint->listener->settings = *port;
}

/* What one worker has of a limit that is for all of them, so that none has to ask the others. */
static int64_t part_of(int64_t bytes, int64_t workers)
{
	return MAX(bytes / workers, 1);
}

/* Not the same in each worker, so that not all are replaced at once. */
static int64_t with_grace(int64_t calls, int64_t grace)
{
	uint32_t chance = (uint32_t) getpid() * KNUTH;

	return calls > 0 ? calls + (int64_t) chance % ((grace > 0 ? grace : calls / 2) + 1) : 0;
}

static int64_t max_calls(const struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	if (sp_worker_runs_tasks()) {
		return with_grace(settings->task_max_request, settings->task_max_request_grace);
	}
	return sp_worker_is() && php_seatpush_keeps(server)
			   ? with_grace(settings->max_request, settings->max_request_grace)
			   : 0;
}

static void apply_server(struct php_seatpush_server *server)
{
	struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	struct sp_server_settings *applied = &server->net->core.settings;

	settings->server.state_file = text_of(settings->state_file);
	*applied = settings->server;
	applied->worker_num = php_seatpush_workers(server);
	applied->max_calls = max_calls(server);
	applied->total_buffer_size = part_of(applied->total_buffer_size, applied->worker_num);
	server->net->core.deflater.level = (int) applied->compression_level;
	server->net->core.deflater.memory = (int) applied->compression_memory;
	server->net->core.deflater.min_length = (size_t) applied->compression_min_length;
	applied->total_input_size = part_of(applied->total_input_size, applied->worker_num);
}

static void apply_all(struct php_seatpush_server *server)
{
	struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	for (uint32_t i = 1; i < server->port_count; i++) {
		struct php_seatpush_endpoint *port = php_seatpush_port_endpoint(server->ports[i]);

		php_seatpush_options_inherit(&port->options, &server->endpoint.options);
		apply(port);
	}
	apply(&server->endpoint);
	php_seatpush_server_enter(server);
	apply_server(server);
	server->net->core.wait_slots = settings->max_concurrency;
	SEATPUSH_G(waits_over) = false;
	sp_log_set_level((enum sp_log_level) settings->log_level);
}

/* False: *error says why. */
static bool prepare_sites(struct php_seatpush_server *server, struct sp_error *error)
{
	bool prepared = php_seatpush_site_prepare(&server->endpoint, error);

	for (uint32_t i = 1; prepared && i < server->port_count; i++) {
		prepared = php_seatpush_site_prepare(php_seatpush_port_endpoint(server->ports[i]), error);
	}
	return prepared;
}

/* The process that the user started, whatever it does from now on. False: *error says why. */
static bool prepare_first(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	return (!settings->daemonize ||
			   (sp_daemon_begin(error) && sp_loop_after_fork(server->net->core.loop, error))) &&
		   (settings->pid_file == NULL || sp_pid_file_write(text_of(settings->pid_file), error));
}

/* A process that serves. A worker waits here until it may. False: *error says why. */
static bool prepare_serving(struct php_seatpush_server *server, struct sp_error *error)
{
	struct sp_worker_ready ready = {.takes = php_seatpush_keeps(server),
		.workers = php_seatpush_workers(server),
		.task_workers = php_seatpush_task_workers(server),
		.own = php_seatpush_own_processes(server)};

	if (!sp_server_start(server->net, error) || !php_seatpush_node_start(server, error) ||
		!php_seatpush_subscription_start(server, error)) {
		return false;
	}
	if (sp_worker_is()) {
		if (!sp_worker_ready(&ready, error)) {
			return false;
		}
		for (int i = 0; i < ready.link_count; i++) {
			sp_succession_take(server->net, ready.links[i]);
		}
	}
	if (sp_worker_is() && server->endpoint.options.settings.daemonize) {
		sp_process_detach(sp_log_fd());
	}
	return sp_server_accept(server->net, error);
}

/* False: *error says why. */
static bool prepare(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	bool supervises = php_seatpush_supervises(server);
	/* A supervisor waits for its worker's stop. */
	int64_t timeout_s = settings->server.stop_timeout_s + (supervises ? SUPERVISOR_MARGIN_S : 0);

	if (!php_seatpush_fibers_init(error) || !sp_sharing_complete(error) ||
		!sp_log_open(text_of(settings->log_file), error) ||
		!sp_loop_own(server->net->core.loop, error) ||
		(!sp_worker_is() && !prepare_first(server, error)) ||
		!sp_signals_catch(timeout_s, php_seatpush_interrupt, error)) {
		return false;
	}
	if (sp_worker_is()) {
		sp_signals_obey(sp_worker_supervisor());
	}
	return supervises ? php_seatpush_supervise_begin(server, error)
					  : prepare_serving(server, error);
}

static void put_number(struct php_seatpush_server *server, uint32_t property, zend_long number)
{
	zval value;

	ZVAL_LONG(&value, number);
	php_seatpush_put(&server->std, property, &value);
}

void php_seatpush_set_process_properties(struct php_seatpush_server *server)
{
	zend_long first = sp_worker_is() ? (zend_long) sp_worker_supervisor() : (zend_long) getpid();
	zval runs_tasks;

	put_number(server, SEATPUSH_SERVER_MASTER_PID, first);
	put_number(server, SEATPUSH_SERVER_MANAGER_PID, first);
	ZVAL_BOOL(&runs_tasks, sp_worker_runs_tasks());
	php_seatpush_put(&server->std, SEATPUSH_SERVER_TASKWORKER, &runs_tasks);
	if (!php_seatpush_supervises(server)) {
		put_number(server, SEATPUSH_SERVER_WORKER_PID, getpid());
		put_number(server, SEATPUSH_SERVER_WORKER_ID, sp_worker_number());
	}
}

static void start_tasks(struct php_seatpush_server *server)
{
	const struct sp_core *core = &server->net->core;
	int task_workers = core->role != SP_MACHINE_RUNS_TASKS ? php_seatpush_task_workers(server) : 0;

	php_seatpush_tasks_start(server, (uint32_t) task_workers, php_seatpush_workers(server));
}

/* Adds what scripts expect in $setting although they did not set it. */
static void complete_setting(struct php_seatpush_server *server)
{
	const struct {
		const char *name;
		zend_long value;
	} expected[] = {
		{"worker_num", php_seatpush_workers(server)},
		{"task_worker_num", (zend_long) php_seatpush_tasks_facts(server).workers},
		{"max_connection", (zend_long) server->net->core.max_conn},
	};
	zval *setting = php_seatpush_array_in(OBJ_PROP_NUM(&server->std, SEATPUSH_SERVER_SETTING));

	if (setting == NULL) {
		return;
	}
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		zval value;

		ZVAL_LONG(&value, expected[i].value);
		zend_hash_str_add(Z_ARRVAL_P(setting), expected[i].name, strlen(expected[i].name), &value);
	}
}

static void raise_of_worker(struct php_seatpush_server *server, enum php_seatpush_event event)
{
	zend_long number = sp_worker_number();

	php_seatpush_raise(server, event, 1, &number);
}

static void tell_exit(struct php_seatpush_server *server)
{
	if (!server->told_exit) {
		server->told_exit = true;
		raise_of_worker(server, SEATPUSH_ON_WORKER_EXIT);
	}
}

void php_seatpush_hand_over(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	if (server != NULL) {
		tell_exit(server);
		php_seatpush_timers_clear();
	}
}

static void tell_stop(struct php_seatpush_server *server)
{
	if (!server->told_stop) {
		server->told_stop = true;
		if (!sp_worker_is()) {
			php_seatpush_raise(server, SEATPUSH_ON_BEFORE_SHUTDOWN, 0, NULL);
		}
		tell_exit(server);
		php_seatpush_node_hurry(server);
		php_seatpush_waits_hurry();
		php_seatpush_waits_run(); /* before the connections are closed */
	}
}

void php_seatpush_tell_stop(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	if (server == NULL || server->net->core.phase != SP_PHASE_STOPPING) {
		return;
	}
	tell_stop(server);
	if (!SEATPUSH_G(waits_over) && sp_clock_ms() >= server->net->stop_deadline_ms) {
		php_seatpush_waits_end();
	}
}

static void watch_callbacks(const struct php_seatpush_server *server)
{
	/* What blocks in a process without connections holds up nobody. */
	int64_t slow_ms = sp_worker_is_apart() ? 0 : server->endpoint.options.settings.slow_callback_ms;
	const struct sp_machine *machine = server->net->core.machine;

	php_seatpush_watch_shown(machine != NULL ? &sp_machine_load(machine)->busy_ns : NULL);

	if (slow_ms > 0 && !php_seatpush_watchdog_start(slow_ms * BLOCKED_FACTOR)) {
		sp_log(SP_LOG_NOTICE,
			"no thread could be started: a callback that never ends will not be logged");
	}
}

static void loop(struct php_seatpush_server *server)
{
	struct sp_server *net = server->net;

	if (sp_worker_is_own()) {
		php_seatpush_process_run(server,
			sp_worker_id() - php_seatpush_workers(server) - php_seatpush_task_workers(server));
		return;
	}
	watch_callbacks(server);
	if (!sp_worker_is()) {
		php_seatpush_raise(server, SEATPUSH_ON_START, 0, NULL);
	}
	raise_of_worker(server, SEATPUSH_ON_WORKER_START);
	if (net->core.phase == SP_PHASE_RUNNING && !net->core.halted) {
		sp_worker_ask(SP_MESSAGE_SERVES);
	}
	while (sp_server_turn(net)) {
		/* the end of the tick, inside the loop, does everything */
	}
	if (!net->core.halted) {
		php_seatpush_waits_end();
	}
	if (!php_seatpush_forked()) {
		php_seatpush_tasks_stop(server);
	}
	if (!net->core.halted) {
		tell_stop(server);
		raise_of_worker(server, SEATPUSH_ON_WORKER_STOP);
		if (!sp_worker_is()) {
			php_seatpush_raise(server, SEATPUSH_ON_SHUTDOWN, 0, NULL);
		}
	}
	if (net->core.halted && !php_seatpush_forked()) {
		sp_server_drop_all(net, SP_WS_CLOSE_SERVER_ERROR);
	}
}

/* What begins at the start ends here, in the process that served. */
static void leave(struct php_seatpush_server *server)
{
	php_seatpush_node_stop(server);
	php_seatpush_subscription_stop(server);
	php_seatpush_redis_leave_loop();
	sp_signals_restore();
	sp_pid_file_remove();
	sp_log(SP_LOG_INFO, "stopped");
	if (!SEATPUSH_G(fatal)) {
		php_seatpush_fibers_fini();
	}
}

static void end(struct php_seatpush_server *server)
{
	if (!SEATPUSH_G(fatal) && !php_seatpush_forked()) {
		php_seatpush_timers_clear(); /* the loop may be turned once more */
	}
	if (php_seatpush_forked()) {
		php_seatpush_forked_end();
	} else {
		leave(server);
	}
	if (!SEATPUSH_G(fatal)) {
		SEATPUSH_G(waits_over) = false; /* of this server */
		OBJ_RELEASE(&server->std);
	}
}

/* The rest of start() in a supervisor. */
static bool supervise(struct php_seatpush_server *server)
{
	struct sp_error error;
	bool served;

	GC_ADDREF(&server->std);
	served = php_seatpush_supervise(server, &error);
	php_seatpush_supervise_end(server);
	if (!served) {
		sp_daemon_failed(error.text);
	}
	end(server);
	php_seatpush_finish_ending();
	if (!served && EG(exception) == NULL) {
		php_seatpush_throw(&error);
	}
	return EG(exception) == NULL;
}

bool php_seatpush_run(struct php_seatpush_server *server)
{
	struct sp_error error = {0};

	if (!sp_server_claim(server->net, &error)) {
		php_seatpush_throw(&error);
		return false;
	}
	apply_all(server);
	if (!prepare_sites(server, &error) || !prepare(server, &error)) {
		php_seatpush_supervise_end(server);
		sp_worker_failed(error.text);
		sp_claim_give_back(server->net->claim);
		sp_daemon_failed(error.text);
		sp_signals_restore();
		sp_pid_file_remove();
		php_seatpush_throw(&error);
		return false;
	}
	sp_sharing_close();
	server->started = true;
	php_seatpush_title_role(server->supervisor != NULL);
	server->start_time = time(NULL);
	php_seatpush_set_process_properties(server);
	if (server->supervisor != NULL) {
		return supervise(server);
	}
	start_tasks(server);
	complete_setting(server);
	php_seatpush_timers_arm();
	php_seatpush_announce(server);
	php_seatpush_habits_begin(server);
	sp_daemon_ready(sp_log_fd());
	sp_notify_ready();
	GC_ADDREF(&server->std); /* lives until the loop has ended, whatever the script unsets */
	loop(server);
	php_seatpush_watch_shown(NULL);
	php_seatpush_watchdog_stop();
	php_seatpush_habits_end();
	end(server);
	php_seatpush_finish_ending();
	if (sp_worker_is() && EG(exception) == NULL) {
		zend_throw_unwind_exit(); /* what the script does after start() is the first process's */
	}
	return EG(exception) == NULL;
}
