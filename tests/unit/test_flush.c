/* SPDX-License-Identifier: MIT */
/*
 * Which connection is written to next. Connections, queues and the flush are the real ones; the
 * transport takes everything, and the clock moves only with a write, so that a slice of the flush
 * ends where the test says.
 *
 * with: src/net/conn/ src/net/out/ src/net/topics/topics.c src/net/loop/loop.c src/net/loop/fork.c
 * with: src/net/loop/shared.c src/net/loop/log.c src/net/process/worker.c
 * with: src/net/process/inherited.c src/net/process/channel.c src/net/machine/
 * with: src/net/process/sharing.c src/net/process/shared_file.c
 * with: src/net/stream/tls_peer.c src/net/stream/tls_port.c
 * with: -levent_core -Wl,--wrap=sp_clock_ns,--wrap=sp_clock_ms
 */
#include "net/conn/flush.h"

#include <string.h>
#include <sys/uio.h>

#include "check.h"
#include "guard.h"
#include "net/conn/conn.h"
#include "net/conn/send.h"
#include "net/conn/transport.h"

#define ALL 300   /* connections */
#define MANY 200  /* of them, from 0 on, get a message to many */
#define ASKER 299 /* one of the others */
#define FEW 16    /* references that do not make a message to many yet, as in send.c */
#define LOOKS 16  /* connections between two looks at the clock, as in flush.c */
#define EVERY 8   /* one write in this many goes to one of the many, as in flush.c */
#define FIRST (FEW - 1 + (FEW - 1) / (EVERY - 1)) /* writes to the many before an answer */
#define SLICE_NS UINT64_C(2000000)

static struct sp_loop loop;
static struct sp_core core;
static struct sp_listener listener;
static struct sp_conn conns[ALL];

static uint64_t clock_ns;
static uint64_t write_ns;  /* the time that a write takes */
static int order[4 * ALL]; /* the connections that were written to */
static int writes;
static char texts[ALL][16]; /* what was written to them */
static void (*after_write)(void);

/* --- the clock and the transport --- */

uint64_t __wrap_sp_clock_ns(void);
uint64_t __wrap_sp_clock_ms(void);

uint64_t __wrap_sp_clock_ns(void)
{
	return clock_ns;
}

uint64_t __wrap_sp_clock_ms(void)
{
	return clock_ns / 1000000;
}

static ssize_t take_all(void *to, const struct iovec *parts, size_t count)
{
	int which = (int) ((struct sp_conn *) to - conns);
	ssize_t sent = 0;

	must(writes < 4 * ALL);
	order[writes++] = which;
	clock_ns += write_ns;
	for (size_t i = 0; i < count; i++) {
		must(strlen(texts[which]) + parts[i].iov_len < sizeof(texts[which]));
		strncat(texts[which], parts[i].iov_base, parts[i].iov_len);
		sent += (ssize_t) parts[i].iov_len;
	}
	if (after_write != NULL) {
		after_write();
	}
	return sent;
}

/* --- the connections --- */

static void begin(void)
{
	static const struct sp_transport transport = {.send = take_all};

	must(sp_core_init(&core, &loop, NULL, NULL));
	core.settings.total_buffer_size = INT64_MAX;
	listener = (struct sp_listener){.core = &core, .transport = &transport};
	listener.settings.socket_buffer_size = 1000;
	for (int i = 0; i < ALL; i++) {
		conns[i] = (struct sp_conn){.listener = &listener, .state = SP_CONN_ESTABLISHED};
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
	while (sp_flush_is_due(&core)) {
		sp_flush_slice(&core);
	}
	must(core.packets.bytes == 0);
	sp_core_fini(&core);
}

/* As publish() does, and push() of the same text in a loop: one packet for all. */
static void push(int first, int last, const char *text)
{
	struct sp_packet *packet = sp_packet_new_raw(&core.packets, text, strlen(text), NULL, 0);
	int i;

	must(packet != NULL);
	for (i = first; i <= last; i++) {
		must(sp_conn_queue(&conns[i], packet, true) == SP_QUEUED);
	}
	sp_packet_release(packet);
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
	sp_flush_slice(&core);
	ok(writes_before(ASKER) == FIRST, "the answer leaves before all but the first few");
	ok(all_got("m"), "those that were overtaken get the message all the same");
	end();
}

static void the_order_on_one_connection_stays(void)
{
	begin();
	push_to_many("m");
	push(MANY - 1, MANY - 1, "a");
	sp_flush_slice(&core);
	ok(strcmp(texts[MANY - 1], "ma") == 0, "the message that came first is written first");
	ok(writes_before(MANY - 1) == FIRST, "and the answer takes it along, before the others");
	end();
}

static void a_slice_ends(void)
{
	begin();
	write_ns = SLICE_NS / 10;
	push_to_many("m");
	sp_flush_slice(&core);
	ok(writes == LOOKS - 1, "the flush ends with the first look at the clock after the slice");
	push(ASKER, ASKER, "a");
	sp_flush_slice(&core);
	ok(writes_before(ASKER) == LOOKS,
		"an answer in between comes next, after one connection that was left");
	while (!sp_tailq_empty(&core.agenda.bulk)) {
		sp_flush_slice(&core);
	}
	ok(all_got("m"), "the slices go on where the last one ended");
	end();
}

static void a_slice_ends_among_answers(void)
{
	begin();
	write_ns = SLICE_NS / 10;
	answer_each(MANY, ALL - 1);
	sp_flush_slice(&core);
	ok(writes == LOOKS - 1, "answers are written in slices, too");
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
	sp_flush_slice(&core);
	through = of_many(sample) - of_many(FIRST);
	ok(through == 10, "among many answers, every eighth write is to one of the many");
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
	sp_flush_some(&core);
	ok(writes == MANY && texts[ASKER][0] == '\0',
		"a connection that becomes dirty during a flush is not part of it");
	sp_flush_slice(&core);
	ok(order[MANY] == ASKER, "but of the next");
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
