/* SPDX-License-Identifier: MIT */
/*
 * Commands that belong together: multi() and transaction().
 */
#include "php/redis/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/redis/reply.h"

#define TRIES_MAX 1000000

/* What multi() sends: MULTI, the commands, EXEC. */
struct batch {
	struct php_seatpush_words *commands;
	enum php_seatpush_redis_shape *shapes;
	uint32_t count; /* with MULTI and EXEC */
};

static void batch_fini(struct batch *batch)
{
	for (uint32_t i = 0; i < batch->count; i++) {
		php_seatpush_words_fini(&batch->commands[i]);
	}
	efree(batch->commands);
	efree(batch->shapes);
}

/* ['INCR', 'key']. False: an exception was thrown. */
static bool add_command(struct batch *batch, zval *command)
{
	struct php_seatpush_words *words = &batch->commands[batch->count];
	const struct php_seatpush_redis_method *method;
	zval *name;
	HashTable *arguments;
	bool built;

	ZVAL_DEREF(command);
	name = Z_TYPE_P(command) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(command), 0) : NULL;
	if (name == NULL || Z_TYPE_P(name) != IS_STRING) {
		zend_argument_value_error(
			1, "must hold commands as lists: [['INCR', 'key'], ['GET', 'other']]");
		return false;
	}
	method = php_seatpush_redis_method(Z_STRVAL_P(name));
	batch->shapes[batch->count++] = method != NULL ? method->shape : SEATPUSH_REDIS_RAW;
	if (method == NULL) {
		built = php_seatpush_words_add_zval(words, command, SEATPUSH_SPREAD_OPTIONS, 1);
	} else {
		arguments = zend_array_dup(Z_ARRVAL_P(command));
		zend_hash_index_del(arguments, 0);
		built = php_seatpush_redis_build(words, method, arguments);
		zend_array_release(arguments);
	}
	return built && php_seatpush_redis_allow(words->argv[0], words);
}

/* False: an exception was thrown. */
static bool batch_init(struct batch *batch, HashTable *commands)
{
	uint32_t size = zend_hash_num_elements(commands) + 2;
	zval *command;

	batch->commands = ecalloc(size, sizeof(*batch->commands));
	batch->shapes = ecalloc(size, sizeof(*batch->shapes));
	batch->count = 0;
	php_seatpush_words_add(&batch->commands[batch->count++], ZEND_STRL("MULTI"));
	ZEND_HASH_FOREACH_VAL (commands, command) {
		if (!add_command(batch, command)) {
			batch_fini(batch);
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	php_seatpush_words_add(&batch->commands[batch->count++], ZEND_STRL("EXEC"));
	return true;
}

/* Throws the error of one command; the message also says what became of the others. */
static void throw_refusal(const redisReply *error, const struct batch *batch, size_t i)
{
	zend_throw_exception_ex(seatpush_ce_RedisException, 0,
		"multi(): command %zu (%s): %s; the other commands were executed", i + 1,
		batch->commands[i + 1].argv[0], error->str);
}

/* The results of EXEC. False: an exception was thrown. */
static bool put_results(zval *out, const struct batch *batch, const redisReply *reply)
{
	zval value;

	for (size_t i = 0; i < reply->elements; i++) {
		if (reply->element[i]->type == REDIS_REPLY_ERROR) {
			throw_refusal(reply->element[i], batch, i);
			return false;
		}
	}
	array_init_size(out, (uint32_t) reply->elements);
	for (size_t i = 0; i < reply->elements && i + 2 < batch->count; i++) {
		php_seatpush_redis_value(
			&value, reply->element[i], batch->shapes[i + 1], &batch->commands[i + 1]);
		add_next_index_zval(out, &value);
	}
	return true;
}

/* Sends a batch. False: an exception was thrown; *out is null if a watched key had changed. */
static bool execute(const struct php_seatpush_route *route, const struct batch *batch,
	uint64_t timeout_ms, const char *method, zval *out)
{
	struct php_seatpush_redis_answer answer;
	bool executed = false;

	if (!php_seatpush_route_ask(
			route, batch->commands, batch->count, timeout_ms, method, &answer)) {
		return false;
	}
	ZVAL_NULL(out);
	if (answer.reply == NULL) {
		return true; /* the client has another connection, which watches nothing */
	}
	if (answer.refusal != NULL) {
		zend_throw_exception_ex(seatpush_ce_RedisException, 0, "%s: nothing was executed: %s",
			method, answer.refusal->str);
	} else if (answer.reply->type == REDIS_REPLY_ERROR) {
		zend_throw_exception(seatpush_ce_RedisException, answer.reply->str, 0);
	} else {
		executed = answer.reply->type != REDIS_REPLY_ARRAY || put_results(out, batch, answer.reply);
	}
	php_seatpush_redis_answer_fini(&answer);
	return executed;
}

SEATPUSH_METHOD(Redis, multi)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS));
	HashTable *commands;
	struct batch batch;
	struct php_seatpush_route route;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(commands)
	ZEND_PARSE_PARAMETERS_END();

	if (zend_hash_num_elements(commands) == 0) {
		RETURN_EMPTY_ARRAY();
	}
	if (redis->within) {
		php_seatpush_throw_text(
			"multi() is refused within transaction(): return the commands, and transaction() "
			"executes them");
		RETURN_THROWS();
	}
	if (!batch_init(&batch, commands)) {
		RETURN_THROWS();
	}
	if (php_seatpush_redis_route(redis, false, "multi()", &route)) {
		execute(&route, &batch, redis->timeout_ms, "multi()", return_value);
		php_seatpush_redis_return(redis, &route, true);
	}
	batch_fini(&batch);
}

