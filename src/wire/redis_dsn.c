/* SPDX-License-Identifier: MIT */
#include "wire/redis_dsn.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "wire/decimal.h"
#include "wire/http_chars.h"

#define PORT_MAX 65535
#define DATABASE_MAX 1000000

/* strndup(3) is not available everywhere. NULL: out of memory. */
static char *copy_of(const char *text, size_t len)
{
	char *copy = malloc(len + 1);

	if (copy != NULL) {
		memcpy(copy, text, len);
		copy[len] = '\0';
	}
	return copy;
}

static bool wrong(struct sp_error *error, const char *what)
{
	sp_error_set(error, EINVAL,
		"%s; a Redis address is redis://[user:password@]host[:port][/database] (rediss:// for TLS) or "
		"unix:///path[?db=database]",
		what);
	return false;
}

static bool no_memory(struct sp_error *error)
{
	sp_error_set(error, ENOMEM, "out of memory");
	return false;
}

/* A decimal number from 0 to max. */
static bool number(struct sp_span text, int max, int *out)
{
	uint64_t value;

	if (!sp_decimal(text, (uint64_t) max, &value)) {
		return false;
	}
	*out = (int) value;
	return true;
}

/* A copy without percent-encoding; NULL: out of memory. An encoded NUL ends it. */
static char *decoded(struct sp_span text)
{
	char *out = malloc(text.len + 1);
	size_t len = 0, i;

	for (i = 0; out != NULL && i < text.len; i++) {
		int high = i + 2 < text.len ? sp_http_hex_value(text.data[i + 1]) : -1;
		int low = i + 2 < text.len ? sp_http_hex_value(text.data[i + 2]) : -1;

		if (text.data[i] == '%' && high >= 0 && low >= 0) {
			out[len++] = (char) (high << 4 | low);
			i += 2;
		} else {
			out[len++] = text.data[i];
		}
	}
	if (out != NULL) {
		out[len] = '\0';
	}
	return out;
}

static bool read_login(struct sp_redis_dsn *dsn, struct sp_span login)
{
	const char *colon = memchr(login.data, ':', login.len);
	size_t user_len = colon ? (size_t) (colon - login.data) : 0;
	struct sp_span password = {colon ? colon + 1 : login.data, 0};

	password.len = login.len - (size_t) (password.data - login.data);
	if (user_len > 0) {
		dsn->user = decoded((struct sp_span){login.data, user_len});
		if (dsn->user == NULL) {
			return false;
		}
	}
	dsn->password = decoded(password);
	return dsn->password != NULL;
}

static bool read_unix(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error)
{
	const char *query = strchr(text, '?');
	size_t len = query ? (size_t) (query - text) : strlen(text);

	if (len < 2 || text[0] != '/') {
		return wrong(error, "the path of the socket is missing");
	}
	if (query != NULL && (strncmp(query, "?db=", 4) != 0 ||
							 !number(sp_span(query + 4), DATABASE_MAX, &dsn->database))) {
		return wrong(error, "what follows the path is not ?db=number");
	}
	dsn->path = copy_of(text, len);
	return dsn->path != NULL || no_memory(error);
}

/* host[:port]; an IPv6 host stands in brackets. */
static bool read_host(struct sp_redis_dsn *dsn, struct sp_span text, struct sp_error *error)
{
	struct sp_span host = text, port = {"", 0};
	const char *end;

	if (text.len > 0 && text.data[0] == '[') {
		end = memchr(text.data, ']', text.len);
		if (end == NULL) {
			return wrong(error, "the bracket of the address is not closed");
		}
		host = (struct sp_span){text.data + 1, (size_t) (end - text.data) - 1};
		end++;
	} else {
		end = memchr(text.data, ':', text.len);
		end = end ? end : text.data + text.len;
		host.len = (size_t) (end - text.data);
	}
	port = (struct sp_span){end, text.len - (size_t) (end - text.data)};
	if (host.len == 0) {
		return wrong(error, "the host is missing");
	}
	if (memchr(host.data, '?', host.len) != NULL) {
		return wrong(error, "only rediss:// takes settings after a ?");
	}
	dsn->port = SP_REDIS_PORT;
	if (port.len > 0 &&
		(port.data[0] != ':' ||
			!number((struct sp_span){port.data + 1, port.len - 1}, PORT_MAX, &dsn->port) ||
			dsn->port == 0)) {
		return wrong(error, "the port is not a number from 1 to 65535");
	}
	dsn->host = copy_of(host.data, host.len);
	return dsn->host != NULL || no_memory(error);
}

