/* SPDX-License-Identifier: MIT */
/*
 * What a process of a server sends to the script in another one: messages of sendMessage(), and
 * tasks and their results (php/task).
 */
#ifndef PHP_SEATPUSH_SERVER_LETTERS_H
#define PHP_SEATPUSH_SERVER_LETTERS_H

#include "base/span.h"
#include "net/machine/machine.h"
#include "php/server/object.h"

enum php_seatpush_letter_kind {
	SEATPUSH_LETTER_MESSAGE = 1, /* for PipeMessage */
	SEATPUSH_LETTER_TASK,        /* to a task worker */
	SEATPUSH_LETTER_RESULT,      /* and back: the task goes on */
	SEATPUSH_LETTER_DONE,        /* its callback has ended; perhaps with a result */
	SEATPUSH_LETTER_END,         /* there is nothing left of it; perhaps with a result */
	SEATPUSH_LETTER_BACK,        /* it has not begun, and will not */
};

struct php_seatpush_letter_head {
	uint32_t kind;
	/* who has sent it */
	int32_t worker;
	int32_t process;
	uint32_t place;
	/* of a task */
	int64_t task; /* its id, as its caller counts */
	double dispatched_s;
};

struct php_seatpush_letter {
	struct php_seatpush_letter_head head;
	uint64_t at; /* see sp_mailbox_begin() */
	size_t len;
	char bytes[]; /* see php/engine/packed.h */
};

/* Sends it to the process at that place. The head's kind, task and dispatched_s are given; *at: see
 * sp_machine_was_left(). */
enum sp_mailbox_put php_seatpush_post(const struct sp_machine *machine, unsigned place,
	int32_t process, struct php_seatpush_letter_head head, struct sp_span bytes, uint64_t *at);

/* The oldest letter to this process, of malloc(). NULL: there is none. */
struct php_seatpush_letter *php_seatpush_letter_take(const struct sp_machine *machine);

static inline struct sp_span php_seatpush_letter_bytes(const struct php_seatpush_letter *letter)
{
	return (struct sp_span){letter->bytes, letter->len};
}

/* Takes a letter of sendMessage(), and calls PipeMessage with what it says. */
void php_seatpush_message_came(struct php_seatpush_letter *letter);

#endif
