/* SPDX-License-Identifier: MIT */
#include "php/redis/marker.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#include "base/queue.h"
#include "net/redis/client.h"

#define CONNECT_MS 2000
#define ANSWER_MS 2000

struct php_seatpush_marker {
	struct sp_redis_client *client;
	struct sp_redis_call call;
	bool is_over;
	char channel[64], text[32];
	char refusal[200]; /* "": none */
};

static struct php_seatpush_marker *marker_of(struct sp_redis_call *call)
{
	return SP_CONTAINER(call, struct php_seatpush_marker, call);
}

static void on_published(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct php_seatpush_marker *marker = marker_of(call);

	(void) why; /* nobody waits longer for it than for the answer to it */
	marker->is_over = true;
	if (reply != NULL && reply->type == REDIS_REPLY_ERROR) {
		snprintf(marker->refusal, sizeof(marker->refusal), "%s", reply->str);
	}
	if (reply != NULL) {
		freeReplyObject(reply);
	}
}

static void on_connected(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct php_seatpush_marker *marker = marker_of(call);
	const char *words[] = {"PUBLISH", marker->channel, marker->text};

	(void) reply;
	if (why != NULL) {
		marker->is_over = true;
		return;
	}
	call->done = on_published;
	call->timeout_ms = ANSWER_MS;
	sp_redis_client_send(marker->client, call, 3, words, NULL);
}

struct php_seatpush_marker *php_seatpush_marker_new(
	struct sp_loop *loop, struct sp_redis_dsn *dsn, const char *channel, const char *text)
{
	struct php_seatpush_marker *marker = calloc(1, sizeof(*marker));

	if (marker == NULL) {
		sp_redis_dsn_fini(dsn);
		return NULL;
	}
	snprintf(marker->channel, sizeof(marker->channel), "%s", channel);
	snprintf(marker->text, sizeof(marker->text), "%s", text);
	marker->call.done = on_connected;
	marker->client = sp_redis_client_new(loop, dsn, CONNECT_MS, NULL, NULL);
	if (marker->client == NULL) {
		free(marker);
		return NULL;
	}
	sp_redis_client_await(marker->client, &marker->call);
	return marker;
}

void php_seatpush_marker_free(struct php_seatpush_marker *marker)
{
	if (marker != NULL) {
		sp_redis_client_free(marker->client);
		free(marker);
	}
}

bool php_seatpush_marker_is_over(const struct php_seatpush_marker *marker)
{
	return marker->is_over;
}

const char *php_seatpush_marker_refusal(const struct php_seatpush_marker *marker)
{
	return marker->refusal[0] != '\0' ? marker->refusal : NULL;
}

#endif
