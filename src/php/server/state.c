/* SPDX-License-Identifier: MIT */
/*
 * Server::setState(), state(): a text of the script's own beside a connection.
 */
#include "php.h"

#include "base/pack.h"
#include "php/engine/compat.h"
#include "php/engine/conn.h"
#include "php/server/elsewhere.h"
#include "php/server/object.h"

static bool tell_state(struct php_seatpush_server *server, zend_long fd, struct sp_span state)
{
	struct sp_buf bytes = {0};
	bool packed = sp_pack_number(&bytes, SEATPUSH_TELL_STATE) && sp_pack_text(&bytes, state);

	return php_seatpush_tell(server, fd, packed, &bytes);
}

SEATPUSH_METHOD(Server, setState)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd;
	zend_string *state;
	struct sp_span text;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR(state)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "setState") == NULL) {
		RETURN_THROWS();
	}
	if (ZSTR_LEN(state) > PHP_SEATPUSH_STATE_MAX) {
		zend_argument_value_error(2,
			"must be at most %d bytes, %zu given: keep more in Redis or a database, and its key here",
			PHP_SEATPUSH_STATE_MAX, ZSTR_LEN(state));
		RETURN_THROWS();
	}
	text = (struct sp_span){ZSTR_VAL(state), ZSTR_LEN(state)};
	conn = php_seatpush_find_open(server, fd);
	if (conn == NULL) {
		RETURN_BOOL(
			php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO && tell_state(server, fd, text));
	}
	if (!php_seatpush_conn_set_state(conn, text)) {
		php_seatpush_throw_text("no memory for the state of a further connection");
		RETURN_THROWS();
	}
	RETURN_TRUE;
}

SEATPUSH_METHOD(Server, state)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd;
	const struct sp_conn *conn;
	struct sp_buf answer = {0};
	struct sp_unpack from;
	struct sp_span state;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "state") == NULL) {
		RETURN_THROWS();
	}
	conn = php_seatpush_find(server, fd);
	if (conn != NULL) {
		state = php_seatpush_conn_state(conn);
	} else if (php_seatpush_ask_about(server, fd, SEATPUSH_ASK_STATE, "state()", &answer)) {
		from = (struct sp_unpack){{answer.data, answer.len}, false};
		state = sp_unpack_text(&from);
	} else {
		RETURN_FALSE;
	}
	RETVAL_STRINGL(state.data, state.len);
	sp_buf_fini(&answer);
}
