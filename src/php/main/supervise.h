/* SPDX-License-Identifier: MIT */
/*
 * start() with the option supervise, in the process that the user started: it serves nobody, and
 * runs the script again for that.
 */
#ifndef PHP_SEATPUSH_MAIN_SUPERVISE_H
#define PHP_SEATPUSH_MAIN_SUPERVISE_H

#include "php.h"

#include "php/server/object.h"

/* This process is to supervise. */
bool php_seatpush_supervises(const struct php_seatpush_server *server);

/* False: *error says why; nothing has begun. The process is prepared: signals, log, loop. */
bool php_seatpush_supervise_begin(struct php_seatpush_server *server, struct sp_error *error);

/* Until all is over. False: *error says why the first worker did not start. */
bool php_seatpush_supervise(struct php_seatpush_server *server, struct sp_error *error);

/* Ends what is left of it. */
void php_seatpush_supervise_end(struct php_seatpush_server *server);

/* reload(), shutdown() in a callback of the supervisor. False: this process is none. */
bool php_seatpush_supervisor_reload(const struct php_seatpush_server *server);
bool php_seatpush_supervisor_stop(const struct php_seatpush_server *server);

#endif
