/* SPDX-License-Identifier: MIT */
/*
 * Server::pushMany(): one message to a list of connections.
 */
#include "php.h"
#include "ext/spl/spl_iterators.h"
#include "zend_exceptions.h"

#include "net/conn/flush.h"
#include "php/engine/compat.h"
#include "php/engine/message_arg.h"
#include "php/server/deliver.h"
#include "php/server/object.h"
#include "php/server/publish.h"

/* A pushMany() in progress. */
struct many {
	struct php_seatpush_server *server;
	struct sp_packet *packet;
	zend_long accepted;
};

/* False: an exception was thrown. */
static bool push_to(struct many *many, zval *id)
{
	zend_long fd = 0;
	struct sp_conn *conn;

	ZVAL_DEREF(id);
	if (Z_TYPE_P(id) == IS_LONG) {
		fd = Z_LVAL_P(id);
	} else if (Z_TYPE_P(id) != IS_STRING ||
			   is_numeric_string(Z_STRVAL_P(id), Z_STRLEN_P(id), &fd, NULL, false) != IS_LONG) {
		zend_argument_value_error(
			1, "must hold ids of connections, %s given", zend_zval_type_name(id));
		return false;
	}
	conn = php_seatpush_find_established(many->server, fd);
	if (conn != NULL ? php_seatpush_deliver(many->server, conn, many->packet)
					 : php_seatpush_established_elsewhere(many->server, fd) &&
						   sp_relay_push(&many->server->net->core, fd, many->packet)) {
		many->accepted++;
	}
	return true;
}

static int push_to_current(zend_object_iterator *iterator, void *arg)
{
	zval *id = iterator->funcs->get_current_data(iterator);

	return id != NULL && EG(exception) == NULL && push_to(arg, id) ? ZEND_HASH_APPLY_KEEP
																   : ZEND_HASH_APPLY_STOP;
}

static void push_to_all(struct many *many, zval *ids)
{
	zval *id;

	if (Z_TYPE_P(ids) != IS_ARRAY) {
		spl_iterator_apply(ids, push_to_current, many);
		return;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(ids), id) {
		if (!push_to(many, id)) {
			return;
		}
	}
	ZEND_HASH_FOREACH_END();
}

SEATPUSH_METHOD(Server, pushMany)
{
	static const struct sp_packet_course plainly = {0};
	struct many many = {0};
	zval *ids, *given;
	zend_string *data;
	zend_long opcode = SP_WS_TEXT;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ITERABLE(ids)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
	ZEND_PARSE_PARAMETERS_END();

	many.server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	if (!php_seatpush_message_arg(given, 2, &data) ||
		php_seatpush_running(many.server, "pushMany") == NULL ||
		(many.packet = php_seatpush_message(many.server, data, opcode, &plainly)) == NULL) {
		RETURN_THROWS();
	}
	push_to_all(&many, ids);
	sp_packet_release(many.packet);
	if (EG(exception) != NULL) {
		RETURN_THROWS();
	}
	sp_flush_if_due(&many.server->net->core);
	RETURN_LONG(many.accepted);
}
