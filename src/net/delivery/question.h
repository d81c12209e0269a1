/* SPDX-License-Identifier: MIT */
/*
 * Questions to the other processes of this server: about a connection that one of them has, or
 * about all that they have. Questions and answers are records of the journal, so an answer knows of
 * everything that this process had written before it asked.
 *
 * A question about a connection is answered by whoever has it when the question is read, or gets it
 * afterwards, if it is on its way. One about all is answered by each process that has connections.
 * Nobody waits for a process that is gone. One that hangs is waited for as long as the asker likes.
 */
#ifndef SP_NET_DELIVERY_QUESTION_H
#define SP_NET_DELIVERY_QUESTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/queue.h"
#include "base/span.h"
#include "net/conn/core.h"

struct sp_conn;
struct sp_item;

#define SP_QUESTIONS_MAX 1000                /* of one process, which are not answered yet */
#define SP_ANSWER_MAX ((size_t) 1024 * 1024) /* bytes; a longer one is missing */

/* Belongs to the asker, until sp_question_leave(). */
struct sp_question {
	/* Set by the asker, all else zero. */
	int64_t id; /* of a connection; 0: about all */
	uint32_t what;
	bool is_long;        /* its answers may be: of such questions one at a time is asked */
	struct sp_span text; /* for on_ask; borrowed */
	void (*on_over)(struct sp_question *question); /* is_over has become true */
	/* Read by the asker. */
	bool is_over;
	uint32_t awaited; /* places that have not answered yet, as bits; if id is 0 */
	/* One text of base/pack.h for each process that has answered. None: the connection is gone, or
	 * the process that has it could not answer, which that has logged. */
	struct sp_buf answers;
	/* The rest is not the asker's. */
	uint64_t token; /* 0: it is not its turn yet */
	struct sp_link link;
};

/* Asks, unless there is nobody to ask: then it is over at once, and on_over is not called. It is
 * left afterwards in any case. False: too many are not answered yet. Needs a machine. */
bool sp_question_ask(struct sp_core *core, struct sp_question *question);

/* The asker has taken what it needs, or waits no longer. Frees the answers. What comes later is
 * ignored. */
void sp_question_leave(struct sp_core *core, struct sp_question *question);

/* The asker will never go on; only the memory is let go. */
void sp_question_abandon(struct sp_question *question);

/* Some of those who were to answer may be gone. */
void sp_questions_look(struct sp_core *core);

/* A process has begun to read, and does not know earlier questions. */
void sp_questions_joined(struct sp_core *core, const struct sp_item *item);

/* Another process asks. */
void sp_question_read(struct sp_core *core, const struct sp_item *item);

/* It was asked about a connection that has just come. */
void sp_question_replay(struct sp_conn *conn, const struct sp_item *item);

/* The answer is for another process. */
bool sp_answer_is_for_others(const struct sp_core *core, const struct sp_item *item);

/* An answer has come. */
void sp_answer_read(struct sp_core *core, const struct sp_item *item);

#endif
