/* SPDX-License-Identifier: MIT */
/*
 * One link to Redis for all patterns. It is never given up: while it is away RedisDown has been
 * called, and when it is back everything is subscribed to again, then RedisUp is called, and topics
 * whose pattern has a gap text hear that text, since what was published meanwhile is lost.
 */
#include "php/redis/subscribe.h"

#include "zend_exceptions.h"

#include "net/delivery/deliver.h"
#include "net/delivery/window.h"
#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/redis/events.h"
#include "php/main/server.h"
#include "wire/redis_dsn.h"
#include "wire/utf8.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <fnmatch.h>
#include <hiredis/hiredis.h>

#include "net/redis/link.h"

#define PATTERN_MAX 255
#define CONNECT_MS 5000
#define MS_PER_S 1000.0

struct subscription {
	struct subscription *next;
	zend_string *pattern;
	size_t literal; /* bytes of the pattern that stand for themselves at its start; 0: all do */
	struct php_seatpush_callback callback; /* UNDEF: to topics */
	zend_string *gap;                      /* NULL: none */
	zend_string *key;                      /* conflateKey; NULL: none */
	struct php_seatpush_publishing how;    /* to topics; its key is the one above */
	php_seatpush_heard *heard;             /* of one of our own channels; NULL: a script's */
};

struct php_seatpush_redis {
	struct php_seatpush_server *server;
	struct sp_redis_link *link; /* NULL: not running */
	struct subscription *first;
	uint32_t count;
	uint64_t down_ms; /* since when it is away; 0: it is not */
	uint32_t bad_logged_s;
	struct php_seatpush_redis_facts facts;
};

static size_t literal_len(const zend_string *pattern)
{
	size_t len = strcspn(ZSTR_VAL(pattern), "*?[\\");

	return len == ZSTR_LEN(pattern) ? 0 : len;
}

/* --- messages --- */

struct arrived {
	struct php_seatpush_server *server;
	struct subscription *subscription;
	const redisReply *channel, *payload;
};

static void call_in_fiber(void *arg)
{
	struct arrived arrived = *(struct arrived *) arg;
	zval args[3];

	ZVAL_OBJ(&args[0], &arrived.server->std);
	ZVAL_STRINGL(&args[1], arrived.channel->str, arrived.channel->len);
	ZVAL_STRINGL(&args[2], arrived.payload->str, arrived.payload->len);
	php_seatpush_call(&arrived.subscription->callback, "subscribeRedis", NULL, 3, args, NULL, NULL);
	zval_ptr_dtor(&args[1]);
	zval_ptr_dtor(&args[2]);
}

static void publish_text(struct php_seatpush_server *server, const struct subscription *from,
	struct sp_topic *topic, const char *text, size_t len)
{
	struct sp_server *net = server->net;
	struct sp_packet *frame = sp_packet_new_ws(&net->frames, true, 0, SP_WS_TEXT, text, len);

	if (frame != NULL) {
		php_seatpush_pass_on(server, sp_topic_name(topic), topic, frame, &from->how);
		sp_packet_release(frame);
	}
}

static void to_topic(struct php_seatpush_redis *redis, const struct subscription *subscription,
	const redisReply *channel, const redisReply *payload)
{
	struct sp_server *net = redis->server->net;
	struct sp_span name = {channel->str, (size_t) channel->len};
	struct sp_topic *topic;

	if (name.len < subscription->literal) {
		return;
	}
	name.data += subscription->literal;
	name.len -= subscription->literal;
	if (!sp_utf8_valid(payload->str, (size_t) payload->len)) {
		redis->facts.bad++;
		if (sp_log_due(&redis->bad_logged_s, net->loop->now_s)) {
			sp_log(SP_LOG_WARNING,
				"Redis: a message for the topic %.*s is no UTF-8 and was not sent; publish text, or "
				"give subscribeRedis() a callback",
				(int) name.len, name.data);
		}
		return;
	}
	topic = name.len > 0 ? sp_topics_find(&net->topics, name) : NULL;
	if (topic != NULL) {
		publish_text(redis->server, subscription, topic, payload->str, (size_t) payload->len);
	}
}

