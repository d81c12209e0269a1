/* SPDX-License-Identifier: MIT */
#include "php/engine/conn.h"

#include <stdlib.h>

struct php_seatpush_conn *php_seatpush_conn(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);

	if (extra != NULL && extra->upper == NULL) {
		struct php_seatpush_conn *beside = calloc(1, sizeof(*beside));

		if (beside != NULL) {
			sp_link_init(&beside->line);
		}
		extra->upper = beside;
	}
	return extra != NULL ? extra->upper : NULL;
}

void php_seatpush_conn_free(void *upper)
{
	struct php_seatpush_conn *beside = upper;

	free(beside->uid_text);
	free(beside->offered);
	sp_buf_fini(&beside->fragments);
	free(beside);
}