/* A transaction() in progress. */
struct transaction {
	struct php_seatpush_redis_object *redis;
	struct php_seatpush_route route;
	struct php_seatpush_words watch, unwatch;
	zend_fcall_info *body;
	zend_fcall_info_cache *cache;
	zval inner;          /* the object that body gets */
	uint64_t generation; /* of the connection that has the WATCH */
};

enum outcome {
	DONE,
	CHANGED, /* a watched key changed: try again */
	FAILED,  /* an exception was thrown */
};

static bool ask_ok(struct transaction *transaction, const struct php_seatpush_words *words)
{
	struct php_seatpush_redis_answer answer;
	zval value;
	bool ok;

	if (!php_seatpush_route_ask(&transaction->route, words, 1, transaction->redis->timeout_ms,
			"transaction()", &answer)) {
		return false;
	}
	ok = php_seatpush_redis_value(&value, answer.reply, SEATPUSH_REDIS_OK, words);
	php_seatpush_redis_answer_fini(&answer);
	return ok;
}

/* Runs in the caller's context, and exceptions reach the caller: this is not a callback from the
 * loop. */
static bool call_body(struct transaction *transaction, zval *result)
{
	transaction->body->retval = result;
	transaction->body->params = &transaction->inner;
	transaction->body->param_count = 1;
	ZVAL_UNDEF(result);
	return zend_call_function(transaction->body, transaction->cache) == SUCCESS &&
		   EG(exception) == NULL && !Z_ISUNDEF_P(result);
}

/* True in a child process that the body has forked. */
static bool is_parents(const struct transaction *transaction)
{
	return !sp_owner_is_us(&transaction->route.owner);
}

/* Leaves the connection as it was found, even while an exception is pending. */
static void unwatch(struct transaction *transaction)
{
	const struct php_seatpush_words *words = &transaction->unwatch;

	if (is_parents(transaction)) {
		return;
	}
	sp_redis_client_send(
		transaction->route.client, NULL, words->count, words->argv, words->lengths);
}

static enum outcome run_commands(struct transaction *transaction, zval *commands, zval *out)
{
	struct batch batch;
	bool executed;

	if (is_parents(transaction)) {
		php_seatpush_throw_text(
			"transaction(): it belongs to the parent process; nothing was executed for this one");
		return FAILED;
	}
	if (!batch_init(&batch, Z_ARRVAL_P(commands))) {
		unwatch(transaction);
		return FAILED;
	}
	transaction->route.generation = transaction->generation;
	executed =
		execute(&transaction->route, &batch, transaction->redis->timeout_ms, "transaction()", out);
	transaction->route.generation = 0;
	batch_fini(&batch);
	if (!executed) {
		return FAILED;
	}
	return Z_TYPE_P(out) == IS_NULL ? CHANGED : DONE;
}

