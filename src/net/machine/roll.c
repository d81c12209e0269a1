/* SPDX-License-Identifier: MIT */
/*
 * The block: struct sp_roll, whose slots are sorted by id. A slot whose entry is removed keeps its
 * id until the roll is compacted, so finding is a binary search.
 *
 * What it costs. A compaction looks at each slot once, and removing starts one when more than half
 * of the slots are removed entries: so each removal has paid for two slots. Adding starts one at
 * the capacity. A walk with sp_roll_after() passes each id at most once, since it goes on from a
 * higher one each time, wherever the slots have moved to: all its calls together skip at most as
 * many slots as there are, and half of those, at least, are entries. (Whoever asks again from the
 * same id passes again what was removed behind it.)
 *
 * What a killed process leaves. Every write goes through set_32() and set_64(): they happen in the
 * order in which they stand here, and each of them whole. An entry is there when `end` includes it,
 * and gone when its slot says so. Work of many steps says first what it is about (`moving`,
 * `forgetting`), and each of its steps can be done twice, so repair() does what is left of it. Who
 * counts for whom is in the slots, and counted once more from there.
 */
#include "net/machine/roll.h"

#include "base/system.h"
#include "net/loop/shared.h"

struct slot {
	int64_t id;
	uint64_t peer; /* 0: nobody */
	uint64_t what; /* place, port << 16, flags << 32 */
};

#define REMOVED (UINT64_C(1) << 63)
#define HIDDEN (UINT64_C(1) << 62)
#define CLOSED ((uint64_t) SP_ROLL_CLOSED << 32)

struct sp_roll {
	struct sp_shared_lock lock;
	struct sp_id_counter counter;
	uint64_t moving; /* a compaction: slot to fill next, slot to look at next << 32; 0: none */
	uint32_t capacity;
	uint32_t complement; /* of capacity; if it is not, somebody has scribbled over the block */
	uint32_t end;        /* slots in use, removed entries included */
	uint32_t count;      /* entries that are not removed */
	uint32_t forgetting; /* a place + 1; 0: none */
	uint32_t repairs;
	uint32_t places;     /* bits of those that have entries, or had */
	struct slot slots[]; /* and behind them struct sp_peers */
};

_Static_assert(sizeof(struct sp_roll) % 8 == 0, "slots are aligned");

static void set_32(uint32_t *field, uint32_t value)
{
	SP_COMPILER_FENCE();
	__atomic_store_n(field, value, __ATOMIC_RELAXED);
}

static void set_64(uint64_t *field, uint64_t value)
{
	SP_COMPILER_FENCE();
	__atomic_store_n(field, value, __ATOMIC_RELAXED);
}

static void set_slot(struct slot *slot, int64_t id, uint64_t peer, uint64_t what)
{
	set_64((uint64_t *) &slot->id, (uint64_t) id);
	set_64(&slot->peer, peer);
	set_64(&slot->what, what);
}

/* Whatever the block says, nothing outside of it is used: of capacity there are two copies, and
 * everything else is held against it. */
static uint32_t capacity_of(const struct sp_roll *roll)
{
	return roll->complement == ~roll->capacity ? roll->capacity : 0;
}

static uint32_t end_of(const struct sp_roll *roll)
{
	uint32_t capacity = capacity_of(roll);

	return roll->end < capacity ? roll->end : capacity;
}

static bool is_removed(const struct sp_roll *roll, uint32_t at)
{
	return (roll->slots[at].what & REMOVED) != 0;
}

static uint64_t order_of(int64_t id)
{
	return (uint64_t) id & ((UINT64_C(1) << SP_ROLL_NUMBER_BITS) - 1);
}

