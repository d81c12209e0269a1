/* SPDX-License-Identifier: MIT */
/*
 * A whole connection without a socket: what is easier to see here than from outside.
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

#define KEPT_MAX ((size_t) 64 * 1024) /* as in session/http.c */

static bool paused(void)
{
	return (net.conn->flags & SP_CONN_PAUSED) != 0;
}

static unsigned count(const char *text)
{
	const char *at = told();
	unsigned times = 0;

	while ((at = strstr(at, text)) != NULL) {
		times++;
		at += strlen(text);
	}
	return times;
}

/* Reads whole requests until this many bytes have come. Returns how many requests these are. */
static unsigned read_requests(size_t bytes)
{
	unsigned times = 0;

	for (; bytes >= sizeof(GET) - 1; bytes -= sizeof(GET) - 1) {
		read_bytes(GET);
		times++;
	}
	return times;
}

/* --- HTTP --- */

static void test_pipelined_requests_are_kept_up_to_a_limit(void)
{
	struct fake_plan plan = {.answer = FAKE_LATER};
	unsigned requests = 1;

	begin(&plan);
	read_bytes(GET);
	ok(net.conn->input == NULL, "a request that came whole leaves nothing behind");
	requests += read_requests(KEPT_MAX);
	ok(!paused(), "64 KiB after a request are kept");
	read_bytes(GET);
	ok(paused(), "anything more pauses reading");
	ok(count("request ") == 1, "and none of it has run");
	fake_settle(&net);
	ok(count("request ") == requests + 1, "all of it runs when its turn comes");
	ok(!paused() && net.conn->input == NULL, "then reading resumes, and nothing is kept");
	fake_end(&net);
}

static void test_what_is_kept_goes_when_the_connection_ends(void)
{
	struct fake_plan plan = {.answer = FAKE_LATER, .last_answer = true};

	begin(&plan);
	read_bytes(GET);
	read_requests(KEPT_MAX + 100);
	ok(paused() && net.core.input_bytes > KEPT_MAX, "requests wait for their turn");
	net.blocked = true;
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_CLOSING, "which will not come");
	ok(net.core.input_bytes == 0, "so they are not kept until the peer ends its side");
	fake_end(&net);
}

static void test_too_long_bodies_are_refused_at_once(void)
{
	struct fake_plan plan = {0};

	begin(&plan);
	read_bytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100001\r\n\r\nx");
	ok(says("out HTTP/1.1\\x20413"), "Content-Length above package_max_length gets 413");
	ok(net.conn->input == NULL && net.core.input_bytes == 0, "and none of it is kept");
	read_bytes(GET);
	fake_settle(&net);
	ok(!says("request "), "what comes after a refusal is not read");
	fake_end(&net);
}

static void test_end_of_the_peers_side(void)
{
	struct fake_plan plan = {.last_answer = true};

	begin(&plan);
	net.blocked = true;
	read_bytes(GET);
	fake_eof(&net);
	ok(net.conn->state == SP_CONN_CLOSING, "an answer on its way still goes out");
	fake_unblock(&net);
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_LINGER, "and then our side ends");
	fake_end(&net);
	begin(&plan);
	read_bytes("GET / HT");
	fake_eof(&net);
	ok(story_is("eof\nabort 0\nclose 0 \n"), "half a request is nobody's loss");
	fake_end(&net);
}

static void test_what_the_transport_holds_back_still_goes_out(void)
{
	struct fake_plan plan = {0};

	begin(&plan);
	net.listener.settings.write_timeout_s = 60;
	net.held_back = true;
	read_bytes(GET);
	fake_settle(&net);
	ok(net.conn->queue.bytes == 0,
		"the transport has taken all of an answer, and the peer has not");
	fake_eof(&net);
	ok(net.conn->state == SP_CONN_CLOSING, "the end of the peer's side does not cut it");
	for (int64_t i = 0; i < net.listener.settings.close_timeout_s + 3; i++) {
		fake_second(&net);
	}
	ok(net.conn->state == SP_CONN_CLOSING, "nor does close_timeout");
	net.held_back = false;
	fake_unblock(&net);
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_LINGER, "and then our side ends");
	fake_end(&net);
}

static void test_half_a_request_has_its_time(void)
{
	struct fake_plan plan = {0};
	int second;

	begin(&plan);
	read_bytes("GET / HT");
	for (second = 1; second <= 10; second++) {
		fake_second(&net);
	}
	ok(story_is(""), "handshake_timeout has not passed yet");
	fake_second(&net);
	ok(says("out HTTP/1.1\\x20408") && says("finish 0"), "then it gets 408");
	fake_end(&net);
}

/* --- WebSocket --- */

