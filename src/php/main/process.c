/* SPDX-License-Identifier: MIT */
#include "php/main/process.h"

#include <signal.h>
#include <unistd.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "net/process/worker.h"
#include "net/server/stop.h"
#include "net/server/tick.h"
#include "php/engine/callback.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/main/title.h"

enum { PROPERTY_PID, PROPERTY_ID };

struct process_object {
	struct php_seatpush_callback callback;
	bool added;
	zend_object std;
};

static zend_object_handlers handlers;

static struct process_object *process_of(zend_object *object)
{
	return (struct process_object *) ((char *) object - offsetof(struct process_object, std));
}

SEATPUSH_METHOD(Process, __construct)
{
	struct process_object *process = process_of(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	bool redirect = false, coroutine = false;
	zend_long pipe_type = 0;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(redirect)
		Z_PARAM_LONG(pipe_type)
		Z_PARAM_BOOL(coroutine)
	ZEND_PARSE_PARAMETERS_END();

	php_seatpush_callback_fini(&process->callback);
	php_seatpush_callback_init(&process->callback, &fci.function_name, &fcc);
}

SEATPUSH_METHOD(Process, name)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(php_seatpush_set_title(name));
}

SEATPUSH_METHOD(Process, exit)
{
	zend_long status = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(status)
	ZEND_PARSE_PARAMETERS_END();
	EG(exit_status) = (int) status;
	zend_throw_unwind_exit();
}

static void throw_no_pipe(void)
{
	php_seatpush_throw_text(
		"a Process has no pipe: use $server->sendMessage($data, $number), or Redis "
		"(docs/processes.md)");
}

SEATPUSH_METHOD(Process, write)
{
	(void) execute_data;
	(void) return_value;
	throw_no_pipe();
}

SEATPUSH_METHOD(Process, read)
{
	(void) execute_data;
	(void) return_value;
	throw_no_pipe();
}

SEATPUSH_METHOD(Process, start)
{
	(void) execute_data;
	(void) return_value;
	php_seatpush_throw_text(
		"a Process is started with the server: give it to $server->addProcess() "
		"before $server->start()");
}

SEATPUSH_METHOD(Server, addProcess)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	struct process_object *process;
	zend_object *object;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_OBJ_OF_CLASS(object, seatpush_ce_Process)
	ZEND_PARSE_PARAMETERS_END();

	process = process_of(object);
	if (!php_seatpush_constructed(server)) {
		RETURN_THROWS();
	}
	if (server->start_called || process->added ||
		!php_seatpush_callback_is_set(&process->callback)) {
		php_seatpush_throw_text(
			server->start_called
				? "addProcess() comes too late: call it before start()"
				: "addProcess() takes each Process once: make another one with new");
		RETURN_THROWS();
	}
	process->added = true;
	server->processes =
		safe_erealloc(server->processes, server->process_count + 1, sizeof(*server->processes), 0);
	GC_ADDREF(object);
	server->processes[server->process_count] = object;
	RETURN_LONG(server->process_count++);
}

static void call(void *arg)
{
	zend_object *object = arg;
	zval args[1];

	ZVAL_OBJ_COPY(&args[0], object);
	php_seatpush_call(&process_of(object)->callback, "Process", 1, args, NULL, NULL);
	if (!SEATPUSH_G(fatal)) {
		zval_ptr_dtor(&args[0]);
		sp_server_stop(SEATPUSH_G(server)->net);
	}
}

bool php_seatpush_process_run(struct php_seatpush_server *server, int number)
{
	zend_object *object;
	bool over;

	if (number < 0 || (uint32_t) number >= server->process_count) {
		sp_log(SP_LOG_ERROR,
			"the script does not add process %d any more: reload the server, so that no process is "
			"started for it",
			number);
		return false;
	}
	signal(SIGTERM, SIG_DFL); /* the callable may block, and there is nothing to end in order */
	object = server->processes[number];
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_PID), getpid());
	ZVAL_LONG(OBJ_PROP_NUM(object, PROPERTY_ID), sp_worker_id());
	if (php_seatpush_call_detached(call, object, &over)) {
		while (!SEATPUSH_G(fatal) && sp_server_turn(server->net)) {
			/* until the callable has returned */
		}
	}
	return true;
}

void php_seatpush_processes_gc(const struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	for (uint32_t i = 0; i < server->process_count; i++) {
		zend_get_gc_buffer_add_obj(buffer, server->processes[i]);
	}
}

void php_seatpush_processes_free(struct php_seatpush_server *server)
{
	while (server->process_count > 0) {
		OBJ_RELEASE(server->processes[--server->process_count]);
	}
	if (server->processes != NULL) {
		efree(server->processes);
		server->processes = NULL;
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct process_object *process = zend_object_alloc(sizeof(*process), ce);

	memset(process, 0, offsetof(struct process_object, std));
	zend_object_std_init(&process->std, ce);
	object_properties_init(&process->std, ce);
	process->std.handlers = &handlers;
	return &process->std;
}

static void free_object(zend_object *std)
{
	php_seatpush_callback_fini(&process_of(std)->callback);
	zend_object_std_dtor(std);
}

static HashTable *get_gc(zend_object *std, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &process_of(std)->callback.callable);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(std);
}

void php_seatpush_process_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct process_object, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
