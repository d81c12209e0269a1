/* SPDX-License-Identifier: MIT */
/*
 * Whose turn it is to be written to. Connections, queues and the end of the tick are the real ones;
 * the sockets take everything, and the clock moves only with a write, so that a slice of the flush
 * ends where the test says. What else the server has is not called, and is left to the linker.
 *
 * with: src/net/server/tick.c src/net/conn/conn.c src/net/out/sendq.c src/net/out/packet.c
 * with: -levent_core -Wl,--wrap=sp_sendq_write,--unresolved-symbols=ignore-all -no-pie
 */
#include "net/server/tick.h"

#include <string.h>

#include "check.h"
#include "guard.h"

#define ALL 300   /* connections */
#define MANY 200  /* those of them, from 0 on, that are sent a message to many */
#define ASKER 299 /* one of the others */
#define FEW 16    /* so many references make no message to many yet, as in conn.c */
#define LOOKS 16  /* connections between two looks at the clock, as in tick.c */
#define EVERY 8   /* of the answers, after which one of the many has its turn, as in tick.c */
#define FIRST (FEW - 1 + (FEW - 1) / (EVERY - 1)) /* of the many, that come before an answer */
#define SLICE_NS UINT64_C(2000000)

static struct sp_loop loop;
static struct sp_server server;
static struct sp_listener listener;
static struct sp_conn conns[ALL];

static uint64_t clock_ns;
static uint64_t write_ns;  /* what a write takes */
static int order[4 * ALL]; /* who was written to */
static int writes;
static char texts[ALL][16]; /* what was */
static void (*after_write)(void);

/* --- what the end of a tick calls --- */

uint64_t sp_clock_ns(void)
{
	return clock_ns;
}

uint64_t sp_clock_ms(void)
{
	return clock_ns / 1000000;
}

void sp_loop_turn(struct sp_loop *turned, bool poll)
{
	(void) turned;
	(void) poll;
}

bool sp_server_is_full(const struct sp_server *asked)
{
	(void) asked;
	return false;
}

static void on_tick(void)
{
}

enum sp_sent __wrap_sp_sendq_write(struct sp_sendq *queue, int fd, size_t *sent);

enum sp_sent __wrap_sp_sendq_write(struct sp_sendq *queue, int fd, size_t *sent)
{
	struct sp_packet *frame;

	*sent = queue->bytes;
	if (*sent > 0) {
		must(writes < 4 * ALL);
		order[writes++] = fd;
		clock_ns += write_ns;
	}
	while ((frame = sp_sendq_shift(queue)) != NULL) {
		must(strlen(texts[fd]) + frame->len < sizeof(texts[fd]));
		strncat(texts[fd], frame->data, frame->len);
		sp_packet_release(frame);
	}
	if (*sent > 0 && after_write != NULL) {
		after_write();
	}
	return SP_SENT_ALL;
}

/* --- the server --- */

static void begin(void)
{
	static const struct sp_hooks hooks = {.on_tick = on_tick};
	int i;

	server = (struct sp_server){.loop = &loop, .hooks = &hooks, .phase = SP_SERVER_RUNNING};
	server.dirty_last = &server.dirty_first;
	server.bulk_last = &server.bulk_first;
	server.closing_last = &server.closing_first;
	server.starved_last = &server.starved_first;
	sp_link_init(&server.dead);
	listener = (struct sp_listener){.server = &server};
	listener.settings.socket_buffer_size = 1000;
	for (i = 0; i < ALL; i++) {
		conns[i] = (struct sp_conn){.listener = &listener, .state = SP_CONN_WEBSOCKET, .id = i + 1};
		conns[i].event.ev_fd = i;
		sp_sendq_init(&conns[i].queue);
	}
	memset(texts, 0, sizeof(texts));
	writes = 0;
	write_ns = 0;
	after_write = NULL;
}

static void end(void)
{
	after_write = NULL;
	while (server.dirty_first != NULL || server.bulk_first != NULL) {
		must(sp_server_turn(&server));
	}
	sp_packet_account_fini(&server.frames);
}

