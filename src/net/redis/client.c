/* SPDX-License-Identifier: MIT */
#include "net/redis/client.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#define WHY_MAX 320

struct sp_redis_client {
	struct sp_redis_link *link;
	struct sp_link calls;    /* sent, in order */
	struct sp_link awaiting; /* calls that wait for the link to be ready */
	uint32_t skip;           /* replies before the first call's that nobody waits for */
	uint64_t generation;
	struct event *timer; /* the deadline of the first call */
	sp_redis_state *on_state;
	void *arg;
};

static struct sp_redis_call *first_call(const struct sp_redis_client *client)
{
	return sp_link_alone(&client->calls)
			   ? NULL
			   : SP_CONTAINER(client->calls.next, struct sp_redis_call, link);
}

/* Nobody waits for the count replies that follow those to last: they are dropped. */
static void skip_last(struct sp_redis_client *client, struct sp_link *last, uint32_t count)
{
	if (last == &client->calls) {
		client->skip += count;
	} else {
		SP_CONTAINER(last, struct sp_redis_call, link)->skip_after += count;
	}
}

static void set_timer(struct sp_redis_client *client)
{
	struct sp_redis_call *call = first_call(client);
	uint64_t now_ms = sp_clock_ms();
	struct timeval after;

	if (call == NULL || call->deadline_ms == 0) {
		event_del(client->timer);
		return;
	}
	after = sp_timeval_ms(call->deadline_ms > now_ms ? call->deadline_ms - now_ms : 0);
	event_add(client->timer, &after);
}

static void finish(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	sp_link_remove(&call->link);
	call->replies = 0;
	call->done(call, reply, why);
}

static void fail_all(struct sp_link *list, const char *why)
{
	struct sp_link all;
	struct sp_link *link;

	sp_link_init(&all);
	sp_list_move_all(&all, list); /* done may add calls: they are not among these */
	while ((link = sp_list_shift(&all)) != NULL) {
		finish(SP_CONTAINER(link, struct sp_redis_call, link), NULL, why);
	}
}

static void on_ready(void *arg)
{
	struct sp_redis_client *client = arg;

	client->generation++;
	if (client->on_state != NULL) {
		client->on_state(client->arg, NULL);
	}
	fail_all(&client->awaiting, NULL);
}

static void on_down(void *arg, const char *why)
{
	struct sp_redis_client *client = arg;
	char text[WHY_MAX];

	client->skip = 0;
	event_del(client->timer);
	snprintf(text, sizeof(text), "%s is away: %s", sp_redis_link_name(client->link), why);
	fail_all(&client->awaiting, text);
	snprintf(text, sizeof(text),
		"the connection to %s was lost: %s; whether the command was executed is unknown",
		sp_redis_link_name(client->link), why);
	fail_all(&client->calls, text);
	if (client->on_state != NULL) {
		client->on_state(client->arg, why);
	}
}

static void on_reply(void *arg, redisReply *reply)
{
	struct sp_redis_client *client = arg;
	struct sp_redis_call *call = first_call(client);

	if (client->skip > 0) {
		client->skip--;
		freeReplyObject(reply);
		return;
	}
	if (call == NULL) {
		freeReplyObject(reply);
		sp_redis_link_fail(client->link, "it sent a reply that no command asked for");
		return;
	}
	if (--call->replies == 0) {
		client->skip += call->skip_after;
		finish(call, reply, NULL);
		set_timer(client);
	} else if (reply->type == REDIS_REPLY_ERROR && call->refusal == NULL) {
		call->refusal = reply;
	} else {
		freeReplyObject(reply);
	}
}

static bool on_silence(void *arg)
{
	static const char *ping[1] = {"PING"};
	struct sp_redis_client *client = arg;
	struct sp_redis_call *call = first_call(client);

	if (call != NULL && call->deadline_ms == 0) {
		return false; /* a blocking command: a PING after it would not be answered */
	}
	sp_redis_client_send(client, NULL, 1, ping, NULL);
	return true;
}

