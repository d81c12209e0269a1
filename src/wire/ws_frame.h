/* SPDX-License-Identifier: MIT */
/*
 * The frame header of RFC 6455 §5.2: bytes to meaning and back. No payload is touched here.
 */
#ifndef SP_WIRE_WS_FRAME_H
#define SP_WIRE_WS_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum sp_ws_opcode {
	SP_WS_CONTINUATION = 0,
	SP_WS_TEXT = 1,
	SP_WS_BINARY = 2,
	SP_WS_CLOSE = 8,
	SP_WS_PING = 9,
	SP_WS_PONG = 10,
};

/* Status codes of RFC 6455 §7.4.1 that we send or look at. */
enum sp_ws_close_code {
	SP_WS_CLOSE_NORMAL = 1000,
	SP_WS_CLOSE_GOING_AWAY = 1001,
	SP_WS_CLOSE_PROTOCOL_ERROR = 1002,
	SP_WS_CLOSE_NO_STATUS = 1005, /* never sent: the close frame had no code */
	SP_WS_CLOSE_ABNORMAL = 1006,  /* never sent: no close frame came */
	SP_WS_CLOSE_BAD_DATA = 1007,
	SP_WS_CLOSE_POLICY = 1008,
	SP_WS_CLOSE_TOO_BIG = 1009,
	SP_WS_CLOSE_SERVER_ERROR = 1011,
	SP_WS_CLOSE_RESTART = 1012,
	SP_WS_CLOSE_TRY_LATER = 1013,
};

#define SP_WS_HEADER_MAX 14        /* longest header that can arrive (masked, 64-bit length) */
#define SP_WS_HEADER_OUT_MAX 10    /* longest header that we send (never masked) */
#define SP_WS_CONTROL_MAX 125      /* RFC 6455 §5.5 */
#define SP_WS_CLOSE_REASON_MAX 123 /* a control frame minus the status code */

struct sp_ws_frame_header {
	bool fin;
	bool masked;
	uint8_t rsv;     /* RSV1 is 4, RSV2 is 2, RSV3 is 1 */
	uint8_t opcode;  /* 0 to 15, not checked here */
	uint8_t size;    /* length of the header itself, 2 to 14 */
	uint8_t mask[4]; /* only if masked */
	uint64_t length; /* payload length */
	bool minimal;    /* the shortest length form was used (RFC 6455 §5.2: MUST) and, in
					  * the 64-bit form, the highest bit was 0 */
};

/* Reads a header from the front of data. Returns its size, or 0 when more bytes are needed; *out
 * is not meaningful then. Checks nothing; the caller judges. */
size_t sp_ws_frame_header_parse(const void *data, size_t len, struct sp_ws_frame_header *out);

/* Writes an unmasked header to out. rsv as in the struct. Returns its size, 2 to 10. */
size_t sp_ws_frame_header_write(
	uint8_t out[SP_WS_HEADER_OUT_MAX], bool fin, uint8_t rsv, uint8_t opcode, uint64_t length);

/* XORs data in place. offset is how many payload bytes of this frame came before (the mask
 * has four bytes; only offset % 4 matters). Fast on long data. */
void sp_ws_unmask(void *data, size_t len, const uint8_t mask[4], uint64_t offset);

/* True if a peer may send this code in a close frame: 1000-1003, 1007-1014, 3000-4999. */
bool sp_ws_close_code_valid(unsigned code);

#endif
