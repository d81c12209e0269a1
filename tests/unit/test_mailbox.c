/* SPDX-License-Identifier: MIT */
/*
 * The mailbox of a process: what is put in comes out, whole and in order; what does not fit is
 * refused; the reader is woken when it has to be; readers that change; writers that are killed.
 * with: src/net/machine/mailbox.c src/net/loop/shared.c
 */
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "check.h"
#include "guard.h"
#include "net/machine/mailbox.h"

#define SEED 20261130u
#define CAPACITY 1024u
#define LEN_MAX (CAPACITY / 2 - sizeof(uint64_t))
#define READER 7
#define WRITERS 2
#define MESSAGES 50000u
#define KILLS 150
#define PATIENCE_MS 60000

static unsigned below(unsigned limit)
{
	static unsigned state = SEED;

	state = state * 1664525u + 1013904223u;
	return (state >> 8) % limit;
}

static struct sp_mailbox *init(void *memory)
{
	struct sp_error error;
	struct sp_mailbox *mailbox = memory;

	must(mailbox != NULL && sp_mailbox_init(mailbox, CAPACITY, &error));
	sp_mailbox_open(mailbox, READER);
	return mailbox;
}

/* Of malloc(), so that a sanitizer sees who leaves it. */
static struct sp_mailbox *made(void)
{
	return init(calloc(1, sp_mailbox_size(CAPACITY)));
}

/* A message whose length and bytes follow from its number, in two parts. */
struct note {
	uint32_t writer, number;
	unsigned char filling[LEN_MAX];
};

#define NOTE_HEAD offsetof(struct note, filling)

static size_t filling_of(uint32_t number)
{
	return number * 7919u % (LEN_MAX - NOTE_HEAD + 1);
}

static enum sp_mailbox_put put(
	struct sp_mailbox *mailbox, uint32_t writer, uint32_t number, uint64_t *at, bool *wake)
{
	struct note note = {writer, number, ""};
	struct sp_span parts[] = {
		{(const char *) &note, NOTE_HEAD}, {(const char *) note.filling, filling_of(number)}};

	memset(note.filling, (int) (number & 0xFF), parts[1].len);
	return sp_mailbox_put(mailbox, READER, parts, 2, at, wake);
}

/* Takes the oldest, which must be whole. False: there is none. */
static bool take(struct sp_mailbox *mailbox, struct note *note)
{
	struct sp_span message;

	if (!sp_mailbox_look(mailbox, &message)) {
		return false;
	}
	must(message.len >= NOTE_HEAD && message.len <= sizeof(*note));
	memcpy(note, message.data, message.len);
	must(message.len == NOTE_HEAD + filling_of(note->number));
	for (size_t i = 0; i < message.len - NOTE_HEAD; i++) {
		must(note->filling[i] == (note->number & 0xFF));
	}
	sp_mailbox_take(mailbox);
	return true;
}

static size_t room_of(uint32_t number)
{
	return sizeof(uint64_t) + ((NOTE_HEAD + filling_of(number) + 7) & ~(size_t) 7);
}

/* Where a message begins behind that position: none is divided at the ring's end. */
static uint64_t next_at(uint64_t end, uint32_t number)
{
	uint64_t left = CAPACITY - end % CAPACITY;

	return left < room_of(number) ? end + left : end;
}

/* Against a queue that only counts. */
static void order(void)
{
	struct sp_mailbox *mailbox = made();
	uint32_t in = 0, out = 0, full = 0;
	uint64_t at, taken = 0, end = 0, where[CAPACITY];
	struct note note;
	bool wake;

	for (int step = 0; step < 200000; step++) {
		if (below(5) < 3) {
			switch (put(mailbox, 1, in, &at, &wake)) {
			case SP_MAILBOX_PUT:
				/* after none, the ring's beginning: only what is needed is touched */
				must(wake == (in == out));
				must(wake ? at % CAPACITY == 0 && at >= end : at == next_at(end, in));
				taken = wake ? at : taken;
				end = at + room_of(in);
				must(end - taken <= CAPACITY);
				where[in++ % CAPACITY] = at;
				break;
			case SP_MAILBOX_FULL:
				full++;
				must(next_at(end, in) + room_of(in) - taken > CAPACITY);
				break;
			default:
				must(false);
			}
		} else if (take(mailbox, &note)) {
			must(note.number == out);
			taken = where[out % CAPACITY] + room_of(out);
			out++;
		} else {
			must(in == out);
		}
	}
	ok(in > 10000 && full > 100, "what is put in comes out, whole and in order, and what does not "
								 "fit is refused");
	free(mailbox);
}

