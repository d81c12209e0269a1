/* SPDX-License-Identifier: MIT */
/*
 * What src/wire makes of short texts, and the heads, frames and handshakes that it writes. The
 * input is split at its NULs into three texts, which end at a protected page. What is written must
 * be read back by our own parsers as what it was.
 *
 * with: src/net/out/packet.c
 */
#include <stdlib.h>

#include "../unit/guard.h"
#include "base/buf.h"
#include "net/out/packet.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/media_type.h"
#include "wire/redis_dsn.h"
#include "wire/utf8.h"
#include "wire/ws_frame.h"
#include "wire/ws_handshake.h"
#include "wire/ws_origin.h"

#define TEXT_MAX 2000
#define TEXTS 3
#define HEAD_MAX 8192

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static void origins(struct sp_span pattern, struct sp_span origin, struct sp_span host)
{
	bool valid = sp_ws_origin_pattern_valid(pattern);
	bool plain = valid && memchr(pattern.data, ',', pattern.len) == NULL &&
				 memchr(pattern.data, '*', pattern.len) == NULL &&
				 !sp_span_equals_nocase(pattern, "self");

	sp_ws_origin_allowed(pattern, origin, host);
	must(!plain || sp_ws_origin_allowed(pattern, pattern, host));
	must(!sp_ws_origin_allowed((struct sp_span){"", 0}, origin, host));
	if (sp_ws_origin_is_self(origin, host)) {
		must(sp_ws_origin_allowed(sp_span("self"), origin, host));
		must(origin.len > host.len);
	}
}

/* The parser of addresses needs a NUL at the end. */
static void addresses(struct sp_span text)
{
	struct sp_redis_dsn dsn;
	struct sp_error error = {0};
	char *copy = malloc(text.len + 1);

	must(copy != NULL);
	memcpy(copy, text.data, text.len);
	copy[text.len] = '\0';
	if (sp_redis_dsn_parse(&dsn, copy, &error)) {
		must((dsn.host == NULL) != (dsn.path == NULL));
		must(dsn.path != NULL || (dsn.port >= 1 && dsn.port <= 65535));
		must(dsn.user == NULL || dsn.password != NULL);
	} else {
		must(error.text[0] != '\0' && dsn.host == NULL && dsn.path == NULL);
		must(dsn.user == NULL && dsn.password == NULL);
	}
	sp_redis_dsn_fini(&dsn);
	free(copy);
}

/* What is written as a field of a request is found in it again. */
static void fields(struct sp_span name, struct sp_span value)
{
	struct sp_buf text = {0};
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	size_t head_len, scanned = 0;

	if (!sp_http_field_name_valid(name) || !sp_http_field_value_valid(value)) {
		return;
	}
	must(sp_buf_puts(&text, "GET / HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Protocol: ") &&
		 sp_buf_append(&text, value.data, value.len) && sp_buf_puts(&text, "\r\n") &&
		 sp_http_put_field(&text, name, value) && sp_buf_puts(&text, "\r\n"));
	if (sp_http_head_parse(text.data, text.len, HEAD_MAX, &scanned, &head, &head_len, &refusal) ==
		SP_HTTP_DONE) {
		must(head_len == text.len && head.field_count == 3);
		must(head.fields[2].name.len == name.len &&
			 memcmp(head.fields[2].name.data, name.data, name.len) == 0);
		must(head.fields[2].value.len <= value.len);
		sp_ws_subprotocol_choose(&head, value);
	}
	sp_buf_fini(&text);
}

static void refusals(struct sp_span text)
{
	static const int statuses[] = {400, 403, 408, 413, 426, 431, 500, 503, 599};
	char line[TEXT_MAX + 1];
	struct sp_buf out = {0};
	const char *end;

	memcpy(line, text.data, text.len);
	line[text.len] = '\0';
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++) {
		out.len = 0;
		must(sp_http_put_refusal(&out, statuses[i], line, sp_span("now"), false));
		must(sp_buf_append(&out, "", 1));
		end = strstr(out.data, "\r\n\r\n");
		must(end != NULL && (size_t) (out.data + out.len - end) == 4 + text.len + 2);
	}
	sp_buf_fini(&out);
}

/* RFC 6455 §5.5, §5.5.1: at most 125 bytes, and the reason is cut at the end of a character. */
static void closes(unsigned code, struct sp_span reason)
{
	struct sp_packet *frame = sp_packet_new_close(NULL, code, reason.data, reason.len);
	struct sp_ws_frame_header header;
	size_t size;

	must(frame != NULL);
	size = sp_ws_frame_header_parse(frame->data, frame->len, &header);
	must(size > 0 && header.opcode == SP_WS_CLOSE && header.fin && !header.masked);
	must(header.length <= SP_WS_CONTROL_MAX && size + header.length == frame->len);
	if (header.length > 2 && sp_utf8_valid(reason.data, reason.len)) {
		must(sp_utf8_valid(frame->data + size + 2, (size_t) header.length - 2));
	}
	sp_packet_release(frame);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct sp_span texts[TEXTS] = {{"", 0}, {"", 0}, {"", 0}};
	const char *at, *end, *cut;
	size_t i;

	if (len > TEXT_MAX) {
		return 0;
	}
	at = guarded(input, len);
	end = at + len;
	for (i = 0; i < TEXTS && at < end; i++) {
		cut = i + 1 < TEXTS ? memchr(at, '\0', (size_t) (end - at)) : NULL;
		cut = cut ? cut : end;
		texts[i] = (struct sp_span){at, (size_t) (cut - at)};
		at = cut + 1;
	}
	origins(texts[0], texts[1], texts[2]);
	addresses(texts[0]);
	fields(texts[0], texts[1]);
	if (memchr(texts[2].data, '\0', texts[2].len) == NULL) {
		refusals(texts[2]);
	}
	closes((unsigned) len % 5000, texts[2]);
	must(sp_media_extension(texts[0]).len <= texts[0].len);
	sp_media_type_of(sp_media_extension(texts[0]));
	return 0;
}
