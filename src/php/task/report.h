/* SPDX-License-Identifier: MIT */
/*
 * In a task worker: what becomes of a task is sent to the process that has called task().
 */
#ifndef PHP_SEATPUSH_TASK_REPORT_H
#define PHP_SEATPUSH_TASK_REPORT_H

#include "php.h"

#include "php/server/letters.h"
#include "php/task/record.h"
#include "php/task/state.h"

/* Sends a letter about it; result: borrowed, or NULL. What does not fit into the other's mailbox is
 * sent later. False: the result is not sent: the log says why, or an exception was thrown; a letter
 * that is no SEATPUSH_LETTER_RESULT is sent without it. */
bool php_seatpush_report(
	struct php_seatpush_task *task, enum php_seatpush_letter_kind kind, zval *result);

/* The Task callback has returned, or thrown: then result is UNDEF. Its Task object may still be
 * there. Also if an exception was thrown. */
void php_seatpush_report_done(struct php_seatpush_task *task, zval *result);

/* Of tasks that other processes have sent. */
extern const struct php_seatpush_task_hooks php_seatpush_report_hooks;

/* Sends what did not fit. */
void php_seatpush_report_rest(struct php_seatpush_tasks *tasks, const struct sp_machine *machine);

/* Forgets it. */
void php_seatpush_report_drop(struct php_seatpush_tasks *tasks);

#endif
