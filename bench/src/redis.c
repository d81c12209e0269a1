/* SPDX-License-Identifier: MIT */
#include "redis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "bench.h"
#include "child.h"
#include "clock.h"

struct redis {
	struct child child;
	char folder[32];
	char path[48];
};

static bool accepts(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool connected;

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	connected = fd >= 0 && connect(fd, (struct sockaddr *) &address, sizeof(address)) == 0;
	close(fd);
	return connected;
}

/* Waits up to ten seconds. */
static bool wait_until_listening(struct redis *redis)
{
	uint64_t deadline = clock_ns() + 10 * NS_PER_SECOND;

	while (clock_ns() < deadline && redis_alive(redis) && !bench_interrupted()) {
		if (accepts(redis->path)) {
			return true;
		}
		clock_sleep(5 * NS_PER_MS);
	}
	return false;
}

struct redis *redis_new(const char *log, int core)
{
	struct redis *redis = calloc(1, sizeof(*redis));
	char line[256], address[64];

	if (!redis) {
		return NULL;
	}
	strcpy(redis->folder, "/tmp/seatload-XXXXXX");
	if (!mkdtemp(redis->folder)) {
		perror("seatload: /tmp");
		free(redis);
		return NULL;
	}
	snprintf(redis->path, sizeof(redis->path), "%s/socket", redis->folder);
	snprintf(line, sizeof(line),
		"exec redis-server --port 0 --unixsocket %s --save '' --appendonly no --dir %s",
		redis->path, redis->folder);
	if (!child_start(&redis->child, line, log ? log : "/dev/null", core)) {
		rmdir(redis->folder);
		free(redis);
		return NULL;
	}
	if (!wait_until_listening(redis)) {
		fputs("seatload: redis-server does not start; is it installed?\n", stderr);
		redis_free(redis);
		return NULL;
	}
	snprintf(address, sizeof(address), "unix://%s", redis->path);
	setenv("BENCH_REDIS", address, 1);
	return redis;
}

void redis_free(struct redis *redis)
{
	if (redis) {
		child_stop(&redis->child);
		unlink(redis->path);
		rmdir(redis->folder);
		free(redis);
	}
}

const char *redis_path(const struct redis *redis)
{
	return redis->path;
}

bool redis_alive(struct redis *redis)
{
	return child_alive(&redis->child);
}