static struct subscription *find(struct php_seatpush_redis *redis, const char *pattern, size_t len)
{
	struct subscription *at = redis->first;

	while (at != NULL && !zend_string_equals_cstr(at->pattern, pattern, len)) {
		at = at->next;
	}
	return at;
}

static bool is_own_channel(const redisReply *channel)
{
	return (size_t) channel->len >= strlen(PHP_SEATPUSH_OWN_CHANNELS) &&
		   memcmp(channel->str, PHP_SEATPUSH_OWN_CHANNELS, strlen(PHP_SEATPUSH_OWN_CHANNELS)) == 0;
}

static void on_message(struct php_seatpush_redis *redis, redisReply *const *element)
{
	struct subscription *subscription = find(redis, element[1]->str, (size_t) element[1]->len);
	struct arrived arrived = {redis->server, subscription, element[2], element[3]};

	if (subscription == NULL || SEATPUSH_G(fatal)) {
		return;
	}
	if (subscription->heard != NULL) {
		subscription->heard(redis->server, element[3]->str, (size_t) element[3]->len);
		return;
	}
	if (is_own_channel(element[2])) {
		return;
	}
	redis->facts.messages++;
	if (php_seatpush_callback_is_set(&subscription->callback)) {
		php_seatpush_in_fiber(call_in_fiber, &arrived);
	} else {
		to_topic(redis, subscription, element[2], element[3]);
	}
}

/* --- coming and going --- */

struct gap {
	struct php_seatpush_redis *redis;
	const struct subscription *subscription;
};

/* Tells a topic of a pattern that it may have missed something. */
static void tell_gap(void *arg, struct sp_topic *topic)
{
	struct gap *gap = arg;
	const struct subscription *subscription = gap->subscription;
	char name[SP_TOPIC_NAME_MAX + 1];
	struct sp_span span = sp_topic_name(topic);
	const char *rest = ZSTR_VAL(subscription->pattern) + subscription->literal;

	memcpy(name, span.data, span.len);
	name[span.len] = '\0';
	if (fnmatch(rest, name, 0) == 0) {
		publish_text(gap->redis->server, subscription, topic, ZSTR_VAL(subscription->gap),
			ZSTR_LEN(subscription->gap));
	}
}

/* Everything is subscribed to. */
static void on_back(struct php_seatpush_redis *redis)
{
	uint64_t down_ms = redis->down_ms;
	double seconds;

	redis->facts.connected = 1;
	sp_log(SP_LOG_INFO, "Redis: subscribed to %u patterns at %s", redis->count,
		sp_redis_link_name(redis->link));
	if (down_ms == 0) {
		return;
	}
	redis->down_ms = 0;
	seconds = (double) (sp_clock_ms() - down_ms) / MS_PER_S;
	sp_log(
		SP_LOG_NOTICE, "Redis: back after %.1f s; what was published meanwhile is lost", seconds);
	for (struct subscription *at = redis->first; at != NULL; at = at->next) {
		struct gap gap = {redis, at};

		if (at->gap != NULL && !php_seatpush_callback_is_set(&at->callback)) {
			sp_topics_each(&redis->server->net->topics, tell_gap, &gap);
		}
	}
	php_seatpush_redis_tell_up(redis->server, seconds);
}

static void subscribe_all(struct php_seatpush_redis *redis)
{
	const char **words = safe_emalloc(redis->count + 1, sizeof(*words), 0);
	size_t *lengths = safe_emalloc(redis->count + 1, sizeof(*lengths), 0);
	int count = 0;
	bool sent;

	words[count] = "PSUBSCRIBE";
	lengths[count++] = strlen("PSUBSCRIBE");
	for (struct subscription *at = redis->first; at != NULL; at = at->next) {
		words[count] = ZSTR_VAL(at->pattern);
		lengths[count++] = ZSTR_LEN(at->pattern);
	}
	sent = sp_redis_link_send(redis->link, count, words, lengths);
	efree(words);
	efree(lengths);
	if (!sent && sp_redis_link_ready(redis->link)) {
		sp_redis_link_fail(redis->link, "out of memory");
	}
}

