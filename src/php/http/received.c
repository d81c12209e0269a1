/* SPDX-License-Identifier: MIT */
#include "php/http/received.h"

#include "ext/standard/url.h"

#include "net/conn/listener.h"
#include "php/engine/compat.h"
#include "php/http/form.h"
#include "wire/http_request.h"

/* Keys of $server, in their order in that array. */
enum server_key {
	KEY_QUERY_STRING,
	KEY_REQUEST_METHOD,
	KEY_REQUEST_URI,
	KEY_PATH_INFO,
	KEY_REQUEST_TIME,
	KEY_REQUEST_TIME_FLOAT,
	KEY_SERVER_PROTOCOL,
	KEY_SERVER_PORT,
	KEY_SERVER_ADDR,
	KEY_REMOTE_PORT,
	KEY_REMOTE_ADDR,
	KEY_MASTER_TIME,
	KEYS,
};

/* Created and hashed once, since every request has them. */
static zend_string *keys[KEYS];
static zend_string *protocols[2]; /* by the minor version */
static zend_string *get;          /* the method of most */

/* The same bytes in the copy of the head. */
static struct sp_span moved(
	struct sp_span span, const struct sp_request *request, const zend_string *head)
{
	return (struct sp_span){
		ZSTR_VAL(head) + (span.data - request->head_bytes.data), span.len};
}

void php_seatpush_received_init(
	struct php_seatpush_received *out, struct sp_conn *conn, const struct sp_request *request)
{
	const struct sp_http_head *head = request->head;
	struct sp_span body = request->body;

	out->head = zend_string_init(request->head_bytes.data, request->head_bytes.len, 0);
	out->body = body.len > 0 ? zend_string_init(body.data, body.len, 0) : NULL;
	out->method = moved(head->method, request, out->head);
	out->path = moved(head->path, request, out->head);
	out->query = moved(head->query, request, out->head);
	out->minor_version = head->minor_version;
	clock_gettime(CLOCK_REALTIME, &out->at);
	out->peer = sp_conn_peer_name(conn);
	if (conn->family != AF_UNIX) {
		out->own = sp_conn_local(conn);
	}
	out->own_port = conn->listener->port;
}

void php_seatpush_received_fini(struct php_seatpush_received *received)
{
	if (received->head != NULL) {
		zend_string_release(received->head);
	}
	if (received->body != NULL) {
		zend_string_release(received->body);
	}
}

zend_string *php_seatpush_received_method(const struct php_seatpush_received *received)
{
	return sp_span_equals(received->method, "GET")
			   ? get
			   : zend_string_init_fast(received->method.data, received->method.len);
}

/* Takes the head apart once more: it was valid before, and its spans would take more memory than
 * its bytes. */
static void read_head(const struct php_seatpush_received *received, struct sp_http_head *head)
{
	struct sp_http_refusal refusal;
	size_t scanned = 0, len;

	if (sp_http_head_parse(ZSTR_VAL(received->head), ZSTR_LEN(received->head),
			ZSTR_LEN(received->head), &scanned, head, &len, &refusal) != SP_HTTP_DONE) {
		head->field_count = 0;
	}
}

static zend_string *lower(struct sp_span name)
{
	zend_string *text = zend_string_alloc(name.len, 0);

	zend_str_tolower_copy(ZSTR_VAL(text), name.data, name.len);
	return text;
}

/* A field that appears again is joined to the first one (RFC 9110 §5.3). */
static void join(zval *first, struct sp_span value, const char *separator)
{
	zend_string *joined = zend_string_concat3(
		Z_STRVAL_P(first), Z_STRLEN_P(first), separator, strlen(separator), value.data, value.len);

	zval_ptr_dtor(first);
	ZVAL_STR(first, joined);
}

/* A name that is a number becomes an integer key, as in any PHP array. */
static void add_field(HashTable *array, const struct sp_http_field *field)
{
	zend_string *name = lower(field->name);
	zend_ulong number;
	bool numeric = ZEND_HANDLE_NUMERIC(name, number);
	zval *before = numeric ? zend_hash_index_find(array, number) : zend_hash_find(array, name);
	zval value;

	if (before != NULL) {
		join(before, field->value, zend_string_equals_literal(name, "cookie") ? "; " : ", ");
	} else {
		ZVAL_STRINGL_FAST(&value, field->value.data, field->value.len);
		if (numeric) {
			zend_hash_index_add_new(array, number, &value);
		} else {
			zend_hash_add_new(array, name, &value);
		}
	}
	zend_string_release(name);
}

