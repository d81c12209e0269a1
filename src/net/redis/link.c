/* SPDX-License-Identifier: MIT */
#include "net/redis/link.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#include "base/hash.h"
#include "net/redis/reader.h"
#include "net/stream/stream.h"
#include "net/stream/tls.h"

#define SILENCE_MS UINT64_C(10000) /* without a byte, before on_silence is called */
#define ANSWER_MS UINT64_C(10000)  /* for an answer to that */
#define PAUSE_MIN_MS 100           /* before the next attempt to connect */
#define PAUSE_MAX_MS 2000
#define WHY_MAX 256

enum state {
	PAUSED,  /* the pause is over -> OPENING */
	OPENING, /* connected -> LOGIN */
	LOGIN,   /* every command was answered -> READY */
	READY,   /* lost -> PAUSED */
};

struct sp_redis_link {
	struct sp_loop *loop;
	struct sp_redis_dsn dsn;
	uint64_t connect_ms;
	const struct sp_redis_events *events;
	void *arg;
	char name[160];
	char why[WHY_MAX]; /* reason for PAUSED; empty: no attempt was made yet */
	enum state state;
	int login_replies; /* still to come */
	unsigned failures; /* in a row */
	struct sp_stream *stream;
	struct sp_tls_context *tls; /* made at the first attempt; NULL: in the clear */
	struct event *timer;        /* the end of a state; READY: the next look_alive() */
	uint64_t heard_ms;          /* when the last byte came */
	uint64_t asked_ms;          /* when on_silence was called; 0: a byte has come since */
	struct sp_redis_reader *reader;
	uint64_t random;
};

static void set_timer(struct sp_redis_link *link, uint64_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	event_add(link->timer, &after);
}

static void disconnect(struct sp_redis_link *link)
{
	sp_stream_free(link->stream);
	link->stream = NULL;
	sp_redis_reader_free(link->reader);
	link->reader = NULL;
}

/* The pause doubles up to PAUSE_MAX_MS, plus or minus half of it, so that the nodes do not all come
 * back at the same time. */
static uint64_t pause_ms(struct sp_redis_link *link)
{
	unsigned doublings = link->failures < 5 ? link->failures : 5;
	uint64_t ms = (uint64_t) PAUSE_MIN_MS << doublings;

	link->random = sp_hash_mix(link->random ^ sp_clock_ns(), UINT64_C(0x9E3779B97F4A7C15));
	ms = ms < PAUSE_MAX_MS ? ms : PAUSE_MAX_MS;
	return ms / 2 + link->random % ms;
}

static void lost(struct sp_redis_link *link, const char *why)
{
	char text[WHY_MAX];

	snprintf(text, sizeof(text), "%s", why); /* it may lie in memory that is freed below */
	memcpy(link->why, text, sizeof(text));
	disconnect(link);
	link->state = PAUSED;
	set_timer(link, pause_ms(link));
	link->failures++;
	link->events->on_down(link->arg, link->why);
}

static bool send_words(
	struct sp_redis_link *link, int argc, const char **argv, const size_t *lengths)
{
	char *text = NULL;
	int size = redisFormatCommandArgv(&text, argc, argv, lengths);
	bool done = size >= 0 && sp_stream_write(link->stream, text, (size_t) size);

	if (size >= 0) {
		redisFreeCommand(text);
	}
	return done;
}

static void ready(struct sp_redis_link *link)
{
	link->state = READY;
	link->failures = 0;
	set_timer(link, SILENCE_MS / 2);
	link->events->on_ready(link->arg);
}

static bool send_login(struct sp_redis_link *link)
{
	char database[16];
	const char *auth[3] = {"AUTH", link->dsn.user, link->dsn.password};
	const char *select[2] = {"SELECT", database};
	bool sent = true;

	link->login_replies = 0;
	if (link->dsn.password != NULL && link->dsn.user != NULL) {
		sent = send_words(link, 3, auth, NULL);
		link->login_replies++;
	} else if (link->dsn.password != NULL) {
		auth[1] = link->dsn.password;
		sent = send_words(link, 2, auth, NULL);
		link->login_replies++;
	}
	if (link->dsn.database > 0) {
		snprintf(database, sizeof(database), "%d", link->dsn.database);
		sent = sent && send_words(link, 2, select, NULL);
		link->login_replies++;
	}
	return sent;
}

static void on_open(void *arg)
{
	struct sp_redis_link *link = arg;

	link->state = LOGIN;
	link->heard_ms = sp_clock_ms();
	link->asked_ms = 0;
	set_timer(link, link->connect_ms);
	if (!send_login(link)) {
		lost(link, "out of memory");
	} else if (link->login_replies == 0) {
		ready(link);
	}
}

/* Takes the reply. */
static void take_reply(struct sp_redis_link *link, redisReply *reply)
{
	char why[WHY_MAX];

	if (link->state == READY) {
		link->events->on_reply(link->arg, reply);
		return;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		snprintf(why, sizeof(why), "it refuses the login: %s", reply->str);
		lost(link, why);
	} else if (--link->login_replies == 0) {
		ready(link);
	}
	freeReplyObject(reply);
}

