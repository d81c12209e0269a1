/* SPDX-License-Identifier: MIT */
#include "php/engine/interrupts.h"

#include "php/engine/callback.h"
#include "php/engine/compat.h"
#include "php/engine/globals.h"

static void run(void *arg)
{
	(void) arg;
	php_seatpush_run_interrupts();
	php_seatpush_settle("Signal");
}

void php_seatpush_interrupts_run(void)
{
	/* The one that the stop wants is for user code. */
	if (php_seatpush_interrupt_is_due() && !SEATPUSH_G(interrupt_wanted)) {
		php_seatpush_call_in_fiber(run, NULL);
	}
}
