/* SPDX-License-Identifier: MIT */
/*
 * One event watches a descriptor for reading, and also for writing while the kernel's buffer is
 * full.
 */
#include "net/conn/conn.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/conn/transport.h"

#ifdef __LP64__
/* A seat map before the sale is ten thousand idle connections. */
_Static_assert(sizeof(struct sp_conn) <= 344, "a connection has grown");
#endif

struct sp_conn *sp_conn_new(
	struct sp_listener *listener, int fd, int64_t id, event_callback_fn on_event)
{
	struct sp_conn *conn = calloc(1, sizeof(*conn));
	struct sp_loop *loop = listener->core->loop;

	if (conn == NULL) {
		return NULL;
	}
	conn->member.id = id;
	conn->listener = listener;
	conn->state = SP_CONN_HTTP;
	conn->protocol = SP_PROTOCOL_HTTP;
	conn->connected_s = conn->received_s = conn->sent_s = loop->now_s;
	sp_link_init(&conn->all);
	sp_sendq_init(&conn->queue);
	if (event_assign(&conn->event, loop->base, fd, EV_READ | EV_PERSIST, on_event, conn) != 0 ||
		event_add(&conn->event, NULL) != 0) {
		free(conn);
		return NULL;
	}
	return conn;
}

void sp_conn_free(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	if (conn->state != SP_CONN_DEAD) {
		event_del(&conn->event);
		conn->listener->transport->close(conn, false);
	}
	sp_link_remove(&conn->all);
	sp_topics_forget(&core->topics, &conn->member);
	sp_conn_protocol(conn)->drop(conn);
	core->input_bytes -= conn->input_bytes;
	sp_sendq_fini(&conn->queue);
	if (conn->extra != NULL && conn->extra->upper != NULL) {
		core->hooks->on_free(conn->extra->upper);
	}
	core->files -= (conn->flags & SP_CONN_FILE) != 0;
	sp_conn_extra_free(conn->extra);
	free(conn);
}

void sp_conn_renounce(struct sp_conn *conn)
{
	close(sp_conn_fd(conn));
	if (conn->extra != NULL && conn->extra->file_fd >= 0) {
		close(conn->extra->file_fd);
		conn->extra->file_fd = -1;
	}
}

struct sp_conn *sp_conn_find(struct sp_core *core, int64_t id, enum sp_lookup *why)
{
	struct sp_member *member = id > 0 ? sp_conn_table_find(&core->table, id) : NULL;

	if (member != NULL) {
		*why = SP_FOUND;
		return sp_conn_of(member);
	}
	*why = id > 0 && sp_id_node(id) != core->ids.node ? SP_OTHER_NODE : SP_GONE;
	return NULL;
}

struct sp_conn *sp_conn_after(struct sp_core *core, int64_t id, const struct sp_listener *only)
{
	struct sp_member *member = id > 0 ? sp_conn_table_find(&core->table, id) : NULL;
	bool listed = member != NULL && sp_conn_of(member)->state != SP_CONN_DEAD;
	struct sp_link *link = listed ? sp_conn_of(member)->all.next : core->connections.next;

	for (; link != &core->connections; link = link->next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		if (conn->member.id > id && sp_conn_open(conn) &&
			(only == NULL || conn->listener == only)) {
			return conn;
		}
	}
	return NULL;
}

static void watch(struct sp_conn *conn)
{
	event_callback_fn on_event = event_get_callback(&conn->event);
	short want = EV_PERSIST;
	int fd = sp_conn_fd(conn);

	if (sp_conn_core(conn)->phase == SP_PHASE_FOREIGN) {
		return; /* the number may be another file's, and the set of descriptors is shared */
	}
	if (!(conn->flags & SP_CONN_PAUSED)) {
		want |= EV_READ;
	}
	if (conn->flags & SP_CONN_BLOCKED) {
		want |= EV_WRITE;
	}
	event_del(&conn->event);
	event_assign(&conn->event, sp_conn_core(conn)->loop->base, fd, want, on_event, conn);
	if (want != EV_PERSIST) {
		event_add(&conn->event, NULL);
	}
}

static void set_flag(struct sp_conn *conn, uint32_t flag, bool on)
{
	bool is = (conn->flags & flag) != 0;

	if (is != on) {
		conn->flags ^= flag;
		watch(conn);
	}
}

void sp_conn_pause(struct sp_conn *conn, bool pause)
{
	if (conn->state != SP_CONN_DEAD) {
		set_flag(conn, SP_CONN_PAUSED, pause);
	}
}

void sp_conn_block(struct sp_conn *conn, bool blocked)
{
	set_flag(conn, SP_CONN_BLOCKED, blocked);
}

void sp_conn_enlist(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_link *after = core->connections.prev;

	/* A new one is the last. One that comes from another process may be older. */
	while (after != &core->connections &&
		   SP_CONTAINER(after, struct sp_conn, all)->member.id > conn->member.id) {
		after = after->prev;
	}
	sp_list_append(after->next, &conn->all);
	core->count++;
	if (core->count > core->counters.peak_count) {
		core->counters.peak_count = core->count;
	}
	conn->listener->connections++;
}

void sp_conn_delist(struct sp_conn *conn)
{
	sp_conn_core(conn)->count--;
	conn->listener->connections--;
	sp_link_remove(&conn->all);
}

/* As enum sp_roll_flag says it. */
static uint32_t roll_flags(const struct sp_conn *conn)
{
	if (!sp_conn_open(conn)) {
		return SP_ROLL_CLOSED;
	}
	if (conn->state != SP_CONN_ESTABLISHED) {
		return 0;
	}
	return SP_ROLL_ESTABLISHED | (sp_conn_is_event_stream(conn) ? SP_ROLL_EVENTS : 0);
}

