/* SPDX-License-Identifier: MIT */
/*
 * Tools for the tests of a whole connection without a socket: what they send, and what they were
 * told.
 */
#ifndef SP_TESTS_SESSION_TOOLS_H
#define SP_TESTS_SESSION_TOOLS_H

#include "check.h"
#include "fake_net.h"

#define STORY_MAX ((size_t) 1 << 20) /* reserved, so that recording allocates nothing */

#define GET "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
#define UPGRADE                                                                  \
	"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" \
	"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"

/* Masked with zeros, so that they can be read. */
#define MASK "\0\0\0\0"
#define HELLO "\x81\x85" MASK "Hello"
#define HEL "\x01\x83" MASK "Hel"
#define LO "\x80\x82" MASK "lo"
#define EMPTY "\x01\x80" MASK
#define PING "\x89\x84" MASK "ping"
#define BYE                    \
	"\x88\x85" MASK "\x03\xE8" \
	"bye"

static struct sp_buf story;
static struct fake_net net;

static inline void begin(const struct fake_plan *plan)
{
	story.len = 0;
	must(sp_buf_reserve(&story, STORY_MAX));
	fake_open(&net, plan, &story);
}

/* Begins, and opens a WebSocket. */
static inline void begin_websocket(const struct fake_plan *plan)
{
	begin(plan);
	fake_read(&net, UPGRADE, sizeof(UPGRADE) - 1);
	fake_settle(&net);
	must(net.conn->state == SP_CONN_ESTABLISHED);
	story.len = 0;
}

#define read_bytes(literal) fake_read(&net, literal, sizeof(literal) - 1)

static inline const char *told(void)
{
	must(sp_buf_append(&story, "", 1));
	story.len--;
	return story.data;
}

static inline bool says(const char *text)
{
	return strstr(told(), text) != NULL;
}

static inline bool story_is(const char *text)
{
	return strcmp(told(), text) == 0;
}

#endif
