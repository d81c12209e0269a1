/* SPDX-License-Identifier: MIT */
/*
 * The class Request. Properties for what a request lacks stay null, as scripts expect.
 */
#include "php/http/request.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include "ext/standard/url.h"

#include "net/server/server.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/http/form.h"
#include "php/server/endpoint.h"

/* Positions of the declared properties, in the stub's order. */
enum request_property {
	REQUEST_FD,
	REQUEST_STREAM_ID,
	REQUEST_HEADER,
	REQUEST_SERVER,
	REQUEST_COOKIE,
	REQUEST_GET,
	REQUEST_FILES,
	REQUEST_POST,
	REQUEST_TMPFILES,
};

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

struct request {
	zend_string *head;   /* as received; owned */
	zend_string *body;   /* decoded; owned; NULL: none */
	zend_string *method; /* owned */
	zval uploads;        /* names of temporary files, an array; null or undefined: none */
	zend_object std;
};

static zend_object_handlers handlers;

static struct request *request_of(zval *object)
{
	return (struct request *) ((char *) Z_OBJ_P(object) - offsetof(struct request, std));
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
static void fill_header(zval *out, const struct sp_http_head *head)
{
	HashTable *array;

	array_init_size(out, (uint32_t) head->field_count);
	array = Z_ARRVAL_P(out);
	for (size_t i = 0; i < head->field_count; i++) {
		const struct sp_http_field *field = &head->fields[i];
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

static void add_local_address(zval *array, const struct sp_conn *conn)
{
	struct sockaddr_storage address;
	socklen_t len = sizeof(address);
	char text[INET6_ADDRSTRLEN] = "";

	if (conn->family != AF_UNIX &&
		getsockname(sp_conn_fd(conn), (struct sockaddr *) &address, &len) == 0) {
		const void *bytes = address.ss_family == AF_INET6
								? (const void *) &((struct sockaddr_in6 *) &address)->sin6_addr
								: (const void *) &((struct sockaddr_in *) &address)->sin_addr;

		inet_ntop(address.ss_family, bytes, text, sizeof(text));
	}
	add_span(array, KEY_SERVER_ADDR, sp_span(text));
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

static void fill_server(
	zval *out, const struct sp_conn *conn, const struct sp_http_head *head, zend_string *method)
{
	char peer[64];
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	sp_conn_peer(conn, peer, sizeof(peer));
	array_init_size(out, KEYS);
	if (head->query.len > 0) {
		add_span(out, KEY_QUERY_STRING, head->query);
	}
	add_string(out, KEY_REQUEST_METHOD, zend_string_copy(method));
	add_path(out, head->path);
	add_long(out, KEY_REQUEST_TIME, (zend_long) now.tv_sec);
	add_double(out, KEY_REQUEST_TIME_FLOAT, (double) now.tv_sec + (double) now.tv_nsec / 1e9);
	add_string(out, KEY_SERVER_PROTOCOL, zend_string_copy(protocols[head->minor_version != 0]));
	add_long(out, KEY_SERVER_PORT, conn->listener->port);
	add_local_address(out, conn);
	add_long(out, KEY_REMOTE_PORT, conn->peer_port);
	add_span(out, KEY_REMOTE_ADDR, sp_span(peer));
	add_long(out, KEY_MASTER_TIME, (zend_long) now.tv_sec);
}

/* True if the body has this media type; case and parameters do not matter (RFC 9110 §8.3.1). For
 * PHP a comma ends the type as well. */
static bool is_of_type(const struct sp_span *type, const char *wanted)
{
	size_t len = strlen(wanted);

	return type != NULL && type->len >= len &&
		   sp_span_equals_nocase((struct sp_span){type->data, len}, wanted) &&
		   (type->len == len || strchr(";, \t", type->data[len]) != NULL);
}

static void fill_form(struct request *made, const struct sp_request *request,
	const struct php_seatpush_settings *settings)
{
	const struct sp_span *type = sp_http_head_find(request->head, "content-type");
	zval *post = OBJ_PROP_NUM(&made->std, REQUEST_POST);
	struct php_seatpush_upload_limits limits = {
		settings->upload_tmp_dir, (zend_long) settings->upload_max_filesize};
	zval *tmp_names = OBJ_PROP_NUM(&made->std, REQUEST_TMPFILES);

	if (settings->http_parse_post && is_of_type(type, "application/x-www-form-urlencoded")) {
		php_seatpush_form_fields(post, request->body);
	} else if (settings->http_parse_files && is_of_type(type, "multipart/form-data")) {
		php_seatpush_form_multipart(post, OBJ_PROP_NUM(&made->std, REQUEST_FILES), tmp_names, *type,
			request->body, &limits);
		ZVAL_COPY(&made->uploads, tmp_names);
		if (!settings->http_parse_post) {
			zval_ptr_dtor(post);
			ZVAL_NULL(post);
		}
	}
}

void php_seatpush_request_new(
	zval *out, const struct sp_conn *conn, const struct sp_request *request)
{
	const struct sp_http_head *head = request->head;
	const struct php_seatpush_settings *settings =
		&php_seatpush_endpoint_of(conn)->options.settings;
	struct request *made;
	zend_object *object;
	zval *cookie;

	object_init_ex(out, seatpush_ce_Request);
	made = request_of(out);
	object = Z_OBJ_P(out);
	made->head = zend_string_init(request->head_bytes.data, request->head_bytes.len, 0);
	made->body =
		request->body.len ? zend_string_init(request->body.data, request->body.len, 0) : NULL;
	made->method = zend_string_init_fast(head->method.data, head->method.len);
	ZVAL_LONG(OBJ_PROP_NUM(object, REQUEST_FD), conn->member.id);
	fill_header(OBJ_PROP_NUM(object, REQUEST_HEADER), head);
	fill_server(OBJ_PROP_NUM(object, REQUEST_SERVER), conn, head, made->method);
	if (head->query.len > 0) {
		php_seatpush_form_fields(OBJ_PROP_NUM(object, REQUEST_GET), head->query);
	}
	if (made->body != NULL) {
		fill_form(made, request, settings);
	}
	cookie =
		zend_hash_str_find(Z_ARRVAL_P(OBJ_PROP_NUM(object, REQUEST_HEADER)), ZEND_STRL("cookie"));
	if (cookie != NULL && settings->http_parse_cookie) {
		php_seatpush_form_cookies(OBJ_PROP_NUM(object, REQUEST_COOKIE), Z_STR_P(cookie));
	}
}

zend_string *php_seatpush_request_offered(zval *request)
{
	zval *header =
		Z_TYPE_P(request) == IS_OBJECT ? OBJ_PROP_NUM(Z_OBJ_P(request), REQUEST_HEADER) : NULL;
	zval *offered;

	if (header != NULL) {
		ZVAL_DEREF(header);
	}
	if (header == NULL || Z_TYPE_P(header) != IS_ARRAY) {
		return NULL;
	}
	offered = zend_hash_str_find(Z_ARRVAL_P(header), ZEND_STRL("sec-websocket-protocol"));
	return offered != NULL && Z_TYPE_P(offered) == IS_STRING ? Z_STR_P(offered) : NULL;
}

SEATPUSH_METHOD(Request, rawContent)
{
	struct request *request = request_of(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (request->body == NULL) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR_COPY(request->body);
}

SEATPUSH_METHOD(Request, getData)
{
	struct request *request = request_of(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (request->head == NULL) {
		RETURN_FALSE;
	}
	RETURN_STR(zend_string_concat2(ZSTR_VAL(request->head), ZSTR_LEN(request->head),
		request->body ? ZSTR_VAL(request->body) : "", request->body ? ZSTR_LEN(request->body) : 0));
}

SEATPUSH_METHOD(Request, getMethod)
{
	struct request *request = request_of(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (request->method == NULL) {
		RETURN_FALSE;
	}
	RETURN_STR_COPY(request->method);
}

static zend_object *create(zend_class_entry *ce)
{
	struct request *request = zend_object_alloc(sizeof(*request), ce);

	memset(request, 0, offsetof(struct request, std));
	zend_object_std_init(&request->std, ce);
	object_properties_init(&request->std, ce);
	request->std.handlers = &handlers;
	return &request->std;
}

static void free_object(zend_object *object)
{
	struct request *request = (struct request *) ((char *) object - offsetof(struct request, std));
	zend_string *owned[] = {request->head, request->body, request->method};

	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++) {
		if (owned[i] != NULL) {
			zend_string_release(owned[i]);
		}
	}
	if (Z_TYPE(request->uploads) == IS_ARRAY) {
		php_seatpush_form_unlink(Z_ARRVAL(request->uploads));
	}
	zval_ptr_dtor(&request->uploads);
	zend_object_std_dtor(object);
}

static void intern_keys(void)
{
	static const char *const names[KEYS] = {"query_string", "request_method", "request_uri",
		"path_info", "request_time", "request_time_float", "server_protocol", "server_port",
		"server_addr", "remote_port", "remote_addr", "master_time"};

	for (int i = 0; i < KEYS; i++) {
		keys[i] = zend_string_init_interned(names[i], strlen(names[i]), 1);
	}
	protocols[0] = zend_string_init_interned(ZEND_STRL("HTTP/1.0"), 1);
	protocols[1] = zend_string_init_interned(ZEND_STRL("HTTP/1.1"), 1);
}

void php_seatpush_request_init_ce(zend_class_entry *ce)
{
	intern_keys();
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct request, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
