/* SPDX-License-Identifier: MIT */
/*
 * One outgoing message: encoded once, and every receiver's queue holds a reference. It is ready for
 * the wire: header and payload lie together. Nothing in it changes once it is shared, except that
 * compressed forms of it are added, each of which is a packet, too: see deflated.h.
 */
#ifndef SP_NET_OUT_PACKET_H
#define SP_NET_OUT_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/ws_frame.h"

struct sp_packet;

/* The account of all packets of one server. Zeroed is empty. */
struct sp_packet_account {
	size_t bytes;            /* in all packets that are alive */
	struct sp_packet *spare; /* released, kept for the next that fits: an echo allocates nothing */
};

/* What may happen to a packet on its way. Zeroed: it is never left out. Whoever makes the packet
 * sets it before the packet is first queued. */
struct sp_packet_course {
	uint64_t key;       /* while it waits, a later packet with the same key replaces it; 0: none */
	int64_t except;     /* the connection that does not get a message to many; 0: none */
	bool may_drop;      /* a full queue may drop it to make room */
	bool deflate_short; /* it is compressed even if it is short, for those that can read it */
};

struct sp_packet {
	uint32_t refs;
	uint32_t passed_as; /* its number for another process; 0: that does not have it */
	size_t len;         /* bytes in data, header included */
	size_t cap;         /* bytes that data has room for */
	struct sp_packet_course course;
	struct sp_packet_account *account; /* borrowed; NULL: none */
	struct sp_packet *deflated;        /* its compressed forms, each linked to the next; owned */
	uint8_t window;                    /* a compressed form's; 0: it is none */
	uint8_t stays_plain; /* bits of windows for which it has no compressed form, and gets none */
	char data[];
};

/* A WebSocket frame around a copy of payload. Returns a reference (refs is 1), or NULL when out
 * of memory. account: where it is counted while it lives; may be NULL. */
struct sp_packet *sp_packet_new_ws(struct sp_packet_account *account, bool fin, uint8_t rsv,
	uint8_t opcode, const void *payload, size_t len);

/* A close frame (RFC 6455 §5.5.1). Code 1005 makes an empty one. A reason of more than 123 bytes is
 * cut at the end of a character. Returns a reference or NULL. */
struct sp_packet *sp_packet_new_close(
	struct sp_packet_account *account, unsigned code, const void *reason, size_t reason_len);

/* Bytes that are sent as they are (HTTP). Returns a reference or NULL. head and body are copied,
 * one after the other; body may be NULL if its length is 0. */
struct sp_packet *sp_packet_new_raw(struct sp_packet_account *account, const void *head,
	size_t head_len, const void *body, size_t body_len);

static inline struct sp_packet *sp_packet_ref(struct sp_packet *packet)
{
	packet->refs++;
	return packet;
}

/* Gives a reference back; the last one frees the packet, or keeps it as the spare. */
void sp_packet_release(struct sp_packet *packet);

/* Frees the spare. The account does not know the packets that are still alive. */
void sp_packet_account_fini(struct sp_packet_account *account);

#endif
