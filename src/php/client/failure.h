/* SPDX-License-Identifier: MIT */
/*
 * The ClientExceptions of a SeatPush\Client whose server does not do what it should.
 */
#ifndef PHP_SEATPUSH_CLIENT_FAILURE_H
#define PHP_SEATPUSH_CLIENT_FAILURE_H

#include "php.h"

#include "net/client/ws_client.h"

/* what: what did not come in time, as "ping(): no pong". */
void php_seatpush_client_throw_late(uint64_t timeout_ms, const char *what);

/* For a connection that has ended, with the code and reason of its close frame. */
void php_seatpush_client_throw_closed(const struct sp_ws_client *core);

/* For a connection that could not be opened, with what the server answered. */
void php_seatpush_client_throw_failed(
	const struct sp_ws_client *core, const struct sp_error *error);

#endif
