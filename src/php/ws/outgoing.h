/* SPDX-License-Identifier: MIT */
/*
 * From the arguments of push() to a frame on the wire.
 */
#ifndef PHP_SEATPUSH_WS_OUTGOING_H
#define PHP_SEATPUSH_WS_OUTGOING_H

#include "php.h"

#include "net/server/server.h"

/* What push() and pack() were given, checked. */
struct php_seatpush_outgoing {
	zend_string *data; /* a reference */
	uint8_t opcode;
	bool fin;
	bool is_close;
	bool throws; /* for what Swoole has no counterpart of: see php_seatpush_misuse() */
	uint16_t close_code;
	struct sp_packet_course course;
};

/* Reads a string, a Frame or a CloseFrame. False: an exception was thrown, or see
 * php_seatpush_misuse(). */
bool php_seatpush_outgoing_init(struct php_seatpush_outgoing *out, zval *data, zend_long opcode,
	zend_long flags, uint32_t data_arg);
void php_seatpush_outgoing_fini(struct php_seatpush_outgoing *out);

/* True if its data may be sent as what it says it is: text has to be UTF-8. False: see
 * php_seatpush_misuse(). */
bool php_seatpush_outgoing_check(const struct php_seatpush_outgoing *out, uint32_t data_arg);

/* The encoded frame, checked for UTF-8: a reference, or NULL: as for
 * php_seatpush_outgoing_init(). The last
 * frame of a tick is kept and returned again for the same string. */
struct sp_packet *php_seatpush_outgoing_packet(
	const struct php_seatpush_outgoing *out, struct sp_packet_account *account, uint32_t data_arg);

/* Forgets the last frame. */
void php_seatpush_outgoing_forget(void);

#endif
