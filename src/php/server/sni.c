/* SPDX-License-Identifier: MIT */
#include "php/server/sni.h"

#include "zend_smart_str.h"

#include "php/engine/compat.h"

static const char *const fields[] = {"ssl_cert_file", "ssl_key_file", "ssl_passphrase"};

enum { FIELD_CERT, FIELD_KEY, FIELD_PASSPHRASE, FIELDS };

static bool is_none(zval *value)
{
	return Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE ||
		   (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0);
}

/* A text of a certificate. NULL: it has none. */
static zend_string *field_of(zval *certificate, int field)
{
	zval *value =
		zend_hash_str_find_deref(Z_ARRVAL_P(certificate), fields[field], strlen(fields[field]));

	return value != NULL && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) > 0 ? Z_STR_P(value)
																				  : NULL;
}

/* It stands in a line of its own, in which tabs separate. */
static bool fits(const zend_string *text)
{
	return text == NULL ||
		   (strpbrk(ZSTR_VAL(text), "\t\n") == NULL && strlen(ZSTR_VAL(text)) == ZSTR_LEN(text));
}

static bool check_one(
	const struct php_seatpush_option *option, const zend_string *name, zval *certificate)
{
	if (name == NULL || ZSTR_LEN(name) == 0 || Z_TYPE_P(certificate) != IS_ARRAY ||
		field_of(certificate, FIELD_CERT) == NULL) {
		zend_argument_value_error(1,
			"must have \"%s\" as an array of \"name.example\" => [\"ssl_cert_file\" => ..., "
			"\"ssl_key_file\" => ...]",
			option->name);
		return false;
	}
	for (int i = 0; i < FIELDS; i++) {
		if (!fits(name) || !fits(field_of(certificate, i))) {
			zend_argument_value_error(1,
				"must have \"%s\" without tabs, line breaks and NUL in names and paths",
				option->name);
			return false;
		}
	}
	return true;
}

bool php_seatpush_sni_check(const struct php_seatpush_option *option, zval *value)
{
	zend_string *name;
	zval *certificate;

	if (is_none(value)) {
		return true;
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		zend_argument_value_error(
			1, "must have \"%s\" as an array, %s given", option->name, zend_zval_type_name(value));
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (Z_ARRVAL_P(value), name, certificate) {
		ZVAL_DEREF(certificate);
		if (!check_one(option, name, certificate)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

zend_string *php_seatpush_sni_lines(zval *value)
{
	smart_str lines = {0};
	zend_string *name;
	zval *certificate;

	if (is_none(value)) {
		return NULL;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (Z_ARRVAL_P(value), name, certificate) {
		zend_string *cert, *key, *passphrase;

		ZVAL_DEREF(certificate);
		cert = field_of(certificate, FIELD_CERT);
		key = field_of(certificate, FIELD_KEY);
		passphrase = field_of(certificate, FIELD_PASSPHRASE);
		smart_str_append_printf(&lines, "%s\t%s\t%s\t%s\n", ZSTR_VAL(name), ZSTR_VAL(cert),
			ZSTR_VAL(key != NULL ? key : cert), passphrase != NULL ? ZSTR_VAL(passphrase) : "");
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&lines);
	return lines.s;
}