bool sp_conn_enroll(const struct sp_conn *conn)
{
	struct sp_machine *machine = sp_conn_core(conn)->machine;
	struct sp_roll_entry entry;

	if (machine == NULL) {
		return true;
	}
	entry = (struct sp_roll_entry){.id = conn->member.id,
		.place = (uint16_t) machine->place,
		.port = (uint16_t) conn->listener->index,
		.flags = roll_flags(conn)};
	return sp_roll_change(machine->roll, &entry);
}

void sp_conn_mark_dirty(struct sp_conn *conn)
{
	if (!(conn->flags & SP_CONN_DIRTY)) {
		conn->flags |= SP_CONN_DIRTY;
		sp_tailq_append(&sp_conn_core(conn)->agenda.dirty, &conn->dirty);
	}
}

void sp_conn_mark_bulk(struct sp_conn *conn)
{
	struct sp_agenda *agenda = &sp_conn_core(conn)->agenda;

	if (!(conn->flags & (SP_CONN_DIRTY | SP_CONN_BULK))) {
		conn->flags |= SP_CONN_BULK;
		sp_tailq_append(&agenda->bulk, &conn->bulk);
		agenda->bulk_in++;
	}
}

void sp_conn_mark_closing(struct sp_conn *conn)
{
	sp_tailq_append(&sp_conn_core(conn)->agenda.closing, &conn->closing);
}

/* The connection has stopped being open, for whatever reason. Acts only once. */
static void begin_closing(struct sp_conn *conn)
{
	if (!(conn->flags & SP_CONN_CLOSE_QUEUED)) {
		conn->flags |= SP_CONN_CLOSE_QUEUED;
		sp_conn_enroll(conn);
		sp_topics_leave(&sp_conn_core(conn)->topics, &conn->member);
		sp_conn_mark_closing(conn);
	}
}

void sp_conn_finish(struct sp_conn *conn, unsigned close_code)
{
	if (!sp_conn_open(conn)) {
		return;
	}
	conn->state = SP_CONN_CLOSING;
	conn->close_code = (uint16_t) close_code;
	conn->deadline_s =
		sp_conn_core(conn)->loop->now_s + (uint32_t) conn->listener->settings.close_timeout_s + 1;
	begin_closing(conn);
	sp_conn_mark_dirty(conn);
}

void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset)
{
	if (conn->state == SP_CONN_DEAD) {
		return;
	}
	if (sp_conn_open(conn)) {
		conn->close_code = (uint16_t) (sp_conn_gets_messages(conn) ? close_code : 0);
	}
	event_del(&conn->event);
	conn->listener->transport->close(conn, reset);
	conn->state = SP_CONN_DEAD;
	sp_sendq_fini(&conn->queue);
	begin_closing(conn);
	sp_conn_uncount_peer(conn);
	sp_conn_delist(conn);
	sp_list_append(&sp_conn_core(conn)->agenda.dead, &conn->all);
}

bool sp_conn_stalled(const struct sp_conn *conn)
{
	return (conn->flags & SP_CONN_BLOCKED) && sp_conn_core(conn)->loop->now_s - conn->sent_s >
												  conn->listener->settings.write_timeout_s;
}

bool sp_conn_overdue(const struct sp_conn *conn)
{
	return conn->deadline_s != 0 && sp_conn_core(conn)->loop->now_s >= conn->deadline_s;
}

void sp_conn_give_up(struct sp_conn *conn, unsigned close_code)
{
	sp_conn_core(conn)->counters.timeouts++;
	conn->flags |= SP_CONN_BY_SERVER;
	sp_conn_abort(conn, close_code, true);
}

void sp_conn_set_peer(struct sp_conn *conn, const struct sp_peer_name *name, bool counted)
{
	conn->family = name->family;
	conn->peer_port = name->port;
	memcpy(conn->peer_addr, name->addr, sizeof(conn->peer_addr));
	conn->flags |= counted ? SP_CONN_COUNTED : 0;
}

struct sp_peer_name sp_conn_peer_name(const struct sp_conn *conn)
{
	struct sp_peer_name name = {conn->family, conn->peer_port, {0}};

	memcpy(name.addr, conn->peer_addr, sizeof(name.addr));
	return name;
}

void sp_conn_uncount_peer(struct sp_conn *conn)
{
	struct sp_peer_name name;

	if (conn->flags & SP_CONN_COUNTED) {
		conn->flags &= (uint32_t) ~SP_CONN_COUNTED;
		name = sp_conn_peer_name(conn);
		sp_peer_left(conn->listener, conn->member.id, &name);
	}
}

void sp_conn_peer(const struct sp_conn *conn, char out[SP_ADDRESS_TEXT])
{
	sp_address_text(conn->peer_addr, sp_addr_len(conn->family), out);
}

struct sp_address sp_conn_local(struct sp_conn *conn)
{
	struct sp_locals *locals = &sp_conn_core(conn)->locals;
	struct sockaddr_storage own = {0};
	socklen_t len = sizeof(own);
	struct sp_address address = {0};
	struct sp_peer_name name;

	if (conn->local > 0) {
		return locals->of[conn->local - 1];
	}
	if (getsockname(sp_conn_fd(conn), (struct sockaddr *) &own, &len) == 0) {
		name = sp_peer_name((struct sockaddr *) &own, len);
		address.len = (uint8_t) sp_addr_len(name.family);
		memcpy(address.bytes, name.addr, address.len);
		conn->local = sp_locals_number(locals, &address);
	}
	return address;
}
