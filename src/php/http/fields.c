/* SPDX-License-Identifier: MIT */
#include "php/http/fields.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/loop/log.h"
#include "php/engine/misuse.h"
#include "php/engine/text.h"
#include "php/server/object.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/ws_deflate.h"

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

/* A field that is being set. */
struct wanted_field {
	zend_string *name;
	enum php_seatpush_known_field known;
	const struct php_seatpush_field_rules *rules;
};

/* A reference to the value, without white space at its end; NULL: see php_seatpush_misuse(). */
static zend_string *check_value(const struct wanted_field *field, zend_string *value)
{
	size_t len = ZSTR_LEN(value);
	zend_string *why;

	if (!sp_http_field_value_valid(php_seatpush_span(value))) {
		php_seatpush_misuse(2, "must not hold control characters");
		return NULL;
	}
	while (len > 0 && (ZSTR_VAL(value)[len - 1] == ' ' || ZSTR_VAL(value)[len - 1] == '\t')) {
		len--;
	}
	why = php_seatpush_field_objection(
		field->rules, field->known, (struct sp_span){ZSTR_VAL(value), len});
	if (why != NULL) {
		php_seatpush_misuse(2, "cannot be sent as %s: %s", ZSTR_VAL(field->name), ZSTR_VAL(why));
		zend_string_release(why);
		return NULL;
	}
	return len == ZSTR_LEN(value) ? zend_string_copy(value)
								  : zend_string_init(ZSTR_VAL(value), len, 0);
}