static void on_ready(void *arg)
{
	struct php_seatpush_redis *redis = arg;

	if (!SEATPUSH_G(fatal)) {
		subscribe_all(redis);
	}
}

static void on_down(void *arg, const char *why)
{
	struct php_seatpush_redis *redis = arg;

	redis->facts.connected = 0;
	if (SEATPUSH_G(fatal) || redis->down_ms != 0) {
		return;
	}
	redis->facts.downs++;
	redis->down_ms = sp_clock_ms();
	sp_log(SP_LOG_WARNING, "Redis: %s is away: %s; it is tried again until it is back",
		sp_redis_link_name(redis->link), why);
	php_seatpush_redis_tell_down(redis->server, why);
}

static bool is_word(const redisReply *reply, const char *word)
{
	return reply->type == REDIS_REPLY_STRING && (size_t) reply->len == strlen(word) &&
		   memcmp(reply->str, word, strlen(word)) == 0;
}

static void take(struct php_seatpush_redis *redis, const redisReply *reply)
{
	if (reply->type == REDIS_REPLY_ERROR) {
		sp_redis_link_fail(redis->link, reply->str);
		return;
	}
	if (reply->type != REDIS_REPLY_ARRAY || reply->elements < 2) {
		return; /* an answer to PING */
	}
	if (reply->elements == 4 && is_word(reply->element[0], "pmessage")) {
		on_message(redis, reply->element);
	} else if (reply->elements == 3 && is_word(reply->element[0], "psubscribe") &&
			   reply->element[2]->integer == (long long) redis->count &&
			   redis->facts.connected == 0) {
		on_back(redis);
	}
}

static void on_reply(void *arg, redisReply *reply)
{
	take(arg, reply);
	freeReplyObject(reply);
}

static bool on_silence(void *arg)
{
	static const char *ping[1] = {"PING"};
	struct php_seatpush_redis *redis = arg;

	return sp_redis_link_send(redis->link, 1, ping, NULL);
}

static const struct sp_redis_events link_events = {on_ready, on_down, on_reply, on_silence};

/* --- the server's side --- */

bool php_seatpush_redis_start(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_redis *redis = server->redis;
	const zend_string *text = server->own.options.settings.redis;
	struct sp_redis_dsn dsn;

	if (redis == NULL || redis->link != NULL) {
		return true;
	}
	if (!sp_redis_dsn_parse(&dsn, text != NULL ? ZSTR_VAL(text) : SP_REDIS_STANDARD_DSN, error)) {
		return false;
	}
	redis->down_ms = 0;
	redis->link = sp_redis_link_new(server->net->loop, &dsn, CONNECT_MS, &link_events, redis);
	if (redis->link == NULL) {
		sp_error_set(error, ENOMEM, "cannot connect to Redis: out of memory");
	}
	return redis->link != NULL;
}

void php_seatpush_redis_stop(struct php_seatpush_server *server)
{
	if (server->redis != NULL) {
		sp_redis_link_free(server->redis->link);
		server->redis->link = NULL;
		server->redis->facts.connected = 0;
	}
}

static void free_subscription(struct subscription *subscription)
{
	zend_string *owned[] = {subscription->pattern, subscription->gap, subscription->key};

	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++) {
		if (owned[i] != NULL) {
			zend_string_release(owned[i]);
		}
	}
	php_seatpush_callback_fini(&subscription->callback);
	efree(subscription);
}

void php_seatpush_redis_free(struct php_seatpush_server *server)
{
	struct php_seatpush_redis *redis = server->redis;
	struct subscription *at;

	if (redis == NULL) {
		return;
	}
	php_seatpush_redis_stop(server);
	while ((at = redis->first) != NULL) {
		redis->first = at->next;
		free_subscription(at);
	}
	efree(redis);
	server->redis = NULL;
}

