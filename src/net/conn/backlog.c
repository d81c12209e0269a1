/* SPDX-License-Identifier: MIT */
#include "net/conn/backlog.h"

#include <stdlib.h>
#include <string.h>

bool sp_backlog_add(
	struct sp_conn_extra *extra, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	struct sp_backlog_item *item = malloc(sizeof(*item) + data->len);

	if (item == NULL) {
		return false;
	}
	item->next = NULL;
	item->event = event;
	item->data = *data;
	if (data->len > 0) {
		memcpy(item->bytes, data->payload, data->len);
	}
	item->data.payload = item->bytes;
	*extra->backlog_last = item;
	extra->backlog_last = &item->next;
	extra->backlog_bytes += sizeof(*item) + data->len;
	return true;
}

struct sp_backlog_item *sp_backlog_take(struct sp_conn_extra *extra)
{
	struct sp_backlog_item *item = extra->backlog;

	extra->backlog = item->next;
	if (extra->backlog == NULL) {
		extra->backlog_last = &extra->backlog;
	}
	extra->backlog_bytes -= sizeof(*item) + item->data.len;
	return item;
}

void sp_backlog_drop(struct sp_conn_extra *extra)
{
	while (extra->backlog != NULL) {
		free(sp_backlog_take(extra));
	}
}
