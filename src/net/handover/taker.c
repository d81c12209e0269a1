/* SPDX-License-Identifier: MIT */
#include "net/handover/taker.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pack.h"
#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/delivery/relay.h"
#include "net/delivery/window.h"
#include "net/handover/parcel.h"
#include "net/handover/tube.h"
#include "net/loop/log.h"
#include "wire/ws_frame.h"

#define PORTS_MAX 4096

struct sp_taker {
	struct sp_windows *windows;
	struct sp_core *core;
	const struct sp_link *listeners;
	struct sp_tube *tube;
	struct sp_freight freight;
	struct sp_listener **ports; /* by the other process' numbers; NULL: not here; owned */
	size_t port_count;
	uint32_t count;
	struct sp_buf unannounced; /* ids, int64_t, whose on_adopt is due; they are not read from */
	size_t announced;          /* bytes of them that are done */
	bool greeted, ended;
	bool told_refused; /* the log knows */
};

/* A batch, while it is taken. */
struct batch {
	struct sp_conn *conns[SP_TUBE_DESCRIPTORS];
	size_t count;
	struct sp_buf answer;
	bool failed; /* out of memory for the answer */
};

/* The first one that is not another port's yet. NULL: the script has none like it. */
static struct sp_listener *match(
	const struct sp_taker *taker, struct sp_span host, uint64_t port, uint64_t type)
{
	for (struct sp_link *link = taker->listeners->next; link != taker->listeners;
		 link = link->next) {
		struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);
		bool is_taken = false;

		for (size_t i = 0; i < taker->port_count; i++) {
			is_taken = is_taken || taker->ports[i] == listener;
		}
		if (!is_taken && sp_span_equals(host, listener->host) &&
			(uint64_t) listener->asked_port == port && (uint64_t) listener->type == type) {
			return listener;
		}
	}
	return NULL;
}

static bool read_hello(struct sp_taker *taker, struct sp_span message)
{
	struct sp_unpack from = {message, false};

	if (sp_unpack_number(&from) != SP_PARCEL_VERSION) {
		sp_log(SP_LOG_WARNING, "reload: connections do not move between these two versions of "
							   "seatpush: they are closed");
		return false;
	}
	while (from.rest.len > 0 && !from.is_bad && taker->port_count < PORTS_MAX) {
		struct sp_span host = sp_unpack_text(&from);
		uint64_t port = sp_unpack_number(&from);
		uint64_t type = sp_unpack_number(&from);
		struct sp_listener **larger =
			realloc(taker->ports, (taker->port_count + 1) * sizeof(struct sp_listener *));

		if (larger == NULL) {
			return false;
		}
		taker->ports = larger;
		taker->ports[taker->port_count] = match(taker, host, port, type);
		taker->port_count++;
	}
	return !from.is_bad;
}

/* NULL: *why says why. */
static struct sp_conn *take_one(
	struct sp_taker *taker, struct sp_span parcel, size_t port, int fd, const char **why)
{
	if (taker->core->phase != SP_PHASE_RUNNING) {
		*why = "the server is stopping";
	} else if (fd < 0) {
		*why = "this process may have no more descriptors (ulimit -n)";
	} else if (port >= taker->port_count || taker->ports[port] == NULL) {
		*why = "the script has no such port any more";
	} else {
		return sp_parcel_unpack(taker->ports[port], parcel, fd, &taker->freight, why);
	}
	return NULL;
}

static void refuse(struct sp_taker *taker, struct batch *batch, int64_t id, const char *why)
{
	batch->failed = batch->failed || !sp_pack_number(&batch->answer, (uint64_t) id);
	if (!taker->told_refused) {
		taker->told_refused = true;
		sp_log(SP_LOG_WARNING,
			"reload: connection %lld is closed, since it could not move: %s; there may be more",
			(long long) id, why);
	}
}

/* False: the bytes make no sense. */
static bool take_all(struct sp_taker *taker, struct batch *batch, struct sp_unpack *from)
{
	while (from->rest.len > 0 && !from->is_bad) {
		struct sp_span parcel = sp_unpack_text(from);
		struct sp_parcel_label label;
		const char *why = "";
		struct sp_conn *conn;
		int fd;

		if (!sp_parcel_read_label(parcel, &label) || batch->count == SP_TUBE_DESCRIPTORS) {
			return false;
		}
		fd = sp_tube_take(taker->tube);
		conn = take_one(taker, parcel, label.port, fd, &why);
		if (conn != NULL) {
			batch->conns[batch->count++] = conn;
			continue;
		}
		refuse(taker, batch, label.id, why);
		if (fd >= 0) {
			close(fd);
		}
	}
	return !from->is_bad && !batch->failed;
}

