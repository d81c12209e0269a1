/* SPDX-License-Identifier: MIT */
#include "net/conn/backlog.h"

#include <stdlib.h>
#include <string.h>

bool sp_backlog_add(
	struct sp_backlog *backlog, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	struct sp_backlog_item *item = malloc(sizeof(*item) + data->len);

	if (item == NULL) {
		return false;
	}
	item->event = event;
	item->data = *data;
	if (data->len > 0) {
		memcpy(item->bytes, data->payload, data->len);
	}
	item->data.payload = item->bytes;
	item->data.lent = NULL;
	sp_tailq_append(&backlog->items, &item->link);
	backlog->bytes += sizeof(*item) + data->len;
	return true;
}

struct sp_backlog_item *sp_backlog_take(struct sp_backlog *backlog)
{
	struct sp_tailq_link *link = sp_tailq_shift(&backlog->items);
	struct sp_backlog_item *item;

	if (link == NULL) {
		return NULL;
	}
	item = SP_CONTAINER(link, struct sp_backlog_item, link);
	backlog->bytes -= sizeof(*item) + item->data.len;
	return item;
}

void sp_backlog_drop(struct sp_backlog *backlog)
{
	struct sp_backlog_item *item;

	while ((item = sp_backlog_take(backlog)) != NULL) {
		free(item);
	}
}
