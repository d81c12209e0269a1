/* SPDX-License-Identifier: MIT */
/*
 * The journal between processes: what is appended is read, by whom and in what order; readers that
 * fall behind; who is woken; writers that are killed; bytes that nobody appended.
 * with: src/net/machine/journal.c src/net/loop/shared.c
 */
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "check.h"
#include "guard.h"
#include "net/machine/journal.h"

#define SEED 20250101u
#define PATIENCE_S 60
#define NOTE_MAX 300

/* A record of the tests: its bytes tell whether they belong together. */
struct note {
	uint32_t writer;
	uint32_t number;
	unsigned char filling[NOTE_MAX];
};

#define NOTE_MIN offsetof(struct note, filling)

/* What a test's processes share beside the journal. */
struct stage {
	uint32_t word; /* moves when the reader is woken */
	uint32_t appended[SP_JOURNAL_READERS];
	uint64_t read_to;
	struct sp_journal *journal;
};

static unsigned below(unsigned limit)
{
	static unsigned state = SEED;

	state = state * 1664525u + 1013904223u;
	return (state >> 8) % limit;
}

/* Of malloc(), so that a sanitizer sees who leaves it. */
static struct sp_journal *made(size_t capacity)
{
	struct sp_error error;
	struct sp_journal *journal = calloc(1, sp_journal_size(capacity));

	must(journal != NULL && sp_journal_init(journal, capacity, &error));
	return journal;
}

/* A note in two parts. Its length and filling follow from its number. Returns whom to wake. */
static uint32_t append(struct sp_journal *journal, unsigned writer, uint32_t number)
{
	struct note note = {writer, number, ""};
	struct sp_span parts[] = {{(const char *) &note, NOTE_MIN},
		{(const char *) note.filling, number * 7 % NOTE_MAX}, {NULL, 0}};
	uint32_t wake;

	memset(note.filling, (int) (number & 0xFF), parts[1].len);
	must(sp_journal_append(journal, writer, parts, 3, NULL, &wake) == SP_JOURNAL_APPENDED);
	return wake;
}

static bool is_whole(const struct note *note, const struct sp_record *record)
{
	size_t len = note->number * 7 % NOTE_MAX;

	if (record->len != NOTE_MIN + len || note->writer != record->writer) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (note->filling[i] != (note->number & 0xFF)) {
			return false;
		}
	}
	return true;
}

/* Copies the next note and moves *at. LOST also for one that was overwritten meanwhile. */
static enum sp_journal_read next(const struct sp_journal *journal, uint64_t *at, struct note *note)
{
	struct sp_record record;
	enum sp_journal_read read = sp_journal_read(journal, *at, &record);

	if (read == SP_JOURNAL_RECORD) {
		memcpy(note, record.data, record.len <= sizeof(*note) ? record.len : sizeof(*note));
		if (!sp_journal_is_intact(journal, &record)) {
			return SP_JOURNAL_LOST;
		}
		must(is_whole(note, &record));
	}
	*at = record.next;
	return read;
}

static void order(void)
{
	struct sp_journal *journal = made(4096), *elsewhere;
	size_t size = sp_journal_size(4096);
	uint64_t at = sp_journal_join(journal, 1);
	struct note note;

	must(at == 0 && next(journal, &at, &note) == SP_JOURNAL_NOTHING);
	for (uint32_t number = 1; number <= 1000; number++) {
		append(journal, number % 3, number);
		must(next(journal, &at, &note) == SP_JOURNAL_RECORD && note.number == number &&
			 note.writer == number % 3);
		must(next(journal, &at, &note) == SP_JOURNAL_NOTHING && at == sp_journal_end(journal));
	}
	append(journal, 2, 1001);
	elsewhere = malloc(size);
	memcpy(elsewhere, journal, size);
	free(journal);
	ok(next(elsewhere, &at, &note) == SP_JOURNAL_RECORD && note.number == 1001,
		"records are read at another address");
	free(elsewhere);
}

