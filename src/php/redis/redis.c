/* SPDX-License-Identifier: MIT */
/*
 * The class SeatPush\Redis: its lifetime, and single commands.
 */
#include "php/redis/redis.h"

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"

#ifdef HAVE_SEATPUSH_REDIS

#include "zend_exceptions.h"

#include "php/engine/wait.h"
#include "php/redis/object.h"
#include "php/redis/reply.h"

#define MS_PER_S 1000.0
#define SECONDS_MAX (86400.0 * 365)
#define METHOD_MAX 64

static zend_object_handlers handlers;

static void run(struct php_seatpush_redis_object *redis, const struct php_seatpush_words *words,
	enum php_seatpush_redis_shape shape, const char *name, zval *return_value)
{
	struct php_seatpush_redis_answer answer;
	struct php_seatpush_route route;
	uint64_t wait_ms = 0;
	bool blocks = php_seatpush_redis_blocks(words, &wait_ms);
	uint64_t timeout_ms = !blocks || wait_ms > 0 ? redis->timeout_ms : 0;
	char method[METHOD_MAX];
	bool answered;

	snprintf(method, sizeof(method), "%s()", name);
	if (!php_seatpush_redis_route(redis, blocks && php_seatpush_is_running(), method, &route)) {
		return;
	}
	if (blocks && timeout_ms > 0) {
		timeout_ms += wait_ms;
	}
	answered = php_seatpush_route_ask(&route, words, 1, timeout_ms, method, &answer);
	if (answered) {
		php_seatpush_redis_value(return_value, answer.reply, shape, words);
		php_seatpush_redis_answer_fini(&answer);
	}
	php_seatpush_redis_return(redis, &route, answered);
}

SEATPUSH_METHOD(Redis, __construct)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS));
	zend_string *dsn = NULL;
	double timeout = 5.0, connect_timeout = 5.0;
	struct sp_redis_dsn parsed;
	struct sp_error error;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(dsn)
		Z_PARAM_DOUBLE(timeout)
		Z_PARAM_DOUBLE(connect_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (dsn != NULL && strlen(ZSTR_VAL(dsn)) != ZSTR_LEN(dsn)) {
		zend_argument_value_error(1, "must not contain NUL bytes");
		RETURN_THROWS();
	}
	if (!sp_redis_dsn_parse(&parsed, dsn ? ZSTR_VAL(dsn) : SP_REDIS_STANDARD_DSN, &error)) {
		zend_argument_value_error(1, "must be the address of a Redis: %s", error.text);
		RETURN_THROWS();
	}
	sp_redis_dsn_fini(&parsed);
	if (!(timeout >= 0 && timeout <= SECONDS_MAX)) {
		zend_argument_value_error(2, "must be from 0 to %.0f seconds", SECONDS_MAX);
		RETURN_THROWS();
	}
	if (!(connect_timeout > 0 && connect_timeout <= SECONDS_MAX)) {
		zend_argument_value_error(3, "must be more than 0 and at most %.0f seconds", SECONDS_MAX);
		RETURN_THROWS();
	}
	if (redis->dsn != NULL) {
		php_seatpush_throw_text("the object has its address already; make another one");
		RETURN_THROWS();
	}
	redis->dsn =
		dsn ? zend_string_copy(dsn) : zend_string_init(ZEND_STRL(SP_REDIS_STANDARD_DSN), 0);
	redis->timeout_ms = (uint64_t) (timeout * MS_PER_S);
	redis->connect_ms = (uint64_t) (connect_timeout * MS_PER_S);
	redis->timeout_ms += timeout > 0 && redis->timeout_ms == 0;
	redis->connect_ms += redis->connect_ms == 0;
}