static void test_idle_websockets_hold_nothing(void)
{
	struct fake_plan plan = {.message = FAKE_ECHO};

	begin_websocket(&plan);
	read_bytes(HELLO PING);
	ok(story_is("message 1 Hello\nout \\x82\\x05Hello\nout \\x8A\\x04ping\n"), "it is answered");
	ok(net.conn->input == NULL, "whole frames leave nothing behind");
	read_bytes(HEL);
	ok(net.conn->input != NULL, "a fragment does");
	read_bytes(LO);
	ok(net.conn->input == NULL && net.core.input_bytes == 0, "until the last one has come");
	fake_end(&net);
}

static void test_nothing_behind_a_close_frame(void)
{
	struct fake_plan plan = {0};

	begin_websocket(&plan);
	read_bytes(BYE PING HELLO);
	read_bytes(PING HELLO);
	ok(story_is("out \\x88\\x02\\x03\\xE8\nfinish 1000\n"), "what follows it is ignored");
	fake_settle(&net);
	ok(says("close 1000 bye\nabort 1000\n"),
		"both have sent a close frame, and the server closes first");
	fake_end(&net);
}

static void test_nothing_is_queued_after_a_close_frame(void)
{
	struct fake_plan plan = {0};
	struct sp_packet *packet;
	size_t before;

	begin_websocket(&plan);
	net.blocked = true;
	sp_conn_close(net.conn, 1000, sp_span(""));
	before = net.conn->queue.bytes;
	packet = sp_packet_new_ws(&net.core.packets, true, 0, SP_WS_TEXT, "late", 4);
	must(packet != NULL);
	ok(sp_conn_queue(net.conn, packet, true) == SP_QUEUE_DEAD &&
			sp_conn_queue(net.conn, packet, false) == SP_QUEUE_DEAD,
		"a closing connection takes nothing");
	ok(net.conn->queue.bytes == before, "so the close frame stays the last one");
	sp_packet_release(packet);
	fake_end(&net);
}

static void test_our_close_frame_waits_for_the_peers(void)
{
	struct fake_plan plan = {.message = FAKE_CLOSE};

	begin_websocket(&plan);
	read_bytes(HELLO HELLO PING);
	fake_settle(&net);
	ok(count("message ") == 1, "messages after our close frame are ignored");
	ok(net.conn->state == SP_CONN_CLOSING, "the connection stays for the peer's close frame");
	read_bytes(BYE);
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_DEAD, "and ends with it");
	fake_end(&net);
}

static void test_rates(void)
{
	struct fake_plan plan = {0};

	begin_websocket(&plan);
	net.listener.settings.control_frame_rate = 2;
	net.listener.settings.message_rate = 2;
	read_bytes(PING PING HELLO HELLO);
	fake_second(&net);
	read_bytes(PING HELLO);
	ok(count("out ") == 3 && count("message ") == 3, "each second starts from zero");
	read_bytes(PING PING HELLO);
	ok(says("out \\x88") && says("finish 1008"), "one more frame closes with 1008");
	ok(net.core.counters.floods == 1, "and is counted as a flood");
	ok(count("message ") == 3, "the rest of a flood is not read");
	fake_end(&net);
	begin_websocket(&plan);
	net.listener.settings.control_frame_rate = 2;
	read_bytes(EMPTY "\0\x80" MASK "\0\x80" MASK);
	ok(says("finish 1008"), "empty fragments count as control frames");
	fake_end(&net);
}

static void test_a_flood_behind_our_close_frame(void)
{
	struct fake_plan plan = {.message = FAKE_CLOSE};

	begin_websocket(&plan);
	net.listener.settings.control_frame_rate = 2;
	read_bytes(HELLO PING PING);
	ok(net.conn->state == SP_CONN_CLOSING, "some frames may come before the peer's close frame");
	read_bytes(PING BYE);
	ok(says("abort 1000"), "a flood is not waited out");
	fake_end(&net);
}

static void test_a_deaf_peer_that_pings(void)
{
	struct fake_plan plan = {0};

	begin_websocket(&plan);
	net.blocked = true;
	net.listener.settings.socket_buffer_size = 12;
	read_bytes(PING PING);
	ok(net.conn->state == SP_CONN_ESTABLISHED, "pongs wait in the queue");
	read_bytes(PING);
	ok(says("finish 1013"), "over its limit the connection is closed");
	fake_end(&net);
}

static void test_a_reader_that_takes_nothing(void)
{
	struct fake_plan plan = {0};
	int second;

	begin_websocket(&plan);
	net.listener.settings.write_timeout_s = 40;
	net.blocked = true;
	read_bytes(PING);
	fake_settle(&net);
	for (second = 0; second < 40; second++) {
		fake_second(&net);
	}
	ok(net.conn->state == SP_CONN_ESTABLISHED && count("out \\x89") == 0,
		"a peer that has something to take is not pinged");
	read_bytes(HELLO);
	fake_second(&net);
	ok(says("abort 1006 reset"),
		"after write_timeout the server gives up, although the peer talks");
	fake_end(&net);
}

