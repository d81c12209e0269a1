/* SPDX-License-Identifier: MIT */
#include "php/redis/duty.h"

#include "php/server/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#include "net/loop/log.h"
#include "net/redis/link.h"
#include "php/redis/kept.h"
#include "php/redis/lead.h"
#include "php/redis/marker.h"
#include "php/redis/pattern.h"
#include "php/redis/reply.h"
#include "wire/redis_dsn.h"

#define STAY_MS 2500 /* that a process whose turn is over waits for the next one's marker */

struct php_seatpush_duty {
	struct php_seatpush_lead lead;
	struct php_seatpush_server *server;
	php_seatpush_duty_pass *pass;
	void *arg;
	struct php_seatpush_kept kept;
	struct php_seatpush_marker *marker; /* on its way; NULL: it is not */
	struct sp_redis_link *link;         /* NULL: it is down */
	bool is_asking;                     /* whether it may listen to the channel */
	unsigned channels;
	bool had_taker;
	uint64_t leaving_ms; /* since when it has been; 0: it is not */
	char channel[64], name[32];
	char refusal[200];
};

/* Another process follows this one. */
static bool is_leaving(const struct sp_server *net)
{
	return net->mover != NULL || net->retire != NULL;
}

/* Others that hear the same from Redis. Workers that serve beside this one do not. */
static bool others_listen(const struct sp_core *core)
{
	return core->machine != NULL && sp_machine_is_listened(core->machine);
}

/* --- what the rules bring about --- */

static void tell(void *arg, enum sp_notice notice, int64_t who)
{
	struct php_seatpush_duty *duty = arg;

	if (duty->server->net->core.machine != NULL) {
		sp_relay_notice(&duty->server->net->core, notice, who);
	}
}

static void mark(void *arg)
{
	struct php_seatpush_duty *duty = arg;
	const zend_string *text = duty->server->endpoint.options.settings.redis;
	struct sp_redis_dsn dsn;
	struct sp_error error;

	php_seatpush_marker_free(duty->marker);
	duty->marker = NULL;
	if (sp_redis_dsn_parse(&dsn, text != NULL ? ZSTR_VAL(text) : SP_REDIS_STANDARD_DSN, &error)) {
		duty->marker =
			php_seatpush_marker_new(duty->server->net->core.loop, &dsn, duty->channel, duty->name);
	}
}

static void ask(void *arg)
{
	struct php_seatpush_duty *duty = arg;
	const char *words[] = {"PING", duty->name};

	if (duty->link != NULL) {
		sp_redis_link_send(duty->link, 2, words, NULL);
	}
}

static void pass_kept(void *arg)
{
	struct php_seatpush_duty *duty = arg;
	redisReply *reply;

	while (!SEATPUSH_G(fatal) && (reply = php_seatpush_kept_shift(&duty->kept)) != NULL) {
		duty->pass(duty->arg, reply);
		freeReplyObject(reply);
	}
}

static void drop_kept(void *arg)
{
	struct php_seatpush_duty *duty = arg;

	php_seatpush_kept_fini(&duty->kept);
}

static void say(void *arg, enum php_seatpush_lead_why why)
{
	const struct php_seatpush_duty *duty = arg;

	switch (why) {
	case SEATPUSH_LEAD_REFUSED:
		sp_log(SP_LOG_WARNING,
			"Redis: messages may be missed in this reload, since this process cannot say from "
			"where on it passes them on: %s; the user of the option redis needs the rights "
			"+publish +subscribe +ping &%s*",
			duty->refusal, PHP_SEATPUSH_INTERNAL_CHANNELS);
		break;
	case SEATPUSH_LEAD_SILENCE:
		sp_log(SP_LOG_WARNING,
			"Redis: messages may be missed in this reload, since the process before has not "
			"answered within %d s; look for a callback that blocks (slow_callback_ms)",
			PHP_SEATPUSH_LEAD_PATIENCE_MS / 1000);
		break;
	case SEATPUSH_LEAD_GONE:
		sp_log(SP_LOG_WARNING,
			"Redis: messages may be missed in this reload, since the process before ended without "
			"an answer; its last lines may say why");
		break;
	case SEATPUSH_LEAD_ALONE:
		sp_log(SP_LOG_WARNING,
			"Redis: messages may be missed, since the new worker had begun to pass them on, and "
			"ended; this one does again");
		break;
	}
}

