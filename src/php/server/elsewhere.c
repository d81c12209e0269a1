/* SPDX-License-Identifier: MIT */
#include "php/server/elsewhere.h"

#include <event2/event.h>

#include "net/delivery/question.h"
#include "net/loop/log.h"
#include "php/engine/wait.h"

#define PATIENCE_MS 1000

/* A question, and whoever waits for its answer: on the stack of the function that asks. */
struct inquiry {
	struct sp_question question;
	struct php_seatpush_wait wait;
	struct php_seatpush_server *server;
	const char *method;
	bool waits;
};

bool php_seatpush_tell(
	struct php_seatpush_server *server, zend_long fd, bool packed, struct sp_buf *bytes)
{
	bool told = false;

	if (packed) {
		told = sp_relay_tell(&server->net->core, fd, (struct sp_span){bytes->data, bytes->len});
	} else {
		php_seatpush_throw_text("no memory for what another worker is to be told");
	}
	sp_buf_fini(bytes);
	return told;
}

static void on_over(struct sp_question *question)
{
	struct inquiry *inquiry = SP_CONTAINER(question, struct inquiry, question);

	if (inquiry->waits) {
		php_seatpush_wake(&inquiry->wait);
	}
}

static void on_time(evutil_socket_t fd, short what, void *arg)
{
	struct inquiry *inquiry = arg;

	(void) fd;
	(void) what;
	/* It may have been this process that was too busy. */
	sp_relay_read(&inquiry->server->net->windows);
	php_seatpush_wake(&inquiry->wait);
}

/* After a fatal error. */
static void abandon(struct php_seatpush_wait *wait)
{
	sp_question_abandon(&SP_CONTAINER(wait, struct inquiry, wait)->question);
}

/* One process that has not answered; 0: it is not known. */
static long silent_process(const struct sp_core *core, const struct sp_question *question)
{
	struct sp_roll_entry entry;

	if (core->machine == NULL) {
		return 0;
	}
	if (question->id != 0) {
		return sp_roll_find(core->machine->roll, question->id, &entry)
				   ? (long) sp_machine_process(core->machine, entry.place)
				   : 0;
	}
	for (unsigned place = 0; place < SP_MACHINE_PLACES; place++) {
		if (question->awaited & (UINT32_C(1) << place)) {
			return (long) sp_machine_process(core->machine, place);
		}
	}
	return 0;
}

static void say_silent(struct sp_core *core, const struct inquiry *inquiry)
{
	if (!sp_log_due(&core->logged.silent_s, core->loop->now_s)) {
		return;
	}
	if (inquiry->question.token == 0) {
		sp_log(SP_LOG_WARNING,
			"%s: within a second it was not its turn to ask other workers, so it does without them: "
			"ask less often for what may be long",
			inquiry->method);
		return;
	}
	sp_log(SP_LOG_WARNING,
		"%s: the worker with process id %ld has not answered within a second, so its connections are "
		"as if they were gone: look for a callback that blocks there (slow_callback_ms)",
		inquiry->method, silent_process(core, &inquiry->question));
}

/* False: the caller cannot wait, and the log says why. */
static bool may_wait(struct sp_core *core, const char *method)
{
	if (php_seatpush_can_wait()) {
		return true;
	}
	if (!SEATPUSH_G(waits_over) && sp_log_due(&core->logged.unasked_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"%s: another worker would have to be asked, and nothing can wait here for its answer, so "
			"its connections are as if they were gone: call it in a callback, not in a destructor or "
			"an output handler, and let fewer callbacks wait (max_concurrency)",
			method);
	}
	return false;
}

/* False: the stop has ended it, and an exception was thrown; or out of memory. */
static bool wait_for(struct inquiry *inquiry)
{
	struct timeval after = sp_timeval_ms(PATIENCE_MS);
	struct event_base *base = SEATPUSH_G(loop)->base;
	bool waited;

	inquiry->wait.timer = event_new(base, -1, 0, on_time, inquiry);
	if (inquiry->wait.timer == NULL) {
		php_seatpush_throw_text("%s cannot wait: out of memory", inquiry->method);
		return false;
	}
	event_base_update_cache_time(base);
	event_add(inquiry->wait.timer, &after);
	inquiry->waits = true;
	waited = php_seatpush_wait(&inquiry->wait, inquiry->method);
	inquiry->waits = false;
	event_free(inquiry->wait.timer);
	return waited;
}

/* False: an exception was thrown. answers are the caller's in any case. */
static bool inquire(struct inquiry *inquiry, struct sp_buf *answers)
{
	struct sp_core *core = &inquiry->server->net->core;
	struct sp_question *question = &inquiry->question;
	bool done = true;

	question->on_over = on_over;
	inquiry->wait.abandon = abandon;
	inquiry->server->last_error = SEATPUSH_ERROR_TIMED_OUT;
	if (!may_wait(core, inquiry->method)) {
		return true;
	}
	if (sp_question_ask(core, question)) {
		done = question->is_over || wait_for(inquiry);
		inquiry->server->last_error =
			question->is_over ? SEATPUSH_ERROR_NONE : SEATPUSH_ERROR_TIMED_OUT;
		if (done && !question->is_over) {
			say_silent(core, inquiry);
		}
	} else if (sp_log_due(&core->logged.unasked_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"%s: %d questions to other workers are not answered yet, so their connections are as if "
			"they were gone: look for a callback that blocks there (slow_callback_ms)",
			inquiry->method, SP_QUESTIONS_MAX);
	}
	*answers = question->answers;
	question->answers = (struct sp_buf){0};
	sp_question_leave(core, question);
	return done;
}

bool php_seatpush_ask_about(struct php_seatpush_server *server, zend_long fd,
	enum php_seatpush_asking what, const char *method, struct sp_buf *answer)
{
	struct inquiry inquiry = {
		.question = {.id = fd, .what = what}, .server = server, .method = method};
	bool done;

	*answer = (struct sp_buf){0};
	if (php_seatpush_elsewhere(server, fd) == SP_ELSEWHERE_NO) {
		return false;
	}
	done = inquire(&inquiry, answer);
	if (done && answer->len == 0 && server->last_error == SEATPUSH_ERROR_NONE) {
		server->last_error = SEATPUSH_ERROR_GONE;
	}
	if (!done || answer->len == 0) {
		sp_buf_fini(answer);
		return false;
	}
	return true;
}

bool php_seatpush_ask_all(struct php_seatpush_server *server, enum php_seatpush_asking what,
	struct sp_span text, const char *method, struct sp_buf *answers)
{
	struct inquiry inquiry = {
		.question = {.what = what, .text = text, .is_long = what == SEATPUSH_ASK_SUBSCRIBERS},
		.server = server,
		.method = method};

	*answers = (struct sp_buf){0};
	if (!sp_relay_reaches(&server->net->core)) {
		return true;
	}
	if (!inquire(&inquiry, answers)) {
		sp_buf_fini(answers);
		return false;
	}
	return true;
}
