/* SPDX-License-Identifier: MIT */
#include "php/cluster/exchange.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/delivery/deliver.h"
#include "net/topics/rules.h"
#include "php/cluster/node.h"
#include "php/engine/class_entries.h"
#include "php/engine/wait.h"
#include "php/redis/ask.h"
#include "wire/utf8.h"

#define ANSWER_MS 5000

#define TOLD_KEY 1    /* conflateKey was given */
#define TOLD_WINDOW 2 /* windowMs was given */

/* The head of a push between nodes; the key, the conflateKey and the data follow it. Numbers are in
 * the machine's own byte order, so all nodes must run on the same kind of machine. */
struct told_push {
	char token[SP_REDIS_NODE_TOKEN];
	uint8_t opcode;
	uint8_t key_len;
	uint8_t given; /* bits TOLD_ */
	uint32_t conflate_len;
	uint32_t window_ms;
	int64_t except;
	uint64_t machine; /* what the node shares with other processes of its server; 0: nothing */
};

static uint64_t machine_of(const struct php_seatpush_server *server)
{
	const struct sp_machine *machine = server->net->core.machine;

	return machine != NULL ? machine->facts->seed : 0;
}

/* Our own push, or that of a process of this server: what it published came here already. */
static bool is_ours(const struct php_seatpush_server *server, const struct told_push *told)
{
	return memcmp(told->token, sp_redis_node_token(server->node->core), sizeof(told->token)) == 0 ||
		   (told->machine != 0 && told->machine == machine_of(server));
}

/* Takes the next len bytes of the message; false: there are not that many. */
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

bool php_seatpush_heard_push(struct php_seatpush_server *server, const char *payload, size_t len)
{
	struct sp_span rest = {payload, len}, head, key, conflate;
	struct php_seatpush_publishing how = {0};
	struct told_push told;
	struct sp_topic *topic;
	struct sp_packet *packet;

	if (server->node->core == NULL || !take(&rest, sizeof(told), &head)) {
		return true;
	}
	memcpy(&told, head.data, sizeof(told));
	if (is_ours(server, &told) || !take(&rest, told.key_len, &key) ||
		!take(&rest, told.conflate_len, &conflate)) {
		return true; /* or one that is cut off */
	}
	if (told.opcode == SP_WS_TEXT && !sp_utf8_valid(rest.data, rest.len)) {
		return false;
	}
	topic = sp_topics_find(&server->net->core.topics, key);
	if ((topic == NULL && !sp_relay_reaches(&server->net->core)) ||
		(told.opcode != SP_WS_TEXT && told.opcode != SP_WS_BINARY)) {
		return true;
	}
	how = (struct php_seatpush_publishing){.except = told.except,
		.key_given = told.given & TOLD_KEY,
		.key = conflate,
		.window_given = told.given & TOLD_WINDOW,
		.window_ms = told.window_ms < SP_WINDOW_MAX_MS ? told.window_ms : SP_WINDOW_MAX_MS};
	packet =
		sp_packet_new_ws(&server->net->core.packets, true, 0, told.opcode, rest.data, rest.len);
	if (packet != NULL) {
		php_seatpush_pass_on(server, key, topic, packet, &how);
		sp_packet_release(packet);
	}
	return true;
}

/* NULL: this node is not registered at the moment. */
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

/* False: the answer was lost, or the stop ended the wait. */
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

	memset(&told, 0, sizeof(told)); /* including the padding between the members */
	memcpy(told.token, sp_redis_node_token(node->core), sizeof(told.token));
	told.opcode = (uint8_t) how->opcode;
	told.key_len = (uint8_t) ZSTR_LEN(key);
	told.given =
		(uint8_t) ((how->key_given ? TOLD_KEY : 0) | (how->window_given ? TOLD_WINDOW : 0));
	told.conflate_len = (uint32_t) how->key.len;
	told.window_ms = how->window_ms;
	told.except = how->except;
	told.machine = machine_of(node->server);
	smart_str_appendl(&payload, (const char *) &told, sizeof(told));
	smart_str_append(&payload, key);
	smart_str_appendl(&payload, how->key.data, how->key.len);
	smart_str_append(&payload, data);
	smart_str_0(&payload);
	return payload;
}

zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how, uint32_t nearby)
{
	struct registry_call what = {.registry = reachable(server)};
	struct php_seatpush_redis_answer answer;
	smart_str payload;
	zend_long count = nearby;

	if (what.registry == NULL) {
		return count;
	}
	payload = told_payload(server->node, key, data, how);
	what.key = (struct sp_span){ZSTR_VAL(key), ZSTR_LEN(key)};
	what.channel =
		(struct sp_span){ZSTR_VAL(server->node->channel), ZSTR_LEN(server->node->channel)};
	what.payload = (struct sp_span){ZSTR_VAL(payload.s), ZSTR_LEN(payload.s)};
	if (!php_seatpush_can_wait()) {
		send_push(&what, NULL);
	} else if (ask(server, "push()", send_push, &what, &answer)) {
		if (answer.reply->type == REDIS_REPLY_INTEGER) {
			count = (zend_long) answer.reply->integer;
		}
		php_seatpush_redis_answer_fini(&answer);
	} else {
		zend_clear_exception(); /* it was delivered here, and perhaps at other nodes */
	}
	smart_str_free(&payload);
	return count;
}

bool php_seatpush_node_ask(struct php_seatpush_server *server, zend_string *key, bool ids,
	const char *method, zval *out, bool *answered)
{
	struct registry_call what = {
		.registry = reachable(server), .key = {ZSTR_VAL(key), ZSTR_LEN(key)}, .ids = ids};
	struct php_seatpush_redis_answer answer;

	*answered = false;
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
	*answered = true;
	if (!ids && answer.reply->type == REDIS_REPLY_INTEGER) {
		ZVAL_LONG(out, (zend_long) answer.reply->integer);
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

zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how, uint32_t nearby)
{
	return nearby;
}

bool php_seatpush_node_ask(struct php_seatpush_server *server, zend_string *key, bool ids,
	const char *method, zval *out, bool *answered)
{
	*answered = false;
	return true;
}

#endif
