/* SPDX-License-Identifier: MIT */
#include "net/session/site.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/system.h"
#include "net/loop/log.h"
#include "net/session/exchange.h"
#include "net/session/file.h"
#include "net/session/folder.h"
#include "wire/file_path.h"
#include "wire/http_condition.h"
#include "wire/http_request.h"
#include "wire/http_response.h"
#include "wire/http_target.h"
#include "wire/media_type.h"

#define ETAG_SIZE 64
#define SHOWN_MAX 120 /* bytes of a path in a log line */

/* A file that was asked for. */
struct found {
	struct sp_file_path path;
	int fd;
	struct stat info;
	struct timespec modified;
	char etag[ETAG_SIZE];
	struct sp_span type;
};

static bool is_head(const struct sp_conn *conn)
{
	return (conn->flags & SP_CONN_HEAD_ONLY) != 0;
}

static bool asks_for_file(const struct sp_http_head *head)
{
	return sp_span_equals(head->method, "GET") || sp_span_equals(head->method, "HEAD");
}

/* Appends what all answers begin with. False: out of memory. */
static bool put_begin(struct sp_buf *out, const struct sp_conn *conn, int status)
{
	struct sp_core *core = sp_conn_core(conn);

	return sp_http_put_status(out, status, sp_span("")) &&
		   sp_buf_puts(out, "Server: SeatPush\r\n") &&
		   sp_http_put_field(out, sp_span("Date"),
			   sp_http_date(&core->date, sp_loop_wall(core->loop, core->loop->now_s)));
}

static bool put_end(struct sp_buf *out, const struct sp_conn *conn)
{
	return sp_buf_puts(out, conn->flags & SP_CONN_KEEP_ALIVE ? "Connection: keep-alive\r\n\r\n"
															 : "Connection: close\r\n\r\n");
}

/* Sends what made has put into out, and frees it; last: it is all. False: out of memory, and the
 * connection has ended. */
static bool send_made(struct sp_conn *conn, struct sp_buf *out, bool made, bool last)
{
	struct sp_packet *packet =
		made ? sp_packet_new_raw(&sp_conn_core(conn)->packets, out->data, out->len, NULL, 0) : NULL;
	bool sent = packet != NULL && sp_exchange_answer(conn, packet, false, last) == SP_QUEUED;

	if (packet != NULL) {
		sp_packet_release(packet);
	}
	sp_buf_fini(out);
	if (!sent && sp_conn_open(conn)) {
		sp_conn_abort(conn, 0, false);
	}
	return sent;
}

/* A short answer without a file. fields: further lines, each with its CRLF. */
static void send_text(struct sp_conn *conn, int status, const char *fields, const char *text)
{
	struct sp_buf out = {0};
	bool made =
		put_begin(&out, conn, status) && sp_buf_puts(&out, fields) &&
		sp_buf_printf(&out, "Content-Type: text/plain; charset=utf-8\r\nContent-Length: %zu\r\n",
			strlen(text)) &&
		put_end(&out, conn) && (is_head(conn) || sp_buf_puts(&out, text));

	send_made(conn, &out, made, true);
}

static void send_full(struct sp_conn *conn)
{
	send_text(conn, 503, "Retry-After: 1\r\n", "The server has no descriptor for this file.\n");
}

static void send_nothing(struct sp_conn *conn)
{
	send_text(conn, 404, "", "There is nothing at this address.\n");
}

/* --- a file --- */

static bool put_validators(struct sp_buf *out, const struct found *found)
{
	struct sp_http_date modified = {0};

	/* Browsers would otherwise guess for how long they need not ask again. */
	return sp_http_put_field(
			   out, sp_span("Last-Modified"), sp_http_date(&modified, found->modified.tv_sec)) &&
		   sp_buf_printf(
			   out, "ETag: %s\r\nCache-Control: no-cache\r\nAccept-Ranges: bytes\r\n", found->etag);
}

/* The fields that say which part of the file the body is. False: out of memory. */
static bool put_content(
	struct sp_buf *out, const struct sp_file_parts *parts, bool whole, uint64_t length)
{
	bool several = parts->ranges.count > 1;

	return (several ? sp_buf_printf(out, "Content-Type: multipart/byteranges; boundary=%s\r\n",
						  parts->boundary)
					: sp_http_put_field(out, sp_span("Content-Type"), sp_span(parts->type))) &&
		   (whole || several ||
			   sp_http_put_content_range(out, &parts->ranges.of[0], parts->size)) &&
		   sp_buf_printf(out, "Content-Length: %" PRIu64 "\r\n", length);
}

static bool is_short(const struct sp_file_parts *parts)
{
	return parts->ranges.count == 1 && parts->ranges.of[0].len <= SP_LOOP_READ_SIZE;
}

/* Appends a body that is short, so that it goes out with its head. False: it is long, or was not
 * read completely: then it is sent piece by piece, and nothing was appended. */