static void on_bytes(void *arg, const char *data, size_t len)
{
	struct sp_redis_link *link = arg;
	redisReply *reply;

	link->heard_ms = sp_clock_ms();
	link->asked_ms = 0;
	sp_redis_reader_feed(link->reader, data, len);
	/* A reply may cause the link to be lost, and its reader with it. */
	while (link->reader != NULL && (reply = sp_redis_reader_next(link->reader)) != NULL) {
		take_reply(link, reply);
	}
	if (link->reader != NULL && sp_redis_reader_why(link->reader) != NULL) {
		lost(link, sp_redis_reader_why(link->reader));
	}
}

static void on_lost(void *arg, const char *why)
{
	lost(arg, why);
}

static const struct sp_stream_events stream_events = {on_open, on_bytes, on_lost};

/* False: *error says why. */
static bool make_tls(struct sp_redis_link *link, struct sp_error *error)
{
	struct sp_tls_settings settings = {.cafile = link->dsn.cafile,
		.cert = link->dsn.cert,
		.key = link->dsn.key,
		.insecure = link->dsn.insecure};

	if (link->dsn.tls && link->tls == NULL) {
		link->tls = sp_tls_context_new(&settings, error);
		return link->tls != NULL;
	}
	return true;
}

static void begin(struct sp_redis_link *link)
{
	struct sp_stream_address address = {
		.path = link->dsn.path, .host = link->dsn.host, .port = link->dsn.port};
	struct sp_error error;

	link->state = OPENING;
	event_del(link->timer);
	if (!make_tls(link, &error)) {
		lost(link, error.text);
		return;
	}
	address.tls = link->tls;
	link->reader = sp_redis_reader_new();
	link->stream = sp_stream_new(link->loop, &address, link->connect_ms, &stream_events, link);
	if (link->reader == NULL || link->stream == NULL) {
		lost(link, "out of memory");
	}
}

/* If only waiting calls turn the loop, it may have stood still for long. So what counts is whether
 * Redis answers, not how long it was silent. */
static void look_alive(struct sp_redis_link *link)
{
	uint64_t now_ms = sp_clock_ms();

	if (link->asked_ms != 0 && now_ms - link->asked_ms >= ANSWER_MS) {
		lost(link, "it does not answer");
		return;
	}
	set_timer(link, SILENCE_MS / 2);
	if (link->asked_ms == 0 && now_ms - link->heard_ms >= SILENCE_MS) {
		link->asked_ms = link->events->on_silence(link->arg) ? now_ms : 0;
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_redis_link *link = arg;

	(void) fd;
	(void) what;
	switch (link->state) {
	case PAUSED:
		begin(link);
		break;
	case LOGIN:
		lost(link, "no answer to the login");
		break;
	case READY:
		look_alive(link);
		break;
	case OPENING: /* the stream has its own time-out */
		break;
	}
}

static void set_name(struct sp_redis_link *link)
{
	if (link->dsn.path != NULL) {
		snprintf(link->name, sizeof(link->name), "unix://%s", link->dsn.path);
	} else {
		snprintf(link->name, sizeof(link->name),
			strchr(link->dsn.host, ':') ? "%s://[%s]:%d/%d" : "%s://%s:%d/%d",
			link->dsn.tls ? "rediss" : "redis", link->dsn.host, link->dsn.port, link->dsn.database);
	}
}

struct sp_redis_link *sp_redis_link_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, const struct sp_redis_events *events, void *arg)
{
	struct sp_redis_link *link = calloc(1, sizeof(*link));
	struct event *timer = link != NULL ? event_new(loop->base, -1, 0, on_timer, link) : NULL;

	if (timer == NULL) {
		free(link);
		sp_redis_dsn_fini(dsn);
		return NULL;
	}
	link->loop = loop;
	link->dsn = *dsn;
	memset(dsn, 0, sizeof(*dsn));
	link->connect_ms = connect_ms;
	link->events = events;
	link->arg = arg;
	link->timer = timer;
	link->random = sp_hash_seed(link);
	set_name(link);
	set_timer(link, 0);
	return link;
}

void sp_redis_link_free(struct sp_redis_link *link)
{
	if (link == NULL) {
		return;
	}
	disconnect(link);
	sp_tls_context_free(link->tls);
	event_free(link->timer);
	sp_redis_dsn_fini(&link->dsn);
	free(link);
}

bool sp_redis_link_ready(const struct sp_redis_link *link)
{
	return link->state == READY;
}

const char *sp_redis_link_why(const struct sp_redis_link *link)
{
	return link->state == PAUSED && link->why[0] != '\0' ? link->why : NULL;
}

void sp_redis_link_hurry(struct sp_redis_link *link)
{
	if (link->state == PAUSED) {
		begin(link);
	}
}

const char *sp_redis_link_name(const struct sp_redis_link *link)
{
	return link->name;
}

bool sp_redis_link_send(
	struct sp_redis_link *link, int argc, const char **argv, const size_t *lengths)
{
	return link->state == READY && send_words(link, argc, argv, lengths);
}

void sp_redis_link_fail(struct sp_redis_link *link, const char *why)
{
	lost(link, why);
}

const char *sp_redis_hiredis_version(void)
{
	static char version[32];

	snprintf(version, sizeof(version), "%d.%d.%d", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
	return version;
}

#endif
