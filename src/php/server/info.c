/* SPDX-License-Identifier: MIT */
/*
 * What scripts may know about connections: getClientInfo(), getClientList(), exists(),
 * isEstablished().
 */
#include "php/server/info.h"

#include "base/pack.h"
#include "net/conn/secure.h"
#include "net/stream/tls_peer.h"
#include "php/engine/conn.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/server/elsewhere.h"
#include "php/server/object.h"

#define LIST_MAX 100

/* websocket_status, as the WEBSOCKET_STATUS_ constants name it. */
enum websocket_status {
	STATUS_NONE,
	STATUS_CONNECTION,
	STATUS_HANDSHAKE,
	STATUS_ACTIVE,
	STATUS_CLOSING
};

/* In Close it is what it was: scripts for Swoole tell a WebSocket from HTTP there by STATUS_ACTIVE.
 * An event stream gets messages like a WebSocket, so a script that asks before it pushes finds one.
 */
static zend_long websocket_status(const struct sp_conn *conn)
{
	if (sp_conn_gets_messages(conn)) {
		return conn->state == SP_CONN_ESTABLISHED || (conn->flags & SP_CONN_CLOSE_TOLD)
				   ? STATUS_ACTIVE
				   : STATUS_CLOSING;
	}
	return conn->flags & SP_CONN_HANDSHAKE ? STATUS_HANDSHAKE : STATUS_NONE;
}

/* What is known of a connection, whoever has it. Texts point into it, or into what was unpacked. */
struct facts {
	zend_long websocket_status, server_port, server_fd, socket_fd, socket_type, remote_port;
	zend_long connected, received, sent, send_queued;
	zend_long compression, event_stream;
	struct sp_span remote_ip;
	enum uid { NO_UID, UID_NUMBER, UID_TEXT } has_uid;
	zend_long uid_number;
	struct sp_span uid_text;
	struct sp_span certificate; /* the client's, as PEM; empty: it has shown none */
	char *owned;                /* its memory; NULL: it is not ours */
};

static void know_uid(const struct sp_conn *conn, struct facts *facts)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);

	if (beside == NULL || !beside->has_uid) {
		return;
	}
	facts->has_uid = beside->uid_text != NULL ? UID_TEXT : UID_NUMBER;
	facts->uid_number = beside->uid_number;
	facts->uid_text = (struct sp_span){beside->uid_text, beside->uid_len};
}

/* To be freed with free(facts->owned). */
static void know(const struct sp_conn *conn, struct facts *facts, char peer[SP_ADDRESS_TEXT])
{
	const struct sp_loop *loop = conn->listener->core->loop;
	const struct sp_tls_peer *tls = sp_secure_peer(conn);
	char *certificate = tls != NULL ? sp_tls_peer_certificate(tls) : NULL;

	sp_conn_peer(conn, peer);
	*facts = (struct facts){
		.websocket_status = websocket_status(conn),
		.server_port = conn->listener->port,
		.server_fd = conn->listener->fd,
		.socket_fd = conn->state == SP_CONN_DEAD ? -1 : sp_conn_fd(conn),
		.socket_type = conn->listener->type,
		.remote_port = conn->peer_port,
		.connected = (zend_long) sp_loop_wall(loop, conn->connected_s),
		.received = (zend_long) sp_loop_wall(loop, conn->received_s),
		.sent = (zend_long) sp_loop_wall(loop, conn->sent_s),
		.send_queued = (zend_long) conn->queue.bytes,
		.compression = conn->form >= SP_WS_DEFLATE_WINDOW_MIN,
		.event_stream = sp_conn_is_event_stream(conn),
		.remote_ip = sp_span(peer),
		.certificate = sp_span(certificate != NULL ? certificate : ""),
		.owned = certificate,
	};
	know_uid(conn, facts);
}

static void show(const struct facts *facts, zval *return_value)
{
	array_init(return_value);
	add_assoc_long(return_value, "websocket_status", facts->websocket_status);
	add_assoc_bool(return_value, "websocket_compression", facts->compression != 0);
	add_assoc_long(return_value, "server_port", facts->server_port);
	add_assoc_long(return_value, "server_fd", facts->server_fd);
	add_assoc_long(return_value, "socket_fd", facts->socket_fd);
	add_assoc_long(return_value, "socket_type", facts->socket_type);
	add_assoc_long(return_value, "remote_port", facts->remote_port);
	add_assoc_stringl(return_value, "remote_ip", facts->remote_ip.data, facts->remote_ip.len);
	add_assoc_long(return_value, "reactor_id", 0);
	add_assoc_long(return_value, "connect_time", facts->connected);
	add_assoc_long(return_value, "last_time", facts->received);
	add_assoc_double(return_value, "last_recv_time", (double) facts->received);
	add_assoc_double(return_value, "last_send_time", (double) facts->sent);
	add_assoc_double(return_value, "last_dispatch_time", (double) facts->received);
	add_assoc_long(return_value, "close_errno", 0);
	add_assoc_long(return_value, "recv_queued_bytes", 0);
	add_assoc_long(return_value, "send_queued_bytes", facts->send_queued);
	if (facts->event_stream) {
		add_assoc_bool(return_value, "event_stream", true);
	}
	if (facts->certificate.len > 0) {
		add_assoc_stringl(
			return_value, "ssl_client_cert", facts->certificate.data, facts->certificate.len);
	}
	if (facts->has_uid == UID_TEXT) {
		add_assoc_stringl(return_value, "uid", facts->uid_text.data, facts->uid_text.len);
	} else if (facts->has_uid == UID_NUMBER) {
		add_assoc_long(return_value, "uid", facts->uid_number);
	}
}

