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

/* $server without values, which are filled into a copy: a hash made only once. [0]: without a query
 * string. */
static HashTable blanks[2];

static zend_string *protocols[2]; /* by the minor version */
static zend_string *get;          /* the method of most */

/* The same bytes in the copy of the head. */
static struct sp_span moved(
	struct sp_span span, const struct sp_request *request, const zend_string *head)
{
	return (struct sp_span){ZSTR_VAL(head) + (span.data - request->head_bytes.data), span.len};
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

static zend_string *address_text(const uint8_t *bytes, size_t len)
{
	char text[SP_ADDRESS_TEXT];
	size_t text_len = sp_address_text(bytes, len, text);

	return zend_string_init_fast(text, text_len);
}

/* The path as received, and decoded: the same string unless there is something to decode. */
static void put_path(zval *raw, zval *decoded, struct sp_span path)
{
	ZVAL_STR(raw, zend_string_init_fast(path.data, path.len));
	if (memchr(path.data, '%', path.len) == NULL) {
		ZVAL_COPY(decoded, raw);
	} else {
		ZVAL_STRINGL(decoded, path.data, path.len);
		Z_STRLEN_P(decoded) = php_raw_url_decode(Z_STRVAL_P(decoded), Z_STRLEN_P(decoded));
	}
}

void php_seatpush_received_server(zval *out, const struct php_seatpush_received *received)
{
	const struct timespec *at = &received->at;
	const struct sp_peer_name *peer = &received->peer;
	bool query = received->query.len > 0;
	size_t skipped = query ? 0 : 1;
	Bucket *of;

	ZVAL_ARR(out, zend_array_dup(&blanks[query]));
	of = Z_ARRVAL_P(out)->arData;
	if (query) {
		ZVAL_STR(&of[KEY_QUERY_STRING].val,
			zend_string_init_fast(received->query.data, received->query.len));
	}
	ZVAL_STR(&of[KEY_REQUEST_METHOD - skipped].val, php_seatpush_received_method(received));
	put_path(&of[KEY_REQUEST_URI - skipped].val, &of[KEY_PATH_INFO - skipped].val, received->path);
	ZVAL_LONG(&of[KEY_REQUEST_TIME - skipped].val, (zend_long) at->tv_sec);
	ZVAL_DOUBLE(&of[KEY_REQUEST_TIME_FLOAT - skipped].val,
		(double) at->tv_sec + (double) at->tv_nsec / 1e9);
	ZVAL_INTERNED_STR(
		&of[KEY_SERVER_PROTOCOL - skipped].val, protocols[received->minor_version != 0]);
	ZVAL_LONG(&of[KEY_SERVER_PORT - skipped].val, received->own_port);
	ZVAL_STR(
		&of[KEY_SERVER_ADDR - skipped].val, address_text(received->own.bytes, received->own.len));
	ZVAL_LONG(&of[KEY_REMOTE_PORT - skipped].val, peer->port);
	ZVAL_STR(
		&of[KEY_REMOTE_ADDR - skipped].val, address_text(peer->addr, sp_addr_len(peer->family)));
	ZVAL_LONG(&of[KEY_MASTER_TIME - skipped].val, (zend_long) at->tv_sec);
}

static zend_string *intern(const char *text)
{
	return zend_string_init_interned(text, strlen(text), 1);
}

static void make_blank(HashTable *blank, int from)
{
	static const char *const names[KEYS] = {"query_string", "request_method", "request_uri",
		"path_info", "request_time", "request_time_float", "server_protocol", "server_port",
		"server_addr", "remote_port", "remote_addr", "master_time"};

	zval none;

	ZVAL_NULL(&none);
	zend_hash_init(blank, KEYS, NULL, NULL, 1);
	for (int i = from; i < KEYS; i++) {
		zend_hash_add_new(blank, intern(names[i]), &none);
	}
	GC_ADD_FLAGS(blank, IS_ARRAY_IMMUTABLE); /* the engine copies such an array in one piece */
}

void php_seatpush_received_startup(void)
{
	make_blank(&blanks[0], KEY_REQUEST_METHOD);
	make_blank(&blanks[1], KEY_QUERY_STRING);
	protocols[0] = intern("HTTP/1.0");
	protocols[1] = intern("HTTP/1.1");
	get = intern("GET");
}

void php_seatpush_received_shutdown(void)
{
	zend_hash_destroy(&blanks[0]);
	zend_hash_destroy(&blanks[1]);
}
