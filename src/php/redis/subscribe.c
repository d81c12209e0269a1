/* SPDX-License-Identifier: MIT */
/*
 * One link to Redis for all patterns. It is never given up. When Redis goes away, RedisDown is
 * called. When it is back, everything is subscribed to again, and RedisUp is called. Then topics
 * whose pattern has a gap text get that text, since what was published in the meantime is lost.
 */
#include "php/redis/subscribe.h"

#include "zend_exceptions.h"

#include "net/delivery/deliver.h"
#include "net/delivery/relay.h"
#include "net/delivery/window.h"
#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/forked.h"
#include "php/redis/duty.h"
#include "php/redis/events.h"
#include "php/redis/reply.h"
#include "php/redis/topics.h"
#include "php/server/object.h"
#include "php/server/publish.h"
#include "wire/redis_dsn.h"
#include "wire/utf8.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "net/process/worker.h"
#include "net/redis/link.h"

#define PATTERN_MAX 255
#define CONNECT_MS 5000
#define MS_PER_S 1000.0

struct php_seatpush_subscription {
	struct php_seatpush_server *server;
	struct sp_redis_link *link;     /* NULL: not running */
	struct php_seatpush_duty *duty; /* NULL: no other process hears the same */
	int64_t gap;                    /* the last notice of one that topics were told of */
	struct php_seatpush_pattern *first;
	uint32_t count;
	uint64_t down_ms; /* since when Redis has been away; 0: it is not */
	uint32_t bad_logged_s;
	struct php_seatpush_subscription_facts facts;
};

/* --- messages --- */

struct arrived {
	struct php_seatpush_server *server;
	struct php_seatpush_pattern *pattern;
	const redisReply *channel, *payload;
};

static void call_subscriber(void *arg)
{
	struct arrived arrived = *(struct arrived *) arg;
	zval args[3];

	ZVAL_OBJ(&args[0], &arrived.server->std);
	ZVAL_STRINGL(&args[1], arrived.channel->str, arrived.channel->len);
	ZVAL_STRINGL(&args[2], arrived.payload->str, arrived.payload->len);
	php_seatpush_call(&arrived.pattern->callback, "subscribeRedis", 3, args, NULL, NULL);
	zval_ptr_dtor(&args[1]);
	zval_ptr_dtor(&args[2]);
}

/* A text that is none. True: a log line is due. */
static bool count_bad(struct php_seatpush_subscription *subscription)
{
	subscription->facts.bad++;
	return sp_log_due(&subscription->bad_logged_s, subscription->server->net->core.loop->now_s);
}

static void to_topic(struct php_seatpush_subscription *subscription,
	const struct php_seatpush_pattern *pattern, const redisReply *channel,
	const redisReply *payload)
{
	struct sp_span name = {channel->str, (size_t) channel->len};

	if (name.len < pattern->literal) {
		return;
	}
	name.data += pattern->literal;
	name.len -= pattern->literal;
	if (sp_utf8_valid(payload->str, (size_t) payload->len)) {
		php_seatpush_pattern_publish(subscription->server, pattern, name,
			(struct sp_span){payload->str, (size_t) payload->len});
	} else if (count_bad(subscription)) {
		sp_log(SP_LOG_WARNING,
			"Redis: a message for the topic %.*s is not UTF-8 and was not sent; publish text, or "
			"give subscribeRedis() a callback",
			(int) name.len, name.data);
	}
}

/* A message that is this process' to pass on. */
static void on_message(struct php_seatpush_subscription *subscription, redisReply *const *element)
{
	struct php_seatpush_pattern *pattern =
		php_seatpush_pattern_find(subscription->first, element[1]->str, (size_t) element[1]->len);
	struct arrived arrived = {subscription->server, pattern, element[2], element[3]};

	if (pattern == NULL || SEATPUSH_G(fatal)) {
		return;
	}
	if (pattern->heard != NULL) {
		if (!pattern->heard(subscription->server, element[3]->str, (size_t) element[3]->len) &&
			count_bad(subscription)) {
			sp_log(SP_LOG_WARNING,
				"Redis: a text that another server pushed is no UTF-8 and was not sent; is something "
				"else publishing to channels that begin with %s?",
				PHP_SEATPUSH_INTERNAL_CHANNELS);
		}
		return;
	}
	if (php_seatpush_channel_is_internal(element[2]->str, (size_t) element[2]->len)) {
		return;
	}
	subscription->facts.messages++;
	if (php_seatpush_callback_is_set(&pattern->callback)) {
		php_seatpush_call_in_fiber(call_subscriber, &arrived);
	} else {
		to_topic(subscription, pattern, element[2], element[3]);
	}
}

