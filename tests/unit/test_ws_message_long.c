/* SPDX-License-Identifier: MIT */
/*
 * Long messages: read to where they stay, and gathered in memory that is lent.
 */
#include "check.h"
#include "guard.h"
#include "wire/ws_message.h"

#define LONG ((size_t) 700 * 1024)
#define LIMIT ((size_t) 1024 * 1024)
#define FIN 0x80
#define RSV1 0x40

static const uint8_t mask[4] = {0x37, 0xFA, 0x21, 0x3D};

/* --- memory that is lent --- */

static size_t lent_now, loans, refuse_from; /* bytes; calls; 0: never */

static bool lend(struct sp_buf *buf, size_t cap)
{
	char *data;

	must((buf->data == NULL) == (buf->cap == 0) && cap > buf->cap);
	if (++loans == refuse_from) {
		refuse_from++; /* and from then on */
		return false;
	}
	data = malloc(cap); /* it moves each time */
	must(data != NULL);
	if (buf->len > 0) {
		memcpy(data, buf->data, buf->len);
	}
	lent_now += cap - buf->cap;
	free(buf->data);
	buf->data = data;
	buf->cap = cap;
	return true;
}

static void take_back(struct sp_buf *buf)
{
	must(buf->data != NULL);
	lent_now -= buf->cap;
	free(buf->data);
	*buf = (struct sp_buf){0};
}

static const struct sp_ws_lender lender = {lend, take_back};

/* --- streams --- */

static char message[LONG];

static void fill(void)
{
	static const char sentence[] = "Reihe 7, Platz 12: 49,50 \xE2\x82\xAC. ";
	size_t at;

	for (at = 0; at < LONG; at++) {
		message[at] = sentence[at % (sizeof(sentence) - 1)];
	}
	memset(message + LONG - 20, '.', 20);
}

static void put_frame(struct sp_buf *stream, unsigned first, const char *payload, size_t len)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	size_t size = sp_ws_frame_header_write(header, false, 0, 0, len);
	size_t i;

	header[0] = (uint8_t) first;
	header[1] |= 0x80;
	must(sp_buf_append(stream, header, size));
	must(sp_buf_append(stream, mask, sizeof(mask)));
	must(sp_buf_append(stream, payload, len));
	for (i = 0; i < len; i++) {
		stream->data[stream->len - len + i] ^= (char) mask[i % 4];
	}
}

/* What came of a stream. */
struct result {
	size_t messages, pings;
	size_t same;   /* messages that are the one above, or the begin of it */
	size_t lent;   /* whose memory was lent */
	size_t stayed; /* bytes that were read to where they stayed */
	unsigned bad;  /* close code */
	size_t bad_at; /* bytes that had arrived */
};

static void note(
	struct result *result, enum sp_ws_event event, const struct sp_ws_event_data *out, bool keeps)
{
	if (event == SP_WS_EVENT_PING) {
		result->pings++;
	} else if (event == SP_WS_EVENT_BAD) {
		result->bad = out->close_code;
	} else {
		must(event == SP_WS_EVENT_MESSAGE);
		result->messages++;
		result->same += memcmp(out->payload, message, out->len) == 0;
		must(out->lent == NULL || (out->lent->data == out->payload && out->lent->len == out->len));
		result->lent += out->lent != NULL;
		if (out->lent != NULL && keeps) {
			take_back(out->lent);
		}
	}
}

/* Reads the stream from at to end as a connection does, in pieces of at most so many bytes. */
static struct result read_part(struct sp_ws_message *decoder, const struct sp_buf *stream,
	size_t at, size_t end, size_t piece, bool keeps)
{
	struct result result = {0};

	while (at < end && result.bad == 0) {
		size_t size = piece, used, len;
		char *room = sp_ws_message_room(decoder, &size);
		char *data = room;
		struct sp_ws_event_data out;
		enum sp_ws_event event;

		must(room == NULL || size >= SP_WS_ROOM_MIN);
		len = size < piece ? size : piece;
		len = len < end - at ? len : end - at;
		if (room != NULL) {
			memcpy(room, stream->data + at, len);
			result.stayed += len;
		} else {
			data = guarded(stream->data + at, len);
		}
		at += len;
		do {
			event = sp_ws_message_feed(decoder, data, len, &used, &out);
			data += used;
			len -= used;
			/* Memory grows with what has arrived, never with what is announced. */
			must(decoder->gathered.cap <= 2 * at + 64);
			if (event != SP_WS_EVENT_MORE) {
				note(&result, event, &out, keeps);
			}
		} while (event != SP_WS_EVENT_MORE && result.bad == 0);
		result.bad_at = at;
	}
	return result;
}

static struct result read_new(const struct sp_buf *stream, size_t piece, bool keeps, bool lends)
{
	struct sp_ws_message decoder;
	struct result result;

	loans = 0;
	sp_ws_message_init(&decoder, LIMIT, true);
	decoder.lender = lends ? &lender : NULL;
	result = read_part(&decoder, stream, 0, stream->len, piece, keeps);
	must(result.bad != 0 || sp_ws_message_idle(&decoder));
	sp_ws_message_fini(&decoder);
	must(lent_now == 0 && decoder.lender == (lends ? &lender : NULL));
	return result;
}