void php_seatpush_received_header(zval *out, const struct php_seatpush_received *received)
{
	struct sp_http_head head;

	read_head(received, &head);
	array_init_size(out, (uint32_t) head.field_count);
	for (size_t i = 0; i < head.field_count; i++) {
		add_field(Z_ARRVAL_P(out), &head.fields[i]);
	}
}

void php_seatpush_received_cookie(zval *out, const struct php_seatpush_received *received)
{
	struct sp_http_head head;
	zval text;

	read_head(received, &head);
	ZVAL_UNDEF(&text);
	for (size_t i = 0; i < head.field_count; i++) {
		if (!sp_span_equals_nocase(head.fields[i].name, "cookie")) {
			continue;
		}
		if (Z_ISUNDEF(text)) {
			ZVAL_STRINGL(&text, head.fields[i].value.data, head.fields[i].value.len);
		} else {
			join(&text, head.fields[i].value, "; ");
		}
	}
	if (Z_ISUNDEF(text)) {
		ZVAL_NULL(out);
	} else {
		php_seatpush_form_cookies(out, Z_STR(text));
		zval_ptr_dtor(&text);
	}
}

/* Takes the text. */
static void add_string(zval *array, enum server_key key, zend_string *text)
{
	zval value;

	ZVAL_STR(&value, text);
	zend_hash_add_new(Z_ARRVAL_P(array), keys[key], &value);
}

static void add_span(zval *array, enum server_key key, struct sp_span span)
{
	add_string(array, key, zend_string_init_fast(span.data, span.len));
}

static void add_long(zval *array, enum server_key key, zend_long number)
{
	zval value;

	ZVAL_LONG(&value, number);
	zend_hash_add_new(Z_ARRVAL_P(array), keys[key], &value);
}

static void add_double(zval *array, enum server_key key, double number)
{
	zval value;

	ZVAL_DOUBLE(&value, number);
	zend_hash_add_new(Z_ARRVAL_P(array), keys[key], &value);
}

static void add_address(zval *array, enum server_key key, const uint8_t *bytes, size_t len)
{
	char text[SP_ADDRESS_TEXT];

	sp_address_text(bytes, len, text);
	add_span(array, key, sp_span(text));
}

/* The path as received, and decoded: the same string unless there is something to decode. */
static void add_path(zval *array, struct sp_span path)
{
	zend_string *raw = zend_string_init_fast(path.data, path.len);
	zend_string *decoded;

	add_string(array, KEY_REQUEST_URI, raw);
	if (memchr(path.data, '%', path.len) == NULL) {
		decoded = zend_string_copy(raw);
	} else {
		decoded = zend_string_init(path.data, path.len, 0);
		ZSTR_LEN(decoded) = php_raw_url_decode(ZSTR_VAL(decoded), ZSTR_LEN(decoded));
	}
	add_string(array, KEY_PATH_INFO, decoded);
}

void php_seatpush_received_server(zval *out, const struct php_seatpush_received *received)
{
	const struct timespec *at = &received->at;
	const struct sp_peer_name *peer = &received->peer;

	array_init_size(out, KEYS);
	zend_hash_real_init_mixed(Z_ARRVAL_P(out));
	if (received->query.len > 0) {
		add_span(out, KEY_QUERY_STRING, received->query);
	}
	add_string(out, KEY_REQUEST_METHOD, php_seatpush_received_method(received));
	add_path(out, received->path);
	add_long(out, KEY_REQUEST_TIME, (zend_long) at->tv_sec);
	add_double(out, KEY_REQUEST_TIME_FLOAT, (double) at->tv_sec + (double) at->tv_nsec / 1e9);
	add_string(out, KEY_SERVER_PROTOCOL, protocols[received->minor_version != 0]);
	add_long(out, KEY_SERVER_PORT, received->own_port);
	add_address(out, KEY_SERVER_ADDR, received->own.bytes, received->own.len);
	add_long(out, KEY_REMOTE_PORT, peer->port);
	add_address(out, KEY_REMOTE_ADDR, peer->addr, sp_addr_len(peer->family));
	add_long(out, KEY_MASTER_TIME, (zend_long) at->tv_sec);
}

static zend_string *intern(const char *text)
{
	return zend_string_init_interned(text, strlen(text), 1);
}

void php_seatpush_received_startup(void)
{
	static const char *const names[KEYS] = {"query_string", "request_method", "request_uri",
		"path_info", "request_time", "request_time_float", "server_protocol", "server_port",
		"server_addr", "remote_port", "remote_addr", "master_time"};

	for (int i = 0; i < KEYS; i++) {
		keys[i] = intern(names[i]);
	}
	protocols[0] = intern("HTTP/1.0");
	protocols[1] = intern("HTTP/1.1");
	get = intern("GET");
}