static void test_pings(void)
{
	struct fake_plan plan = {0};
	int second;

	begin_websocket(&plan);
	for (second = 0; second < 29; second++) {
		fake_second(&net);
	}
	ok(story_is("out \\x89\\x00\nout \\x89\\x00\n"), "two pings in silence");
	fake_second(&net);
	ok(says("abort 1006 reset"), "instead of a third the server gives up");
	fake_end(&net);
}

static void test_frames_behind_an_upgrade_that_open_closes(void)
{
	struct fake_plan plan = {.upgrade = FAKE_ACCEPT_CLOSE};

	begin(&plan);
	read_bytes(UPGRADE HELLO BYE);
	fake_settle(&net);
	ok(!says("message "), "messages are ignored");
	ok(net.conn->state == SP_CONN_DEAD, "the close frame among them ends the connection");
	fake_end(&net);
}

/* The pause is for bytes after a request; a WebSocket that is never read from again would hang. */
static void test_a_late_upgrade_is_read(void)
{
	struct fake_plan plan = {.upgrade = FAKE_ACCEPT_LATER};

	begin(&plan);
	read_bytes(UPGRADE);
	for (size_t sent = 0; sent <= KEPT_MAX; sent += sizeof(HELLO) - 1) {
		read_bytes(HELLO);
	}
	ok(paused(), "too much came before the 101");
	ok(!says("message "), "and no callback has seen it");
	fake_settle(&net);
	ok(net.conn->state == SP_CONN_ESTABLISHED && !paused(), "after it reading resumes");
	ok(says("message "), "and what came too early is delivered");
	ok(net.conn->input == NULL, "and not kept any longer");
	fake_end(&net);
}

/* --- total_input_size --- */

/* Other connections keep nearly as much as may be kept. */
static void fill_input(void)
{
	net.others = 100000;
	net.core.input_bytes += net.others;
	net.core.settings.total_input_size = 100100;
}

static void test_the_one_that_grows_is_refused(void)
{
	struct fake_plan plan = {.answer = FAKE_LATER};

	begin(&plan);
	fill_input();
	read_bytes(GET);
	ok(says("request ") && !paused(), "a complete request is accepted");
	read_bytes("GET / HT");
	ok(paused() && net.conn->state == SP_CONN_ANSWER, "what comes after a request pauses reading");
	fake_settle(&net);
	ok(!paused() && !says("503"), "until it is answered");
	read_bytes("TP/1.1\r\nHost: a\r\nX: 1234567890123456789012345678901234567890123456789\r\n");
	ok(says("out HTTP/1.1\\x20503"), "half a request that grows gets 503");
	ok(net.core.counters.refused_input == 1 && net.conn->input == NULL, "and is forgotten");
	fake_end(&net);
}

static void test_the_websocket_that_grows_is_refused(void)
{
	struct fake_plan plan = {0};

	begin_websocket(&plan);
	fill_input();
	read_bytes(HELLO);
	ok(says("message ") && sp_conn_open(net.conn), "a complete message is accepted");
	read_bytes(HEL);
	ok(says("finish 1013"), "a fragment gets 1013");
	ok(net.core.input_bytes == net.others, "and is forgotten");
	read_bytes(LO HELLO);
	ok(count("message ") == 1, "what comes after it is ignored");
	fake_end(&net);
}

int main(void)
{
	run(test_pipelined_requests_are_kept_up_to_a_limit);
	run(test_what_is_kept_goes_when_the_connection_ends);
	run(test_too_long_bodies_are_refused_at_once);
	run(test_end_of_the_peers_side);
	run(test_what_the_transport_holds_back_still_goes_out);
	run(test_half_a_request_has_its_time);
	run(test_idle_websockets_hold_nothing);
	run(test_nothing_behind_a_close_frame);
	run(test_nothing_is_queued_after_a_close_frame);
	run(test_our_close_frame_waits_for_the_peers);
	run(test_rates);
	run(test_a_flood_behind_our_close_frame);
	run(test_a_deaf_peer_that_pings);
	run(test_a_reader_that_takes_nothing);
	run(test_pings);
	run(test_frames_behind_an_upgrade_that_open_closes);
	run(test_a_late_upgrade_is_read);
	run(test_the_one_that_grows_is_refused);
	run(test_the_websocket_that_grows_is_refused);
	sp_buf_fini(&story);
	return check_end();
}
