/* SPDX-License-Identifier: MIT */
/*
 * consumeRedis(). Each list has a connection that blocks in BLMOVE. BLMOVE moves the item to a list
 * from which only this node takes; the item is removed from there when the callback has ended.
 * Everything else about an item goes through the node's connection, so it stays in order, even when
 * the node leaves.
 *
 * Keys, each after the prefix: taken:TOKEN:LIST (items being worked on), lists:TOKEN (set of
 * lists), failures:LIST (hash: SHA-1 of an item to the number of its failures).
 */
#include "php/cluster/consume.h"

#include "php/cluster/node.h"
#include "php/engine/compat.h"
#include "php/server/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "php/cluster/scripts.h"
#include "php/engine/callback.h"

#define CONNECT_MS 5000
#define ANSWER_MS 5000
#define BLOCK_S "5" /* how long BLMOVE waits: less than it takes to notice a dead link */
#define BLOCK_MS 5000
#define PAUSE_MS 1000 /* after a failure, before the item is tried again */
#define TRIES_MAX 1000
#define NAME_MAX_LEN 512

enum state {
	IDLE,    /* link and node are ready -> TAKING */
	TAKING,  /* in BLMOVE; got an item -> ASKING */
	ASKING,  /* asking how often it has failed -> RUNNING, or given up -> IDLE */
	RUNNING, /* in its callback; ended -> ENDING, or the stop ended it -> STOPPED */
	ENDING,  /* telling Redis; done -> IDLE, to be tried again -> PAUSED */
	PAUSED,  /* pausing; time is over -> ASKING */
	STOPPED,
};

struct php_seatpush_consumer {
	struct php_seatpush_consumer *next;
	struct php_seatpush_node *node;
	zend_string *list, *dead;
	zend_long tries;
	struct php_seatpush_callback callback;
	enum state state;
	bool stopping;
	bool failed;                    /* the result that ENDING tells Redis */
	struct sp_redis_client *client; /* for BLMOVE; NULL: not running */
	struct sp_redis_call take, tell;
	struct event *timer;
	redisReply *item;
	char *taken; /* key of the list of taken items */
};

static void go_on(struct php_seatpush_consumer *consumer);

static bool ready(const struct php_seatpush_consumer *consumer)
{
	return consumer->client != NULL && consumer->node->core != NULL &&
		   sp_redis_node_is_in(consumer->node->core) && !SEATPUSH_G(fatal);
}

static void forget_item(struct php_seatpush_consumer *consumer)
{
	if (consumer->item != NULL) {
		freeReplyObject(consumer->item);
		consumer->item = NULL;
	}
}

static void set_pause(struct php_seatpush_consumer *consumer)
{
	struct timeval after = sp_timeval_ms(PAUSE_MS);

	event_add(consumer->timer, &after);
}

/* --- the end of an item --- */

static void tell(struct php_seatpush_consumer *consumer, const char *script, bool failed)
{
	char tries[24];
	const char *words[5] = {ZSTR_VAL(consumer->list), consumer->item->str, failed ? "1" : "0",
		tries, ZSTR_VAL(consumer->dead)};
	size_t lengths[5] = {
		ZSTR_LEN(consumer->list), (size_t) consumer->item->len, 1, 0, ZSTR_LEN(consumer->dead)};

	lengths[3] = (size_t) snprintf(tries, sizeof(tries), ZEND_LONG_FMT, consumer->tries);
	sp_redis_node_eval(consumer->node->core, &consumer->tell, script, 5, words, lengths);
}

/* The callback has ended, or will never run. */
static void end_item(struct php_seatpush_consumer *consumer, bool returned, bool threw)
{
	if (SEATPUSH_G(fatal)) {
		return; /* the item stays in the list of taken items, and counts as failed */
	}
	if (!returned && !threw) {
		consumer->state = STOPPED; /* by the stop; the item goes back when the node leaves */
		return;
	}
	consumer->state = ENDING;
	consumer->failed = threw;
	go_on(consumer);
}

