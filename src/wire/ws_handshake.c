/* SPDX-License-Identifier: MIT */
/*
 * Judging an upgrade request by RFC 6455 §4.2.1 and answering it by §4.2.2.
 */
#include "wire/ws_handshake.h"

#include "wire/http_response.h"

static bool refuse(struct sp_http_refusal *refusal, int status, const char *text)
{
	refusal->status = status;
	refusal->text = text;
	return false;
}

/* How many fields of that name there are; *value is that of the last one, or empty. */
static size_t count_fields(const struct sp_http_head *head, const char *name, struct sp_span *value)
{
	const struct sp_span wanted = sp_span(name);
	size_t count = 0;
	size_t i;

	*value = sp_span("");
	for (i = 0; i < head->field_count; i++) {
		if (sp_span_same_nocase(head->fields[i].name, wanted)) {
			*value = head->fields[i].value;
			count++;
		}
	}
	return count;
}

/* Base64 of 16 bytes: 22 characters and two of padding. The last of the 22 has four unused bits;
 * whether they are zero does not matter, because the key is only ever used as text. */
static bool key_valid(struct sp_span key)
{
	size_t i;
	char c;

	if (key.len != SP_WS_KEY_LEN) {
		return false;
	}
	for (i = 0; i < SP_WS_KEY_LEN - 2; i++) {
		c = sp_ascii_lower(key.data[i]);
		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '+' && c != '/') {
			return false;
		}
	}
	return memcmp(key.data + SP_WS_KEY_LEN - 2, "==", 2) == 0;
}

bool sp_ws_handshake_check(
	const struct sp_http_head *head, struct sp_ws_upgrade *out, struct sp_http_refusal *refusal)
{
	struct sp_span host, version;

	if (!sp_span_equals(head->method, "GET") || head->minor_version < 1 || head->has_body) {
		return refuse(refusal, 400, "a WebSocket starts with an HTTP/1.1 GET without a body");
	}
	if (!head->upgrade_websocket) {
		return refuse(refusal, 400, "not an upgrade to WebSocket");
	}
	if (count_fields(head, "Host", &host) != 1 || host.len == 0) {
		return refuse(refusal, 400, "no Host field");
	}
	/* Checked before the key, since an older protocol may have another kind of key. */
	if (count_fields(head, "Sec-WebSocket-Version", &version) > 1) {
		return refuse(refusal, 400, "more than one Sec-WebSocket-Version field");
	}
	if (!sp_span_equals(version, "13")) {
		return refuse(refusal, 426, "only WebSocket version 13 is spoken here");
	}
	if (count_fields(head, "Sec-WebSocket-Key", &out->key) != 1 || !key_valid(out->key)) {
		return refuse(refusal, 400, "no valid Sec-WebSocket-Key field");
	}
	/* With two, a page could hide behind an origin that is allowed. */
	if (count_fields(head, "Origin", &out->origin) > 1) {
		return refuse(refusal, 400, "more than one Origin field");
	}
	return true;
}

bool sp_ws_subprotocol_offered(struct sp_span list, struct sp_span name)
{
	struct sp_span offer;

	while (sp_http_list_next(&list, &offer)) {
		if (offer.len == name.len && memcmp(offer.data, name.data, offer.len) == 0) {
			return true;
		}
	}
	return false;
}

static bool offers(const struct sp_http_head *head, struct sp_span name)
{
	size_t i;

	for (i = 0; i < head->field_count; i++) {
		if (sp_span_equals_nocase(head->fields[i].name, "Sec-WebSocket-Protocol") &&
			sp_ws_subprotocol_offered(head->fields[i].value, name)) {
			return true;
		}
	}
	return false;
}

struct sp_span sp_ws_subprotocol_choose(const struct sp_http_head *head, struct sp_span ours)
{
	struct sp_span name;

	while (sp_http_list_next(&ours, &name)) {
		if (offers(head, name)) {
			return name;
		}
	}
	return sp_span("");
}

bool sp_ws_handshake_put(
	struct sp_buf *out, const char accept[SP_WS_ACCEPT_LEN], struct sp_span subprotocol)
{
	size_t len = out->len;

	if (sp_buf_puts(out, "HTTP/1.1 101 Switching Protocols\r\n"
						 "Upgrade: websocket\r\n"
						 "Connection: Upgrade\r\n"
						 "Sec-WebSocket-Accept: ") &&
		sp_buf_append(out, accept, SP_WS_ACCEPT_LEN) && sp_buf_puts(out, "\r\n") &&
		(subprotocol.len == 0 ||
			sp_http_put_field(out, sp_span("Sec-WebSocket-Protocol"), subprotocol))) {
		return true;
	}
	out->len = len; /* half a response is worse than none */
	return false;
}