static void on_kept(void *arg, redisReply *reply)
{
	on_message(arg, reply->element);
}

void php_seatpush_subscription_step(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	struct php_seatpush_subscription *subscription = server != NULL ? server->subscription : NULL;
	int64_t gap;
	bool tells;

	if (subscription == NULL) {
		return;
	}
	gap = server->net->core.notices[SP_NOTICE_GAP];
	tells = subscription->duty != NULL && php_seatpush_duty_step(subscription->duty);
	if (tells) {
		sp_relay_notice(&server->net->core, SP_NOTICE_GAP, (int64_t) sp_clock_ns());
	}
	if (tells || gap > subscription->gap) { /* each process tells the topics that it has */
		subscription->gap = gap;
		php_seatpush_patterns_tell_gap(server, subscription->first);
	}
}

/* --- connecting and reconnecting --- */

/* Every pattern is subscribed to. */
static void on_back(struct php_seatpush_subscription *subscription)
{
	uint64_t down_ms = subscription->down_ms;
	double seconds;
	bool has_gap;

	subscription->facts.connected = 1;
	sp_log(SP_LOG_INFO, "Redis: subscribed to %u pattern%s at %s", subscription->count,
		subscription->count == 1 ? "" : "s", sp_redis_link_name(subscription->link));
	has_gap = php_seatpush_duty_up(subscription->duty, down_ms != 0);
	if (down_ms == 0) {
		return;
	}
	subscription->down_ms = 0;
	seconds = (double) (sp_clock_ms() - down_ms) / MS_PER_S;
	sp_log(
		SP_LOG_NOTICE, "Redis: back after %.1f s; what was published meanwhile is lost", seconds);
	if (has_gap) {
		php_seatpush_patterns_tell_gap(subscription->server, subscription->first);
	}
	php_seatpush_redis_tell_up(subscription->server, seconds);
}

static void subscribe_all(struct php_seatpush_subscription *subscription)
{
	const char **words = safe_emalloc(subscription->count + 1, sizeof(*words), 0);
	size_t *lengths = safe_emalloc(subscription->count + 1, sizeof(*lengths), 0);
	int count = 0;
	bool sent;

	words[count] = "PSUBSCRIBE";
	lengths[count++] = strlen("PSUBSCRIBE");
	for (struct php_seatpush_pattern *at = subscription->first; at != NULL; at = at->next) {
		words[count] = ZSTR_VAL(at->text);
		lengths[count++] = ZSTR_LEN(at->text);
	}
	sent = sp_redis_link_send(subscription->link, count, words, lengths);
	efree(words);
	efree(lengths);
	if (!sent && sp_redis_link_ready(subscription->link)) {
		sp_redis_link_fail(subscription->link, "out of memory");
	}
}

static void on_ready(void *arg)
{
	struct php_seatpush_subscription *subscription = arg;

	if (SEATPUSH_G(fatal)) {
		return;
	}
	php_seatpush_duty_ready(subscription->duty, subscription->link);
	subscribe_all(subscription);
}

static void on_down(void *arg, const char *why)
{
	struct php_seatpush_subscription *subscription = arg;

	subscription->facts.connected = 0;
	php_seatpush_duty_down(subscription->duty);
	if (SEATPUSH_G(fatal) || subscription->down_ms != 0) {
		return;
	}
	subscription->facts.downs++;
	subscription->down_ms = sp_clock_ms();
	sp_log(SP_LOG_WARNING, "Redis: %s is away: %s; it is tried again until it is back",
		sp_redis_link_name(subscription->link), why);
	php_seatpush_redis_tell_down(subscription->server, why);
}