static void call_consumer(void *arg)
{
	struct php_seatpush_consumer *consumer = arg;
	zval args[2], result;
	bool threw = false;

	ZVAL_STRINGL(&args[0], consumer->item->str, (size_t) consumer->item->len);
	ZVAL_OBJ(&args[1], &consumer->node->server->std);
	php_seatpush_call(&consumer->callback, "consumeRedis", 2, args, &result, &threw);
	zval_ptr_dtor(&args[0]);
	end_item(consumer, !Z_ISUNDEF(result), threw);
	if (!SEATPUSH_G(fatal)) {
		zval_ptr_dtor(&result);
	}
}

static void run_item(struct php_seatpush_consumer *consumer)
{
	consumer->state = RUNNING;
	php_seatpush_call_in_fiber(call_consumer, consumer);
}

static void give_up(struct php_seatpush_consumer *consumer)
{
	sp_log(SP_LOG_ERROR, "Redis: an item of %s has failed " ZEND_LONG_FMT " times and is in %s now",
		ZSTR_VAL(consumer->list), consumer->tries, ZSTR_VAL(consumer->dead));
}

/* Redis has answered how often the item has failed. */
static void on_told(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct php_seatpush_consumer *consumer = SP_CONTAINER(call, struct php_seatpush_consumer, tell);
	enum state was = consumer->state;
	long long failures = reply != NULL ? reply->integer : 0;

	if (reply == NULL || reply->type == REDIS_REPLY_ERROR) {
		if (reply != NULL) {
			sp_log(SP_LOG_ERROR, "Redis: consumeRedis(\"%s\"): %s", ZSTR_VAL(consumer->list),
				reply->str);
			freeReplyObject(reply);
			set_pause(consumer); /* and tells Redis again */
		}
		(void) why; /* the node logs the loss, and this is sent again when the node is back */
		return;
	}
	freeReplyObject(reply);
	if (failures < 0) {
		give_up(consumer);
	}
	if (failures < 0 || (was == ENDING && !consumer->failed)) {
		forget_item(consumer);
		consumer->state = IDLE;
		go_on(consumer);
	} else if (was == ENDING) {
		consumer->state = PAUSED;
		set_pause(consumer);
	} else if (!consumer->stopping) {
		run_item(consumer);
	}
}

/* --- taking items --- */

static void on_taken(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct php_seatpush_consumer *consumer = SP_CONTAINER(call, struct php_seatpush_consumer, take);

	(void) why;
	consumer->state = IDLE;
	if (reply == NULL) {
		return; /* the link was lost; on_state() starts over */
	}
	if (reply->type == REDIS_REPLY_STRING) {
		consumer->item = reply;
		consumer->state = ASKING;
		go_on(consumer);
		return;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		sp_log(SP_LOG_ERROR, "Redis: consumeRedis(\"%s\"): %s%s", ZSTR_VAL(consumer->list),
			reply->str,
			strstr(reply->str, "unknown command") ? "; it needs Redis 6.2 or newer" : "");
		set_pause(consumer);
	} else {
		go_on(consumer);
	}
	freeReplyObject(reply);
}

static void take_next(struct php_seatpush_consumer *consumer)
{
	const char *words[6] = {
		"BLMOVE", ZSTR_VAL(consumer->list), consumer->taken, "LEFT", "RIGHT", BLOCK_S};
	size_t lengths[6] = {6, ZSTR_LEN(consumer->list), strlen(consumer->taken), 4, 5, 1};

	if (consumer->stopping || !sp_redis_link_ready(sp_redis_client_link(consumer->client))) {
		return;
	}
	consumer->state = TAKING;
	consumer->take = (struct sp_redis_call){.done = on_taken, .timeout_ms = BLOCK_MS + ANSWER_MS};
	sp_redis_client_send(consumer->client, &consumer->take, 6, words, lengths);
}

