/* SPDX-License-Identifier: MIT */
#include "php/http/subprotocol.h"

#include "net/loop/log.h"
#include "php/engine/conn.h"
#include "php/server/object.h"
#include "wire/ws_handshake.h"

struct sp_span php_seatpush_subprotocol_choose(
	const struct sp_conn *conn, const struct sp_http_head *head)
{
	const char *ours = conn->listener->settings.subprotocols;

	return ours != NULL ? sp_ws_subprotocol_choose(head, sp_span(ours)) : sp_span("");
}

void php_seatpush_subprotocol_missed(const char *offered)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	if (server == NULL || server->subprotocol_logged) {
		return;
	}
	server->subprotocol_logged = true;
	sp_log(SP_LOG_WARNING,
		"a client offered the subprotocols \"%.120s\" and none of them was chosen; browsers end "
		"such a connection. Name them in websocket_subprotocol, or set Sec-WebSocket-Protocol in "
		"BeforeHandshakeResponse (logged once)",
		offered);
}

void php_seatpush_subprotocol_keep(struct sp_conn *conn, const zend_string *offered)
{
	struct php_seatpush_conn *beside = offered != NULL ? php_seatpush_conn(conn) : NULL;

	if (beside != NULL) {
		free(beside->offered);
		beside->offered = strdup(ZSTR_VAL(offered));
	}
}

zend_string *php_seatpush_subprotocol_kept(struct sp_conn *conn)
{
	struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);
	zend_string *offered = NULL;

	if (beside != NULL && beside->offered != NULL) {
		offered = zend_string_init(beside->offered, strlen(beside->offered), 0);
		free(beside->offered);
		beside->offered = NULL;
	}
	return offered;
}
