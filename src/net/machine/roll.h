/* SPDX-License-Identifier: MIT */
/*
 * The roll: all connections of all processes of one server, in the order of their ids, in one block
 * of shared memory. Each process adds and removes its own; each may ask for any. It also has how
 * many of them each address has: whoever is added, removed or forgotten is counted there, and one
 * that moves to another process stays counted.
 *
 * The block may lie at another address in each process. If a process is killed in a call, the next
 * one that enters finishes what it had begun, or finds that nothing of it has happened.
 */
#ifndef SP_NET_MACHINE_ROLL_H
#define SP_NET_MACHINE_ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/peers.h"

struct sp_roll;

enum sp_roll_flag {
	SP_ROLL_ESTABLISHED = 1 << 0, /* it is an open WebSocket or event stream */
	SP_ROLL_CLOSED = 1 << 1,      /* exists() is false; its Close callback may still run */
	SP_ROLL_EVENTS = 1 << 2,      /* it is an event stream */
};

struct sp_roll_entry {
	int64_t id;
	uint16_t place; /* of its process */
	uint16_t port;  /* index of its listener */
	uint32_t flags; /* of enum sp_roll_flag; the two highest are not kept */
	uint64_t peer;  /* whom it counts for: see sp_peers_key(); 0: for nobody */
};

/* The lowest bits of an id are its number, by which ids are compared. What is above says of which
 * node it is, and that may be another one after a reload. */
#define SP_ROLL_NUMBER_BITS 45

/* What ids are made of: see net/conn/id.h. The roll only keeps it. */
struct sp_id_counter {
	uint64_t next;
	uint64_t reserved;
};

/* How long the block is for so many entries. Those that are removed keep their room until the roll
 * is compacted, which adding does when there is none left: so that it is rarely needed, capacity is
 * to be twice the number of connections. 0: longer than a size_t can say. */
size_t sp_roll_size(uint32_t capacity);

/* Makes a roll of a block of sp_roll_size() zeroes, aligned to 8. Touches only a page or two of it.
 * False: *error says why. */
bool sp_roll_init(struct sp_roll *roll, uint32_t capacity, struct sp_error *error);

/* The lock, for whoever makes an id: an id is taken and added between the same two calls, so that
 * all are added in their order. */
void sp_roll_enter(struct sp_roll *roll);
void sp_roll_leave(struct sp_roll *roll);

/* To be used between the two. */
struct sp_id_counter *sp_roll_counter(struct sp_roll *roll);

/* Whom connections count for, which has room for as many as the roll. To be used between the two. A
 * connection that is welcome is added next, with its peer, or leaves again. */
struct sp_peers *sp_roll_peers(struct sp_roll *roll);

/* To be called between the two. If entry->peer is not 0, it is counted already. False: the roll is
 * full of entries that are not removed, or one has an id that is not below this one. */
bool sp_roll_add(struct sp_roll *roll, const struct sp_roll_entry *entry);

/* All others enter and leave by themselves. */

/* False: it is not there. */
bool sp_roll_find(struct sp_roll *roll, int64_t id, struct sp_roll_entry *entry);

/* Puts the entry in the place of the one with its id, all at once. Whom it counts for stays as it
 * is. False: that is not there. */
bool sp_roll_change(struct sp_roll *roll, const struct sp_roll_entry *entry);

/* From now on it counts for that peer, and no more for another one; 0: for nobody. limits NULL:
 * whatever they are, and not as one that is opened now. If it is not welcome, it counts for nobody.
 * No effect if it is not there. */
enum sp_peer_verdict sp_roll_count_for(struct sp_roll *roll, int64_t id, uint64_t peer,
	uint32_t now_s, const struct sp_peer_limits *limits);

/* No effect if it is not there. */
void sp_roll_remove(struct sp_roll *roll, int64_t id);

/* Nobody finds it any more, but its descriptor is still open: if it counts for somebody, it is
 * removed when it counts for nobody, and now otherwise. */
void sp_roll_hide(struct sp_roll *roll, int64_t id);

/* The first entry with a higher id that is not SP_ROLL_CLOSED; with port >= 0, the first of that
 * port. False: there is none. */
bool sp_roll_after(struct sp_roll *roll, int64_t id, int port, struct sp_roll_entry *entry);

/* How many there are, SP_ROLL_CLOSED ones included. Does not enter. */
uint32_t sp_roll_count(const struct sp_roll *roll);

/* Bits of the places below 32 that have entries, or had some before they were forgotten. Does not
 * enter. */
uint32_t sp_roll_places(const struct sp_roll *roll);

/* A process is dead, or has none any more: removes all entries with its place. Returns how many. */
uint32_t sp_roll_forget(struct sp_roll *roll, uint16_t place);

#endif