static bool are_strings(redisReply *const *element, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (element[i]->type != REDIS_REPLY_STRING) {
			return false;
		}
	}
	return true;
}

/* True: all patterns are confirmed, and it is not known yet. */
static bool is_last(
	const struct php_seatpush_subscription *subscription, const redisReply *confirmed)
{
	unsigned all = subscription->count + php_seatpush_duty_channels(subscription->duty);

	return confirmed->integer == (long long) all && subscription->facts.connected == 0;
}

/* True: the reply was taken. */
static bool take_message(struct php_seatpush_subscription *subscription, redisReply *reply)
{
	enum php_seatpush_duty_verdict verdict = php_seatpush_duty_hears(subscription->duty, reply);

	if (verdict == SEATPUSH_DUTY_PASS) {
		on_message(subscription, reply->element);
	}
	return verdict == SEATPUSH_DUTY_KEPT;
}

/* True: the reply was taken. */
static bool take(struct php_seatpush_subscription *subscription, redisReply *reply)
{
	if (php_seatpush_duty_takes(subscription->duty, reply)) {
		return false;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		sp_redis_link_fail(subscription->link, reply->str);
		return false;
	}
	if (reply->type != REDIS_REPLY_ARRAY || reply->elements < 2) {
		return false; /* the answer to a PING */
	}
	if (reply->elements == 4 && php_seatpush_redis_is_text(reply->element[0], "pmessage") &&
		are_strings(reply->element, reply->elements)) {
		return take_message(subscription, reply);
	}
	if (reply->elements == 3 && php_seatpush_redis_is_text(reply->element[0], "psubscribe") &&
		is_last(subscription, reply->element[2])) {
		on_back(subscription);
	}
	return false;
}

static void on_reply(void *arg, redisReply *reply)
{
	if (!take(arg, reply)) {
		freeReplyObject(reply);
	}
}

static bool on_silence(void *arg)
{
	static const char *ping[1] = {"PING"};
	struct php_seatpush_subscription *subscription = arg;

	return sp_redis_link_send(subscription->link, 1, ping, NULL);
}

static const struct sp_redis_events link_events = {on_ready, on_down, on_reply, on_silence};

/* --- the server's side --- */

bool php_seatpush_subscription_start(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_subscription *subscription = server->subscription;
	const zend_string *text = server->endpoint.options.settings.redis;
	struct sp_redis_dsn dsn;

	/* What Redis publishes goes from the first worker to the connections of all. */
	if (subscription == NULL || subscription->link != NULL || sp_worker_id() > 0) {
		return true;
	}
	if (!sp_redis_dsn_parse(&dsn, text != NULL ? ZSTR_VAL(text) : SP_REDIS_STANDARD_DSN, error)) {
		return false;
	}
	subscription->down_ms = 0;
	subscription->link =
		sp_redis_link_new(server->net->core.loop, &dsn, CONNECT_MS, &link_events, subscription);
	if (server->net->core.machine != NULL && subscription->link != NULL) {
		subscription->duty = php_seatpush_duty_new(server, on_kept, subscription);
	}
	if (subscription->link == NULL) {
		sp_error_set(error, ENOMEM, "cannot connect to Redis: out of memory");
	}
	return subscription->link != NULL;
}

void php_seatpush_subscription_stop(struct php_seatpush_server *server)
{
	if (server->subscription != NULL) {
		sp_redis_link_free(server->subscription->link);
		php_seatpush_duty_free(server->subscription->duty);
		server->subscription->link = NULL;
		server->subscription->duty = NULL;
		server->subscription->facts.connected = 0;
	}
}

void php_seatpush_subscription_free(struct php_seatpush_server *server)
{
	struct php_seatpush_subscription *subscription = server->subscription;

	if (subscription == NULL) {
		return;
	}
	php_seatpush_subscription_stop(server);
	php_seatpush_patterns_free(&subscription->first);
	efree(subscription);
	server->subscription = NULL;
}

void php_seatpush_subscription_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	if (server->subscription != NULL) {
		php_seatpush_patterns_gc(server->subscription->first, buffer);
	}
}

