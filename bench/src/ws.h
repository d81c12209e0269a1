/* SPDX-License-Identifier: MIT */
/* As much of the client's side of RFC 6455 as a load tool needs: no fragments, no extensions. */
#ifndef BENCH_WS_H
#define BENCH_WS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WS_HEAD_MAX 14

enum ws_opcode { WS_TEXT = 1, WS_BINARY = 2, WS_CLOSE = 8, WS_PING = 9, WS_PONG = 10 };

struct ws_frame {
	enum ws_opcode opcode;
	const char *data; /* points into what was parsed */
	size_t len;
};

/* Chooses this run's handshake key and mask. Call once, first. */
void ws_init(void);

/* Writes the upgrade request; returns its length. */
size_t ws_request(char *text, size_t size, const char *path, const char *host);

/* The length of a complete and correct 101 answer at the start of data; 0: not yet complete;
 * -1: it is something else, or its Sec-WebSocket-Accept is wrong. Changes nothing. */
long ws_answer(const char *data, size_t len);

/* Writes a masked frame: len + WS_HEAD_MAX bytes at most. Returns its length. */
size_t ws_encode(unsigned char *frame, enum ws_opcode opcode, const void *data, size_t len);

/* Parses one server frame at the start of data. Returns the bytes consumed; 0: more is needed;
 * -1: this client does not accept the frame (masked, reserved bits, fragment, over 1 MiB). */
long ws_decode(const unsigned char *data, size_t len, struct ws_frame *frame);

#endif
