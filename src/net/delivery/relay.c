/* SPDX-License-Identifier: MIT */
#include "net/delivery/relay.h"

#include <stdlib.h>
#include <string.h>

#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/delivery/deliver.h"
#include "net/delivery/item.h"
#include "net/delivery/question.h"
#include "net/delivery/window.h"
#include "net/loop/log.h"
#include "net/machine/machine.h"
#include "wire/ws_frame.h"

#define TEXT_MAX \
	(SP_WS_CLOSE_REASON_MAX > SP_TOPIC_NAME_MAX ? SP_WS_CLOSE_REASON_MAX : SP_TOPIC_NAME_MAX)

enum sp_elsewhere sp_relay_find(const struct sp_core *core, int64_t id)
{
	struct sp_roll_entry entry;

	if (core->machine == NULL || !sp_roll_find(core->machine->roll, id, &entry) ||
		(entry.flags & SP_ROLL_CLOSED)) {
		return SP_ELSEWHERE_NO;
	}
	if (entry.flags & SP_ROLL_EVENTS) {
		return SP_ELSEWHERE_EVENTS;
	}
	return entry.flags & SP_ROLL_ESTABLISHED ? SP_ELSEWHERE_WEBSOCKET : SP_ELSEWHERE_HTTP;
}

int64_t sp_relay_after(struct sp_core *core, int64_t id, const struct sp_listener *only)
{
	int port = only != NULL ? only->index : -1;
	struct sp_roll_entry entry;
	struct sp_conn *conn;

	if (core->machine != NULL) {
		return sp_roll_after(core->machine->roll, id, port, &entry) ? entry.id : 0;
	}
	conn = sp_conn_after(core, id, only);
	return conn != NULL ? conn->member.id : 0;
}

/* False: it is too large, and the log says so. */
static bool write(struct sp_core *core, const struct sp_item_head *head, struct sp_span text,
	struct sp_span bytes)
{
	if (!sp_item_append(core, head, text, bytes)) {
		sp_log(SP_LOG_ERROR,
			"a message of %zu bytes is too large for connections of another process, and they do "
			"not get it",
			bytes.len);
		return false;
	}
	return true;
}

static struct sp_span bytes_of(const struct sp_packet *packet)
{
	return (struct sp_span){packet->data, packet->len};
}

uint32_t sp_relay_members(const struct sp_core *core, struct sp_span topic)
{
	const struct sp_topic *here =
		core->on_their_way > 0 ? sp_topics_find(&core->topics, topic) : NULL;

	if (!sp_relay_reaches(core)) {
		return 0;
	}
	return sp_tally_others(
			   core->machine->tally, sp_topics_hash(&core->topics, topic), core->machine->place) +
		   (here != NULL ? sp_topic_lent(here) : 0);
}

uint32_t sp_relay_publish(
	struct sp_core *core, struct sp_span topic, const struct sp_packet *packet, uint32_t window_ms)
{
	struct sp_item_head head = {
		.kind = SP_ITEM_PUBLISH, .window_ms = window_ms, .course = packet->course};

	return sp_relay_reaches(core) && write(core, &head, topic, bytes_of(packet))
			   ? sp_relay_members(core, topic)
			   : 0;
}

bool sp_relay_push(struct sp_core *core, int64_t id, const struct sp_packet *packet)
{
	struct sp_item_head head = {.kind = SP_ITEM_PUSH, .id = id, .course = packet->course};

	return write(core, &head, sp_span(""), bytes_of(packet));
}

bool sp_relay_close(
	struct sp_core *core, int64_t id, unsigned code, struct sp_span reason, bool reset)
{
	struct sp_item_head head = {
		.kind = reset ? SP_ITEM_RESET : SP_ITEM_CLOSE, .id = id, .code = code};

	return write(core, &head, reason, sp_span(""));
}

bool sp_relay_subscribe(struct sp_core *core, int64_t id, struct sp_span topic, bool joins)
{
	struct sp_item_head head = {.kind = joins ? SP_ITEM_SUBSCRIBE : SP_ITEM_UNSUBSCRIBE, .id = id};

	return write(core, &head, topic, sp_span(""));
}

bool sp_relay_tell(struct sp_core *core, int64_t id, struct sp_span bytes)
{
	struct sp_item_head head = {.kind = SP_ITEM_TELL, .id = id};

	return write(core, &head, sp_span(""), bytes);
}

void sp_relay_notice(struct sp_core *core, enum sp_notice notice, int64_t who)
{
	struct sp_item_head head = {.kind = SP_ITEM_NOTICE, .id = who, .code = notice};

	write(core, &head, sp_span(""), sp_span(""));
}

