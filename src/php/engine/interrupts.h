/* SPDX-License-Identifier: MIT */
/*
 * What the VM does at a safe point, for a loop that may run no PHP code for hours: above all the
 * script's signal handlers (pcntl_async_signals()).
 */
#ifndef PHP_SEATPUSH_ENGINE_INTERRUPTS_H
#define PHP_SEATPUSH_ENGINE_INTERRUPTS_H

/* The end of a tick: does it, if anything is to be done. */
void php_seatpush_interrupts_run(void);

#endif
