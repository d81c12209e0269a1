/* SPDX-License-Identifier: MIT */
/*
 * Who passes on what several processes hear from Redis: a model of Redis, of the journal and of up
 * to six processes, each of which follows the one before, in every order that a seed brings about.
 * with: src/php/redis/lead.c
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "php/redis/lead.h"

#define PROCESSES 6
#define ITEMS 4000
#define STEPS 900
#define QUIET_STEPS 4000

/* What goes wrong in a run. */
enum trouble { NONE, REFUSED, LOSSES, HANGS, KILLS, ALL, TROUBLES };

struct item {
	bool is_marker;
	int64_t id; /* of the process */
};

struct note {
	int writer;
	bool is_notice;
	enum sp_notice notice;
	int64_t who;
	int number; /* of a message that was passed on */
};

struct process {
	struct php_seatpush_lead lead;
	bool exists, is_gone, is_hung, is_leaving;
	int at;      /* the next item that it hears */
	int read_to; /* in the journal */
	int answer;  /* the item before which the answer comes; -1: none */
	bool asks, marks;
	int kept[ITEMS], kept_count;
	int last; /* the last message that its client got */
	int64_t notices[SP_NOTICES];
};

static struct process processes[PROCESSES];
static struct item items[ITEMS]; /* all that was published */
static struct note journal[4 * ITEMS];
static int passed[ITEMS];
static int item_count, note_count, process_count, told_at;
static uint64_t now_ms, seed;
static enum trouble trouble;
static bool failed;
static bool keeps; /* connections move: a process ends after the one before it, and that is seen */

static unsigned number(unsigned below)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned) (seed >> 33) % below;
}

static void expect(bool holds, const char *text, uint64_t run_seed)
{
	if (!holds && !failed) {
		failed = true;
		printf("seed %llu, trouble %d: ", (unsigned long long) run_seed, (int) trouble);
		ok(false, text);
	}
}

static uint64_t run_seed;

/* A client of the process gets a message: those that it gets only rise. */
static void deliver(struct process *process, int message)
{
	expect(message > process->last, "a client got a message twice, or after a later one", run_seed);
	process->last = message;
}

static void note(struct note what)
{
	journal[note_count++] = what;
}

static void pass_on(struct process *process, int message)
{
	passed[message]++;
	deliver(process, message);
	note((struct note){.writer = (int) (process - processes), .number = message});
}

static void tell(void *arg, enum sp_notice notice, int64_t who)
{
	struct process *process = arg;

	note((struct note){(int) (process - processes), true, notice, who, 0});
}

static void mark(void *arg)
{
	((struct process *) arg)->marks = true;
}

static void ask(void *arg)
{
	((struct process *) arg)->asks = true;
}

static void pass_kept(void *arg)
{
	struct process *process = arg;

	for (int i = 0; i < process->kept_count; i++) {
		pass_on(process, process->kept[i]);
	}
	process->kept_count = 0;
}

static void drop_kept(void *arg)
{
	((struct process *) arg)->kept_count = 0;
}

static void say(void *arg, enum php_seatpush_lead_why why)
{
	(void) arg;
	(void) why;
	expect(trouble != NONE, "a token did not come although nothing went wrong", run_seed);
}

static const struct php_seatpush_lead_acts acts = {tell, mark, ask, pass_kept, drop_kept, say};

static int alive(void)
{
	int count = 0;

	for (int i = 0; i < process_count; i++) {
		count += !processes[i].is_gone;
	}
	return count;
}

static void read_journal(struct process *process)
{
	for (; process->read_to < note_count; process->read_to++) {
		const struct note *one = &journal[process->read_to];

		if (&processes[one->writer] == process) {
			continue;
		}
		if (!one->is_notice) {
			deliver(process, one->number);
		} else if (one->who > process->notices[one->notice]) {
			process->notices[one->notice] = one->who;
		}
	}
}