static const struct php_seatpush_lead_acts acts = {tell, mark, ask, pass_kept, drop_kept, say};

/* --- its life --- */

/* Later processes have higher ones: the clock is the machine's, and a process begins after the one
 * before it has. */
static int64_t number(void)
{
	return (int64_t) sp_clock_ns();
}

struct php_seatpush_duty *php_seatpush_duty_new(
	struct php_seatpush_server *server, php_seatpush_duty_pass *pass, void *arg)
{
	struct php_seatpush_duty *duty = calloc(1, sizeof(*duty));
	struct sp_core *core = &server->net->core;
	int64_t id = number();

	if (duty == NULL) {
		return NULL;
	}
	duty->server = server;
	duty->pass = pass;
	duty->arg = arg;
	snprintf(duty->channel, sizeof(duty->channel), "%sreload:%016" PRIx64,
		PHP_SEATPUSH_INTERNAL_CHANNELS, core->machine->facts->seed);
	snprintf(duty->name, sizeof(duty->name), "%" PRId64, id);
	php_seatpush_lead_init(&duty->lead, id, !others_listen(core), &acts, duty);
	if (!others_listen(core) && sp_relay_reaches(core)) {
		duty->lead.has_gap = true;
		sp_log(SP_LOG_NOTICE,
			"Redis: messages are missed until this worker has subscribed, since no "
			"other one hears them");
	}
	sp_machine_listen(core->machine, true);
	return duty;
}

void php_seatpush_duty_free(struct php_seatpush_duty *duty)
{
	if (duty != NULL) {
		if (duty->server->net->core.machine != NULL) {
			sp_machine_listen(duty->server->net->core.machine, false);
		}
		php_seatpush_marker_free(duty->marker);
		php_seatpush_kept_fini(&duty->kept);
		free(duty);
	}
}

/* --- Redis --- */

void php_seatpush_duty_ready(struct php_seatpush_duty *duty, struct sp_redis_link *link)
{
	/* A channel, since the rights of a user are compared with a pattern letter by letter. */
	const char *words[] = {"SUBSCRIBE", duty != NULL ? duty->channel : NULL};

	if (duty != NULL) {
		duty->link = link;
		duty->is_asking = sp_redis_link_send(link, 2, words, NULL);
	}
}

static void refused(struct php_seatpush_duty *duty, const char *why)
{
	snprintf(duty->refusal, sizeof(duty->refusal), "%s", why);
	php_seatpush_lead_refused(&duty->lead);
}

static void heard(struct php_seatpush_duty *duty, const redisReply *text)
{
	char *end;
	long long id = text->type == REDIS_REPLY_STRING ? strtoll(text->str, &end, 10) : 0;

	if (id > 0 && *end == '\0') {
		php_seatpush_lead_heard_marker(&duty->lead, id);
	}
}

bool php_seatpush_duty_takes(struct php_seatpush_duty *duty, const redisReply *reply)
{
	if (duty == NULL) {
		return false;
	}
	if (reply->type == REDIS_REPLY_ERROR && duty->is_asking) {
		duty->is_asking = false;
		refused(duty, reply->str);
		return true;
	}
	if (reply->type != REDIS_REPLY_ARRAY || reply->elements < 2 ||
		!(php_seatpush_redis_is_text(reply->element[1], duty->channel) ||
			php_seatpush_redis_is_text(reply->element[1], duty->name))) {
		return false;
	}
	if (php_seatpush_redis_is_text(reply->element[0], "subscribe")) {
		duty->is_asking = false;
		duty->channels = 1;
	} else if (php_seatpush_redis_is_text(reply->element[0], "message") && reply->elements == 3) {
		heard(duty, reply->element[2]);
	} else if (php_seatpush_redis_is_text(reply->element[0], "pong")) {
		php_seatpush_lead_answered(&duty->lead);
	} else {
		return false;
	}
	return true;
}