static void limits(void)
{
	static char bytes[1025];
	struct sp_journal *journal = made(4096);
	struct sp_span parts[] = {{bytes, 512}, {bytes, 512}, {bytes, 0}};
	uint64_t at = sp_journal_end(journal);
	struct sp_record record;
	uint32_t wake;

	ok(sp_journal_append(journal, 0, parts, 3, NULL, &wake) == SP_JOURNAL_APPENDED,
		"a quarter of the capacity is appended");
	ok(sp_journal_read(journal, at, &record) == SP_JOURNAL_RECORD && record.len == 1024, "whole");
	at = sp_journal_end(journal);
	parts[2].len = 1;
	ok(sp_journal_append(journal, 0, parts, 3, NULL, &wake) == SP_JOURNAL_TOO_LARGE,
		"one more is not");
	parts[2].len = SIZE_MAX;
	ok(sp_journal_append(journal, 0, parts, 3, NULL, &wake) == SP_JOURNAL_TOO_LARGE,
		"nor any number");
	ok(sp_journal_end(journal) == at, "and nothing is there");
	ok(sp_journal_append(journal, 0, NULL, 0, NULL, &wake) == SP_JOURNAL_APPENDED &&
			sp_journal_read(journal, at, &record) == SP_JOURNAL_RECORD && record.len == 0,
		"an empty record is one");
	free(journal);
}

static void behind(void)
{
	struct sp_journal *journal = made(4096);
	uint64_t at = sp_journal_join(journal, 1);
	struct sp_record first;
	struct note note;
	uint32_t number = 0;

	append(journal, 0, ++number);
	must(sp_journal_read(journal, at, &first) == SP_JOURNAL_RECORD);
	ok(sp_journal_is_intact(journal, &first), "a record is intact");
	while (sp_journal_is_intact(journal, &first) && number < 1000) {
		append(journal, 0, ++number);
	}
	ok(next(journal, &at, &note) == SP_JOURNAL_LOST && at > first.at, "then it is lost");
	ok(sp_journal_end(journal) - at > 4096 - sizeof(note) - sizeof(uint64_t),
		"with no more than it takes to make room");
	ok(next(journal, &at, &note) == SP_JOURNAL_RECORD && note.number > 1,
		"and the reader goes on at the oldest");
	while (note.number < number) {
		uint32_t last = note.number;

		must(next(journal, &at, &note) == SP_JOURNAL_RECORD && note.number == last + 1);
	}
	ok(next(journal, &at, &note) == SP_JOURNAL_NOTHING, "from which nothing is missing");
	at += 4096;
	ok(next(journal, &at, &note) == SP_JOURNAL_LOST && at == sp_journal_end(journal),
		"a position that nobody was given leads to the end");
	free(journal);
}

static void wakes(void)
{
	struct sp_journal *journal = made(4096);

	sp_journal_join(journal, 0);
	ok(append(journal, 0, 1) == 0, "nobody wakes itself");
	sp_journal_join(journal, 3);
	sp_journal_join(journal, 15);
	ok(append(journal, 0, 2) == (1u << 3 | 1u << 15), "those that have joined are told");
	ok(append(journal, 0, 3) == 0, "once");
	ok(append(journal, 3, 4) == 1u << 0, "each");
	sp_journal_awake(journal, 15);
	ok(append(journal, 3, 5) == 1u << 15, "again after it has looked");
	ok(sp_journal_leave(journal, 3) == (1u << 0 | 1u << 15), "one leaves, and these are left");
	sp_journal_awake(journal, 0);
	ok(append(journal, 15, 6) == 1u << 0, "it is told no more");
	sp_journal_join(journal, 3);
	ok(append(journal, 15, 7) == 1u << 3, "until it joins again");
	free(journal);
}

static void alone(void)
{
	struct sp_journal *journal = made(4096);

	ok(sp_journal_is_alone(journal, 0), "nobody reads");
	sp_journal_join(journal, 0);
	ok(sp_journal_is_alone(journal, 0) && !sp_journal_is_alone(journal, 1), "only it reads");
	sp_journal_join(journal, 15);
	ok(!sp_journal_is_alone(journal, 0), "another one reads");
	append(journal, 0, 1);
	sp_journal_leave(journal, 15);
	ok(sp_journal_is_alone(journal, 0), "and has left");
	free(journal);
}

/* Reads all that is claimed to be there, and each of its bytes. Ends, whatever lies there. */
static void read_anything(const struct sp_journal *journal, uint64_t at)
{
	static char copy[1024];
	struct sp_record record;
	enum sp_journal_read read;

	for (int i = 0; (read = sp_journal_read(journal, at, &record)) != SP_JOURNAL_NOTHING; i++) {
		if (read == SP_JOURNAL_RECORD) {
			must(record.writer < SP_JOURNAL_READERS && record.len <= sizeof(copy));
			must(record.next <= sp_journal_end(journal));
			memcpy(copy, record.data, record.len);
		}
		must(i < 1000);
		at = record.next;
	}
}

