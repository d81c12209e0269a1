/* SPDX-License-Identifier: MIT */
/*
 * An HTTP/1 request: head, and how its body is framed (RFC 9112). Strict where leniency lets
 * two parties read different requests out of the same bytes: bare LF, obs-fold, blanks before
 * the colon, Content-Length together with Transfer-Encoding, several lengths and the like are
 * refused. Bytes only: no descriptor, no clock, no allocation except the body's buffer.
 * Heads are read in http_head.c (targets in http_target.c), bodies in http_body.c.
 */
#ifndef SP_WIRE_HTTP_REQUEST_H
#define SP_WIRE_HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

#define SP_HTTP_FIELDS_MAX 100

enum sp_http_result {
	SP_HTTP_MORE, /* incomplete */
	SP_HTTP_DONE,
	SP_HTTP_BAD, /* refuse with the status and text in struct sp_http_refusal, then close */
};

/* How a request is refused: the status to answer, and a sentence for its body and the log. */
struct sp_http_refusal {
	int status;       /* 400, 413, 414, 417, 426, 431, 501, 505 ... */
	const char *text; /* static */
};

struct sp_http_field {
	struct sp_span name;  /* as sent; compare with sp_span_equals_nocase */
	struct sp_span value; /* without the white space around it */
};

struct sp_http_head {
	struct sp_span method;
	struct sp_span target;  /* as sent */
	struct sp_span path;    /* target up to '?'; of an absolute target only its path, or "/" */
	struct sp_span query;   /* after '?', empty if there is none */
	int minor_version;      /* 0 or 1: HTTP/1.0 or HTTP/1.1 */
	bool keep_alive;        /* RFC 9112 §9.3 */
	bool chunked;           /* the body is chunked; otherwise content_length counts */
	bool expect_continue;   /* Expect: 100-continue, and HTTP/1.1 */
	bool has_body;          /* chunked, or content_length > 0 */
	bool upgrade_websocket; /* Connection has the token upgrade and Upgrade has websocket */
	uint64_t content_length;
	size_t field_count;
	struct sp_http_field fields[SP_HTTP_FIELDS_MAX];
};

/*
 * Reads a head from the front of data. All spans of *head point into data.
 * len:     bytes available; limit: longest head allowed (longer: 431, or 414 when no line
 *          end has come yet).
 * scanned: in and out; 0 at first, and 0 again when DONE. The search for the end resumes there,
 *          so that a head that arrives byte by byte is not searched from its start each time.
 * DONE: *head_len is the length of the head with its empty line. BAD: *refusal is filled.
 * Empty lines (CRLF) before the request line are skipped, two at most (RFC 9112 §2.2), and count
 * as part of the head. A bare LF, or a first octet that no request starts with, is BAD at once.
 * With an absolute target, the value of Host is the target's authority (RFC 9112 §3.2.2).
 */
enum sp_http_result sp_http_head_parse(const char *data, size_t len, size_t limit, size_t *scanned,
	struct sp_http_head *head, size_t *head_len, struct sp_http_refusal *refusal);

/* The value of the first field of that name (any case), or NULL. */
const struct sp_span *sp_http_head_find(const struct sp_http_head *head, const char *name);

/* True if any field of that name has the token in its comma-separated list (any case). */
bool sp_http_head_has_token(const struct sp_http_head *head, const char *name, const char *token);

/* Takes the next element off the front of a comma-separated list (RFC 9110 §5.6.1): without the
 * blanks around it, empty ones skipped. False: there are no more. */
bool sp_http_list_next(struct sp_span *list, struct sp_span *element);

/* A body on its way in: the decoder for either framing. Small; zeroed by init. */
struct sp_http_body {
	bool chunked;
	uint8_t phase;      /* of the chunked decoder, see the .c file */
	uint16_t line_len;  /* bytes of the chunk-size line or trailers so far */
	uint64_t left;      /* bytes left of the body or of the chunk */
	uint64_t limit;     /* longest body in bytes */
	struct sp_buf data; /* the body so far; the caller may take it over when DONE */
};

/* Starts reading the body that head announces. limit in bytes.
 * BAD with 413 at once if Content-Length is above it; DONE if there is no body; else MORE. */
enum sp_http_result sp_http_body_init(struct sp_http_body *body, const struct sp_http_head *head,
	uint64_t limit, struct sp_http_refusal *refusal);

/* Feeds bytes; *used says how many belonged to the body. MORE consumes everything. Trailers are
 * checked and dropped. BAD: 400, 413 above the limit, 431 if the trailers are too long, or 503 when
 * out of memory. Nothing may be fed after DONE or BAD. */
enum sp_http_result sp_http_body_feed(struct sp_http_body *body, const char *data, size_t len,
	size_t *used, struct sp_http_refusal *refusal);

void sp_http_body_fini(struct sp_http_body *body);

#endif
