/* SPDX-License-Identifier: MIT */
#include "net/conn/extra.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/conn/shaking.h"

struct sp_conn_extra *sp_conn_extra(struct sp_conn_extra **place)
{
	if (*place == NULL) {
		*place = calloc(1, sizeof(**place));
		if (*place != NULL) {
			(*place)->file_fd = -1;
			sp_tailq_init(&(*place)->backlog.items);
		}
	}
	return *place;
}

void sp_conn_extra_set_reason(struct sp_conn_extra **place, struct sp_span reason)
{
	struct sp_conn_extra *extra;

	if (reason.len == 0 || (extra = sp_conn_extra(place)) == NULL) {
		return;
	}
	free(extra->close_reason);
	extra->close_reason_len = 0;
	extra->close_reason = malloc(reason.len);
	if (extra->close_reason != NULL) {
		memcpy(extra->close_reason, reason.data, reason.len);
		extra->close_reason_len = reason.len;
	}
}

void sp_conn_extra_free(struct sp_conn_extra *extra)
{
	if (extra == NULL) {
		return;
	}
	sp_backlog_drop(&extra->backlog);
	free(extra->close_reason);
	sp_secure_free(extra->secure);
	if (extra->file_fd >= 0) {
		close(extra->file_fd);
	}
	free(extra->file_parts);
	free(extra);
}
