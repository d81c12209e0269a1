/* SPDX-License-Identifier: MIT */
/*
 * A callback may fork. The server is the parent's: in the child nothing of it can be used, no
 * callback is called, and when the one that forked is over, the child ends.
 */
#ifndef PHP_SEATPUSH_ENGINE_FORKED_H
#define PHP_SEATPUSH_ENGINE_FORKED_H

#include "php.h"

#include "net/server/state.h"
#include "php/engine/globals.h"

/* This is such a child. */
static inline bool php_seatpush_forked(void)
{
	const struct sp_server *net = SEATPUSH_G(serving).net;

	return net != NULL && net->core.phase == SP_PHASE_FOREIGN;
}

/* The same; true: an exception was thrown that names what was tried. */
bool php_seatpush_refuse_forked(const char *what);

/* In such a child: the callback of that name is over, and did not end the process. */
void php_seatpush_forked_came_back(const char *callback_name);

/* In such a child, at the end of start(): ends the script, with status 255 unless the callback has
 * ended it. */
void php_seatpush_forked_end(void);

#endif
