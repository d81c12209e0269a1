/* SPDX-License-Identifier: MIT */
/*
 * Questions between processes, all of which this one plays: who answers, also while connections
 * move; who is not waited for; and records that nobody in his senses has written.
 *
 * with: src/net/delivery/ src/net/session/ src/net/conn/ src/net/out/ src/net/topics/topics.c
 * with: src/net/loop/loop.c src/net/loop/fork.c src/net/loop/shared.c src/net/loop/log.c
 * with: src/net/process/worker.c src/net/process/inherited.c src/net/process/channel.c
 * with: src/net/stream/tls_peer.c src/net/stream/tls_port.c
 * with: src/net/process/sharing.c src/net/process/shared_file.c src/net/machine/ -levent_core
 */
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "check.h"
#include "guard.h"
#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/delivery/item.h"
#include "net/delivery/question.h"
#include "net/delivery/relay.h"
#include "net/delivery/window.h"
#include "net/loop/log.h"
#include "net/session/session.h"

#define PROCESSES 4
#define SEED 20261130u
#define WILD_RECORDS 20000
#define NAME 7 /* what: the answering process, and the connection */
#define LONG 8 /* what: more than an answer may have */

struct process {
	struct sp_machine machine; /* the same one, seen from its place */
	struct sp_loop loop;
	struct sp_core core;
	struct sp_windows windows;
	struct sp_listener listener;
	char told[64];
};

static struct sp_machine *shared;
static struct process processes[PROCESSES];
static int64_t last_id;

static struct process *process_of(struct sp_core *core)
{
	return SP_CONTAINER(core, struct process, core);
}

static void on_tell(struct sp_conn *conn, struct sp_span bytes)
{
	snprintf(process_of(sp_conn_core(conn))->told, sizeof(processes[0].told), "%.*s",
		(int) bytes.len, bytes.data);
}

static bool on_ask(struct sp_core *core, struct sp_conn *conn, uint32_t what, struct sp_span text,
	struct sp_buf *out)
{
	if (what == LONG) {
		return sp_buf_reserve(out, SP_ANSWER_MAX + 1) && (out->len = SP_ANSWER_MAX + 1) > 0;
	}
	return what == NAME && sp_buf_printf(out, "%u:%lld:%.*s:%s", core->machine->place,
							   conn != NULL ? (long long) conn->member.id : 0LL, (int) text.len,
							   text.data, process_of(core)->told);
}

static const struct sp_hooks hooks = {.on_tell = on_tell, .on_ask = on_ask};

static void begin_process(unsigned place)
{
	struct process *process = &processes[place];

	memset(process, 0, sizeof(*process));
	process->machine = *shared;
	process->machine.place = place;
	must(sp_core_init(&process->core, &process->loop, &hooks, sp_session_protocols));
	process->core.machine = &process->machine;
	process->core.settings.total_buffer_size = INT64_MAX;
	process->listener.core = &process->core;
	process->listener.settings.max_topics = 10;
	sp_windows_init(&process->windows, &process->core);
	sp_relay_join(&process->core);
}

static void begin(void)
{
	struct sp_error error;

	sp_log_set_level(SP_LOG_NONE);
	shared = sp_machine_new(&error);
	must(shared != NULL);
	for (unsigned i = 0; i < PROCESSES; i++) {
		begin_process(i);
	}
}

static void end_process(unsigned place)
{
	sp_core_fini(&processes[place].core);
}

static void end(void)
{
	for (unsigned i = 0; i < PROCESSES; i++) {
		end_process(i);
	}
	sp_machine_free(shared);
}

/* Of this process, on the roll if it is new (id 0). */
static struct sp_conn *add_conn(unsigned place, int64_t id)
{
	struct sp_conn *conn = calloc(1, sizeof(*conn));
	struct sp_roll_entry entry = {.id = id, .place = (uint16_t) place};

	must(conn != NULL);
	if (id == 0) {
		entry.id = ++last_id;
		sp_roll_enter(shared->roll);
		must(sp_roll_add(shared->roll, &entry));
		sp_roll_leave(shared->roll);
	} else {
		must(sp_roll_change(shared->roll, &entry));
	}
	conn->member.id = entry.id;
	conn->listener = &processes[place].listener;
	conn->state = SP_CONN_ESTABLISHED;
	conn->protocol = SP_PROTOCOL_WS;
	must(sp_conn_table_add(&processes[place].core.table, &conn->member));
	return conn;
}

