/* SPDX-License-Identifier: MIT */
#include "net/handover/parcel.h"

#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/conn/input.h"
#include "net/conn/peer.h"
#include "wire/deflate.h"
#include "wire/ws_deflate.h"

/* What the other process goes on with. All other flags are of no use there, or keep the connection
 * from moving. */
#define MOVING_FLAGS \
	(SP_CONN_ABOVE | SP_CONN_TOLD_ABOVE | SP_CONN_CONFLATES | SP_CONN_PROXIED | SP_CONN_COUNTED)
#define STAYING_FLAGS                                                                         \
	(SP_CONN_DIRTY | SP_CONN_BULK | SP_CONN_STARVED | SP_CONN_CLOSE_QUEUED | SP_CONN_RESUME | \
		SP_CONN_WAITING | SP_CONN_WRITER | SP_CONN_FILE | SP_CONN_BEHIND | SP_CONN_PEER_CLOSED)

void sp_freight_fini(struct sp_freight *freight)
{
	for (size_t i = 0; i < freight->count; i++) {
		sp_packet_release(freight->packets[i]);
	}
	free(freight->packets);
	*freight = (struct sp_freight){0};
}

/* Takes a reference of its own. False: out of memory. */
static bool add_packet(struct sp_freight *freight, struct sp_packet *packet)
{
	if (freight->count == freight->room) {
		size_t room = freight->room == 0 ? 64 : freight->room * 2;
		struct sp_packet **larger = realloc(freight->packets, room * sizeof(struct sp_packet *));

		if (larger == NULL) {
			return false;
		}
		freight->packets = larger;
		freight->room = room;
	}
	freight->packets[freight->count++] = sp_packet_ref(packet);
	return true;
}

bool sp_parcel_may_move(const struct sp_conn *conn)
{
	bool stands = conn->state == SP_CONN_ESTABLISHED ||
				  (conn->state == SP_CONN_HTTP && conn->protocol == SP_PROTOCOL_HTTP);

	return stands && !conn->listener->is_tls && !(conn->flags & STAYING_FLAGS) &&
		   (conn->extra == NULL || sp_tailq_empty(&conn->extra->backlog.items));
}

/* Gives the packet a number, and appends it. */
static bool pack_packet(
	struct sp_packet *packet, struct sp_freight *freight, struct sp_buf *packets)
{
	if (packet->passed_as > 0) {
		return true;
	}
	if (!add_packet(freight, packet)) {
		return false;
	}
	packet->passed_as = (uint32_t) freight->count;
	return sp_pack_number(packets, packet->course.key) &&
		   sp_pack_number(packets, packet->course.may_drop) &&
		   sp_pack_text(packets, (struct sp_span){packet->data, packet->len});
}

static bool pack_queue(const struct sp_conn *conn, struct sp_freight *freight,
	struct sp_buf *parcels, struct sp_buf *packets)
{
	size_t at;

	if (!sp_pack_number(parcels, conn->queue.offset) || !sp_pack_begin(parcels, &at)) {
		return false;
	}
	for (uint32_t i = 0; i < conn->queue.count; i++) {
		struct sp_packet *packet = sp_sendq_at(&conn->queue, i);

		if (packet != NULL && (!pack_packet(packet, freight, packets) ||
								  !sp_pack_number(parcels, packet->passed_as))) {
			return false;
		}
	}
	sp_pack_end(parcels, at);
	return true;
}

static bool pack_topics(const struct sp_conn *conn, struct sp_buf *parcels)
{
	size_t at;

	if (!sp_pack_begin(parcels, &at)) {
		return false;
	}
	for (uint16_t i = 0; i < conn->member.topics.count; i++) {
		const struct sp_membership *membership = sp_membership_at(&conn->member.topics, i);

		if (!sp_pack_text(parcels, sp_topic_name(membership->topic))) {
			return false;
		}
	}
	sp_pack_end(parcels, at);
	return true;
}

static bool pack_name(const struct sp_peer_name *name, struct sp_buf *parcels)
{
	return sp_pack_number(parcels, name->family) && sp_pack_number(parcels, name->port) &&
		   sp_pack_text(parcels, (struct sp_span){(const char *) name->addr, sizeof(name->addr)});
}

/* Times are those of the loop, which all processes count alike. */
static bool pack_fields(const struct sp_conn *conn, struct sp_buf *parcels)
{
	const uint64_t fields[] = {(uint64_t) conn->member.id, (uint64_t) conn->listener->index,
		conn->protocol, conn->flags & MOVING_FLAGS, conn->connected_s, conn->received_s,
		conn->sent_s, conn->deadline_s, conn->request_no, conn->pings, conn->rate_s,
		conn->rate_data, conn->rate_bare, conn->form};
	const struct sp_peer_name peer = sp_conn_peer_name(conn);
	const struct sp_peer_name none = {0};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (!sp_pack_number(parcels, fields[i])) {
			return false;
		}
	}
	return pack_name(&peer, parcels) &&
		   pack_name(conn->extra != NULL ? &conn->extra->hop : &none, parcels);
}

