/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_SERVER_INFO_H
#define PHP_SEATPUSH_SERVER_INFO_H

#include "php.h"

#include "net/conn/conn.h"

/* What getClientInfo() returns for a connection. */
void php_seatpush_client_info(struct sp_conn *conn, zval *return_value);

#endif
