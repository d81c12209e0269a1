/* SPDX-License-Identifier: MIT */
/*
 * The class Response. It names its exchange by the connection's id and the request's number, so
 * a late answer finds its own request or nothing.
 */
#include "php/http/response.h"

#include <unistd.h>

#include "zend_exceptions.h"

#include "net/server/server.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/forked.h"
#include "php/engine/misuse.h"
#include "php/engine/text.h"
#include "php/http/answer.h"
#include "php/http/fields.h"
#include "php/http/file.h"
#include "php/http/forgotten.h"
#include "php/http/page.h"
#include "php/http/media_types.h"
#include "php/http/subprotocol.h"
#include "php/server/object.h"
#include "wire/http_response.h"
#include "wire/http_target.h"

#define STATUS_MIN 200
#define STATUS_MAX 599

struct response {
	struct php_seatpush_answer answer;
	zend_object std;
};

enum response_property { RESPONSE_FD, RESPONSE_HEADER, RESPONSE_COOKIE, RESPONSE_TRAILER };

static zend_object_handlers handlers;

static struct response *response_of(zend_object *object)
{
	return (struct response *) ((char *) object - offsetof(struct response, std));
}

static struct response *this_response(zval *object)
{
	return response_of(Z_OBJ_P(object));
}

void php_seatpush_response_new(zval *out, const struct sp_conn *conn)
{
	struct response *response;

	object_init_ex(out, seatpush_ce_Response);
	response = response_of(Z_OBJ_P(out));
	response->answer.id = conn->member.id;
	response->answer.request_no = conn->request_no;
	response->answer.over = false;
	ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(out), RESPONSE_FD), conn->member.id);
}

void php_seatpush_response_of_request(
	zval *out, const struct sp_conn *conn, const struct sp_request *request)
{
	php_seatpush_response_new(out, conn);
	if (sp_http_head_find(request->head, "Origin") != NULL) {
		response_of(Z_OBJ_P(out))->answer.page = php_seatpush_page_new(request->head);
	}
}

void php_seatpush_response_of_upgrade(
	zval *out, const struct sp_conn *conn, enum php_seatpush_answer_kind kind, zend_string *offered)
{
	php_seatpush_response_new(out, conn);
	response_of(Z_OBJ_P(out))->answer.rules = (struct php_seatpush_field_rules){
		kind, offered != NULL ? zend_string_copy(offered) : NULL, conn->deflate_offer};
}

bool php_seatpush_response_has_begun(zend_object *object)
{
	const struct php_seatpush_answer *answer = &response_of(object)->answer;

	return answer->over || answer->begun;
}

bool php_seatpush_response_take_fields(zend_object *object, struct sp_buf *out, bool *subprotocol)
{
	struct php_seatpush_answer *answer = &response_of(object)->answer;
	struct php_seatpush_fields_said said;
	bool put;

	answer->over = true;
	put = php_seatpush_put_fields(out, answer->fields, &answer->rules, &said) &&
		  php_seatpush_put_cookies(out, answer->cookies);
	*subprotocol = said.subprotocol;
	return put;
}

struct php_seatpush_answer *php_seatpush_response_answer(zend_object *object)
{
	return &response_of(object)->answer;
}

static void header(INTERNAL_FUNCTION_PARAMETERS)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *key, *text = NULL;
	HashTable *list = NULL;
	bool format = true;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(key)
		Z_PARAM_ARRAY_HT_OR_STR(list, text)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(format)
	ZEND_PARSE_PARAMETERS_END();

	if (response->answer.over || response->answer.begun) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	RETURN_BOOL(php_seatpush_set_field(
		response->answer.fields, &response->answer.rules, key, text, list, format));
}

