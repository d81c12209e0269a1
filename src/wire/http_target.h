/* SPDX-License-Identifier: MIT */
/*
 * Where a request goes: the request target (RFC 9112 §3.2), and the authority in it or in the Host
 * field: a host with an optional port.
 */
#ifndef SP_WIRE_HTTP_TARGET_H
#define SP_WIRE_HTTP_TARGET_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"
#include "wire/http_request.h"

/* True for a name, an IPv4 address or an IPv6 address in brackets, with an optional port. */
bool sp_http_authority_valid(struct sp_span authority);

/* Splits head->target, whose characters have been checked, into head->path and head->query.
 * *authority is that of an absolute target; otherwise its data becomes NULL. False: the target has
 * a form that is not for an origin server, or an invalid authority. */
bool sp_http_target_split(struct sp_http_head *head, struct sp_span *authority);

/* Appends reference, percent-encoding what RFC 3986 does not allow in one: what is no ASCII,
 * blanks, and "<>\\^`{|}. What is encoded already stays as it is. False: out of memory. */
bool sp_http_put_reference(struct sp_buf *out, struct sp_span reference);

#endif
