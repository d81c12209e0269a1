/* SPDX-License-Identifier: MIT */
/*
 * What a client does with a body that comes encoded, by the libraries' own readers, piece by piece.
 */
#ifndef SP_TESTS_DECODER_H
#define SP_TESTS_DECODER_H

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include "base/buf.h"
#include "guard.h"
#include "wire/http_coding.h"

#define DECODED_AT_ONCE ((size_t) 64 * 1024)

struct decoder {
	enum sp_coding coding;
	z_stream stream;
	BrotliDecoderState *br;
	ZSTD_DCtx *zstd;
	struct sp_buf out;
	bool ended; /* and nothing followed */
};

static inline void decoder_init(struct decoder *decoder, enum sp_coding coding)
{
	*decoder = (struct decoder){.coding = coding};
	if (coding == SP_CODING_GZIP) {
		must(inflateInit2(&decoder->stream, 15 + 16) == Z_OK);
	}
	decoder->br = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	decoder->zstd = ZSTD_createDCtx();
	must(decoder->br != NULL && decoder->zstd != NULL);
}

static inline void decoder_fini(struct decoder *decoder)
{
	if (decoder->coding == SP_CODING_GZIP) {
		inflateEnd(&decoder->stream);
	}
	BrotliDecoderDestroyInstance(decoder->br);
	ZSTD_freeDCtx(decoder->zstd);
	sp_buf_fini(&decoder->out);
}

/* One step: moves *data on, and says how much it wrote to where. False: these are no such bytes. */
static inline bool decoder_step(
	struct decoder *decoder, struct sp_span *data, char *to, size_t room, size_t *wrote)
{
	if (decoder->coding == SP_CODING_GZIP) {
		z_stream *stream = &decoder->stream;
		int result;

		stream->next_in = (z_const Bytef *) data->data;
		stream->avail_in = (uInt) data->len;
		stream->next_out = (Bytef *) to;
		stream->avail_out = (uInt) room;
		result = inflate(stream, Z_SYNC_FLUSH);
		*wrote = room - stream->avail_out;
		*data = (struct sp_span){(const char *) stream->next_in, stream->avail_in};
		decoder->ended = result == Z_STREAM_END;
		return result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
	}
	if (decoder->coding == SP_CODING_BR) {
		const uint8_t *in = (const uint8_t *) data->data;
		uint8_t *out = (uint8_t *) to;
		size_t left = room;
		BrotliDecoderResult result =
			BrotliDecoderDecompressStream(decoder->br, &data->len, &in, &left, &out, NULL);

		*wrote = room - left;
		data->data = (const char *) in;
		decoder->ended = result == BROTLI_DECODER_RESULT_SUCCESS;
		return result != BROTLI_DECODER_RESULT_ERROR;
	}
	ZSTD_inBuffer in = {data->data, data->len, 0};
	ZSTD_outBuffer out = {to, room, 0};
	size_t result = ZSTD_decompressStream(decoder->zstd, &out, &in);

	*wrote = out.pos;
	*data = (struct sp_span){data->data + in.pos, data->len - in.pos};
	decoder->ended = result == 0;
	return !ZSTD_isError(result);
}

/* False: they are not what the coding allows, or follow its end. */
static inline bool decoder_feed(struct decoder *decoder, const void *bytes, size_t len)
{
	struct sp_span data = {bytes, len};
	size_t wrote = 0;

	while (data.len > 0 || wrote == DECODED_AT_ONCE) {
		if (decoder->ended && data.len > 0) {
			return false;
		}
		must(sp_buf_reserve(&decoder->out, DECODED_AT_ONCE));
		if (!decoder_step(
				decoder, &data, decoder->out.data + decoder->out.len, DECODED_AT_ONCE, &wrote)) {
			return false;
		}
		decoder->out.len += wrote;
	}
	return true;
}

#endif