static void announce_later(struct sp_taker *taker, struct sp_conn *conn)
{
	int64_t id = conn->member.id;

	if (sp_buf_append(&taker->unannounced, &id, sizeof(id))) {
		sp_conn_pause(conn, true);
	} else {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
}

static void announce(struct sp_taker *taker, int64_t id)
{
	enum sp_lookup why;
	struct sp_conn *conn = sp_conn_find(taker->core, id, &why);

	if (conn != NULL && sp_conn_open(conn)) {
		sp_conn_pause(conn, false);
		taker->core->hooks->on_adopt(conn);
	}
}

void sp_taker_announce(struct sp_taker *taker)
{
	while (taker->announced < taker->unannounced.len && taker->core->wait_slots > 0 &&
		   !taker->core->halted) {
		int64_t id;

		memcpy(&id, taker->unannounced.data + taker->announced, sizeof(id));
		taker->announced += sizeof(id);
		announce(taker, id);
	}
	if (taker->announced == taker->unannounced.len) {
		sp_buf_fini(&taker->unannounced);
		taker->announced = 0;
	}
}

/* Those that came before it did not make sense are here, and were not answered: the other process
 * would serve them as well. */
static bool drop_all(struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++) {
		sp_conn_abort(batch->conns[i], SP_WS_CLOSE_ABNORMAL, false);
	}
	return false;
}

/* The other process gives them up when it has the answer, before anything is sent on them here. */
static bool answer(struct sp_taker *taker, struct batch *batch)
{
	struct sp_span bytes = {batch->answer.data, batch->answer.len};

	return sp_tube_send(taker->tube, bytes, NULL, 0);
}

static bool take_batch(struct sp_taker *taker, struct sp_span message)
{
	struct sp_unpack from = {message, false};
	uint64_t number = sp_unpack_number(&from);
	uint64_t position = sp_unpack_number(&from);
	struct sp_span packets = sp_unpack_text(&from);
	struct batch batch = {.count = 0};
	bool done;

	if (from.is_bad || !sp_pack_number(&batch.answer, number) ||
		!sp_parcel_unpack_packets(taker->core, &taker->freight, packets)) {
		sp_buf_fini(&batch.answer);
		return false;
	}
	sp_relay_read(taker->windows); /* so that from now on they get all that is read */
	done = (take_all(taker, &batch, &from) && answer(taker, &batch)) || drop_all(&batch);
	sp_buf_fini(&batch.answer);
	if (done) {
		taker->count += (uint32_t) batch.count;
		sp_relay_replay(taker->core, batch.conns, batch.count, position, taker->core->read_to);
		for (size_t i = 0; i < batch.count; i++) {
			announce_later(taker, batch.conns[i]);
		}
		sp_taker_announce(taker);
	}
	return done;
}

static bool on_message(void *arg, struct sp_span message)
{
	struct sp_taker *taker = arg;

	if (taker->greeted) {
		return take_batch(taker, message);
	}
	taker->greeted = true;
	return read_hello(taker, message);
}

static void on_end(void *arg)
{
	struct sp_taker *taker = arg;

	taker->ended = true;
	taker->core->loop->again = true;
}

static const struct sp_tube_events events = {on_message, on_end};

struct sp_taker *sp_taker_new(struct sp_windows *windows, const struct sp_link *listeners, int fd)
{
	struct sp_taker *taker = calloc(1, sizeof(*taker));

	if (taker == NULL) {
		close(fd);
		return NULL;
	}
	taker->windows = windows;
	taker->core = windows->core;
	taker->listeners = listeners;
	taker->tube = sp_tube_new(windows->core->loop->base, fd, &events, taker);
	if (taker->tube == NULL) {
		sp_taker_free(taker);
		return NULL;
	}
	return taker;
}

void sp_taker_free(struct sp_taker *taker)
{
	if (taker == NULL) {
		return;
	}
	sp_tube_free(taker->tube);
	sp_freight_fini(&taker->freight);
	free(taker->ports);
	sp_buf_fini(&taker->unannounced);
	free(taker);
}

void sp_taker_renounce(struct sp_taker *taker)
{
	sp_tube_renounce(taker->tube);
}

bool sp_taker_has_ended(const struct sp_taker *taker)
{
	return taker->ended && taker->unannounced.len == 0;
}

uint32_t sp_taker_count(const struct sp_taker *taker)
{
	return taker->count;
}
