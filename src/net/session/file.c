/* SPDX-License-Identifier: MIT */
#include "net/session/file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/log.h"
#include "net/session/exchange.h"

bool sp_file_send(struct sp_conn *conn, int fd, int64_t offset, int64_t length)
{
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);

	if (extra == NULL) {
		close(fd);
		return false;
	}
	if (extra->file_fd >= 0) {
		close(extra->file_fd);
	}
	extra->file_fd = fd;
	extra->file_at = offset;
	extra->file_left = length;
	conn->flags |= SP_CONN_FILE;
	sp_conn_mark_dirty(conn);
	return true;
}

static void close_file(struct sp_conn *conn)
{
	conn->flags &= (uint32_t) ~SP_CONN_FILE;
	close(conn->extra->file_fd);
	conn->extra->file_fd = -1;
}

/* The length was announced, so an early end is the only way left to report a failure. */
static void give_up(struct sp_conn *conn, const char *why)
{
	sp_log(
		SP_LOG_WARNING, "a file could not be sent completely: %s; its connection was closed", why);
	close_file(conn);
	conn->flags |= SP_CONN_BY_SERVER;
	sp_conn_abort(conn, 0, true);
}

static bool queue_piece(struct sp_conn *conn, size_t len)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *packet =
		sp_packet_new_raw(&core->packets, core->loop->read_buf, len, NULL, 0);
	bool done = packet != NULL && sp_exchange_answer(conn, packet, false, false) == SP_QUEUED;

	if (packet != NULL) {
		sp_packet_release(packet);
	}
	return done;
}

void sp_file_next(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = conn->extra;
	size_t want = SP_LOOP_READ_SIZE;
	ssize_t n = 0;

	if (conn->state != SP_CONN_ANSWER) {
		close_file(conn); /* closed in the meantime */
		return;
	}
	if (conn->queue.bytes > 0) {
		return;
	}
	if (extra->file_left == 0) {
		close_file(conn);
		sp_exchange_answer(conn, NULL, false, true);
		return;
	}
	if (extra->file_left < (int64_t) want) {
		want = (size_t) extra->file_left;
	}
	do {
		n = pread(extra->file_fd, sp_conn_core(conn)->loop->read_buf, want, extra->file_at);
	} while (n < 0 && errno == EINTR);
	if (n <= 0) {
		give_up(conn, n == 0 ? "it has become shorter" : strerror(errno));
		return;
	}
	extra->file_at += n;
	extra->file_left -= n;
	if (!queue_piece(conn, (size_t) n)) {
		give_up(conn, "out of memory");
	}
}