/* Does what its state requires, if that is possible now. */
static void go_on(struct php_seatpush_consumer *consumer)
{
	if (!ready(consumer) || !sp_link_alone(&consumer->tell.link)) {
		return;
	}
	switch (consumer->state) {
	case IDLE:
		take_next(consumer);
		break;
	case ASKING:
	case ENDING:
		consumer->tell = (struct sp_redis_call){.done = on_told, .timeout_ms = ANSWER_MS};
		sp_link_init(&consumer->tell.link);
		if (consumer->state == ASKING) {
			tell(consumer, failures_script, false);
		} else {
			tell(consumer, consumer->failed ? failures_script : done_script, consumer->failed);
		}
		break;
	case TAKING:
	case RUNNING:
	case PAUSED:
	case STOPPED:
		break;
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct php_seatpush_consumer *consumer = arg;

	(void) fd;
	(void) what;
	if (consumer->state == PAUSED) {
		consumer->state = ASKING;
	}
	go_on(consumer);
}

/* Its own connection was made or lost. Nothing is being taken at that moment. */
static void on_state(void *arg, const char *why)
{
	struct php_seatpush_consumer *consumer = arg;
	struct php_seatpush_node *node = consumer->node;
	const char *words[6] = {"EVAL", begin_script, "0", ZSTR_VAL(node->prefix),
		sp_redis_node_token(node->core), ZSTR_VAL(consumer->list)};

	if (why == NULL && consumer->state == IDLE && ready(consumer)) {
		sp_redis_client_send(consumer->client, NULL, 6, words, NULL);
		go_on(consumer);
	}
}

/* --- start and stop --- */

static void start(struct php_seatpush_consumer *consumer)
{
	struct php_seatpush_node *node = consumer->node;
	const zend_string *dsn_text = node->server->endpoint.options.settings.redis;
	struct sp_loop *loop = node->server->net->core.loop;
	struct sp_redis_dsn dsn;
	struct sp_error error;
	size_t size;

	if (consumer->taken == NULL) {
		size = ZSTR_LEN(node->prefix) + ZSTR_LEN(consumer->list) + SP_REDIS_NODE_TOKEN + 16;
		consumer->taken = emalloc(size);
		snprintf(consumer->taken, size, "%s:taken:%s:%s", ZSTR_VAL(node->prefix),
			sp_redis_node_token(node->core), ZSTR_VAL(consumer->list));
	}
	consumer->timer = event_new(loop->base, -1, 0, on_timer, consumer);
	if (consumer->timer != NULL &&
		sp_redis_dsn_parse(&dsn, dsn_text ? ZSTR_VAL(dsn_text) : SP_REDIS_STANDARD_DSN, &error)) {
		consumer->client = sp_redis_client_new(loop, &dsn, CONNECT_MS, on_state, consumer);
	}
	if (consumer->client == NULL) {
		sp_log(
			SP_LOG_ERROR, "Redis: consumeRedis(\"%s\"): out of memory", ZSTR_VAL(consumer->list));
	}
}

static void stop_taking(struct php_seatpush_consumer *consumer)
{
	consumer->stopping = true;
	if (consumer->client != NULL && consumer->state != RUNNING && consumer->state != ENDING) {
		sp_redis_client_free(consumer->client);
		consumer->client = NULL;
	}
}

static void stop(struct php_seatpush_consumer *consumer)
{
	if (consumer->node->core != NULL) {
		sp_redis_client_cancel(sp_redis_node_client(consumer->node->core), &consumer->tell);
	}
	sp_link_init(&consumer->tell.link);
	sp_redis_client_free(consumer->client);
	consumer->client = NULL;
	if (consumer->timer != NULL) {
		event_free(consumer->timer);
		consumer->timer = NULL;
	}
	forget_item(consumer);
	if (consumer->taken != NULL) {
		efree(consumer->taken);
		consumer->taken = NULL;
	}
	consumer->state = STOPPED;
}

void php_seatpush_consumers_enter(struct php_seatpush_node *node)
{
	for (struct php_seatpush_consumer *at = node->consumers; at != NULL; at = at->next) {
		const char *list = ZSTR_VAL(at->list);

		if (at->stopping) {
			continue;
		}
		sp_redis_node_eval(node->core, NULL, enter_script, 1, &list, NULL);
		if (at->client == NULL) {
			start(at);
		} else if (at->state == IDLE && sp_redis_link_ready(sp_redis_client_link(at->client))) {
			on_state(at, NULL);
		} else {
			go_on(at);
		}
	}
}

void php_seatpush_consumers_hurry(struct php_seatpush_node *node)
{
	for (struct php_seatpush_consumer *at = node->consumers; at != NULL; at = at->next) {
		stop_taking(at);
	}
}

void php_seatpush_consumers_stop(struct php_seatpush_node *node)
{
	for (struct php_seatpush_consumer *at = node->consumers; at != NULL; at = at->next) {
		stop(at);
	}
}

void php_seatpush_consumers_free(struct php_seatpush_node *node)
{
	struct php_seatpush_consumer *at;

	while ((at = node->consumers) != NULL) {
		node->consumers = at->next;
		zend_string_release(at->list);
		zend_string_release(at->dead);
		php_seatpush_callback_fini(&at->callback);
		efree(at);
	}
}

void php_seatpush_consumers_gc(struct php_seatpush_node *node, zend_get_gc_buffer *buffer)
{
	for (struct php_seatpush_consumer *at = node->consumers; at != NULL; at = at->next) {
		zend_get_gc_buffer_add_zval(buffer, &at->callback.callable);
	}
}

/* False: an exception was thrown. */
static bool check(struct php_seatpush_server *server, const zend_string *list, zend_long tries,
	const zend_string *dead)
{
	if (server->net == NULL || server->started) {
		php_seatpush_throw_text(server->net == NULL ? "the parent constructor was not called"
													: "call consumeRedis() before start()");
		return false;
	}
	if (ZSTR_LEN(list) < 1 || ZSTR_LEN(list) > NAME_MAX_LEN ||
		strlen(ZSTR_VAL(list)) != ZSTR_LEN(list)) {
		zend_argument_value_error(1, "must be a name of 1 to %d bytes", NAME_MAX_LEN);
		return false;
	}
	if (tries < 1 || tries > TRIES_MAX) {
		zend_argument_value_error(3, "must be from 1 to %d", TRIES_MAX);
		return false;
	}
	if (dead != NULL && (ZSTR_LEN(dead) < 1 || zend_string_equals(dead, list))) {
		zend_argument_value_error(4, "must be the name of another list");
		return false;
	}
	for (const struct php_seatpush_consumer *at = server->node ? server->node->consumers : NULL;
		 at != NULL; at = at->next) {
		if (zend_string_equals(at->list, list)) {
			zend_argument_value_error(1, "must not be consumed already");
			return false;
		}
	}
	return true;
}

SEATPUSH_METHOD(Server, consumeRedis)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *list, *dead = NULL;
	zend_long tries = 3;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct php_seatpush_consumer *consumer;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(list)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(tries)
		Z_PARAM_STR_OR_NULL(dead)
	ZEND_PARSE_PARAMETERS_END();

	if (!check(server, list, tries, dead)) {
		RETURN_THROWS();
	}
	consumer = ecalloc(1, sizeof(*consumer));
	sp_link_init(&consumer->tell.link);
	consumer->list = zend_string_copy(list);
	consumer->dead =
		dead != NULL ? zend_string_copy(dead) : strpprintf(0, "%s:dead", ZSTR_VAL(list));
	consumer->tries = tries;
	php_seatpush_callback_init(&consumer->callback, &fci.function_name, &fcc);
	zend_release_fcall_info_cache(&fcc);
	consumer->node = php_seatpush_node_of(server, NULL);
	consumer->next = consumer->node->consumers;
	consumer->node->consumers = consumer;
}

#else

SEATPUSH_METHOD(Server, consumeRedis)
{
	php_seatpush_throw_no_redis();
}

#endif
