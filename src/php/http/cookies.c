/* SPDX-License-Identifier: MIT */
#include "php/http/cookies.h"

#include "ext/standard/url.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "php/engine/misuse.h"
#include "php/http/fields.h"
#include "wire/http_response.h"

/* False: see php_seatpush_misuse(). */
static bool check_attribute(const zend_string *text, uint32_t arg, const char *forbidden)
{
	bool wrong = text != NULL && strpbrk(ZSTR_VAL(text), forbidden) != NULL;

	for (size_t i = 0; text != NULL && i < ZSTR_LEN(text); i++) {
		unsigned code = (unsigned char) ZSTR_VAL(text)[i];

		wrong = wrong || code < ' ' || code == 0x7F;
	}
	if (wrong) {
		php_seatpush_misuse(arg,
			"must not hold any of \",\", \";\", white space, control characters%s",
			arg == 1 ? " or \"=\"" : "");
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

#define EXPIRES_MAX 253402300799 /* the last second of the year 9999: a date has four digits */

bool php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie, bool encode)
{
	static const char separators[] = ",; ";
	smart_str out = {0};
	bool delete = cookie->value == NULL || ZSTR_LEN(cookie->value) == 0;
	zval line;

	if (ZSTR_LEN(cookie->name) == 0) {
		php_seatpush_misuse(1, "must not be empty");
		return false;
	}
	if (cookie->expires > EXPIRES_MAX) {
		php_seatpush_misuse(3, "must not be after the year 9999");
		return false;
	}
	if (!check_attribute(cookie->name, 1, "=,; ") ||
		(!encode && !check_attribute(cookie->value, 2, separators)) ||
		!check_attribute(cookie->path, 4, separators) ||
		!check_attribute(cookie->domain, 5, separators) ||
		!check_attribute(cookie->samesite, 8, separators) ||
		!check_attribute(cookie->priority, 9, separators)) {
		return false;
	}
	smart_str_append(&out, cookie->name);
	smart_str_appendc(&out, '=');
	if (delete) {
		smart_str_appends(&out, "deleted");
		append_expiry(&out, 1);
	} else {
		append_value(&out, cookie->value, encode);
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
	smart_str_0(&out);
	ZVAL_STR(&line, out.s);
	if (zend_hash_next_index_insert(php_seatpush_need_array(cookies), &line) == NULL) {
		zval_ptr_dtor(&line); /* a script's own array may be full: no index is left */
	}
	return true;
}
