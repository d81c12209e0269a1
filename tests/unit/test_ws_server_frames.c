/* SPDX-License-Identifier: MIT */
/*
 * Frames of a server: what is fine goes on as it came, up to what is not; however it is cut.
 */
#include "check.h"
#include "cuts.h"
#include "guard.h"
#include "wire/ws_server_frames.h"

#define MAX 1000

struct told {
	bool good;
	uint16_t code;
	size_t onward;
	bool as_it_came;
};

static void feed(const void *bytes, size_t len, bool deflate, struct cuts cuts, struct told *told)
{
	struct sp_ws_server_frames frames = {.max_length = MAX, .deflate = deflate};
	struct sp_buf onward = {0};
	size_t at = 0;

	told->good = true;
	while (at < len && told->good) {
		size_t piece = cuts_next(&cuts, len - at);

		told->good = sp_ws_server_frames_feed(
			&frames, guarded((const char *) bytes + at, piece), piece, &onward);
		at += piece;
	}
	told->code = frames.code;
	told->onward = onward.len;
	told->as_it_came = onward.len == 0 || memcmp(onward.data, bytes, onward.len) == 0;
	sp_buf_fini(&onward);
}

/* The code that it is closed with, 0: none; -1: it depends on the cuts. */
static int judged(const void *bytes, size_t len, bool deflate, size_t onward)
{
	struct told first, other;

	feed(bytes, len, deflate, cuts_none(), &first);
	for (size_t at = 1; at <= len; at++) {
		feed(bytes, len, deflate, at < len ? cuts_once_at(at) : cuts_every(1), &other);
		if (other.code != first.code || other.onward != first.onward) {
			return -1;
		}
	}
	return first.as_it_came && first.onward == onward && first.good == (first.code == 0)
			   ? first.code
			   : -2;
}

#define JUDGED(bytes, onward, code) \
	ok(judged(bytes, sizeof(bytes) - 1, false, onward) == (code), bytes)
#define DEFLATED(bytes, onward, code) \
	ok(judged(bytes, sizeof(bytes) - 1, true, onward) == (code), bytes)

static void fine(void)
{
	JUDGED("\x81\x01x\x89\x02yz\x8a\x00\x02\x00", 11, 0);
	JUDGED("\x01\x01"
		   "a\x89\x00\x00\x01"
		   "b\x80\x00",
		10, 0);
	JUDGED("\x82\x7e\x00\x7e", 4, 0);
	JUDGED("\x88\x00\x81\x81", 2, 0);
	JUDGED("\x88\x05\x03\xe8"
		   "bye\x81\x81",
		7, 0);
	JUDGED("\x88\x05\x03\xe8"
		   "by",
		0, 0);
	DEFLATED("\xc1\x01x\x41\x01x\x80\x00", 8, 0);
}

static void broken(void)
{
	JUDGED("\x81\x01x\x81\x81"
		   "abcd",
		3, 1002);
	JUDGED("\x89\x80"
		   "abcd",
		0, 1002);
	JUDGED("\xc1\x01x", 0, 1002);
	JUDGED("\xa1\x01x", 0, 1002);
	JUDGED("\x83\x00", 0, 1002);
	JUDGED("\x8b\x00", 0, 1002);
	JUDGED("\x09\x00", 0, 1002);
	JUDGED("\x89\x7e\x00\x7e", 0, 1002);
	JUDGED("\x80\x00", 0, 1002);
	JUDGED("\x01\x00\x81\x00", 2, 1002);
	JUDGED("\x81\x7e\x00\x7d", 0, 1002);
	JUDGED("\x81\x7f\x00\x00\x00\x00\x00\x00\xff\xff", 0, 1002);
	JUDGED("\x81\x7f\x80\x00\x00\x00\x00\x00\x00\x00", 0, 1002);
	JUDGED("\x88\x01\x03", 0, 1002);
	JUDGED("\x88\x02\x03\xed", 0, 1002);
	JUDGED("\x88\x03\x03\xe8\xff", 0, 1007);
	DEFLATED("\xc9\x00", 0, 1002);
	DEFLATED("\xc8\x00", 0, 1002);
	DEFLATED("\x41\x00\xc0\x00", 2, 1002);
	DEFLATED("\xd1\x00", 0, 1002);
}

static void too_long(void)
{
	JUDGED("\x82\x7e\x03\xe8", 4, 0);
	JUDGED("\x82\x7e\x03\xe9", 0, 1009);
	JUDGED("\x02\x01x\x80\x7e\x03\xe8", 3, 1009);
	JUDGED("\x82\x7f\x40\x00\x00\x00\x00\x00\x00\x00", 0, 1009);
	JUDGED("\x02\x01x\x80\x7f\x7f\xff\xff\xff\xff\xff\xff\xff", 3, 1009);
	DEFLATED("\xc2\x7e\x03\xe9", 4, 0);
	DEFLATED("\xc2\x7f\x40\x00\x00\x00\x00\x00\x00\x00", 0, 1009);
}

int main(void)
{
	run(fine);
	run(broken);
	run(too_long);
	return check_end();
}
