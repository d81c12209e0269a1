/* SPDX-License-Identifier: MIT */
/*
 * The small things that everything else is built on: buffers, error texts, spans, lists.
 */
#include <stdint.h>

#include "base/buf.h"
#include "base/pack.h"
#include "base/queue.h"
#include "base/span.h"
#include "check.h"
#include "guard.h"

static void buffers(void)
{
	struct sp_buf buf = {0};
	size_t i;

	ok(sp_buf_append(&buf, NULL, 0) && buf.cap == 0, "appending nothing takes no memory");
	for (i = 0; i < 1000; i++) {
		must(sp_buf_puts(&buf, "0123456789"));
	}
	ok(buf.len == 10000 && buf.cap <= 20000 && memcmp(buf.data + 9990, "0123456789", 10) == 0,
		"ten thousand bytes in tens");
	sp_buf_consume(&buf, 9995);
	ok(buf.len == 5 && memcmp(buf.data, "56789", 5) == 0, "what is left moves up");
	sp_buf_consume(&buf, 5);
	sp_buf_consume(&buf, 0);
	ok(buf.len == 0 && buf.cap > 0, "consumed whole");
	ok(sp_buf_printf(&buf, "%s %d", "seat", 7) && buf.len == 6 &&
			memcmp(buf.data, "seat 7", 6) == 0,
		"formatted, without a NUL");
	ok(sp_buf_printf(&buf, "%s", "") && buf.len == 6, "formatted nothing");
	ok(!sp_buf_reserve(&buf, SIZE_MAX) && !sp_buf_reserve(&buf, SIZE_MAX / 2) && buf.len == 6,
		"too much is refused and changes nothing");
	sp_buf_fini(&buf);
	ok(buf.data == NULL && buf.len == 0 && buf.cap == 0, "empty again");
	sp_buf_fini(&buf);
	ok(sp_buf_reserve(&buf, 100000) && buf.len == 0 && buf.cap >= 100000, "and usable again");
	sp_buf_fini(&buf);
	must(sp_buf_reserve(&buf, 64));
	i = buf.cap - 1;
	ok(sp_buf_printf(&buf, "%*s", (int) i + 1, "x") && buf.len == i + 1,
		"a text as long as the room");
	sp_buf_fini(&buf);
	buf = full_buf();
	ok(!sp_buf_append(&buf, "x", 1) && !sp_buf_printf(&buf, "x") && buf.len == full_buf().len,
		"out of memory is reported, and nothing is changed");
}

