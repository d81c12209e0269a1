/* SPDX-License-Identifier: MIT */
/*
 * Addresses of a Redis.
 */
#include <string.h>

#include "check.h"
#include "wire/redis_dsn.h"

static struct sp_redis_dsn dsn;
static struct sp_error error;

static bool parsed(const char *text)
{
	sp_redis_dsn_fini(&dsn);
	return sp_redis_dsn_parse(&dsn, text, &error);
}

static bool same(const char *is, const char *wanted)
{
	return is == NULL || wanted == NULL ? is == wanted : strcmp(is, wanted) == 0;
}

static bool tcp(
	const char *text, const char *user, const char *password, const char *host, int port, int db)
{
	return parsed(text) && same(dsn.user, user) && same(dsn.password, password) &&
		   same(dsn.host, host) && dsn.path == NULL && dsn.port == port && dsn.database == db;
}

static void hosts(void)
{
	ok(tcp("redis://a", NULL, NULL, "a", 6379, 0), "a host");
	ok(tcp("redis://a.example:1/", NULL, NULL, "a.example", 1, 0), "a port");
	ok(tcp("redis://10.0.0.1:65535/15", NULL, NULL, "10.0.0.1", 65535, 15), "a database");
	ok(tcp("redis://[::1]:7/2", NULL, NULL, "::1", 7, 2) &&
			tcp("redis://[::1]", NULL, NULL, "::1", 6379, 0),
		"IPv6");
	sp_redis_dsn_fini(&dsn);
}

static void logins(void)
{
	ok(tcp("redis://:pw@a", NULL, "pw", "a", 6379, 0), "a password");
	ok(tcp("redis://pw@a", NULL, "pw", "a", 6379, 0), "a password alone");
	ok(tcp("redis://me:pw@a:1/2", "me", "pw", "a", 1, 2), "user and password");
	ok(tcp("redis://m%40e:p%2f%3A%25@a", "m@e", "p/:%", "a", 6379, 0), "percent-encoded");
	ok(tcp("redis://:p@w@a", NULL, "p@w", "a", 6379, 0), "the last @ counts");
	ok(tcp("redis://:p%4@a", NULL, "p%4", "a", 6379, 0), "half an encoding is not decoded");
	sp_redis_dsn_fini(&dsn);
}

static void sockets(void)
{
	ok(parsed("unix:///run/redis.sock") && same(dsn.path, "/run/redis.sock") && dsn.host == NULL &&
			dsn.database == 0,
		"a path");
	ok(parsed("unix:///r?db=3") && same(dsn.path, "/r") && dsn.database == 3, "with a database");
	sp_redis_dsn_fini(&dsn);
}

static void refused(void)
{
	static const char *const wrong[] = {"", "a", "redis:/a", "http://a", "redis://", "redis://:1",
		"redis://a:", "redis://a:0", "redis://a:65536", "redis://a:x", "redis://a:1x",
		"redis://a/x", "redis://a/1/2", "redis://[::1", "redis://[::1]x", "redis://x@", "unix://",
		"unix://relative", "unix:///", "unix:///r?x", "unix:///r?db=", "unix:///r?db=-1",
		"redis://a/99999999999999999999"};
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		ok(!parsed(wrong[i]) && error.text[0] != '\0' && dsn.host == NULL && dsn.path == NULL &&
				dsn.password == NULL,
			wrong[i]);
	}
	ok(parsed("rediss://:p%3F@a:7/2?cafile=/x%20y&cert=c&key=k&verify=no") && dsn.tls &&
			dsn.insecure && dsn.port == 7 && dsn.database == 2 && strcmp(dsn.cafile, "/x y") == 0 &&
			strcmp(dsn.cert, "c") == 0 && strcmp(dsn.key, "k") == 0 &&
			strcmp(dsn.password, "p?") == 0,
		"TLS and its files");
	ok(parsed("rediss://a") && dsn.tls && !dsn.insecure && dsn.cafile == NULL, "TLS without files");
	ok(!parsed("rediss://a?") && !parsed("rediss://a?verify=yes") && !parsed("rediss://a?key=k") &&
			!parsed("rediss://a?cafile=") && !parsed("rediss://a?cert=a&cert=b") &&
			!parsed("rediss://a?cert=a&") && !parsed("redis://a?verify=no"),
		"invalid settings");
	ok(!parsed("redis://:secret@a:x") && strstr(error.text, "secret") == NULL,
		"a password is not repeated");
}

int main(void)
{
	run(hosts);
	run(logins);
	run(sockets);
	run(refused);
	return check_end();
}