static enum outcome try_once(struct transaction *transaction, zval *out)
{
	enum outcome outcome = FAILED;
	zval commands;

	if (!ask_ok(transaction, &transaction->watch)) {
		return FAILED;
	}
	transaction->generation = sp_redis_client_generation(transaction->route.client);
	if (!call_body(transaction, &commands)) {
		unwatch(transaction);
	} else if (Z_TYPE(commands) == IS_NULL) {
		unwatch(transaction);
		ZVAL_NULL(out);
		outcome = DONE;
	} else if (Z_TYPE(commands) != IS_ARRAY) {
		unwatch(transaction);
		zend_type_error("transaction(): the function must return a list of commands or null, %s "
						"returned",
			zend_zval_type_name(&commands));
	} else if (zend_hash_num_elements(Z_ARRVAL(commands)) == 0) {
		unwatch(transaction);
		array_init(out);
		outcome = DONE;
	} else {
		outcome = run_commands(transaction, &commands, out);
	}
	zval_ptr_dtor(&commands);
	return outcome;
}

static void make_inner(struct transaction *transaction)
{
	struct php_seatpush_redis_object *inner;

	object_init_ex(&transaction->inner, seatpush_ce_Redis);
	inner = php_seatpush_redis_of(Z_OBJ(transaction->inner));
	inner->dsn = zend_string_copy(transaction->redis->dsn);
	inner->timeout_ms = transaction->redis->timeout_ms;
	inner->connect_ms = transaction->redis->connect_ms;
	inner->within = true;
	inner->exclusive = transaction->route.client;
	inner->blocking = transaction->route.lent; /* closed with inner if a fatal ends the body */
}

static void run_transaction(struct transaction *transaction, zend_long tries, zval *out)
{
	enum outcome outcome = CHANGED;
	struct php_seatpush_redis_object *inner;

	make_inner(transaction);
	for (zend_long i = 0; outcome == CHANGED && i < tries; i++) {
		outcome = try_once(transaction, out);
	}
	if (outcome == CHANGED) {
		zend_throw_exception_ex(seatpush_ce_RedisException, 0,
			"transaction(): the watched keys changed in each of " ZEND_LONG_FMT
			" tries; nothing was executed",
			tries);
	}
	inner = php_seatpush_redis_of(Z_OBJ(transaction->inner));
	inner->exclusive = NULL;
	memset(&inner->blocking, 0, sizeof(inner->blocking));
	zval_ptr_dtor(&transaction->inner);
}

SEATPUSH_METHOD(Redis, transaction)
{
	struct transaction transaction = {.redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS))};
	zend_fcall_info body;
	zend_fcall_info_cache cache;
	zval *watch;
	zend_long tries = 10;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ZVAL(watch)
		Z_PARAM_FUNC(body, cache)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(tries)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_TYPE_P(watch) != IS_STRING &&
		(Z_TYPE_P(watch) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(watch)) == 0)) {
		zend_argument_type_error(1, "must be a key or a list of keys");
		RETURN_THROWS();
	}
	if (tries < 1 || tries > TRIES_MAX) {
		zend_argument_value_error(3, "must be from 1 to %d", TRIES_MAX);
		RETURN_THROWS();
	}
	if (transaction.redis->within) {
		php_seatpush_throw_text("transaction() is refused within transaction(): Redis knows one "
								"level; watch all keys at once");
		RETURN_THROWS();
	}
	transaction.body = &body;
	transaction.cache = &cache;
	php_seatpush_words_add(&transaction.watch, ZEND_STRL("WATCH"));
	php_seatpush_words_add(&transaction.unwatch, ZEND_STRL("UNWATCH"));
	if (php_seatpush_words_add_zval(&transaction.watch, watch, SEATPUSH_SPREAD_OPTIONS, 1) &&
		php_seatpush_redis_route(transaction.redis, true, "transaction()", &transaction.route)) {
		run_transaction(&transaction, tries, return_value);
		php_seatpush_redis_return(transaction.redis, &transaction.route, EG(exception) == NULL);
	}
	php_seatpush_words_fini(&transaction.watch);
	php_seatpush_words_fini(&transaction.unwatch);
}

#endif
