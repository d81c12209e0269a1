/* SPDX-License-Identifier: MIT */
/*
 * The growing byte buffer. Capacity doubles, so that appending byte by byte costs linear time
 * and at most twice the memory of what was appended. A call that fails leaves the buffer as it was.
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SP_BUF_CAP_MIN 64

bool sp_buf_grow(struct sp_buf *buf, size_t extra)
{
	size_t needed, cap;
	char *data;

	if (extra > SIZE_MAX / 2 - buf->len) {
		return false;
	}
	needed = buf->len + extra;
	cap = buf->cap < SP_BUF_CAP_MIN ? SP_BUF_CAP_MIN : buf->cap * 2;
	if (cap < needed) {
		cap = needed;
	}
	data = realloc(buf->data, cap);
	if (!data) {
		return false;
	}
	buf->data = data;
	buf->cap = cap;
	return true;
}

bool sp_buf_printf(struct sp_buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	/* vsnprintf writes a NUL after the text: it needs room, though it is not kept. */
	if (len < 0 || !sp_buf_reserve(buf, (size_t) len + 1)) {
		return false;
	}
	va_start(args, format);
	len = vsnprintf(buf->data + buf->len, (size_t) len + 1, format, args);
	va_end(args);
	if (len < 0) {
		return false;
	}
	buf->len += (size_t) len;
	return true;
}

void sp_buf_consume(struct sp_buf *buf, size_t len)
{
	if (len == 0) {
		return;
	}
	buf->len -= len;
	if (buf->len > 0) {
		memmove(buf->data, buf->data + len, buf->len);
	}
}

void sp_buf_fini(struct sp_buf *buf)
{
	free(buf->data);
	*buf = (struct sp_buf){0};
}
