/* SPDX-License-Identifier: MIT */
#include "php/engine/globals.h"

#include "php/engine/errors.h"

ZEND_DECLARE_MODULE_GLOBALS(seatpush)

void php_seatpush_globals_init(void *globals)
{
	zend_seatpush_globals *fresh = globals;

	memset(fresh, 0, sizeof(*fresh));
	sp_tailq_init(&fresh->deferred);
	sp_tailq_init(&fresh->ready);
	sp_link_init(&fresh->fibers);
	sp_link_init(&fresh->waits);
	sp_link_init(&fresh->redis_objects);
}

struct sp_loop *php_seatpush_loop(void)
{
	struct sp_error error = {0};

	if (SEATPUSH_G(loop) == NULL) {
		SEATPUSH_G(loop) = sp_loop_new(&error);
		if (SEATPUSH_G(loop) == NULL) {
			php_seatpush_throw(&error);
		}
	} else if (!sp_loop_own(SEATPUSH_G(loop), &error)) {
		php_seatpush_throw(&error);
		return NULL;
	}
	return SEATPUSH_G(loop);
}