static void errors(void)
{
	struct sp_error error;
	char text[400];

	sp_error_set(&error, 98, "cannot listen on port %d", 9501);
	ok(error.code == 98 && strcmp(error.text, "cannot listen on port 9501") == 0, "a text");
	memset(text, 't', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	sp_error_set(&error, 1, "%s", text);
	ok(strlen(error.text) == sizeof(error.text) - 1, "a long one is truncated");
}

static void spans(void)
{
	struct sp_span span = {guarded("Host", 4), 4};

	ok(sp_span_equals(span, "Host") && !sp_span_equals(span, "host"), "case matters");
	ok(sp_span_equals_nocase(span, "hOST"), "case is ignored");
	ok(!sp_span_equals_nocase(span, "Hos") && !sp_span_equals_nocase(span, "Hosts"), "lengths");
	ok(!sp_span_equals_nocase((struct sp_span){"@[", 2}, "`{"), "only letters have case");
	ok(!sp_span_equals_nocase((struct sp_span){"a\0b", 3}, "a"), "a NUL ends no span");
}

struct member {
	int number;
	struct sp_link link;
};

static int shift_number(struct sp_link *list)
{
	struct sp_link *link = sp_list_shift(list);

	return link ? SP_CONTAINER(link, struct member, link)->number : 0;
}

static void lists(void)
{
	struct member members[] = {{1, {0}}, {2, {0}}, {3, {0}}};
	struct sp_link list, other;
	size_t i;

	sp_link_init(&list);
	sp_link_init(&other);
	ok(sp_link_alone(&list) && sp_list_shift(&list) == NULL, "empty");
	for (i = 0; i < 3; i++) {
		sp_link_init(&members[i].link);
		sp_list_append(&list, &members[i].link);
	}
	sp_link_remove(&members[1].link);
	sp_link_remove(&members[1].link);
	ok(sp_link_alone(&members[1].link) && !sp_link_alone(&members[0].link), "removed twice");
	sp_list_append(&other, &members[1].link);
	sp_list_move_all(&other, &list);
	sp_list_move_all(&other, &list);
	ok(sp_link_alone(&list), "moved");
	ok(shift_number(&other) == 2 && shift_number(&other) == 1 && shift_number(&other) == 3 &&
			shift_number(&other) == 0,
		"in order");
}

struct waiter {
	int number;
	struct sp_tailq_link link;
};

static int shift_waiter(struct sp_tailq *queue)
{
	struct sp_tailq_link *link = sp_tailq_shift(queue);

	return link == NULL ? -1 : SP_CONTAINER(link, struct waiter, link)->number;
}

static void tail_queues(void)
{
	struct waiter waiters[4] = {{.number = 0}, {.number = 1}, {.number = 2}, {.number = 3}};
	struct sp_tailq queue, taken;

	sp_tailq_init(&queue);
	ok(sp_tailq_empty(&queue) && sp_tailq_shift(&queue) == NULL, "empty");
	taken = sp_tailq_take_all(&queue);
	sp_tailq_put_back(&queue, &taken);
	ok(sp_tailq_empty(&queue), "taking nothing and putting it back");
	sp_tailq_append(&queue, &waiters[0].link);
	ok(shift_waiter(&queue) == 0 && sp_tailq_empty(&queue), "one in, one out");
	for (int i = 0; i < 3; i++) {
		sp_tailq_append(&queue, &waiters[i].link);
	}
	taken = sp_tailq_take_all(&queue);
	ok(sp_tailq_empty(&queue) && shift_waiter(&taken) == 0, "what was taken keeps its order");
	sp_tailq_append(&queue, &waiters[3].link);
	sp_tailq_put_back(&queue, &taken);
	sp_tailq_append(&queue, &waiters[0].link);
	ok(shift_waiter(&queue) == 1 && shift_waiter(&queue) == 2, "the rest goes in front");
	ok(shift_waiter(&queue) == 3 && shift_waiter(&queue) == 0 && shift_waiter(&queue) == -1,
		"of those that came meanwhile");
	sp_tailq_append(&queue, &waiters[1].link);
	taken = sp_tailq_take_all(&queue);
	sp_tailq_put_back(&queue, &taken);
	sp_tailq_append(&queue, &waiters[2].link);
	ok(shift_waiter(&queue) == 1 && shift_waiter(&queue) == 2, "put back into an empty queue");
}

static void packing(void)
{
	struct sp_buf buf = {0};
	struct sp_unpack from;
	size_t at;

	must(sp_pack_number(&buf, UINT64_MAX) && sp_pack_text(&buf, sp_span("text")) &&
		 sp_pack_begin(&buf, &at) && sp_pack_number(&buf, 7));
	sp_pack_end(&buf, at);
	from = (struct sp_unpack){{buf.data, buf.len}, false};
	ok(sp_unpack_number(&from) == UINT64_MAX, "a number");
	ok(sp_span_equals(sp_unpack_text(&from), "text"), "a text");
	ok(sp_unpack_text(&from).len == sizeof(uint64_t) && from.rest.len == 0 && !from.is_bad,
		"a text that was written in parts");
	ok(sp_unpack_number(&from) == 0 && from.is_bad, "nothing is left");
	from = (struct sp_unpack){{buf.data, buf.len - 1}, false};
	sp_unpack_number(&from);
	sp_unpack_text(&from);
	ok(sp_unpack_text(&from).len == 0 && from.is_bad && sp_unpack_number(&from) == 0,
		"a text that is cut short, and what follows");
	from = (struct sp_unpack){{buf.data, buf.len}, false};
	ok(sp_unpack_up_to(&from, 9) == 0 && from.is_bad, "a number that is too large");
	sp_buf_fini(&buf);
}

int main(void)
{
	run(buffers);
	run(errors);
	run(spans);
	run(lists);
	run(tail_queues);
	run(packing);
	return check_end();
}
