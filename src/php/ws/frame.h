/* SPDX-License-Identifier: MIT */
/*
 * Frame and CloseFrame objects, from C.
 */
#ifndef PHP_SEATPUSH_WS_FRAME_H
#define PHP_SEATPUSH_WS_FRAME_H

#include "php.h"

#include "wire/ws_message.h"

/* Bits of $flags: WEBSOCKET_FLAG_FIN and WEBSOCKET_FLAG_COMPRESS. */
#define SEATPUSH_FRAME_FIN 1
#define SEATPUSH_FRAME_COMPRESS 2

/* The Frame of a received message; a CloseFrame for a close frame. */
void php_seatpush_frame_new(
	zval *out, zend_long fd, enum sp_ws_event event, const struct sp_ws_event_data *message);

/* The frame's data, as a reference. */
zend_string *php_seatpush_frame_data(zend_object *frame);

/* Its opcode and flags. */
void php_seatpush_frame_head(zend_object *frame, zend_long *opcode, zend_long *flags);

/* A close frame's reason, as a reference, and its code. */
zend_string *php_seatpush_close_frame_reason(zend_object *frame, zend_long *code);

#endif
