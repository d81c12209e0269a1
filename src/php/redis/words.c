/* SPDX-License-Identifier: MIT */
#include "php/redis/words.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#define FIRST_CAP 8
#define DEPTH_MAX 2 /* levels; the second is for an option's values */

void php_seatpush_words_fini(struct php_seatpush_words *words)
{
	for (int i = 0; i < words->count; i++) {
		zend_string_release(words->held[i]);
	}
	if (words->cap > 0) {
		efree(words->held);
		efree(words->argv);
		efree(words->lengths);
	}
	memset(words, 0, sizeof(*words));
}

/* Takes text. */
static void add(struct php_seatpush_words *words, zend_string *text)
{
	if (words->count == words->cap) {
		size_t cap = words->cap > 0 ? (size_t) words->cap * 2 : FIRST_CAP;

		words->held = safe_erealloc(words->held, cap, sizeof(zend_string *), 0);
		words->argv = safe_erealloc(words->argv, cap, sizeof(char *), 0);
		words->lengths = safe_erealloc(words->lengths, cap, sizeof(size_t), 0);
		words->cap = (int) cap;
	}
	words->held[words->count] = text;
	words->argv[words->count] = ZSTR_VAL(text);
	words->lengths[words->count] = ZSTR_LEN(text);
	words->count++;
}

void php_seatpush_words_add(struct php_seatpush_words *words, const char *text, size_t len)
{
	add(words, zend_string_init(text, len, 0));
}

static void add_double(struct php_seatpush_words *words, double number)
{
	smart_str text = {0};

	smart_str_append_double(&text, number, -1, false); /* as many digits as it needs */
	smart_str_0(&text);
	add(words, text.s);
}

static bool add_value(struct php_seatpush_words *words, zval *value,
	enum php_seatpush_spread spread, uint32_t arg, int depth);

static bool add_array(struct php_seatpush_words *words, HashTable *array,
	enum php_seatpush_spread spread, uint32_t arg, int depth)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(array, index, name, value)
	{
		ZVAL_DEREF(value);
		if (spread == SEATPUSH_SPREAD_PAIRS) {
			add(words, name ? zend_string_copy(name) : zend_long_to_str((zend_long) index));
		} else if (name != NULL) {
			if (Z_TYPE_P(value) <= IS_FALSE) {
				continue;
			}
			add(words, zend_string_copy(name));
			if (Z_TYPE_P(value) == IS_TRUE) {
				continue;
			}
		}
		if (!add_value(words, value, spread, arg, depth + 1)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool add_value(struct php_seatpush_words *words, zval *value,
	enum php_seatpush_spread spread, uint32_t arg, int depth)
{
	zend_string *text;

	ZVAL_DEREF(value);
	switch (Z_TYPE_P(value)) {
	case IS_ARRAY:
		if (depth == DEPTH_MAX) {
			zend_argument_value_error(arg, "must not nest arrays deeper than %d", DEPTH_MAX);
			return false;
		}
		return add_array(words, Z_ARRVAL_P(value), spread, arg, depth);
	case IS_DOUBLE:
		add_double(words, Z_DVAL_P(value));
		return true;
	case IS_RESOURCE:
		zend_argument_type_error(arg, "must be a string, number, bool, null or an array of those, "
									  "resource given");
		return false;
	default:
		text = zval_try_get_string(value); /* throws if an object cannot be converted to a string */
		if (text != NULL) {
			add(words, text);
		}
		return text != NULL;
	}
}

bool php_seatpush_words_add_zval(
	struct php_seatpush_words *words, zval *value, enum php_seatpush_spread spread, uint32_t arg)
{
	return add_value(words, value, spread, arg, 0);
}

bool php_seatpush_word_is(const struct php_seatpush_words *words, int i, const char *text)
{
	return i < words->count && strcasecmp(words->argv[i], text) == 0;
}
