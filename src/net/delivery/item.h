/* SPDX-License-Identifier: MIT */
/*
 * What a record of the journal says: a fixed head, a text, such as a topic or the reason of a close
 * frame, and bytes, such as a packet as it goes to the wire.
 */
#ifndef SP_NET_DELIVERY_ITEM_H
#define SP_NET_DELIVERY_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "net/conn/core.h"

enum sp_item_kind {
	SP_ITEM_PUBLISH = 1,
	SP_ITEM_PUSH,
	SP_ITEM_CLOSE,
	SP_ITEM_RESET,
	SP_ITEM_SUBSCRIBE,
	SP_ITEM_UNSUBSCRIBE,
	SP_ITEM_TELL, /* bytes for on_tell */
	SP_ITEM_NOTICE,
	SP_ITEM_JOINED, /* whoever wrote it reads the journal from now on */
	SP_ITEM_ASK,    /* see question.c */
	SP_ITEM_ANSWER,
};

struct sp_item_head {
	uint32_t kind; /* enum sp_item_kind */
	uint32_t window_ms;
	int64_t id; /* of the connection; 0: a topic's; NOTICE: of the process;
				 * ANSWER: the token */
	struct sp_packet_course course;
	uint32_t code;
	uint32_t text_len; /* set as it is appended */
};

struct sp_item {
	struct sp_item_head head;
	struct sp_span text;
	struct sp_span bytes;
	unsigned writer; /* the place of its process */
	uint64_t at;     /* its position in the journal */
};

/* Appends it to the machine's journal, and wakes who is to read it. False: it is too large. */
bool sp_item_append(struct sp_core *core, const struct sp_item_head *head, struct sp_span text,
	struct sp_span bytes);

/* Text and bytes point into the record. False: it makes no sense, as what a process appends that
 * runs wild. */
bool sp_item_parse(const struct sp_record *record, struct sp_item *item);

#endif