/* It leaves the process; off: and the roll. */
static void drop_conn(struct sp_conn *conn, bool off)
{
	struct sp_core *core = sp_conn_core(conn);

	sp_topics_forget(&core->topics, &conn->member);
	sp_conn_table_remove(&core->table, conn->member.id);
	if (off) {
		sp_roll_remove(shared->roll, conn->member.id);
	}
	free(conn);
}

static unsigned over;

static void on_over(struct sp_question *question)
{
	must(question->is_over);
	over++;
}

static struct sp_question about(int64_t id, uint32_t what)
{
	over = 0;
	return (struct sp_question){.id = id, .what = what, .text = sp_span("x"), .on_over = on_over};
}

static bool asks(unsigned place, struct sp_question *question)
{
	return sp_question_ask(&processes[place].core, question);
}

static void reads(unsigned place)
{
	sp_relay_read(&processes[place].windows);
}

/* All read, the one that asks last. */
static void all_read(unsigned last)
{
	for (unsigned i = 1; i <= PROCESSES; i++) {
		reads((last + i) % PROCESSES);
	}
}

static bool says(const struct sp_question *question, const char *text)
{
	struct sp_unpack from = {{question->answers.data, question->answers.len}, false};

	return question->is_over && sp_span_equals(sp_unpack_text(&from), text) && !from.is_bad &&
		   from.rest.len == 0;
}

static void leaves(unsigned place, struct sp_question *question)
{
	sp_question_leave(&processes[place].core, question);
	must(processes[place].core.question_count == 0);
}

static void test_about_a_connection(void)
{
	struct sp_conn *conn;
	struct sp_question question;
	char expected[64];

	begin();
	conn = add_conn(2, 0);
	must(sp_relay_tell(&processes[0].core, conn->member.id, sp_span("changed before")));
	question = about(conn->member.id, NAME);
	must(asks(0, &question) && !question.is_over);
	all_read(0);
	snprintf(expected, sizeof(expected), "2:%lld:x:changed before", (long long) conn->member.id);
	ok(says(&question, expected) && over == 1, "whoever has it answers, after what was told");
	leaves(0, &question);

	question = about(conn->member.id, 1);
	must(asks(0, &question));
	all_read(0);
	ok(question.is_over && question.answers.len == 0, "what makes no sense has no answer");
	leaves(0, &question);
	question = about(conn->member.id, LONG);
	must(asks(0, &question));
	all_read(0);
	ok(question.is_over && question.answers.len == 0, "nor has what would be too long");
	leaves(0, &question);

	question = about(conn->member.id, NAME);
	must(asks(0, &question));
	drop_conn(conn, true);
	all_read(0);
	ok(question.is_over && question.answers.len == 0 && over == 1,
		"it is gone when the question is read");
	leaves(0, &question);
	end();
}

/* It leaves process 1, which has read the journal to this position, and is not in 2 yet. */
static uint64_t let_go(struct sp_conn *conn)
{
	reads(1);
	drop_conn(conn, false);
	return processes[1].core.read_to;
}

static void arrives(unsigned place, int64_t id, uint64_t position, struct sp_conn **conn)
{
	reads(place);
	*conn = add_conn(place, id);
	sp_relay_replay(&processes[place].core, conn, 1, position, processes[place].core.read_to);
}

static void test_a_connection_on_its_way(void)
{
	struct sp_conn *conn;
	struct sp_question question;
	uint64_t position;
	int64_t id;
	char expected[64];

	begin();
	conn = add_conn(1, 0);
	id = conn->member.id;
	position = let_go(conn);
	question = about(id, NAME);
	must(asks(0, &question));
	all_read(0);
	ok(!question.is_over, "nobody has it");
	arrives(2, id, position, &conn);
	reads(0);
	snprintf(expected, sizeof(expected), "2:%lld:x:", (long long) id);
	ok(says(&question, expected) && over == 1, "whoever gets it answers");
	leaves(0, &question);
	drop_conn(conn, true);

	conn = add_conn(1, 0);
	id = conn->member.id;
	position = let_go(conn);
	question = about(id, NAME);
	must(asks(2, &question));
	arrives(2, id, position, &conn);
	snprintf(expected, sizeof(expected), "2:%lld:x:", (long long) id);
	ok(says(&question, expected), "also if that is who asks");
	leaves(2, &question);

	question = about(id, NAME);
	must(asks(1, &question));
	reads(2);
	position = processes[2].core.read_to;
	drop_conn(conn, false);
	arrives(3, id, position, &conn);
	reads(1);
	ok(says(&question, expected) && over == 1, "what was answered before is not answered again");
	leaves(1, &question);
	drop_conn(conn, true);
	end();
}