static void look(struct process *process)
{
	struct php_seatpush_lead_view view = {.notices = process->notices,
		.is_leaving = process->is_leaving,
		.is_last = alive() == 1 || (keeps && process > processes && process[-1].is_gone),
		.is_alone = alive() == 1,
		.now_ms = now_ms};

	read_journal(process);
	php_seatpush_lead_look(&process->lead, &view);
	if (process->lead.has_gap && process->lead.is_up && php_seatpush_lead_passes(&process->lead) &&
		!process->is_leaving) {
		process->lead.has_gap = false;
		told_at = item_count;
	}
}

static void start(void)
{
	struct process *process = &processes[process_count++];

	memset(process, 0, sizeof(*process));
	process->exists = true;
	process->answer = -1;
	process->last = -1;
	process->read_to = note_count;
	php_seatpush_lead_init(&process->lead, process_count, process_count == 1, &acts, process);
	if (process_count > 1) {
		process[-1].is_leaving = true;
	}
}

static void publish(bool is_marker, int64_t id)
{
	items[item_count++] = (struct item){is_marker, id};
}

static void lose(struct process *process)
{
	process->answer = -1;
	process->asks = false;
	php_seatpush_lead_down(&process->lead);
	look(process);
}

static void subscribe(struct process *process)
{
	bool led;

	look(process);
	led = php_seatpush_lead_passes(&process->lead);
	process->at = item_count;
	if (trouble == REFUSED || (trouble == ALL && number(4) == 0)) {
		php_seatpush_lead_refused(&process->lead);
	}
	process->lead.has_gap = process->lead.has_gap || (led && item_count > 0);
	php_seatpush_lead_up(&process->lead, now_ms);
}

static void hear(struct process *process)
{
	int message = process->at;

	if (process->answer == process->at) {
		process->answer = -1;
		php_seatpush_lead_answered(&process->lead);
		return;
	}
	if (process->at == item_count) {
		return;
	}
	process->at++;
	if (items[message].is_marker) {
		php_seatpush_lead_heard_marker(&process->lead, items[message].id);
		return;
	}
	if (php_seatpush_lead_passes(&process->lead)) {
		look(process);
	}
	if (php_seatpush_lead_passes(&process->lead)) {
		pass_on(process, message);
	} else if (php_seatpush_lead_keeps(&process->lead)) {
		process->kept[process->kept_count++] = message;
	}
}

/* What Redis does with what it was sent. */
static void execute(struct process *process)
{
	if (process->marks) {
		process->marks = false;
		publish(true, process->lead.id);
	} else if (process->asks && process->lead.is_up) {
		process->asks = false;
		process->answer = item_count;
	}
}

static bool may_end(const struct process *process)
{
	bool is_next = !keeps || process == processes || process[-1].is_gone;

	return process->is_leaving && is_next && !php_seatpush_lead_is_needed(&process->lead);
}

static void do_one(struct process *process)
{
	unsigned what = number(8);

	if (process->is_gone || process->is_hung) {
		return;
	}
	if (!process->lead.is_up) {
		if (what < 2) {
			subscribe(process);
		}
	} else if (what < 4) {
		hear(process);
	} else if (what == 4) {
		execute(process);
	}
	if (what > 4) {
		look(process);
	}
	process->is_gone = process->is_gone || (may_end(process) && number(4) == 0);
}

static void make_trouble(struct process *process)
{
	unsigned what = number(200);

	if (process->is_gone) {
		return;
	}
	if ((trouble == LOSSES || trouble == ALL) && what < 2 && process->lead.is_up &&
		!process->is_hung) {
		lose(process);
	} else if ((trouble == HANGS || trouble == ALL) && what < 8) {
		process->is_hung = !process->is_hung;
	} else if ((trouble == KILLS || trouble == ALL) && what == 10 && process->is_leaving) {
		process->is_gone = true;
	}
}

