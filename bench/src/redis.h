/* SPDX-License-Identifier: MIT */
/* A redis-server of the run's own, on a unix socket in its own folder. */
#ifndef BENCH_REDIS_H
#define BENCH_REDIS_H

#include <stdbool.h>

struct redis;

/* Starts it on that core (-1: free), waits until it answers, and puts its address, "unix://PATH",
 * into the environment as BENCH_REDIS, for the server that is started next. NULL: see stderr. */
struct redis *redis_new(const char *log, int core);

/* Stops it, and removes its folder. */
void redis_free(struct redis *redis);

/* The socket's path. */
const char *redis_path(const struct redis *redis);

/* False: it has ended. */
bool redis_alive(struct redis *redis);

#endif
