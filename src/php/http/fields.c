/* SPDX-License-Identifier: MIT */
#include "php/http/fields.h"

#include "ext/standard/url.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "wire/http_response.h"

static struct sp_span span_of(const zend_string *text)
{
	return (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)};
}

/* "x-request-id" -> "X-Request-Id" */
static zend_string *format_name(zend_string *name)
{
	zend_string *formatted = zend_string_init(ZSTR_VAL(name), ZSTR_LEN(name), 0);
	bool first = true;

	for (size_t i = 0; i < ZSTR_LEN(formatted); i++) {
		char c = ZSTR_VAL(formatted)[i];

		ZSTR_VAL(formatted)
		[i] = (char) (first ? toupper((unsigned char) c) : tolower((unsigned char) c));
		first = c == '-';
	}
	return formatted;
}

/* A reference to the value, without white space at its end; NULL: an exception was thrown. */
static zend_string *check_value(zend_string *value)
{
	size_t len = ZSTR_LEN(value);

	if (!sp_http_field_value_valid(span_of(value))) {
		zend_argument_value_error(2, "must not hold CR, LF or NUL");
		return NULL;
	}
	while (len > 0 && (ZSTR_VAL(value)[len - 1] == ' ' || ZSTR_VAL(value)[len - 1] == '\t')) {
		len--;
	}
	return len == ZSTR_LEN(value) ? zend_string_copy(value)
								  : zend_string_init(ZSTR_VAL(value), len, 0);
}