SEATPUSH_METHOD(Redis, command)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS));
	struct php_seatpush_words words = {0};
	zend_string *name;
	zval *args;
	uint32_t count;
	bool built;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_STR(name)
		Z_PARAM_VARIADIC('*', args, count)
	ZEND_PARSE_PARAMETERS_END();

	php_seatpush_words_add(&words, ZSTR_VAL(name), ZSTR_LEN(name));
	built = true;
	for (uint32_t i = 0; built && i < count; i++) {
		built = php_seatpush_words_add_zval(&words, &args[i], SEATPUSH_SPREAD_OPTIONS, i + 2);
	}
	if (built && php_seatpush_redis_allow(ZSTR_VAL(name), &words)) {
		run(redis, &words, SEATPUSH_REDIS_RAW, ZSTR_VAL(name), return_value);
	}
	php_seatpush_words_fini(&words);
}

static void no_method(const char *name)
{
	const char *near = php_seatpush_redis_near(name);

	zend_throw_error(NULL,
		"SeatPush\\Redis has no method %s()%s%s%s; anything else that Redis knows: "
		"command('NAME', ...)",
		name, near ? " (did you mean " : "", near ? near : "", near ? "()?)" : "");
}

SEATPUSH_METHOD(Redis, __call)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS));
	const struct php_seatpush_redis_method *method;
	struct php_seatpush_words words = {0};
	zend_string *name;
	HashTable *arguments;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ARRAY_HT(arguments)
	ZEND_PARSE_PARAMETERS_END();

	method = php_seatpush_redis_method(ZSTR_VAL(name));
	if (method == NULL) {
		if (php_seatpush_redis_allow(ZSTR_VAL(name), NULL)) {
			no_method(ZSTR_VAL(name));
		}
		RETURN_THROWS();
	}
	if (php_seatpush_redis_build(&words, method, arguments)) {
		run(redis, &words, method->shape, method->name, return_value);
	}
	php_seatpush_words_fini(&words);
}

SEATPUSH_METHOD(Redis, close)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (redis->within) {
		php_seatpush_throw_text("close() is refused: transaction() gives the connection back");
		RETURN_THROWS();
	}
	php_seatpush_redis_close_shared(redis, "close() was called");
	php_seatpush_redis_close_blocking(redis);
	RETURN_TRUE;
}

static zend_object *create(zend_class_entry *ce)
{
	struct php_seatpush_redis_object *redis = zend_object_alloc(sizeof(*redis), ce);

	memset(redis, 0, offsetof(struct php_seatpush_redis_object, std));
	php_seatpush_redis_pool_init(&redis->pool);
	sp_list_append(&SEATPUSH_G(redis_objects), &redis->all);
	zend_object_std_init(&redis->std, ce);
	object_properties_init(&redis->std, ce);
	redis->std.handlers = &handlers;
	return &redis->std;
}

static void free_object(zend_object *object)
{
	struct php_seatpush_redis_object *redis = php_seatpush_redis_of(object);

	php_seatpush_redis_close_shared(redis, "the object is gone");
	php_seatpush_redis_close_blocking(redis);
	sp_link_remove(&redis->all);
	if (redis->dsn != NULL) {
		zend_string_release(redis->dsn);
	}
	zend_object_std_dtor(object);
}

void php_seatpush_redis_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct php_seatpush_redis_object, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}

const char *php_seatpush_redis_library(void)
{
	static char text[48];

	snprintf(text, sizeof(text), "hiredis %s", sp_redis_hiredis_version());
	return text;
}

#else

const char *php_seatpush_redis_library(void)
{
	return NULL;
}

void php_seatpush_redis_init_ce(zend_class_entry *ce)
{
}

SEATPUSH_METHOD(Redis, __construct)
{
	php_seatpush_throw_no_redis();
}

SEATPUSH_METHOD(Redis, command)
{
	php_seatpush_throw_no_redis();
}

SEATPUSH_METHOD(Redis, __call)
{
	php_seatpush_throw_no_redis();
}

SEATPUSH_METHOD(Redis, multi)
{
	php_seatpush_throw_no_redis();
}

SEATPUSH_METHOD(Redis, transaction)
{
	php_seatpush_throw_no_redis();
}

SEATPUSH_METHOD(Redis, close)
{
	php_seatpush_throw_no_redis();
}

#endif