struct php_seatpush_subscription_facts php_seatpush_subscription_facts(
	const struct php_seatpush_server *server)
{
	return server->subscription != NULL ? server->subscription->facts
										: (struct php_seatpush_subscription_facts){0};
}

/* False: an exception was thrown. */
static bool check(struct php_seatpush_server *server, const zend_string *text)
{
	if (server->net == NULL) {
		php_seatpush_throw_text("the parent constructor was not called");
		return false;
	}
	if (php_seatpush_refuse_forked("subscribeRedis()")) {
		return false;
	}
	if (ZSTR_LEN(text) < 1 || ZSTR_LEN(text) > PATTERN_MAX ||
		strlen(ZSTR_VAL(text)) != ZSTR_LEN(text)) {
		zend_argument_value_error(1, "must be a pattern of 1 to %d bytes", PATTERN_MAX);
		return false;
	}
	if (server->subscription != NULL && php_seatpush_pattern_find(server->subscription->first,
											ZSTR_VAL(text), ZSTR_LEN(text)) != NULL) {
		zend_argument_value_error(1, "must not be subscribed to already");
		return false;
	}
	return true;
}

static struct php_seatpush_pattern *add(
	struct php_seatpush_server *server, zend_string *text, zend_string *gap)
{
	if (server->subscription == NULL) {
		server->subscription = ecalloc(1, sizeof(*server->subscription));
		server->subscription->server = server;
	}
	server->subscription->count++;
	return php_seatpush_pattern_add(&server->subscription->first, text, gap);
}

void php_seatpush_subscription_listen(
	struct php_seatpush_server *server, zend_string *channel, php_seatpush_heard *heard)
{
	add(server, channel, NULL)->heard = heard;
}

SEATPUSH_METHOD(Server, subscribeRedis)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *text, *gap = NULL, *key = NULL;
	zend_long window_ms = 0;
	bool no_window = true;
	struct php_seatpush_publishing how = {0};
	zend_fcall_info fci = {0};
	zend_fcall_info_cache fcc = {0};
	struct php_seatpush_pattern *pattern;
	struct sp_error error = {0};

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(text)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
		Z_PARAM_STR_OR_NULL(gap)
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG_OR_NULL(window_ms, no_window)
	ZEND_PARSE_PARAMETERS_END();

	if (!check(server, text) ||
		!php_seatpush_publishing_init(&how, key, !no_window, window_ms, 5)) {
		RETURN_THROWS();
	}
	if (ZEND_FCI_INITIALIZED(fci) && (key != NULL || !no_window)) {
		zend_argument_value_error(
			4, "and windowMs are for topics: with a callback give them to its publish()");
		RETURN_THROWS();
	}
	if (gap != NULL && !sp_utf8_valid(ZSTR_VAL(gap), ZSTR_LEN(gap))) {
		zend_argument_value_error(3, "must be UTF-8");
		RETURN_THROWS();
	}
	pattern = add(server, text, gap);
	pattern->key = key != NULL ? zend_string_copy(key) : NULL;
	pattern->how = how; /* how borrows the key */
	if (ZEND_FCI_INITIALIZED(fci)) {
		php_seatpush_callback_init(&pattern->callback, &fci.function_name, &fcc);
		zend_release_fcall_info_cache(&fcc);
	}
	if (!server->started) {
		return;
	}
	server->subscription->facts.connected = 0; /* until all are confirmed */
	if (server->subscription->link != NULL) {
		subscribe_all(server->subscription);
	} else if (!php_seatpush_subscription_start(server, &error)) {
		php_seatpush_throw(&error);
	}
}

#else

bool php_seatpush_subscription_start(struct php_seatpush_server *server, struct sp_error *error)
{
	return true;
}

void php_seatpush_subscription_stop(struct php_seatpush_server *server)
{
}

void php_seatpush_subscription_step(void)
{
}

void php_seatpush_subscription_free(struct php_seatpush_server *server)
{
}

void php_seatpush_subscription_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
}

struct php_seatpush_subscription_facts php_seatpush_subscription_facts(
	const struct php_seatpush_server *server)
{
	return (struct php_seatpush_subscription_facts){0};
}

SEATPUSH_METHOD(Server, subscribeRedis)
{
	php_seatpush_throw_no_redis();
}

#endif
