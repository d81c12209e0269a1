/* SPDX-License-Identifier: MIT */
#ifdef HAVE_SEATPUSH_CLIENT

#include "net/client/state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wire/utf8.h"

#define END (-1)  /* tells libwebsockets to close the connection */
#define RSV1 0x40 /* RFC 7692 §6: the message is compressed */

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void sp_ws_client_drop_out(struct sp_ws_client *client)
{
	free(client->out);
	client->out = NULL;
	client->out_written = false;
}

void sp_ws_client_set_end(
	struct sp_ws_client *client, uint16_t code, const char *reason, size_t len)
{
	if (client->code == 0) {
		client->code = code;
		snprintf(client->reason, sizeof(client->reason), "%.*s",
			(int) least(len, sizeof(client->reason) - 1), reason);
	}
}

static void on_failure(struct sp_ws_client *client, const char *why, size_t len)
{
	snprintf(client->why, sizeof(client->why), "%.*s",
		(int) least(why != NULL ? len : 0, sizeof(client->why) - 1), why != NULL ? why : "");
	client->wsi = NULL;
}

/* Adds them after the request line and libwebsockets' own fields. The connection is there now, and
 * nothing has been sent. */
static int add_fields(struct sp_ws_client *client, struct lws *wsi, char **place, size_t room)
{
	const char *fields = client->settings.fields != NULL ? client->settings.fields : "";
	size_t len = strlen(fields);
	const struct sp_ws_tap_settings tap = {.user = client,
		.protocol = SP_WS_CLIENT_PROTOCOL,
		.tls = client->tls,
		.host = client->settings.host,
		.max_length = client->settings.max_length};

	if (len > room) {
		return END; /* cannot happen: the buffer was made large enough */
	}
	memcpy(*place, fields, len);
	*place += len;
	return sp_ws_tap_open(&client->tap, wsi, &tap) ? 0 : END;
}

/* libwebsockets takes an extension that is named twice for two, and then frees its state twice. */
static bool names_several(struct lws *wsi, enum lws_token_indexes field)
{
	char text[SP_WS_CLIENT_NAME_MAX];

	if (lws_hdr_total_length(wsi, field) == 0) {
		return false;
	}
	return lws_hdr_copy(wsi, text, sizeof(text), field) < 0 || strchr(text, ',') != NULL;
}

static void note_choice(struct lws *wsi, enum lws_token_indexes field, char *to)
{
	if (lws_hdr_copy(wsi, to, SP_WS_CLIENT_NAME_MAX, field) < 0) {
		to[0] = '\0';
	}
}

/* For use in a callback: returning the result closes the connection with a close frame. */
static int close_with(struct lws *wsi, uint16_t code, const char *reason)
{
	lws_close_reason(
		wsi, (enum lws_close_status) code, (unsigned char *) (uintptr_t) reason, strlen(reason));
	return END;
}

/* Closes because of what came, but not by the callback's result: libwebsockets would go on reading
 * into the buffer that it was about to empty, beyond its end. */
int sp_ws_client_give_up(
	struct sp_ws_client *client, struct lws *wsi, uint16_t code, const char *reason)
{
	sp_ws_client_set_end(client, code, reason, strlen(reason));
	client->gave_up = true;
	client->closing = true;
	lws_callback_on_writable(wsi);
	return 0;
}

static int keep(struct sp_ws_client *client, struct lws *wsi)
{
	struct sp_ws_client_kept *kept = calloc(1, sizeof(*kept));

	if (kept == NULL) {
		return END;
	}
	kept->message.opcode = client->is_text ? SP_WS_TEXT : SP_WS_BINARY;
	kept->message.data = client->partial;
	memset(&client->partial, 0, sizeof(client->partial));
	client->kept_bytes += kept->message.data.len + SP_WS_CLIENT_KEPT_COST;
	sp_list_append(&client->kept, &kept->all);
	if (client->kept_bytes > client->settings.max_length) {
		client->reading_stopped = true;
		lws_rx_flow_control(wsi, 0);
	}
	return 0;
}

static int too_long(struct sp_ws_client *client, struct lws *wsi)
{
	char why[64];

	snprintf(why, sizeof(why), "a message is longer than %zu bytes", client->settings.max_length);
	return sp_ws_client_give_up(client, wsi, SP_WS_CLOSE_TOO_BIG, why);
}

static void begin_message(struct sp_ws_client *client, struct lws *wsi)
{
	client->in_message = true;
	client->is_text = !lws_frame_is_binary(wsi);
	client->compressed = lws_get_reserved_bits(wsi) & RSV1;
	client->utf8 = SP_UTF8_START;
}

#ifdef HAVE_SEATPUSH_ZLIB

static int add_compressed(
	struct sp_ws_client *client, struct lws *wsi, const char *data, size_t len, bool last)
{
	if (client->inflate == NULL) {
		client->inflate = sp_inflate_new();
	}
	if (client->inflate == NULL) {
		return END;
	}
	switch (sp_inflate_feed(
		client->inflate, data, len, last, &client->partial, client->settings.max_length)) {
	case SP_INFLATED:
		return 0;
	case SP_INFLATE_TOO_LONG:
		return too_long(client, wsi);
	case SP_INFLATE_BAD:
		return sp_ws_client_give_up(
			client, wsi, SP_WS_CLOSE_BAD_DATA, "a message cannot be inflated");
	default:
		return END;
	}
}

