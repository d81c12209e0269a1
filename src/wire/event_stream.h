/* SPDX-License-Identifier: MIT */
/*
 * Server-sent events as they go to a client (HTML Living Standard §9.2.6, text/event-stream).
 */
#ifndef SP_WIRE_EVENT_STREAM_H
#define SP_WIRE_EVENT_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

/* A comment, which clients ignore: it keeps a silent stream alive. */
#define SP_EVENT_COMMENT ":\n\n"

/* True if text may be an event's name or id: no CR, LF or NUL in it. */
bool sp_event_field_valid(struct sp_span text);

/* Appends one event. data: UTF-8; its lines may end with LF, CR or CRLF, and a client sees LF for
 * each. name, id: valid; no data: no such field; empty id: the client forgets the last one. False:
 * out of memory. */
bool sp_event_put(struct sp_buf *out, struct sp_span data, struct sp_span name, struct sp_span id);

/* Appends how long a client is to wait before it connects again. False: out of memory. */
bool sp_event_put_retry(struct sp_buf *out, uint32_t ms);

#endif
