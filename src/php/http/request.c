/* SPDX-License-Identifier: MIT */
/*
 * The class Request. Its arrays are made when they are first looked at, since most scripts look at
 * few of them. Properties for what a request lacks stay null, as scripts expect.
 */
#include "php/http/request.h"

#include "net/server/server.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/http/form.h"
#include "php/http/received.h"
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

struct request {
	struct php_seatpush_received received;
	zval uploads;     /* names of temporary files, an array; null or undefined: none */
	unsigned pending; /* properties that are not made yet, a bit each: their slots are undefined */
	bool offers;      /* subprotocols, for an upgrade */
	zend_object std;
};

static zend_object_handlers handlers;

static struct request *request_of(zend_object *object)
{
	return (struct request *) ((char *) object - offsetof(struct request, std));
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

/* The property is made when somebody looks at it: until then its slot is undefined, which makes the
 * engine call the handlers below. */
static void put_off(struct request *request, enum request_property property)
{
	request->pending |= 1U << property;
	ZVAL_UNDEF(OBJ_PROP_NUM(&request->std, property));
}

static void make(struct request *request, enum request_property property)
{
	const struct php_seatpush_received *received = &request->received;
	zval *place = OBJ_PROP_NUM(&request->std, property);
	zend_string *body = received->body;

	if (!(request->pending & 1U << property)) {
		return;
	}
	request->pending &= ~(1U << property);
	switch (property) {
	case REQUEST_HEADER:
		php_seatpush_received_header(place, received);
		break;
	case REQUEST_SERVER:
		php_seatpush_received_server(place, received);
		break;
	case REQUEST_COOKIE:
		php_seatpush_received_cookie(place, received);
		break;
	case REQUEST_GET:
		php_seatpush_form_fields(place, received->query);
		break;
	case REQUEST_POST:
		php_seatpush_form_fields(place, (struct sp_span){ZSTR_VAL(body), ZSTR_LEN(body)});
		break;
	case REQUEST_FD:
	case REQUEST_STREAM_ID:
	case REQUEST_FILES:
	case REQUEST_TMPFILES:
		break; /* never put off */
	}
}

static void make_all(struct request *request)
{
	for (unsigned i = 0; request->pending != 0; i++) {
		make(request, (enum request_property) i);
	}
}

/* A multipart body is read at once, since its files are written to the disk. */
static void read_form(struct request *made, const struct sp_request *request,
	const struct php_seatpush_settings *settings)
{
	const struct sp_span *type = sp_http_head_find(request->head, "content-type");
	zval *post = OBJ_PROP_NUM(&made->std, REQUEST_POST);
	struct php_seatpush_upload_limits limits = {
		settings->upload_tmp_dir, (zend_long) settings->upload_max_filesize};
	zval *tmp_names = OBJ_PROP_NUM(&made->std, REQUEST_TMPFILES);

	if (settings->http_parse_post && is_of_type(type, "application/x-www-form-urlencoded")) {
		put_off(made, REQUEST_POST);
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

void php_seatpush_request_new(zval *out, struct sp_conn *conn, const struct sp_request *request)
{
	const struct php_seatpush_settings *settings =
		&php_seatpush_endpoint_of(conn)->options.settings;
	struct request *made;

	object_init_ex(out, seatpush_ce_Request);
	made = request_of(Z_OBJ_P(out));
	php_seatpush_received_init(&made->received, conn, request);
	ZVAL_LONG(OBJ_PROP_NUM(&made->std, REQUEST_FD), conn->member.id);
	put_off(made, REQUEST_HEADER);
	put_off(made, REQUEST_SERVER);
	if (made->received.query.len > 0) {
		put_off(made, REQUEST_GET);
	}
	if (settings->http_parse_cookie) {
		put_off(made, REQUEST_COOKIE);
	}
	if (made->received.body != NULL) {
		read_form(made, request, settings);
	}
	made->offers = request->head->upgrade_websocket &&
				   sp_http_head_find(request->head, "Sec-WebSocket-Protocol") != NULL;
}

zend_string *php_seatpush_request_offered(zval *request)
{
	struct request *made = Z_TYPE_P(request) == IS_OBJECT ? request_of(Z_OBJ_P(request)) : NULL;
	zval *header, *offered;

	if (made == NULL || (!made->offers && (made->pending & 1U << REQUEST_HEADER))) {
		return NULL;
	}
	make(made, REQUEST_HEADER);
	header = OBJ_PROP_NUM(&made->std, REQUEST_HEADER);
	ZVAL_DEREF(header);
	if (Z_TYPE_P(header) != IS_ARRAY) {
		return NULL;
	}
	offered = zend_hash_str_find(Z_ARRVAL_P(header), ZEND_STRL("sec-websocket-protocol"));
	return offered != NULL && Z_TYPE_P(offered) == IS_STRING ? Z_STR_P(offered) : NULL;
}

SEATPUSH_METHOD(Request, rawContent)
{
	const struct php_seatpush_received *received = &request_of(Z_OBJ_P(ZEND_THIS))->received;

	ZEND_PARSE_PARAMETERS_NONE();
	if (received->body == NULL) {
		RETURN_EMPTY_STRING();
	}
	RETURN_STR_COPY(received->body);
}

SEATPUSH_METHOD(Request, getData)
{
	const struct php_seatpush_received *received = &request_of(Z_OBJ_P(ZEND_THIS))->received;
	const zend_string *body = received->body;

	ZEND_PARSE_PARAMETERS_NONE();
	if (received->head == NULL) {
		RETURN_FALSE;
	}
	RETURN_STR(zend_string_concat2(ZSTR_VAL(received->head), ZSTR_LEN(received->head),
		body ? ZSTR_VAL(body) : "", body ? ZSTR_LEN(body) : 0));
}

SEATPUSH_METHOD(Request, getMethod)
{
	const struct php_seatpush_received *received = &request_of(Z_OBJ_P(ZEND_THIS))->received;

	ZEND_PARSE_PARAMETERS_NONE();
	if (received->head == NULL) {
		RETURN_FALSE;
	}
	RETURN_STR(php_seatpush_received_method(received));
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

/* Makes the property that a script is about to look at. With one that is not declared, all are
 * made: it brings a table of all properties, which the engine may read without asking us. Returns
 * the cache that the engine may use: none for such a property, since with one it makes that table
 * by itself the next time. */
static void **look(zend_object *object, zend_string *name, void **cache_slot)
{
	struct request *request = request_of(object);
	const zend_property_info *info;

	if (object->ce != seatpush_ce_Request) {
		return cache_slot; /* a script has made it, so all is there */
	}
	info = zend_hash_find_ptr(&seatpush_ce_Request->properties_info, name);
	if (info == NULL) {
		make_all(request);
		return NULL;
	}
	make(request, (enum request_property) OBJ_PROP_TO_NUM(info->offset));
	return cache_slot;
}

static zval *read_property(
	zend_object *object, zend_string *name, int type, void **cache_slot, zval *value)
{
	return zend_std_read_property(object, name, type, look(object, name, cache_slot), value);
}

static zval *write_property(zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	return zend_std_write_property(object, name, value, look(object, name, cache_slot));
}

static int has_property(zend_object *object, zend_string *name, int what, void **cache_slot)
{
	return zend_std_has_property(object, name, what, look(object, name, cache_slot));
}

static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	zend_std_unset_property(object, name, look(object, name, cache_slot));
}

static zval *get_property_ptr_ptr(
	zend_object *object, zend_string *name, int type, void **cache_slot)
{
	return zend_std_get_property_ptr_ptr(object, name, type, look(object, name, cache_slot));
}

static HashTable *get_properties(zend_object *object)
{
	make_all(request_of(object));
	return zend_std_get_properties(object);
}

static int compare(zval *one, zval *other)
{
	zval *both[] = {one, other};

	for (size_t i = 0; i < 2; i++) {
		if (Z_TYPE_P(both[i]) == IS_OBJECT && Z_OBJ_HT_P(both[i]) == &handlers) {
			make_all(request_of(Z_OBJ_P(both[i])));
		}
	}
	return zend_std_compare_objects(one, other);
}

/* The engine's own would ask get_properties(), and a collection is no time to make anything. */
static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	*table = object->properties != NULL ? NULL : object->properties_table;
	*count = object->properties != NULL ? 0 : object->ce->default_properties_count;
	return object->properties;
}

static void free_object(zend_object *object)
{
	struct request *request = request_of(object);

	php_seatpush_received_fini(&request->received);
	if (Z_TYPE(request->uploads) == IS_ARRAY) {
		php_seatpush_form_unlink(Z_ARRVAL(request->uploads));
	}
	zval_ptr_dtor(&request->uploads);
	zend_object_std_dtor(object);
}

void php_seatpush_request_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct request, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	handlers.read_property = read_property;
	handlers.write_property = write_property;
	handlers.has_property = has_property;
	handlers.unset_property = unset_property;
	handlers.get_property_ptr_ptr = get_property_ptr_ptr;
	handlers.get_properties = get_properties;
	handlers.get_gc = get_gc;
	handlers.compare = compare;
}