unsigned php_seatpush_duty_channels(const struct php_seatpush_duty *duty)
{
	return duty != NULL ? duty->channels : 0;
}

void php_seatpush_duty_down(struct php_seatpush_duty *duty)
{
	if (duty == NULL) {
		return;
	}
	duty->link = NULL;
	duty->channels = 0;
	duty->is_asking = false;
	php_seatpush_lead_down(&duty->lead);
}

/* --- turns --- */

/* Connections are on their way here or from here. */
static bool is_moving(const struct sp_server *net)
{
	return net->taker_count > 0 || net->mover != NULL;
}

static void look(struct php_seatpush_duty *duty)
{
	struct sp_server *net = duty->server->net;
	struct php_seatpush_lead_view view = {
		.notices = net->core.notices,
		.is_leaving = is_leaving(net),
		.is_last = !others_listen(&net->core) || (duty->had_taker && net->taker_count == 0),
		.is_alone = !others_listen(&net->core),
		.now_ms = sp_clock_ms(),
	};

	if (net->core.machine == NULL) {
		return; /* a child of a process that has one */
	}
	sp_relay_read(&net->windows); /* after it was seen who is gone: what they said last is there */
	php_seatpush_lead_look(&duty->lead, &view);
}

bool php_seatpush_duty_up(struct php_seatpush_duty *duty, bool after_gap)
{
	if (duty == NULL) {
		return after_gap;
	}
	look(duty); /* whether another process is to be the next, before it counts as up */
	if (after_gap && php_seatpush_lead_passes(&duty->lead)) {
		duty->lead.has_gap = true;
	}
	php_seatpush_lead_up(&duty->lead, sp_clock_ms());
	return false;
}

enum php_seatpush_duty_verdict php_seatpush_duty_hears(
	struct php_seatpush_duty *duty, redisReply *reply)
{
	if (duty == NULL) {
		return SEATPUSH_DUTY_PASS;
	}
	if (php_seatpush_lead_passes(&duty->lead) && others_listen(&duty->server->net->core)) {
		look(duty);
	}
	if (php_seatpush_lead_passes(&duty->lead)) {
		return SEATPUSH_DUTY_PASS;
	}
	if (!php_seatpush_lead_keeps(&duty->lead)) {
		return SEATPUSH_DUTY_DROP;
	}
	if (php_seatpush_kept_append(&duty->kept, reply)) {
		return SEATPUSH_DUTY_KEPT;
	}
	duty->lead.has_gap = true;
	return SEATPUSH_DUTY_DROP;
}

static void end_marker(struct php_seatpush_duty *duty)
{
	const char *refusal;

	if (duty->marker != NULL && php_seatpush_marker_is_over(duty->marker)) {
		refusal = php_seatpush_marker_refusal(duty->marker);
		if (refusal != NULL) {
			refused(duty, refusal);
		}
		php_seatpush_marker_free(duty->marker);
		duty->marker = NULL;
	}
}

/* It does not end before another one passes on what it hears, unless that takes too long. */
static void stay(struct php_seatpush_duty *duty)
{
	struct sp_core *core = &duty->server->net->core;

	if (!is_leaving(duty->server->net)) {
		return;
	}
	if (duty->leaving_ms == 0) {
		duty->leaving_ms = sp_clock_ms();
	}
	core->stays = php_seatpush_lead_is_needed(&duty->lead) && others_listen(core) &&
				  sp_clock_ms() - duty->leaving_ms < STAY_MS;
}

/* Topics are told when no connections move: each is told once, wherever it was. */
bool php_seatpush_duty_step(struct php_seatpush_duty *duty)
{
	struct sp_server *net = duty->server->net;
	bool tells;

	duty->had_taker = duty->had_taker || net->taker_count > 0;
	end_marker(duty);
	look(duty);
	stay(duty);
	tells = duty->lead.has_gap && duty->lead.is_up && php_seatpush_lead_passes(&duty->lead) &&
			!is_moving(net);
	duty->lead.has_gap = duty->lead.has_gap && !tells;
	return tells;
}

#endif
