/* SPDX-License-Identifier: MIT */
#include "php/http/cookies.h"

#include "ext/standard/url.h"
#include "zend_smart_str.h"

#include "php/engine/misuse.h"
#include "php/http/fields.h"
#include "wire/http_date.h"

#define EXPIRES_MAX 253402300799 /* the last second of the year 9999: a date has four digits */

static bool has_any(const zend_string *text, const char *forbidden)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		unsigned code = (unsigned char) ZSTR_VAL(text)[i];

		if (code < ' ' || code == 0x7F) {
			return true;
		}
	}
	return strpbrk(ZSTR_VAL(text), forbidden) != NULL;
}

#define NOT_ANY_OF "must not hold any of \",\", \";\", white space, control characters"

bool php_seatpush_check_cookie_name(const zend_string *name, uint32_t arg)
{
	if (ZSTR_LEN(name) == 0) {
		php_seatpush_misuse(arg, "must not be empty");
	} else if (has_any(name, "=,; ")) {
		php_seatpush_misuse(arg, NOT_ANY_OF " or \"=\"");
	} else {
		return true;
	}
	return false;
}

bool php_seatpush_check_cookie_value(const zend_string *value, uint32_t arg)
{
	if (has_any(value, ",; ")) {
		php_seatpush_misuse(
			arg, NOT_ANY_OF ": let it be encoded, or encode it, as by rawurlencode()");
		return false;
	}
	return true;
}

bool php_seatpush_check_cookie_attribute(const zend_string *text, uint32_t arg)
{
	if (has_any(text, ",; ")) {
		php_seatpush_misuse(arg, NOT_ANY_OF);
		return false;
	}
	return true;
}

bool php_seatpush_check_cookie_expires(zend_long expires, uint32_t arg)
{
	if (expires > EXPIRES_MAX) {
		php_seatpush_misuse(arg, "must not be after the year 9999");
		return false;
	}
	return true;
}

static void append_attribute(smart_str *out, const char *name, const zend_string *value)
{
	if (value != NULL && ZSTR_LEN(value) > 0) {
		smart_str_appends(out, name);
		smart_str_append(out, value);
	}
}

static void append_expiry(smart_str *out, zend_long expires)
{
	struct sp_http_date date = {0};
	struct sp_span text = sp_http_date(&date, (time_t) expires);
	zend_long left = expires - (zend_long) time(NULL);

	smart_str_appends(out, "; expires=");
	smart_str_appendl(out, text.data, text.len);
	smart_str_appends(out, "; Max-Age=");
	smart_str_append_long(out, left < 0 ? 0 : left);
}

static void append_value(smart_str *out, const zend_string *value, bool encode)
{
	zend_string *encoded;

	if (!encode) {
		smart_str_append(out, value);
		return;
	}
	encoded = php_raw_url_encode(ZSTR_VAL(value), ZSTR_LEN(value));
	smart_str_append(out, encoded);
	zend_string_release(encoded);
}

zend_string *php_seatpush_cookie_line(const struct php_seatpush_cookie *cookie)
{
	smart_str out = {0};

	smart_str_append(&out, cookie->name);
	smart_str_appendc(&out, '=');
	if (cookie->value == NULL || ZSTR_LEN(cookie->value) == 0) {
		smart_str_appends(&out, "deleted");
		append_expiry(&out, 1);
	} else {
		append_value(&out, cookie->value, cookie->encode);
		if (cookie->expires > 0) {
			append_expiry(&out, cookie->expires);
		}
	}
	if (cookie->path != NULL) {
		append_attribute(&out, "; path=", cookie->path);
	} else {
		smart_str_appends(&out, "; path=/");
	}
	append_attribute(&out, "; domain=", cookie->domain);
	smart_str_appends(&out, cookie->secure ? "; secure" : "");
	smart_str_appends(&out, cookie->httponly ? "; HttpOnly" : "");
	append_attribute(&out, "; SameSite=", cookie->samesite);
	append_attribute(&out, "; Priority=", cookie->priority);
	smart_str_appends(&out, cookie->partitioned ? "; Partitioned" : "");
	smart_str_0(&out);
	return out.s;
}

bool php_seatpush_check_cookie(const struct php_seatpush_cookie *cookie)
{
	const zend_string *attributes[] = {
		NULL, NULL, cookie->path, cookie->domain, NULL, NULL, cookie->samesite, cookie->priority};

	if (!php_seatpush_check_cookie_name(cookie->name, 1) ||
		!php_seatpush_check_cookie_expires(cookie->expires, 3) ||
		(!cookie->encode && cookie->value != NULL &&
			!php_seatpush_check_cookie_value(cookie->value, 2))) {
		return false;
	}
	for (uint32_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
		if (attributes[i] != NULL && !php_seatpush_check_cookie_attribute(attributes[i], i + 2)) {
			return false;
		}
	}
	return true;
}

void php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie)
{
	zval line;

	ZVAL_STR(&line, php_seatpush_cookie_line(cookie));
	if (zend_hash_next_index_insert(php_seatpush_need_array(cookies), &line) == NULL) {
		zval_ptr_dtor(&line); /* a script's own array may be full: no index is left */
	}
}