static void test_about_all(void)
{
	struct sp_conn *conns[2];
	struct sp_question question;

	begin();
	question = about(0, NAME);
	ok(asks(0, &question) && question.is_over && over == 0, "nobody has connections to tell of");
	leaves(0, &question);
	conns[0] = add_conn(1, 0);
	conns[1] = add_conn(3, 0);
	question = about(0, NAME);
	must(asks(0, &question));
	ok(question.awaited == (1u << 1 | 1u << 3), "only those that have some are asked");
	reads(1);
	reads(2);
	reads(0);
	ok(!question.is_over && question.awaited == 1u << 3, "one has answered");
	reads(3);
	reads(0);
	ok(question.is_over && over == 1 && question.answers.len == 2 * (8 + strlen("1:0:x:")),
		"and then the other one");
	leaves(0, &question);
	question = about(0, NAME);
	must(asks(1, &question));
	ok(question.awaited == 1u << 3, "nobody asks itself");
	leaves(1, &question);
	all_read(1);
	ok(over == 0, "what comes after the asker has left is ignored");
	drop_conn(conns[0], true);
	drop_conn(conns[1], true);
	end();
}

static void test_those_that_are_gone(void)
{
	struct sp_conn *conns[3];
	struct sp_question one, all;

	begin();
	for (unsigned i = 0; i < 3; i++) {
		conns[i] = add_conn(i + 1, 0);
	}
	one = about(conns[1]->member.id, NAME);
	all = about(0, NAME);
	must(asks(0, &one) && asks(0, &all));
	reads(1);
	reads(3);
	reads(0);
	must(!one.is_over && !all.is_over);
	sp_machine_vacate(&processes[0].machine, 2);
	reads(0);
	ok(one.is_over && one.answers.len == 0, "the connection is gone with its process");
	ok(all.is_over && all.answers.len > 0, "and that one does not answer any more");
	sp_question_leave(&processes[0].core, &one);
	leaves(0, &all);

	/* The asker is busy while another process takes the place, and has a connection. */
	all = about(0, NAME);
	must(asks(0, &all));
	reads(3);
	sp_machine_vacate(&processes[0].machine, 1);
	drop_conn(conns[0], true);
	drop_conn(conns[1], true);
	end_process(1);
	begin_process(1);
	conns[0] = add_conn(1, 0);
	all_read(0);
	ok(all.is_over && all.answers.len == 8 + strlen("3:0:x:"),
		"nor does a new one in its place, which has not heard the question");
	leaves(0, &all);
	drop_conn(conns[0], true);
	drop_conn(conns[2], true);
	end();
}

static void test_long_questions_stand_in_line(void)
{
	struct sp_conn *conn;
	struct sp_question questions[3], quick;

	begin();
	conn = add_conn(1, 0);
	for (int i = 0; i < 3; i++) {
		questions[i] = about(0, NAME);
		questions[i].is_long = true;
		must(asks(0, &questions[i]));
	}
	quick = about(0, NAME);
	must(asks(0, &quick));
	all_read(0);
	ok(questions[0].is_over && quick.is_over && over == 2, "one of them is asked, and others are");
	ok(questions[1].token == 0 && questions[2].token == 0, "the rest waits");
	sp_question_leave(&processes[0].core, &quick);
	sp_question_leave(&processes[0].core, &questions[0]);
	all_read(0);
	ok(questions[1].is_over && !questions[2].is_over, "then it is the next one's turn");
	drop_conn(conn, true);
	sp_machine_vacate(&processes[0].machine, 1);
	sp_question_leave(&processes[0].core, &questions[1]);
	ok(questions[2].is_over && over == 4, "and with nobody left to ask, that of the last one");
	leaves(0, &questions[2]);
	end();
}

static void test_a_limit(void)
{
	static struct sp_question questions[SP_QUESTIONS_MAX + 1];
	struct sp_conn *conn;
	unsigned asked = 0;

	begin();
	conn = add_conn(1, 0);
	for (unsigned i = 0; i <= SP_QUESTIONS_MAX; i++) {
		questions[i] = about(conn->member.id, NAME);
		asked += asks(0, &questions[i]);
	}
	ok(asked == SP_QUESTIONS_MAX, "there is a limit of questions that are not answered");
	all_read(0);
	ok(over == SP_QUESTIONS_MAX, "all others are answered");
	for (unsigned i = 0; i <= SP_QUESTIONS_MAX; i++) {
		sp_question_leave(&processes[0].core, &questions[i]);
	}
	ok(processes[0].core.question_count == 0, "and left");
	drop_conn(conn, true);
	end();
}

