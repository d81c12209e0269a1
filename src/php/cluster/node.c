/* SPDX-License-Identifier: MIT */
#include "php/cluster/node.h"

#include "php/server/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/delivery/deliver.h"
#include "net/delivery/window.h"
#include "net/loop/log.h"
#include "net/topics/rules.h"
#include "php/engine/class_entries.h"
#include "php/engine/errors.h"
#include "php/engine/wait.h"
#include "php/redis/ask.h"
#include "php/redis/subscribe.h"
#include "php/server/publish.h"

#define MS_PER_S 1000
#define ANSWER_MS 5000
#define STANDARD_PREFIX "seatpush"
#define KEY_MAX 255

#define TOLD_KEY 1    /* conflateKey was given */
#define TOLD_WINDOW 2 /* windowMs was given */

/* A push as nodes tell each other: this, the key, conflateKey, the data. Numbers fit every machine
 * of a kind; nodes of two kinds do not mix. */
struct told_push {
	char token[SP_REDIS_NODE_TOKEN];
	uint8_t opcode;
	uint8_t key_len;
	uint8_t given; /* TOLD_ */
	uint32_t conflate_len;
	uint32_t window_ms;
	int64_t except;
};

static zend_string *option_prefix(const struct php_seatpush_server *server)
{
	const zend_string *prefix = server->endpoint.options.settings.redis_prefix;

	return prefix != NULL ? zend_string_copy((zend_string *) prefix)
						  : zend_string_init(ZEND_STRL(STANDARD_PREFIX), 0);
}

struct php_seatpush_node *php_seatpush_node_of(
	struct php_seatpush_server *server, zend_string *prefix)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL) {
		node = ecalloc(1, sizeof(*node));
		node->server = server;
		server->node = node;
	}
	if (prefix != NULL && node->prefix != NULL && !zend_string_equals(prefix, node->prefix)) {
		php_seatpush_throw_text(
			"the registry of this server has the prefix \"%s\" already", ZSTR_VAL(node->prefix));
		return NULL;
	}
	if (prefix != NULL && node->prefix == NULL) {
		node->prefix = zend_string_copy(prefix);
	}
	return node;
}

/* The next len bytes of what came; false: there are not as many. */
static bool take(struct sp_span *rest, size_t len, struct sp_span *out)
{
	if (len > rest->len) {
		return false;
	}
	*out = (struct sp_span){rest->data, len};
	rest->data += len;
	rest->len -= len;
	return true;
}

static void heard(struct php_seatpush_server *server, const char *payload, size_t len)
{
	struct sp_span rest = {payload, len}, head, key, conflate;
	struct php_seatpush_publishing how = {0};
	struct told_push told;
	struct sp_topic *topic;
	struct sp_packet *frame;

	if (server->node->core == NULL || !take(&rest, sizeof(told), &head)) {
		return;
	}
	memcpy(&told, head.data, sizeof(told));
	if (memcmp(told.token, sp_redis_node_token(server->node->core), sizeof(told.token)) == 0 ||
		!take(&rest, told.key_len, &key) || !take(&rest, told.conflate_len, &conflate)) {
		return; /* ours, or cut off */
	}
	topic = sp_topics_find(&server->net->topics, key);
	if (topic == NULL || (told.opcode != SP_WS_TEXT && told.opcode != SP_WS_BINARY)) {
		return;
	}
	how = (struct php_seatpush_publishing){.except = told.except,
		.key_given = told.given & TOLD_KEY,
		.key = conflate,
		.window_given = told.given & TOLD_WINDOW,
		.window_ms = told.window_ms < SP_WINDOW_MAX_MS ? told.window_ms : SP_WINDOW_MAX_MS};
	frame = sp_packet_new_ws(&server->net->frames, true, 0, told.opcode, rest.data, rest.len);
	if (frame != NULL) {
		php_seatpush_pass_on(server, key, topic, frame, &how);
		sp_packet_release(frame);
	}
}

static void on_in(void *arg)
{
	struct php_seatpush_node *node = arg;
	const char *name = sp_redis_link_name(sp_redis_client_link(sp_redis_node_client(node->core)));
	unsigned number = sp_redis_node_number(node->core);

	if (SEATPUSH_G(fatal)) {
		return;
	}
	if (number > 0) {
		node->server->net->ids.node = number;
	}
	if (node->out_ms == 0) {
		sp_log(SP_LOG_INFO, "Redis: node %u at %s", node->server->net->ids.node, name);
	} else {
		sp_log(SP_LOG_NOTICE, "Redis: node %u at %s again, after %.1f s",
			node->server->net->ids.node, name, (double) (sp_clock_ms() - node->out_ms) / MS_PER_S);
	}
	node->out_ms = 0;
	if (node->registry != NULL) {
		sp_registry_enter(node->registry);
	}
	php_seatpush_consumers_enter(node);
}

