/* SPDX-License-Identifier: MIT */
#include "php/server/option_list.h"

#include "zend_smart_str.h"

#include "wire/address.h"
#include "wire/file_path.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/media_pattern.h"
#include "wire/ws_origin.h"

/* What the items of a list are, and how the text of an error describes them. */
struct list_kind {
	enum php_seatpush_option_type type;
	bool (*valid)(struct sp_span item);
	bool may_be_empty; /* an empty list is the same as none */
	const char *plural;
	const char *remedy;
};

/* An empty list of origins or proxies would mean everyone or no one, and nobody could tell which,
 * so it is refused. */
static const struct list_kind kinds[] = {
	{SEATPUSH_OPTION_ORIGINS, sp_ws_origin_pattern_valid, false, "origins",
		"\"https://a.example\", \"https://*.a.example\" or \"self\""},
	{SEATPUSH_OPTION_NETWORKS, sp_network_valid, false, "addresses or networks",
		"\"127.0.0.1\", \"10.0.0.0/8\", \"2001:db8::/32\" or \"unix\""},
	{SEATPUSH_OPTION_TOKENS, sp_http_field_name_valid, true, "tokens",
		"letters, digits and any of !#$%&'*+-.^_`|~"},
	{SEATPUSH_OPTION_LOCATIONS, sp_file_location_valid, true, "paths", "\"/assets\" or \"/\""},
	{SEATPUSH_OPTION_FILES, sp_file_name_valid, true, "names of files",
		"\"index.html\"; PHP files are never sent"},
	{SEATPUSH_OPTION_TYPES, sp_media_pattern_valid, true, "media types",
		"\"application/json\", \"text/*\" or \"*+json\""},
};

static const struct list_kind *kind_of(const struct php_seatpush_option *option)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].type == option->type) {
			return &kinds[i];
		}
	}
	return NULL;
}

bool php_seatpush_option_is_list(const struct php_seatpush_option *option)
{
	return kind_of(option) != NULL;
}

static bool bad_item(const struct php_seatpush_option *option, const char *text, size_t len)
{
	const struct list_kind *kind = kind_of(option);

	zend_argument_value_error(1, "must have \"%s\" as %s; \"%.*s\" is not one: write %s",
		option->name, kind->plural, (int) len, text, kind->remedy);
	return false;
}

static bool check_items(const struct php_seatpush_option *option, zend_string *text)
{
	struct sp_span list = {ZSTR_VAL(text), ZSTR_LEN(text)};
	struct sp_span item;
	bool any = false;

	while (sp_http_list_next(&list, &item)) {
		any = true;
		if (!kind_of(option)->valid(item)) {
			return bad_item(option, item.data, item.len);
		}
	}
	return any || bad_item(option, "", 0);
}

/* True for what means that there is no list. */
static bool is_none(const struct php_seatpush_option *option, zval *value)
{
	if (Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE) {
		return true;
	}
	return kind_of(option)->may_be_empty &&
		   ((Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) == 0) ||
			   (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0));
}

bool php_seatpush_option_check_list(const struct php_seatpush_option *option, zval *value)
{
	zval *item;

	if (is_none(option, value)) {
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

zend_string *php_seatpush_option_list(const struct php_seatpush_option *option, zval *value)
{
	smart_str list = {0};
	zval *item;

	if (is_none(option, value)) {
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
