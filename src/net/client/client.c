/* SPDX-License-Identifier: MIT */
#include "net/client/ws_client.h"

#ifdef HAVE_SEATPUSH_CLIENT

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/loop.h"
#include "net/client/state.h"

#define READ_MAX ((size_t) 32 * 1024)
#define HEAD_ROOM 2048u    /* what libwebsockets itself writes into a request's head */
#define ANSWER_HEAD 16384u /* bytes of the answer's head */
#define DESCRIPTORS 8u     /* libwebsockets' own pipe, the connection, and some to spare */
#define PAIRS 3            /* of descriptors, among which its eventfd is searched for */
#define GOODBYE_TURNS 3    /* to become writable, to write, to look for an answer */

static const struct lws_protocols protocols[] = {
	{.name = SP_WS_CLIENT_PROTOCOL, .callback = sp_ws_client_event, .rx_buffer_size = READ_MAX},
	{.name = NULL},
};

#ifdef HAVE_SEATPUSH_ZLIB

/* Negotiates permessage-deflate, and leaves messages alone: we send them uncompressed, and inflate
 * what comes. Both directions of libwebsockets' own extension abort the process for messages whose
 * last bytes fall on the end of its buffer. */
static int deflate(struct lws_context *context, const struct lws_extension *extension,
	struct lws *wsi, enum lws_extension_callback_reasons reason, void *user, void *in, size_t len)
{
	enum { WITHOUT_EXTENSION = 0 };

	if (reason == LWS_EXT_CB_PAYLOAD_TX || reason == LWS_EXT_CB_PACKET_TX_PRESEND ||
		reason == LWS_EXT_CB_PAYLOAD_RX) {
		return WITHOUT_EXTENSION;
	}
	return lws_extension_callback_pm_deflate(context, extension, wsi, reason, user, in, len);
}

static const struct lws_extension extensions[] = {
	{"permessage-deflate", deflate, "permessage-deflate; client_max_window_bits"},
	{NULL, NULL, NULL},
};

#else

static const struct lws_extension *const extensions = NULL;

#endif

/* Linux tells by a name what a descriptor is. */
static bool is_eventfd(int fd)
{
	static const char name[] = "anon_inode:[eventfd]";
	char path[32], found[sizeof(name)];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return readlink(path, found, sizeof(found)) == (ssize_t) sizeof(name) - 1 &&
		   memcmp(found, name, sizeof(name) - 1) == 0;
}

/* libwebsockets 4.3 does not close its eventfd when a context is destroyed. The eventfd is among
 * the first numbers that were free before. */
static void make_context_of(struct sp_ws_client *client, struct lws_context_creation_info *info)
{
	int ends[PAIRS][2];
	int pairs = 0;

	while (pairs < PAIRS && sp_socket_pair(ends[pairs])) {
		pairs++;
	}
	for (int i = 0; i < pairs; i++) {
		close(ends[i][0]);
		close(ends[i][1]);
	}
	errno = 0;
	client->context = lws_create_context(info);
	for (int i = 0; i < 2 * pairs && client->context != NULL; i++) {
		if (is_eventfd(ends[i / 2][i % 2])) {
			client->eventfd = ends[i / 2][i % 2];
		}
	}
}

static bool make_context(struct sp_ws_client *client, struct sp_error *error)
{
	struct lws_context_creation_info info;
	size_t head = strlen(client->settings.target) +
				  (client->settings.fields != NULL ? strlen(client->settings.fields) : 0);

	memset(&info, 0, sizeof(info));
	info.port = CONTEXT_PORT_NO_LISTEN;
	info.protocols = protocols;
	info.extensions = extensions;
	info.gid = (gid_t) -1;
	info.uid = (uid_t) -1;
	info.http_proxy_address = ""; /* not the environment's http_proxy */
	info.fd_limit_per_thread = DESCRIPTORS;
	info.pt_serv_buf_size = (unsigned) (head + HEAD_ROOM > READ_MAX ? head + HEAD_ROOM : READ_MAX);
	info.max_http_header_data = (unsigned short) (ANSWER_HEAD + SP_WS_CLIENT_TARGET_MAX);
	info.timeout_secs = SP_WS_CLIENT_TIMEOUT_S;
	info.connect_timeout_secs = SP_WS_CLIENT_TIMEOUT_S;
	make_context_of(client, &info);
	if (client->context == NULL) {
		sp_error_set(error, errno, "cannot start libwebsockets%s%s", errno != 0 ? ": " : "",
			errno != 0 ? strerror(errno) : "");
	}
	return client->context != NULL;
}

