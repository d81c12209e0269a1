/* SPDX-License-Identifier: MIT */
#include "php/engine/events.h"

#include "zend_exceptions.h"

#include "php/engine/errors.h"

static const char *const event_names[SEATPUSH_EVENT_COUNT] = {
	[SEATPUSH_ON_CONNECT] = "Connect",
	[SEATPUSH_ON_OPEN] = "Open",
	[SEATPUSH_ON_MESSAGE] = "Message",
	[SEATPUSH_ON_CLOSE] = "Close",
	[SEATPUSH_ON_DISCONNECT] = "Disconnect",
	[SEATPUSH_ON_REQUEST] = "Request",
	[SEATPUSH_ON_HANDSHAKE] = "Handshake",
	[SEATPUSH_ON_BEFORE_HANDSHAKE_RESPONSE] = "BeforeHandshakeResponse",
	[SEATPUSH_ON_BUFFER_FULL] = "BufferFull",
	[SEATPUSH_ON_BUFFER_EMPTY] = "BufferEmpty",
	[SEATPUSH_ON_ADOPT] = "Adopt",
	[SEATPUSH_ON_START] = "Start",
	[SEATPUSH_ON_WORKER_START] = "WorkerStart",
	[SEATPUSH_ON_WORKER_STOP] = "WorkerStop",
	[SEATPUSH_ON_WORKER_EXIT] = "WorkerExit",
	[SEATPUSH_ON_BEFORE_SHUTDOWN] = "BeforeShutdown",
	[SEATPUSH_ON_SHUTDOWN] = "Shutdown",
	[SEATPUSH_ON_ERROR] = "Error",
	[SEATPUSH_ON_REDIS_DOWN] = "RedisDown",
	[SEATPUSH_ON_REDIS_UP] = "RedisUp",
	[SEATPUSH_ON_TASK] = "Task",
	[SEATPUSH_ON_FINISH] = "Finish",
	[SEATPUSH_ON_MANAGER_START] = "ManagerStart",
	[SEATPUSH_ON_MANAGER_STOP] = "ManagerStop",
	[SEATPUSH_ON_WORKER_ERROR] = "WorkerError",
	[SEATPUSH_ON_BEFORE_RELOAD] = "BeforeReload",
	[SEATPUSH_ON_AFTER_RELOAD] = "AfterReload",
	[SEATPUSH_ON_PIPE_MESSAGE] = "PipeMessage",
};

/* Events of other servers. on() refuses them, since a script would wait for them in vain. */
static const struct {
	const char *name;
	const char *instead;
} refused_events[] = {
	{"Receive", "raw TCP is not served; use Message (WebSocket) or Request (HTTP)"},
	{"Packet", "UDP is not served; use Message (WebSocket) or Request (HTTP)"},
};

const char *php_seatpush_event_name(enum php_seatpush_event event)
{
	return event_names[event];
}

const char *php_seatpush_event_refused(size_t i)
{
	return i < sizeof(refused_events) / sizeof(refused_events[0]) ? refused_events[i].name : NULL;
}

static const char *event_name_at(size_t i)
{
	return event_names[i];
}

static void refuse_event(zend_string *name)
{
	const char *nearest;

	for (size_t i = 0; i < sizeof(refused_events) / sizeof(refused_events[0]); i++) {
		if (strcasecmp(ZSTR_VAL(name), refused_events[i].name) == 0) {
			zend_argument_value_error(1,
				"must be an event that this server has: %s is not one, since %s",
				refused_events[i].name, refused_events[i].instead);
			return;
		}
	}
	nearest = php_seatpush_nearest(ZSTR_VAL(name), event_name_at, SEATPUSH_EVENT_COUNT);
	zend_argument_value_error(1, "must be an event; there is none called \"%s\"%s%s%s",
		ZSTR_VAL(name), nearest ? "; did you mean \"" : "", nearest ? nearest : "",
		nearest ? "\"?" : "");
}

int php_seatpush_event_find(zend_string *name, bool port_only)
{
	for (int i = 0; i < SEATPUSH_EVENT_COUNT; i++) {
		if (strcasecmp(ZSTR_VAL(name), event_names[i]) != 0) {
			continue;
		}
		if (port_only && i >= SEATPUSH_PORT_EVENT_COUNT) {
			zend_argument_value_error(1,
				"must be an event of a connection; %s belongs to the whole server: register it "
				"there",
				event_names[i]);
			return -1;
		}
		return i;
	}
	refuse_event(name);
	return -1;
}

void php_seatpush_callback_init(
	struct php_seatpush_callback *callback, zval *callable, const zend_fcall_info_cache *fcc)
{
	ZVAL_COPY(&callback->callable, callable);
	callback->fcc = *fcc;
	if (fcc->function_handler != NULL &&
		(fcc->function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE)) {
		/* A trampoline lives for one call only, so it is resolved again at each call. */
		callback->fcc.function_handler = NULL;
	}
}

void php_seatpush_callback_fini(struct php_seatpush_callback *callback)
{
	zval callable;

	/* The destructor may run user code that looks at this callback. */
	ZVAL_COPY_VALUE(&callable, &callback->callable);
	ZVAL_UNDEF(&callback->callable);
	zval_ptr_dtor(&callable);
}

void php_seatpush_callbacks_fini(struct php_seatpush_callbacks *callbacks)
{
	for (int i = 0; i < SEATPUSH_EVENT_COUNT; i++) {
		php_seatpush_callback_fini(&callbacks->of[i]);
	}
}

void php_seatpush_callbacks_gc(struct php_seatpush_callbacks *callbacks, zend_get_gc_buffer *buffer)
{
	for (int i = 0; i < SEATPUSH_EVENT_COUNT; i++) {
		zend_get_gc_buffer_add_zval(buffer, &callbacks->of[i].callable);
	}
}
