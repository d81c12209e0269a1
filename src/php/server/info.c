/* SPDX-License-Identifier: MIT */
/*
 * What scripts may know about connections: getClientInfo(), getClientList(), exists(),
 * isEstablished().
 */
#include "php/server/info.h"

#include "php/engine/conn.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
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
 */
static zend_long websocket_status(const struct sp_conn *conn)
{
	if (sp_conn_is_websocket(conn)) {
		return conn->state == SP_CONN_WEBSOCKET || (conn->flags & SP_CONN_CLOSE_TOLD)
				   ? STATUS_ACTIVE
				   : STATUS_CLOSING;
	}
	return conn->flags & SP_CONN_HANDSHAKE ? STATUS_HANDSHAKE : STATUS_NONE;
}

static void add_times(const struct sp_conn *conn, zval *info)
{
	const struct sp_loop *loop = conn->listener->core->loop;

	add_assoc_long(info, "connect_time", (zend_long) sp_loop_wall(loop, conn->connected_s));
	add_assoc_long(info, "last_time", (zend_long) sp_loop_wall(loop, conn->received_s));
	add_assoc_double(info, "last_recv_time", (double) sp_loop_wall(loop, conn->received_s));
	add_assoc_double(info, "last_send_time", (double) sp_loop_wall(loop, conn->sent_s));
	add_assoc_double(info, "last_dispatch_time", (double) sp_loop_wall(loop, conn->received_s));
}

static void add_uid(const struct sp_conn *conn, zval *info)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);

	if (beside == NULL || !beside->has_uid) {
		return;
	}
	if (beside->uid_text != NULL) {
		add_assoc_stringl(info, "uid", beside->uid_text, beside->uid_len);
	} else {
		add_assoc_long(info, "uid", beside->uid_number);
	}
}

void php_seatpush_client_info(struct sp_conn *conn, zval *return_value)
{
	char peer[64];

	sp_conn_peer(conn, peer, sizeof(peer));
	array_init(return_value);
	add_assoc_long(return_value, "websocket_status", websocket_status(conn));
	add_assoc_long(return_value, "server_port", conn->listener->port);
	add_assoc_long(return_value, "server_fd", conn->listener->fd);
	add_assoc_long(return_value, "socket_fd", conn->state == SP_CONN_DEAD ? -1 : sp_conn_fd(conn));
	add_assoc_long(return_value, "socket_type", conn->listener->type);
	add_assoc_long(return_value, "remote_port", conn->peer_port);
	add_assoc_string(return_value, "remote_ip", peer);
	add_assoc_long(return_value, "reactor_id", 0);
	add_times(conn, return_value);
	add_assoc_long(return_value, "close_errno", 0);
	add_assoc_long(return_value, "recv_queued_bytes", 0);
	add_assoc_long(return_value, "send_queued_bytes", (zend_long) conn->queue.bytes);
	add_uid(conn, return_value);
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
	RETURN_BOOL(conn != NULL && conn->state == SP_CONN_WEBSOCKET);
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
	RETURN_BOOL(php_seatpush_find_open(server, fd) != NULL);
}

SEATPUSH_METHOD(Server, getClientInfo)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd, reactor_id;
	bool ignore_error;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(reactor_id)
		Z_PARAM_BOOL(ignore_error)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "getClientInfo") == NULL) {
		RETURN_THROWS();
	}
	conn = php_seatpush_find(server, fd);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	php_seatpush_client_info(conn, return_value);
}

SEATPUSH_METHOD(Server, getClientList)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long start = 0, count = 10;
	struct sp_conn *conn;

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
	conn = sp_conn_after(&server->net->core, start, NULL);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	array_init_size(return_value, (uint32_t) count);
	for (; conn != NULL && count > 0; count--) {
		add_next_index_long(return_value, conn->member.id);
		conn = sp_conn_after(&server->net->core, conn->member.id, NULL);
	}
}