static void on_out(void *arg, const char *why)
{
	struct php_seatpush_node *node = arg;

	const char *name = sp_redis_link_name(sp_redis_client_link(sp_redis_node_client(node->core)));

	node->out_ms = sp_clock_ms();
	sp_log(SP_LOG_WARNING,
		"Redis: %s: %s; until that is over other nodes do not see this one, and no items are "
		"consumed; its own connections are served",
		name, why);
}

static const struct sp_redis_node_events node_events = {on_in, on_out};

/* False: *error says why. */
static bool start_core(struct php_seatpush_node *node, struct sp_error *error)
{
	struct php_seatpush_settings *settings = &node->server->endpoint.options.settings;
	struct sp_redis_node_settings wanted = {.prefix = ZSTR_VAL(node->prefix),
		.lease_ms = (uint64_t) settings->registry_lease_s * MS_PER_S,
		.number = (unsigned) settings->server.node_id};
	struct sp_loop *loop = node->server->net->loop;
	struct sp_redis_dsn dsn;

	if (!sp_redis_dsn_parse(
			&dsn, settings->redis ? ZSTR_VAL(settings->redis) : SP_REDIS_STANDARD_DSN, error)) {
		return false;
	}
	node->core = sp_redis_node_new(loop, &dsn, &wanted, &node_events, node);
	if (node->core != NULL && node->registers) {
		node->registry = sp_registry_new(loop, &node->server->net->topics, node->core);
	}
	if (node->core == NULL || (node->registers && node->registry == NULL)) {
		sp_error_set(error, ENOMEM, "cannot connect to Redis: out of memory");
		return false;
	}
	return true;
}

bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL || node->core != NULL || (!node->registers && node->consumers == NULL)) {
		return true;
	}
	if (node->prefix == NULL) {
		node->prefix = option_prefix(server);
	}
	if (node->registers && node->channel == NULL) {
		node->channel =
			strpprintf(0, PHP_SEATPUSH_INTERNAL_CHANNELS "%s:push", ZSTR_VAL(node->prefix));
		php_seatpush_subscription_listen(server, node->channel, heard);
	}
	node->out_ms = 0;
	return start_core(node, error);
}

void php_seatpush_node_hurry(struct php_seatpush_server *server)
{
	if (server->node != NULL) {
		php_seatpush_consumers_hurry(server->node);
	}
}

void php_seatpush_node_stop(struct php_seatpush_server *server)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL || node->core == NULL) {
		return;
	}
	php_seatpush_consumers_stop(node);
	sp_redis_node_leave(node->core, !SEATPUSH_G(fatal));
	sp_registry_free(node->registry);
	node->registry = NULL;
	sp_redis_node_free(node->core);
	node->core = NULL;
}

void php_seatpush_node_free(struct php_seatpush_server *server)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL) {
		return;
	}
	php_seatpush_consumers_stop(node);
	sp_registry_free(node->registry);
	sp_redis_node_free(node->core);
	php_seatpush_consumers_free(node);
	if (node->prefix != NULL) {
		zend_string_release(node->prefix);
	}
	if (node->channel != NULL) {
		zend_string_release(node->channel);
	}
	efree(node);
	server->node = NULL;
}

void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	if (server->node != NULL) {
		php_seatpush_consumers_gc(server->node, buffer);
	}
}

/* NULL: nothing is recorded there now. */
static struct sp_registry *reachable(const struct php_seatpush_server *server)
{
	const struct php_seatpush_node *node = server->node;

	return node != NULL && node->registry != NULL && sp_redis_node_is_in(node->core)
			   ? node->registry
			   : NULL;
}

struct registry_call {
	struct sp_registry *registry;
	struct sp_span key, channel, payload;
	bool ids;
};

static void send_push(void *arg, struct sp_redis_call *call)
{
	const struct registry_call *what = arg;

	sp_registry_publish(what->registry, call, what->key, what->channel, what->payload);
}

