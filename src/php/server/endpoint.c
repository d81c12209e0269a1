/* SPDX-License-Identifier: MIT */
#include "php/server/endpoint.h"

#include "zend_exceptions.h"

#include "net/server/server.h"
#include "php/engine/errors.h"

#define PORT_MAX 65535

struct sp_listener *php_seatpush_endpoint_open(struct php_seatpush_endpoint *endpoint,
	struct sp_server *net, zend_string *host, zend_long port, zend_long type)
{
	struct sp_error error = {0};

	if (type & SP_SOCK_SSL) {
		php_seatpush_throw_text(
			"TLS (SSL) is not in this version: listen without it and put nginx or "
			"another proxy in front");
		return NULL;
	}
	if (type != SP_SOCK_TCP && type != SP_SOCK_TCP6 && type != SP_SOCK_UNIX) {
		php_seatpush_throw_text("socket type " ZEND_LONG_FMT
								" is not served: use Server::SOCK_TCP, "
								"SOCK_TCP6 or SOCK_UNIX",
			type);
		return NULL;
	}
	if (port < 0 || port > PORT_MAX) {
		zend_argument_value_error(2, "must be from 0 to %d", PORT_MAX);
		return NULL;
	}
	endpoint->listener = sp_server_listen(net, ZSTR_VAL(host), (int) port, (int) type, &error);
	if (endpoint->listener == NULL) {
		php_seatpush_throw(&error);
		return NULL;
	}
	endpoint->listener->owner = endpoint;
	return endpoint->listener;
}

static void merge(zval *setting, HashTable *given)
{
	zend_string *name;
	zval *value;

	if (Z_TYPE_P(setting) != IS_ARRAY) {
		return;
	}
	SEPARATE_ARRAY(setting);
	ZEND_HASH_FOREACH_STR_KEY_VAL (given, name, value) {
		if (name != NULL) {
			Z_TRY_ADDREF_P(value);
			zend_hash_update(Z_ARRVAL_P(setting), name, value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

bool php_seatpush_endpoint_set(
	struct php_seatpush_endpoint *endpoint, zval *setting, HashTable *given, bool of_port)
{
	if (!php_seatpush_options_set(&endpoint->options, given, of_port)) {
		return false;
	}
	ZVAL_DEREF(setting);
	merge(setting, given);
	return true;
}

bool php_seatpush_endpoint_on(struct php_seatpush_endpoint *endpoint, zend_string *event,
	zval *callable, const zend_fcall_info_cache *fcc, bool of_port)
{
	int which = php_seatpush_event_find(event, of_port);

	if (which < 0) {
		return false;
	}
	php_seatpush_callback_fini(&endpoint->callbacks.of[which]);
	php_seatpush_callback_init(&endpoint->callbacks.of[which], callable, fcc);
	return true;
}

void php_seatpush_endpoint_get_callback(
	struct php_seatpush_endpoint *endpoint, zend_string *event, bool of_port, zval *return_value)
{
	int which = php_seatpush_event_find(event, of_port);

	if (which >= 0 && php_seatpush_callback_is_set(&endpoint->callbacks.of[which])) {
		ZVAL_COPY(return_value, &endpoint->callbacks.of[which].callable);
	}
}
