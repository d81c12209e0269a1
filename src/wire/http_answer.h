/* SPDX-License-Identifier: MIT */
/*
 * What a server answers to an upgrade: 101, or a refusal with a body (RFC 9112). As strict as the
 * reader of requests, and as careful: a length that is announced only says where to stop.
 */
#ifndef SP_WIRE_HTTP_ANSWER_H
#define SP_WIRE_HTTP_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "wire/http_request.h"

#define SP_HTTP_ANSWER_HEAD_MAX ((size_t) 16 * 1024) /* bytes, with interim answers before it */
#define SP_HTTP_ANSWER_BODY_MAX ((size_t) 64 * 1024) /* bytes of the body that are kept */

/* All zero at first. */
struct sp_http_answer {
	int status;               /* 0: the head is not complete */
	bool extended;            /* it has Sec-WebSocket-Extensions */
	struct sp_buf head;       /* so far; complete once there is a status */
	size_t interim;           /* bytes of interim answers, which are dropped */
	struct sp_http_body body; /* body.data: the start of a refusal's body */
};

/* Feeds bytes. *used: how many belong to the answer; frames follow those of a 101. DONE: it is
 * complete, or as much of the body has come as is kept. If the connection ends before that, what
 * has come of the body is all. BAD: *why is a text (static). Nothing may be fed after DONE or BAD.
 */
enum sp_http_result sp_http_answer_feed(
	struct sp_http_answer *answer, const char *data, size_t len, size_t *used, const char **why);

void sp_http_answer_fini(struct sp_http_answer *answer);

#endif
