/* SPDX-License-Identifier: MIT */
/*
 * A long message that comes in pieces is gathered in the very string that its callback gets. Such
 * strings are part of PHP's memory, so there are only so many of them at a time; messages beyond
 * that are gathered in memory of our own, and copied when they are whole.
 */
#ifndef PHP_SEATPUSH_WS_LONG_MESSAGE_H
#define PHP_SEATPUSH_WS_LONG_MESSAGE_H

#include "php.h"

#include "wire/ws_message.h"

/* What the core's decoders gather in: the characters of zend_strings. */
extern const struct sp_ws_lender php_seatpush_long_message_lender;

/* The string that buf's memory is, as a reference; buf is {0} afterwards. */
zend_string *php_seatpush_long_message(struct sp_buf *buf);

/* Frees the memory that is kept for the next ones. */
void php_seatpush_long_messages_forget(void);

#endif
