/* SPDX-License-Identifier: MIT */
/*
 * Where a request goes: the request target (RFC 9112 §3.2) and the authority, a host with
 * perhaps a port, that stands in it or in the Host field.
 */
#ifndef SP_WIRE_HTTP_TARGET_H
#define SP_WIRE_HTTP_TARGET_H

#include <stdbool.h>

#include "base/span.h"
#include "wire/http_request.h"

/* True for a name, an IPv4 address or an IPv6 address in brackets, and perhaps a port. */
bool sp_http_authority_valid(struct sp_span authority);

/* Splits head->target, whose characters have been checked, into head->path and head->query.
 * *authority is that of an absolute target; otherwise its data becomes NULL. False: a form that
 * a server is not asked in, or an invalid authority. */
bool sp_http_target_split(struct sp_http_head *head, struct sp_span *authority);

#endif
