/* SPDX-License-Identifier: MIT */
#include "php/redis/ask.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/wait.h"

#define WHY_MAX 400

/* A question in progress, on the stack of the function that asks. */
struct pending {
	struct sp_redis_call call;
	const struct php_seatpush_redis_question *question;
	struct php_seatpush_wait wait;
	bool waits;
	bool over;
	redisReply *reply;
	char why[WHY_MAX]; /* empty: there is an answer */
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

/* The link is ready, or cannot be. Sends at once, while the caller is still waiting: by the time
 * the caller goes on, the client might be closed. */
static void on_link(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct pending *pending = SP_CONTAINER(call, struct pending, call);
	const struct php_seatpush_redis_question *question = pending->question;

	call->done = done;
	if (why != NULL) {
		done(call, reply, why);
		return;
	}
	if (question->generation != 0 &&
		question->generation != sp_redis_client_generation(question->client)) {
		done(call, NULL, NULL);
		return;
	}
	if (question->send != NULL) {
		question->send(question->arg, call);
	}
	for (size_t i = 0; i < question->count && !pending->over; i++) {
		const struct php_seatpush_words *words = &question->commands[i];

		sp_redis_client_send(question->client, call, words->count, words->argv, words->lengths);
	}
}

/* False: an exception was thrown. */
static bool wait_for(const struct php_seatpush_redis_question *question, struct pending *pending)
{
	if (question->loop != NULL) {
		while (!pending->over) {
			sp_loop_turn(question->loop, false);
		}
	} else if (!pending->over) {
		pending->waits = true;
		if (!php_seatpush_wait(&pending->wait, question->method)) {
			if (!pending->over) { /* otherwise the client may be gone */
				sp_redis_client_cancel(question->client, &pending->call);
			}
			return false;
		}
	}
	if (pending->why[0] != '\0') {
		zend_throw_exception_ex(
			seatpush_ce_RedisException, 0, "%s: %s", question->method, pending->why);
		return false;
	}
	return true;
}

bool php_seatpush_redis_ask(
	const struct php_seatpush_redis_question *question, struct php_seatpush_redis_answer *answer)
{
	struct pending pending = {
		.call = {.done = on_link, .timeout_ms = question->timeout_ms}, .question = question};
	bool answered;

	if (question->loop != NULL) {
		sp_loop_turn(question->loop, true); /* events since the last turn */
		sp_redis_link_hurry(sp_redis_client_link(question->client));
	}
	sp_redis_client_await(question->client, &pending.call);
	answered = wait_for(question, &pending);
	answer->reply = pending.reply;
	answer->refusal = pending.call.refusal;
	if (!answered) {
		php_seatpush_redis_answer_fini(answer);
	}
	return answered;
}

void php_seatpush_redis_answer_fini(struct php_seatpush_redis_answer *answer)
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