void php_seatpush_redis_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	for (struct subscription *at = server->redis != NULL ? server->redis->first : NULL; at != NULL;
		 at = at->next) {
		if (php_seatpush_callback_is_set(&at->callback)) {
			zend_get_gc_buffer_add_zval(buffer, &at->callback.callable);
		}
	}
}

struct php_seatpush_redis_facts php_seatpush_redis_facts(const struct php_seatpush_server *server)
{
	return server->redis != NULL ? server->redis->facts : (struct php_seatpush_redis_facts){0};
}

/* False: an exception was thrown. */
static bool check(struct php_seatpush_server *server, const zend_string *pattern)
{
	if (server->net == NULL) {
		php_seatpush_throw_text("the parent constructor was not called");
		return false;
	}
	if (ZSTR_LEN(pattern) < 1 || ZSTR_LEN(pattern) > PATTERN_MAX ||
		strlen(ZSTR_VAL(pattern)) != ZSTR_LEN(pattern)) {
		zend_argument_value_error(1, "must be a pattern of 1 to %d bytes", PATTERN_MAX);
		return false;
	}
	if (server->redis != NULL &&
		find(server->redis, ZSTR_VAL(pattern), ZSTR_LEN(pattern)) != NULL) {
		zend_argument_value_error(1, "must not be subscribed to already");
		return false;
	}
	return true;
}

static struct subscription *add(
	struct php_seatpush_server *server, zend_string *pattern, zend_string *gap)
{
	struct subscription *subscription = ecalloc(1, sizeof(*subscription));
	struct subscription **last;

	if (server->redis == NULL) {
		server->redis = ecalloc(1, sizeof(*server->redis));
		server->redis->server = server;
	}
	subscription->pattern = zend_string_copy(pattern);
	subscription->literal = literal_len(pattern);
	subscription->gap = gap != NULL ? zend_string_copy(gap) : NULL;
	for (last = &server->redis->first; *last != NULL; last = &(*last)->next) {
		/* to the end */
	}
	*last = subscription;
	server->redis->count++;
	return subscription;
}

void php_seatpush_redis_listen(
	struct php_seatpush_server *server, zend_string *channel, php_seatpush_heard *heard)
{
	add(server, channel, NULL)->heard = heard;
}

SEATPUSH_METHOD(Server, subscribeRedis)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *pattern, *gap = NULL, *key = NULL;
	zend_long window_ms = 0;
	bool no_window = true;
	struct php_seatpush_publishing how = {0};
	zend_fcall_info fci = {0};
	zend_fcall_info_cache fcc = {0};
	struct subscription *subscription;
	struct sp_error error = {0};

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(pattern)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
		Z_PARAM_STR_OR_NULL(gap)
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG_OR_NULL(window_ms, no_window)
	ZEND_PARSE_PARAMETERS_END();

	if (!check(server, pattern) ||
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
	subscription = add(server, pattern, gap);
	subscription->key = key != NULL ? zend_string_copy(key) : NULL;
	subscription->how = how; /* which borrows the key */
	if (ZEND_FCI_INITIALIZED(fci)) {
		php_seatpush_callback_init(&subscription->callback, &fci.function_name, &fcc);
		zend_release_fcall_info_cache(&fcc);
	}
	if (!server->started) {
		return;
	}
	server->redis->facts.connected = 0; /* until all are confirmed */
	if (server->redis->link != NULL) {
		subscribe_all(server->redis);
	} else if (!php_seatpush_redis_start(server, &error)) {
		php_seatpush_throw(&error);
	}
}

#else

bool php_seatpush_redis_start(struct php_seatpush_server *server, struct sp_error *error)
{
	return true;
}

void php_seatpush_redis_stop(struct php_seatpush_server *server)
{
}

void php_seatpush_redis_free(struct php_seatpush_server *server)
{
}

void php_seatpush_redis_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
}

struct php_seatpush_redis_facts php_seatpush_redis_facts(const struct php_seatpush_server *server)
{
	return (struct php_seatpush_redis_facts){0};
}

SEATPUSH_METHOD(Server, subscribeRedis)
{
	php_seatpush_throw_no_redis();
}

#endif