/* What a head or a position may be by mistake: at random, and at the edge of what is right. */
static uint64_t anything(const struct sp_journal *journal)
{
	uint64_t near = sp_journal_end(journal) + below(2048) - 1024;
	uint64_t numbers[] = {0, UINT64_MAX >> below(20), (uint64_t) below(1u << 24) << below(40),
		(uint64_t) below(1100) << 16 | below(17), (uint64_t) below(8192) << 16 | 0xFFFF,
		journal->capacity << 16, (journal->capacity - 8) << 16 | 0xFFFF, near,
		near - journal->capacity};

	return numbers[below(sizeof(numbers) / sizeof(numbers[0]))];
}

/* A process that runs wild has written into the ring, or over a position. */
static void wild(void)
{
	struct sp_journal *journal = made(4096);
	uint64_t *ring = (uint64_t *) (journal + 1), at;
	struct note note;

	for (uint32_t round = 0; round < 20000; round++) {
		uint64_t place = below(4096) & ~7u;

		ring[place / 8] = anything(journal);
		if (below(20) == 0) {
			*(below(2) == 0 ? &journal->start : &journal->end) = anything(journal);
		}
		at = sp_journal_end(journal);
		read_anything(journal, at - (at - place) % 4096);
		read_anything(journal, anything(journal));
		append(journal, below(SP_JOURNAL_READERS), round);
		if (at < UINT64_MAX - 4096) {
			must(next(journal, &at, &note) == SP_JOURNAL_RECORD && note.number == round);
		}
	}
	ok(true, "nobody leaves the ring, and what is appended afterwards is there");
	free(journal);
}

static struct stage *staged(size_t capacity)
{
	struct sp_error error;
	struct stage *stage = sp_shared_new(sizeof(*stage), &error);

	must(stage != NULL);
	stage->journal = sp_shared_new(sp_journal_size(capacity), &error);
	must(stage->journal != NULL && sp_journal_init(stage->journal, capacity, &error));
	return stage;
}

static void unstage(struct stage *stage, size_t capacity)
{
	sp_shared_free(stage->journal, sp_journal_size(capacity));
	sp_shared_free(stage, sizeof(*stage));
}

/* Appends in a child, which is killed when it returns. */
static pid_t child(
	void (*write_it)(struct stage *stage, unsigned writer), struct stage *stage, unsigned writer)
{
	pid_t pid = fork();

	must(pid >= 0);
	if (pid == 0) {
		write_it(stage, writer);
		raise(SIGKILL);
	}
	return pid;
}

static void be_patient(time_t since)
{
	must(time(NULL) - since < PATIENCE_S);
	sched_yield();
}

#define NOTES 4000
#define WRITERS 3
#define READER 9
#define NARROW ((size_t) 16 << 10)

/* Writers wait for nobody, so what keeps these from leaving the reader behind is the test's. */
static void write_notes(struct stage *stage, unsigned writer)
{
	time_t since = time(NULL);

	for (uint32_t number = 1; number <= NOTES; number++) {
		while (sp_journal_end(stage->journal) - __atomic_load_n(&stage->read_to, __ATOMIC_ACQUIRE) >
			   NARROW / 2) {
			be_patient(since);
		}
		if (append(stage->journal, writer, number) & 1u << READER) {
			__atomic_add_fetch(&stage->word, 1, __ATOMIC_SEQ_CST);
			sp_word_wake(&stage->word, 1);
		}
	}
}

/* Sleeps until somebody has moved the word. */
static void sleep_on(struct stage *stage, uint32_t value)
{
	time_t since = time(NULL);

	while (__atomic_load_n(&stage->word, __ATOMIC_SEQ_CST) == value) {
		sp_word_sleep(&stage->word, value, PATIENCE_S * 1000);
		must(time(NULL) - since < PATIENCE_S);
	}
}

static void processes(void)
{
	struct stage *stage = staged(NARROW);
	uint64_t at = sp_journal_join(stage->journal, READER);
	uint32_t last[WRITERS] = {0}, left = WRITERS * NOTES;
	pid_t pids[WRITERS];
	struct note note;

	for (unsigned i = 0; i < WRITERS; i++) {
		pids[i] = child(write_notes, stage, i);
	}
	while (left > 0) {
		uint32_t value = __atomic_load_n(&stage->word, __ATOMIC_SEQ_CST);

		sp_journal_awake(stage->journal, READER);
		while (next(stage->journal, &at, &note) == SP_JOURNAL_RECORD) {
			must(note.number == ++last[note.writer]);
			left--;
			__atomic_store_n(&stage->read_to, at, __ATOMIC_RELEASE);
		}
		if (left > 0) {
			sleep_on(stage, value);
		}
	}
	ok(true, "all that processes append arrives, in each one's order");
	for (unsigned i = 0; i < WRITERS; i++) {
		waitpid(pids[i], NULL, 0);
	}
	unstage(stage, NARROW);
}

