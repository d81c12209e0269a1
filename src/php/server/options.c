/* SPDX-License-Identifier: MIT */
#include "php/server/options.h"

#include <math.h>

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/loop/log.h"
#include "net/process/worker.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/server/option_given.h"
#include "php/server/option_list.h"
#include "php/server/sni.h"
#include "wire/compressor.h"
#include "wire/redis_dsn.h"

#define PREFIX_MAX 64
#define MS_PER_S 1000

static const char *option_name_at(size_t i)
{
	return php_seatpush_option_table[i].name;
}

static void *field(struct php_seatpush_settings *settings, const struct php_seatpush_option *option)
{
	return (char *) settings + option->offset;
}

static bool is_stored_number(const struct php_seatpush_option *option)
{
	return option->type == SEATPUSH_OPTION_INT || option->type == SEATPUSH_OPTION_SECONDS;
}

void php_seatpush_options_init(struct php_seatpush_options *options)
{
	memset(options, 0, sizeof(*options));
	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		const struct php_seatpush_option *option = &php_seatpush_option_table[i];

		if (option->option_class != SEATPUSH_OPTION_SERVED) {
			continue;
		}
		if (option->type == SEATPUSH_OPTION_BOOL) {
			*(bool *) field(&options->settings, option) = option->standard != 0;
		} else if (is_stored_number(option)) {
			*(int64_t *) field(&options->settings, option) = option->standard;
		}
	}
	options->settings.send_yield = SEATPUSH_G(swoole_aliases); /* Swoole's default */
	options->settings.port.http_compression =
		SEATPUSH_G(swoole_aliases) && sp_compressors_available() != 0; /* the same */
}

/* Stored as a zend_string, or NULL. */
static bool is_text(const struct php_seatpush_option *option)
{
	return option->type == SEATPUSH_OPTION_STRING || option->type == SEATPUSH_OPTION_REDIS ||
		   option->type == SEATPUSH_OPTION_PREFIX || option->type == SEATPUSH_OPTION_SNI ||
		   php_seatpush_option_is_list(option);
}

void php_seatpush_options_fini(struct php_seatpush_options *options)
{
	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		const struct php_seatpush_option *option = &php_seatpush_option_table[i];

		if (option->option_class == SEATPUSH_OPTION_SERVED && is_text(option)) {
			zend_string **text = field(&options->settings, option);

			if (*text != NULL) {
				zend_string_release(*text);
				*text = NULL;
			}
		}
	}
}

static const struct php_seatpush_option *find(zend_string *name, size_t *place)
{
	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		if (zend_string_equals_cstr(name, php_seatpush_option_table[i].name,
				strlen(php_seatpush_option_table[i].name))) {
			*place = i;
			return &php_seatpush_option_table[i];
		}
	}
	return NULL;
}

/* Names that people look for, and that are not near ours. */
static const char *other_name(const char *name)
{
	static const struct {
		const char *word; /* in the name */
		const char *option;
	} words[] = {{"cors", "allowed_origins"}, {"origin", "allowed_origins"},
		{"proxy", "trusted_proxies"}, {"heartbeat", "ping_interval"}, {"worker", "worker_num"},
		{"debug", "log_level"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcasestr(name, words[i].word) != NULL) {
			return words[i].option;
		}
	}
	return NULL;
}

static bool unknown(zend_string *name)
{
	const char *nearest = NULL;

	if (name != NULL) {
		nearest = php_seatpush_nearest(ZSTR_VAL(name), option_name_at, php_seatpush_option_count);
		nearest = nearest != NULL ? nearest : other_name(ZSTR_VAL(name));
	}
	zend_argument_value_error(1, "must hold known options; there is none called \"%s\"%s%s%s",
		name ? ZSTR_VAL(name) : "(a number)", nearest ? "; did you mean \"" : "",
		nearest ? nearest : "", nearest ? "\"?" : "");
	return false;
}

