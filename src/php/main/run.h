/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_MAIN_RUN_H
#define PHP_SEATPUSH_MAIN_RUN_H

#include "php.h"

#include "php/server/object.h"

/* start(): returns when the server has ended. False: an exception was thrown. */
bool php_seatpush_run(struct php_seatpush_server *server);

/* $master_pid, $worker_id and the like: at start(), and in a worker from the constructor on. */
void php_seatpush_set_process_properties(struct php_seatpush_server *server);

/* At the end of a tick: raises BeforeShutdown once the server is stopping, before any Close. */
void php_seatpush_tell_stop(void);

/* Connections go to another process from now on: raises WorkerExit, and timers end. */
void php_seatpush_hand_over(void);

#endif
