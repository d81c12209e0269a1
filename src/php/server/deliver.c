/* SPDX-License-Identifier: MIT */
#include "php/server/deliver.h"

#include "net/conn/flush.h"
#include "net/delivery/deliver.h"
#include "php/engine/room.h"

/* What a packet's fate means for getLastError(). True: it was queued. */
static bool note(struct php_seatpush_server *server, enum sp_queued queued)
{
	switch (queued) {
	case SP_QUEUED:
		return true;
	case SP_QUEUE_DEAD: /* it is closing, or the write failed: the peer is gone */
		server->last_error = SEATPUSH_ERROR_GONE;
		return false;
	case SP_QUEUE_DROPPED:
	case SP_QUEUE_FULL:
	case SP_QUEUE_NOMEM:
		break;
	}
	server->last_error = SEATPUSH_ERROR_QUEUE_FULL;
	return false;
}

bool php_seatpush_deliver(
	struct php_seatpush_server *server, struct sp_conn *conn, struct sp_packet *packet)
{
	return note(server, sp_deliver(conn, packet));
}

/* Offers the packet until it is queued, or waiting has come to an end. */
static enum sp_queued offer(struct php_seatpush_server *server, struct php_seatpush_room *room,
	struct sp_packet *packet, const char *method, enum php_seatpush_room_end *end)
{
	enum sp_queued queued;
	struct sp_conn *conn;

	*end = SEATPUSH_ROOM_TRY;
	do {
		conn = php_seatpush_find_open(server, room->wait.peer);
		if (conn == NULL) {
			return SP_QUEUE_DEAD;
		}
		queued = php_seatpush_room_is_behind(room, conn) ? SP_QUEUE_FULL : sp_offer(conn, packet);
		if (queued == SP_QUEUE_FULL) {
			*end = php_seatpush_room_wait(room, conn, method);
		}
	} while (queued == SP_QUEUE_FULL && *end == SEATPUSH_ROOM_TRY);
	return queued;
}

static bool deliver_patiently(struct php_seatpush_server *server, struct sp_conn *conn,
	struct sp_packet *packet, const char *method)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	struct php_seatpush_room room;
	enum php_seatpush_room_end end;
	enum sp_queued queued;

	php_seatpush_room_init(&room, conn->member.id, settings->send_timeout_ms, packet);
	queued = offer(server, &room, packet, method, &end);
	php_seatpush_room_leave(&room);
	server->last_error = SEATPUSH_ERROR_NONE; /* others may have set it during the wait */
	switch (end) {
	case SEATPUSH_ROOM_TRY:
		return note(server, queued);
	case SEATPUSH_ROOM_NONE:
		conn = php_seatpush_find_open(server, room.wait.peer);
		return conn != NULL && php_seatpush_deliver(server, conn, packet);
	case SEATPUSH_ROOM_TIMEOUT:
		server->net->core.counters.push_full++;
		server->last_error = SEATPUSH_ERROR_TIMED_OUT;
		break;
	case SEATPUSH_ROOM_STOPPED:
		break;
	}
	return false;
}

bool php_seatpush_deliver_one(struct php_seatpush_server *server, struct sp_conn *conn,
	struct sp_packet *packet, const char *method)
{
	bool done = server->endpoint.options.settings.send_yield
					? deliver_patiently(server, conn, packet, method)
					: php_seatpush_deliver(server, conn, packet);

	if (done) {
		sp_flush_if_due(&server->net->core);
	}
	return done;
}
