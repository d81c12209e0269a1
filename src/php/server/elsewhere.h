/* SPDX-License-Identifier: MIT */
/*
 * Connections that another worker has: what this one tells about them, and what it asks. What is
 * told and asked here is done and answered by behalf.c there.
 */
#ifndef PHP_SEATPUSH_SERVER_ELSEWHERE_H
#define PHP_SEATPUSH_SERVER_ELSEWHERE_H

#include "php.h"

#include "base/buf.h"
#include "base/span.h"
#include "php/server/object.h"

/* What is told, and the first number of the bytes. */
enum php_seatpush_telling {
	SEATPUSH_TELL_STATE = 1, /* text */
	SEATPUSH_TELL_UID,       /* whether it is a text; the number; the text */
	SEATPUSH_TELL_FRAGMENT,  /* opcode; FIN; text */
};

/* What is asked. About a connection: */
enum php_seatpush_asking {
	SEATPUSH_ASK_INFO = 1, /* as php_seatpush_facts_pack() writes it */
	SEATPUSH_ASK_STATE,    /* the text */
	SEATPUSH_ASK_TOPICS,   /* texts */
	/* About all: */
	SEATPUSH_ASK_SUBSCRIBERS, /* how many are on their way; their ids, and those of the others */
	SEATPUSH_ASK_TOPIC_STATS, /* see topics.c; nothing if there is no such topic */
	SEATPUSH_ASK_HEARTBEAT,   /* ids */
	SEATPUSH_ASK_HEARTBEAT_CLOSE, /* the same, and closes them */
};

/* Tells the worker that has the connection. bytes may be incomplete for lack of memory, if packed
 * is false; they are freed. False: an exception was thrown, or it is too long, which the log says.
 */
bool php_seatpush_tell(
	struct php_seatpush_server *server, zend_long fd, bool packed, struct sp_buf *bytes);

/* Asks the worker that has the connection, and waits for the answer, a second at most. True: it is
 * one text of base/pack.h, which is the caller's. False: there is none, and last_error says why; or
 * an exception was thrown. method is what the log calls the call: "state()". */
bool php_seatpush_ask_about(struct php_seatpush_server *server, zend_long fd,
	enum php_seatpush_asking what, const char *method, struct sp_buf *answer);

/* Asks all other workers, about what text names, and waits for all answers, a second at most. The
 * answers are texts of base/pack.h, one for each worker that has answered in time, and the
 * caller's. False: an exception was thrown, and there are none. */
bool php_seatpush_ask_all(struct php_seatpush_server *server, enum php_seatpush_asking what,
	struct sp_span text, const char *method, struct sp_buf *answers);

#endif
