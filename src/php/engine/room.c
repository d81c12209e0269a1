/* SPDX-License-Identifier: MIT */
#include "php/engine/room.h"

#include <event2/event.h>

#include "net/server/server.h"
#include "php/engine/conn.h"
#include "php/engine/globals.h"

void php_seatpush_room_init(
	struct php_seatpush_room *room, int64_t id, int64_t timeout_ms, struct sp_packet *packet)
{
	memset(room, 0, sizeof(*room));
	sp_link_init(&room->place);
	room->wait.peer = id;
	room->wait.packet = packet;
	room->timeout_ms = timeout_ms;
}

bool php_seatpush_room_is_behind(const struct php_seatpush_room *room, const struct sp_conn *conn)
{
	return (conn->flags & SP_CONN_WRITER) && sp_link_alone(&room->place);
}

static void take_turn(struct php_seatpush_room *room)
{
	room->is_turn = true;
	php_seatpush_wake(&room->wait);
}

static void on_time(evutil_socket_t fd, short what, void *arg)
{
	struct php_seatpush_room *room = arg;

	(void) fd;
	(void) what;
	room->expired = true;
	php_seatpush_wake(&room->wait);
}

/* False: out of memory. */
static bool set_timer(struct php_seatpush_room *room)
{
	struct timeval after;

	if (room->timeout_ms == 0 || room->wait.timer != NULL) {
		return true;
	}
	room->wait.timer = event_new(SEATPUSH_G(loop)->base, -1, 0, on_time, room);
	if (room->wait.timer == NULL) {
		return false;
	}
	after = sp_timeval_ms((uint64_t) room->timeout_ms);
	event_base_update_cache_time(SEATPUSH_G(loop)->base);
	event_add(room->wait.timer, &after);
	return true;
}

enum php_seatpush_room_end php_seatpush_room_wait(
	struct php_seatpush_room *room, struct sp_conn *conn, const char *method)
{
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);

	if (room->expired) {
		return SEATPUSH_ROOM_TIMEOUT;
	}
	if (beside == NULL || !php_seatpush_can_wait_for_peer() || !set_timer(room)) {
		return SEATPUSH_ROOM_NONE;
	}
	if (sp_link_alone(&room->place)) {
		sp_list_append(&beside->line, &room->place);
	}
	conn->flags |= SP_CONN_WRITER;
	room->is_turn = false;
	room->wait.is_ready = false;
	if (!php_seatpush_wait(&room->wait, method)) {
		return SEATPUSH_ROOM_STOPPED;
	}
	return room->is_turn ? SEATPUSH_ROOM_TRY : SEATPUSH_ROOM_TIMEOUT;
}

/* The connection that it stands in line for. */
static struct sp_conn *conn_of(const struct php_seatpush_room *room)
{
	struct sp_server *net = SEATPUSH_G(serving).net;
	enum sp_lookup why;

	return net != NULL && !sp_link_alone(&room->place)
			   ? sp_conn_find(&net->core, room->wait.peer, &why)
			   : NULL;
}

void php_seatpush_room_leave(struct php_seatpush_room *room)
{
	struct sp_conn *conn = conn_of(room);
	struct sp_link *line = conn != NULL ? &php_seatpush_conn_if_any(conn)->line : NULL;
	bool first = line != NULL && line->next == &room->place;

	if (room->wait.timer != NULL) {
		event_free(room->wait.timer);
	}
	sp_link_remove(&room->place);
	if (line == NULL) {
		return;
	}
	if (sp_link_alone(line)) {
		conn->flags &= (uint32_t) ~SP_CONN_WRITER;
	} else if (first) {
		take_turn(SP_CONTAINER(line->next, struct php_seatpush_room, place));
	}
}

void php_seatpush_room_open(struct sp_conn *conn)
{
	struct sp_link *line = &php_seatpush_conn_if_any(conn)->line;
	struct sp_link *place;

	if (sp_conn_open(conn)) {
		take_turn(SP_CONTAINER(line->next, struct php_seatpush_room, place));
		return;
	}
	conn->flags &= (uint32_t) ~SP_CONN_WRITER;
	while ((place = sp_list_shift(line)) != NULL) {
		take_turn(SP_CONTAINER(place, struct php_seatpush_room, place));
	}
}