/* True if value is an integer, even one written as a float or a string; *number is set to it. */
static bool is_integer(zval *value, zend_long *number)
{
	double real = 0;
	zend_uchar type = Z_TYPE_P(value);

	if (type == IS_STRING) {
		type = is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), number, &real, false);
	} else if (type == IS_DOUBLE) {
		real = Z_DVAL_P(value);
	} else if (type <= IS_LONG) {
		*number = zval_get_long(value);
		type = IS_LONG;
	}
	if (type == IS_DOUBLE && ZEND_DOUBLE_FITS_LONG(real) && real == (double) (zend_long) real) {
		*number = (zend_long) real;
		type = IS_LONG;
	}
	return type == IS_LONG;
}

static bool out_of_range(const struct php_seatpush_option *option, zval *value)
{
	zend_string *given = php_seatpush_given_text(option, value);

	zend_argument_value_error(1,
		"must have \"%s\" from " ZEND_LONG_FMT " to " ZEND_LONG_FMT "%s%s%s", option->name,
		(zend_long) option->min, (zend_long) option->max, *option->unit ? " " : "", option->unit,
		ZSTR_VAL(given));
	zend_string_release(given);
	return false;
}

static bool check_number(const struct php_seatpush_option *option, zval *value)
{
	zend_long number = 0;

	return is_integer(value, &number) && number >= option->min && number <= option->max
			   ? true
			   : out_of_range(option, value);
}

/* True if value is a number, even one written as a string. */
static bool is_number(zval *value, double *number)
{
	zend_long whole = 0;
	zend_uchar type = Z_TYPE_P(value);

	if (type == IS_STRING) {
		type = is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &whole, number, false);
		*number = type == IS_LONG ? (double) whole : *number;
		return type == IS_LONG || type == IS_DOUBLE;
	}
	*number = type <= IS_DOUBLE ? zval_get_double(value) : 0;
	return type <= IS_DOUBLE;
}

static bool check_seconds(const struct php_seatpush_option *option, zval *value)
{
	double number = 0;

	return is_number(value, &number) && number >= (double) option->min &&
				   number <= (double) option->max
			   ? true
			   : out_of_range(option, value);
}

/* A time that is not 0 is at least 1 ms. */
static int64_t in_ms(zval *value)
{
	double number = 0;

	is_number(value, &number);
	return number > 0 ? (int64_t) ceil(number * MS_PER_S) : 0;
}

static bool is_unset(zval *value)
{
	return Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE;
}

static bool check_redis(const struct php_seatpush_option *option, zval *value)
{
	struct sp_redis_dsn dsn;
	struct sp_error error;

	if (Z_TYPE_P(value) != IS_STRING || Z_STRLEN_P(value) == 0) {
		return true;
	}
	if (!sp_redis_dsn_parse(&dsn, Z_STRVAL_P(value), &error)) {
		zend_argument_value_error(
			1, "must have \"%s\" as a Redis address: %s", option->name, error.text);
		return false;
	}
	sp_redis_dsn_fini(&dsn);
	return true;
}

bool php_seatpush_prefix_valid(const char *text, size_t len)
{
	return len >= 1 && len <= PREFIX_MAX &&
		   strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:") ==
			   len;
}