static void append(unsigned place, const struct sp_item_head *head, size_t len, const char *bytes)
{
	struct sp_span parts[] = {{(const char *) head, sizeof(*head)}, {bytes, len}};
	uint32_t wake;

	must(sp_journal_append(shared->journal, place, parts, 2, NULL, &wake) == SP_JOURNAL_APPENDED);
}

static void test_answers_that_are_made_up(void)
{
	struct sp_conn *conn;
	struct sp_question one, all;
	struct sp_item_head head = {.kind = SP_ITEM_ANSWER};

	begin();
	conn = add_conn(1, 0);
	one = about(conn->member.id, NAME);
	all = about(0, NAME);
	must(asks(0, &one) && asks(0, &all));
	for (int64_t token = -1; token < 1000; token++) {
		head.id = token == (int64_t) one.token || token == (int64_t) all.token ? 0 : token;
		append(2, &head, 3, "abc");
	}
	head.id = (int64_t) all.token;
	append(2, &head, 3, "abc");
	head.code = 3; /* another process asks */
	append(1, &head, 3, "abc");
	reads(0);
	ok(!one.is_over && !all.is_over && all.answers.len == 0,
		"an answer needs the token, the asker's place, and one who is asked");
	sp_question_leave(&processes[0].core, &one);
	leaves(0, &all);
	drop_conn(conn, true);
	end();
}

static unsigned below(unsigned limit)
{
	static unsigned state = SEED;

	state = state * 1664525u + 1013904223u;
	return (state >> 8) % limit;
}

/* Of every kind that does not close connections, about one that is there or not, with lengths that
 * lie, and cut off anywhere. */
static void append_wild(int64_t id)
{
	struct sp_item_head head;
	struct sp_span part = {(const char *) &head, below(4) ? sizeof(head) : below(sizeof(head))};
	char bytes[300];
	struct sp_span parts[2];
	uint32_t wake;

	for (size_t i = 0; i < sizeof(head); i++) {
		((unsigned char *) &head)[i] = (unsigned char) below(256);
	}
	memset(bytes, (int) below(256), sizeof(bytes));
	head.kind = below(15);
	head.kind = head.kind == SP_ITEM_CLOSE || head.kind == SP_ITEM_RESET ? SP_ITEM_ASK : head.kind;
	head.id = below(2) ? id : (int64_t) below(2000);
	head.course.may_drop = below(2) != 0;
	if (below(4) > 0) {
		head.text_len = below(300);
		head.code = below(9);
		head.window_ms = below(3);
	}
	parts[0] = part;
	parts[1] = (struct sp_span){bytes, part.len == sizeof(head) ? below(sizeof(bytes)) : 0};
	must(sp_journal_append(shared->journal, 1 + below(20) % SP_JOURNAL_READERS, parts, 2, NULL,
			 &wake) == SP_JOURNAL_APPENDED);
}

static void test_records_of_a_process_that_runs_wild(void)
{
	struct sp_conn *conn;
	struct sp_question one, all;
	uint64_t before;

	begin();
	conn = add_conn(0, 0);
	conn->state = SP_CONN_CLOSING; /* what is published to it goes nowhere */
	add_conn(1, 0);
	before = processes[0].core.read_to;
	for (int i = 0; i < WILD_RECORDS; i++) {
		one = about(last_id, NAME);
		all = about(0, NAME);
		must(asks(0, &one) && asks(0, &all));
		append_wild(conn->member.id);
		reads(0);
		sp_question_leave(&processes[0].core, &one);
		leaves(0, &all);
	}
	ok(processes[0].core.read_to == sp_journal_end(shared->journal), "all of them are read");
	sp_relay_replay(&processes[0].core, &conn, 1, before, processes[0].core.read_to);
	sp_windows_flush(&processes[0].windows);
	reads(1);
	one = about(last_id, NAME);
	must(asks(0, &one));
	reads(1);
	reads(0);
	ok(one.is_over && one.answers.len > 0, "and what makes sense is answered all the same");
	leaves(0, &one);
	drop_conn(conn, true);
	drop_conn(sp_conn_of(sp_conn_table_find(&processes[1].core.table, last_id)), true);
	end();
}

int main(void)
{
	run(test_about_a_connection);
	run(test_a_connection_on_its_way);
	run(test_about_all);
	run(test_those_that_are_gone);
	run(test_long_questions_stand_in_line);
	run(test_a_limit);
	run(test_answers_that_are_made_up);
	run(test_records_of_a_process_that_runs_wild);
	return check_end();
}
