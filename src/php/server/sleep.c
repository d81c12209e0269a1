/* SPDX-License-Identifier: MIT */
/*
 * Server::sleep(): one callback waits while others are served.
 */
#include "php.h"

#include <event2/event.h>

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

#define MS_MAX (86400000LL * 365)

static void on_time(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	php_seatpush_wake(arg);
}

SEATPUSH_METHOD(Server, sleep)
{
	struct php_seatpush_wait wait = {.ends_at_stop = true};
	struct timeval after;
	zend_long ms;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(ms)
	ZEND_PARSE_PARAMETERS_END();

	if (ms < 0 || ms > MS_MAX) {
		zend_argument_value_error(1, "must be from 0 to %lld milliseconds", MS_MAX);
		RETURN_THROWS();
	}
	if (!php_seatpush_check_wait("sleep()")) {
		RETURN_THROWS();
	}
	wait.timer = event_new(SEATPUSH_G(loop)->base, -1, 0, on_time, &wait);
	if (wait.timer == NULL) {
		php_seatpush_throw_text("sleep() cannot wait: out of memory");
		RETURN_THROWS();
	}
	after = sp_timeval_ms((uint64_t) ms);
	event_base_update_cache_time(SEATPUSH_G(loop)->base);
	event_add(wait.timer, &after);
	php_seatpush_wait(&wait, "sleep()");
	event_free(wait.timer);
}
