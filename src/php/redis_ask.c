/* SPDX-License-Identifier: MIT */
#include "php/redis_ask.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"

#include "php/classes.h"
#include "php/wait.h"

#define WHY_MAX 400

/* Lies on the stack of who asks. */
struct pending {
	struct sp_redis_call call;
	struct php_seatpush_wait wait;
	bool waits;
	bool over;
	redisReply *reply;
	char why[WHY_MAX]; /* empty: it is answered */
};

static void done(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct pending *pending = SP_CONTAINER(call, struct pending, call);

	pending->over = true;
	pending->reply = reply;
	snprintf(pending->why, sizeof(pending->why), "%s", why != NULL ? why : "");
	if (pending->waits) {
		php_seatpush_wake(&pending->wait);
	}
}

/* False: an exception was thrown. */
static bool wait_for(const struct php_seatpush_question *question, struct pending *pending)
{
	if (question->loop != NULL) {
		while (!pending->over) {
			sp_loop_turn(question->loop, false);
		}
	} else if (!pending->over) {
		memset(&pending->wait, 0, sizeof(pending->wait));
		pending->waits = true;
		if (!php_seatpush_wait(&pending->wait, question->method)) {
			sp_redis_client_cancel(question->client, &pending->call);
			return false;
		}
		pending->waits = false;
	}
	if (pending->why[0] != '\0') {
		zend_throw_exception_ex(
			seatpush_ce_RedisException, 0, "%s: %s", question->method, pending->why);
		return false;
	}
	return true;
}

static bool await_link(const struct php_seatpush_question *question)
{
	struct pending pending = {.call = {.done = done}};
	struct sp_redis_link *link = sp_redis_client_link(question->client);

	if (question->loop != NULL) {
		sp_loop_turn(question->loop, true); /* what happened while nobody looked */
		sp_redis_link_hurry(link);
	}
	if (sp_redis_link_ready(link)) {
		return true;
	}
	sp_redis_client_await(question->client, &pending.call);
	return wait_for(question, &pending);
}

bool php_seatpush_ask(
	const struct php_seatpush_question *question, struct php_seatpush_answer *answer)
{
	struct pending pending = {.call = {.done = done, .timeout_ms = question->timeout_ms}};
	bool answered;

	memset(answer, 0, sizeof(*answer));
	if (!await_link(question)) {
		return false;
	}
	if (question->send != NULL) {
		question->send(question->arg, &pending.call);
	}
	for (size_t i = 0; i < question->count && !pending.over; i++) {
		const struct php_seatpush_words *words = &question->commands[i];

		sp_redis_client_send(
			question->client, &pending.call, words->count, words->argv, words->lengths);
	}
	answered = wait_for(question, &pending);
	answer->reply = pending.reply;
	answer->refusal = pending.call.refusal;
	if (!answered) {
		php_seatpush_answer_fini(answer);
	}
	return answered;
}

void php_seatpush_answer_fini(struct php_seatpush_answer *answer)
{
	if (answer->reply != NULL) {
		freeReplyObject(answer->reply);
	}
	if (answer->refusal != NULL) {
		freeReplyObject(answer->refusal);
	}
	memset(answer, 0, sizeof(*answer));
}

#endif
