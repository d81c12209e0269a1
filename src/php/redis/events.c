/* SPDX-License-Identifier: MIT */
#include "php/redis/events.h"

#include "php/engine/callback.h"
#include "php/server/object.h"

struct told {
	struct php_seatpush_server *server;
	enum php_seatpush_event event;
	const char *why;
	double seconds;
};

static void call_event(void *arg)
{
	struct told told = *(struct told *) arg;
	struct php_seatpush_callback *callback = php_seatpush_server_callback(told.event);
	zval args[2];

	if (callback == NULL) {
		return;
	}
	ZVAL_OBJ(&args[0], &told.server->std);
	if (told.why != NULL) {
		ZVAL_STRING(&args[1], told.why);
	} else {
		ZVAL_DOUBLE(&args[1], told.seconds);
	}
	php_seatpush_call(callback, php_seatpush_event_name(told.event), 2, args, NULL, NULL);
	zval_ptr_dtor(&args[1]);
}

void php_seatpush_redis_tell_down(struct php_seatpush_server *server, const char *why)
{
	struct told told = {server, SEATPUSH_ON_REDIS_DOWN, why, 0};

	php_seatpush_call_in_fiber(call_event, &told);
}

void php_seatpush_redis_tell_up(struct php_seatpush_server *server, double seconds)
{
	struct told told = {server, SEATPUSH_ON_REDIS_UP, NULL, seconds};

	php_seatpush_call_in_fiber(call_event, &told);
}
