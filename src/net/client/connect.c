/* SPDX-License-Identifier: MIT */
/*
 * How a client connects, and what it says if it cannot.
 */
#ifdef HAVE_SEATPUSH_CLIENT

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/loop.h"
#include "net/loop/resolver.h"
#include "net/client/state.h"

#define PROBE_MS 1000

/* libwebsockets' own policy would ping, and hang up if nobody called it for five minutes. */
static const lws_retry_bo_t patience = {.secs_since_valid_ping = SP_WS_CLIENT_TIMEOUT_S,
	.secs_since_valid_hangup = SP_WS_CLIENT_TIMEOUT_S};

struct lookup {
	struct sp_resolved resolved;
	bool done;
};

static void on_resolved(void *arg, const struct sp_resolved *resolved)
{
	struct lookup *lookup = arg;

	lookup->resolved = *resolved;
	lookup->done = true;
}

static void on_deadline(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	(void) arg;
}

/* DONE with at least one address, LATE, STOPPED or FAILED. */
static enum sp_ws_client_result look_up(struct sp_ws_client *client, uint64_t deadline_ms,
	struct sp_resolved *resolved, struct sp_error *error)
{
	struct lookup lookup = {.done = false};
	struct sp_loop *loop = sp_loop_new(error);
	struct sp_resolver *resolver = NULL;
	enum sp_ws_client_result result = SP_WS_CLIENT_FAILED;
	bool goes_on = true;

	if (loop != NULL) {
		resolver = sp_resolver_new(
			loop, client->settings.host, client->settings.port, on_resolved, &lookup, error);
	}
	while (resolver != NULL && goes_on && !lookup.done && sp_clock_ms() < deadline_ms) {
		struct timeval rest = sp_timeval_ms(deadline_ms - sp_clock_ms() + 1);

		event_base_once(loop->base, -1, EV_TIMEOUT, on_deadline, NULL, &rest);
		sp_loop_turn(loop, false);
		goes_on = client->settings.turned == NULL || client->settings.turned(client->settings.arg);
	}
	if (lookup.done && lookup.resolved.error == 0 && lookup.resolved.count > 0) {
		*resolved = lookup.resolved;
		result = SP_WS_CLIENT_DONE;
	} else if (lookup.done) {
		sp_error_set(error, 0, "the name \"%s\" cannot be looked up: %s", client->settings.host,
			gai_strerror(lookup.resolved.error));
	} else if (resolver != NULL) {
		result = goes_on ? SP_WS_CLIENT_LATE : SP_WS_CLIENT_STOPPED;
	}
	sp_resolver_free(resolver);
	if (loop != NULL) {
		sp_loop_free(loop);
	}
	return result;
}

static bool is_settled(const struct sp_ws_client *client)
{
	return client->stage == SP_WS_CLIENT_OPEN || client->wsi == NULL || client->tap.refused;
}

static enum sp_ws_client_result try_address(
	struct sp_ws_client *client, const char *address, uint64_t deadline_ms)
{
	struct lws_client_connect_info info;
	enum sp_ws_client_result result;

	memset(&info, 0, sizeof(info));
	info.context = client->context;
	info.address = address;
	info.port = client->settings.port;
	info.host = client->settings.authority;
	info.path = client->settings.target;
	info.protocol = client->settings.subprotocols;
	info.local_protocol_name = SP_WS_CLIENT_PROTOCOL;
	info.ietf_version_or_minus_one = -1;
	info.userdata = client;
	info.pwsi = &client->wsi;
	info.retry_and_idle_policy = &patience;
	info.ssl_connection = LCCSCF_HTTP_NO_FOLLOW_REDIRECT;
	client->stage = SP_WS_CLIENT_CONNECTING;
	client->why[0] = '\0';
	sp_ws_tap_fini(&client->tap);
	if (lws_client_connect_via_info(&info) == NULL) {
		client->wsi = NULL;
	}
	result = sp_ws_client_wait(client, is_settled, deadline_ms);
	if (client->stage != SP_WS_CLIENT_OPEN) {
		sp_ws_tap_close(&client->tap);
	}
	return result;
}

/* libwebsockets does not say why it could not connect; the kernel does, if asked again. NULL: this
 * time it could connect. */
static const char *probe(const struct sockaddr *address, socklen_t len)
{
	int fd = sp_socket(address->sa_family);
	struct pollfd ready = {.fd = fd, .events = POLLOUT};
	int why = 0;
	socklen_t size = sizeof(why);

	if (fd < 0) {
		return strerror(errno);
	}
	if (connect(fd, address, len) != 0) {
		why = errno;
	}
	if (why == EINPROGRESS) {
		why = ETIMEDOUT;
		if (poll(&ready, 1, PROBE_MS) > 0) {
			getsockopt(fd, SOL_SOCKET, SO_ERROR, &why, &size);
		}
	}
	close(fd);
	return why != 0 ? strerror(why) : NULL;
}

