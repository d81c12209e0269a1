/* SPDX-License-Identifier: MIT */
#include "php/main/raise.h"

#include "net/server/state.h"
#include "php/engine/callback.h"
#include "php/engine/fiber.h"

struct raised {
	struct php_seatpush_server *server;
	enum php_seatpush_event event;
	uint32_t count;
	zend_long numbers[SEATPUSH_RAISE_MAX];
};

static void call(void *arg)
{
	struct raised raised = *(struct raised *) arg;
	struct php_seatpush_callback *callback = php_seatpush_server_callback(raised.event);
	zval args[1 + SEATPUSH_RAISE_MAX];

	if (callback == NULL || raised.server->net->core.halted) {
		return;
	}
	ZVAL_OBJ(&args[0], &raised.server->std);
	for (uint32_t i = 0; i < raised.count; i++) {
		ZVAL_LONG(&args[1 + i], raised.numbers[i]);
	}
	php_seatpush_call(
		callback, php_seatpush_event_name(raised.event), 1 + raised.count, args, NULL, NULL);
}

void php_seatpush_raise(struct php_seatpush_server *server, enum php_seatpush_event event,
	uint32_t count, const zend_long numbers[])
{
	struct raised raised = {.server = server, .event = event, .count = count};

	for (uint32_t i = 0; i < count; i++) {
		raised.numbers[i] = numbers[i];
	}
	php_seatpush_call_in_fiber(call, &raised);
}
