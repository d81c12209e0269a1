/* SPDX-License-Identifier: MIT */
/*
 * What the HTTP parsers make of a stream of bytes, told as text: every request with its body, one
 * after the other as on one connection, until one is refused. The same bytes must tell the same
 * story however they are cut.
 */
#ifndef SP_TESTS_HTTP_STORY_H
#define SP_TESTS_HTTP_STORY_H

#include "cuts.h"
#include "guard.h"
#include "wire/http_request.h"
#include "wire/ws_handshake.h"

struct http_teller {
	struct sp_buf *story;
	size_t head_limit;
	uint64_t body_limit;
	struct sp_buf pending; /* bytes of a head that is not complete */
	size_t scanned;
	bool in_body;
	struct sp_http_body body;
};

static inline void tell_span(struct sp_buf *story, const char *name, struct sp_span span)
{
	must(span.data != NULL);
	must(sp_buf_printf(story, "%s <%.*s>\n", name, (int) span.len, span.data));
}

static inline void tell_refusal(struct sp_buf *story, const struct sp_http_refusal *refusal)
{
	must(refusal->status >= 400 && refusal->status <= 599 && refusal->text != NULL);
	must(sp_buf_printf(story, "bad %d %s\n", refusal->status, refusal->text));
}

static inline void must_lie_in(struct sp_span span, const char *data, size_t len)
{
	must(span.data >= data && span.data <= data + len);
	must(span.len <= (size_t) (data + len - span.data));
}

static inline void tell_upgrade(struct sp_buf *story, const struct sp_http_head *head)
{
	struct sp_http_refusal refusal = {0};
	struct sp_ws_upgrade upgrade;

	if (!head->upgrade_websocket) {
		return;
	}
	if (!sp_ws_handshake_check(head, &upgrade, &refusal)) {
		must(sp_buf_printf(story, "no upgrade %d %s\n", refusal.status, refusal.text));
		return;
	}
	tell_span(story, "upgrade, key", upgrade.key);
	tell_span(story, "origin", upgrade.origin);
	must(sp_buf_printf(story, "%s\n",
		sp_ws_subprotocol_choose(head, sp_span("chat")).len > 0 ? "offers chat" : "no chat"));
}

static inline void tell_head(
	struct sp_buf *story, const struct sp_http_head *head, const char *data, size_t len)
{
	const struct sp_span spans[] = {head->method, head->target, head->path, head->query};
	static const char *const names[] = {"method", "target", "path", "query"};
	size_t i;

	for (i = 0; i < sizeof(spans) / sizeof(spans[0]); i++) {
		must_lie_in(spans[i], data, len);
		tell_span(story, names[i], spans[i]);
	}
	must(sp_buf_printf(story, "1.%d%s%s%s%s\n", head->minor_version,
		head->keep_alive ? " keep-alive" : " close", head->chunked ? " chunked" : "",
		head->expect_continue ? " expects" : "", head->has_body ? " body" : ""));
	for (i = 0; i < head->field_count; i++) {
		must_lie_in(head->fields[i].name, data, len);
		must_lie_in(head->fields[i].value, data, len);
		tell_span(story, "name", head->fields[i].name);
		tell_span(story, "value", head->fields[i].value);
	}
	tell_upgrade(story, head);
}

/* Tells what the body's parser returned. False: refused. */
static inline bool tell_body(
	struct http_teller *teller, enum sp_http_result result, const struct sp_http_refusal *refusal)
{
	if (result == SP_HTTP_BAD) {
		tell_refusal(teller->story, refusal);
		return false;
	}
	teller->in_body = result == SP_HTTP_MORE;
	if (result == SP_HTTP_DONE) {
		must(teller->body.data.len <= teller->body_limit);
		tell_span(teller->story, "body",
			(struct sp_span){
				teller->body.data.data ? teller->body.data.data : "", teller->body.data.len});
		sp_http_body_fini(&teller->body);
	}
	return true;
}

/* One step over the pending bytes. True while there may be more to do. */
static inline bool tell_pending_head(struct http_teller *teller, bool *open)
{
	struct sp_http_refusal refusal = {0};
	struct sp_http_head head;
	size_t len = teller->pending.len;
	char *data = guarded(teller->pending.data, len);
	size_t head_len = 0;

	switch (sp_http_head_parse(
		data, len, teller->head_limit, &teller->scanned, &head, &head_len, &refusal)) {
	case SP_HTTP_MORE:
		return false;
	case SP_HTTP_BAD:
		tell_refusal(teller->story, &refusal);
		*open = false;
		return false;
	case SP_HTTP_DONE:
		break;
	}
	must(head_len <= len && head_len <= teller->head_limit && teller->scanned == 0);
	tell_head(teller->story, &head, data, head_len);
	sp_buf_consume(&teller->pending, head_len);
	*open = tell_body(
		teller, sp_http_body_init(&teller->body, &head, teller->body_limit, &refusal), &refusal);
	return *open;
}

static inline bool tell_pending_body(struct http_teller *teller, bool *open)
{
	struct sp_http_refusal refusal = {0};
	size_t len = teller->pending.len;
	size_t used = SIZE_MAX;
	enum sp_http_result result =
		sp_http_body_feed(&teller->body, guarded(teller->pending.data, len), len, &used, &refusal);

	must(used <= len && (result != SP_HTTP_MORE || used == len));
	sp_buf_consume(&teller->pending, used);
	*open = tell_body(teller, result, &refusal);
	return *open && teller->pending.len > 0;
}

/* Appends the story of data to *story. */
static inline void http_story(struct sp_buf *story, size_t head_limit, uint64_t body_limit,
	const void *data, size_t len, struct cuts cuts)
{
	struct http_teller teller = {
		.story = story, .head_limit = head_limit, .body_limit = body_limit};
	const char *at = data;
	bool open = true;
	bool again;
	size_t piece;

	while (open && len > 0) {
		piece = cuts_next(&cuts, len);
		must(sp_buf_append(&teller.pending, at, piece));
		at += piece;
		len -= piece;
		do {
			again = teller.in_body ? tell_pending_body(&teller, &open)
								   : tell_pending_head(&teller, &open);
		} while (again);
		/* memory grows with what has arrived, never with what is announced */
		must(teller.body.data.cap <= 2 * (size_t) (at - (const char *) data) + 64);
	}
	if (open && teller.in_body) {
		must(sp_buf_printf(story, "unfinished body, %zu bytes\n", teller.body.data.len));
	} else if (open) {
		must(sp_buf_printf(story, "%zu bytes pending\n", teller.pending.len));
	}
	sp_http_body_fini(&teller.body);
	sp_buf_fini(&teller.pending);
}

#endif
