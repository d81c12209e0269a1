/* SPDX-License-Identifier: MIT */
/*
 * Copies of the messages that a connection has received while one of its callbacks waits, in order.
 * The session stops reading when there are too many.
 */
#ifndef SP_NET_CONN_BACKLOG_H
#define SP_NET_CONN_BACKLOG_H

#include <stdbool.h>

#include "base/queue.h"
#include "wire/ws_message.h"

struct sp_backlog {
	struct sp_tailq items; /* sp_backlog_item.link */
	size_t bytes;          /* of memory */
};

struct sp_backlog_item {
	struct sp_tailq_link link;
	enum sp_ws_event event;
	struct sp_ws_event_data data; /* its payload points to bytes */
	char bytes[];
};

/* Adds a copy at the end. False: out of memory. */
bool sp_backlog_add(
	struct sp_backlog *backlog, enum sp_ws_event event, const struct sp_ws_event_data *data);

/* Removes the first item; the caller frees it. NULL: there is none. */
struct sp_backlog_item *sp_backlog_take(struct sp_backlog *backlog);

/* Frees all items. */
void sp_backlog_drop(struct sp_backlog *backlog);

#endif
