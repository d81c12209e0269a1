/* SPDX-License-Identifier: MIT */
#include "php/main/functions.h"
#include "php/main/title.h"

#include <netdb.h>
#include <unistd.h>

#include "php.h"
#include "php_seatpush.h"

#include "ext/standard/php_var.h"
#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/server/object.h"

#define IGNORED_MAX 1000

SEATPUSH_FUNCTION(swoole_version)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(PHP_SEATPUSH_VERSION);
}

SEATPUSH_FUNCTION(swoole_cpu_num)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(sysconf(_SC_NPROCESSORS_ONLN));
}

static const struct {
	enum php_seatpush_last_error number;
	const char *text;
} own_errors[] = {
	{SEATPUSH_ERROR_NONE, "no error"},
	{SEATPUSH_ERROR_GONE, "the connection has ended, or the id was never one of this server's"},
	{SEATPUSH_ERROR_QUEUE_FULL, "the connection's send queue is full"},
	{SEATPUSH_ERROR_TIMED_OUT, "the send queue stayed full until send_timeout"},
	{SEATPUSH_ERROR_OTHER_NODE, "the id belongs to another node"},
	{SEATPUSH_ERROR_TOO_MANY_TOPICS, "the connection has reached max_topics_per_connection"},
	{SEATPUSH_ERROR_RESPONSE_OVER, "the response was already ended, or its request is gone"},
	{SEATPUSH_ERROR_NOT_EVENT_STREAM, "the connection is not an event stream"},
	{SEATPUSH_ERROR_NOT_WEBSOCKET,
		"the connection is not a WebSocket or an event stream, or not yet, or no longer"},
};

static const char *own_text(zend_long number)
{
	for (size_t i = 0; i < sizeof(own_errors) / sizeof(own_errors[0]); i++) {
		if (own_errors[i].number == number) {
			return own_errors[i].text;
		}
	}
	return "unknown error";
}

SEATPUSH_FUNCTION(swoole_strerror)
{
	zend_long number, type = SEATPUSH_STRERROR_SYSTEM;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(number)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(type)
	ZEND_PARSE_PARAMETERS_END();

	switch (type) {
	case SEATPUSH_STRERROR_GAI:
		RETURN_STRING(gai_strerror((int) number));
	case SEATPUSH_STRERROR_DNS:
		RETURN_STRING(hstrerror((int) number));
	case SEATPUSH_STRERROR_OWN:
		RETURN_STRING(own_text(number));
	default:
		RETURN_STRING(strerror((int) number));
	}
}

SEATPUSH_FUNCTION(swoole_last_error)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(SEATPUSH_G(server) ? (zend_long) SEATPUSH_G(server)->last_error : 0);
}

SEATPUSH_FUNCTION(swoole_clear_error)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (SEATPUSH_G(server) != NULL) {
		SEATPUSH_G(server)->last_error = SEATPUSH_ERROR_NONE;
	}
}

/* False: see php_seatpush_misuse(). */
static bool check_level(zend_long level)
{
	if (level < SP_LOG_DEBUG || level > SP_LOG_ERROR) {
		php_seatpush_misuse(1, "must be one of the SWOOLE_LOG_ constants, from DEBUG to ERROR");
		return false;
	}
	return true;
}

SEATPUSH_FUNCTION(swoole_error_log)
{
	zend_string *text;
	zend_long level;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(level)
		Z_PARAM_STR(text)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_level(level)) {
		return;
	}
	sp_log_with(
		(enum sp_log_level) level, (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)}, "%s", "");
}

SEATPUSH_FUNCTION(swoole_error_log_ex)
{
	const HashTable *ignored = SEATPUSH_G(ignored_errors);
	zend_string *text;
	zend_long level, error;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_LONG(level)
		Z_PARAM_LONG(error)
		Z_PARAM_STR(text)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_level(level)) {
		return;
	}
	if (SEATPUSH_G(server) != NULL) {
		SEATPUSH_G(server)->last_error = (enum php_seatpush_last_error) error;
	}
	if (ignored == NULL || !zend_hash_index_exists(ignored, (zend_ulong) error)) {
		sp_log_with((enum sp_log_level) level, (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)},
			"(error " ZEND_LONG_FMT ") ", error);
	}
}

SEATPUSH_FUNCTION(swoole_ignore_error)
{
	zend_long error;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(error)
	ZEND_PARSE_PARAMETERS_END();

	if (SEATPUSH_G(ignored_errors) == NULL) {
		SEATPUSH_G(ignored_errors) = zend_new_array(8);
	}
	if (zend_hash_num_elements(SEATPUSH_G(ignored_errors)) >= IGNORED_MAX) {
		php_seatpush_throw_text(
			"%d errors are ignored already, which is the most: raise log_level instead",
			IGNORED_MAX);
		RETURN_THROWS();
	}
	zend_hash_index_add_empty_element(SEATPUSH_G(ignored_errors), (zend_ulong) error);
}

