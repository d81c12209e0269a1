/* SPDX-License-Identifier: MIT */
/*
 * The subprotocol of a WebSocket: which of those that a client offers is chosen, by the option or
 * by the script, and that somebody hears of it when none is.
 */
#ifndef PHP_SEATPUSH_HTTP_SUBPROTOCOL_H
#define PHP_SEATPUSH_HTTP_SUBPROTOCOL_H

#include "php.h"

#include "net/conn/conn.h"
#include "wire/http_request.h"

/* The first of websocket_subprotocol that the client offers; empty: none. */
struct sp_span php_seatpush_subprotocol_choose(
	const struct sp_conn *conn, const struct sp_http_head *head);

/* A client is let in without any of those that it offered: logged once, since browsers end such a
 * connection, and say so only in their own console. */
void php_seatpush_subprotocol_missed(const char *offered);

/* The request is gone when Response::create() makes another Response for a handshake that was let
 * go, so what it offered is kept beside the connection until then. offered may be NULL. */
void php_seatpush_subprotocol_keep(struct sp_conn *conn, const zend_string *offered);

/* Takes it out again, for the caller to release; NULL: nothing. */
zend_string *php_seatpush_subprotocol_kept(struct sp_conn *conn);

#endif
