/* SPDX-License-Identifier: MIT */
/*
 * The head of an HTTP/1.1 response: status line, fields, framing. What may stand in a field is
 * checked here, so that no caller can split a response.
 */
#ifndef SP_WIRE_HTTP_RESPONSE_H
#define SP_WIRE_HTTP_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"

/* The reason phrase of a status (RFC 9110 §15, IANA), or "" when it has none. */
const char *sp_http_reason(int status);

/* True if name is a token (RFC 9110 §5.6.2). */
bool sp_http_field_name_valid(struct sp_span name);

/* True if value holds no control character except for tabs (RFC 9110 §5.5). */
bool sp_http_field_value_valid(struct sp_span value);

/* True for responses that have no body, whatever the fields say: 1xx, 204, 304. */
bool sp_http_status_bodiless(int status);

/* Appends "HTTP/1.1 200 OK\r\n". status: 100 to 999. An empty reason stands for the standard
 * phrase; any other has been checked by the caller like a field value. False: out of memory. */
bool sp_http_put_status(struct sp_buf *out, int status, struct sp_span reason);

/* Appends "Name: value\r\n". The caller has checked both. False: out of memory. */
bool sp_http_put_field(struct sp_buf *out, struct sp_span name, struct sp_span value);

/* Appends "Content-Length: 42\r\n". False: out of memory. */
bool sp_http_put_content_length(struct sp_buf *out, size_t length);

/* Appends a whole short response with a text/plain body and Connection: close, for refusals.
 * A 426 asks for WebSocket version 13. head_only: the answer to a HEAD. False: out of memory. */
bool sp_http_put_refusal(
	struct sp_buf *out, int status, const char *text, struct sp_span date, bool head_only);

#endif
