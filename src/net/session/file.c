/* SPDX-License-Identifier: MIT */
#include "net/session/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/loop/log.h"
#include "net/session/exchange.h"
#include "net/session/folder.h"

static void close_file(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = conn->extra;

	sp_conn_core(conn)->files -= (conn->flags & SP_CONN_FILE) != 0;
	conn->flags &= (uint32_t) ~SP_CONN_FILE;
	free(extra->file_parts);
	extra->file_parts = NULL;
	if (extra->file_fd >= 0) {
		close(extra->file_fd);
		extra->file_fd = -1;
	}
}

bool sp_file_send(struct sp_conn *conn, int fd, int64_t offset, int64_t length)
{
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);

	if (extra == NULL) {
		close(fd);
		return false;
	}
	close_file(conn);
	extra->file_fd = fd;
	extra->file_at = offset;
	extra->file_left = length;
	conn->flags |= SP_CONN_FILE;
	sp_conn_core(conn)->files++;
	sp_conn_mark_dirty(conn);
	return true;
}

bool sp_file_send_parts(struct sp_conn *conn, int fd, const struct sp_file_parts *parts)
{
	struct sp_file_parts *copy = malloc(sizeof(*copy));

	if (copy == NULL) {
		close(fd);
		return false;
	}
	*copy = *parts;
	copy->next = 0;
	if (!sp_file_send(conn, fd, 0, 0)) {
		free(copy);
		return false;
	}
	conn->extra->file_parts = copy;
	return true;
}

static bool is_multipart(const struct sp_file_parts *parts)
{
	return parts->ranges.count > 1;
}

/* Appends what comes before part number i, or after the last one. */
static bool put_part(struct sp_buf *out, const struct sp_file_parts *parts, unsigned i)
{
	return sp_http_put_part(out, parts->boundary, sp_span(parts->type),
		i < parts->ranges.count ? &parts->ranges.of[i] : NULL, parts->size);
}

bool sp_file_parts_length(const struct sp_file_parts *parts, uint64_t *length)
{
	struct sp_buf heads = {0};
	bool made = true;

	*length = 0;
	for (unsigned i = 0; i < parts->ranges.count; i++) {
		*length += parts->ranges.of[i].len;
	}
	for (unsigned i = 0; made && is_multipart(parts) && i <= parts->ranges.count; i++) {
		made = put_part(&heads, parts, i);
	}
	*length += heads.len;
	sp_buf_fini(&heads);
	return made;
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

static bool queue_piece(struct sp_conn *conn, const char *data, size_t len)
{
	struct sp_packet *packet = sp_packet_new_raw(&sp_conn_core(conn)->packets, data, len, NULL, 0);
	bool done = packet != NULL && sp_exchange_answer(conn, packet, false, false) == SP_QUEUED;

	if (packet != NULL) {
		sp_packet_release(packet);
	}
	return done;
}

/* The file is no longer the one that the head of the answer is about. */
static bool has_changed(const struct sp_conn_extra *extra)
{
	const struct sp_file_parts *parts = extra->file_parts;
	struct timespec modified;
	struct stat now;

	if (parts == NULL) {
		return false;
	}
	if (fstat(extra->file_fd, &now) != 0 || (uint64_t) now.st_size != parts->size) {
		return true;
	}
	modified = sp_folder_modified(&now);
	return modified.tv_sec != parts->modified.tv_sec || modified.tv_nsec != parts->modified.tv_nsec;
}

/* Goes on with the next part. False: there is none. */
static bool begin_part(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = conn->extra;
	struct sp_file_parts *parts = extra->file_parts;
	struct sp_buf head = {0};
	unsigned i;

	if (parts == NULL || parts->next >= parts->ranges.count + is_multipart(parts)) {
		return false;
	}
	i = parts->next++;
	if (i < parts->ranges.count) {
		extra->file_at = (int64_t) parts->ranges.of[i].at;
		extra->file_left = (int64_t) parts->ranges.of[i].len;
	}
	if (is_multipart(parts) &&
		!(put_part(&head, parts, i) && queue_piece(conn, head.data, head.len))) {
		give_up(conn, "out of memory");
	}
	sp_buf_fini(&head);
	return true;
}

/* Queues the next piece of the part that is being sent. */
static void send_piece(struct sp_conn *conn)
{
	struct sp_conn_extra *extra = conn->extra;
	char *buf = sp_conn_core(conn)->loop->read_buf;
	size_t want = SP_LOOP_READ_SIZE;
	ssize_t n;

	if (extra->file_left < (int64_t) want) {
		want = (size_t) extra->file_left;
	}
	if (has_changed(extra)) {
		give_up(conn, "it has changed meanwhile");
		return;
	}
	do {
		n = pread(extra->file_fd, buf, want, extra->file_at);
	} while (n < 0 && errno == EINTR);
	if (n <= 0) {
		give_up(conn, n == 0 ? "it has become shorter" : strerror(errno));
		return;
	}
	extra->file_at += n;
	extra->file_left -= n;
	if (!queue_piece(conn, buf, (size_t) n)) {
		give_up(conn, "out of memory");
	}
}

void sp_file_next(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_ANSWER) {
		close_file(conn); /* closed in the meantime */
		return;
	}
	if (conn->queue.bytes > 0) {
		return;
	}
	if (conn->extra->file_left == 0 && !begin_part(conn)) {
		close_file(conn);
		sp_exchange_answer(conn, NULL, false, true);
		return;
	}
	if ((conn->flags & SP_CONN_FILE) && conn->extra->file_left > 0) {
		send_piece(conn);
	}
}