static bool pack_input(const struct sp_conn *conn, struct sp_buf *parcels)
{
	size_t at;

	if (!sp_pack_begin(parcels, &at) || !sp_conn_protocol(conn)->pack(conn, parcels)) {
		return false;
	}
	sp_pack_end(parcels, at);
	return true;
}

static bool pack_upper(const struct sp_conn *conn, struct sp_buf *parcels)
{
	void *upper = conn->extra != NULL ? conn->extra->upper : NULL;
	size_t at;

	if (!sp_pack_begin(parcels, &at) ||
		(upper != NULL && !sp_conn_core(conn)->hooks->on_pack(upper, parcels))) {
		return false;
	}
	sp_pack_end(parcels, at);
	return true;
}

/* Packets that got a number in vain have none again. */
static void forget_packets(struct sp_freight *freight, size_t count)
{
	while (freight->count > count) {
		struct sp_packet *packet = freight->packets[--freight->count];

		packet->passed_as = 0;
		sp_packet_release(packet);
	}
}

bool sp_parcel_pack(const struct sp_conn *conn, struct sp_freight *freight, struct sp_buf *parcels,
	struct sp_buf *packets)
{
	size_t parcels_len = parcels->len, packets_len = packets->len;
	size_t count = freight->count;
	size_t at;

	if (sp_pack_begin(parcels, &at) && pack_fields(conn, parcels) && pack_topics(conn, parcels) &&
		pack_input(conn, parcels) && pack_upper(conn, parcels) &&
		pack_queue(conn, freight, parcels, packets)) {
		sp_pack_end(parcels, at);
		return true;
	}
	parcels->len = parcels_len;
	packets->len = packets_len;
	forget_packets(freight, count);
	return false;
}

bool sp_parcel_unpack_packets(
	struct sp_core *core, struct sp_freight *freight, struct sp_span packets)
{
	struct sp_unpack from = {packets, false};

	while (from.rest.len > 0 && !from.is_bad) {
		uint64_t key = sp_unpack_number(&from);
		bool may_drop = sp_unpack_up_to(&from, true) != 0;
		struct sp_span bytes = sp_unpack_text(&from);
		struct sp_packet *packet =
			sp_packet_new_raw(&core->packets, bytes.data, bytes.len, NULL, 0);
		bool added;

		if (packet == NULL) {
			return false;
		}
		packet->course = (struct sp_packet_course){.key = key, .may_drop = may_drop};
		added = add_packet(freight, packet);
		sp_packet_release(packet);
		if (!added) {
			return false;
		}
	}
	return !from.is_bad;
}

/* False: it makes no sense, or out of memory. */
static bool unpack_queue(
	struct sp_conn *conn, const struct sp_freight *freight, struct sp_unpack *from)
{
	uint64_t offset = sp_unpack_number(from);
	struct sp_unpack numbers = {sp_unpack_text(from), false};

	while (numbers.rest.len > 0 && !numbers.is_bad) {
		uint64_t number = sp_unpack_up_to(&numbers, freight->count);

		if (number == 0 || !sp_sendq_append(&conn->queue, freight->packets[number - 1])) {
			return false;
		}
	}
	if (offset > 0) {
		if (conn->queue.count == 0 || offset >= sp_sendq_at(&conn->queue, 0)->len) {
			return false;
		}
		sp_sendq_skip(&conn->queue, (size_t) offset);
	}
	return !numbers.is_bad;
}

static bool unpack_topics(struct sp_conn *conn, struct sp_span bytes)
{
	struct sp_unpack from = {bytes, false};

	while (from.rest.len > 0 && !from.is_bad) {
		struct sp_span name = sp_unpack_text(&from);

		if (name.len == 0 || name.len > SP_TOPIC_NAME_MAX ||
			sp_topics_subscribe(&sp_conn_core(conn)->topics, &conn->member, name, UINT16_MAX) !=
				SP_SUBSCRIBED) {
			return false;
		}
	}
	return !from.is_bad;
}

static struct sp_peer_name unpack_name(struct sp_unpack *from)
{
	struct sp_peer_name name = {.family = (uint8_t) sp_unpack_up_to(from, UINT8_MAX),
		.port = (uint16_t) sp_unpack_up_to(from, UINT16_MAX)};
	struct sp_span addr = sp_unpack_text(from);

	if (addr.len == sizeof(name.addr)) {
		memcpy(name.addr, addr.data, sizeof(name.addr));
	} else {
		from->is_bad = true;
	}
	return name;
}

static void unpack_peers(struct sp_conn *conn, struct sp_unpack *from)
{
	struct sp_peer_name peer = unpack_name(from);
	struct sp_peer_name hop = unpack_name(from);

	sp_conn_set_peer(conn, &peer, false);
	if (hop.family != 0 && sp_conn_extra(&conn->extra) != NULL) {
		conn->extra->hop = hop;
	}
}

