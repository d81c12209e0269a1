/* SPDX-License-Identifier: MIT */
/*
 * What src/php keeps beside a connection, as bytes for another process and back.
 * with: src/php/engine/conn.c src/net/conn/extra.c src/net/conn/backlog.c
 * with: src/net/conn/shaking.c src/net/stream/tls_peer.c
 * with: -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "guard.h"
#include "php/engine/conn.h"
#include "wire/ws_frame.h"

#define UTF8_STATE 0x18080u /* some state inside a character */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static unsigned fails_in; /* allocations; 0: none fails */

static bool fails(void)
{
	return fails_in > 0 && --fails_in == 0;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	return fails() ? NULL : __real_realloc(old, size);
}

/* No test looks at more of a connection. */
static struct sp_conn *new_conn(void)
{
	struct sp_conn *conn = calloc(1, sizeof(*conn));

	must(conn != NULL);
	return conn;
}

static void free_conn(struct sp_conn *conn)
{
	if (conn->extra != NULL && conn->extra->upper != NULL) {
		php_seatpush_conn_free(conn->extra->upper);
	}
	sp_conn_extra_free(conn->extra);
	free(conn);
}

static char *copied(const char *text)
{
	char *copy = strdup(text);

	must(copy != NULL);
	return copy;
}

static struct sp_span span_of(const struct sp_buf *buf)
{
	return (struct sp_span){buf->data, buf->len};
}

/* Everything that can be beside a connection, with the uid as text or as a number. */
static struct sp_buf packed_all(bool uid_is_text)
{
	struct sp_conn *conn = new_conn();
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);
	struct sp_buf out = {0};

	must(beside != NULL && php_seatpush_conn_set_state(conn, (struct sp_span){"a\0b", 3}));
	beside->has_uid = true;
	beside->uid_number = uid_is_text ? 0 : INT64_MIN + 5;
	beside->uid_text = uid_is_text ? copied("user-7") : NULL;
	beside->uid_len = uid_is_text ? 6 : 0;
	beside->offered = copied("chat, superchat");
	must(sp_buf_puts(&beside->fragments, "\x01\x01x"));
	beside->fragments_opcode = SP_WS_TEXT;
	beside->fragments_utf8 = UTF8_STATE;
	must(php_seatpush_conn_pack(beside, &out));
	free_conn(conn);
	return out;
}

static bool unpacks(const char *bytes, size_t len)
{
	struct sp_conn *conn = new_conn();
	bool whole = php_seatpush_conn_unpack(conn, (struct sp_span){bytes, len});

	must(whole == (php_seatpush_conn_if_any(conn) != NULL));
	free_conn(conn);
	return whole;
}

static void test_there_and_back(void)
{
	for (int uid_is_text = 0; uid_is_text < 2; uid_is_text++) {
		struct sp_buf bytes = packed_all(uid_is_text);
		struct sp_conn *conn = new_conn();
		const struct php_seatpush_conn *beside;

		must(php_seatpush_conn_unpack(conn, span_of(&bytes)));
		beside = php_seatpush_conn_if_any(conn);
		ok(beside->has_uid &&
				(uid_is_text ? beside->uid_len == 6 && strcmp(beside->uid_text, "user-7") == 0
							 : beside->uid_text == NULL && beside->uid_number == INT64_MIN + 5),
			"the uid");
		ok(beside->state_len == 3 && memcmp(beside->state, "a\0b", 3) == 0, "the state");
		ok(strcmp(beside->offered, "chat, superchat") == 0, "the subprotocols");
		ok(beside->fragments.len == 3 && memcmp(beside->fragments.data, "\x01\x01x", 3) == 0 &&
				beside->fragments_opcode == SP_WS_TEXT && beside->fragments_utf8 == UTF8_STATE,
			"the fragments");
		ok(beside->line.next == &beside->line, "nobody waits in its line");
		free_conn(conn);
		sp_buf_fini(&bytes);
	}
}

static void test_little(void)
{
	struct sp_conn *from = new_conn(), *to = new_conn();
	const struct php_seatpush_conn *beside;
	struct sp_buf bytes = {0};

	must(php_seatpush_conn(from) != NULL && php_seatpush_conn_pack(from->extra->upper, &bytes));
	must(php_seatpush_conn_set_state(to, sp_span("before")));
	ok(php_seatpush_conn_unpack(to, span_of(&bytes)), "nothing goes there and back as well");
	beside = php_seatpush_conn_if_any(to);
	ok(!beside->has_uid && beside->state == NULL && beside->offered == NULL &&
			beside->fragments.len == 0 && beside->fragments_opcode == 0,
		"and replaces what was there");
	php_seatpush_conn(from)->has_uid = true;
	php_seatpush_conn(from)->uid_text = copied("");
	bytes.len = 0;
	must(php_seatpush_conn_pack(from->extra->upper, &bytes) &&
		 php_seatpush_conn_unpack(to, span_of(&bytes)));
	ok(beside->uid_text != NULL && beside->uid_len == 0, "an empty uid is one");
	free_conn(from);
	free_conn(to);
	sp_buf_fini(&bytes);
}

static void test_broken(void)
{
	struct sp_buf bytes = packed_all(true);
	unsigned accepted = 0;

	for (size_t len = 0; len < bytes.len; len++) {
		accepted += unpacks(guarded(bytes.data, len), len);
	}
	ok(accepted == 0, "cut anywhere, it is refused");
	must(sp_buf_append(&bytes, "x", 1));
	ok(!unpacks(bytes.data, bytes.len), "and so it is with a byte too many");
	bytes.len--;
	for (size_t at = 0; at < bytes.len; at++) {
		for (int value = 0; value < 256; value++) {
			char *changed = guarded(bytes.data, bytes.len);

			changed[at] = (char) value;
			unpacks(changed, bytes.len); /* as it likes, but it stays within its bytes */
		}
	}
	sp_buf_fini(&bytes);
}

static void test_packing_without_memory(void)
{
	struct sp_buf bytes = packed_all(true), out = {0};
	struct sp_conn *conn = new_conn();
	unsigned failures = 0;
	bool done = false;

	must(php_seatpush_conn_unpack(conn, span_of(&bytes)) && sp_buf_puts(&out, "before"));
	while (!done) {
		fails_in = failures + 1;
		done = php_seatpush_conn_pack(conn->extra->upper, &out);
		failures += !done;
		must(done || out.len == strlen("before"));
		must(failures < 100);
	}
	fails_in = 0;
	ok(failures > 0, "a failure appends nothing");
	ok(out.len == strlen("before") + bytes.len, "and the next try appends all");
	free_conn(conn);
	sp_buf_fini(&bytes);
	sp_buf_fini(&out);
}

static void test_unpacking_without_memory(void)
{
	struct sp_buf bytes = packed_all(true);
	struct sp_conn *conn = new_conn();
	unsigned failures = 0;
	bool done = false;

	while (!done) {
		fails_in = failures + 1;
		done = php_seatpush_conn_unpack(conn, span_of(&bytes));
		failures += !done;
		must(done || php_seatpush_conn_if_any(conn) == NULL);
		must(failures < 100);
	}
	fails_in = 0;
	ok(failures >= 6, "each allocation may fail");
	ok(php_seatpush_conn_if_any(conn)->state_len == 3, "and the next try keeps all");
	free_conn(conn);
	sp_buf_fini(&bytes);
}

int main(void)
{
	run(test_there_and_back);
	run(test_little);
	run(test_broken);
	run(test_packing_without_memory);
	run(test_unpacking_without_memory);
	return check_end();
}