void php_seatpush_functions_fini(void)
{
	if (SEATPUSH_G(ignored_errors) != NULL) {
		zend_array_destroy(SEATPUSH_G(ignored_errors));
		SEATPUSH_G(ignored_errors) = NULL;
	}
}

SEATPUSH_FUNCTION(swoole_set_process_name)
{
	zend_string *title;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(title)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(php_seatpush_set_title(title));
}

/* As substr() would take it, except that a length of 0 means the rest; "" if offset is outside. A
 * copy: both parsers want a NUL where the text ends. */
static zend_string *part_of(const zend_string *text, zend_long offset, zend_long length)
{
	size_t from_end = offset < 0 ? (size_t) - (offset + 1) + 1 : 0;
	size_t at = offset < 0 ? ZSTR_LEN(text) - from_end : (size_t) offset;
	size_t rest;

	if (from_end > ZSTR_LEN(text) || at >= ZSTR_LEN(text)) {
		return ZSTR_EMPTY_ALLOC();
	}
	rest = ZSTR_LEN(text) - at;
	return zend_string_init(
		ZSTR_VAL(text) + at, length > 0 && (size_t) length < rest ? (size_t) length : rest, 0);
}

/* False: see php_seatpush_misuse(). */
static bool check_length(zend_long length)
{
	if (length < 0) {
		php_seatpush_misuse(3, "must be a number of bytes, or 0 for all that follow");
		return false;
	}
	return true;
}

SEATPUSH_FUNCTION(swoole_substr_unserialize)
{
	zend_string *text, *part;
	zend_long offset, length = 0;
	HashTable *options = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(text)
		Z_PARAM_LONG(offset)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(length)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_length(length)) {
		RETURN_FALSE;
	}
	part = part_of(text, offset, length);
	php_unserialize_with_options(
		return_value, ZSTR_VAL(part), ZSTR_LEN(part), options, "swoole_substr_unserialize");
	zend_string_release(part);
}

SEATPUSH_FUNCTION(swoole_substr_json_decode)
{
	zend_string *text;
	zend_long offset, length = 0, depth = 512, flags = 0;
	bool associative = false, by_flag = true;
	zval name, args[4];

	ZEND_PARSE_PARAMETERS_START(2, 6)
		Z_PARAM_STR(text)
		Z_PARAM_LONG(offset)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(length)
		Z_PARAM_BOOL_OR_NULL(associative, by_flag)
		Z_PARAM_LONG(depth)
		Z_PARAM_LONG(flags)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_length(length)) {
		RETURN_NULL();
	}
	/* PHP's function, since it also sets what json_last_error() says. */
	ZVAL_STRING(&name, "json_decode");
	ZVAL_STR(&args[0], part_of(text, offset, length));
	ZVAL_NULL(&args[1]);
	if (!by_flag) {
		ZVAL_BOOL(&args[1], associative);
	}
	ZVAL_LONG(&args[2], depth);
	ZVAL_LONG(&args[3], flags);
	if (call_user_function(NULL, NULL, &name, return_value, 4, args) != SUCCESS) {
		php_seatpush_throw_text("json_decode() is not there: take it out of disable_functions");
	}
	zval_ptr_dtor(&args[0]);
	zval_ptr_dtor(&name);
}

/* "One at a time", by Bob Jenkins. */
static uint32_t one_at_a_time(const char *data, size_t len)
{
	uint32_t hash = 0;

	for (size_t i = 0; i < len; i++) {
		hash += (unsigned char) data[i];
		hash += hash << 10;
		hash ^= hash >> 6;
	}
	hash += hash << 3;
	hash ^= hash >> 11;
	return hash + (hash << 15);
}

SEATPUSH_FUNCTION(swoole_hashcode)
{
	zend_string *data;
	zend_long type = 0;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(type)
	ZEND_PARSE_PARAMETERS_END();

	if (type == 0) {
		RETURN_LONG((zend_long) zend_hash_func(ZSTR_VAL(data), ZSTR_LEN(data)));
	}
	if (type == 1) {
		RETURN_LONG((zend_long) one_at_a_time(ZSTR_VAL(data), ZSTR_LEN(data)));
	}
	RETURN_FALSE;
}

SEATPUSH_FUNCTION(swoole_get_vm_status)
{
	zend_long objects = 0;

	ZEND_PARSE_PARAMETERS_NONE();
	for (uint32_t i = 1; i < EG(objects_store).top; i++) {
		objects += IS_OBJ_VALID(EG(objects_store).object_buckets[i]) ? 1 : 0;
	}
	array_init(return_value);
	add_assoc_long(return_value, "object_num", objects);
	add_assoc_long(return_value, "resource_num", zend_hash_num_elements(&EG(regular_list)));
}

SEATPUSH_FUNCTION(swoole_clear_dns_cache)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_FUNCTION(swoole_async_set)
{
	HashTable *settings;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(settings)
	ZEND_PARSE_PARAMETERS_END();
	(void) settings;
	RETURN_TRUE;
}

SEATPUSH_FUNCTION(swoole_timer_set)
{
	HashTable *settings;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(settings)
	ZEND_PARSE_PARAMETERS_END();
	(void) settings;
}
