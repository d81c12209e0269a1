/* SPDX-License-Identifier: MIT */
/*
 * Conditional requests (RFC 9110 §13): whether what a client has is what there is.
 */
#ifndef SP_WIRE_HTTP_CONDITION_H
#define SP_WIRE_HTTP_CONDITION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "wire/http_request.h"

/* What there is. */
struct sp_http_validators {
	struct sp_span etag; /* strong, with its quotes */
	int64_t modified_s;  /* Unix time */
	int64_t now_s;
};

enum sp_http_verdict {
	SP_HTTP_SEND,
	SP_HTTP_NOT_MODIFIED, /* 304 */
	SP_HTTP_FAILED,       /* 412 */
};

/* For GET and HEAD. */
enum sp_http_verdict sp_http_condition(
	const struct sp_http_head *head, const struct sp_http_validators *validators);

/* The value of the Range field, if it counts: if there is one, and If-Range does not say that the
 * client has a part of something else. NULL: it does not. */
const struct sp_span *sp_http_range_wanted(
	const struct sp_http_head *head, const struct sp_http_validators *validators);

#endif