static void limits(void)
{
	static const char bytes[CAPACITY];
	struct sp_mailbox *mailbox = made();
	struct sp_span most = {bytes, LEN_MAX}, more = {bytes, LEN_MAX + 1}, none = {NULL, 0}, message;
	uint64_t at;
	bool wake;

	ok(sp_mailbox_put(mailbox, READER, &more, 1, &at, &wake) == SP_MAILBOX_TOO_LARGE && !wake,
		"more than half of it is too large");
	ok(sp_mailbox_put(mailbox, READER, &most, 1, &at, &wake) == SP_MAILBOX_PUT && wake &&
			sp_mailbox_put(mailbox, READER, &most, 1, &at, &wake) == SP_MAILBOX_PUT && !wake &&
			sp_mailbox_put(mailbox, READER, &none, 1, &at, &wake) == SP_MAILBOX_FULL && !wake,
		"two halves fit, and then nothing");
	ok(sp_mailbox_look(mailbox, &message) && message.len == LEN_MAX, "and the first is there");
	ok(sp_mailbox_put(mailbox, READER + 1, &none, 1, &at, &wake) == SP_MAILBOX_NOBODY,
		"nothing is for another reader");
	free(mailbox);
}

static void readers(void)
{
	struct sp_mailbox *mailbox = made();
	struct sp_span message;
	struct note note;
	uint64_t at[3];
	bool wake;

	for (uint32_t i = 0; i < 3; i++) {
		must(put(mailbox, 1, i, &at[i], &wake) == SP_MAILBOX_PUT);
	}
	must(take(mailbox, &note));
	must(sp_mailbox_look(mailbox, &message) && sp_mailbox_take(mailbox) == at[1]);
	sp_mailbox_begin(mailbox, at[0]);
	ok(!sp_mailbox_was_left(mailbox, READER, at[2]), "while it reads, nothing was left");
	sp_mailbox_close(mailbox);
	ok(!take(mailbox, &note), "what a reader leaves is dropped");
	ok(!sp_mailbox_was_left(mailbox, READER, at[0]) &&
			sp_mailbox_was_left(mailbox, READER, at[1]) &&
			sp_mailbox_was_left(mailbox, READER, at[2]),
		"it is known what that was: what it has not begun with, taken or not");
	sp_mailbox_open(mailbox, READER + 1);
	sp_mailbox_close(mailbox);
	sp_mailbox_close(mailbox);
	ok(!sp_mailbox_was_left(mailbox, READER, at[2]), "until the next one has left");
	free(mailbox);
}

/* Whatever the words of the ring say, nothing outside of it is read, and it goes on. */
static void wild(void)
{
	struct sp_mailbox *mailbox = made();
	uint64_t *ring = (uint64_t *) (void *) (mailbox + 1), at;
	struct sp_span message;
	unsigned sum = 0;
	bool wake;

	for (int round = 0; round < 20000; round++) {
		for (uint32_t i = below(4); i > 0; i--) {
			put(mailbox, 1, below(1000), &at, &wake);
		}
		ring[below(CAPACITY / 8)] = below(2) ? UINT64_MAX - below(3) : below(2 * CAPACITY);
		for (int i = 0; i < 8 && sp_mailbox_look(mailbox, &message); i++) {
			for (size_t byte = 0; byte < message.len; byte++) {
				sum += (unsigned char) message.data[byte];
			}
			sp_mailbox_take(mailbox);
		}
	}
	sp_mailbox_close(mailbox);
	sp_mailbox_open(mailbox, READER);
	ok(put(mailbox, 1, 1, &at, &wake) == SP_MAILBOX_PUT && wake &&
			sp_mailbox_look(mailbox, &message),
		"bytes that nobody put in do no harm");
	printf("seed %u, sum %u\n", SEED, sum);
	free(mailbox);
}

/* --- several processes --- */

struct stage {
	uint32_t word; /* moves when the reader is woken */
	uint32_t put[WRITERS];
	struct sp_mailbox *mailbox;
};

