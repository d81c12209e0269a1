/* SPDX-License-Identifier: MIT */
/*
 * What other workers tell and ask about this one's connections: see elsewhere.h. No user code runs,
 * and nothing is allocated in PHP's heap.
 */
#ifndef PHP_SEATPUSH_SERVER_BEHALF_H
#define PHP_SEATPUSH_SERVER_BEHALF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "net/conn/conn.h"

/* The core's on_tell and on_ask hooks. */
void php_seatpush_on_tell(struct sp_conn *conn, struct sp_span bytes);
bool php_seatpush_on_ask(struct sp_core *core, struct sp_conn *conn, uint32_t what,
	struct sp_span text, struct sp_buf *out);

#endif