static bool check_prefix(const struct php_seatpush_option *option, zval *value)
{
	if (Z_TYPE_P(value) != IS_STRING || Z_STRLEN_P(value) == 0 ||
		php_seatpush_prefix_valid(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
		return true;
	}
	zend_argument_value_error(
		1, "must have \"%s\" as 1 to %d of A-Z a-z 0-9 _ . - :", option->name, PREFIX_MAX);
	return false;
}

/* UNSET: it is no reload_mode. */
static enum php_seatpush_reload_mode reload_mode(zval *value)
{
	if (Z_TYPE_P(value) == IS_STRING && zend_string_equals_literal(Z_STR_P(value), "reconnect")) {
		return SEATPUSH_RELOAD_RECONNECT;
	}
	return Z_TYPE_P(value) == IS_STRING && zend_string_equals_literal(Z_STR_P(value), "keep")
			   ? SEATPUSH_RELOAD_KEEP
			   : SEATPUSH_RELOAD_UNSET;
}

static bool check_reload_mode(const struct php_seatpush_option *option, zval *value)
{
	zend_string *given;

	if (reload_mode(value) != SEATPUSH_RELOAD_UNSET) {
		return true;
	}
	given = php_seatpush_given_text(option, value);
	zend_argument_value_error(
		1, "must have \"%s\" as \"reconnect\" or \"keep\"%s", option->name, ZSTR_VAL(given));
	zend_string_release(given);
	return false;
}

static bool check(const struct php_seatpush_option *option, zval *value, bool of_port)
{
	if (option->option_class == SEATPUSH_OPTION_REFUSED) {
		if (!zend_is_true(value)) {
			return true;
		}
		zend_argument_value_error(1, "must not have \"%s\": %s", option->name, option->text);
		return false;
	}
	if (option->option_class == SEATPUSH_OPTION_IGNORED) {
		return true;
	}
	if (of_port && option->of_server) {
		if (SEATPUSH_G(swoole_aliases)) {
			return true; /* see tell_left_out() */
		}
		zend_argument_value_error(1,
			"must hold options of a port; \"%s\" belongs to the whole server: set it there",
			option->name);
		return false;
	}
	if (option->type == SEATPUSH_OPTION_INT) {
		return check_number(option, value);
	}
	if (option->type == SEATPUSH_OPTION_SECONDS) {
		return check_seconds(option, value);
	}
	if (option->type == SEATPUSH_OPTION_RELOAD) {
		return check_reload_mode(option, value);
	}
	if (option->type == SEATPUSH_OPTION_SNI) {
		return php_seatpush_sni_check(option, value);
	}
	if (php_seatpush_option_is_list(option)) {
		return php_seatpush_option_check_list(option, value);
	}
	if (is_text(option) && Z_TYPE_P(value) != IS_STRING && !is_unset(value)) {
		zend_argument_value_error(
			1, "must have \"%s\" as a string, %s given", option->name, zend_zval_type_name(value));
		return false;
	}
	return option->type == SEATPUSH_OPTION_REDIS    ? check_redis(option, value)
		   : option->type == SEATPUSH_OPTION_PREFIX ? check_prefix(option, value)
													: true;
}

static void take_text(struct php_seatpush_settings *settings,
	const struct php_seatpush_option *option, zend_string *taken)
{
	zend_string **text = field(settings, option);

	if (*text != NULL) {
		zend_string_release(*text);
	}
	*text = taken;
}

static void take(
	struct php_seatpush_settings *settings, const struct php_seatpush_option *option, zval *value)
{
	zend_string *taken;

	if (option->option_class != SEATPUSH_OPTION_SERVED) {
		return;
	}
	switch ((enum php_seatpush_option_type) option->type) {
	case SEATPUSH_OPTION_BOOL:
		*(bool *) field(settings, option) = zend_is_true(value);
		break;
	case SEATPUSH_OPTION_INT:
		*(int64_t *) field(settings, option) = zval_get_long(value);
		break;
	case SEATPUSH_OPTION_SECONDS:
		*(int64_t *) field(settings, option) = in_ms(value);
		break;
	case SEATPUSH_OPTION_STRING:
	case SEATPUSH_OPTION_PREFIX:
	case SEATPUSH_OPTION_REDIS:
		taken = Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) > 0
					? zend_string_copy(Z_STR_P(value))
					: NULL;
		take_text(settings, option, taken);
		break;
	case SEATPUSH_OPTION_RELOAD:
		*(enum php_seatpush_reload_mode *) field(settings, option) = reload_mode(value);
		break;
	case SEATPUSH_OPTION_SNI:
		take_text(settings, option, php_seatpush_sni_lines(value));
		break;
	case SEATPUSH_OPTION_ORIGINS:
	case SEATPUSH_OPTION_TOKENS:
	case SEATPUSH_OPTION_NETWORKS:
	case SEATPUSH_OPTION_LOCATIONS:
	case SEATPUSH_OPTION_FILES:
	case SEATPUSH_OPTION_TYPES:
		take_text(settings, option, php_seatpush_option_list(option, value));
		break;
	}
}

