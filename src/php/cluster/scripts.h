/* SPDX-License-Identifier: MIT */
/* Written by ./dev lists --fix (tools/lua) from lua/, where the comments are. */
#ifndef PHP_SEATPUSH_CLUSTER_SCRIPTS_H
#define PHP_SEATPUSH_CLUSTER_SCRIPTS_H

/* lua/begin.lua */
static const char begin_script[] =
	"local p, me, list = ARGV[1], ARGV[2], ARGV[3]\n"
	"local taken = p .. ':taken:' .. me .. ':' .. list\n"
	"local item = redis.call('RPOP', taken)\n"
	"while item do\n"
	"redis.call('LPUSH', list, item)\n"
	"item = redis.call('RPOP', taken)\n"
	"end\n"
	"return 0";

/* lua/done.lua */
static const char done_script[] =
	"local p, me, list, item = ARGV[1], ARGV[2], ARGV[3], ARGV[4]\n"
	"local failures, name = p .. ':failures:' .. list, redis.sha1hex(item)\n"
	"local function drop()\n"
	"redis.call('LREM', p .. ':taken:' .. me .. ':' .. list, 1, item)\n"
	"end\n"
	"redis.call('HDEL', failures, name)\n"
	"drop()\n"
	"return 0";

/* lua/enter.lua */
static const char enter_script[] =
	"return redis.call('SADD', ARGV[1] .. ':lists:' .. ARGV[2], ARGV[3])";

/* lua/failures.lua */
static const char failures_script[] =
	"local p, me, list, item = ARGV[1], ARGV[2], ARGV[3], ARGV[4]\n"
	"local failures, name = p .. ':failures:' .. list, redis.sha1hex(item)\n"
	"local function drop()\n"
	"redis.call('LREM', p .. ':taken:' .. me .. ':' .. list, 1, item)\n"
	"end\n"
	"local n\n"
	"if ARGV[5] == '1' then\n"
	"n = redis.call('HINCRBY', failures, name, 1)\n"
	"else\n"
	"n = tonumber(redis.call('HGET', failures, name) or 0)\n"
	"end\n"
	"if n < tonumber(ARGV[6]) then\n"
	"return n\n"
	"end\n"
	"redis.call('RPUSH', ARGV[7], item)\n"
	"redis.call('HDEL', failures, name)\n"
	"drop()\n"
	"return -1";

#endif