/* The length of the first line. */
static int first_line(struct sp_span text)
{
	size_t len = 0;

	while (len < text.len && (unsigned char) text.data[len] >= ' ') {
		len++;
	}
	return (int) len;
}

/* libwebsockets' words, in words for people. */
static const char *plain_words(const char *why)
{
	static const struct {
		const char *theirs, *ours;
	} words[] = {
		{"read failed", "the server ended the connection"},
		{"Peer hung up", "the server ended the connection"},
		{"HS: UPGRADE missing", "its answer has no Upgrade: websocket"},
		{"HS: UPGRADE malformed", "its answer has no Upgrade: websocket"},
		{"HS: CONNECTION missing", "its answer has no Connection: Upgrade"},
		{"HS: CONNECTION malformed", "its answer has no Connection: Upgrade"},
		{"HS: EXT: Rejects server options", "it chose invalid options for an extension"},
		{"HS: disallowed by client filter",
			"its answer has an invalid status or invalid extensions"},
		{"HS: Accept hash wrong", "its Sec-WebSocket-Accept is wrong"},
		{"HS: ACCEPT missing", "its answer has no Sec-WebSocket-Accept"},
		{"HS: PROTOCOL malformed", "it chose a subprotocol that was not offered"},
		{"HS: EXT: unknown ext", "it chose an extension that was not offered"},
		{"problems parsing header", "its answer has too many fields"},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(why, words[i].theirs) == 0) {
			return words[i].ours;
		}
	}
	return why;
}

static void say_why(struct sp_ws_client *client, const char *address,
	const struct sp_resolved *resolved, int at, struct sp_error *error)
{
	const struct sp_ws_client_settings *settings = &client->settings;
	const char *why = client->tap.why[0] != '\0' ? client->tap.why
					  : client->why[0] != '\0'   ? client->why
												 : "the connection ended";
	struct sp_span body;
	int status = sp_ws_client_refusal(client, &body);

	if (status != 0) {
		int len = first_line(body);

		sp_error_set(error, status, "%s refused the upgrade with status %d%s%.*s",
			settings->authority, status, len > 0 ? ": " : "", len, body.data);
		return;
	}
	if (client->tap.no_tls[0] != '\0') {
		sp_error_set(error, 0, "no TLS with %s: %s", settings->authority, client->tap.no_tls);
		return;
	}
	if (client->stage == SP_WS_CLIENT_CONNECTING) {
		const char *cause =
			probe((const struct sockaddr *) &resolved->at[at].addr, resolved->at[at].len);

		if (cause != NULL) {
			sp_error_set(error, 0, "cannot connect to %s (%s port %d): %s", settings->host, address,
				settings->port, cause);
			return;
		}
	}
	sp_error_set(error, 0, "the upgrade with %s failed: %s", settings->authority, plain_words(why));
}

static void write_address(const struct sockaddr_storage *address, char *text, size_t size)
{
	if (address->ss_family == AF_INET6) {
		inet_ntop(
			AF_INET6, &((const struct sockaddr_in6 *) address)->sin6_addr, text, (socklen_t) size);
	} else {
		inet_ntop(
			AF_INET, &((const struct sockaddr_in *) address)->sin_addr, text, (socklen_t) size);
	}
}

enum sp_ws_client_result sp_ws_client_connect(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_error *error)
{
	struct sp_resolved resolved;
	enum sp_ws_client_result result = look_up(client, deadline_ms, &resolved, error);

	for (int i = 0; result == SP_WS_CLIENT_DONE && i < resolved.count; i++) {
		char address[INET6_ADDRSTRLEN] = "";

		write_address(&resolved.at[i].addr, address, sizeof(address));
		result = try_address(client, address, deadline_ms);
		if (client->stage == SP_WS_CLIENT_OPEN || client->stage == SP_WS_CLIENT_ENDED) {
			return SP_WS_CLIENT_DONE; /* if it has ended already, receiving will tell */
		}
		if (result == SP_WS_CLIENT_DONE) {
			say_why(client, address, &resolved, i, error);
			/* An address that answered is the server's; otherwise the next one is tried. */
			if (client->stage != SP_WS_CLIENT_CONNECTING || i + 1 == resolved.count) {
				result = SP_WS_CLIENT_FAILED;
			}
		}
	}
	sp_ws_client_drop(client);
	return result;
}

#endif
