/* SPDX-License-Identifier: MIT */
#include "php/engine/forked.h"

#include <unistd.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "php/engine/errors.h"

#define STATUS 255 /* as after a fatal error */

bool php_seatpush_refuse_forked(const char *what)
{
	if (php_seatpush_forked()) {
		php_seatpush_throw_text(
			"%s: this process is a child that a callback forked, and the server is its parent's: let "
			"the child do its own work and end by exit(); what browsers are to hear, tell the server "
			"by an HTTP request or through Redis",
			what);
		return true;
	}
	return false;
}

void php_seatpush_forked_came_back(const char *callback_name)
{
	if (SEATPUSH_G(exit_exception) == NULL && !SEATPUSH_G(fatal)) {
		sp_log(SP_LOG_WARNING,
			"process %ld is a child that the %s callback forked, and has come back from it: only the "
			"parent serves, so the child ends here, with status %d; let it end by exit()",
			(long) getpid(), callback_name, STATUS);
	}
}

void php_seatpush_forked_end(void)
{
	if (SEATPUSH_G(exit_exception) == NULL && !SEATPUSH_G(fatal)) {
		EG(exit_status) = STATUS;
		zend_throw_unwind_exit();
	}
	if (SEATPUSH_G(wait_count) > 0) {
		CG(unclean_shutdown) = 1; /* what other callbacks of the parent hold is never given back */
	}
}
