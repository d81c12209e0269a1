/* SPDX-License-Identifier: MIT */
/*
 * The class Cookie, and the methods of Response that take one. What is given to a Cookie is checked
 * at once, so that the line that names the mistake is the one that made it.
 */
#include "php/http/cookie.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/http/answer.h"
#include "php/http/cookies.h"
#include "php/http/response.h"

struct cookie_object {
	struct php_seatpush_cookie cookie; /* no text is NULL; all are owned */
	bool refused; /* it was given what it may not contain, and that was a warning */
	zend_object std;
};

static zend_object_handlers handlers;

static struct cookie_object *object_of(zend_object *object)
{
	return (struct cookie_object *) ((char *) object - offsetof(struct cookie_object, std));
}

static struct php_seatpush_cookie *this_cookie(const zval *this)
{
	return &object_of(Z_OBJ_P(this))->cookie;
}

static void set_defaults(struct php_seatpush_cookie *cookie)
{
	*cookie = (struct php_seatpush_cookie){
		.name = ZSTR_EMPTY_ALLOC(),
		.value = ZSTR_EMPTY_ALLOC(),
		.path = ZSTR_EMPTY_ALLOC(),
		.domain = ZSTR_EMPTY_ALLOC(),
		.samesite = ZSTR_EMPTY_ALLOC(),
		.priority = ZSTR_EMPTY_ALLOC(),
		.encode = true,
	};
}

static void release(struct php_seatpush_cookie *cookie)
{
	zend_string_release(cookie->name);
	zend_string_release(cookie->value);
	zend_string_release(cookie->path);
	zend_string_release(cookie->domain);
	zend_string_release(cookie->samesite);
	zend_string_release(cookie->priority);
}

static void put(zend_string **place, zend_string *text)
{
	zend_string_release(*place);
	*place = zend_string_copy(text);
}

/* What it has been given, checked; borrowed. NULL: see php_seatpush_misuse(). */
static const struct php_seatpush_cookie *complete(zend_object *object)
{
	const struct php_seatpush_cookie *cookie = &object_of(object)->cookie;

	if (object_of(object)->refused) {
		php_seatpush_misuse(0,
			"The Cookie was given what it may not contain, as a warning has said: correct that, or "
			"use reset()");
		return NULL;
	}
	if (ZSTR_LEN(cookie->name) == 0) {
		php_seatpush_misuse(0, "The Cookie has no name: call withName() first");
		return NULL;
	}
	return cookie;
}

/* What with...() returns. With Swoole's names it cannot be false, since calls are chained: then
 * nothing is sent. */
static void return_this(zval *this, bool taken, zval *return_value)
{
	if (EG(exception) == NULL) {
		object_of(Z_OBJ_P(this))->refused |= !taken;
		RETVAL_OBJ_COPY(Z_OBJ_P(this));
	}
}

SEATPUSH_METHOD(Cookie, __construct)
{
	bool encode = true;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(encode)
	ZEND_PARSE_PARAMETERS_END();
	if (!encode && ZSTR_LEN(this_cookie(ZEND_THIS)->value) > 0) {
		php_seatpush_misuse(
			1, "can be false only before withValue(), which checks what will not be encoded");
		return;
	}
	this_cookie(ZEND_THIS)->encode = encode;
}

SEATPUSH_METHOD(Cookie, withName)
{
	zend_string *name;
	bool taken;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	taken = php_seatpush_check_cookie_name(name, 1);
	if (taken) {
		put(&this_cookie(ZEND_THIS)->name, name);
	}
	return_this(ZEND_THIS, taken, return_value);
}

SEATPUSH_METHOD(Cookie, withValue)
{
	struct php_seatpush_cookie *cookie = this_cookie(ZEND_THIS);
	zend_string *value = ZSTR_EMPTY_ALLOC();
	bool taken;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(value)
	ZEND_PARSE_PARAMETERS_END();

	taken = cookie->encode || php_seatpush_check_cookie_value(value, 1);
	if (taken) {
		put(&cookie->value, value);
	}
	return_this(ZEND_THIS, taken, return_value);
}

SEATPUSH_METHOD(Cookie, withExpires)
{
	zend_long expires = 0;
	bool taken;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(expires)
	ZEND_PARSE_PARAMETERS_END();

	taken = php_seatpush_check_cookie_expires(expires, 1);
	if (taken) {
		this_cookie(ZEND_THIS)->expires = expires;
	}
	return_this(ZEND_THIS, taken, return_value);
}

static void set_attribute(
	INTERNAL_FUNCTION_PARAMETERS, zend_string **place, const char *default_text)
{
	zend_string *text = NULL;
	bool taken;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(text)
	ZEND_PARSE_PARAMETERS_END();

	taken = text == NULL || php_seatpush_check_cookie_attribute(text, 1);
	if (taken) {
		zend_string_release(*place);
		*place = text != NULL ? zend_string_copy(text)
							  : zend_string_init(default_text, strlen(default_text), 0);
	}
	return_this(ZEND_THIS, taken, return_value);
}

SEATPUSH_METHOD(Cookie, withPath)
{
	set_attribute(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->path, "/");
}