static bool put_short(
	struct sp_buf *out, const struct found *found, const struct sp_file_parts *parts)
{
	const struct sp_http_range *range = &parts->ranges.of[0];
	size_t len = (size_t) range->len;

	if (!is_short(parts) || !sp_buf_reserve(out, len) ||
		pread(found->fd, out->data + out->len, len, (off_t) range->at) != (ssize_t) len) {
		return false;
	}
	out->len += len;
	return true;
}

/* Sends parts of the file, or, if whole, all of it. Takes its descriptor. */
static void send_parts(
	struct sp_conn *conn, const struct found *found, const struct sp_file_parts *parts, bool whole)
{
	struct sp_buf out = {0};
	uint64_t length = 0;
	bool complete, sent;
	bool made = sp_file_parts_length(parts, &length) && put_begin(&out, conn, whole ? 200 : 206) &&
				put_validators(&out, found) && put_content(&out, parts, whole, length) &&
				put_end(&out, conn);

	complete = made && (is_head(conn) || put_short(&out, found, parts));
	sent = send_made(conn, &out, made, complete);
	if (complete || !sent) {
		close(found->fd);
	} else if (!sp_file_send_parts(conn, found->fd, parts)) {
		sp_conn_abort(conn, 0, false);
	}
}

/* Makes a boundary that is in no file. False: there is no randomness for it. */
static bool choose_boundary(struct sp_file_parts *parts)
{
	unsigned char random[SP_FILE_BOUNDARY_LEN / 2];

	if (!sp_entropy(random, sizeof(random))) {
		return false;
	}
	for (size_t i = 0; i < sizeof(random); i++) {
		snprintf(parts->boundary + 2 * i, 3, "%02x", random[i]);
	}
	return true;
}

/* 304, 412 or 416. */
static void send_without(struct sp_conn *conn, const struct found *found, int status)
{
	struct sp_buf out = {0};
	bool made = put_begin(&out, conn, status) && put_validators(&out, found);

	if (status == 416) {
		made = made && sp_buf_printf(&out, "Content-Range: bytes */%" PRIu64 "\r\n",
						   (uint64_t) found->info.st_size);
	}
	made = made && (status == 304 || sp_buf_puts(&out, "Content-Length: 0\r\n")) &&
		   put_end(&out, conn);
	close(found->fd);
	send_made(conn, &out, made, true);
}

static struct sp_http_validators validate(const struct sp_conn *conn, struct found *found)
{
	struct sp_core *core = sp_conn_core(conn);

	found->modified = sp_folder_modified(&found->info);
	snprintf(found->etag, sizeof(found->etag), "\"%" PRIx64 "-%lx-%" PRIx64 "\"",
		(uint64_t) found->modified.tv_sec, (unsigned long) found->modified.tv_nsec,
		(uint64_t) found->info.st_size);
	return (struct sp_http_validators){
		sp_span(found->etag), found->modified.tv_sec, sp_loop_wall(core->loop, core->loop->now_s)};
}

/* What is left is for connections, and for what user code opens. */
static bool lacks_descriptors(const struct sp_conn *conn)
{
	const struct sp_core *core = sp_conn_core(conn);

	return sp_core_descriptors(core) >= core->max_here;
}

/* Takes the file's descriptor. */
static void send_file(struct sp_conn *conn, const struct sp_http_head *head, struct found *found)
{
	struct sp_http_validators validators = validate(conn, found);
	enum sp_http_verdict verdict = sp_http_condition(head, &validators);
	const struct sp_span *range = NULL;
	struct sp_file_parts parts = {
		.size = (uint64_t) found->info.st_size, .modified = found->modified};
	enum sp_http_ranges_result result = SP_HTTP_RANGES_WHOLE;

	if (verdict != SP_HTTP_SEND) {
		send_without(conn, found, verdict == SP_HTTP_FAILED ? 412 : 304);
		return;
	}
	range = is_head(conn) ? NULL : sp_http_range_wanted(head, &validators);
	if (range != NULL) {
		result = sp_http_ranges_read(*range, parts.size, &parts.ranges);
	}
	if (result == SP_HTTP_RANGES_NONE) {
		send_without(conn, found, 416);
		return;
	}
	if (result == SP_HTTP_RANGES_WHOLE || (parts.ranges.count > 1 && !choose_boundary(&parts))) {
		parts.ranges = (struct sp_http_ranges){{{0, parts.size}}, 1};
		result = SP_HTTP_RANGES_WHOLE;
	}
	if (!is_head(conn) && !is_short(&parts) && lacks_descriptors(conn)) {
		close(found->fd);
		send_full(conn);
		return;
	}
	snprintf(parts.type, sizeof(parts.type), "%.*s", (int) found->type.len, found->type.data);
	send_parts(conn, found, &parts, result == SP_HTTP_RANGES_WHOLE);
}

