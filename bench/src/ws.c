/* SPDX-License-Identifier: MIT */
#include "ws.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "sha1.h"

/* One of each is enough for a run: a loopback path needs no protection. */
static char key[25];
static char accept_line[24 + WS_ACCEPT_SIZE]; /* what the answer must contain */
static unsigned char mask[4];

void ws_init(void)
{
	static const char field[] = "Sec-WebSocket-Accept: ";
	unsigned char random[20];

	if (getrandom(random, sizeof(random), 0) != sizeof(random)) {
		abort();
	}
	base64(random, 16, key);
	memcpy(mask, random + 16, sizeof(mask));
	memcpy(accept_line, field, sizeof(field));
	ws_accept(key, strlen(key), accept_line + sizeof(field) - 1);
}

size_t ws_request(char *text, size_t size, const char *path, const char *host)
{
	int len = snprintf(text, size,
		"GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\n"
		"Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n",
		path, host, key);

	return len < 0 || (size_t) len >= size ? 0 : (size_t) len;
}

long ws_answer(const char *data, size_t len)
{
	const char *end = memmem(data, len, "\r\n\r\n", 4);
	char head[2048];
	char *found;

	if (!end) {
		return len < sizeof(head) ? 0 : -1;
	}
	len = (size_t) (end - data) + 4;
	if (len >= sizeof(head)) {
		return -1;
	}
	memcpy(head, data, len);
	head[len] = '\0';
	if (strncmp(head, "HTTP/1.1 101 ", 13) != 0) {
		return -1;
	}
	/* The name in any case, the value exactly; servers write one space after the colon. */
	found = strcasestr(head, accept_line);
	return found && !memcmp(found + 22, accept_line + 22, 28) ? (long) len : -1;
}

size_t ws_encode(unsigned char *frame, enum ws_opcode opcode, const void *data, size_t len)
{
	const unsigned char *from = data;
	uint64_t mask64;
	size_t head = 2, i = 0;

	frame[0] = (unsigned char) (0x80 | opcode);
	if (len < 126) {
		frame[1] = (unsigned char) (0x80 | len);
	} else {
		int bytes = len < 65536 ? 2 : 8;

		frame[1] = bytes == 2 ? 0x80 | 126 : 0x80 | 127;
		for (int left = bytes - 1; left >= 0; left--) {
			frame[head++] = (unsigned char) ((uint64_t) len >> 8 * left);
		}
	}
	memcpy(frame + head, mask, 4);
	head += 4;
	memcpy(&mask64, mask, 4);
	memcpy((char *) &mask64 + 4, mask, 4);
	for (; i + 8 <= len; i += 8) {
		uint64_t word;

		memcpy(&word, from + i, 8);
		word ^= mask64;
		memcpy(frame + head + i, &word, 8);
	}
	for (; i < len; i++) {
		frame[head + i] = from[i] ^ mask[i & 3];
	}
	return head + len;
}

static bool acceptable(int opcode)
{
	return opcode == WS_TEXT || opcode == WS_BINARY || (opcode >= WS_CLOSE && opcode <= WS_PONG);
}

long ws_decode(const unsigned char *data, size_t len, struct ws_frame *frame)
{
	size_t head = 2, bytes;
	uint64_t size;

	if (len < 2) {
		return 0;
	}
	if ((data[0] & 0xF0) != 0x80 || !acceptable(data[0] & 0xF) || data[1] & 0x80) {
		return -1;
	}
	size = data[1];
	bytes = size == 126 ? 2 : size == 127 ? 8 : 0;
	if (bytes) {
		head += bytes;
		if (len < head) {
			return 0;
		}
		size = 0;
		for (size_t i = 0; i < bytes; i++) {
			size = size << 8 | data[2 + i];
		}
	}
	if (size > 1 << 20) {
		return -1;
	}
	if (len - head < size) {
		return 0;
	}
	frame->opcode = data[0] & 0xF;
	frame->data = (const char *) data + head;
	frame->len = (size_t) size;
	return (long) (head + size);
}
