/* SPDX-License-Identifier: MIT */
/*
 * One outgoing message: encoded once, and every receiver's queue holds a reference. It is ready for
 * the wire: header and payload lie together. Nothing in it changes once it is shared, except that
 * other forms of it are added for receivers that do not read plain frames. Each is a packet, too,
 * and is made when the first of them is to get it: see deflated.h and event.h.
 */
#ifndef SP_NET_OUT_PACKET_H
#define SP_NET_OUT_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/ws_frame.h"

struct sp_packet;

/* The form in which a receiver reads messages. */
enum sp_form {
	SP_FORM_FRAME = 0, /* a WebSocket frame, which is the packet itself */
	SP_FORM_EVENT = 1, /* a server-sent event */
					   /* SP_WS_DEFLATE_WINDOW_MIN to _MAX: a frame, compressed with that window */
};

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
	bool raw;           /* it is no frame: whatever a receiver reads, it gets these bytes */
};

struct sp_packet {
	uint32_t refs;
	uint32_t passed_as; /* its number for another process; 0: that does not have it */
	size_t len;         /* bytes in data, header included */
	size_t cap;         /* bytes that data has room for */
	struct sp_packet_course course;
	struct sp_packet_account *account; /* borrowed; NULL: none */
	struct sp_packet *forms;           /* its other forms, each linked to the next; owned */
	uint16_t formless;                 /* bits 1 << form of those that it has not and gets not */
	uint8_t form;                      /* enum sp_form: what it is itself */
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

/* Its form of this kind, if that has been made, or NULL. Borrowed: it lives as long as the packet.
 */
struct sp_packet *sp_packet_form(struct sp_packet *packet, unsigned form);

/* Adds a form, of which it takes the reference. */
void sp_packet_add_form(struct sp_packet *packet, struct sp_packet *made, unsigned form);

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