/* As publish() does, and push() of the same text in a loop: one frame for all. */
static void push(int first, int last, const char *text)
{
	struct sp_packet *frame = sp_packet_new_raw(&server.frames, text, strlen(text), NULL, 0);
	int i;

	must(frame != NULL);
	for (i = first; i <= last; i++) {
		must(sp_conn_queue(&conns[i], frame, true) == SP_QUEUED);
	}
	sp_packet_release(frame);
}

static void push_to_many(const char *text)
{
	push(0, MANY - 1, text);
}

static void answer_each(int first, int last)
{
	for (; first <= last; first++) {
		push(first, first, "a");
	}
}

/* How many writes came before the first one to this connection; all, if there was none. */
static int writes_before(int which)
{
	int i = 0;

	while (i < writes && order[i] != which) {
		i++;
	}
	return i;
}

/* How many of the first writes were to receivers of the message to many. */
static int of_many(int first)
{
	int i, n = 0;

	for (i = 0; i < first; i++) {
		n += order[i] < MANY;
	}
	return n;
}

/* True if each of them got this, in one write. */
static bool all_got(const char *text)
{
	int i;

	for (i = 0; i < MANY; i++) {
		if (strcmp(texts[i], text) != 0) {
			return false;
		}
	}
	return of_many(writes) == MANY;
}

/* --- the tests --- */

static void an_answer_overtakes(void)
{
	begin();
	push_to_many("m");
	push(ASKER, ASKER, "a");
	ok(writes == 0, "nothing is written before the end of the tick");
	sp_server_turn(&server);
	ok(writes_before(ASKER) == FIRST, "the answer leaves before all but the first few");
	ok(all_got("m"), "who is overtaken gets the message all the same");
	end();
}

static void the_order_on_one_connection_stays(void)
{
	begin();
	push_to_many("m");
	push(MANY - 1, MANY - 1, "a");
	sp_server_turn(&server);
	ok(strcmp(texts[MANY - 1], "ma") == 0, "the message that came first is in front");
	ok(writes_before(MANY - 1) == FIRST, "and it has come along, before the others");
	end();
}

static void a_slice_ends(void)
{
	begin();
	write_ns = SLICE_NS / 10;
	push_to_many("m");
	sp_server_turn(&server);
	ok(writes == LOOKS - 1, "the flush ends with the first look at the clock after the slice");
	push(ASKER, ASKER, "a");
	sp_server_turn(&server);
	ok(writes_before(ASKER) == LOOKS, "an answer in between comes next but for one that was left");
	while (server.bulk_first != NULL) {
		sp_server_turn(&server);
	}
	ok(all_got("m"), "the slices go on where the last one ended");
	end();
}

static void a_slice_ends_among_answers(void)
{
	begin();
	write_ns = SLICE_NS / 10;
	answer_each(MANY, ALL - 1);
	sp_server_turn(&server);
	ok(writes == LOOKS - 1, "answers are cut into slices, too");
	answer_each(ALL - 1, ALL - 1);
	end();
	ok(order[LOOKS - 1] == MANY + LOOKS - 1, "those that are left come first the next time");
	ok(strcmp(texts[ALL - 1], "aa") == 0 && writes == ALL - MANY, "and each is written to once");
}

static void many_go_on_among_answers(void)
{
	int sample = FIRST + 10 * EVERY;
	int through;

	begin();
	push_to_many("m");
	answer_each(MANY, ALL - 1);
	sp_server_turn(&server);
	through = of_many(sample) - of_many(FIRST);
	ok(through == 10, "of many answers, each eighth lets one of the many through");
	ok(writes == ALL && all_got("m"), "when the answers have left, the others follow");
	end();
}

static void answer_once(void)
{
	after_write = NULL;
	push(ASKER, ASKER, "a");
}

static void new_ones_wait_for_the_next_flush(void)
{
	begin();
	push_to_many("m");
	after_write = answer_once;
	sp_server_flush_some(&server);
	ok(writes == MANY && texts[ASKER][0] == '\0', "who becomes dirty during a flush is not in it");
	sp_server_turn(&server);
	ok(order[MANY] == ASKER, "but in the next");
	end();
}

int main(void)
{
	run(an_answer_overtakes);
	run(the_order_on_one_connection_stays);
	run(a_slice_ends);
	run(a_slice_ends_among_answers);
	run(many_go_on_among_answers);
	run(new_ones_wait_for_the_next_flush);
	return check_end();
}
