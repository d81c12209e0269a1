/* SPDX-License-Identifier: MIT */
#include "php/http/rules.h"

#include "wire/http_request.h"
#include "php/engine/text.h"
#include "php/server/object.h"
#include "wire/http_response.h"
#include "wire/ws_deflate.h"
#include "wire/ws_handshake.h"

static const struct sp_span known_names[] = {
	[SEATPUSH_FIELD_TYPE] = SP_SPAN("Content-Type"),
	[SEATPUSH_FIELD_SERVER] = SP_SPAN("Server"),
	[SEATPUSH_FIELD_DATE] = SP_SPAN("Date"),
	[SEATPUSH_FIELD_LENGTH] = SP_SPAN("Content-Length"),
	[SEATPUSH_FIELD_CODING] = SP_SPAN("Transfer-Encoding"),
	[SEATPUSH_FIELD_CONNECTION] = SP_SPAN("Connection"),
	[SEATPUSH_FIELD_UPGRADE] = SP_SPAN("Upgrade"),
	[SEATPUSH_FIELD_ACCEPT] = SP_SPAN("Sec-WebSocket-Accept"),
	[SEATPUSH_FIELD_EXTENSIONS] = SP_SPAN("Sec-WebSocket-Extensions"),
	[SEATPUSH_FIELD_SUBPROTOCOL] = SP_SPAN("Sec-WebSocket-Protocol"),
};

enum php_seatpush_known_field php_seatpush_known_field_of(struct sp_span name)
{
	for (size_t i = SEATPUSH_FIELD_NONE + 1; i < sizeof(known_names) / sizeof(known_names[0]);
		 i++) {
		if (sp_span_same_nocase(name, known_names[i])) {
			return (enum php_seatpush_known_field) i;
		}
	}
	return SEATPUSH_FIELD_NONE;
}

bool php_seatpush_field_is_of_head(struct sp_span name)
{
	static const char *const names[] = {"Trailer", "TE", "Host", "Set-Cookie", "Location", "Vary",
		"Cache-Control", "Expires", "Age", "Retry-After", "Content-Encoding", "Content-Range",
		"WWW-Authenticate", "Proxy-Authenticate", "Keep-Alive", "Proxy-Connection", "Warning",
		"Pragma", "Authorization", "Proxy-Authorization", "Cookie", "Expect", "Max-Forwards",
		"Range"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (sp_span_equals_nocase(name, names[i])) {
			return true;
		}
	}
	return php_seatpush_known_field_of(name) != SEATPUSH_FIELD_NONE;
}

bool php_seatpush_field_is_single(enum php_seatpush_known_field known)
{
	return known == SEATPUSH_FIELD_DATE || known == SEATPUSH_FIELD_LENGTH ||
		   known == SEATPUSH_FIELD_SUBPROTOCOL || known == SEATPUSH_FIELD_EXTENSIONS;
}

int64_t php_seatpush_field_length(struct sp_span value)
{
	int64_t length = 0;

	for (size_t i = 0; i < value.len; i++) {
		unsigned digit = (unsigned char) value.data[i] - (unsigned) '0';

		if (digit > 9 || length > (INT64_MAX - 9) / 10) {
			return -1;
		}
		length = length * 10 + (int64_t) digit;
	}
	return value.len > 0 ? length : -1;
}

bool php_seatpush_field_is_list(struct sp_span list)
{
	struct sp_span token;
	bool any = false;

	while (sp_http_list_next(&list, &token)) {
		any = true;
		if (!sp_http_field_name_valid(token)) {
			return false;
		}
	}
	return any;
}

/* A copy of a text. */
static zend_string *because(const char *text)
{
	return zend_string_init(text, strlen(text), 0);
}

/* A client ends a connection whose subprotocol it did not offer (RFC 6455 §4.1). */
static zend_string *object_to_subprotocol(
	const struct php_seatpush_field_rules *rules, struct sp_span value)
{
	if (rules->kind == SEATPUSH_ANSWER_PLAIN) {
		return NULL;
	}
	if (rules->offered == NULL) {
		return because("the client offered none, and would end the connection: set it only if the "
					   "request has one");
	}
	return sp_ws_subprotocol_offered(php_seatpush_span(rules->offered), value)
			   ? NULL
			   : zend_strpprintf(0,
					 "it must be one of those that the client offered, which are \"%s\": it would "
					 "end the connection otherwise",
					 ZSTR_VAL(rules->offered));
}

/* A client ends a connection with an extension that it did not offer (RFC 6455 §4.1), and the two
 * sides cannot read each other if only one of them speaks it. */
static zend_string *object_to_extension(
	const struct php_seatpush_field_rules *rules, struct sp_span value)
{
	const struct php_seatpush_server *server = SEATPUSH_G(server);
	char text[SP_WS_DEFLATE_ANSWER_MAX];

	if (sp_ws_deflate_read_answer(value, rules->deflate) != 0) {
		return NULL;
	}
	if (server == NULL || !server->endpoint.options.settings.server.compression) {
		return because("no extension is spoken here: leave it out, or set websocket_compression");
	}
	if (rules->deflate == 0) {
		return because(
			"the client has offered no permessage-deflate that can be accepted: leave it "
			"out, and the server sets it for those that have");
	}
	return zend_strpprintf(0,
		"for this client it can be \"%s\": leave it out, and the server sets it",
		sp_ws_deflate_answer(rules->deflate, text));
}

zend_string *php_seatpush_field_objection(const struct php_seatpush_field_rules *rules,
	enum php_seatpush_known_field known, struct sp_span value)
{
	bool ours = rules->kind == SEATPUSH_ANSWER_OUR_101;
	bool upgrade = ours || rules->kind == SEATPUSH_ANSWER_OWN_101;

	if (rules->kind == SEATPUSH_ANSWER_TRAILER) {
		return known == SEATPUSH_FIELD_NONE ? NULL : because("it belongs in the head");
	}
	switch (known) {
	case SEATPUSH_FIELD_LENGTH:
		return php_seatpush_field_length(value) >= 0 ? NULL
													 : because("it must be a number of bytes");
	case SEATPUSH_FIELD_CODING:
		return because("it is the server's own: leave it out, what write() sends is chunked");
	case SEATPUSH_FIELD_CONNECTION:
		return php_seatpush_field_is_list(value) ? NULL : because("it must be a list of tokens");
	case SEATPUSH_FIELD_UPGRADE:
		return !ours || sp_span_equals_nocase(value, "websocket")
				   ? NULL
				   : because("it is the server's own here: leave it out");
	case SEATPUSH_FIELD_ACCEPT:
		return ours ? because("it is the server's own here: leave it out") : NULL;
	case SEATPUSH_FIELD_EXTENSIONS:
		return upgrade ? object_to_extension(rules, value) : NULL;
	case SEATPUSH_FIELD_SUBPROTOCOL:
		return object_to_subprotocol(rules, value);
	case SEATPUSH_FIELD_NONE:
	case SEATPUSH_FIELD_TYPE:
	case SEATPUSH_FIELD_SERVER:
	case SEATPUSH_FIELD_DATE:
		break;
	}
	return NULL;
}