static void write_all(struct stage *stage, uint32_t writer)
{
	uint64_t at;
	bool wake;

	while (stage->put[writer] < MESSAGES) {
		if (put(stage->mailbox, writer, stage->put[writer] + 1, &at, &wake) == SP_MAILBOX_FULL) {
			sched_yield();
			continue;
		}
		stage->put[writer]++;
		if (wake) {
			__atomic_add_fetch(&stage->word, 1, __ATOMIC_SEQ_CST);
			sp_word_wake(&stage->word, 1);
		}
	}
}

/* Without a system call, which would be where most are killed; and not for ever, in case nobody is
 * left to kill it. */
static void write_on(struct stage *stage, uint32_t writer)
{
	uint64_t at;
	bool wake;

	for (int left = 100000000; left > 0; left--) {
		stage->put[writer] +=
			put(stage->mailbox, writer, stage->put[writer] + 1, &at, &wake) == SP_MAILBOX_PUT;
	}
}

static pid_t child(
	void (*write_it)(struct stage *stage, uint32_t writer), struct stage *stage, uint32_t writer)
{
	pid_t pid = fork();

	must(pid >= 0);
	if (pid == 0) {
		write_it(stage, writer);
		raise(SIGKILL);
	}
	return pid;
}

static void end(pid_t pid)
{
	must(kill(pid, SIGKILL) == 0);
	must(waitpid(pid, NULL, 0) == pid);
}

static struct stage *staged(void)
{
	struct sp_error error;
	struct stage *stage = sp_shared_new(sizeof(*stage), &error);

	must(stage != NULL);
	stage->mailbox = init(sp_shared_new(sp_mailbox_size(CAPACITY), &error));
	return stage;
}

static void unstage(struct stage *stage)
{
	sp_shared_free(stage->mailbox, sp_mailbox_size(CAPACITY));
	sp_shared_free(stage, sizeof(*stage));
}

/* The reader sleeps whenever it finds nothing, and nobody but the writers wakes it. */
static void processes(void)
{
	struct stage *stage = staged();
	uint32_t got[WRITERS] = {0}, slept = 0;
	pid_t pids[WRITERS];
	struct note note;

	for (uint32_t i = 0; i < WRITERS; i++) {
		pids[i] = child(write_all, stage, i);
	}
	while (got[0] + got[1] < WRITERS * MESSAGES) {
		uint32_t word = __atomic_load_n(&stage->word, __ATOMIC_SEQ_CST);

		if (take(stage->mailbox, &note)) {
			must(note.writer < WRITERS && note.number == ++got[note.writer]);
		} else if (sp_word_sleep(&stage->word, word, PATIENCE_MS)) {
			slept++;
		} else {
			must(__atomic_load_n(&stage->word, __ATOMIC_SEQ_CST) != word);
		}
	}
	ok(got[0] == MESSAGES && got[1] == MESSAGES,
		"two writers: each message once and in order, and the reader is woken");
	printf("it slept %u times\n", slept);
	for (uint32_t i = 0; i < WRITERS; i++) {
		waitpid(pids[i], NULL, 0);
	}
	unstage(stage);
}

/* Reads until one of the writers was heard so often. */
static void hear(struct stage *stage, uint32_t writer, unsigned times, uint32_t last[WRITERS])
{
	struct note note;

	while (times > 0) {
		if (!take(stage->mailbox, &note)) {
			sched_yield();
			continue;
		}
		must(note.writer < WRITERS && note.number >= last[note.writer]);
		last[note.writer] = note.number;
		times -= note.writer == writer;
	}
}

static void killed(void)
{
	struct stage *stage = staged();
	uint32_t last[WRITERS] = {0};
	int in_lock = 0;
	struct note note;

	for (int round = 0; round < KILLS; round++) {
		pid_t victim = child(write_on, stage, 0), survivor = child(write_on, stage, 1);

		hear(stage, 0, 1 + below(50), last);
		end(victim);
		hear(stage, 1, 1 + below(50), last);
		end(survivor);
		in_lock += sp_shared_lock_enter(&stage->mailbox->lock);
		sp_shared_lock_leave(&stage->mailbox->lock);
		while (take(stage->mailbox, &note)) {
			must(note.number >= last[note.writer]);
			last[note.writer] = note.number;
		}
	}
	printf("seed %u: %d of %d were killed within the lock\n", SEED, in_lock, KILLS);
	ok(in_lock > 0, "writers are killed within the lock, and the others go on");
	unstage(stage);
}

int main(void)
{
	run(order);
	run(limits);
	run(readers);
	run(wild);
	run(processes);
	run(killed);
	return check_end();
}
