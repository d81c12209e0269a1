/* SPDX-License-Identifier: MIT */
/*
 * A connection that becomes an event stream, without a socket.
 *
 * with: tests/unit/fake_net.c tests/unit/fake_script.c src/net/session/ src/net/conn/
 * with: src/net/out/ src/net/topics/topics.c src/net/loop/loop.c src/net/loop/fork.c
 * with: src/net/loop/shared.c src/net/loop/log.c src/net/process/worker.c
 * with: src/net/process/inherited.c src/net/process/channel.c src/net/machine/
 * with: src/net/process/sharing.c src/net/process/shared_file.c
 * with: src/net/stream/tls_peer.c src/net/stream/tls_port.c
 * with: -levent_core -Wl,--wrap=sp_conn_queue,--wrap=sp_conn_finish
 */
#include "session_tools.h"

static const struct fake_plan plan = {.answer = FAKE_STREAM};

static void begin_stream(void)
{
	begin(&plan);
	read_bytes(GET);
	fake_settle(&net);
	must(sp_conn_is_event_stream(net.conn) && net.conn->state == SP_CONN_ESTABLISHED);
}

static void test_begins(void)
{
	begin_stream();
	ok(says(
		   "out HTTP/1.1\\x20200\\x20OK\\x0D\\x0A\\x0D\\x0A\nout data:\\x20seat\\x205\\x0A\\x0A\n"),
		"the head, and then events");
	ok(net.core.counters.responses == 1 && net.conn->deadline_s == 0,
		"it is an answer without end");
	story.len = 0;
	fake_end(&net);
	ok(story_is("eof\nabort 1006\nclose 1006 \n"), "its peer leaves");
}

static void test_what_came_in_advance(void)
{
	begin(&plan);
	read_bytes(GET GET GET);
	fake_settle(&net);
	ok(net.conn->request_no == 1 && net.conn->input == NULL, "further requests are not kept");
	read_bytes(GET);
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_ESTABLISHED && net.conn->request_no == 1, "and mean nothing");
	fake_end(&net);
}

static void test_a_peer_that_talks(void)
{
	static const char much[5000];

	begin_stream();
	story.len = 0;
	fake_read(&net, much, 4000);
	ok(story_is(""), "a little is overheard");
	fake_read(&net, much, 96);
	fake_settle(&net);
	ok(says("finish 1008") && net.core.counters.floods == 1, "4 KiB are too much");
	fake_read(&net, much, sizeof(much));
	ok(net.core.counters.floods == 1, "which is counted once");
	fake_end(&net);
}

static void test_comments(void)
{
	begin_stream();
	net.listener.settings.ping_interval_s = 3;
	story.len = 0;
	for (int second = 0; second < 7; second++) {
		fake_second(&net);
	}
	ok(story_is("out :\\x0A\\x0A\nout :\\x0A\\x0A\n"), "one in three seconds of silence");
	net.blocked = true;
	story.len = 0;
	for (int second = 0; second < 7; second++) {
		fake_second(&net);
	}
	ok(story_is("out :\\x0A\\x0A\n"), "none behind one that waits");
	fake_end(&net);
	ok(says("abort 1006 reset") || says("abort 1006"), "write_timeout ends it");
}

static void test_close(void)
{
	begin_stream();
	net.blocked = true;
	story.len = 0;
	sp_conn_close(net.conn, 4000, sp_span("enough"));
	fake_tick(&net);
	ok(story_is("finish 4000\nclose 4000 by server enough\n"), "the script's reason is Close's");
	ok(net.conn->state == SP_CONN_CLOSING || net.conn->state == SP_CONN_LINGER,
		"what waits goes out");
	fake_unblock(&net);
	fake_end(&net);
}

int main(void)
{
	run(test_begins);
	run(test_what_came_in_advance);
	run(test_a_peer_that_talks);
	run(test_comments);
	run(test_close);
	sp_buf_fini(&story);
	return check_end();
}