/* The peer is to see one end only, and the parent's. Nothing else of libwebsockets is used here. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_ws_client *client = SP_CONTAINER(watch, struct sp_ws_client, forks);
	int fd = client->wsi != NULL ? (int) lws_get_socket_fd(client->wsi) : -1;

	sp_ws_tap_renounce(&client->tap);
	if (fd >= 0) {
		close(fd);
	}
}

/* False: *error says why. */
static bool make_tls(struct sp_ws_client *client, struct sp_error *error)
{
	struct sp_tls_settings settings = {.cafile = client->settings.cafile};

	if (client->settings.tls) {
		client->tls = sp_tls_context_new(&settings, error);
	}
	return !client->settings.tls || client->tls != NULL;
}

struct sp_ws_client *sp_ws_client_new(
	const struct sp_ws_client_settings *settings, struct sp_error *error)
{
	struct sp_ws_client *client = calloc(1, sizeof(*client));

	if (client == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return NULL;
	}
	client->settings = *settings;
	client->eventfd = -1;
	sp_link_init(&client->kept);
	lws_set_log_level(0, NULL); /* it would write to standard error */
	if (!make_tls(client, error) || !make_context(client, error)) {
		sp_tls_context_free(client->tls);
		free(client);
		return NULL;
	}
	sp_fork_watch(&client->forks, renounce);
	return client;
}

/* Only makes the loop turn. */
static void on_timer(lws_sorted_usec_list_t *timer)
{
	(void) timer;
}

/* Moves bytes between libwebsockets and the server, and does what follows from them. */
static void turn_tap(struct sp_ws_client *client)
{
	struct sp_ws_tap *tap = &client->tap;

	sp_ws_tap_turn(tap, client->deadline_ms);
	if (client->stage == SP_WS_CLIENT_CONNECTING && tap->secured) {
		client->stage = SP_WS_CLIENT_ASKING;
	}
	if (client->stage == SP_WS_CLIENT_OPEN && client->wsi != NULL && !client->reading_stopped &&
		sp_ws_tap_condemns(tap, client->wsi)) {
		sp_ws_client_give_up(client, client->wsi, tap->frames.code, tap->frames.why);
	}
}

/* Sends the close frame, if the kernel takes it at once. */
static void turn_for_goodbye(struct sp_ws_client *client)
{
	for (int turns = 0; turns < GOODBYE_TURNS; turns++) {
		lws_service(client->context, -1);
		turn_tap(client);
	}
}

static uint64_t wakes_at(const struct sp_ws_client *client)
{
	uint64_t refusal_ms = client->tap.refusal_until_ms;

	return refusal_ms != 0 && refusal_ms < client->deadline_ms ? refusal_ms : client->deadline_ms;
}

enum sp_ws_client_result sp_ws_client_wait(
	struct sp_ws_client *client, bool (*over)(const struct sp_ws_client *), uint64_t deadline_ms)
{
	bool goes_on = true;

