/* SPDX-License-Identifier: MIT */
/*
 * What the log says when a server starts: where it listens, and what of its options will not be as
 * their writer may think.
 */
#ifndef PHP_SEATPUSH_MAIN_ANNOUNCE_H
#define PHP_SEATPUSH_MAIN_ANNOUNCE_H

#include "php/server/object.h"

/* Of several workers the first one says all of it. */
void php_seatpush_announce(const struct php_seatpush_server *server);

#endif
