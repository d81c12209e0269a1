/* SPDX-License-Identifier: MIT */
/*
 * Where a Redis is and how to log in, as one text:
 * redis://[[user]:password@]host[:port][/database]; the same with rediss:// for TLS, optionally
 * followed by ?cafile=FILE&cert=FILE&key=FILE&verify=no; or unix:///path/of/socket[?db=database].
 * User, password and files may be percent-encoded.
 */
#ifndef SP_WIRE_REDIS_DSN_H
#define SP_WIRE_REDIS_DSN_H

#include <stdbool.h>

#include "base/error.h"

#define SP_REDIS_PORT 6379
#define SP_REDIS_STANDARD_DSN "redis://127.0.0.1:6379"

struct sp_redis_dsn {
	char *host; /* each owned, or NULL; host is NULL for a unix socket */
	char *path;
	char *user;
	char *password;
	char *cafile; /* PEM files */
	char *cert;
	char *key;
	int port;
	int database;
	bool tls;
	bool insecure; /* the certificate is not checked */
};

/* False: *error says what is wrong, without the password; *dsn is zeroed. */
bool sp_redis_dsn_parse(struct sp_redis_dsn *dsn, const char *text, struct sp_error *error);

void sp_redis_dsn_fini(struct sp_redis_dsn *dsn);

#endif
