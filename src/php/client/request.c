/* SPDX-License-Identifier: MIT */
#include "php/client/request.h"

#include "ext/standard/url.h"
#include "zend_smart_str.h"

#include "net/client/ws_client.h"
#include "wire/http_response.h"
#include "wire/http_target.h"
#include "php/engine/text.h"

#define PORT_PLAIN 80
#define PORT_TLS 443
#define HOST_MAX 253 /* RFC 1035 §2.3.4 */

enum argument { URL = 1, HEADERS, SUBPROTOCOLS };

/* Fields that the handshake itself sends. */
static const char *const reserved[] = {"Host", "Connection", "Upgrade", "Sec-WebSocket-Key",
	"Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Content-Length",
	"Transfer-Encoding"};

/* Visible ASCII (RFC 3986 §2). */
static bool is_plain(const zend_string *text)
{
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if (ZSTR_VAL(text)[i] <= ' ' || ZSTR_VAL(text)[i] >= 0x7f) {
			return false;
		}
	}
	return true;
}

static void read_target(struct php_seatpush_client_request *request, const php_url *url)
{
	smart_str target = {0};

	if (url->path == NULL) {
		smart_str_appendc(&target, '/');
	} else {
		smart_str_append(&target, url->path);
	}
	if (url->query != NULL) {
		smart_str_appendc(&target, '?');
		smart_str_append(&target, url->query);
	}
	smart_str_0(&target);
	request->target = target.s;
}

static void read_host(struct php_seatpush_client_request *request, const php_url *url)
{
	const char *host = ZSTR_VAL(url->host);
	size_t len = ZSTR_LEN(url->host);
	int standard = request->tls ? PORT_TLS : PORT_PLAIN;

	request->port = url->port != 0 ? url->port : standard;
	request->authority = request->port == standard
							 ? zend_string_copy(url->host)
							 : zend_strpprintf(0, "%s:%d", host, request->port);
	if (host[0] == '[' && len > 2 && host[len - 1] == ']') {
		host++;
		len -= 2;
	}
	request->host = zend_string_init(host, len, 0);
}

/* What is wrong with the URL; NULL: nothing. */
static const char *parts_of(
	struct php_seatpush_client_request *request, const php_url *url, bool has_port)
{
	if (url == NULL || url->scheme == NULL || url->host == NULL || ZSTR_LEN(url->host) == 0) {
		return "must be ws://host[:port][/path] or wss://host[:port][/path]";
	}
	request->tls = zend_string_equals_literal_ci(url->scheme, "wss");
	if (!request->tls && !zend_string_equals_literal_ci(url->scheme, "ws")) {
		return "must begin with ws:// or wss://";
	}
	if (url->user != NULL || url->pass != NULL) {
		return "must not contain a user; give a field instead: headers: ['Authorization' => ...]";
	}
	if (url->fragment != NULL) {
		return "must not contain a fragment (RFC 6455 section 3)";
	}
	if (has_port && url->port == 0) {
		return "must have a port from 1 to 65535, or none";
	}
	read_host(request, url);
	read_target(request, url);
	if (ZSTR_LEN(request->host) > HOST_MAX ||
		!sp_http_authority_valid(php_seatpush_span(request->authority))) {
		return "must have a host name or an address";
	}
	return ZSTR_LEN(request->target) > SP_WS_CLIENT_TARGET_MAX ? "must not be that long" : NULL;
}

static bool read_url(struct php_seatpush_client_request *request, const zend_string *text)
{
	php_url *url;
	bool has_port = false;
	const char *wrong;

	if (!is_plain(text)) {
		zend_argument_value_error(
			URL, "must be visible ASCII; other characters are percent-encoded (rawurlencode())");
		return false;
	}
	url = php_url_parse_ex2(ZSTR_VAL(text), ZSTR_LEN(text), &has_port);
	wrong = parts_of(request, url, has_port);
	if (url != NULL) {
		php_url_free(url);
	}
	if (wrong != NULL) {
		zend_argument_value_error(URL, "%s", wrong);
	}
	return wrong == NULL;
}

