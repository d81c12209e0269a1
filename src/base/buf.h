/* SPDX-License-Identifier: MIT */
/*
 * A byte buffer that grows. A zero-initialised buffer is empty and holds no memory until something
 * is appended. A call that cannot get the memory says so and changes nothing.
 */
#ifndef SP_BASE_BUF_H
#define SP_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/error.h"

struct sp_buf {
	char *data; /* NULL while cap is 0 */
	size_t len; /* bytes in use */
	size_t cap; /* bytes allocated */
};

/* Makes room for extra more bytes after len, of which there is none yet. False: out of memory. */
bool sp_buf_grow(struct sp_buf *buf, size_t extra);

/* The same if there is none. Inline, since a response's head is made of many short texts. */
static inline bool sp_buf_reserve(struct sp_buf *buf, size_t extra)
{
	return extra <= buf->cap - buf->len || sp_buf_grow(buf, extra);
}

/* Appends a copy of data. False: out of memory. data must not point into the buffer. */
static inline bool sp_buf_append(struct sp_buf *buf, const void *data, size_t len)
{
	if (!sp_buf_reserve(buf, len)) {
		return false;
	}
	/* memcpy may not be given a null pointer, not even for zero bytes. */
	if (len > 0) {
		memcpy(buf->data + buf->len, data, len);
		buf->len += len;
	}
	return true;
}

/* Appends a NUL-terminated string without its NUL. False: out of memory. */
static inline bool sp_buf_puts(struct sp_buf *buf, const char *text)
{
	return sp_buf_append(buf, text, strlen(text));
}

/* Appends formatted text without a final NUL. False: out of memory or a bad format. */
bool sp_buf_printf(struct sp_buf *buf, const char *format, ...) SP_PRINTF(2, 3);

/* Drops len bytes from the front (len <= buf->len); the rest moves up. */
void sp_buf_consume(struct sp_buf *buf, size_t len);

/* Frees the memory; the buffer is empty and may be used again. */
void sp_buf_fini(struct sp_buf *buf);

#endif
