/* SPDX-License-Identifier: MIT */
/*
 * The opening handshake: the request of RFC 6455 §1.3, and everything that differs from it in
 * one thing.
 */
#include "check.h"
#include "guard.h"
#include "wire/ws_handshake.h"

#define START "GET /chat HTTP/1.1\r\n"
#define HOST "Host: server.example.com\r\n"
#define UPGRADE "Upgrade: websocket\r\nConnection: Upgrade\r\n"
#define KEY "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define VERSION "Sec-WebSocket-Version: 13\r\n"
#define END "\r\n"

static void read_head(const char *text, struct sp_http_head *head)
{
	struct sp_http_refusal refusal = {0};
	size_t len = strlen(text);
	size_t scanned = 0;
	size_t head_len = 0;

	must(sp_http_head_parse(guarded(text, len), len, 4096, &scanned, head, &head_len, &refusal) ==
		 SP_HTTP_DONE);
}

/* The status of the refusal, or 0. */
static int check(const char *text, struct sp_ws_upgrade *upgrade)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal = {0};

	read_head(text, &head);
	if (sp_ws_handshake_check(&head, upgrade, &refusal)) {
		return 0;
	}
	must(refusal.text != NULL);
	return refusal.status;
}

static void accepted(void)
{
	struct sp_ws_upgrade upgrade;

	ok(check(START HOST UPGRADE KEY "Origin: http://example.com\r\n"
									"Sec-WebSocket-Protocol: chat, superchat\r\n" VERSION END,
		   &upgrade) == 0 &&
			sp_span_equals(upgrade.key, "dGhlIHNhbXBsZSBub25jZQ==") &&
			sp_span_equals(upgrade.origin, "http://example.com"),
		"RFC 6455 1.3");
	ok(check(START HOST UPGRADE KEY VERSION END, &upgrade) == 0 && upgrade.origin.len == 0,
		"without an origin");
	ok(check(START HOST "UPGRADE: WebSocket\r\nConnection: keep-alive, upgrade\r\n"
						"Sec-WebSocket-Key: +/+/AZaz09+/+/+/+/+/+A==\r\n" VERSION END,
		   &upgrade) == 0,
		"other spellings");
	ok(check(START HOST UPGRADE KEY VERSION "Content-Length: 0\r\n" END, &upgrade) == 0,
		"length 0 is no body");
}

static void refused(void)
{
	static const struct {
		const char *text;
		int status;
		const char *title;
	} cases[] = {
		{"POST /chat HTTP/1.1\r\n" HOST UPGRADE KEY VERSION END, 400, "POST"},
		{"get /chat HTTP/1.1\r\n" HOST UPGRADE KEY VERSION END, 400, "a method get"},
		{"GET /chat HTTP/1.0\r\n" HOST UPGRADE KEY VERSION END, 400, "HTTP/1.0"},
		{START HOST UPGRADE KEY VERSION "Content-Length: 1\r\n" END, 400, "a body"},
		{START HOST UPGRADE KEY VERSION "Transfer-Encoding: chunked\r\n" END, 400, "chunks"},
		{START HOST "Upgrade: websocket\r\n" KEY VERSION END, 400, "no Connection"},
		{START HOST "Connection: Upgrade\r\n" KEY VERSION END, 400, "no Upgrade"},
		{START "Host:\r\n" UPGRADE KEY VERSION END, 400, "an empty Host"},
		{START HOST UPGRADE VERSION END, 400, "no key"},
		{START HOST UPGRADE KEY KEY VERSION END, 400, "two keys"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key:\r\n" END, 400, "an empty key"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ===\r\n" END, 400,
			"15 bytes"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQA=\r\n" END, 400,
			"17 bytes"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=\r\n" END, 400,
			"23 characters"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ===\r\n" END, 400,
			"25 characters"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ-==\r\n" END, 400,
			"not base64"},
		{START HOST UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNh XBsZSBub25jZQ==\r\n" END, 400,
			"a blank in the key"},
		{START HOST UPGRADE KEY END, 426, "no version"},
		{START HOST UPGRADE KEY "Sec-WebSocket-Version: 8\r\n" END, 426, "version 8"},
		{START HOST UPGRADE KEY "Sec-WebSocket-Version: 013\r\n" END, 426, "version 013"},
		{START HOST UPGRADE KEY "Sec-WebSocket-Version: 13, 8\r\n" END, 426, "a list"},
		{START HOST UPGRADE "Sec-WebSocket-Version: 8\r\n" END, 426, "version before key"},
		{START HOST UPGRADE KEY VERSION VERSION END, 400, "two versions"},
		{START HOST UPGRADE KEY VERSION "Origin: http://a\r\nOrigin: http://b\r\n" END, 400,
			"two origins"},
	};
	struct sp_ws_upgrade upgrade;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(check(cases[i].text, &upgrade) == cases[i].status, cases[i].title);
	}
}

static bool chooses(const struct sp_http_head *head, const char *ours, const char *chosen)
{
	return sp_span_equals(sp_ws_subprotocol_choose(head, sp_span(ours)), chosen);
}

static void subprotocols(void)
{
	struct sp_http_head head;

	read_head(START HOST "Sec-WebSocket-Protocol: chat , superchat\r\n"
						 "sec-websocket-protocol:,mqtt\r\n" END,
		&head);
	ok(chooses(&head, "chat", "chat") && chooses(&head, "superchat", "superchat") &&
			chooses(&head, "mqtt", "mqtt"),
		"in any field");
	ok(!chooses(&head, "Chat", "Chat") && chooses(&head, "Chat", ""), "case matters");
	ok(chooses(&head, "cha", "") && chooses(&head, "chats", "") && chooses(&head, "", "") &&
			chooses(&head, ",", ""),
		"nothing else");
	ok(chooses(&head, "wamp, mqtt,chat", "mqtt"), "our order counts");
	read_head(START HOST END, &head);
	ok(chooses(&head, "chat", ""), "none at all");
	ok(sp_ws_subprotocol_offered(sp_span("a, b"), sp_span("b")) &&
			!sp_ws_subprotocol_offered(sp_span("a, b"), sp_span("a, b")) &&
			!sp_ws_subprotocol_offered(sp_span(""), sp_span("")),
		"one out of a list");
}

static void answer(void)
{
	const char *accept = guarded("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", SP_WS_ACCEPT_LEN);
	const char *plain = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
						"Connection: Upgrade\r\n"
						"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";
	struct sp_buf out = {0};

	ok(sp_ws_handshake_put(&out, accept, sp_span("")) && out.len == strlen(plain) &&
			memcmp(out.data, plain, out.len) == 0,
		"without a subprotocol");
	out.len = 0;
	must(sp_ws_handshake_put(&out, accept, sp_span("chat")) && sp_buf_append(&out, "", 1));
	ok(strncmp(out.data, plain, strlen(plain)) == 0 &&
			strcmp(out.data + strlen(plain), "Sec-WebSocket-Protocol: chat\r\n") == 0,
		"with one");
	sp_buf_fini(&out);
	out = full_buf();
	ok(!sp_ws_handshake_put(&out, accept, sp_span("chat")) && out.len == full_buf().len,
		"out of memory is reported, and nothing is changed");
}

int main(void)
{
	run(accepted);
	run(refused);
	run(subprotocols);
	run(answer);
	return check_end();
}
