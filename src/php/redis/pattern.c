/* SPDX-License-Identifier: MIT */
#include "php/redis/pattern.h"

#ifdef HAVE_SEATPUSH_REDIS

static size_t literal_len(const zend_string *text)
{
	size_t len = strcspn(ZSTR_VAL(text), "*?[\\");

	return len == ZSTR_LEN(text) ? 0 : len;
}

struct php_seatpush_pattern *php_seatpush_pattern_add(
	struct php_seatpush_pattern **first, zend_string *text, zend_string *gap)
{
	struct php_seatpush_pattern *pattern = ecalloc(1, sizeof(*pattern));
	struct php_seatpush_pattern **last = first;

	pattern->text = zend_string_copy(text);
	pattern->literal = literal_len(text);
	pattern->gap = gap != NULL ? zend_string_copy(gap) : NULL;
	while (*last != NULL) {
		last = &(*last)->next;
	}
	*last = pattern;
	return pattern;
}

struct php_seatpush_pattern *php_seatpush_pattern_find(
	struct php_seatpush_pattern *first, const char *text, size_t len)
{
	struct php_seatpush_pattern *at = first;

	while (at != NULL && !zend_string_equals_cstr(at->text, text, len)) {
		at = at->next;
	}
	return at;
}

static void free_pattern(struct php_seatpush_pattern *pattern)
{
	zend_string *owned[] = {pattern->text, pattern->gap, pattern->key};

	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++) {
		if (owned[i] != NULL) {
			zend_string_release(owned[i]);
		}
	}
	php_seatpush_callback_fini(&pattern->callback);
	efree(pattern);
}

void php_seatpush_patterns_free(struct php_seatpush_pattern **first)
{
	struct php_seatpush_pattern *at;

	while ((at = *first) != NULL) {
		*first = at->next;
		free_pattern(at);
	}
}

void php_seatpush_patterns_gc(struct php_seatpush_pattern *first, zend_get_gc_buffer *buffer)
{
	for (struct php_seatpush_pattern *at = first; at != NULL; at = at->next) {
		if (php_seatpush_callback_is_set(&at->callback)) {
			zend_get_gc_buffer_add_zval(buffer, &at->callback.callable);
		}
	}
}

bool php_seatpush_channel_is_internal(const char *channel, size_t len)
{
	static const char start[] = PHP_SEATPUSH_INTERNAL_CHANNELS;

	return len >= sizeof(start) - 1 && memcmp(channel, start, sizeof(start) - 1) == 0;
}

#endif
