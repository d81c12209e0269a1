/* SPDX-License-Identifier: MIT */
#include "php/server/endpoint.h"

#include "zend_exceptions.h"

#include "net/server/server.h"
#include "php/engine/errors.h"

#define PORT_MAX 65535

/* The host and the port that a text such as "ws://localhost:9501/" or "localhost:9501" means. */
static bool split_host(const char *text, const char **host, int *len, const char **port)
{
	const char *scheme = strstr(text, "://");
	const char *end;

	*host = scheme != NULL ? scheme + 3 : text;
	if (**host == '[' && (end = strchr(*host, ']')) != NULL) {
		*len = (int) (end++ - ++*host);
	} else {
		end = *host + strcspn(*host, ":/");
		*len = (int) (end - *host);
	}
	*port = *end == ':' ? end + 1 : "";
	/* More colons without brackets are an IPv6 address. */
	return *len > 0 &&
		   (scheme != NULL || (**port != '\0' && strspn(*port, "0123456789") == strlen(*port)));
}

/* Names the mistakes that a failing look-up would hide. False: an exception was thrown. */
static bool check_host(const char *text, zend_long port)
{
	const char *host, *number;
	int len;

	if (*text != '\0' && port == 0 && strspn(text, "0123456789") == strlen(text)) {
		zend_argument_value_error(1,
			"must be an address or a name, and \"%s\" is a port: that comes second, "
			"('127.0.0.1', %s)",
			text, text);
	} else if (split_host(text, &host, &len, &number)) {
		int number_len = (int) strspn(number, "0123456789");

		zend_argument_value_error(1,
			"must be an address or a name alone, and \"%s\" is more: the port comes second, "
			"('%.*s', %.*s)",
			text, len, host, number_len > 0 ? number_len : 4, number_len > 0 ? number : "9501");
	} else if (*text == '/') {
		zend_argument_value_error(1,
			"must be an address or a name; a unix socket such as \"%s\" needs the type SOCK_UNIX",
			text);
	} else {
		return true;
	}
	return false;
}

struct sp_listener *php_seatpush_endpoint_open(struct php_seatpush_endpoint *endpoint,
	struct sp_server *net, zend_string *host, zend_long port, zend_long type)
{
	struct sp_error error = {0};

	zend_long family = type & ~(zend_long) SP_SOCK_SSL;

	if (family != SP_SOCK_TCP && family != SP_SOCK_TCP6 && family != SP_SOCK_UNIX) {
		php_seatpush_throw_text("socket type " ZEND_LONG_FMT
								" is not served: use Server::SOCK_TCP, "
								"SOCK_TCP6 or SOCK_UNIX, with | Server::SSL for TLS",
			type);
		return NULL;
	}
	if (port < 0 || port > PORT_MAX) {
		zend_argument_value_error(2, "must be from 0 to %d", PORT_MAX);
		return NULL;
	}
	if (family != SP_SOCK_UNIX && !check_host(ZSTR_VAL(host), port)) {
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

zval *php_seatpush_array_in(zval *property)
{
	ZVAL_DEREF(property);
	if (Z_TYPE_P(property) <= IS_NULL) {
		array_init(property);
	} else if (Z_TYPE_P(property) != IS_ARRAY) {
		return NULL;
	}
	SEPARATE_ARRAY(property);
	return property;
}

static void merge(zval *setting, HashTable *given)
{
	zend_string *name;
	zval *value;

	if (setting == NULL) {
		return;
	}
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
	merge(php_seatpush_array_in(setting), given);
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