static const struct sp_redis_events link_events = {on_ready, on_down, on_reply, on_silence};

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_redis_client *client = arg;
	struct sp_redis_call *call;
	uint64_t now_ms = sp_clock_ms();
	char text[WHY_MAX];

	(void) fd;
	(void) what;
	while ((call = first_call(client)) != NULL && call->deadline_ms != 0 &&
		   call->deadline_ms <= now_ms) {
		client->skip += call->replies + call->skip_after;
		snprintf(text, sizeof(text),
			"no answer from %s within %.1f s; whether the command was executed is unknown",
			sp_redis_link_name(client->link), (double) call->timeout_ms / 1000.0);
		finish(call, NULL, text);
	}
	set_timer(client);
}

struct sp_redis_client *sp_redis_client_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, sp_redis_state *on_state, void *arg)
{
	struct sp_redis_client *client = calloc(1, sizeof(*client));

	if (client == NULL) {
		sp_redis_dsn_fini(dsn);
		return NULL;
	}
	sp_link_init(&client->calls);
	sp_link_init(&client->awaiting);
	client->on_state = on_state;
	client->arg = arg;
	client->link = sp_redis_link_new(loop, dsn, connect_ms, &link_events, client);
	client->timer = event_new(loop->base, -1, 0, on_timer, client);
	if (client->link == NULL || client->timer == NULL) {
		sp_redis_client_free(client);
		return NULL;
	}
	return client;
}

void sp_redis_client_free(struct sp_redis_client *client)
{
	if (client == NULL) {
		return;
	}
	sp_redis_link_free(client->link);
	if (client->timer != NULL) {
		event_free(client->timer);
	}
	free(client);
}

void sp_redis_client_close(struct sp_redis_client *client, const char *why)
{
	fail_all(&client->awaiting, why);
	fail_all(&client->calls, why);
	sp_redis_client_free(client);
}

struct sp_redis_link *sp_redis_client_link(struct sp_redis_client *client)
{
	return client->link;
}

uint64_t sp_redis_client_generation(const struct sp_redis_client *client)
{
	return client->generation;
}

void sp_redis_client_await(struct sp_redis_client *client, struct sp_redis_call *call)
{
	const char *why = sp_redis_link_why(client->link);
	char text[WHY_MAX];

	sp_link_init(&call->link);
	if (why != NULL) {
		snprintf(text, sizeof(text), "%s is away: %s; it is tried again until it is back",
			sp_redis_link_name(client->link), why);
		finish(call, NULL, text);
	} else if (sp_redis_link_ready(client->link)) {
		finish(call, NULL, NULL);
	} else {
		sp_list_append(&client->awaiting, &call->link);
	}
}

/* Appends the call to what was sent so far. */
static void enter(struct sp_redis_client *client, struct sp_redis_call *call)
{
	if (call == NULL) {
		skip_last(client, client->calls.prev, 1);
		return;
	}
	if (call->replies++ > 0) {
		return;
	}
	call->deadline_ms = call->timeout_ms > 0 ? sp_clock_ms() + call->timeout_ms : 0;
	sp_list_append(&client->calls, &call->link);
	if (client->calls.next == &call->link) {
		set_timer(client);
	}
}

void sp_redis_client_send(struct sp_redis_client *client, struct sp_redis_call *call, int argc,
	const char **argv, const size_t *lengths)
{
	if (call != NULL && call->replies == 0) {
		sp_link_init(&call->link);
	}
	if (!sp_redis_link_ready(client->link)) {
		if (call != NULL && call->replies == 0) {
			finish(call, NULL, "the connection to Redis was lost before the command was sent");
		}
		return;
	}
	enter(client, call);
	if (sp_redis_link_send(client->link, argc, argv, lengths)) {
		return;
	}
	if (call != NULL && call->replies == 1) {
		finish(call, NULL, "not sent: more than 64 MiB would wait to be sent");
		set_timer(client);
	} else {
		/* Part of the call may be on its way. */
		sp_redis_link_fail(client->link, "too much is waiting to be sent");
	}
}

void sp_redis_client_cancel(struct sp_redis_client *client, struct sp_redis_call *call)
{
	struct sp_link *before = call->link.prev;
	bool was_first = client->calls.next == &call->link;

	if (sp_link_alone(&call->link)) {
		return;
	}
	if (call->replies > 0) {
		skip_last(client, before, call->replies + call->skip_after);
	}
	sp_link_remove(&call->link);
	if (was_first) {
		set_timer(client);
	}
}

#endif
