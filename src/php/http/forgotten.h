/* SPDX-License-Identifier: MIT */
/*
 * What scripts forget in answers, said in the log, since the client is all that would hear of it.
 */
#ifndef PHP_SEATPUSH_HTTP_FORGOTTEN_H
#define PHP_SEATPUSH_HTTP_FORGOTTEN_H

#include "php/http/answer.h"

/* The answer goes, and was never ended: once a minute, with the callback that did not. */
void php_seatpush_answer_unended(const struct php_seatpush_answer *answer);

/* The script's own 101, before it is sent: once a minute if it lacks what every client checks (RFC
 * 6455 §4.1). */
void php_seatpush_answer_check_upgrade(const struct php_seatpush_answer *answer);

#endif
