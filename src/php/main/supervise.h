/* SPDX-License-Identifier: MIT */
/*
 * start() with the option supervise, or with what implies it, in the process that the user started:
 * it serves nobody, and runs the script again for that.
 */
#ifndef PHP_SEATPUSH_MAIN_SUPERVISE_H
#define PHP_SEATPUSH_MAIN_SUPERVISE_H

#include "php.h"

#include "php/server/object.h"

/* A reload moves the connections to the new worker: reload_mode says so, or, without it, an Adopt
 * callback does. */
bool php_seatpush_keeps(const struct php_seatpush_server *server);

/* How many processes serve: worker_num, or as many as there can be. 1 in a process that is no
 * worker. */
int php_seatpush_workers(const struct php_seatpush_server *server);

/* How many more run tasks: task_worker_num, or as many as there can be. 0 if no Task callback is
 * registered, and in a process that is no worker. */
int php_seatpush_task_workers(const struct php_seatpush_server *server);

/* How many processes of addProcess() there are, or can be. 0 in a process that is no worker. */
int php_seatpush_own_processes(const struct php_seatpush_server *server);

/* False: the script cannot be run again, and *error says why. */
bool php_seatpush_can_launch(struct sp_error *error);

/* This process is to supervise. For the number of workers alone it does so only if the script can
 * be run again. */
bool php_seatpush_supervises(const struct php_seatpush_server *server);

/* False: *error says why; nothing has begun. The process is prepared: signals, log, loop. */
bool php_seatpush_supervise_begin(struct php_seatpush_server *server, struct sp_error *error);

/* Until all is over. False: *error says why the first worker did not start. */
bool php_seatpush_supervise(struct php_seatpush_server *server, struct sp_error *error);

/* Ends what is left of it. */
void php_seatpush_supervise_end(struct php_seatpush_server *server);

/* reload(), reloadCertificates(), shutdown() in a callback of the supervisor. False: this process
 * is none. */
bool php_seatpush_supervisor_reload(const struct php_seatpush_server *server);
bool php_seatpush_supervisor_reopen(const struct php_seatpush_server *server);
bool php_seatpush_supervisor_stop(const struct php_seatpush_server *server);

#endif
