/* SPDX-License-Identifier: MIT */
#ifdef HAVE_SEATPUSH_CLIENT

#include "net/client/tap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/loop.h"

#define SWITCHING 101
#define PIECE ((size_t) 8 * 1024) /* bytes; on the stack, which may be that of a callback */
#define BODY_WAIT_MS 1000u        /* a refusal's body is not worth waiting longer for */

static bool blocked(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

static bool adapt(int fd)
{
	return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 &&
		   fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0;
}

/* Makes libwebsockets wait for a descriptor, which it then owns. NULL: it could not; fd is closed.
 */
static struct lws *adopt(const struct sp_ws_tap_settings *settings, struct lws *beside, int fd)
{
	lws_sock_file_fd_type descriptor = {.filefd = fd};
	struct lws *wsi = lws_adopt_descriptor_vhost(
		lws_get_vhost(beside), LWS_ADOPT_RAW_FILE_DESC, descriptor, settings->protocol, NULL);

	if (wsi == NULL) {
		close(fd);
		return NULL;
	}
	lws_set_wsi_user(wsi, settings->user);
	return wsi;
}

/* fd, which is libwebsockets' number for the connection, becomes one end of a pair. */
static bool exchange(struct sp_ws_tap *tap, int fd)
{
	int ends[2];
	bool good;

	if (!sp_socket_pair(ends)) {
		return false;
	}
	tap->server_fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	tap->inner_fd = ends[0];
	good = tap->server_fd >= 0 && dup2(ends[1], fd) == fd && adapt(fd) && adapt(ends[0]);
	close(ends[1]);
	if (!good) {
		close(ends[0]);
		if (tap->server_fd >= 0) {
			close(tap->server_fd);
		}
	}
	return good;
}

bool sp_ws_tap_open(
	struct sp_ws_tap *tap, struct lws *wsi, const struct sp_ws_tap_settings *settings)
{
	sp_ws_tap_fini(tap);
	tap->frames.max_length = settings->max_length;
	if (!exchange(tap, (int) lws_get_socket_fd(wsi))) {
		return false;
	}
	tap->server = adopt(settings, wsi, tap->server_fd);
	tap->inner = adopt(settings, wsi, tap->inner_fd);
	tap->secured = settings->tls == NULL;
	if (settings->tls != NULL) {
		tap->tls = sp_tls_new(settings->tls, tap->server_fd, settings->host);
	}
	return tap->server != NULL && tap->inner != NULL && (tap->tls != NULL || tap->secured);
}

void sp_ws_tap_forget(struct sp_ws_tap *tap, struct lws *wsi)
{
	if (wsi == tap->server) {
		tap->server = NULL;
		tap->server_ended = true;
		tap->server_deaf = true;
	}
	if (wsi == tap->inner) {
		tap->inner = NULL;
		tap->inner_ended = true;
	}
}

/* The answer was a refusal, and what has come of it is all. */
static void end_refusal(struct sp_ws_tap *tap)
{
	tap->refused = true;
	tap->refusal_until_ms = 0;
	tap->server_ended = true;
}

/* Part of the answer; *used: what belonged to it. */
static void judge_answer(struct sp_ws_tap *tap, const char *data, size_t len, size_t *used)
{
	const char *why = "";
	enum sp_http_result result = sp_http_answer_feed(&tap->answer, data, len, used, &why);

	if (result == SP_HTTP_BAD) {
		snprintf(tap->why, sizeof(tap->why), "%s", why);
		tap->server_ended = true;
	} else if (result == SP_HTTP_MORE && tap->answer.status != 0 && tap->refusal_until_ms == 0) {
		tap->refusal_until_ms = sp_clock_ms() + BODY_WAIT_MS;
	} else if (result == SP_HTTP_DONE && tap->answer.status != SWITCHING) {
		end_refusal(tap);
	} else if (result == SP_HTTP_DONE) {
		tap->upgraded = true;
		tap->frames.deflate = tap->answer.extended;
		tap->in = tap->answer.head;
		memset(&tap->answer.head, 0, sizeof(tap->answer.head));
	}
}

static void judge(struct sp_ws_tap *tap, const char *data, size_t len)
{
	size_t used = 0;

	if (!tap->upgraded) {
		judge_answer(tap, data, len, &used);
	}
	if (tap->upgraded &&
		!sp_ws_server_frames_feed(&tap->frames, data + used, len - used, &tap->in)) {
		tap->server_ended = true;
	}
}

static ssize_t to_server(struct sp_ws_tap *tap)
{
	return tap->tls != NULL ? sp_tls_send(tap->tls, tap->out.data, tap->out.len)
							: send(tap->server_fd, tap->out.data, tap->out.len, MSG_NOSIGNAL);
}

static ssize_t from_server(struct sp_ws_tap *tap, char *data)
{
	return tap->tls != NULL ? sp_tls_recv(tap->tls, data, PIECE)
							: recv(tap->server_fd, data, PIECE, 0);
}

/* False: not now, or never. */
static bool secure(struct sp_ws_tap *tap)
{
	bool for_writing = false;
	int done = tap->secured ? 1 : sp_tls_handshake(tap->tls, &for_writing);

	if (done < 0) {
		const char *why = sp_tls_why(tap->tls);

		snprintf(
			tap->no_tls, sizeof(tap->no_tls), "%s", strncmp(why, "TLS: ", 5) == 0 ? why + 5 : why);
		tap->server_ended = true;
		tap->server_deaf = true;
	}
	if (done == 0 && for_writing) {
		lws_callback_on_writable(tap->server);
	}
	tap->secured = done > 0;
	return tap->secured;
}

/* From libwebsockets to the server. False: that is all for now. */
static bool move_out(struct sp_ws_tap *tap)
{
	char piece[PIECE];
	ssize_t n;

	while (tap->out.len > 0) {
		n = to_server(tap);
		if (n < 0 && blocked()) {
			lws_callback_on_writable(tap->server);
			return false;
		}
		if (n < 0) {
			tap->server_deaf = true;
			return false;
		}
		sp_buf_consume(&tap->out, (size_t) n);
	}
	n = tap->inner != NULL ? recv(tap->inner_fd, piece, sizeof(piece), 0) : 0;
	if (n == 0 || (n < 0 && !blocked())) {
		tap->inner_ended = true;
	}
	return n > 0 && sp_buf_append(&tap->out, piece, (size_t) n);
}

/* Gives libwebsockets what is judged. False: not all of it now. */
static bool hand_in(struct sp_ws_tap *tap)
{
	while (tap->in.len > 0) {
		ssize_t n =
			tap->inner != NULL ? send(tap->inner_fd, tap->in.data, tap->in.len, MSG_NOSIGNAL) : -1;

		if (n < 0) {
			if (tap->inner != NULL) {
				lws_callback_on_writable(tap->inner);
			}
			return false;
		}
		sp_buf_consume(&tap->in, (size_t) n);
	}
	return true;
}

/* From the server to libwebsockets. False: that is all for now. */
static bool move_in(struct sp_ws_tap *tap)
{
	char piece[PIECE];
	ssize_t n;

	if (!hand_in(tap) || tap->server_ended) {
		return false;
	}
	n = from_server(tap, piece);
	if (n > 0) {
		judge(tap, piece, (size_t) n);
		return true;
	}
	if (n == 0 || !blocked()) {
		tap->server_ended = true;
	}
	return false;
}

static void pause_reading(struct lws *wsi, bool *paused, bool wanted)
{
	if (wsi != NULL && *paused != wanted) {
		*paused = wanted;
		lws_rx_flow_control(wsi, wanted ? 0 : 1);
	}
}

/* The code to close with is one that can be sent. */
static bool broke_protocol(const struct sp_ws_tap *tap)
{
	return tap->frames.code != 0 && tap->frames.code != SP_WS_CLOSE_ABNORMAL;
}

/* Once libwebsockets has all that was fine, it hears that nothing more comes. */
static void tell_end(struct sp_ws_tap *tap)
{
	if (!tap->server_ended || tap->in.len > 0) {
		return;
	}
	if (tap->answer.status != 0 && !tap->upgraded) {
		end_refusal(tap);
	}
	if (!broke_protocol(tap) && !tap->inner_told && tap->inner != NULL) {
		tap->inner_told = true;
		shutdown(tap->inner_fd, SHUT_WR);
	}
}

void sp_ws_tap_turn(struct sp_ws_tap *tap, uint64_t deadline_ms)
{
	uint64_t now_ms = sp_clock_ms();

	if (tap->server == NULL && tap->inner == NULL) {
		return;
	}
	if (tap->refusal_until_ms != 0 && (now_ms >= tap->refusal_until_ms || now_ms >= deadline_ms)) {
		end_refusal(tap);
	}
	if (tap->server != NULL && !tap->server_deaf && secure(tap)) {
		while (move_out(tap)) {
		}
	}
	while ((tap->secured || tap->server_ended) && move_in(tap)) {
	}
	tell_end(tap);
	pause_reading(tap->server, &tap->server_paused, tap->in.len > 0 || tap->server_ended);
	pause_reading(tap->inner, &tap->inner_paused,
		!tap->secured || tap->out.len > 0 || tap->inner_ended || tap->server_deaf);
}

bool sp_ws_tap_flushed(const struct sp_ws_tap *tap)
{
	int unread = 0;

	return tap->inner == NULL || tap->server == NULL || tap->server_deaf ||
		   (tap->out.len == 0 && ioctl(tap->inner_fd, FIONREAD, &unread) == 0 && unread == 0);
}

bool sp_ws_tap_condemns(struct sp_ws_tap *tap, struct lws *wsi)
{
	int unread = 0;

	if (!broke_protocol(tap) || tap->inner_told || tap->in.len > 0 ||
		ioctl((int) lws_get_socket_fd(wsi), FIONREAD, &unread) != 0 || unread > 0) {
		return false;
	}
	tap->inner_told = true;
	return true;
}

void sp_ws_tap_close(struct sp_ws_tap *tap)
{
	if (tap->server != NULL) {
		lws_set_timeout(tap->server, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC);
	}
	if (tap->inner != NULL) {
		lws_set_timeout(tap->inner, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_SYNC);
	}
	tap->refusal_until_ms = 0;
}

void sp_ws_tap_renounce(struct sp_ws_tap *tap)
{
	if (tap->server != NULL) {
		close(tap->server_fd);
		tap->server = NULL;
	}
	if (tap->inner != NULL) {
		close(tap->inner_fd);
		tap->inner = NULL;
	}
}

void sp_ws_tap_fini(struct sp_ws_tap *tap)
{
	sp_tls_free(tap->tls);
	sp_buf_fini(&tap->in);
	sp_buf_fini(&tap->out);
	sp_http_answer_fini(&tap->answer);
	memset(tap, 0, sizeof(*tap));
}

#endif