/* False: an exception was thrown. */
static bool check_list(HashTable *list, zval *out)
{
	zval *entry;

	array_init(out);
	ZEND_HASH_FOREACH_VAL (list, entry) {
		zend_string *text = zval_try_get_string(entry);
		zend_string *value = text ? check_value(text) : NULL;

		if (text != NULL) {
			zend_string_release(text);
		}
		if (value == NULL) {
			zval_ptr_dtor(out);
			return false;
		}
		add_next_index_str(out, value);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* The array in a property that holds an array or null; nothing else refers to it afterwards. */
static HashTable *need_array(zval *place)
{
	ZVAL_DEREF(place);
	if (Z_TYPE_P(place) != IS_ARRAY) {
		array_init(place);
	} else {
		SEPARATE_ARRAY(place);
	}
	return Z_ARRVAL_P(place);
}

/* Takes value. The former value of the key is released last: its destructor is user code, which may
 * remove the array. */
static void put_entry(HashTable *array, zend_string *key, zval *value)
{
	zval *entry = zend_symtable_find(array, key);
	zval old;

	if (entry == NULL) {
		zend_symtable_update(array, key, value);
		return;
	}
	ZVAL_COPY_VALUE(&old, entry);
	ZVAL_COPY_VALUE(entry, value);
	zval_ptr_dtor(&old);
}

bool php_seatpush_set_field(
	zval *fields, zend_string *name, zend_string *text, HashTable *list, bool format)
{
	zend_string *key;
	zval value;

	if (!sp_http_field_name_valid(span_of(name))) {
		zend_argument_value_error(1, "must be a header field's name (RFC 9110 section 5.1)");
		return false;
	}
	if (text != NULL) {
		zend_string *checked = check_value(text);

		if (checked == NULL) {
			return false;
		}
		ZVAL_STR(&value, checked);
	} else if (!check_list(list, &value)) {
		return false;
	}
	key = format ? format_name(name) : zend_string_copy(name);
	put_entry(need_array(fields), key, &value);
	zend_string_release(key);
	return true;
}

/* False: an exception was thrown. */
static bool check_attribute(const zend_string *text, uint32_t arg, const char *forbidden)
{
	if (text != NULL &&
		(strpbrk(ZSTR_VAL(text), forbidden) != NULL || strlen(ZSTR_VAL(text)) != ZSTR_LEN(text))) {
		zend_argument_value_error(arg,
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
	encoded = php_url_encode(ZSTR_VAL(value), ZSTR_LEN(value));
	smart_str_append(out, encoded);
	zend_string_release(encoded);
}

bool php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie, bool encode)
{
	static const char separators[] = ",; \t\r\n\013\014";
	smart_str out = {0};
	bool delete = cookie->value == NULL || ZSTR_LEN(cookie->value) == 0;
	zval line;

	if (ZSTR_LEN(cookie->name) == 0) {
		zend_argument_value_error(1, "must not be empty");
		return false;
	}
	if (!check_attribute(cookie->name, 1, "=,; \t\r\n\013\014") ||
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
	if (zend_hash_next_index_insert(need_array(cookies), &line) == NULL) {
		zval_ptr_dtor(&line); /* a script's own array may be full: no index is left */
	}
	return true;
}

static HashTable *array_of(zval *place)
{
	ZVAL_DEREF(place);
	return Z_TYPE_P(place) == IS_ARRAY ? Z_ARRVAL_P(place) : NULL;
}

static bool is_reserved(struct sp_span name)
{
	static const char *const reserved[] = {
		"Connection", "Content-Length", "Transfer-Encoding", "Date"};

	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		if (sp_span_equals_nocase(name, reserved[i])) {
			return true;
		}
	}
	return false;
}

/* True for the fields that the answer to an upgrade has anyway (RFC 6455 §4.2.2). */
static bool is_upgrades(struct sp_span name)
{
	return sp_span_equals_nocase(name, "Upgrade") ||
		   sp_span_equals_nocase(name, "Sec-WebSocket-Accept") ||
		   sp_span_equals_nocase(name, "Sec-WebSocket-Protocol") ||
		   sp_span_equals_nocase(name, "Sec-WebSocket-Extensions");
}

static bool put_one(struct sp_buf *out, struct sp_span name, zval *value)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_STRING || !sp_http_field_name_valid(name) ||
		!sp_http_field_value_valid(span_of(Z_STR_P(value)))) {
		return true;
	}
	return sp_http_put_field(out, name, span_of(Z_STR_P(value)));
}

static bool put_cookies(struct sp_buf *out, HashTable *cookies)
{
	zval *value;

	ZEND_HASH_FOREACH_VAL (cookies, value) {
		if (!put_one(out, sp_span("Set-Cookie"), value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool put_values(struct sp_buf *out, struct sp_span name, zval *value)
{
	zval *entry;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return put_one(out, name, value);
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), entry) {
		if (!put_one(out, name, entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool skipped(struct sp_span name, enum php_seatpush_fields which)
{
	return which != SEATPUSH_FIELDS_ALL &&
		   (is_reserved(name) || (which == SEATPUSH_FIELDS_UPGRADE && is_upgrades(name)));
}

bool php_seatpush_put_fields(
	struct sp_buf *out, zval *fields, zval *cookies, enum php_seatpush_fields which)
{
	HashTable *array = array_of(fields);
	bool has_type = which != SEATPUSH_FIELDS_RESPONSE;
	bool has_server = has_type;
	zend_string *key;
	zval *value;

	if (array != NULL) {
		ZEND_HASH_FOREACH_STR_KEY_VAL (array, key, value) {
			struct sp_span name = key ? span_of(key) : sp_span("");

			if (skipped(name, which)) {
				continue;
			}
			has_type |= sp_span_equals_nocase(name, "Content-Type");
			has_server |= sp_span_equals_nocase(name, "Server");
			if (!put_values(out, name, value)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return (has_server || sp_buf_puts(out, "Server: SeatPush\r\n")) &&
		   (has_type || sp_buf_puts(out, "Content-Type: text/html\r\n")) &&
		   (array_of(cookies) == NULL || put_cookies(out, array_of(cookies)));
}

bool php_seatpush_fields_have(zval *fields, const char *name, const char *wanted)
{
	HashTable *array = array_of(fields);
	zend_string *key;
	zval *value;

	if (array == NULL) {
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (array, key, value) {
		ZVAL_DEREF(value);
		if (key != NULL && sp_span_equals_nocase(span_of(key), name) &&
			(wanted == NULL || (Z_TYPE_P(value) == IS_STRING &&
								   sp_span_equals_nocase(span_of(Z_STR_P(value)), wanted)))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}
