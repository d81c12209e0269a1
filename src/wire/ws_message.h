/* SPDX-License-Identifier: MIT */
/*
 * From a client's bytes to messages: unmasks, checks everything that RFC 6455 allows it to check,
 * joins fragments. The caller feeds what it read and gets one event after another:
 *
 *     while ((event = sp_ws_message_feed(&decoder, data, len, &used, &out)) != SP_WS_EVENT_MORE) {
 *         data += used, len -= used; ... use out ... stop at SP_WS_EVENT_BAD
 *     }
 *
 * Between messages the decoder holds no memory and no state (sp_ws_message_idle), so that an
 * idle connection needs no decoder at all.
 */
#ifndef SP_WIRE_WS_MESSAGE_H
#define SP_WIRE_WS_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "wire/ws_frame.h"

enum sp_ws_event {
	SP_WS_EVENT_MORE,    /* everything was consumed; feed more */
	SP_WS_EVENT_MESSAGE, /* a whole text or binary message */
	SP_WS_EVENT_PING,
	SP_WS_EVENT_PONG,
	SP_WS_EVENT_CLOSE, /* a valid close frame; nothing after it may be fed */
	SP_WS_EVENT_BAD,   /* the peer broke the protocol; nothing more may be fed */
};

/* Memory for the payload of a long message from whoever gets the message, so that it need not be
 * copied once more. It is asked for as the payload comes, like any other. */
struct sp_ws_lender {
	/* Gives buf room for cap bytes in all; what is in it stays. buf is empty, or was lent before.
	 * False: not now, and buf is as it was. */
	bool (*lend)(struct sp_buf *buf, size_t cap);
	/* Takes the memory back, and empties buf. */
	void (*take_back)(struct sp_buf *buf);
};

/* What an event carries. payload points into the bytes fed or into the decoder, and is valid until
 * the next call on the decoder or until those bytes are gone. */
struct sp_ws_event_data {
	uint8_t opcode;      /* MESSAGE: SP_WS_TEXT or SP_WS_BINARY */
	bool compressed;     /* MESSAGE: RSV1 was set on its first frame (allowed by rsv1_allowed) */
	bool is_utf8;        /* MESSAGE: the payload was found to be UTF-8 */
	const char *payload; /* MESSAGE, PING, PONG: unmasked; CLOSE: the reason; BAD: why (text) */
	size_t len;
	uint16_t close_code; /* CLOSE: the peer's code, or 1005 for none; BAD: the code to send */
	struct sp_buf *lent; /* MESSAGE: the payload is all that is in this memory, which was lent; who
						  * keeps it sets *lent to {0}. NULL: it was not */
};

#define SP_WS_ROOM_MIN ((size_t) 16 * 1024)  /* bytes; a record of TLS fits */
#define SP_WS_ROOM_MAX ((size_t) 256 * 1024) /* bytes; then others have their turn */

struct sp_ws_message {
	size_t limit;      /* longest message in bytes, see sp_ws_message_limit(); longer is BAD with
						* 1009. Set by the caller */
	bool rsv1_allowed; /* permessage-deflate was negotiated; set by the caller */
	const struct sp_ws_lender *lender; /* NULL: none; set by the caller */

	/* for rate limits: counted here, read and set to 0 by the caller */
	uint32_t data_frames; /* with a payload, or the last of a message */
	uint32_t bare_frames; /* without data: control frames, empty fragments */

	/* the frame being read */
	bool in_payload;    /* header is complete */
	uint8_t header_len; /* bytes gathered in header_bytes */
	uint8_t header_bytes[SP_WS_HEADER_MAX];
	struct sp_ws_frame_header header;
	uint64_t received; /* payload bytes of this frame so far */
	uint8_t control_len;
	char control[SP_WS_CONTROL_MAX]; /* payload of a control frame that came in pieces */

	/* the message being joined */
	bool in_message; /* a first fragment has come, the last has not */
	bool compressed;
	bool delivered; /* gathered was handed out and is emptied by the next call */
	uint8_t opcode;
	uint32_t utf8; /* state of the text so far */
	bool lent;     /* the memory of gathered is the lender's */
	struct sp_buf gathered;
};

/* Starts an idle decoder. Takes no memory. */
void sp_ws_message_init(struct sp_ws_message *decoder, size_t limit, bool rsv1_allowed);

/* Frees what is gathered; the decoder is idle afterwards. */
void sp_ws_message_fini(struct sp_ws_message *decoder);

/* True at a frame boundary with no message begun: the decoder holds nothing worth keeping. A
 * gathered message that was handed out may still hold its memory: call fini then. */
bool sp_ws_message_idle(const struct sp_ws_message *decoder);

/* How many bytes the message that is being read may have as it comes. Data that does not deflate
 * gets a little longer, and must not be refused for that; what it inflates to is for the caller to
 * bound. */
size_t sp_ws_message_limit(const struct sp_ws_message *decoder);

/* Reads the next event from the front of data, which it may change (unmasking is in place).
 * *used is how many bytes it consumed; with MORE that is all of them. A message that lies whole
 * in data is not copied. Memory grows with what has arrived, never with what is announced.
 * Fails fast: a bad header is BAD before its payload comes, bad UTF-8 at its first bad octet, and
 * a message that is too big as soon as a header says so.
 * BAD codes: 1002 protocol error, 1007 not UTF-8, 1009 too big, 1011 out of memory. */
enum sp_ws_event sp_ws_message_feed(struct sp_ws_message *decoder, char *data, size_t len,
	size_t *used, struct sp_ws_event_data *out);

/* Where the next bytes should be read to, and fed from, since they belong there: nothing needs to
 * be copied then. *room is how many, SP_WS_ROOM_MIN at least. NULL: read them to anywhere, since
 * they are not all payload of one long message, or there is no memory. Valid until the next call on
 * the decoder. */
char *sp_ws_message_room(struct sp_ws_message *decoder, size_t *room);

/* Appends where the decoder is, in the middle of a message or not, for a decoder in another process
 * (see base/pack.h). False: out of memory. */
bool sp_ws_message_pack(const struct sp_ws_message *decoder, struct sp_buf *out);

/* Puts a decoder that was just initialised there. Its limit and rsv1_allowed stay its own. False:
 * the bytes make no sense, or out of memory; only sp_ws_message_fini() may be called then. */
bool sp_ws_message_unpack(struct sp_ws_message *decoder, struct sp_span bytes);

#endif
