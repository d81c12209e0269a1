/* SPDX-License-Identifier: MIT */
#include "php/redis/commands.h"

#include "zend_exceptions.h"

#include "php/engine/errors.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define MS_PER_S 1000.0
#define WAIT_MAX_MS 1e12

/* In alphabetical order, ignoring case. */
static const struct php_seatpush_redis_method methods[] = {
	{"append", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"bitCount", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"blMove", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"blPop", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"brPop", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"brPopLPush", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"bzPopMax", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"bzPopMin", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"copy", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"dbSize", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"decr", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_BY},
	{"decrBy", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"del", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"echo", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"eval", SEATPUSH_REDIS_ANY, SEATPUSH_ORDER_EVAL},
	{"evalSha", SEATPUSH_REDIS_ANY, SEATPUSH_ORDER_EVAL},
	{"exists", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"expire", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"expireAt", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"flushAll", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"flushDB", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"get", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"getBit", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"getDel", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"getEx", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"getRange", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"getSet", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"hDel", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"hExists", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"hGet", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"hGetAll", SEATPUSH_REDIS_MAP, SEATPUSH_ORDER_PLAIN},
	{"hIncrBy", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"hIncrByFloat", SEATPUSH_REDIS_FLOAT, SEATPUSH_ORDER_PLAIN},
	{"hKeys", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"hLen", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"hMGet", SEATPUSH_REDIS_FIELDS, SEATPUSH_ORDER_PLAIN},
	{"hMSet", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PAIRS},
	{"hSet", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PAIRS},
	{"hSetNx", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"hStrLen", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"hVals", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"incr", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_BY},
	{"incrBy", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"incrByFloat", SEATPUSH_REDIS_FLOAT, SEATPUSH_ORDER_PLAIN},
	{"keys", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"lIndex", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"lInsert", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"lLen", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"lMove", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"lPop", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"lPush", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"lPushx", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"lRange", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"lRem", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_LREM},
	{"lSet", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"lTrim", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"mGet", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"mSet", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PAIRS},
	{"mSetNx", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PAIRS},
	{"persist", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"pExpire", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"pExpireAt", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"pfAdd", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"pfCount", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"ping", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"pSetEx", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"pTtl", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"publish", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"randomKey", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"rename", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"renameNx", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"rPop", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"rPopLPush", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"rPush", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"rPushx", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sAdd", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sCard", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sDiff", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"sDiffStore", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"set", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"setBit", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"setEx", SEATPUSH_REDIS_OK, SEATPUSH_ORDER_PLAIN},
	{"setNx", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"setRange", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sInter", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"sInterStore", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sIsMember", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"sMembers", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"sMIsMember", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"sMove", SEATPUSH_REDIS_BOOL, SEATPUSH_ORDER_PLAIN},
	{"sPop", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"sRandMember", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PLAIN},
	{"sRem", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"strLen", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"sUnion", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"sUnionStore", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"time", SEATPUSH_REDIS_LIST, SEATPUSH_ORDER_PLAIN},
	{"touch", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"ttl", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"unlink", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"xAck", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"xAdd", SEATPUSH_REDIS_TEXT, SEATPUSH_ORDER_PAIRS},
	{"xDel", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"xLen", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zAdd", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zCard", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zCount", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zIncrBy", SEATPUSH_REDIS_FLOAT, SEATPUSH_ORDER_PLAIN},
	{"zPopMax", SEATPUSH_REDIS_SCORES, SEATPUSH_ORDER_PLAIN},
	{"zPopMin", SEATPUSH_REDIS_SCORES, SEATPUSH_ORDER_PLAIN},
	{"zRange", SEATPUSH_REDIS_SCORED, SEATPUSH_ORDER_PLAIN},
	{"zRangeByScore", SEATPUSH_REDIS_SCORED, SEATPUSH_ORDER_PLAIN},
	{"zRank", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zRem", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zRemRangeByRank", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zRemRangeByScore", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zRevRange", SEATPUSH_REDIS_SCORED, SEATPUSH_ORDER_PLAIN},
	{"zRevRangeByScore", SEATPUSH_REDIS_SCORED, SEATPUSH_ORDER_PLAIN},
	{"zRevRank", SEATPUSH_REDIS_INT, SEATPUSH_ORDER_PLAIN},
	{"zScore", SEATPUSH_REDIS_FLOAT, SEATPUSH_ORDER_PLAIN},
};

#define BY_ADDRESS "it belongs in the address: redis://user:password@host:port/database"
#define BY_ITSELF "it connects by itself: new SeatPush\\Redis('redis://host:port')"
#define BY_SUBSCRIBE "use $server->subscribeRedis()"
#define BY_MULTI "use multi(), or transaction() if the commands depend on what is stored"
#define BY_ALL "commands of all callbacks are sent together; use multi() to execute several as one"
#define BY_NOBODY "all callbacks share the connection, and this would change it for all of them"

static const struct {
	const char *name, *instead;
} refused[] = {
	{"AUTH", BY_ADDRESS},
	{"CONNECT", BY_ITSELF},
	{"DISCARD", BY_MULTI},
	{"EXEC", BY_MULTI},
	{"HELLO", BY_NOBODY},
	{"MONITOR", BY_NOBODY},
	{"OPEN", BY_ITSELF},
	{"PCONNECT", BY_ITSELF},
	{"PIPELINE", BY_ALL},
	{"PSUBSCRIBE", BY_SUBSCRIBE},
	{"PSYNC", BY_NOBODY},
	{"PUNSUBSCRIBE", BY_SUBSCRIBE},
	{"QUIT", "use close()"},
	{"RESET", BY_NOBODY},
	{"SELECT", BY_ADDRESS},
	{"SETOPTION", "results are as phpredis gives them without options"},
	{"SSUBSCRIBE", BY_SUBSCRIBE},
	{"SUBSCRIBE", BY_SUBSCRIBE},
	{"SUNSUBSCRIBE", BY_SUBSCRIBE},
	{"SYNC", BY_NOBODY},
	{"UNSUBSCRIBE", BY_SUBSCRIBE},
	{"UNWATCH", BY_MULTI},
	{"WATCH", BY_MULTI},
};

/* Which word of a blocking command is its time-out. */
enum place {
	LAST_S,
	FIRST_S,
	LAST_MS,
	BLOCK_MS, /* after the word BLOCK; without that word the command does not block */
};

static const struct {
	const char *name;
	enum place place;
} blocking[] = {
	{"BLMOVE", LAST_S},
	{"BLMPOP", FIRST_S},
	{"BLPOP", LAST_S},
	{"BRPOP", LAST_S},
	{"BRPOPLPUSH", LAST_S},
	{"BZMPOP", FIRST_S},
	{"BZPOPMAX", LAST_S},
	{"BZPOPMIN", LAST_S},
	{"WAIT", LAST_MS},
	{"WAITAOF", LAST_MS},
	{"XREAD", BLOCK_MS},
	{"XREADGROUP", BLOCK_MS},
};

static int compare(const void *name, const void *row)
{
	return strcasecmp(name, ((const struct php_seatpush_redis_method *) row)->name);
}

const struct php_seatpush_redis_method *php_seatpush_redis_method(const char *name)
{
	return bsearch(name, methods, LENGTH(methods), sizeof(methods[0]), compare);
}

static const char *name_at(size_t i)
{
	return methods[i].name;
}

const char *php_seatpush_redis_near(const char *name)
{
	return php_seatpush_nearest(name, name_at, LENGTH(methods));
}

const char *php_seatpush_redis_refusal(const char *name, const struct php_seatpush_words *words)
{
	for (size_t i = 0; i < LENGTH(refused); i++) {
		if (strcasecmp(name, refused[i].name) == 0) {
			return refused[i].instead;
		}
	}
	if (words != NULL && strcasecmp(name, "CLIENT") == 0 &&
		(php_seatpush_word_is(words, 1, "REPLY") || php_seatpush_word_is(words, 1, "TRACKING") ||
			php_seatpush_word_is(words, 1, "CACHING"))) {
		return BY_NOBODY;
	}
	if (words != NULL && strcasecmp(name, "MULTI") == 0) {
		return BY_MULTI;
	}
	return NULL;
}

/* The word with the time-out; NULL: the command does not block, or is malformed anyway. */
static const char *wait_word(const struct php_seatpush_words *words, enum place place)
{
	switch (place) {
	case FIRST_S:
		return words->count > 1 ? words->argv[1] : NULL;
	case BLOCK_MS:
		for (int i = 1; i + 1 < words->count; i++) {
			if (php_seatpush_word_is(words, i, "STREAMS")) {
				break;
			}
			if (php_seatpush_word_is(words, i, "BLOCK")) {
				return words->argv[i + 1];
			}
		}
		return NULL;
	case LAST_S:
	case LAST_MS:
		break;
	}
	return words->count > 1 ? words->argv[words->count - 1] : NULL;
}

bool php_seatpush_redis_blocks(const struct php_seatpush_words *words, uint64_t *wait_ms)
{
	for (size_t i = 0; i < LENGTH(blocking); i++) {
		if (php_seatpush_word_is(words, 0, blocking[i].name)) {
			enum place place = blocking[i].place;
			const char *text = wait_word(words, place);
			double wait = text != NULL ? zend_strtod(text, NULL) : 0;

			wait *= place == LAST_S || place == FIRST_S ? MS_PER_S : 1;
			*wait_ms = wait > 0 && wait < WAIT_MAX_MS ? (uint64_t) wait + 1 : 0;
			return text != NULL;
		}
	}
	return false;
}

static bool add_all(struct php_seatpush_words *words, zval *args, uint32_t from, uint32_t count,
	enum php_seatpush_spread spread)
{
	for (uint32_t i = from; i < count; i++) {
		if (!php_seatpush_words_add_zval(words, &args[i], spread, i + 1)) {
			return false;
		}
	}
	return true;
}

/* Redis wants the count before the value. */
static bool build_lrem(struct php_seatpush_words *words, zval *args, uint32_t count)
{
	if (count < 2) {
		return add_all(words, args, 0, count, SEATPUSH_SPREAD_OPTIONS);
	}
	if (!add_all(words, args, 0, 1, SEATPUSH_SPREAD_OPTIONS)) {
		return false;
	}
	if (count > 2) {
		return add_all(words, args, 2, 3, SEATPUSH_SPREAD_OPTIONS) &&
			   add_all(words, args, 1, 2, SEATPUSH_SPREAD_OPTIONS);
	}
	php_seatpush_words_add(words, "0", 1);
	return add_all(words, args, 1, 2, SEATPUSH_SPREAD_OPTIONS);
}

/* Redis wants the number of keys before the keys. */
static bool build_eval(struct php_seatpush_words *words, zval *args, uint32_t count)
{
	if (!add_all(words, args, 0, count > 0 ? 1 : 0, SEATPUSH_SPREAD_OPTIONS)) {
		return false;
	}
	if (count > 2) {
		return add_all(words, args, 2, 3, SEATPUSH_SPREAD_OPTIONS) &&
			   add_all(words, args, 1, 2, SEATPUSH_SPREAD_OPTIONS);
	}
	php_seatpush_words_add(words, "0", 1);
	return add_all(words, args, 1, count, SEATPUSH_SPREAD_OPTIONS);
}

/* true, or ['withscores' => true], becomes the word WITHSCORES. */
static bool build_scored(struct php_seatpush_words *words, zval *args, uint32_t count)
{
	bool flag = count == 4 && (Z_TYPE(args[3]) == IS_TRUE || Z_TYPE(args[3]) == IS_FALSE);

	if (!add_all(words, args, 0, flag ? 3 : count, SEATPUSH_SPREAD_OPTIONS)) {
		return false;
	}
	if (flag && Z_TYPE(args[3]) == IS_TRUE) {
		php_seatpush_words_add(words, ZEND_STRL("WITHSCORES"));
	}
	return true;
}

static bool build(struct php_seatpush_words *words, const struct php_seatpush_redis_method *method,
	zval *args, uint32_t count)
{
	switch (method->order) {
	case SEATPUSH_ORDER_LREM:
		return build_lrem(words, args, count);
	case SEATPUSH_ORDER_EVAL:
		return build_eval(words, args, count);
	case SEATPUSH_ORDER_PAIRS:
		return add_all(words, args, 0, count, SEATPUSH_SPREAD_PAIRS);
	case SEATPUSH_ORDER_BY:
	case SEATPUSH_ORDER_PLAIN:
		break;
	}
	return method->shape == SEATPUSH_REDIS_SCORED
			   ? build_scored(words, args, count)
			   : add_all(words, args, 0, count, SEATPUSH_SPREAD_OPTIONS);
}

bool php_seatpush_redis_build(struct php_seatpush_words *words,
	const struct php_seatpush_redis_method *method, HashTable *arguments)
{
	uint32_t count = zend_hash_num_elements(arguments), i = 0;
	zval *args = safe_emalloc(count, sizeof(zval), 1); /* borrowed */
	zval *value;
	char name[32];
	bool built;

	ZEND_HASH_FOREACH_VAL (arguments, value) {
		ZVAL_COPY_VALUE(&args[i], value);
		i++;
	}
	ZEND_HASH_FOREACH_END();
	snprintf(name, sizeof(name), "%s%s", method->name,
		method->order == SEATPUSH_ORDER_BY && count > 1 ? "BY" : "");
	php_seatpush_words_add(words, name, strlen(name));
	built = build(words, method, args, count);
	efree(args);
	return built;
}
