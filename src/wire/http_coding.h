/* SPDX-License-Identifier: MIT */
/*
 * Content codings (RFC 9110 §8.4.1), and which of them a request accepts (§12.5.3).
 */
#ifndef SP_WIRE_HTTP_CODING_H
#define SP_WIRE_HTTP_CODING_H

#include "wire/http_request.h"

/* In the server's order of preference, the last one first. With levels that a server can afford,
 * zstd takes a third of the time of the others, and what comes of it is shorter; br is shorter than
 * gzip. */
enum sp_coding { SP_CODING_IDENTITY, SP_CODING_GZIP, SP_CODING_BR, SP_CODING_ZSTD, SP_CODINGS };

/* "gzip": the name that Content-Encoding has for it. Static. */
const char *sp_coding_name(enum sp_coding coding);

/* The coding for an answer: of those that the client likes best, the one that the server does.
 * available: a bit for each coding that the server has. IDENTITY if none of them is accepted, or
 * the client prefers that, or the request has no Accept-Encoding. What is malformed is ignored,
 * element by element. */
enum sp_coding sp_http_coding_choose(const struct sp_http_head *head, unsigned available);

#endif
