/* SPDX-License-Identifier: MIT */
#include "wire/inflate.h"

#ifdef HAVE_SEATPUSH_ZLIB

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define STEP ((size_t) 16 * 1024)

#define AT_BLOCK 128 /* data_type: inflate() has stopped between two blocks */

struct sp_inflate {
	z_stream stream;
	bool begun; /* some of the message has come */
	bool ended; /* a last block (BFINAL) has ended it, and nothing has come since */
};

struct sp_inflate *sp_inflate_new(void)
{
	struct sp_inflate *inflate = calloc(1, sizeof(*inflate));

	if (inflate != NULL && inflateInit2(&inflate->stream, -MAX_WBITS) != Z_OK) {
		free(inflate);
		return NULL;
	}
	return inflate;
}

void sp_inflate_free(struct sp_inflate *inflate)
{
	if (inflate != NULL) {
		inflateEnd(&inflate->stream);
		free(inflate);
	}
}

bool sp_inflate_reset(struct sp_inflate *inflate)
{
	inflate->begun = inflate->ended = false;
	return inflateReset(&inflate->stream) == Z_OK;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Inflates to the end of the input, or until out is longer than max. */
static enum sp_inflated run(struct sp_inflate *inflater, struct sp_buf *out, size_t max)
{
	z_stream *stream = &inflater->stream;
	int result;

	do {
		size_t room = max + 1 - out->len;

		if (out->len > max) {
			return SP_INFLATE_TOO_LONG;
		}
		if (!sp_buf_reserve(out, least(room, STEP))) {
			return SP_INFLATE_NOMEM;
		}
		room = least(least(room, out->cap - out->len), UINT_MAX);
		stream->next_out = (Bytef *) out->data + out->len;
		stream->avail_out = (uInt) room;
		result = inflate(stream, Z_SYNC_FLUSH);
		out->len += room - stream->avail_out;
		/* A last block (BFINAL) ends the stream, but neither the message nor the window (RFC 7692
		 * §7.2.3.4). */
		inflater->ended = result == Z_STREAM_END;
		if (result == Z_STREAM_END && inflateResetKeep(stream) != Z_OK) {
			return SP_INFLATE_BAD;
		}
		if (result == Z_MEM_ERROR) {
			return SP_INFLATE_NOMEM;
		}
		if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
			return SP_INFLATE_BAD;
		}
	} while (result != Z_BUF_ERROR && (stream->avail_in > 0 || stream->avail_out == 0));
	return out->len > max ? SP_INFLATE_TOO_LONG : SP_INFLATED;
}

/* The message has no more data: what its sender has left out follows. */
static enum sp_inflated end(struct sp_inflate *inflate, struct sp_buf *out, size_t max)
{
	static const unsigned char tail[] = {0x00, 0x00, 0xFF, 0xFF}; /* RFC 7692 §7.2.2 */
	z_stream *stream = &inflate->stream;
	bool whole = !inflate->begun || inflate->ended;
	enum sp_inflated result;

	inflate->begun = inflate->ended = false;
	if (whole) {
		return SP_INFLATED;
	}
	stream->next_in = (z_const Bytef *) tail;
	stream->avail_in = sizeof(tail);
	result = run(inflate, out, max);
	/* Data that was cut off takes the tail for some of its own. */
	return result == SP_INFLATED && !(stream->data_type & AT_BLOCK) ? SP_INFLATE_BAD : result;
}

enum sp_inflated sp_inflate_feed(struct sp_inflate *inflate, const void *data, size_t len,
	bool last, struct sp_buf *out, size_t max)
{
	z_stream *stream = &inflate->stream;
	enum sp_inflated result = SP_INFLATED;

	while (len > 0 && result == SP_INFLATED) {
		size_t part = least(len, UINT_MAX);

		inflate->begun = true;
		stream->next_in = (z_const Bytef *) data;
		stream->avail_in = (uInt) part;
		result = run(inflate, out, max);
		data = (const char *) data + part;
		len -= part;
	}
	return last && result == SP_INFLATED ? end(inflate, out, max) : result;
}

const char *sp_inflate_library(void)
{
	return zlibVersion();
}

#else

struct sp_inflate *sp_inflate_new(void)
{
	return NULL;
}

void sp_inflate_free(struct sp_inflate *inflate)
{
	(void) inflate;
}

bool sp_inflate_reset(struct sp_inflate *inflate)
{
	(void) inflate;
	return false;
}

enum sp_inflated sp_inflate_feed(struct sp_inflate *inflate, const void *data, size_t len,
	bool last, struct sp_buf *out, size_t max)
{
	(void) inflate;
	(void) data;
	(void) len;
	(void) last;
	(void) out;
	(void) max;
	return SP_INFLATE_NOMEM;
}

const char *sp_inflate_library(void)
{
	return "";
}

#endif
