/* SPDX-License-Identifier: MIT */
/*
 * One outgoing message: encoded once, then every receiver's queue holds a reference. It is ready
 * for the wire: header and payload lie together. Nothing in it changes once it is shared.
 */
#ifndef SP_NET_OUT_PACKET_H
#define SP_NET_OUT_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/ws_frame.h"

struct sp_packet;

/* Of all packets that were made for one server. Zeroed is empty. */
struct sp_packet_account {
	size_t bytes;            /* of the living ones */
	struct sp_packet *spare; /* a dead one, for the next that fits: an echo allocates nothing */
};

/* What may become of it on its way. Zeroed: it is never left out. Set by its maker, before the
 * first queue takes it. */
struct sp_packet_course {
	uint64_t key;   /* a later one with the same takes its place while it waits; 0: none */
	int64_t except; /* the connection that a message to many is not for; 0: none */
	bool may_drop;  /* a full queue makes room by dropping it */
};

struct sp_packet {
	uint32_t refs;
	size_t len; /* bytes in data, header included */
	size_t cap; /* bytes that data has room for */
	struct sp_packet_course course;
	struct sp_packet_account *account; /* borrowed; NULL: none */
	char data[];
};

/* A WebSocket frame around a copy of payload. Returns a reference (refs is 1), or NULL when out
 * of memory. account: where it is counted while it lives; may be NULL. */
struct sp_packet *sp_packet_new_ws(struct sp_packet_account *account, bool fin, uint8_t rsv,
	uint8_t opcode, const void *payload, size_t len);

/* A close frame (RFC 6455 §5.5.1). code 1005 makes an empty one. reason is cut at 123 bytes, at
 * a character's end. Returns a reference or NULL. */
struct sp_packet *sp_packet_new_close(
	struct sp_packet_account *account, unsigned code, const void *reason, size_t reason_len);

/* Bytes that are sent as they are (HTTP). Returns a reference or NULL. head and body are copied,
 * one behind the other; body may be NULL with length 0. */
struct sp_packet *sp_packet_new_raw(struct sp_packet_account *account, const void *head,
	size_t head_len, const void *body, size_t body_len);

static inline struct sp_packet *sp_packet_ref(struct sp_packet *packet)
{
	packet->refs++;
	return packet;
}

/* Gives a reference back; the last one frees it, or keeps it as the spare. */
void sp_packet_release(struct sp_packet *packet);

/* Frees the spare one. Packets that still live are not known here. */
void sp_packet_account_fini(struct sp_packet_account *account);

#endif