SEATPUSH_METHOD(Response, header)
{
	header(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Response, trailer)
{
	static const struct php_seatpush_field_rules rules = {.kind = SEATPUSH_ANSWER_TRAILER};
	struct response *response = this_response(ZEND_THIS);
	const struct sp_conn *conn;
	zend_string *key, *value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(key)
		Z_PARAM_STR(value)
	ZEND_PARSE_PARAMETERS_END();

	conn = php_seatpush_answer_conn(&response->answer);
	if (conn == NULL || !php_seatpush_answer_can_trail(&response->answer, conn) ||
		php_seatpush_fields_length(response->answer.fields) >= 0) {
		RETURN_FALSE;
	}
	RETURN_BOOL(php_seatpush_set_field(response->answer.trailers, &rules, key, value, NULL, true));
}

static bool is_handshake(const struct response *response)
{
	const struct sp_conn *conn = php_seatpush_answer_conn(&response->answer);

	return conn != NULL && (conn->flags & SP_CONN_HANDSHAKE);
}

SEATPUSH_METHOD(Response, status)
{
	struct response *response = this_response(ZEND_THIS);
	zend_long code;
	zend_string *reason = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(code)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if ((code < STATUS_MIN && !(code == SEATPUSH_STATUS_SWITCHING && is_handshake(response))) ||
		code > STATUS_MAX) {
		php_seatpush_misuse(1,
			"must be from %d to %d, or %d in a Handshake callback: other lower codes are interim "
			"responses (RFC 9110 section 15.2)",
			STATUS_MIN, STATUS_MAX, SEATPUSH_STATUS_SWITCHING);
		RETURN_FALSE;
	}
	if (reason != NULL && !sp_http_field_value_valid(php_seatpush_span(reason))) {
		php_seatpush_misuse(2, "must not hold control characters");
		RETURN_FALSE;
	}
	if (response->answer.over || response->answer.begun) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	response->answer.status = code;
	if (response->answer.reason != NULL) {
		zend_string_release(response->answer.reason);
	}
	response->answer.reason =
		reason != NULL && ZSTR_LEN(reason) > 0 ? zend_string_copy(reason) : NULL;
	RETURN_TRUE;
}

SEATPUSH_METHOD(Response, initHeader)
{
	struct response *response = this_response(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (response->answer.over || response->answer.begun) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	php_seatpush_need_array(response->answer.fields);
	php_seatpush_need_array(response->answer.cookies);
	php_seatpush_need_array(response->answer.trailers);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Response, write)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *content;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(content)
	ZEND_PARSE_PARAMETERS_END();

	RETVAL_BOOL(php_seatpush_answer_write(&response->answer, ZSTR_VAL(content), ZSTR_LEN(content)));
}

SEATPUSH_METHOD(Response, end)
{
	struct php_seatpush_answer *answer = &this_response(ZEND_THIS)->answer;
	zend_string *content = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(content)
	ZEND_PARSE_PARAMETERS_END();

	if (answer->status == SEATPUSH_STATUS_SWITCHING) {
		php_seatpush_answer_check_upgrade(answer);
	}
	RETURN_BOOL(php_seatpush_answer_end(
		answer, content ? ZSTR_VAL(content) : "", content ? ZSTR_LEN(content) : 0));
}

/* A Content-Type that the script has set stays. */
static void name_type(struct response *response, const zend_string *path)
{
	if (!php_seatpush_fields_have(response->answer.fields, "Content-Type")) {
		php_seatpush_answer_set(&response->answer, "Content-Type", php_seatpush_media_type(path));
	}
}

SEATPUSH_METHOD(Response, sendfile)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *path;
	zend_long offset = 0, length = 0;
	int64_t size;
	int fd;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_PATH_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(offset)
		Z_PARAM_LONG(length)
	ZEND_PARSE_PARAMETERS_END();

	if (response->answer.begun || php_seatpush_answer_conn(&response->answer) == NULL) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	fd = php_seatpush_file_open(ZSTR_VAL(path), &size);
	if (fd < 0) {
		RETURN_FALSE;
	}
	if (offset < 0 || offset > size || length < 0 || length > size - offset) {
		close(fd);
		php_seatpush_misuse(offset < 0 || offset > size ? 2 : 3,
			"must lie within the file, which has " ZEND_LONG_FMT " bytes", (zend_long) size);
		RETURN_FALSE;
	}
	name_type(response, path);
	RETURN_BOOL(php_seatpush_answer_file(
		&response->answer, fd, offset, length > 0 ? length : size - offset));
}

/* Clients differ in what they make of a Location that is no ASCII, so it is encoded as browsers
 * encode what is typed. False: out of memory. */
static bool set_location(struct response *response, const zend_string *location)
{
	struct sp_buf encoded = {0};
	bool set = sp_http_put_reference(&encoded, php_seatpush_span(location));

	if (set) {
		php_seatpush_answer_set(
			&response->answer, "Location", (struct sp_span){encoded.data, encoded.len});
	}
	sp_buf_fini(&encoded);
	return set;
}

SEATPUSH_METHOD(Response, redirect)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *location;
	zend_long code = 302;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(location)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(code)
	ZEND_PARSE_PARAMETERS_END();

	if (code < 300 || code > 399) {
		php_seatpush_misuse(2, "must be a redirection, from 300 to 399");
		RETURN_FALSE;
	}
	if (!sp_http_field_value_valid(php_seatpush_span(location))) {
		php_seatpush_misuse(1, "must not hold control characters");
		RETURN_FALSE;
	}
	if (php_seatpush_answer_conn(&response->answer) == NULL || response->answer.begun ||
		!set_location(response, location)) {
		RETURN_FALSE;
	}
	response->answer.status = code;
	RETURN_BOOL(php_seatpush_answer_end(&response->answer, "", 0));
}

SEATPUSH_METHOD(Response, isWritable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(php_seatpush_answer_conn(&this_response(ZEND_THIS)->answer) != NULL);
}

