/* SPDX-License-Identifier: MIT */
/*
 * ASK has what is asked in head.code, about head.id and the text; its bytes are the token, by which
 * the asker knows the answer. ANSWER has the token in head.id, the asker's place in head.code, and
 * in head.window_ms what kind of answer it is.
 */
#include "net/delivery/question.h"

#include <string.h>

#include "base/pack.h"
#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/delivery/item.h"
#include "net/loop/log.h"
#include "net/machine/machine.h"

enum answer { ANSWER_WHOLE, ANSWER_GONE, ANSWER_FAILED };

static uint32_t own_bit(const struct sp_core *core)
{
	return UINT32_C(1) << core->machine->place;
}

/* Those that read the journal, and have connections. One that starts has none, and may read only
 * when all others have started, too. */
static uint32_t who_answers(const struct sp_core *core)
{
	return sp_journal_readers(core->machine->journal) & sp_roll_places(core->machine->roll);
}

static struct sp_question *question_of(struct sp_link *link)
{
	return SP_CONTAINER(link, struct sp_question, link);
}

static bool is_asked(const struct sp_question *question)
{
	return question->token != 0 && !question->is_over;
}

static bool append_ask(struct sp_core *core, const struct sp_question *question)
{
	struct sp_item_head head = {.kind = SP_ITEM_ASK, .id = question->id, .code = question->what};

	return sp_item_append(core, &head, question->text,
		(struct sp_span){(const char *) &question->token, sizeof(question->token)});
}

/* Until it has its answers: others need not wake it otherwise. */
static void join(struct sp_core *core)
{
	if (core->is_apart && !(sp_journal_readers(core->machine->journal) & own_bit(core))) {
		core->read_to = sp_journal_join(core->machine->journal, core->machine->place);
	}
}

static void leave_journal(struct sp_core *core)
{
	if (core->is_apart && core->question_count == 0) {
		sp_journal_leave(core->machine->journal, core->machine->place);
	}
}

/* The token is the position from which on the question is, and 1. So it is unique, also among
 * processes that have had this place before. False: there is nobody to ask. */
static bool pose(struct sp_core *core, struct sp_question *question)
{
	uint32_t who = who_answers(core);

	join(core);
	core->answerers |= who;
	question->awaited = question->id == 0 ? who & ~own_bit(core) : 0;
	question->token = sp_journal_end(core->machine->journal) + 1;
	question->is_over =
		(question->id == 0 && question->awaited == 0) || !append_ask(core, question);
	return !question->is_over;
}

/* Another long one is not answered yet. */
static bool must_wait(const struct sp_core *core, const struct sp_question *question)
{
	const struct sp_link *all = &core->questions;

	for (struct sp_link *link = all->next; link != all && question->is_long; link = link->next) {
		if (question_of(link)->is_long && is_asked(question_of(link))) {
			return true;
		}
	}
	return false;
}

bool sp_question_ask(struct sp_core *core, struct sp_question *question)
{
	sp_link_init(&question->link);
	if (core->question_count >= SP_QUESTIONS_MAX) {
		return false;
	}
	if (must_wait(core, question) || pose(core, question)) {
		sp_list_append(&core->questions, &question->link);
		core->question_count++;
	}
	return true;
}

static void finish(struct sp_question *question)
{
	question->is_over = true;
	question->on_over(question);
}

/* The next long one, if none is asked. */
static void pose_next(struct sp_core *core)
{
	struct sp_link *all = &core->questions;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_question *question = question_of(link);

		if (question->token == 0) {
			if (must_wait(core, question) || pose(core, question)) {
				return;
			}
			finish(question);
		}
	}
}

void sp_question_leave(struct sp_core *core, struct sp_question *question)
{
	if (!sp_link_alone(&question->link)) {
		sp_link_remove(&question->link);
		core->question_count--;
		if (core->machine != NULL && question->is_long) {
			pose_next(core);
		}
		if (core->machine != NULL) {
			leave_journal(core);
		}
	}
	sp_buf_fini(&question->answers);
}

void sp_question_abandon(struct sp_question *question)
{
	sp_link_remove(&question->link);
	sp_buf_fini(&question->answers);
}

/* Nobody will answer any more. */
static bool is_vain(const struct sp_core *core, const struct sp_question *question)
{
	struct sp_roll_entry entry;

	if (question->id == 0) {
		return question->awaited == 0;
	}
	return !sp_roll_find(core->machine->roll, question->id, &entry) ||
		   entry.place >= SP_JOURNAL_READERS ||
		   !(sp_journal_readers(core->machine->journal) & (UINT32_C(1) << entry.place));
}