SEATPUSH_METHOD(Cookie, withDomain)
{
	set_attribute(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->domain, "");
}

SEATPUSH_METHOD(Cookie, withSameSite)
{
	set_attribute(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->samesite, "");
}

SEATPUSH_METHOD(Cookie, withPriority)
{
	set_attribute(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->priority, "");
}

static void set_flag(INTERNAL_FUNCTION_PARAMETERS, bool *place)
{
	bool flag = false;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(flag)
	ZEND_PARSE_PARAMETERS_END();
	*place = flag;
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

SEATPUSH_METHOD(Cookie, withSecure)
{
	set_flag(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->secure);
}

SEATPUSH_METHOD(Cookie, withHttpOnly)
{
	set_flag(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->httponly);
}

SEATPUSH_METHOD(Cookie, withPartitioned)
{
	set_flag(INTERNAL_FUNCTION_PARAM_PASSTHRU, &this_cookie(ZEND_THIS)->partitioned);
}

SEATPUSH_METHOD(Cookie, toString)
{
	const struct php_seatpush_cookie *cookie;

	ZEND_PARSE_PARAMETERS_NONE();
	cookie = complete(Z_OBJ_P(ZEND_THIS));
	if (cookie == NULL) {
		RETURN_FALSE;
	}
	RETURN_STR(php_seatpush_cookie_line(cookie));
}

SEATPUSH_METHOD(Cookie, toArray)
{
	const struct php_seatpush_cookie *cookie = this_cookie(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	add_assoc_str(return_value, "name", zend_string_copy(cookie->name));
	add_assoc_str(return_value, "value", zend_string_copy(cookie->value));
	add_assoc_str(return_value, "path", zend_string_copy(cookie->path));
	add_assoc_str(return_value, "domain", zend_string_copy(cookie->domain));
	add_assoc_str(return_value, "sameSite", zend_string_copy(cookie->samesite));
	add_assoc_str(return_value, "priority", zend_string_copy(cookie->priority));
	add_assoc_bool(return_value, "encode", cookie->encode);
	add_assoc_long(return_value, "expires", cookie->expires);
	add_assoc_bool(return_value, "secure", cookie->secure);
	add_assoc_bool(return_value, "httpOnly", cookie->httponly);
	add_assoc_bool(return_value, "partitioned", cookie->partitioned);
}

SEATPUSH_METHOD(Cookie, reset)
{
	ZEND_PARSE_PARAMETERS_NONE();
	release(this_cookie(ZEND_THIS));
	set_defaults(this_cookie(ZEND_THIS));
	object_of(Z_OBJ_P(ZEND_THIS))->refused = false;
}

static void set_cookie(INTERNAL_FUNCTION_PARAMETERS, bool encode)
{
	struct php_seatpush_answer *answer = php_seatpush_response_answer(Z_OBJ_P(ZEND_THIS));
	struct php_seatpush_cookie given = {.encode = encode};
	const struct php_seatpush_cookie *cookie = &given;
	zend_object *object = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 10)
		Z_PARAM_OBJ_OF_CLASS_OR_STR(object, seatpush_ce_Cookie, given.name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(given.value)
		Z_PARAM_LONG(given.expires)
		Z_PARAM_STR(given.path)
		Z_PARAM_STR(given.domain)
		Z_PARAM_BOOL(given.secure)
		Z_PARAM_BOOL(given.httponly)
		Z_PARAM_STR(given.samesite)
		Z_PARAM_STR(given.priority)
		Z_PARAM_BOOL(given.partitioned)
	ZEND_PARSE_PARAMETERS_END();

	if (answer->over || answer->begun) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	if (object != NULL) {
		cookie = complete(object);
	} else if (!php_seatpush_check_cookie(&given)) {
		cookie = NULL;
	}
	if (cookie == NULL) {
		RETURN_FALSE;
	}
	php_seatpush_set_cookie(answer->cookies, cookie);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Response, cookie)
{
	set_cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

SEATPUSH_METHOD(Response, rawcookie)
{
	set_cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

static zend_object *create(zend_class_entry *ce)
{
	struct cookie_object *object = zend_object_alloc(sizeof(*object), ce);

	set_defaults(&object->cookie);
	object->refused = false;
	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &handlers;
	return &object->std;
}

static zend_object *clone_object(zend_object *from)
{
	zend_object *to = create(from->ce);
	struct php_seatpush_cookie *cookie = &object_of(to)->cookie;

	*cookie = object_of(from)->cookie;
	object_of(to)->refused = object_of(from)->refused;
	zend_string_addref(cookie->name);
	zend_string_addref(cookie->value);
	zend_string_addref(cookie->path);
	zend_string_addref(cookie->domain);
	zend_string_addref(cookie->samesite);
	zend_string_addref(cookie->priority);
	zend_objects_clone_members(to, from);
	return to;
}

static void free_object(zend_object *object)
{
	release(&object_of(object)->cookie);
	zend_object_std_dtor(object);
}

void php_seatpush_cookie_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct cookie_object, std);
	handlers.clone_obj = clone_object;
	handlers.free_obj = free_object;
}