/* --- which file --- */

static enum sp_folder_result open_path(const struct sp_conn *conn, struct found *found)
{
	return sp_folder_open(
		conn->listener->settings.document_root, found->path.text, &found->fd, &found->info);
}

/* Opens the first index file that a folder has. */
static enum sp_folder_result open_index(const struct sp_conn *conn, struct found *found)
{
	const char *names = conn->listener->settings.index_files;
	struct sp_span list = sp_span(names != NULL ? names : "");
	enum sp_folder_result result = SP_FOLDER_NOTHING;
	size_t len = found->path.len;
	struct sp_span name;

	while (result == SP_FOLDER_NOTHING && sp_http_list_next(&list, &name)) {
		found->path.len = len;
		if (sp_file_path_append(&found->path, name)) {
			result = open_path(conn, found);
		}
		result = result == SP_FOLDER_FOLDER ? SP_FOLDER_NOTHING : result;
	}
	return result;
}

/* A folder without its slash: what its page refers to would be looked for beside it. */
static void send_there(struct sp_conn *conn, const struct sp_http_head *head)
{
	struct sp_buf field = {0};
	bool made = sp_buf_puts(&field, "Location: ") && sp_http_put_reference(&field, head->path) &&
				sp_buf_puts(&field, "/") &&
				(head->query.len == 0 ||
					(sp_buf_puts(&field, "?") && sp_http_put_reference(&field, head->query))) &&
				sp_buf_append(&field, "\r\n", sizeof("\r\n"));

	if (made) {
		send_text(conn, 301, field.data, "It is a folder.\n");
	} else {
		sp_conn_abort(conn, 0, false);
	}
	sp_buf_fini(&field);
}

/* Finds the file; a folder's is its index file. FOLDER: it has one, and is to be asked for with a
 * slash. */
static enum sp_folder_result find(const struct sp_conn *conn, struct found *found)
{
	enum sp_folder_result result;

	if (sp_file_path_is_folder(&found->path)) {
		return open_index(conn, found);
	}
	result = open_path(conn, found);
	if (result == SP_FOLDER_FOLDER) {
		result = sp_file_path_append(&found->path, sp_span("/")) ? open_index(conn, found)
																 : SP_FOLDER_NOTHING;
		if (result == SP_FOLDER_FILE) {
			close(found->fd);
			return SP_FOLDER_FOLDER;
		}
	}
	return result;
}

/* Sets the type. False: it is not known, and such files are served only below a location. */
static bool choose_type(const struct sp_conn *conn, struct found *found, bool located)
{
	found->type =
		sp_conn_core(conn)->hooks->media_type((struct sp_span){found->path.text, found->path.len});
	if (found->type.data == NULL && located) {
		found->type = sp_span(SP_MEDIA_TYPE_OTHER);
	}
	return found->type.data != NULL;
}

static void tell_outside(struct sp_conn *conn, const struct found *found)
{
	struct sp_core *core = sp_conn_core(conn);

	if (sp_log_due(&core->logged.link_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"\"%.*s\" was not sent: a link leads out of document_root, which is %s; put the files "
			"below it, or mount them there",
			SHOWN_MAX, found->path.text, conn->listener->settings.document_root);
	}
}

bool sp_site_answer(struct sp_conn *conn, const struct sp_request *request)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	struct found found;
	bool located;

	if (settings->document_root == NULL || !asks_for_file(request->head) ||
		!sp_file_path_read(request->head->path, &found.path)) {
		return false;
	}
	located =
		settings->locations != NULL && sp_file_path_in(&found.path, sp_span(settings->locations));
	if (settings->locations != NULL && !located) {
		return false;
	}
	switch (find(conn, &found)) {
	case SP_FOLDER_FILE:
		if (choose_type(conn, &found, located)) {
			send_file(conn, request->head, &found);
			return true;
		}
		close(found.fd);
		return false;
	case SP_FOLDER_FOLDER:
		send_there(conn, request->head);
		return true;
	case SP_FOLDER_DENIED:
		send_text(conn, 403, "", "The server may not read this file.\n");
		return true;
	case SP_FOLDER_FULL:
		send_full(conn);
		return true;
	case SP_FOLDER_OUTSIDE:
		tell_outside(conn, &found);
		break;
	case SP_FOLDER_NOTHING:
		break;
	}
	if (located) {
		send_nothing(conn);
	}
	return located;
}

void sp_site_refuse(struct sp_conn *conn, const struct sp_request *request)
{
	if (conn->listener->settings.document_root == NULL) {
		sp_exchange_refuse(conn, 400, "This port answers no HTTP requests.");
	} else if (asks_for_file(request->head)) {
		send_nothing(conn);
	} else {
		send_text(conn, 405, "Allow: GET, HEAD\r\n", "Only files are served here.\n");
	}
}
