/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/conn/backlog.h"
#include "net/conn/conn.h"

struct sp_conn_extra *sp_conn_extra(struct sp_conn *conn)
{
	if (conn->extra == NULL) {
		conn->extra = calloc(1, sizeof(*conn->extra));
		if (conn->extra != NULL) {
			conn->extra->file_fd = -1;
			conn->extra->backlog_last = &conn->extra->backlog;
		}
	}
	return conn->extra;
}

void sp_conn_keep_reason(struct sp_conn *conn, struct sp_span reason)
{
	struct sp_conn_extra *extra;

	if (reason.len == 0 || (extra = sp_conn_extra(conn)) == NULL) {
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
	sp_backlog_drop(extra);
	free(extra->uid_text);
	free(extra->close_reason);
	if (extra->file_fd >= 0) {
		close(extra->file_fd);
	}
	sp_buf_fini(&extra->fragments);
	free(extra);
}