static bool read_tcp(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error)
{
	const char *end = text + strlen(text);
	const char *at = strrchr(text, '@');
	const char *slash = strchr(at ? at : text, '/');
	const char *host = at ? at + 1 : text;

	if (slash != NULL && slash + 1 < end &&
		!number(sp_span(slash + 1), DATABASE_MAX, &dsn->database)) {
		return wrong(error, "the database is not a number");
	}
	if (at != NULL && !read_login(dsn, (struct sp_span){text, (size_t) (at - text)})) {
		return no_memory(error);
	}
	end = slash ? slash : end;
	return read_host(dsn, (struct sp_span){host, (size_t) (end - host)}, error);
}

/* One of cafile=..., cert=..., key=..., verify=no. False: *error says why. */
static bool read_setting(struct sp_redis_dsn *dsn, struct sp_span text, struct sp_error *error)
{
	static const char no[] = "verify=no";
	struct {
		const char *name;
		char **to;
	} files[] = {{"cafile=", &dsn->cafile}, {"cert=", &dsn->cert}, {"key=", &dsn->key}};
	size_t i, len;

	if (text.len == sizeof(no) - 1 && memcmp(text.data, no, text.len) == 0) {
		dsn->insecure = true;
		return true;
	}
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		len = strlen(files[i].name);
		if (text.len > len && memcmp(text.data, files[i].name, len) == 0 && *files[i].to == NULL) {
			*files[i].to = decoded((struct sp_span){text.data + len, text.len - len});
			return *files[i].to != NULL || no_memory(error);
		}
	}
	sp_error_set(error, EINVAL,
		"unknown setting after ?: use cafile=FILE, cert=FILE, key=FILE or verify=no, joined by &");
	return false;
}

static bool read_tls(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error)
{
	const char *query = strchr(text, '?');
	char *address = query != NULL ? copy_of(text, (size_t) (query - text)) : NULL;
	bool ok;

	dsn->tls = true;
	if (query == NULL) {
		return read_tcp(dsn, text, error);
	}
	ok = address != NULL ? read_tcp(dsn, address, error) : no_memory(error);
	free(address);
	while (ok && query != NULL) {
		const char *end = strchr(query + 1, '&');
		size_t len = end != NULL ? (size_t) (end - query) - 1 : strlen(query + 1);

		ok = read_setting(dsn, (struct sp_span){query + 1, len}, error);
		query = end;
	}
	if (ok && dsn->key != NULL && dsn->cert == NULL) {
		sp_error_set(error, EINVAL, "there is a key= without its cert=");
		ok = false;
	}
	return ok;
}

static bool read_any(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error)
{
	static const char tcp[] = "redis://", local[] = "unix://", tls[] = "rediss://";

	if (strncmp(text, tls, sizeof(tls) - 1) == 0) {
		return read_tls(dsn, text + sizeof(tls) - 1, error);
	}
	if (strncmp(text, local, sizeof(local) - 1) == 0) {
		return read_unix(dsn, text + sizeof(local) - 1, error);
	}
	if (strncmp(text, tcp, sizeof(tcp) - 1) == 0) {
		return read_tcp(dsn, text + sizeof(tcp) - 1, error);
	}
	return wrong(error, "it does not begin with redis://, rediss:// or unix://");
}

bool sp_redis_dsn_parse(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error)
{
	memset(dsn, 0, sizeof(*dsn));
	if (read_any(dsn, text, error)) {
		return true;
	}
	sp_redis_dsn_fini(dsn);
	return false;
}

void sp_redis_dsn_fini(struct sp_redis_dsn *dsn)
{
	free(dsn->host);
	free(dsn->path);
	free(dsn->user);
	free(dsn->password);
	free(dsn->cafile);
	free(dsn->cert);
	free(dsn->key);
	memset(dsn, 0, sizeof(*dsn));
}
