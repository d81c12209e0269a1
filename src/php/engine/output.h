/* SPDX-License-Identifier: MIT */
/*
 * Output buffers (ob_start()) of callbacks. PHP has one stack of them for all: what a callback
 * opens is put aside while it waits, and ends with it.
 */
#ifndef PHP_SEATPUSH_ENGINE_OUTPUT_H
#define PHP_SEATPUSH_ENGINE_OUTPUT_H

#include "php.h"
#include "php_output.h"

#include "php/engine/fiber.h"

/* How many buffers are open. */
static inline int php_seatpush_output_level(void)
{
	return OG(active) != NULL ? OG(handlers).top : 0;
}

/* How many of them are the running callback's own. */
static inline int php_seatpush_output_depth(void)
{
	const struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();

	return php_seatpush_output_level() - (fiber != NULL ? fiber->output_level : 0);
}

/* The callback in this fiber begins to wait: what it has opened (above fiber->output_level) is not
 * for what others write. */
void php_seatpush_output_put_aside(struct php_seatpush_fiber *fiber);

/* It goes on: what was put aside is there again. */
void php_seatpush_output_put_back(struct php_seatpush_fiber *fiber);

/* Ends the callback's own buffers above depth: what is in them goes on to where echo goes. Handlers
 * may run user code, which may throw or bail out. Returns how many there were. */
int php_seatpush_output_end(int depth);

#endif
