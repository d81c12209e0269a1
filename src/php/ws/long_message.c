/* SPDX-License-Identifier: MIT */
/*
 * PHP gives memory of this size back to the system when it is freed, and each new page costs more
 * than the bytes that are read into it. So a reference to the last few messages is kept: memory
 * that nobody else refers to any more is used again.
 */
#include "php/ws/long_message.h"

#include "php/engine/globals.h"

#define CHUNK ((size_t) 2 * 1024 * 1024)       /* PHP's memory grows by so much */
#define LIMIT_MAX ((size_t) 128 * 1024 * 1024) /* bytes; what is above is not for messages */
#define USED_PART 2                            /* of memory_limit, that may be in use */
#define IN_ALL_PART 16                         /* that all that are incomplete may have */
#define SPARE_PART 128                         /* of one whose memory is kept */
#define WASTE_PART 8                           /* of a string, may be unused */

static zend_string *string_of(const struct sp_buf *buf)
{
	return (zend_string *) (buf->data - XtOffsetOf(zend_string, val));
}

/* The largest that a part of memory_limit may be. */
static size_t part_of_limit(size_t part)
{
	size_t limit = PG(memory_limit) > 0 ? (size_t) PG(memory_limit) : LIMIT_MAX;

	return (limit < LIMIT_MAX ? limit : LIMIT_MAX) / part;
}

/* Allocating must not reach memory_limit here, since that would be a fatal error below libevent. */
static bool fits(size_t cap, size_t in_all)
{
	return in_all <= part_of_limit(IN_ALL_PART) &&
		   (PG(memory_limit) <= 0 ||
			   zend_memory_usage(true) + cap + CHUNK < (size_t) PG(memory_limit) / USED_PART);
}

/* The largest string that nobody else refers to. NULL: there is none. */
static zend_string *take_spare(void)
{
	zend_string **best = NULL, *spare;

	for (size_t i = 0; i < SEATPUSH_SPARES; i++) {
		zend_string **each = &SEATPUSH_G(long_messages).spares[i];

		if (*each != NULL && GC_REFCOUNT(*each) == 1 &&
			(best == NULL || ZSTR_LEN(*each) > ZSTR_LEN(*best))) {
			best = each;
		}
	}
	if (best == NULL) {
		return NULL;
	}
	spare = *best;
	*best = NULL;
	zend_string_forget_hash_val(spare);
	return spare;
}

/* Keeps a reference, in place of the oldest one. */
static void keep(zend_string *string)
{
	struct php_seatpush_long_messages *all = &SEATPUSH_G(long_messages);
	zend_string **place = &all->spares[all->next++ % SEATPUSH_SPARES];

	if (*place != NULL) {
		zend_string_release(*place);
	}
	*place = zend_string_copy(string);
}

static zend_string *more(zend_string *string, size_t cap)
{
	if (string == NULL) {
		string = take_spare();
	}
	if (string == NULL) {
		return zend_string_alloc(cap, false);
	}
	return ZSTR_LEN(string) >= cap ? string : zend_string_extend(string, cap, false);
}

static bool lend(struct sp_buf *buf, size_t cap)
{
	size_t *in_all = &SEATPUSH_G(long_messages).bytes;
	zend_string *string;

	if (!fits(cap, *in_all - buf->cap + cap)) {
		return false;
	}
	string = more(buf->data != NULL ? string_of(buf) : NULL, cap);
	*in_all += ZSTR_LEN(string) - buf->cap;
	buf->data = ZSTR_VAL(string);
	buf->cap = ZSTR_LEN(string);
	return true;
}

static void take_back(struct sp_buf *buf)
{
	SEATPUSH_G(long_messages).bytes -= buf->cap;
	zend_string_release(string_of(buf));
	*buf = (struct sp_buf){0};
}

const struct sp_ws_lender php_seatpush_long_message_lender = {.lend = lend, .take_back = take_back};

zend_string *php_seatpush_long_message(struct sp_buf *buf)
{
	zend_string *string = string_of(buf);
	size_t len = buf->len;

	SEATPUSH_G(long_messages).bytes -= buf->cap;
	if (buf->cap - len > len / WASTE_PART) {
		string = zend_string_truncate(string, len, false);
	}
	ZSTR_LEN(string) = len;
	ZSTR_VAL(string)[len] = '\0';
	*buf = (struct sp_buf){0};
	if (len <= part_of_limit(SPARE_PART)) {
		keep(string);
	}
	return string;
}

void php_seatpush_long_messages_forget(void)
{
	for (size_t i = 0; i < SEATPUSH_SPARES; i++) {
		zend_string **each = &SEATPUSH_G(long_messages).spares[i];

		if (*each != NULL) {
			zend_string_release(*each);
			*each = NULL;
		}
	}
}
