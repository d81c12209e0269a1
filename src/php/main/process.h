/* SPDX-License-Identifier: MIT */
/*
 * Processes of the script's own: the class Process, and Server::addProcess().
 */
#ifndef PHP_SEATPUSH_MAIN_PROCESS_H
#define PHP_SEATPUSH_MAIN_PROCESS_H

#include "php.h"

#include "php/server/object.h"

/* In such a process, in place of serving: calls its callable, and returns when that has. False: the
 * script has added fewer, which is logged. */
bool php_seatpush_process_run(struct php_seatpush_server *server, int number);

void php_seatpush_processes_gc(
	const struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

/* With the server object. */
void php_seatpush_processes_free(struct php_seatpush_server *server);

void php_seatpush_process_init_ce(zend_class_entry *ce);

#endif