static void send_question(void *arg, struct sp_redis_call *call)
{
	const struct registry_call *what = arg;

	if (what->ids) {
		sp_registry_watchers(what->registry, call, what->key);
	} else {
		sp_registry_count(what->registry, call, what->key);
	}
}

/* False: it was lost, or the stop ended the wait. */
static bool ask(struct php_seatpush_server *server, const char *method,
	void (*send)(void *arg, struct sp_redis_call *call), struct registry_call *what,
	struct php_seatpush_redis_answer *answer)
{
	struct php_seatpush_redis_question question = {
		.client = sp_redis_node_client(server->node->core),
		.timeout_ms = ANSWER_MS,
		.method = method,
		.send = send,
		.arg = what};

	return php_seatpush_redis_ask(&question, answer);
}

static smart_str told_payload(const struct php_seatpush_node *node, const zend_string *key,
	const zend_string *data, const struct php_seatpush_publishing *how)
{
	struct told_push told;
	smart_str payload = {0};

	memset(&told, 0, sizeof(told)); /* what lies between the members, too */
	memcpy(told.token, sp_redis_node_token(node->core), sizeof(told.token));
	told.opcode = (uint8_t) how->opcode;
	told.key_len = (uint8_t) ZSTR_LEN(key);
	told.given =
		(uint8_t) ((how->key_given ? TOLD_KEY : 0) | (how->window_given ? TOLD_WINDOW : 0));
	told.conflate_len = (uint32_t) how->key.len;
	told.window_ms = how->window_ms;
	told.except = how->except;
	smart_str_appendl(&payload, (const char *) &told, sizeof(told));
	smart_str_append(&payload, key);
	smart_str_appendl(&payload, how->key.data, how->key.len);
	smart_str_append(&payload, data);
	smart_str_0(&payload);
	return payload;
}

zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how)
{
	struct registry_call what = {.registry = reachable(server)};
	struct php_seatpush_redis_answer answer;
	smart_str payload;
	zend_long count = 0;

	if (what.registry == NULL) {
		return 0;
	}
	payload = told_payload(server->node, key, data, how);
	what.key = (struct sp_span){ZSTR_VAL(key), ZSTR_LEN(key)};
	what.channel =
		(struct sp_span){ZSTR_VAL(server->node->channel), ZSTR_LEN(server->node->channel)};
	what.payload = (struct sp_span){ZSTR_VAL(payload.s), ZSTR_LEN(payload.s)};
	if (!php_seatpush_can_wait()) {
		send_push(&what, NULL);
	} else if (ask(server, "push()", send_push, &what, &answer)) {
		count = answer.reply->type == REDIS_REPLY_INTEGER ? (zend_long) answer.reply->integer : 0;
		php_seatpush_redis_answer_fini(&answer);
	} else {
		zend_clear_exception(); /* it has been delivered here, and perhaps there */
	}
	smart_str_free(&payload);
	return count;
}

bool php_seatpush_node_ask(
	struct php_seatpush_server *server, zend_string *key, bool ids, const char *method, zval *out)
{
	struct registry_call what = {
		.registry = reachable(server), .key = {ZSTR_VAL(key), ZSTR_LEN(key)}, .ids = ids};
	struct php_seatpush_redis_answer answer;

	if (what.registry == NULL) {
		return true;
	}
	if (!php_seatpush_check_wait(method)) {
		return false;
	}
	if (!ask(server, method, send_question, &what, &answer)) {
		if (!instanceof_function(EG(exception)->ce, seatpush_ce_RedisException)) {
			return false;
		}
		zend_clear_exception();
		return true;
	}
	if (!ids && answer.reply->type == REDIS_REPLY_INTEGER) {
		Z_LVAL_P(out) += (zend_long) answer.reply->integer;
	}
	for (size_t i = 0; ids && i < answer.reply->elements; i++) {
		if (answer.reply->element[i]->str != NULL) {
			add_next_index_long(out, ZEND_STRTOL(answer.reply->element[i]->str, NULL, 10));
		}
	}
	php_seatpush_redis_answer_fini(&answer);
	return true;
}

#else

bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error)
{
	return true;
}

void php_seatpush_node_hurry(struct php_seatpush_server *server)
{
}

void php_seatpush_node_stop(struct php_seatpush_server *server)
{
}

void php_seatpush_node_free(struct php_seatpush_server *server)
{
}

void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
}

zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how)
{
	return 0;
}

bool php_seatpush_node_ask(
	struct php_seatpush_server *server, zend_string *key, bool ids, const char *method, zval *out)
{
	return true;
}

#endif