	client->deadline_ms = deadline_ms;
	while (goes_on && !over(client) && client->stage != SP_WS_CLIENT_ENDED) {
		uint64_t now = sp_clock_ms();
		uint64_t until_ms = wakes_at(client);
		bool late = now >= deadline_ms;

		if (until_ms != SP_WS_CLIENT_FOREVER) {
			lws_sul_schedule(client->context, 0, &client->timer, on_timer,
				(lws_usec_t) (now >= until_ms ? 1 : (until_ms - now) * 1000));
		}
		if (late) {
			turn_tap(client); /* what is there is to be found in this turn */
		}
		lws_service(client->context, late ? -1 : 0);
		lws_sul_schedule(client->context, 0, &client->timer, on_timer, LWS_SET_TIMER_USEC_CANCEL);
		turn_tap(client);
		if (client->gave_up) {
			turn_for_goodbye(client);
			sp_ws_client_drop(client);
			break;
		}
		if (late && !over(client) && client->stage != SP_WS_CLIENT_ENDED) {
			return SP_WS_CLIENT_LATE;
		}
		goes_on = client->settings.turned == NULL || client->settings.turned(client->settings.arg);
	}
	if (client->stage == SP_WS_CLIENT_ENDED) {
		sp_ws_client_drop(client);
	}
	if (over(client)) {
		return SP_WS_CLIENT_DONE;
	}
	return goes_on ? SP_WS_CLIENT_CLOSED : SP_WS_CLIENT_STOPPED;
}

void sp_ws_client_drop(struct sp_ws_client *client)
{
	if (client->context != NULL) {
		client->stage = SP_WS_CLIENT_ENDED;
		sp_ws_tap_turn(&client->tap, 0); /* what is still to be sent */
		sp_ws_tap_close(&client->tap);
		lws_context_destroy(client->context);
		if (client->eventfd >= 0 && is_eventfd(client->eventfd)) {
			close(client->eventfd);
		}
		client->context = NULL;
		client->wsi = NULL;
	}
}

static void say_goodbye(struct sp_ws_client *client)
{
	sp_ws_client_set_end(client, SP_WS_CLOSE_GOING_AWAY, "", 0);
	client->closing = true;
	lws_callback_on_writable(client->wsi);
	turn_for_goodbye(client);
}

void sp_ws_client_free(struct sp_ws_client *client)
{
	struct sp_link *link;

	if (client == NULL) {
		return;
	}
	sp_fork_unwatch(&client->forks);
	if (client->stage == SP_WS_CLIENT_OPEN) {
		say_goodbye(client);
	}
	sp_ws_client_drop(client);
	while ((link = sp_list_shift(&client->kept)) != NULL) {
		struct sp_ws_client_kept *kept = SP_CONTAINER(link, struct sp_ws_client_kept, all);

		sp_buf_fini(&kept->message.data);
		free(kept);
	}
	sp_ws_client_drop_out(client);
	sp_buf_fini(&client->partial);
#ifdef HAVE_SEATPUSH_ZLIB
	sp_inflate_free(client->inflate);
#endif
	sp_ws_tap_fini(&client->tap);
	sp_tls_context_free(client->tls);
	free(client);
}

int sp_ws_client_refusal(const struct sp_ws_client *client, struct sp_span *body)
{
	const struct sp_buf *data = &client->tap.answer.body.data;

	body->data = data->data != NULL ? data->data : "";
	body->len = data->len;
	return client->tap.refused ? client->tap.answer.status : 0;
}

const char *sp_ws_client_subprotocol(const struct sp_ws_client *client)
{
	return client->subprotocol;
}

const char *sp_ws_client_extensions(const struct sp_ws_client *client)
{
	return client->extensions;
}

static bool has_message(const struct sp_ws_client *client)
{
	return !sp_link_alone(&client->kept);
}

enum sp_ws_client_result sp_ws_client_receive(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_ws_client_message *message)
{
	enum sp_ws_client_result result = sp_ws_client_wait(client, has_message, deadline_ms);
	struct sp_ws_client_kept *kept;

	if (result != SP_WS_CLIENT_DONE) {
		return result;
	}
	kept = SP_CONTAINER(sp_list_shift(&client->kept), struct sp_ws_client_kept, all);
	*message = kept->message;
	free(kept);
	client->kept_bytes -= message->data.len + SP_WS_CLIENT_KEPT_COST;
	if (client->reading_stopped && client->kept_bytes <= client->settings.max_length) {
		client->reading_stopped = false;
		if (client->wsi != NULL) {
			lws_rx_flow_control(client->wsi, 1);
		}
	}
	return SP_WS_CLIENT_DONE;
}

