/* SPDX-License-Identifier: MIT */
/*
 * Sec-WebSocket-Accept (RFC 6455 §4.2.2), which proves that a server has read the client's key.
 */
#ifndef PHP_SEATPUSH_HTTP_ACCEPT_VALUE_H
#define PHP_SEATPUSH_HTTP_ACCEPT_VALUE_H

#include "wire/ws_handshake.h"

void php_seatpush_accept_value(const char key[SP_WS_KEY_LEN], char accept[SP_WS_ACCEPT_LEN]);

#endif
