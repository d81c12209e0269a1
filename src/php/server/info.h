/* SPDX-License-Identifier: MIT */
/*
 * What getClientInfo() says of a connection, whichever worker has it.
 */
#ifndef PHP_SEATPUSH_SERVER_INFO_H
#define PHP_SEATPUSH_SERVER_INFO_H

#include "php.h"

#include "base/buf.h"
#include "net/conn/conn.h"
#include "php/server/object.h"

/* For getClientInfo(): an array, or false, or an exception was thrown. method: "getClientInfo()".
 */
void php_seatpush_client_info(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value);

/* Appends the same as bytes for another worker. False: out of memory. */
bool php_seatpush_facts_pack(const struct sp_conn *conn, struct sp_buf *out);

#endif
