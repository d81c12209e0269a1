/* SPDX-License-Identifier: MIT */
/*
 * The events that on() knows, and the callbacks registered for them.
 */
#ifndef PHP_SEATPUSH_ENGINE_EVENTS_H
#define PHP_SEATPUSH_ENGINE_EVENTS_H

#include "php.h"

enum php_seatpush_event {
	/* of a connection: a port may have callbacks of its own for these */
	SEATPUSH_ON_CONNECT,
	SEATPUSH_ON_OPEN,
	SEATPUSH_ON_MESSAGE,
	SEATPUSH_ON_CLOSE,
	SEATPUSH_ON_DISCONNECT,
	SEATPUSH_ON_REQUEST,
	SEATPUSH_ON_HANDSHAKE,
	SEATPUSH_ON_BEFORE_HANDSHAKE_RESPONSE,
	SEATPUSH_ON_BUFFER_FULL,
	SEATPUSH_ON_BUFFER_EMPTY,
	SEATPUSH_ON_ADOPT,
	/* of the server */
	SEATPUSH_ON_START,
	SEATPUSH_ON_WORKER_START,
	SEATPUSH_ON_WORKER_STOP,
	SEATPUSH_ON_WORKER_EXIT,
	SEATPUSH_ON_BEFORE_SHUTDOWN,
	SEATPUSH_ON_SHUTDOWN,
	SEATPUSH_ON_ERROR,
	SEATPUSH_ON_REDIS_DOWN,
	SEATPUSH_ON_REDIS_UP,
	SEATPUSH_ON_TASK,
	SEATPUSH_ON_FINISH,
	/* of a supervisor, and between workers */
	SEATPUSH_ON_MANAGER_START,
	SEATPUSH_ON_MANAGER_STOP,
	SEATPUSH_ON_WORKER_ERROR,
	SEATPUSH_ON_BEFORE_RELOAD,
	SEATPUSH_ON_AFTER_RELOAD,
	SEATPUSH_ON_PIPE_MESSAGE,
	SEATPUSH_EVENT_COUNT,
};

#define SEATPUSH_PORT_EVENT_COUNT SEATPUSH_ON_START

/* A callable that is kept: referenced, and resolved once. UNDEF: none. */
struct php_seatpush_callback {
	zval callable;
	zend_fcall_info_cache fcc; /* function_handler NULL: resolved at each call (__call) */
};

struct php_seatpush_callbacks {
	struct php_seatpush_callback of[SEATPUSH_EVENT_COUNT];
};

/* The name as on() and messages spell it. */
const char *php_seatpush_event_name(enum php_seatpush_event event);

/* The names of events that other servers have and on() refuses, numbered from 0; NULL: no more. */
const char *php_seatpush_event_refused(size_t i);

/* Finds an event by name, ignoring case. -1: a ValueError was thrown. port_only: refuses the events
 * of the whole server too. */
int php_seatpush_event_find(zend_string *name, bool port_only);

/* References the callable. */
void php_seatpush_callback_init(
	struct php_seatpush_callback *callback, zval *callable, const zend_fcall_info_cache *fcc);

/* Drops the reference; the callback is UNDEF afterwards. */
void php_seatpush_callback_fini(struct php_seatpush_callback *callback);

static inline bool php_seatpush_callback_is_set(const struct php_seatpush_callback *callback)
{
	return Z_TYPE(callback->callable) != IS_UNDEF;
}

void php_seatpush_callbacks_fini(struct php_seatpush_callbacks *callbacks);

/* Lists all callables for the cycle collector. */
void php_seatpush_callbacks_gc(
	struct php_seatpush_callbacks *callbacks, zend_get_gc_buffer *buffer);

#endif
