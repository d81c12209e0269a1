/* SPDX-License-Identifier: MIT */
#include "php/http/media_types.h"

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/misuse.h"
#include "wire/http_response.h"
#include "wire/media_type.h"

#define CHANGES_MAX 1000
#define EXTENSION_MAX 32
#define TYPE_MAX 255

/* Extension in lower case => its type, or null if a script has deleted it. */
static HashTable *need_changes(void)
{
	if (SEATPUSH_G(media_types) == NULL) {
		SEATPUSH_G(media_types) = zend_new_array(8);
	}
	return SEATPUSH_G(media_types);
}

/* What a script has set for it; UNDEF: nothing. */
static const zval *changed(struct sp_span extension)
{
	char lower[EXTENSION_MAX];

	if (SEATPUSH_G(media_types) == NULL || extension.len > sizeof(lower)) {
		return NULL;
	}
	for (size_t i = 0; i < extension.len; i++) {
		lower[i] = sp_ascii_lower(extension.data[i]);
	}
	return zend_hash_str_find(SEATPUSH_G(media_types), lower, extension.len);
}

/* data NULL: none. */
static struct sp_span type_of(struct sp_span extension)
{
	const zval *change = changed(extension);
	const char *known = change == NULL ? sp_media_type_of(extension) : NULL;

	if (change != NULL && Z_TYPE_P(change) == IS_STRING) {
		return (struct sp_span){Z_STRVAL_P(change), Z_STRLEN_P(change)};
	}
	return known != NULL ? sp_span(known) : (struct sp_span){NULL, 0};
}

struct sp_span php_seatpush_media_type_of(struct sp_span name)
{
	return type_of(sp_media_extension(name));
}

static struct sp_span type_of_path(const zend_string *path)
{
	return php_seatpush_media_type_of((struct sp_span){ZSTR_VAL(path), ZSTR_LEN(path)});
}

struct sp_span php_seatpush_media_type(const zend_string *path)
{
	struct sp_span type = type_of_path(path);

	return type.data != NULL ? type : sp_span(SP_MEDIA_TYPE_OTHER);
}

void php_seatpush_media_types_fini(void)
{
	if (SEATPUSH_G(media_types) != NULL) {
		zend_array_destroy(SEATPUSH_G(media_types));
		SEATPUSH_G(media_types) = NULL;
	}
}

/* False: see php_seatpush_misuse(). */
static bool check_extension(const zend_string *extension)
{
	if (ZSTR_LEN(extension) == 0 || ZSTR_LEN(extension) > EXTENSION_MAX ||
		memchr(ZSTR_VAL(extension), '.', ZSTR_LEN(extension)) != NULL ||
		memchr(ZSTR_VAL(extension), '/', ZSTR_LEN(extension)) != NULL) {
		php_seatpush_misuse(1,
			"must be what comes after the last dot of a file's name, without the dot: 1 to %d "
			"bytes",
			EXTENSION_MAX);
		return false;
	}
	return true;
}

static bool check_type(const zend_string *type)
{
	if (ZSTR_LEN(type) == 0 || ZSTR_LEN(type) > TYPE_MAX ||
		!sp_http_field_value_valid((struct sp_span){ZSTR_VAL(type), ZSTR_LEN(type)})) {
		php_seatpush_misuse(
			2, "must be 1 to %d bytes without control characters, such as image/jxl", TYPE_MAX);
		return false;
	}
	return true;
}

/* type NULL: deletes it. False: an exception was thrown. */
static bool change(zend_string *extension, zend_string *type)
{
	HashTable *changes = need_changes();
	zend_string *lower = zend_string_tolower(extension);
	bool room = zend_hash_num_elements(changes) < CHANGES_MAX || zend_hash_exists(changes, lower);
	zval value;

	if (room) {
		ZVAL_NULL(&value);
		if (type != NULL) {
			ZVAL_STR_COPY(&value, type);
		}
		zend_hash_update(changes, lower, &value);
	} else {
		php_seatpush_throw_text(
			"%d media types were changed already, which is the most: set those that are sent",
			CHANGES_MAX);
	}
	zend_string_release(lower);
	return room;
}

static void set_type(INTERNAL_FUNCTION_PARAMETERS, bool replace)
{
	zend_string *extension, *type;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(extension)
		Z_PARAM_STR(type)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_extension(extension) || !check_type(type)) {
		RETURN_FALSE;
	}
	if (!replace &&
		type_of((struct sp_span){ZSTR_VAL(extension), ZSTR_LEN(extension)}).data != NULL) {
		RETURN_FALSE;
	}
	RETVAL_BOOL(change(extension, type));
}

SEATPUSH_FUNCTION(swoole_mime_type_add)
{
	set_type(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

SEATPUSH_FUNCTION(swoole_mime_type_set)
{
	set_type(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
	RETVAL_NULL();
}

SEATPUSH_FUNCTION(swoole_mime_type_delete)
{
	zend_string *extension;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(extension)
	ZEND_PARSE_PARAMETERS_END();

	RETURN_BOOL(type_of((struct sp_span){ZSTR_VAL(extension), ZSTR_LEN(extension)}).data != NULL &&
				change(extension, NULL));
}

SEATPUSH_FUNCTION(swoole_mime_type_get)
{
	zend_string *path;
	struct sp_span type;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(path)
	ZEND_PARSE_PARAMETERS_END();
	type = php_seatpush_media_type(path);
	RETURN_STRINGL(type.data, type.len);
}

SEATPUSH_FUNCTION(swoole_mime_type_exists)
{
	zend_string *path;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(path)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(type_of_path(path).data != NULL);
}

SEATPUSH_FUNCTION(swoole_mime_type_list)
{
	const struct sp_media_type *known;
	const zval *own;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	for (size_t i = 0; (known = sp_media_type_at(i)) != NULL; i++) {
		if (changed(sp_span(known->extension)) == NULL) {
			add_next_index_string(return_value, known->type);
		}
	}
	if (SEATPUSH_G(media_types) != NULL) {
		ZEND_HASH_FOREACH_VAL (SEATPUSH_G(media_types), own) {
			if (Z_TYPE_P(own) == IS_STRING) {
				add_next_index_str(return_value, zend_string_copy(Z_STR_P(own)));
			}
		}
		ZEND_HASH_FOREACH_END();
	}
}