SEATPUSH_METHOD(Response, detach)
{
	struct response *response = this_response(ZEND_THIS);
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_NONE();
	conn = response->answer.begun ? NULL : php_seatpush_answer_conn(&response->answer);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	conn->flags |= SP_CONN_DETACHED;
	response->answer.over = true;
	php_seatpush_subprotocol_keep(conn, response->answer.rules.offered);
	RETURN_TRUE;
}

/* Reads the id that create() was asked for: $fd, or $server and $fd, or [$server, $request]. False:
 * an exception was thrown. */
static bool wanted(zval *given, zend_long second, zend_long *fd)
{
	zval *one, none;

	if (Z_TYPE_P(given) == IS_OBJECT) {
		*fd = second;
		return true;
	}
	if (Z_TYPE_P(given) != IS_ARRAY) {
		if (zend_parse_arg_long(given, fd, NULL, false, 1)) {
			return true;
		}
		if (EG(exception) == NULL) {
			zend_argument_type_error(
				1, "must be of type object|array|int, %s given", zend_zval_type_name(given));
		}
		return false;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(given), one) {
		ZVAL_DEREF(one);
		if (Z_TYPE_P(one) == IS_OBJECT &&
			instanceof_function(Z_OBJCE_P(one), seatpush_ce_Request)) {
			*fd = zval_get_long(zend_read_property(
				seatpush_ce_Request, Z_OBJ_P(one), ZEND_STRL("fd"), true, &none));
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	php_seatpush_misuse(1, "must hold the server and a Request");
	return false;
}

SEATPUSH_METHOD(Response, create)
{
	zval *given;
	zend_long second = -1, fd;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(second)
	ZEND_PARSE_PARAMETERS_END();

	if (!wanted(given, second, &fd)) {
		RETURN_FALSE;
	}
	conn = SEATPUSH_G(server) != NULL ? php_seatpush_find_open(SEATPUSH_G(server), fd) : NULL;
	if (conn == NULL || conn->state != SP_CONN_ANSWER || !(conn->flags & SP_CONN_DETACHED)) {
		RETURN_FALSE;
	}
	conn->flags &= (uint32_t) ~SP_CONN_DETACHED;
	php_seatpush_response_new(return_value, conn);
	response_of(Z_OBJ_P(return_value))->answer.rules = (struct php_seatpush_field_rules){
		conn->flags & SP_CONN_HANDSHAKE ? SEATPUSH_ANSWER_OWN_101 : SEATPUSH_ANSWER_PLAIN,
		php_seatpush_subprotocol_kept(conn), conn->deflate_offer};
}

static zend_object *create(zend_class_entry *ce)
{
	struct response *response = zend_object_alloc(sizeof(*response), ce);

	memset(response, 0, offsetof(struct response, std));
	response->answer.status = 200;
	response->answer.over = true; /* until it belongs to a request */
	response->answer.length = -1;
	zend_object_std_init(&response->std, ce);
	object_properties_init(&response->std, ce);
	response->answer.fields = OBJ_PROP_NUM(&response->std, RESPONSE_HEADER);
	response->answer.cookies = OBJ_PROP_NUM(&response->std, RESPONSE_COOKIE);
	response->answer.trailers = OBJ_PROP_NUM(&response->std, RESPONSE_TRAILER);
	response->std.handlers = &handlers;
	return &response->std;
}

/* unset($response->header) means that no field is set: null, as before the first header(). */
static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	zend_property_info *info = zend_hash_find_ptr(&seatpush_ce_Response->properties_info, name);
	zval old, *place;

	if (info == NULL || !ZEND_TYPE_ALLOW_NULL(info->type)) {
		zend_std_unset_property(object, name, cache_slot);
		return;
	}
	place = OBJ_PROP(object, info->offset);
	ZVAL_COPY_VALUE(&old, place);
	ZVAL_NULL(place);
	if (Z_ISREF(old) && ZEND_REF_HAS_TYPE_SOURCES(Z_REF(old))) {
		ZEND_REF_DEL_TYPE_SOURCE(Z_REF(old), info);
	}
	zval_ptr_dtor(&old);
}

static void free_object(zend_object *object)
{
	struct response *response = response_of(object);

	if (!response->answer.over && !php_seatpush_forked()) {
		php_seatpush_answer_unended(&response->answer);
		php_seatpush_answer_abandon(&response->answer);
	}
	php_seatpush_encode_stop(&response->answer.encoding);
	if (response->answer.reason != NULL) {
		zend_string_release(response->answer.reason);
	}
	if (response->answer.rules.offered != NULL) {
		zend_string_release(response->answer.rules.offered);
	}
	php_seatpush_page_free(response->answer.page);
	zend_object_std_dtor(object);
}

void php_seatpush_response_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct response, std);
	handlers.free_obj = free_object;
	handlers.unset_property = unset_property;
	handlers.clone_obj = NULL;
}
