/* SPDX-License-Identifier: MIT */
/*
 * What people do who come from php-fpm, where one script answers one request: header(),
 * setcookie(), session_start(), $_GET. In a callback all that does nothing, and says nothing; so
 * each is named once in the log, with what to use instead.
 */
#ifndef PHP_SEATPUSH_MAIN_HABITS_H
#define PHP_SEATPUSH_MAIN_HABITS_H

#include "php.h"

struct php_seatpush_server;

/* Looks for superglobals in the callbacks, and watches the functions from now on. */
void php_seatpush_habits_begin(const struct php_seatpush_server *server);

void php_seatpush_habits_end(void);

#endif
