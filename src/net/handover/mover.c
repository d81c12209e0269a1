/* SPDX-License-Identifier: MIT */
/*
 * A connection leaves when this process has read the journal to its end, and goes with that
 * position. Whoever has it next, this one or the other, gives it everything that was written from
 * there on. So nothing is lost or doubled, whoever publishes meanwhile.
 */
#include "net/handover/mover.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/pack.h"
#include "net/conn/conn.h"
#include "net/conn/flush.h"
#include "net/conn/transport.h"
#include "net/delivery/relay.h"
#include "net/delivery/window.h"
#include "net/handover/parcel.h"
#include "net/handover/tube.h"
#include "net/loop/log.h"
#include "wire/ws_frame.h"

#define BATCH SP_TUBE_DESCRIPTORS
#define BATCH_BYTES ((size_t) 1024 * 1024) /* and it is full: this process serves between two */
#define BATCHES 4 /* that were not answered: descriptors on their way are bounded by the kernel */

struct batch {
	struct sp_link link;
	uint64_t number;
	uint64_t position; /* in the journal */
	size_t count;
	struct sp_conn *conns[BATCH];
};

struct sp_mover {
	struct sp_windows *windows;
	struct sp_core *core;
	struct sp_tube *tube;
	struct sp_freight freight;
	struct sp_link batches; /* struct batch, not answered yet */
	uint32_t batch_count;
	uint64_t last_number;
	uint32_t moved, refused;
	const char *reason;
	bool ended;
};

/* The connection is the other process' from now on, unless that refuses it. */
static void let_go(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	event_del(&conn->event);
	sp_conn_delist(conn);
	sp_conn_table_remove(&core->table, conn->member.id);
	sp_topics_lend(&core->topics, &conn->member);
	sp_list_append(&core->leaving, &conn->all);
	core->on_their_way++;
}

/* It has moved: only this process' copy of it goes. */
static void forget(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	core->on_their_way--;
	conn->listener->transport->close(conn, false);
	conn->state = SP_CONN_DEAD;
	sp_conn_free(conn);
}

/* It is this process' again. False: it is gone. */
static bool bring_back(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	if (!sp_conn_table_add(&core->table, &conn->member)) {
		forget(conn);
		return false;
	}
	core->on_their_way--;
	sp_link_remove(&conn->all);
	sp_conn_enlist(conn);
	sp_conn_enroll(conn);
	event_add(&conn->event, NULL);
	if (!sp_topics_rejoin(&core->topics, &conn->member)) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
	return true;
}

/* Brings back some of a batch, gives them what was written meanwhile, and closes them. */
static void bring_all_back(
	struct sp_mover *mover, struct sp_conn *conns[], size_t count, uint64_t position)
{
	size_t back = 0;

	sp_relay_read(mover->windows);
	for (size_t i = 0; i < count; i++) {
		if (bring_back(conns[i])) {
			conns[back++] = conns[i];
		}
	}
	sp_relay_replay(mover->core, conns, back, position, mover->core->read_to);
	for (size_t i = 0; i < back; i++) {
		sp_conn_uncount_peer(conns[i]);
		sp_conn_close(conns[i], SP_WS_CLOSE_RESTART, sp_span(mover->reason));
	}
	mover->refused += (uint32_t) back;
}

static struct batch *shift(struct sp_mover *mover)
{
	struct sp_link *link = mover->batches.next;

	if (link == &mover->batches) {
		return NULL;
	}
	sp_link_remove(link); /* NOLINT(clang-analyzer-unix.Malloc): what was freed is off the list */
	mover->batch_count--;
	return SP_CONTAINER(link, struct batch, link);
}

static bool is_among(struct sp_span ids, int64_t id)
{
	struct sp_unpack from = {ids, false};

	while (from.rest.len > 0 && !from.is_bad) {
		if ((int64_t) sp_unpack_number(&from) == id) {
			return true;
		}
	}
	return false;
}

/* The answer to the oldest batch: its number, and the ids of those that could not be taken. */
static bool on_answer(void *arg, struct sp_span message)
{
	struct sp_mover *mover = arg;
	struct sp_unpack from = {message, false};
	uint64_t number = sp_unpack_number(&from);
	struct batch *batch;
	size_t refused = 0;

	/* Whoever has asked for all members of a topic before the other process took these: that one
	 * did not have them yet when it answered. */
	sp_relay_read(mover->windows);
	batch = shift(mover);
	if (batch == NULL) {
		return false;
	}
	if (from.is_bad || batch->number != number) {
		bring_all_back(mover, batch->conns, batch->count, batch->position);
		free(batch);
		return false;
	}
	for (size_t i = 0; i < batch->count; i++) {
		struct sp_conn *conn = batch->conns[i];

		if (is_among(from.rest, conn->member.id)) {
			batch->conns[refused++] = conn;
		} else {
			forget(conn);
			mover->moved++;
		}
	}
	bring_all_back(mover, batch->conns, refused, batch->position);
	free(batch);
	mover->core->loop->again = true;
	return true;
}

static void on_end(void *arg)
{
	struct sp_mover *mover = arg;
	struct batch *batch;

	mover->ended = true;
	while ((batch = shift(mover)) != NULL) {
		bring_all_back(mover, batch->conns, batch->count, batch->position);
		free(batch);
	}
	mover->core->loop->again = true;
}

static const struct sp_tube_events events = {on_answer, on_end};