#define KILLS 50
#define VICTIM 1
#define SURVIVOR 2

/* Without a system call, which would be where most are killed; and not for ever, in case nobody is
 * left to kill it. */
static void write_on(struct stage *stage, unsigned writer)
{
	for (int left = 100000000; left > 0; left--) {
		append(stage->journal, writer, ++stage->appended[writer]);
	}
}

/* Reads while they write, until that writer has appended so many more. */
static void watch(struct stage *stage, unsigned writer, uint32_t more, uint64_t *at, uint32_t *last)
{
	uint32_t until = __atomic_load_n(&stage->appended[writer], __ATOMIC_ACQUIRE) + more;
	time_t since = time(NULL);
	struct note note;

	while ((int32_t) (__atomic_load_n(&stage->appended[writer], __ATOMIC_ACQUIRE) - until) < 0) {
		switch (next(stage->journal, at, &note)) {
		case SP_JOURNAL_RECORD:
			must(note.number > last[note.writer]);
			last[note.writer] = note.number;
			break;
		case SP_JOURNAL_NOTHING:
			be_patient(since);
			break;
		default:
			break;
		}
	}
}

static void end(pid_t pid)
{
	must(kill(pid, SIGKILL) == 0);
	waitpid(pid, NULL, 0);
}

/* Both append without pause while one is killed, then the other. */
static void killed(void)
{
	struct stage *stage = staged(NARROW);
	uint64_t at = sp_journal_join(stage->journal, 0);
	uint32_t last[SP_JOURNAL_READERS] = {0};
	int in_lock = 0;

	for (int round = 0; round < KILLS; round++) {
		pid_t victim = child(write_on, stage, VICTIM), survivor = child(write_on, stage, SURVIVOR);

		watch(stage, VICTIM, 1 + below(50), &at, last);
		end(victim);
		watch(stage, SURVIVOR, 1 + below(50), &at, last);
		end(survivor);
		in_lock += sp_shared_lock_enter(&stage->journal->lock);
		sp_shared_lock_leave(&stage->journal->lock);
		append(stage->journal, 0, (uint32_t) round + 1);
		for (struct note note = {0}; note.writer != 0 || note.number != (uint32_t) round + 1;) {
			must(next(stage->journal, &at, &note) != SP_JOURNAL_NOTHING);
		}
	}
	printf("seed %u: %d of %d were killed within the lock\n", SEED, in_lock, KILLS);
	ok(in_lock > 0, "writers are killed within the lock, and the others go on");
	unstage(stage, NARROW);
}

/* What one writes alone is not lost to it, however much that is; what others write is. */
static void test_a_writer_that_is_alone(void)
{
	struct sp_journal *journal = made(1 << 12);
	uint64_t read_to = sp_journal_join(journal, 1), other = sp_journal_join(journal, 2);
	const struct sp_span parts[] = {{"a message", 9}};
	struct sp_record record;
	uint32_t wake;

	for (int i = 0; i < 1000; i++) {
		must(sp_journal_append(journal, 1, parts, 1, &read_to, &wake) == SP_JOURNAL_APPENDED);
	}
	ok(read_to == sp_journal_end(journal), "it has read what it has written");
	ok(sp_journal_read(journal, other, &record) == SP_JOURNAL_LOST, "the other one has not");
	must(sp_journal_append(journal, 2, parts, 1, NULL, &wake) == SP_JOURNAL_APPENDED);
	must(sp_journal_append(journal, 1, parts, 1, &read_to, &wake) == SP_JOURNAL_APPENDED);
	ok(sp_journal_read(journal, read_to, &record) == SP_JOURNAL_RECORD && record.writer == 2,
		"what another one wrote before it is not skipped");
	free(journal);
}

int main(void)
{
	run(order);
	run(limits);
	run(behind);
	run(wakes);
	run(alone);
	run(wild);
	run(processes);
	run(killed);
	run(test_a_writer_that_is_alone);
	return check_end();
}
