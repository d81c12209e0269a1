/* SPDX-License-Identifier: MIT */
#include "php/server/options.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "php/engine/errors.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/redis_dsn.h"
#include "wire/ws_origin.h"

#define PREFIX_MAX 64
/* Swoole's dispatch modes that have no equivalent here. */
#define DISPATCH_BY_UID 5
#define DISPATCH_STREAM 7

static const char *option_name_at(size_t i)
{
	return php_seatpush_option_table[i].name;
}

static void *field(struct php_seatpush_settings *settings, const struct php_seatpush_option *option)
{
	return (char *) settings + option->offset;
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
		} else if (option->type == SEATPUSH_OPTION_INT) {
			*(int64_t *) field(&options->settings, option) = option->standard;
		}
	}
}

/* Stored as a zend_string, or NULL. */
static bool is_text(const struct php_seatpush_option *option)
{
	return option->type == SEATPUSH_OPTION_STRING || option->type == SEATPUSH_OPTION_REDIS ||
		   option->type == SEATPUSH_OPTION_PREFIX || option->type == SEATPUSH_OPTION_ORIGINS ||
		   option->type == SEATPUSH_OPTION_TOKENS;
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

static bool unknown(zend_string *name)
{
	const char *nearest =
		name ? php_seatpush_nearest(ZSTR_VAL(name), option_name_at, php_seatpush_option_count)
			 : NULL;

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

static bool check_number(const struct php_seatpush_option *option, zval *value)
{
	zend_long number = 0;
	bool numeric = is_integer(value, &number);

	if (numeric && number >= option->min && number <= option->max) {
		return true;
	}
	zend_argument_value_error(1, "must have \"%s\" from " ZEND_LONG_FMT " to " ZEND_LONG_FMT "%s%s",
		option->name, (zend_long) option->min, (zend_long) option->max, *option->unit ? " " : "",
		option->unit);
	return false;
}

static bool is_unset(zval *value)
{
	return Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE;
}

static bool is_list(const struct php_seatpush_option *option)
{
	return option->type == SEATPUSH_OPTION_ORIGINS || option->type == SEATPUSH_OPTION_TOKENS;
}

static bool bad_item(const struct php_seatpush_option *option, const char *text, size_t len)
{
	if (option->type == SEATPUSH_OPTION_TOKENS) {
		zend_argument_value_error(1,
			"must have \"%s\" as tokens; \"%.*s\" is not one: write letters, digits and any of "
			"!#$%%&'*+-.^_`|~",
			option->name, (int) len, text);
	} else {
		zend_argument_value_error(1,
			"must have \"%s\" as origins; \"%.*s\" is not one: write \"https://a.example\", "
			"\"https://*.a.example\" or \"self\"",
			option->name, (int) len, text);
	}
	return false;
}

static bool check_items(const struct php_seatpush_option *option, zend_string *text)
{
	struct sp_span list = {ZSTR_VAL(text), ZSTR_LEN(text)};
	struct sp_span item;
	bool any = false;

	while (sp_http_list_next(&list, &item)) {
		any = true;
		if (!(option->type == SEATPUSH_OPTION_TOKENS ? sp_http_field_name_valid(item)
													 : sp_ws_origin_pattern_valid(item))) {
			return bad_item(option, item.data, item.len);
		}
	}
	return any || bad_item(option, "", 0);
}

/* An empty list of origins would refuse everyone or no one, and nobody could tell which, so it is
 * refused. */
static bool is_empty(const struct php_seatpush_option *option, zval *value)
{
	return option->type == SEATPUSH_OPTION_TOKENS &&
		   ((Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) == 0) ||
			   (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0));
}

static bool check_list(const struct php_seatpush_option *option, zval *value)
{
	zval *item;

	if (is_unset(value) || is_empty(option, value)) {
		return true;
	}
	if (Z_TYPE_P(value) == IS_STRING) {
		return check_items(option, Z_STR_P(value));
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		zend_argument_value_error(1, "must have \"%s\" as an array or a string, %s given",
			option->name, zend_zval_type_name(value));
		return false;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		ZVAL_DEREF(item);
		if (Z_TYPE_P(item) != IS_STRING) {
			return bad_item(option, ZEND_STRL("(no string)"));
		}
		if (!check_items(option, Z_STR_P(item))) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return zend_hash_num_elements(Z_ARRVAL_P(value)) > 0 || bad_item(option, "", 0);
}

/* A string of its own, or NULL if value is unset. The value has been checked. */
static zend_string *take_list(const struct php_seatpush_option *option, zval *value)
{
	smart_str list = {0};
	zval *item;

	if (is_unset(value) || is_empty(option, value)) {
		return NULL;
	}
	if (Z_TYPE_P(value) == IS_STRING) {
		return zend_string_copy(Z_STR_P(value));
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		ZVAL_DEREF(item);
		smart_str_append(&list, Z_STR_P(item));
		smart_str_appendc(&list, ',');
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&list);
	return list.s;
}

static bool is_off(const struct php_seatpush_option *option, zval *value)
{
	if (strcmp(option->name, "dispatch_mode") == 0) {
		zend_long mode = zval_get_long(value);

		return mode != DISPATCH_BY_UID && mode != DISPATCH_STREAM;
	}
	return !zend_is_true(value);
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

static bool check(const struct php_seatpush_option *option, zval *value, bool of_port)
{
	if (option->option_class == SEATPUSH_OPTION_REFUSED) {
		if (is_off(option, value)) {
			return true;
		}
		zend_argument_value_error(1, "must not have \"%s\": %s", option->name, option->text);
		return false;
	}
	if (option->option_class == SEATPUSH_OPTION_IGNORED) {
		return true;
	}
	if (of_port && option->of_server) {
		zend_argument_value_error(1,
			"must hold options of a port; \"%s\" belongs to the whole server: set it there",
			option->name);
		return false;
	}
	if (option->type == SEATPUSH_OPTION_INT) {
		return check_number(option, value);
	}
	if (is_list(option)) {
		return check_list(option, value);
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
	case SEATPUSH_OPTION_STRING:
	case SEATPUSH_OPTION_PREFIX:
	case SEATPUSH_OPTION_REDIS:
		taken = Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) > 0
					? zend_string_copy(Z_STR_P(value))
					: NULL;
		take_text(settings, option, taken);
		break;
	case SEATPUSH_OPTION_ORIGINS:
	case SEATPUSH_OPTION_TOKENS:
		take_text(settings, option, take_list(option, value));
		break;
	}
}

bool php_seatpush_options_set(struct php_seatpush_options *options, HashTable *given, bool of_port)
{
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

		ZVAL_DEREF(value);
		take(&options->settings, option, value);
		options->given[place] = true;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

void php_seatpush_options_inherit(
	struct php_seatpush_options *port, const struct php_seatpush_options *server)
{
	struct php_seatpush_settings *from = (struct php_seatpush_settings *) &server->settings;

	for (size_t i = 0; i < php_seatpush_option_count; i++) {
		const struct php_seatpush_option *option = &php_seatpush_option_table[i];

		if (option->option_class != SEATPUSH_OPTION_SERVED || option->of_server || port->given[i] ||
			!server->given[i]) {
			continue;
		}
		if (option->type == SEATPUSH_OPTION_BOOL) {
			*(bool *) field(&port->settings, option) = *(bool *) field(from, option);
		} else if (option->type == SEATPUSH_OPTION_INT) {
			*(int64_t *) field(&port->settings, option) = *(int64_t *) field(from, option);
		} else {
			zend_string *text = *(zend_string **) field(from, option);

			*(zend_string **) field(&port->settings, option) = text ? zend_string_copy(text) : NULL;
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