static bool form_makes_sense(const struct sp_conn *conn)
{
	if (sp_conn_is_event_stream(conn)) {
		return conn->form == SP_FORM_EVENT;
	}
	return conn->form == SP_FORM_FRAME || conn->form >= SP_WS_DEFLATE_WINDOW_MIN;
}

/* In the order of pack_fields(), behind id and port. */
static void unpack_fields(struct sp_conn *conn, struct sp_unpack *from)
{
	conn->protocol = (uint8_t) sp_unpack_up_to(from, SP_PROTOCOL_EVENTS);
	conn->state = sp_conn_gets_messages(conn) ? SP_CONN_ESTABLISHED : SP_CONN_HTTP;
	conn->flags = (uint32_t) sp_unpack_number(from) & MOVING_FLAGS;
	conn->connected_s = (uint32_t) sp_unpack_number(from);
	conn->received_s = (uint32_t) sp_unpack_number(from);
	conn->sent_s = (uint32_t) sp_unpack_number(from);
	conn->deadline_s = (uint32_t) sp_unpack_number(from);
	conn->request_no = (uint32_t) sp_unpack_number(from);
	conn->pings = (uint8_t) sp_unpack_number(from);
	conn->rate_s = (uint32_t) sp_unpack_number(from);
	conn->rate_data = (uint32_t) sp_unpack_number(from);
	conn->rate_bare = (uint16_t) sp_unpack_number(from);
	conn->form = (uint8_t) sp_unpack_up_to(from, SP_WS_DEFLATE_WINDOW_MAX);
	from->is_bad |= !form_makes_sense(conn);
	unpack_peers(conn, from);
}

bool sp_parcel_read_label(struct sp_span parcel, struct sp_parcel_label *label)
{
	struct sp_unpack from = {parcel, false};

	label->id = (int64_t) sp_unpack_number(&from);
	label->port = (size_t) sp_unpack_number(&from);
	return !from.is_bad && label->id > 0;
}

/* NULL: it may go on here. */
static const char *why_not(const struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;

	if (conn->protocol == SP_PROTOCOL_WS && !settings->websocket) {
		return "its port serves no WebSockets any more";
	}
	if (sp_conn_is_event_stream(conn) && !settings->http) {
		return "its port serves WebSockets only now";
	}
	if (conn->form >= SP_WS_DEFLATE_WINDOW_MIN && !sp_deflate_available()) {
		return "this build cannot read its compressed messages";
	}
	return NULL;
}

/* False: *why says why, and some of it is in place. */
static bool fill(
	struct sp_conn *conn, struct sp_span parcel, const struct sp_freight *freight, const char **why)
{
	struct sp_unpack from = {parcel, false};
	struct sp_span topics, input, upper;

	sp_unpack_number(&from); /* the label */
	sp_unpack_number(&from);
	unpack_fields(conn, &from);
	topics = sp_unpack_text(&from);
	input = sp_unpack_text(&from);
	upper = sp_unpack_text(&from);
	*why = why_not(conn);
	if (*why != NULL) {
		return false;
	}
	*why = "this version of the script has lower limits, or memory ran out";
	return !from.is_bad && unpack_queue(conn, freight, &from) && unpack_topics(conn, topics) &&
		   sp_conn_protocol(conn)->unpack(conn, input) &&
		   (upper.len == 0 || sp_conn_core(conn)->hooks->on_unpack(conn, upper));
}

/* It is this process' from now on, for all. False: *why says why. */
static bool enroll(struct sp_conn *conn, const char **why)
{
	*why = "the process before ended, and no other one knows it any more";
	if (!sp_conn_enroll(conn)) {
		return false;
	}
	*why = "out of memory";
	return sp_conn_table_add(&sp_conn_core(conn)->table, &conn->member);
}

static void settle(struct sp_conn *conn)
{
	struct sp_peer_name peer = sp_conn_peer_name(conn);

	if (conn->flags & SP_CONN_COUNTED) {
		sp_peer_take_over(conn->listener, conn->member.id, &peer);
	}
	sp_input_count(conn);
	sp_conn_enlist(conn);
	if (conn->queue.bytes > 0) {
		sp_conn_mark_dirty(conn);
	}
}

struct sp_conn *sp_parcel_unpack(struct sp_listener *listener, struct sp_span parcel, int fd,
	const struct sp_freight *freight, const char **why)
{
	struct sp_core *core = listener->core;
	struct sp_parcel_label label;
	struct sp_conn *conn;

	if (!sp_parcel_read_label(parcel, &label) || sp_conn_table_find(&core->table, label.id)) {
		*why = "it makes no sense";
		return NULL;
	}
	*why = "out of memory";
	conn = sp_conn_new(listener, fd, label.id, sp_input_event);
	if (conn == NULL) {
		return NULL;
	}
	if (!fill(conn, parcel, freight, why) || !enroll(conn, why)) {
		event_del(&conn->event);
		conn->state = SP_CONN_DEAD; /* so that the descriptor stays open */
		sp_conn_free(conn);
		return NULL;
	}
	settle(conn);
	return conn;
}
