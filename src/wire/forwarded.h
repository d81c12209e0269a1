/* SPDX-License-Identifier: MIT */
/*
 * Whom a proxy asks for: X-Forwarded-For, a list of addresses to which each proxy adds the one that
 * it was asked by, and Forwarded, the same by RFC 7239. Anybody can send such fields, so only what
 * trusted proxies have added counts: the list is read from its end up to the first address that is
 * not one of theirs, and that is the client.
 */
#ifndef SP_WIRE_FORWARDED_H
#define SP_WIRE_FORWARDED_H

#include <stdint.h>

#include "wire/address.h"
#include "wire/http_request.h"

enum sp_forwarded_result {
	SP_FORWARDED_ABSENT,  /* there is no such field */
	SP_FORWARDED_UNKNOWN, /* the last proxy does not say whom it was asked by, or not in order */
	SP_FORWARDED_KNOWN,   /* *out is filled */
};

struct sp_forwarded {
	struct sp_address address;
	uint16_t port; /* 0: not said */
};

/* Reads X-Forwarded-For; only without it Forwarded, so that a client behind a proxy that sets the
 * one cannot bring the other. When all addresses are those of proxies, the first is the client;
 * after one that cannot be read ("unknown", "_hidden"), the one behind it. */
enum sp_forwarded_result sp_forwarded_read(
	const struct sp_http_head *head, const struct sp_networks *trusted, struct sp_forwarded *out);

#endif