static void one_step(void)
{
	struct process *process = &processes[number((unsigned) process_count)];

	now_ms += trouble != NONE && number(10) == 0 ? number(60) : 0;
	if (number(3) == 0 && item_count < ITEMS - 200) {
		publish(false, 0);
	}
	do_one(process);
	make_trouble(process);
}

/* Until everybody has heard everything and the last process leads. */
static void calm_down(void)
{
	for (int i = 0; i < process_count; i++) {
		processes[i].is_hung = false;
	}
	for (int i = 0; i < QUIET_STEPS; i++) {
		struct process *process = &processes[number((unsigned) process_count)];

		now_ms += trouble != NONE ? 2 : 0;
		do_one(process);
	}
}

static void check_messages(void)
{
	int missed = -1;

	for (int i = 0; i < item_count; i++) {
		expect(passed[i] <= 1, "a message was passed on twice", run_seed);
		if (!items[i].is_marker && passed[i] == 0) {
			missed = i;
		}
	}
	expect(trouble != NONE || missed < 0, "a message was not passed on by anybody", run_seed);
	expect(missed < told_at || missed < 0, "a message was missed, and nobody was told", run_seed);
}

static void one_run(uint64_t with_seed)
{
	const struct process *last;
	int before;

	run_seed = seed = with_seed;
	memset(passed, 0, sizeof(passed));
	item_count = note_count = process_count = told_at = 0;
	now_ms = 1000;
	keeps = with_seed % 2 == 0;
	start();
	subscribe(&processes[0]);
	for (int i = 0; i < STEPS; i++) {
		one_step();
		if (process_count < PROCESSES && number(STEPS / PROCESSES) == 0) {
			start();
		}
	}
	calm_down();
	last = &processes[process_count - 1];
	expect(php_seatpush_lead_passes(&last->lead), "the last process does not lead", run_seed);
	expect(!last->lead.has_gap, "topics were not told of a gap", run_seed);
	before = item_count;
	for (int i = 0; i < 20; i++) {
		publish(false, 0);
	}
	calm_down();
	for (int i = before; i < item_count; i++) {
		expect(passed[i] == 1, "a message was missed when all was over", run_seed);
	}
	check_messages();
}

/* The new process takes the lead, and ends before this one has to leave. */
static void test_failed_reload(void)
{
	int64_t notices[SP_NOTICES] = {[SP_NOTICE_ASK] = 2, [SP_NOTICE_LEAD] = 2};
	struct php_seatpush_lead_view view = {.notices = notices};
	struct process process = {0};

	trouble = KILLS;
	process_count = note_count = 0;
	php_seatpush_lead_init(&process.lead, 1, true, &acts, &processes[0]);
	php_seatpush_lead_up(&process.lead, 0);
	php_seatpush_lead_look(&process.lead, &view);
	ok(!php_seatpush_lead_passes(&process.lead), "another one leads");
	view.is_alone = true;
	php_seatpush_lead_look(&process.lead, &view);
	ok(php_seatpush_lead_passes(&process.lead) && process.lead.has_gap,
		"that is gone: this one leads again, and topics are told of the gap");
	php_seatpush_lead_heard_marker(&process.lead, 2);
	php_seatpush_lead_look(&process.lead, &view);
	ok(php_seatpush_lead_passes(&process.lead), "its marker comes late, and its notice is old");
	php_seatpush_lead_heard_marker(&process.lead, 3);
	ok(!php_seatpush_lead_passes(&process.lead), "the next one gets the lead");
}

static void test_runs(void)
{
	for (trouble = NONE; trouble < TROUBLES; trouble++) {
		for (uint64_t i = 1; i <= 400 && !failed; i++) {
			one_run(i);
		}
	}
	ok(!failed, "each message is passed on once and in order, or its topics are told");
}

int main(void)
{
	run(test_failed_reload);
	run(test_runs);
	return check_end();
}