/* They do not answer what was asked before this position. */
static void give_up_on(struct sp_core *core, uint32_t places, uint64_t position)
{
	struct sp_link *all = &core->questions;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_question *question = question_of(link);

		if (is_asked(question) && question->token <= position) {
			question->awaited &= ~places;
			if (is_vain(core, question)) {
				finish(question);
			}
		}
	}
}

void sp_questions_look(struct sp_core *core)
{
	uint32_t now = who_answers(core), gone = core->answerers & ~now;

	core->answerers = now;
	if (gone != 0) {
		give_up_on(core, gone, UINT64_MAX);
	}
}

void sp_questions_joined(struct sp_core *core, const struct sp_item *item)
{
	if (item->writer < SP_JOURNAL_READERS) {
		give_up_on(core, UINT32_C(1) << item->writer, item->at + 1);
	}
}

/* --- the other side --- */

static uint64_t token_of(const struct sp_item *item)
{
	struct sp_unpack from = {item->bytes, false};

	return sp_unpack_number(&from);
}

static void answer(
	struct sp_core *core, const struct sp_item *ask, enum answer kind, struct sp_span bytes)
{
	struct sp_item item = {
		.head = {.kind = SP_ITEM_ANSWER,
			.window_ms = kind,
			.id = (int64_t) token_of(ask),
			.code = ask->writer},
		.bytes = bytes,
		.writer = core->machine->place,
	};

	if (ask->writer == core->machine->place) {
		sp_answer_read(core, &item); /* the connection has come to whoever asked */
	} else {
		sp_item_append(core, &item.head, sp_span(""), bytes);
	}
}

/* conn NULL: about all. */
static void reply(struct sp_core *core, struct sp_conn *conn, const struct sp_item *ask)
{
	struct sp_buf out = {0};
	bool done = core->hooks->on_ask(core, conn, ask->head.code, ask->text, &out);

	if (done && out.len > SP_ANSWER_MAX) {
		sp_log(SP_LOG_ERROR,
			"an answer of %zu bytes to another worker is too long, so that one does without",
			out.len);
	}
	done = done && out.len <= SP_ANSWER_MAX;
	answer(core, ask, done ? ANSWER_WHOLE : ANSWER_FAILED,
		done ? (struct sp_span){out.data, out.len} : sp_span(""));
	sp_buf_fini(&out);
}

void sp_question_replay(struct sp_conn *conn, const struct sp_item *item)
{
	reply(sp_conn_core(conn), conn, item);
}

void sp_question_read(struct sp_core *core, const struct sp_item *item)
{
	struct sp_roll_entry entry;
	enum sp_lookup why;
	struct sp_conn *conn;

	if (item->head.id == 0) {
		if (who_answers(core) & own_bit(core)) {
			reply(core, NULL, item);
		}
		return;
	}
	conn = sp_conn_find(core, item->head.id, &why);
	if (conn != NULL) {
		reply(core, conn, item);
	} else if (!sp_roll_find(core->machine->roll, item->head.id, &entry)) {
		answer(core, item, ANSWER_GONE, sp_span(""));
	}
}

bool sp_answer_is_for_others(const struct sp_core *core, const struct sp_item *item)
{
	return item->head.kind == SP_ITEM_ANSWER && item->head.code != core->machine->place;
}

/* NULL: it was left, or somebody makes answers up. */
static struct sp_question *find(struct sp_core *core, uint64_t token)
{
	struct sp_link *all = &core->questions;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		if (question_of(link)->token == token && is_asked(question_of(link))) {
			return question_of(link);
		}
	}
	return NULL;
}

void sp_answer_read(struct sp_core *core, const struct sp_item *item)
{
	struct sp_question *question = find(core, (uint64_t) item->head.id);
	uint32_t bit = item->writer < SP_JOURNAL_READERS ? UINT32_C(1) << item->writer : 0;
	size_t before;

	if (question == NULL || (question->id == 0 && !(question->awaited & bit))) {
		return;
	}
	before = question->answers.len;
	if (item->head.window_ms == ANSWER_WHOLE && !sp_pack_text(&question->answers, item->bytes)) {
		question->answers.len = before; /* out of memory: as if it could not answer */
	}
	question->awaited &= ~bit;
	if (question->id != 0 || question->awaited == 0) {
		finish(question);
	}
}