/* All that are numbers, in order. */
#define NUMBERS 13

static void numbers_of(struct facts *facts, zend_long *numbers[NUMBERS])
{
	zend_long *all[NUMBERS] = {&facts->websocket_status, &facts->server_port, &facts->server_fd,
		&facts->socket_fd, &facts->socket_type, &facts->remote_port, &facts->connected,
		&facts->received, &facts->sent, &facts->send_queued, &facts->uid_number,
		&facts->compression, &facts->event_stream};

	memcpy(numbers, all, sizeof(all));
}

bool php_seatpush_facts_pack(const struct sp_conn *conn, struct sp_buf *out)
{
	char peer[SP_ADDRESS_TEXT];
	struct facts facts;
	zend_long *numbers[NUMBERS];
	bool done = true;

	know(conn, &facts, peer);
	numbers_of(&facts, numbers);
	for (size_t i = 0; i < NUMBERS && done; i++) {
		done = sp_pack_number(out, (uint64_t) *numbers[i]);
	}
	done = done && sp_pack_number(out, facts.has_uid) && sp_pack_text(out, facts.remote_ip) &&
		   sp_pack_text(out, facts.uid_text) && sp_pack_text(out, facts.certificate);
	free(facts.owned);
	return done;
}

/* False: it makes no sense. */
static bool unpack(struct sp_span bytes, struct facts *facts)
{
	struct sp_unpack from = {bytes, false};
	zend_long *numbers[NUMBERS];

	*facts = (struct facts){0};
	numbers_of(facts, numbers);
	for (size_t i = 0; i < NUMBERS; i++) {
		*numbers[i] = (zend_long) sp_unpack_number(&from);
	}
	facts->has_uid = (enum uid) sp_unpack_up_to(&from, UID_TEXT);
	facts->remote_ip = sp_unpack_text(&from);
	facts->uid_text = sp_unpack_text(&from);
	facts->certificate = sp_unpack_text(&from);
	return !from.is_bad;
}

static void info_elsewhere(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value)
{
	struct sp_buf answer;
	struct sp_unpack from;
	struct facts facts;

	if (!php_seatpush_ask_about(server, fd, SEATPUSH_ASK_INFO, method, &answer)) {
		RETURN_FALSE;
	}
	from = (struct sp_unpack){{answer.data, answer.len}, false};
	if (unpack(sp_unpack_text(&from), &facts)) {
		show(&facts, return_value);
	} else {
		RETVAL_FALSE;
	}
	sp_buf_fini(&answer);
}

void php_seatpush_client_info(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value)
{
	struct sp_conn *conn = php_seatpush_find(server, fd);
	char peer[SP_ADDRESS_TEXT];
	struct facts facts;

	if (conn == NULL) {
		info_elsewhere(server, fd, method, return_value);
		return;
	}
	know(conn, &facts, peer);
	show(&facts, return_value);
	free(facts.owned);
}

SEATPUSH_METHOD(Server, isEstablished)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "isEstablished") == NULL) {
		RETURN_THROWS();
	}
	conn = php_seatpush_find(server, fd);
	if (conn != NULL) {
		RETURN_BOOL(conn->state == SP_CONN_ESTABLISHED);
	}
	RETURN_BOOL(php_seatpush_elsewhere(server, fd) > SP_ELSEWHERE_HTTP);
}

SEATPUSH_METHOD(Server, exists)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "exists") == NULL) {
		RETURN_THROWS();
	}
	RETURN_BOOL(php_seatpush_find_open(server, fd) != NULL ||
				php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO);
}

SEATPUSH_METHOD(Server, getClientInfo)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd, reactor_id;
	bool ignore_error;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(reactor_id)
		Z_PARAM_BOOL(ignore_error)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "getClientInfo") == NULL) {
		RETURN_THROWS();
	}
	php_seatpush_client_info(server, fd, "getClientInfo()", return_value);
}

SEATPUSH_METHOD(Server, getClientList)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long start = 0, count = 10;
	int64_t id;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(start)
		Z_PARAM_LONG(count)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "getClientList") == NULL) {
		RETURN_THROWS();
	}
	if (count < 1 || count > LIST_MAX) {
		php_seatpush_misuse(2, "must be from 1 to %d", LIST_MAX);
		RETURN_FALSE;
	}
	id = sp_relay_after(&server->net->core, start, NULL);
	if (id == 0) {
		RETURN_FALSE;
	}
	array_init_size(return_value, (uint32_t) count);
	for (; id != 0 && count > 0; count--) {
		add_next_index_long(return_value, id);
		id = sp_relay_after(&server->net->core, id, NULL);
	}
}