/* The first slot with a higher id. */
static uint32_t slot_above(const struct sp_roll *roll, int64_t id)
{
	uint32_t low = 0, high = end_of(roll);

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (order_of(roll->slots[middle].id) <= order_of(id)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/* NULL: it is not there. */
static struct slot *slot_of(struct sp_roll *roll, int64_t id)
{
	uint32_t above = slot_above(roll, id);

	if (above == 0 || roll->slots[above - 1].id != id || is_removed(roll, above - 1)) {
		return NULL;
	}
	return &roll->slots[above - 1];
}

static uint64_t what_of(uint16_t place, uint16_t port, uint32_t flags)
{
	return ((uint64_t) flags << 32 | (uint64_t) port << 16 | place) & ~(REMOVED | HIDDEN);
}

static uint16_t port_of(const struct slot *slot)
{
	return (uint16_t) (slot->what >> 16);
}

static struct sp_roll_entry entry_of(const struct slot *slot)
{
	return (struct sp_roll_entry){
		.id = slot->id,
		.place = (uint16_t) slot->what,
		.port = port_of(slot),
		.flags = (uint32_t) (slot->what >> 32),
		.peer = slot->peer,
	};
}

static uint32_t bit_of(uint16_t place)
{
	return place < 32 ? UINT32_C(1) << place : 0;
}

/* Before its entry is there. */
static void note_place(struct sp_roll *roll, uint16_t place)
{
	set_32(&roll->places, roll->places | bit_of(place));
}

/* Moves entries down to slot `to`, beginning with the one at from, which is higher. A slot is
 * written to only when the entry in it has been moved and `moving` says so, so the step that was
 * interrupted can be done again. */
static void move_down(struct sp_roll *roll, uint32_t to, uint32_t from)
{
	uint32_t end = end_of(roll);

	to = to < from ? to : from;
	for (; from < end; from++) {
		if (!is_removed(roll, from)) {
			const struct slot *slot = &roll->slots[from];

			set_slot(&roll->slots[to], slot->id, slot->peer, slot->what);
			to++;
			set_64(&roll->moving, (uint64_t) (from + 1) << 32 | to);
		}
	}
	set_32(&roll->end, to);
	set_64(&roll->moving, 0);
}

static void compact(struct sp_roll *roll)
{
	uint32_t end = end_of(roll), to = 0;

	while (to < end && !is_removed(roll, to)) {
		to++;
	}
	set_64(&roll->moving, (uint64_t) (to + 1) << 32 | to);
	move_down(roll, to, to + 1);
}

static void compact_if_due(struct sp_roll *roll)
{
	uint32_t end = end_of(roll);

	if (roll->count < end && end - roll->count > roll->count) {
		compact(roll);
	}
}

static struct sp_peers *peers_of(struct sp_roll *roll)
{
	return (struct sp_peers *) (void *) (roll->slots + capacity_of(roll));
}

static void leave_peer(struct sp_roll *roll, const struct slot *slot)
{
	if (slot->peer != 0) {
		sp_peers_leave(peers_of(roll), slot->peer);
	}
}

static void remove_slot(struct sp_roll *roll, struct slot *slot)
{
	leave_peer(roll, slot);
	set_64(&slot->what, slot->what | REMOVED);
}

/* Returns how many there were. */
static uint32_t remove_place(struct sp_roll *roll, uint16_t place)
{
	uint32_t end = end_of(roll), removed = 0;

	set_32(&roll->places, roll->places & ~bit_of(place));

	for (uint32_t at = 0; at < end; at++) {
		struct slot *slot = &roll->slots[at];

		if ((uint16_t) slot->what == place && !is_removed(roll, at)) {
			remove_slot(roll, slot);
			removed++;
		}
	}
	return removed;
}

static void count_peers(struct sp_roll *roll)
{
	uint32_t end = end_of(roll);

	sp_peers_clear(peers_of(roll), capacity_of(roll));
	for (uint32_t at = 0; at < end; at++) {
		if (!is_removed(roll, at) && roll->slots[at].peer != 0) {
			sp_peers_take_over(peers_of(roll), roll->slots[at].peer);
		}
	}
}

static uint32_t counted(const struct sp_roll *roll)
{
	uint32_t end = end_of(roll), count = 0;

	for (uint32_t at = 0; at < end; at++) {
		count += !is_removed(roll, at);
	}
	return count;
}

/* Whoever does this may be killed as well: nothing is crossed off before it is done. */
static void repair(struct sp_roll *roll)
{
	if (roll->moving != 0) {
		move_down(roll, (uint32_t) roll->moving, (uint32_t) (roll->moving >> 32));
	}
	if (roll->forgetting != 0) {
		remove_place(roll, (uint16_t) (roll->forgetting - 1));
	}
	set_32(&roll->count, counted(roll));
	set_32(&roll->forgetting, 0);
	compact_if_due(roll);
	if (capacity_of(roll) > 0) {
		count_peers(roll);
	}
	set_32(&roll->repairs, roll->repairs + 1);
}

size_t sp_roll_size(uint32_t capacity)
{
	uint64_t bytes = sizeof(struct sp_roll) + (uint64_t) capacity * sizeof(struct slot) +
					 sp_peers_size(capacity);

	return bytes <= SIZE_MAX ? (size_t) bytes : 0;
}

bool sp_roll_init(struct sp_roll *roll, uint32_t capacity, struct sp_error *error)
{
	if (!sp_shared_lock_init(&roll->lock, error)) {
		return false;
	}
	roll->capacity = capacity;
	roll->complement = ~capacity;
	sp_peers_init(peers_of(roll), capacity);
	return true;
}

void sp_roll_enter(struct sp_roll *roll)
{
	if (sp_shared_lock_enter(&roll->lock)) {
		repair(roll);
	}
}

void sp_roll_leave(struct sp_roll *roll)
{
	sp_shared_lock_leave(&roll->lock);
}

struct sp_id_counter *sp_roll_counter(struct sp_roll *roll)
{
	return &roll->counter;
}

struct sp_peers *sp_roll_peers(struct sp_roll *roll)
{
	return peers_of(roll);
}

bool sp_roll_add(struct sp_roll *roll, const struct sp_roll_entry *entry)
{
	uint32_t end = end_of(roll);

	if (end == capacity_of(roll) && roll->count < end) {
		compact(roll);
		end = end_of(roll);
	}
	if (end == capacity_of(roll) ||
		(end > 0 && order_of(roll->slots[end - 1].id) >= order_of(entry->id))) {
		return false;
	}
	note_place(roll, entry->place);
	set_slot(&roll->slots[end], entry->id, entry->peer,
		what_of(entry->place, entry->port, entry->flags));
	set_32(&roll->end, end + 1);
	set_32(&roll->count, roll->count + 1);
	return true;
}

bool sp_roll_find(struct sp_roll *roll, int64_t id, struct sp_roll_entry *entry)
{
	const struct slot *slot;
	bool found;

	sp_roll_enter(roll);
	slot = slot_of(roll, id);
	found = slot != NULL && (slot->what & HIDDEN) == 0;
	if (found) {
		*entry = entry_of(slot);
	}
	sp_roll_leave(roll);
	return found;
}

bool sp_roll_change(struct sp_roll *roll, const struct sp_roll_entry *entry)
{
	struct slot *slot;

	sp_roll_enter(roll);
	slot = slot_of(roll, entry->id);
	if (slot != NULL) {
		note_place(roll, entry->place);
		set_64(
			&slot->what, (slot->what & HIDDEN) | what_of(entry->place, entry->port, entry->flags));
	}
	sp_roll_leave(roll);
	return slot != NULL;
}

static void remove_entry(struct sp_roll *roll, struct slot *slot)
{
	remove_slot(roll, slot);
	set_32(&roll->count, roll->count - 1);
	compact_if_due(roll);
}

static enum sp_peer_verdict count_for(struct sp_roll *roll, struct slot *slot, uint64_t peer,
	uint32_t now_s, const struct sp_peer_limits *limits)
{
	enum sp_peer_verdict verdict = SP_PEER_WELCOME;

	if (peer == 0 && (slot->what & HIDDEN)) {
		remove_entry(roll, slot);
		return verdict;
	}
	leave_peer(roll, slot);
	if (peer != 0 && limits != NULL) {
		verdict = sp_peers_enter(peers_of(roll), peer, now_s, limits);
	} else if (peer != 0) {
		sp_peers_take_over(peers_of(roll), peer);
	}
	set_64(&slot->peer, verdict == SP_PEER_WELCOME ? peer : 0);
	return verdict;
}

enum sp_peer_verdict sp_roll_count_for(struct sp_roll *roll, int64_t id, uint64_t peer,
	uint32_t now_s, const struct sp_peer_limits *limits)
{
	enum sp_peer_verdict verdict = SP_PEER_WELCOME;
	struct slot *slot;

	sp_roll_enter(roll);
	slot = slot_of(roll, id);
	if (slot != NULL && (slot->peer != peer || limits != NULL)) {
		verdict = count_for(roll, slot, peer, now_s, limits);
	}
	sp_roll_leave(roll);
	return verdict;
}

void sp_roll_remove(struct sp_roll *roll, int64_t id)
{
	struct slot *slot;

	sp_roll_enter(roll);
	slot = slot_of(roll, id);
	if (slot != NULL) {
		remove_entry(roll, slot);
	}
	sp_roll_leave(roll);
}

void sp_roll_hide(struct sp_roll *roll, int64_t id)
{
	struct slot *slot;

	sp_roll_enter(roll);
	slot = slot_of(roll, id);
	if (slot != NULL && slot->peer != 0) {
		set_64(&slot->what, slot->what | HIDDEN);
	} else if (slot != NULL) {
		remove_entry(roll, slot);
	}
	sp_roll_leave(roll);
}

bool sp_roll_after(struct sp_roll *roll, int64_t id, int port, struct sp_roll_entry *entry)
{
	bool found = false;

	sp_roll_enter(roll);
	for (uint32_t at = slot_above(roll, id), end = end_of(roll); at < end && !found; at++) {
		const struct slot *slot = &roll->slots[at];

		found =
			(slot->what & (REMOVED | CLOSED | HIDDEN)) == 0 && (port < 0 || port == port_of(slot));
		if (found) {
			*entry = entry_of(slot);
		}
	}
	sp_roll_leave(roll);
	return found;
}

uint32_t sp_roll_count(const struct sp_roll *roll)
{
	return __atomic_load_n(&roll->count, __ATOMIC_RELAXED);
}

uint32_t sp_roll_places(const struct sp_roll *roll)
{
	return __atomic_load_n(&roll->places, __ATOMIC_ACQUIRE);
}

uint32_t sp_roll_forget(struct sp_roll *roll, uint16_t place)
{
	uint32_t removed;

	sp_roll_enter(roll);
	set_32(&roll->forgetting, (uint32_t) place + 1);
	removed = remove_place(roll, place);
	set_32(&roll->count, roll->count - removed);
	set_32(&roll->forgetting, 0);
	compact_if_due(roll);
	sp_roll_leave(roll);
	return removed;
}