#else

static int add_compressed(
	struct sp_ws_client *client, struct lws *wsi, const char *data, size_t len, bool last)
{
	(void) client;
	(void) wsi;
	(void) data;
	(void) len;
	(void) last;
	return END; /* compression was not offered */
}

#endif

static int add_plain(struct sp_ws_client *client, struct lws *wsi, const char *data, size_t len)
{
	if (len > client->settings.max_length - client->partial.len) {
		return too_long(client, wsi);
	}
	return sp_buf_append(&client->partial, data, len) ? 0 : END;
}

static int on_data(struct sp_ws_client *client, struct lws *wsi, const char *data, size_t len)
{
	bool last = lws_is_final_fragment(wsi);
	size_t before = client->partial.len;
	int result;

	if (client->gave_up) {
		return 0;
	}
	if (!client->in_message) {
		begin_message(client, wsi);
	}
	result = client->compressed ? add_compressed(client, wsi, data, len, last)
								: add_plain(client, wsi, data, len);
	if (result != 0 || client->gave_up) {
		return result;
	}
	if (client->is_text) {
		client->utf8 =
			sp_utf8_feed(client->utf8, client->partial.data + before, client->partial.len - before);
	}
	/* RFC 6455 §8.1 */
	if (client->utf8 == SP_UTF8_BAD || (last && client->utf8 != SP_UTF8_START)) {
		return sp_ws_client_give_up(client, wsi, SP_WS_CLOSE_BAD_DATA, "a text is not UTF-8");
	}
	client->in_message = !last;
	return last ? keep(client, wsi) : 0;
}

static int on_writable(struct sp_ws_client *client, struct lws *wsi)
{
	if (client->closing) {
		client->closing = false; /* say it once: this is called again until the answer has come */
		return close_with(wsi, client->code, client->gave_up ? "" : client->reason);
	}
	if (client->out == NULL) {
		return 0;
	}
	if (client->out_written) {
		sp_ws_client_drop_out(client);
		return 0;
	}
	if (lws_write(wsi, client->out + LWS_PRE, client->out_len, client->out_kind) < 0) {
		return END;
	}
	client->out_written = true;
	lws_callback_on_writable(wsi);
	return 0;
}

static int on_close_frame(struct sp_ws_client *client, const unsigned char *data, size_t len)
{
	if (len < 2) {
		sp_ws_client_set_end(client, SP_WS_CLOSE_NO_STATUS, "", 0);
		return 0;
	}
	/* RFC 6455 §5.5.1: the reason is UTF-8. */
	sp_ws_client_set_end(client, (uint16_t) ((data[0] << 8) | data[1]), (const char *) data + 2,
		sp_utf8_valid(data + 2, len - 2) ? len - 2 : 0);
	return 0;
}

static void on_closed(struct sp_ws_client *client)
{
	sp_ws_client_set_end(client, SP_WS_CLOSE_ABNORMAL, "", 0);
	client->stage = SP_WS_CLIENT_ENDED;
	client->wsi = NULL;
}

static void on_pong(struct sp_ws_client *client, const char *data, size_t len)
{
	if (len == client->ping_len && memcmp(data, client->ping, len) == 0) {
		client->ping_out = false;
	}
}

/* The events of an established connection. */
static int on_traffic(struct sp_ws_client *client, struct lws *wsi,
	enum lws_callback_reasons reason, void *in, size_t len)
{
	switch (reason) {
	case LWS_CALLBACK_CLIENT_ESTABLISHED:
		client->stage = SP_WS_CLIENT_OPEN;
		return 0;
	case LWS_CALLBACK_CLIENT_RECEIVE:
		return on_data(client, wsi, in, len);
	case LWS_CALLBACK_CLIENT_RECEIVE_PONG:
		on_pong(client, in, len);
		return 0;
	case LWS_CALLBACK_CLIENT_WRITEABLE:
		return on_writable(client, wsi);
	case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
		return on_close_frame(client, in, len);
	case LWS_CALLBACK_CLIENT_CLOSED:
		on_closed(client);
		return 0;
	default:
		return 0;
	}
}

int sp_ws_client_event(
	struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len)
{
	struct sp_ws_client *client = user;

	if (client == NULL) {
		return 0;
	}
	switch (reason) {
	case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
		on_failure(client, in, len);
		return 0;
	case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
		return add_fields(client, wsi, in, len);
	case LWS_CALLBACK_ESTABLISHED_CLIENT_HTTP:
		return names_several(wsi, WSI_TOKEN_EXTENSIONS) ? END : 0;
	case LWS_CALLBACK_RAW_CLOSE_FILE:
		sp_ws_tap_forget(&client->tap, wsi);
		return 0;
	case LWS_CALLBACK_CLIENT_FILTER_PRE_ESTABLISH:
		note_choice(wsi, WSI_TOKEN_PROTOCOL, client->subprotocol);
		note_choice(wsi, WSI_TOKEN_EXTENSIONS, client->extensions);
		return 0;
	default:
		return on_traffic(client, wsi, reason, in, len);
	}
}

#endif