/* The version, and which ports there are. False: out of memory. */
static bool say_hello(struct sp_mover *mover, const struct sp_link *listeners)
{
	struct sp_buf message = {0};
	bool done = sp_pack_number(&message, SP_PARCEL_VERSION);

	for (struct sp_link *link = listeners->next; link != listeners && done; link = link->next) {
		const struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);

		done = sp_pack_text(&message, sp_span(listener->host)) &&
			   sp_pack_number(&message, (uint64_t) listener->asked_port) &&
			   sp_pack_number(&message, (uint64_t) listener->type);
	}
	done = done && sp_tube_send(mover->tube, (struct sp_span){message.data, message.len}, NULL, 0);
	sp_buf_fini(&message);
	return done;
}

struct sp_mover *sp_mover_new(
	struct sp_windows *windows, const struct sp_link *listeners, int fd, const char *reason)
{
	struct sp_core *core = windows->core;
	struct sp_mover *mover = calloc(1, sizeof(*mover));

	if (mover == NULL) {
		close(fd);
		return NULL;
	}
	mover->windows = windows;
	mover->core = core;
	mover->reason = reason;
	sp_link_init(&mover->batches);
	mover->tube = sp_tube_new(core->loop->base, fd, &events, mover);
	if (mover->tube == NULL || !say_hello(mover, listeners)) {
		sp_mover_free(mover);
		return NULL;
	}
	return mover;
}

void sp_mover_free(struct sp_mover *mover)
{
	struct batch *batch;

	if (mover == NULL) {
		return;
	}
	while ((batch = shift(mover)) != NULL) {
		for (size_t i = 0; i < batch->count; i++) {
			forget(batch->conns[i]);
		}
		free(batch);
	}
	sp_tube_free(mover->tube);
	sp_freight_fini(&mover->freight);
	free(mover);
}

void sp_mover_renounce(struct sp_mover *mover)
{
	struct sp_link *link;

	sp_tube_renounce(mover->tube);
	for (link = mover->batches.next; link != &mover->batches; link = link->next) {
		const struct batch *batch = SP_CONTAINER(link, struct batch, link);

		for (size_t i = 0; i < batch->count; i++) {
			sp_conn_renounce(batch->conns[i]);
		}
	}
}

/* Packs those that stand still. */
static void collect(
	struct sp_mover *mover, struct batch *batch, struct sp_buf *parcels, struct sp_buf *packets)
{
	struct sp_link *all = &mover->core->connections;

	for (struct sp_link *link = all->next;
		 link != all && batch->count < BATCH && packets->len + parcels->len < BATCH_BYTES;
		 link = link->next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		if (sp_parcel_may_move(conn) && sp_parcel_pack(conn, &mover->freight, parcels, packets)) {
			batch->conns[batch->count++] = conn;
		}
	}
}

/* False: out of memory. */
static bool send_batch(struct sp_mover *mover, const struct batch *batch,
	const struct sp_buf *parcels, const struct sp_buf *packets)
{
	int descriptors[BATCH];
	struct sp_buf message = {0};
	bool done;

	for (size_t i = 0; i < batch->count; i++) {
		descriptors[i] = sp_conn_fd(batch->conns[i]);
	}
	done = sp_pack_number(&message, batch->number) && sp_pack_number(&message, batch->position) &&
		   sp_pack_text(&message, (struct sp_span){packets->data, packets->len}) &&
		   sp_buf_append(&message, parcels->data, parcels->len) &&
		   sp_tube_send(
			   mover->tube, (struct sp_span){message.data, message.len}, descriptors, batch->count);
	sp_buf_fini(&message);
	return done;
}

static void offer(struct sp_mover *mover, struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++) {
		let_go(batch->conns[i]);
	}
	sp_list_append(&mover->batches, &batch->link);
	mover->batch_count++;
}

/* True: a batch was offered. */
static bool offer_some(struct sp_mover *mover, struct batch *batch)
{
	struct sp_buf parcels = {0}, packets = {0};
	bool offered;

	batch->number = ++mover->last_number;
	batch->position = mover->core->read_to;
	collect(mover, batch, &parcels, &packets);
	offered = batch->count > 0 && send_batch(mover, batch, &parcels, &packets);
	sp_buf_fini(&parcels);
	sp_buf_fini(&packets);
	if (offered) {
		offer(mover, batch);
	} else if (batch->count > 0) {
		/* Packets have got numbers that the other process will never learn. */
		sp_log(SP_LOG_ERROR, "reload: no memory to move connections: they are closed");
		on_end(mover);
	}
	return offered;
}

bool sp_mover_step(struct sp_mover *mover)
{
	struct batch *batch;

	if (mover->ended || mover->batch_count == BATCHES || !sp_tube_is_empty(mover->tube)) {
		return false; /* an answer, or room in the tube, will wake the loop */
	}
	batch = calloc(1, sizeof(*batch));
	if (batch == NULL) {
		return true;
	}
	sp_link_init(&batch->link);
	/* What others have published is written before the connections are looked at: with a busy
	 * publisher none would ever be found without work. No user code runs in between. */
	sp_relay_read(mover->windows);
	sp_flush_some(mover->core);
	if (!offer_some(mover, batch)) {
		free(batch);
		return false;
	}
	return true;
}

bool sp_mover_has_ended(const struct sp_mover *mover)
{
	return mover->ended;
}

uint32_t sp_mover_moved(const struct sp_mover *mover)
{
	return mover->moved;
}

uint32_t sp_mover_refused(const struct sp_mover *mover)
{
	return mover->refused;
}