/* A packet of its own. NULL: it has none, or out of memory. */
static struct sp_packet *packet_of(struct sp_core *core, const struct sp_item *item)
{
	struct sp_packet *packet = NULL;

	if (item->bytes.len > 0) {
		packet = sp_packet_new_raw(&core->packets, item->bytes.data, item->bytes.len, NULL, 0);
	}
	if (packet != NULL) {
		packet->course = item->head.course;
	}
	return packet;
}

void sp_relay_say_dropped(const struct sp_conn *conn, const char *what, const char *why)
{
	struct sp_core *core = sp_conn_core(conn);

	if (sp_log_due(&core->logged.dropped_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"another worker has %s connection %lld, which has no effect: %s (said once a minute)",
			what, (long long) conn->member.id, why);
	}
}

static void subscribe(struct sp_conn *conn, struct sp_span topic)
{
	switch (sp_topics_subscribe(
		&sp_conn_core(conn)->topics, &conn->member, topic, conn->listener->settings.max_topics)) {
	case SP_SUBSCRIBED:
		break;
	case SP_SUBSCRIBE_TOO_MANY:
		sp_relay_say_dropped(
			conn, "subscribed", "it has as many topics as max_topics_per_connection allows");
		break;
	case SP_SUBSCRIBE_NOMEM:
		sp_relay_say_dropped(conn, "subscribed", "there is no memory for it");
		break;
	}
}

/* To one connection. packet: NULL if the item has none. */
static void apply(struct sp_conn *conn, const struct sp_item *item, struct sp_packet *packet)
{
	struct sp_core *core = sp_conn_core(conn);

	switch (item->head.kind) {
	case SP_ITEM_PUSH:
		if (packet != NULL && sp_conn_open(conn)) {
			sp_deliver(conn, packet);
		}
		break;
	case SP_ITEM_CLOSE:
		sp_conn_close(conn, item->head.code, item->text);
		break;
	case SP_ITEM_RESET:
		conn->flags |= SP_CONN_BY_SERVER;
		sp_conn_abort(conn, item->head.code, true);
		break;
	case SP_ITEM_SUBSCRIBE:
		if (sp_conn_open(conn)) {
			subscribe(conn, item->text);
		}
		break;
	case SP_ITEM_UNSUBSCRIBE:
		if (item->text.len > 0) {
			sp_topics_unsubscribe(&core->topics, &conn->member, item->text);
		} else {
			sp_topics_forget(&core->topics, &conn->member);
		}
		break;
	case SP_ITEM_TELL:
		if (sp_conn_open(conn)) {
			core->hooks->on_tell(conn, item->bytes);
		}
		break;
	default:
		break;
	}
}

/* What lies in the journal may be overwritten at any time, so it is copied: the text, and the bytes
 * into *packet, which is the caller's, and NULL if there are none. False: it was overwritten, and
 * will be found lost at the next look; or it makes no sense. */
static bool copy(struct sp_core *core, const struct sp_record *record, struct sp_item *item,
	char text[TEXT_MAX], struct sp_packet **packet)
{
	*packet = packet_of(core, item);
	if (item->text.len > TEXT_MAX) {
		return false;
	}
	memcpy(text, item->text.data, item->text.len);
	item->text.data = text;
	item->bytes = *packet != NULL ? bytes_of(*packet) : sp_span("");
	return sp_journal_is_intact(core->machine->journal, record);
}

/* The end of the tick looks at it. */
static void keep_notice(struct sp_core *core, const struct sp_item_head *head)
{
	if (head->code < SP_NOTICES && head->id > core->notices[head->code]) {
		core->notices[head->code] = head->id;
		core->loop->again = true;
	}
}

/* Those of this process' connections that it is about. packet: NULL if the item has none. */
static void apply_here(
	struct sp_windows *windows, const struct sp_item *item, struct sp_packet *packet)
{
	struct sp_core *core = windows->core;
	enum sp_lookup why;
	struct sp_conn *conn;

	if (item->head.kind == SP_ITEM_PUBLISH && packet != NULL) {
		sp_publish(
			windows, sp_topics_find(&core->topics, item->text), packet, item->head.window_ms);
	} else if ((conn = sp_conn_find(core, item->head.id, &why)) != NULL) {
		apply(conn, item, packet);
	}
}

static void read_one(
	struct sp_windows *windows, const struct sp_record *record, struct sp_item item)
{
	struct sp_core *core = windows->core;
	char text[TEXT_MAX];
	struct sp_packet *packet;