/* False: see php_seatpush_misuse(). */
static bool check_list(const struct wanted_field *field, HashTable *list, zval *out)
{
	zval *entry;

	if (php_seatpush_field_is_single(field->known) && zend_hash_num_elements(list) > 1) {
		php_seatpush_misuse(2, "must be one value: %s comes once", ZSTR_VAL(field->name));
		return false;
	}
	array_init(out);
	ZEND_HASH_FOREACH_VAL (list, entry) {
		zend_string *text = zval_try_get_string(entry);
		zend_string *value = text ? check_value(field, text) : NULL;

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

HashTable *php_seatpush_need_array(zval *place)
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

bool php_seatpush_set_field(zval *fields, const struct php_seatpush_field_rules *rules,
	zend_string *name, zend_string *text, HashTable *list, bool format)
{
	struct wanted_field field = {name, php_seatpush_known_field_of(php_seatpush_span(name)), rules};
	zend_string *key;
	zval value;

	if (!sp_http_field_name_valid(php_seatpush_span(name))) {
		php_seatpush_misuse(1, "must be a header field's name (RFC 9110 section 5.1)");
		return false;
	}
	if (rules->kind == SEATPUSH_ANSWER_TRAILER &&
		php_seatpush_field_is_of_head(php_seatpush_span(name))) {
		php_seatpush_misuse(
			1, "must not be %s: it belongs in the head, use header()", ZSTR_VAL(name));
		return false;
	}
	if (text != NULL) {
		zend_string *checked = check_value(&field, text);

		if (checked == NULL) {
			return false;
		}
		ZVAL_STR(&value, checked);
	} else if (!check_list(&field, list, &value)) {
		return false;
	}
	key = format ? format_name(name) : zend_string_copy(name);
	put_entry(php_seatpush_need_array(fields), key, &value);
	zend_string_release(key);
	return true;
}

HashTable *php_seatpush_array_of(zval *place)
{
	ZVAL_DEREF(place);
	return Z_TYPE_P(place) == IS_ARRAY ? Z_ARRVAL_P(place) : NULL;
}

/* The name that a key of the array stands for: PHP makes an integer of "123". */
static struct sp_span name_of(zend_string *key, zend_ulong number, char digits[MAX_LENGTH_OF_LONG])
{
	if (key != NULL) {
		return php_seatpush_span(key);
	}
	snprintf(digits, MAX_LENGTH_OF_LONG, ZEND_LONG_FMT, (zend_long) number);
	return sp_span(digits);
}

static zval *find(HashTable *array, const char *name)
{
	zend_string *key;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (array, key, value) {
		if (key != NULL && sp_span_equals_nocase(php_seatpush_span(key), name)) {
			ZVAL_DEREF(value);
			return value;
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

bool php_seatpush_fields_have(zval *fields, const char *name)
{
	HashTable *array = php_seatpush_array_of(fields);

	return array != NULL && find(array, name) != NULL;
}

int64_t php_seatpush_fields_length(zval *fields)
{
	HashTable *array = php_seatpush_array_of(fields);
	zval *value = array != NULL ? find(array, "Content-Length") : NULL;

	if (value != NULL && Z_TYPE_P(value) == IS_ARRAY) {
		value = zend_hash_index_find_deref(Z_ARRVAL_P(value), 0);
	}
	if (value == NULL || (Z_TYPE_P(value) != IS_STRING && Z_TYPE_P(value) != IS_LONG)) {
		return -1;
	}
	return Z_TYPE_P(value) == IS_LONG
			   ? Z_LVAL_P(value)
			   : php_seatpush_field_length(php_seatpush_span(Z_STR_P(value)));
}

/* Fields on their way out. */
struct writing {
	struct sp_buf *out;
	const struct php_seatpush_field_rules *rules;
	struct php_seatpush_fields_said *said;
	unsigned seen; /* a bit for each known field */
};

bool php_seatpush_field_left_out(struct sp_span name, const char *why)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	if (server != NULL && sp_log_due(&server->field_logged_s, server->net->core.loop->now_s)) {
		sp_log(SP_LOG_WARNING, "a response was sent without its field \"%.*s\": %s", (int) name.len,
			name.data, why);
	}
	return true;
}

static void note_connection(struct php_seatpush_fields_said *said, struct sp_span list)
{
	struct sp_span option;

	while (sp_http_list_next(&list, &option)) {
		if (sp_span_equals_nocase(option, "close")) {
			said->close = true;
		} else if (!sp_span_equals_nocase(option, "keep-alive")) {
			said->options = true;
		}
	}
}

/* Fields of which the server writes the line itself. *done: this is one. */
static bool put_own(struct writing *writing, enum php_seatpush_known_field known,
	struct sp_span name, struct sp_span value, bool *done)
{
	enum php_seatpush_answer_kind kind = writing->rules->kind;

	*done = true;
	if (known == SEATPUSH_FIELD_LENGTH) {
		return kind == SEATPUSH_ANSWER_PLAIN ||
			   php_seatpush_field_left_out(name, "a 101 has no body (RFC 9110 section 8.6)");
	}
	if (known == SEATPUSH_FIELD_CONNECTION && kind == SEATPUSH_ANSWER_PLAIN) {
		note_connection(writing->said, value);
		return true;
	}
	if (known == SEATPUSH_FIELD_CONNECTION && kind == SEATPUSH_ANSWER_OUR_101) {
		return sp_span_equals_nocase(value, "Upgrade") ||
			   php_seatpush_field_left_out(name, "the server's own 101 says Connection: Upgrade");
	}
	*done = (known == SEATPUSH_FIELD_UPGRADE || known == SEATPUSH_FIELD_EXTENSIONS) &&
			kind == SEATPUSH_ANSWER_OUR_101;
	return true;
}

static void note(struct writing *writing, enum php_seatpush_known_field known, struct sp_span value)
{
	struct php_seatpush_fields_said *said = writing->said;

	said->type |= known == SEATPUSH_FIELD_TYPE;
	said->server |= known == SEATPUSH_FIELD_SERVER;
	said->date |= known == SEATPUSH_FIELD_DATE;
	said->subprotocol |= known == SEATPUSH_FIELD_SUBPROTOCOL;
	if (known == SEATPUSH_FIELD_EXTENSIONS) {
		said->deflate = sp_ws_deflate_read_answer(value, writing->rules->deflate);
	}
}

static bool put_text(struct writing *writing, enum php_seatpush_known_field known,
	struct sp_span name, struct sp_span value)
{
	bool done, again = php_seatpush_field_is_single(known) && (writing->seen & 1U << known);
	zend_string *why;

	if (!sp_http_field_name_valid(name)) {
		return php_seatpush_field_left_out(
			sp_span("?"), "its name is no token (RFC 9110 section 5.1)");
	}
	if (!sp_http_field_value_valid(value)) {
		return php_seatpush_field_left_out(name, "its value holds control characters");
	}
	if (again) {
		return php_seatpush_field_left_out(name, "it is there twice; the first one counts");
	}
	if (known == SEATPUSH_FIELD_NONE) {
		return sp_http_put_field(writing->out, name, value);
	}
	writing->seen |= 1U << known;
	why = php_seatpush_field_objection(writing->rules, known, value);
	if (why != NULL) {
		php_seatpush_field_left_out(name, ZSTR_VAL(why));
		zend_string_release(why);
		return true;
	}
	note(writing, known, value);
	return put_own(writing, known, name, value, &done) &&
		   (done || sp_http_put_field(writing->out, name, value));
}

/* null is no field; an object would call user code, which may change the array. */
static bool put_value(
	struct writing *writing, enum php_seatpush_known_field known, struct sp_span name, zval *value)
{
	zend_string *text;
	bool done;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		return put_text(writing, known, name, php_seatpush_span(Z_STR_P(value)));
	}
	if (Z_TYPE_P(value) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(value) > IS_STRING) {
		return php_seatpush_field_left_out(name, "its value is no string");
	}
	text = zval_get_string(value);
	done = put_text(writing, known, name, php_seatpush_span(text));
	zend_string_release(text);
	return done;
}

static bool put_values(struct writing *writing, struct sp_span name, zval *value)
{
	enum php_seatpush_known_field known = php_seatpush_known_field_of(name);
	zval *entry;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return put_value(writing, known, name, value);
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), entry) {
		if (!put_value(writing, known, name, entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool php_seatpush_put_fields(struct sp_buf *out, zval *fields,
	const struct php_seatpush_field_rules *rules, struct php_seatpush_fields_said *said)
{
	HashTable *array = php_seatpush_array_of(fields);
	struct writing writing = {out, rules, said, 0};
	bool plain = rules->kind == SEATPUSH_ANSWER_PLAIN;
	char digits[MAX_LENGTH_OF_LONG];
	zend_ulong number;
	zend_string *key;
	zval *value;

	*said = (struct php_seatpush_fields_said){0};
	if (array != NULL) {
		ZEND_HASH_FOREACH_KEY_VAL(array, number, key, value)
		{
			if (!put_values(&writing, name_of(key, number, digits), value)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return (!plain || said->server || sp_buf_puts(out, "Server: SeatPush\r\n")) &&
		   (!plain || said->type || sp_buf_puts(out, "Content-Type: text/html\r\n"));
}

/* A field that was put into the array by hand and cannot be sent is not announced either. */
static bool is_announced(struct sp_span name, const zval *value)
{
	return Z_TYPE_P(value) != IS_NULL && sp_http_field_name_valid(name) &&
		   !php_seatpush_field_is_of_head(name);
}

bool php_seatpush_put_announcement(struct sp_buf *out, zval *trailers)
{
	HashTable *array = php_seatpush_array_of(trailers);
	char digits[MAX_LENGTH_OF_LONG];
	const char *before = "Trailer: ";
	struct sp_span name;
	zend_ulong number;
	zend_string *key;
	zval *value;

	if (array == NULL) {
		return true;
	}
	ZEND_HASH_FOREACH_KEY_VAL(array, number, key, value)
	{
		ZVAL_DEREF(value);
		name = name_of(key, number, digits);
		if (!is_announced(name, value)) {
			continue;
		}
		if (!sp_buf_puts(out, before) || !sp_buf_append(out, name.data, name.len)) {
			return false;
		}
		before = ", ";
	}
	ZEND_HASH_FOREACH_END();
	return *before == 'T' || sp_buf_puts(out, "\r\n");
}

static bool put_lines(struct sp_buf *out, zval *cookies)
{
	static const struct php_seatpush_field_rules plain = {.kind = SEATPUSH_ANSWER_PLAIN};
	struct php_seatpush_fields_said said = {0};
	struct writing writing = {out, &plain, &said, 0};

	return put_values(&writing, sp_span("Set-Cookie"), cookies);
}

bool php_seatpush_put_cookies(struct sp_buf *out, zval *cookies)
{
	return php_seatpush_array_of(cookies) == NULL || put_lines(out, cookies);
}

static bool put_options_of(struct sp_buf *out, zval *value)
{
	struct sp_span list, option;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_STRING ||
		!php_seatpush_field_is_list(php_seatpush_span(Z_STR_P(value)))) {
		return true; /* it was left out */
	}
	list = php_seatpush_span(Z_STR_P(value));
	while (sp_http_list_next(&list, &option)) {
		if (!sp_span_equals_nocase(option, "close") &&
			!sp_span_equals_nocase(option, "keep-alive") &&
			!(sp_buf_puts(out, ", ") && sp_buf_append(out, option.data, option.len))) {
			return false;
		}
	}
	return true;
}

bool php_seatpush_put_options(struct sp_buf *out, zval *fields)
{
	zval *value = find(php_seatpush_array_of(fields), "Connection");
	zval *entry;

	if (Z_TYPE_P(value) != IS_ARRAY) {
		return put_options_of(out, value);
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), entry) {
		if (!put_options_of(out, entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
