/* SPDX-License-Identifier: MIT */
#include "net/conn/secure.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "net/conn/conn.h"
#include "net/conn/plain.h"
#include "net/conn/shaking.h"
#include "net/loop/log.h"
#include "wire/ws_frame.h"

#define SLOW_S 3 /* of a handshake, while others wait for theirs */

static const char plain_answer[] =
	"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\n"
	"Content-Length: 56\r\n\r\n"
	"This port speaks TLS: write https:// or wss:// for it.\r\n";

static struct sp_secure *secure_of(const struct sp_conn *conn)
{
	return conn->extra != NULL ? conn->extra->secure : NULL;
}

struct sp_tls_peer *sp_secure_peer(const struct sp_conn *conn)
{
	const struct sp_secure *secure = secure_of(conn);

	return secure != NULL ? secure->peer : NULL;
}

/* NULL: out of memory. */
static struct sp_secure *begin(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);

	if (extra != NULL) {
		extra->secure = sp_secure_new(conn, &core->agenda,
			sp_tls_peer_new(conn->listener->tls, sp_conn_fd(conn)), core->loop->now_s);
	}
	return extra != NULL ? extra->secure : NULL;
}

bool sp_secure_is_parked(const struct sp_conn *conn)
{
	return (conn->flags & SP_CONN_STARVED) && conn->listener->is_tls && secure_of(conn) == NULL;
}

static bool is_busy(const struct sp_core *core)
{
	return core->agenda.shaking_count >= core->settings.ssl_max_handshakes;
}

static void park(struct sp_conn *conn)
{
	sp_conn_pause(conn, true);
	if (!(conn->flags & SP_CONN_STARVED)) {
		conn->flags |= SP_CONN_STARVED;
		sp_tailq_append(&sp_conn_core(conn)->agenda.parked, &conn->starved);
	}
}

/* True: there is room for one more handshake. */
static bool make_room(struct sp_core *core)
{
	while (is_busy(core)) {
		struct sp_secure *oldest =
			SP_CONTAINER(core->agenda.shaking.next, struct sp_secure, shaking);

		if (core->loop->now_s - oldest->began_s <= SLOW_S) {
			return false;
		}
		sp_conn_give_up(oldest->conn, SP_WS_CLOSE_ABNORMAL); /* which frees it */
	}
	return true;
}

void sp_secure_feed(struct sp_core *core)
{
	struct sp_agenda *agenda = &core->agenda;
	int64_t let_in = 0; /* they take their places only when they are read */

	while (!sp_tailq_empty(&agenda->parked)) {
		struct sp_conn *conn = SP_CONTAINER(agenda->parked.first, struct sp_conn, starved);

		/* Those whose time was over have been first, too. */
		if (conn->state != SP_CONN_DEAD &&
			(!make_room(core) ||
				let_in++ >= core->settings.ssl_max_handshakes - agenda->shaking_count)) {
			return;
		}
		sp_tailq_shift(&agenda->parked);
		conn->flags &= (uint32_t) ~SP_CONN_STARVED;
		if (conn->state != SP_CONN_DEAD) {
			sp_conn_pause(conn, false);
		}
	}
}

static void log_failure(struct sp_conn *conn, const char *why)
{
	struct sp_core *core = sp_conn_core(conn);
	char peer[SP_ADDRESS_TEXT];

	core->counters.refused_tls++;
	if (sp_log_due(&core->logged.tls_s, core->loop->now_s)) {
		sp_conn_peer(conn, peer);
		sp_log(SP_LOG_NOTICE,
			"TLS: no handshake with %s on %s: %s (%llu in all; said once a minute)",
			*peer != '\0' ? peer : "a client", conn->listener->name, why,
			(unsigned long long) core->counters.refused_tls);
	}
}

/* It speaks HTTP, so it is told in HTTP. What it has sent and is not read would make a reset of
 * that. */
static void answer_plain(struct sp_conn *conn, void *data, size_t size)
{
	const struct iovec part = {(void *) plain_answer, sizeof(plain_answer) - 1};

	sp_transport_plain.recv(conn, data, size);
	sp_transport_plain.send(conn, &part, 1);
	sp_transport_plain.end(conn);
}

static ssize_t note_failure(struct sp_conn *conn, struct sp_secure *secure, void *data, size_t size)
{
	int number = errno;

	if (number == EPROTO && sp_secure_is_shaking(secure)) {
		log_failure(conn, sp_tls_peer_why(secure->peer));
		if (sp_tls_peer_is_plain(secure->peer)) {
			answer_plain(conn, data, size);
		}
	}
	errno = number;
	return -1;
}

static ssize_t secure_recv(struct sp_conn *conn, void *data, size_t size)
{
	struct sp_secure *secure = secure_of(conn);
	ssize_t n;

	if (secure == NULL && !sp_conn_open(conn)) {
		return sp_transport_plain.recv(conn, data, size); /* it is not looked at */
	}
	if (secure == NULL) {
		if (!make_room(sp_conn_core(conn))) {
			park(conn);
			errno = EAGAIN;
			return -1;
		}
		secure = begin(conn);
		if (secure == NULL) {
			errno = ENOMEM;
			return -1;
		}
	}
	n = sp_tls_peer_recv(secure->peer, data, size);
	if (sp_secure_is_shaking(secure) && sp_tls_peer_is_ready(secure->peer)) {
		sp_secure_end_shaking(secure);
	}
	if (n < 0 && errno != EAGAIN) {
		return note_failure(conn, secure, data, size);
	}
	if (!sp_tls_peer_drain(secure->peer)) {
		if (!(conn->flags & SP_CONN_BLOCKED)) {
			conn->sent_s = sp_conn_core(conn)->loop->now_s; /* write_timeout counts from now on */
		}
		sp_conn_block(conn, true);
		errno = EAGAIN;
	}
	return n;
}

static ssize_t secure_send(void *to, const struct iovec *parts, size_t count)
{
	const struct sp_secure *secure = secure_of(to);

	if (secure == NULL) {
		errno = ENOTCONN;
		return -1;
	}
	return sp_tls_peer_send(secure->peer, parts, count);
}

static bool secure_drain(struct sp_conn *conn)
{
	const struct sp_secure *secure = secure_of(conn);

	return secure == NULL || sp_tls_peer_drain(secure->peer);
}

static void secure_end(struct sp_conn *conn)
{
	const struct sp_secure *secure = secure_of(conn);

	if (secure != NULL) {
		sp_tls_peer_end(secure->peer);
	}
	sp_transport_plain.end(conn);
}

static void secure_close(struct sp_conn *conn, bool reset)
{
	struct sp_secure *secure = secure_of(conn);

	if (secure != NULL) {
		if (!reset) {
			sp_tls_peer_end(secure->peer);
		}
		sp_secure_free(secure);
		conn->extra->secure = NULL;
	}
	sp_transport_plain.close(conn, reset);
}

const struct sp_transport sp_transport_tls = {
	.recv = secure_recv,
	.send = secure_send,
	.drain = secure_drain,
	.end = secure_end,
	.close = secure_close,
};