/* Frameworks for Swoole give a port the settings of the whole server and its own in one array. */
static void tell_left_out(smart_str *names)
{
	if (names->s != NULL && !sp_worker_is()) { /* the first process says it for all */
		smart_str_0(names);
		sp_log(SP_LOG_NOTICE,
			"set() of a port takes no options of the whole server: set them there; ignored: %s",
			ZSTR_VAL(names->s));
		smart_str_free(names);
	}
}

bool php_seatpush_options_set(struct php_seatpush_options *options, HashTable *given, bool of_port)
{
	smart_str left_out = {0};
	zend_string *name;
	zval *value;
	size_t place;

	ZEND_HASH_FOREACH_STR_KEY_VAL (given, name, value) {
		const struct php_seatpush_option *option = name ? find(name, &place) : NULL;

		ZVAL_DEREF(value);
		if (option == NULL ? !unknown(name) : !check(option, value, of_port)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_STR_KEY_VAL (given, name, value) {
		const struct php_seatpush_option *option = find(name, &place);

		if (of_port && option->of_server && option->option_class == SEATPUSH_OPTION_SERVED) {
			smart_str_append_printf(&left_out, "%s%s", left_out.s ? ", " : "", option->name);
			continue;
		}
		ZVAL_DEREF(value);
		take(&options->settings, option, value);
		options->given[place] = true;
	}
	ZEND_HASH_FOREACH_END();
	tell_left_out(&left_out);
	return true;
}

/* By this name or by another one that stands for the same. */
static bool is_given(
	const struct php_seatpush_options *options, const struct php_seatpush_option *option)
{
	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		if (options->given[i] &&
			php_seatpush_option_table[i].option_class == SEATPUSH_OPTION_SERVED &&
			php_seatpush_option_table[i].offset == option->offset) {
			return true;
		}
	}
	return false;
}

void php_seatpush_options_inherit(
	struct php_seatpush_options *port, const struct php_seatpush_options *server)
{
	struct php_seatpush_settings *from = (struct php_seatpush_settings *) &server->settings;

	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		const struct php_seatpush_option *option = &php_seatpush_option_table[i];

		if (option->option_class != SEATPUSH_OPTION_SERVED || option->of_server ||
			is_given(port, option) || !server->given[i]) {
			continue;
		}
		if (option->type == SEATPUSH_OPTION_BOOL) {
			*(bool *) field(&port->settings, option) = *(bool *) field(from, option);
		} else if (is_stored_number(option)) {
			*(int64_t *) field(&port->settings, option) = *(int64_t *) field(from, option);
		} else {
			zend_string *text = *(zend_string **) field(from, option);

			take_text(&port->settings, option, text ? zend_string_copy(text) : NULL);
		}
	}
}

zend_string *php_seatpush_options_ignored(const struct php_seatpush_options *options)
{
	smart_str names = {0};

	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		const struct php_seatpush_option *option = &php_seatpush_option_table[i];

		if (options->given[i] && option->option_class == SEATPUSH_OPTION_IGNORED) {
			if (names.s != NULL) {
				smart_str_appends(&names, ", ");
			}
			smart_str_appendl(&names, option->name, strlen(option->name));
			smart_str_append_printf(&names, " (%s)", option->text);
		}
	}
	smart_str_0(&names);
	return names.s;
}