static bool is_sent(const struct sp_ws_client *client)
{
	return client->out == NULL && sp_ws_tap_flushed(&client->tap);
}

/* RFC 6455 §5.2, in libwebsockets' numbers. */
static enum lws_write_protocol kind_of(uint8_t opcode)
{
	switch (opcode) {
	case SP_WS_PING:
		return LWS_WRITE_PING;
	case SP_WS_BINARY:
		return LWS_WRITE_BINARY;
	default:
		return LWS_WRITE_TEXT;
	}
}

enum sp_ws_client_result sp_ws_client_send(struct sp_ws_client *client, uint8_t opcode,
	const char *data, size_t len, uint64_t deadline_ms, struct sp_error *error)
{
	enum sp_ws_client_result result;

	if (client->stage != SP_WS_CLIENT_OPEN) {
		return SP_WS_CLIENT_CLOSED;
	}
	if (client->out != NULL) {
		sp_error_set(error, EBUSY,
			"this client is already sending a message: wait until that is over, "
			"and do not send from a signal handler");
		return SP_WS_CLIENT_FAILED;
	}
	client->out = malloc(LWS_PRE + len);
	if (client->out == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return SP_WS_CLIENT_FAILED;
	}
	memcpy(client->out + LWS_PRE, data, len);
	client->out_len = len;
	client->out_kind = kind_of(opcode);
	if (opcode == SP_WS_PING) {
		memcpy(client->ping, data, len);
		client->ping_len = len;
		client->ping_out = true;
	}
	lws_callback_on_writable(client->wsi);
	result = sp_ws_client_wait(client, is_sent, deadline_ms);
	if (result == SP_WS_CLIENT_LATE || result == SP_WS_CLIENT_STOPPED) {
		/* Part of it may be on its way: nothing else can follow. */
		sp_ws_client_set_end(client, SP_WS_CLOSE_ABNORMAL, "a message could not be sent", 27);
		sp_ws_client_drop(client);
	}
	sp_ws_client_drop_out(client);
	return result;
}

static bool is_answered(const struct sp_ws_client *client)
{
	return !client->ping_out;
}

enum sp_ws_client_result sp_ws_client_await_pong(struct sp_ws_client *client, uint64_t deadline_ms)
{
	return sp_ws_client_wait(client, is_answered, deadline_ms);
}

static bool never(const struct sp_ws_client *client)
{
	(void) client;
	return false;
}

enum sp_ws_client_result sp_ws_client_close(struct sp_ws_client *client, uint16_t code,
	const char *reason, size_t len, uint64_t deadline_ms)
{
	enum sp_ws_client_result result = SP_WS_CLIENT_CLOSED;

	if (client->stage == SP_WS_CLIENT_OPEN) {
		sp_ws_client_set_end(client, code, reason, len);
		client->closing = true;
		if (client->reading_stopped) {
			lws_rx_flow_control(client->wsi, 1); /* its close frame comes after what was not read */
		}
		lws_callback_on_writable(client->wsi);
		result = sp_ws_client_wait(client, never, deadline_ms);
	}
	sp_ws_client_drop(client);
	return result;
}

uint16_t sp_ws_client_close_code(const struct sp_ws_client *client, const char **reason)
{
	*reason = client->reason;
	return client->stage == SP_WS_CLIENT_OPEN ? 0 : client->code;
}

const char *sp_ws_client_library(void)
{
	static char text[64];

	/* Debian's version has a dash after the number, and nothing after that. */
	snprintf(text, sizeof(text), "%.*s%s%s", (int) strcspn(lws_get_library_version(), "-"),
		lws_get_library_version(),
#ifdef HAVE_SEATPUSH_ZLIB
		", zlib ", sp_inflate_library()
#else
		", without permessage-deflate: zlib was missing", ""
#endif
	);
	return text;
}

#endif