static const size_t pieces[] = {1000, 16 * 1024, 20001, 64 * 1024, 300 * 1024, LONG + 14};
#define PIECES (sizeof(pieces) / sizeof(pieces[0]))

static void whole(void)
{
	struct sp_buf stream = {0};
	struct result result;
	size_t i;

	put_frame(&stream, FIN | SP_WS_TEXT, message, LONG);
	put_frame(&stream, FIN | SP_WS_BINARY, message, LONG - 1);
	put_frame(&stream, FIN | SP_WS_TEXT, message, 25);
	for (i = 0; i < PIECES; i++) {
		result = read_new(&stream, pieces[i], false, true);
		ok(result.messages == 3 && result.same == 3, "all that was sent");
		result = read_new(&stream, pieces[i], true, true);
		ok(result.messages == 3 && result.same == 3, "the same if the memory is kept");
		result = read_new(&stream, pieces[i], false, false);
		ok(result.messages == 3 && result.same == 3 && result.lent == 0,
			"the same if nothing is lent");
	}
	result = read_new(&stream, 64 * 1024, true, true);
	ok(result.lent == 2, "the long ones are gathered in memory that is lent");
	ok(result.stayed > 2 * (LONG - 90 * 1024), "and most of them is read to where it stays");
	result = read_new(&stream, 1000, false, true);
	ok(loans == 0, "nothing is lent for a few bytes, whatever they announce");
	sp_buf_fini(&stream);
}

static void refused(void)
{
	struct sp_buf stream = {0};
	struct result result;
	size_t from;

	put_frame(&stream, FIN | SP_WS_TEXT, message, LONG);
	for (from = 1; from < 6; from++) {
		refuse_from = from;
		result = read_new(&stream, 20 * 1024, false, true);
		ok(result.same == 1, "complete, whenever no more is lent");
		ok((result.lent == 0) == (from <= loans), "in memory of our own then");
	}
	refuse_from = 0;
	sp_buf_fini(&stream);
}

static void fragments(void)
{
	struct sp_buf stream = {0};
	struct result result;
	size_t i;

	put_frame(&stream, SP_WS_TEXT, message, 40001);
	put_frame(&stream, FIN | SP_WS_PING, "?", 1);
	put_frame(&stream, SP_WS_CONTINUATION, message + 40001, 200000);
	put_frame(&stream, FIN | SP_WS_PING, "?", 1);
	put_frame(&stream, FIN | SP_WS_CONTINUATION, message + 240001, LONG - 240001);
	put_frame(&stream, FIN | RSV1 | SP_WS_BINARY, message, LONG);
	for (i = 0; i < PIECES; i++) {
		result = read_new(&stream, pieces[i], i % 2 == 0, true);
		ok(result.messages == 2 && result.same == 2 && result.pings == 2,
			"with pings between them");
		ok(result.lent <= 1, "what is compressed is gathered in memory of our own");
	}
	sp_buf_fini(&stream);
}

/* Wherever a long text goes wrong, that is said when the octet has come. */
static void not_utf8(void)
{
	struct sp_buf stream = {0};
	static const size_t places[] = {0, 100, 16 * 1024, 64 * 1024, 65522, 200001, LONG - 1};
	char was;
	size_t i, piece = 20 * 1024;

	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct result result;

		was = message[places[i]];
		message[places[i]] = '\xFF';
		put_frame(&stream, FIN | SP_WS_TEXT, message, LONG);
		message[places[i]] = was;
		result = read_new(&stream, piece, false, true);
		ok(result.bad == SP_WS_CLOSE_BAD_DATA, "1007");
		ok(result.bad_at > places[i] + 14 && result.bad_at <= places[i] + 15 + piece,
			"with the read that brings it");
		sp_buf_fini(&stream);
	}
}

/* The decoder goes to another process in the middle of a message. */
static void moved(void)
{
	struct sp_ws_message decoder, next;
	struct sp_buf stream = {0}, bytes = {0};
	struct result result;

	put_frame(&stream, FIN | SP_WS_TEXT, message, LONG);
	sp_ws_message_init(&decoder, LIMIT, false);
	decoder.lender = &lender;
	read_part(&decoder, &stream, 0, 200000, 50000, false);
	must(sp_ws_message_pack(&decoder, &bytes));
	ok(lent_now > 0, "memory was lent");
	sp_ws_message_fini(&decoder);
	sp_ws_message_init(&next, LIMIT, false);
	next.lender = &lender;
	must(sp_ws_message_unpack(&next, (struct sp_span){bytes.data, bytes.len}));
	result = read_part(&next, &stream, 200000, stream.len, 50000, false);
	ok(result.same == 1 && result.lent == 0, "and the other one has its own");
	sp_ws_message_fini(&next);
	ok(lent_now == 0, "nothing is left of it");
	sp_buf_fini(&bytes);
	sp_buf_fini(&stream);
}

int main(void)
{
	fill();
	run(whole);
	run(refused);
	run(fragments);
	run(not_utf8);
	run(moved);
	return check_end();
}