static bool is_reserved(const zend_string *name)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		if (sp_span_equals_nocase(php_seatpush_span(name), reserved[i])) {
			zend_argument_value_error(HEADERS,
				"must not contain %s, which belongs to the handshake (subprotocols have an argument)",
				reserved[i]);
			return true;
		}
	}
	return false;
}

static bool add_field(smart_str *fields, const zend_string *name, zval *value)
{
	zend_string *text;
	bool fits;

	if (name == NULL || !sp_http_field_name_valid(php_seatpush_span(name))) {
		zend_argument_value_error(
			HEADERS, "must have names of fields as keys: ['Cookie' => 'a=b']");
		return false;
	}
	if (is_reserved(name)) {
		return false;
	}
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY) {
		zend_argument_value_error(
			HEADERS, "must have strings as values (%s is an array)", ZSTR_VAL(name));
		return false;
	}
	text = zval_try_get_string(value);
	if (text == NULL) {
		return false;
	}
	fits = sp_http_field_value_valid(php_seatpush_span(text));
	if (fits) {
		smart_str_append(fields, (zend_string *) name);
		smart_str_appends(fields, ": ");
		smart_str_append(fields, text);
		smart_str_appends(fields, "\r\n");
	} else {
		zend_argument_value_error(
			HEADERS, "must not contain control characters (in %s)", ZSTR_VAL(name));
	}
	zend_string_release(text);
	return fits;
}

static bool read_headers(struct php_seatpush_client_request *request, HashTable *headers)
{
	smart_str fields = {0};
	zend_string *name;
	zval *value;
	bool ok = true;

	ZEND_HASH_FOREACH_STR_KEY_VAL (headers, name, value) {
		ok = ok && add_field(&fields, name, value);
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&fields);
	request->fields = fields.s;
	if (ok && fields.s != NULL && ZSTR_LEN(fields.s) > SP_WS_CLIENT_TARGET_MAX) {
		zend_argument_value_error(
			HEADERS, "must not be longer than %d bytes in all", SP_WS_CLIENT_TARGET_MAX);
		return false;
	}
	return ok;
}

static bool read_subprotocols(struct php_seatpush_client_request *request, HashTable *names)
{
	smart_str all = {0};
	zval *name;
	bool ok = true;

	ZEND_HASH_FOREACH_VAL (names, name) {
		ZVAL_DEREF(name);
		if (ok && (Z_TYPE_P(name) != IS_STRING ||
					  !sp_http_field_name_valid(php_seatpush_span(Z_STR_P(name))))) {
			zend_argument_value_error(SUBPROTOCOLS,
				"must be a list of tokens (RFC 6455 section 4.1): ['chat', 'v2.chat']");
			ok = false;
		} else if (ok) {
			smart_str_appends(&all, all.s != NULL ? ", " : "");
			smart_str_append(&all, Z_STR_P(name));
		}
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&all);
	request->subprotocols = all.s;
	if (ok && all.s != NULL && ZSTR_LEN(all.s) > SP_WS_CLIENT_TARGET_MAX / 8) {
		zend_argument_value_error(SUBPROTOCOLS, "must not be that long");
		return false;
	}
	return ok;
}

bool php_seatpush_client_request_init(struct php_seatpush_client_request *request,
	const zend_string *url, HashTable *headers, HashTable *subprotocols)
{
	memset(request, 0, sizeof(*request));
	return read_url(request, url) && (headers == NULL || read_headers(request, headers)) &&
		   (subprotocols == NULL || read_subprotocols(request, subprotocols));
}

static void release(zend_string *text)
{
	if (text != NULL) {
		zend_string_release(text);
	}
}

void php_seatpush_client_request_fini(struct php_seatpush_client_request *request)
{
	release(request->host);
	release(request->authority);
	release(request->target);
	release(request->fields);
	release(request->subprotocols);
}