	if (!copy(core, record, &item, text, &packet)) {
		item.head.kind = 0; /* nothing is known of it */
	}
	switch (item.head.kind) {
	case 0:
		break;
	case SP_ITEM_NOTICE:
		keep_notice(core, &item.head);
		break;
	case SP_ITEM_JOINED:
		sp_questions_joined(core, &item);
		break;
	case SP_ITEM_ASK:
		sp_question_read(core, &item);
		break;
	case SP_ITEM_ANSWER:
		sp_answer_read(core, &item);
		break;
	default:
		apply_here(windows, &item, packet);
		break;
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

static void on_count(void *arg, const struct sp_topic *topic, uint32_t count)
{
	struct sp_core *core = arg;

	if (core->machine == NULL || /* this is a child, or the server has ended */
		sp_tally_set(core->machine->tally, sp_topics_hash(&core->topics, sp_topic_name(topic)),
			core->machine->place, count)) {
		return;
	}
	if (sp_log_due(&core->logged.tally_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"so many topics have subscribers that those of some are not counted by other workers: "
			"publish() reaches them, but its number and subscriberCount() may be too low; use "
			"fewer topics, or do not rely on these numbers (said once a minute)");
	}
}

void sp_relay_join(struct sp_core *core)
{
	struct sp_item_head head = {.kind = SP_ITEM_JOINED};

	core->topics.on_count = on_count;
	core->topics.on_count_arg = core;
	core->read_to = sp_journal_join(core->machine->journal, core->machine->place);
	if (sp_relay_reaches(core)) {
		write(core, &head, sp_span(""), sp_span(""));
	}
}

static void say_lost(struct sp_core *core)
{
	if (sp_log_due(&core->logged.lost_s, core->loop->now_s)) {
		sp_log(SP_LOG_ERROR, "this process was too busy to read what others have published: some "
							 "of it is lost to its connections");
	}
}

void sp_relay_read(struct sp_windows *windows)
{
	struct sp_core *core = windows->core;
	struct sp_machine *machine = core->machine;
	struct sp_record record;
	struct sp_item item;
	enum sp_journal_read read;
	/* The bell is for its mailbox, too. What is in the journal is long past for one that asks
	 * nothing: it joins when it asks. */
	bool listens = !core->is_apart || core->question_count > 0;

	while (listens && (read = sp_journal_read(machine->journal, core->read_to, &record)) !=
						  SP_JOURNAL_NOTHING) {
		if (read == SP_JOURNAL_LOST) {
			say_lost(core);
		} else if (record.writer != machine->place && sp_item_parse(&record, &item) &&
				   !sp_answer_is_for_others(core, &item)) {
			read_one(windows, &record, item);
		}
		core->read_to = record.next;
	}
	sp_questions_look(core);
}

static bool is_member(const struct sp_conn *conn, const struct sp_topic *topic)
{
	for (uint16_t i = 0; topic != NULL && i < conn->member.topics.count; i++) {
		if (sp_membership_at(&conn->member.topics, i)->topic == topic) {
			return true;
		}
	}
	return false;
}

static void replay_one(struct sp_core *core, struct sp_conn *const conns[], size_t count,
	const struct sp_record *record, struct sp_item item)
{
	char text[TEXT_MAX];
	struct sp_packet *packet;
	bool intact = copy(core, record, &item, text, &packet);
	struct sp_topic *topic = intact && item.head.kind == SP_ITEM_PUBLISH
								 ? sp_topics_find(&core->topics, item.text)
								 : NULL;

	for (size_t i = 0; intact && i < count; i++) {
		struct sp_conn *conn = conns[i];

		if (topic != NULL && packet != NULL && conn->member.id != packet->course.except &&
			sp_conn_open(conn) && is_member(conn, topic)) {
			sp_deliver(conn, packet);
		} else if (conn->member.id == item.head.id && item.head.kind == SP_ITEM_ASK) {
			sp_question_replay(conn, &item);
		} else if (conn->member.id == item.head.id) {
			apply(conn, &item, packet);
		}
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

void sp_relay_replay(
	struct sp_core *core, struct sp_conn *const conns[], size_t count, uint64_t from, uint64_t to)
{
	struct sp_record record;
	struct sp_item item;

	while (count > 0 && from < to) {
		switch (sp_journal_read(core->machine->journal, from, &record)) {
		case SP_JOURNAL_NOTHING:
			return;
		case SP_JOURNAL_LOST:
			say_lost(core);
			break;
		case SP_JOURNAL_RECORD:
			if (sp_item_parse(&record, &item)) {
				replay_one(core, conns, count, &record, item);
			}
			break;
		}
		from = record.next;
	}
}
