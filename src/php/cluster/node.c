/* SPDX-License-Identifier: MIT */
#include "php/cluster/node.h"

#ifdef HAVE_SEATPUSH_REDIS

#include "php/engine/errors.h"
#include "php/server/object.h"

struct php_seatpush_node *php_seatpush_node_of(
	struct php_seatpush_server *server, zend_string *prefix)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL) {
		node = ecalloc(1, sizeof(*node));
		node->server = server;
		server->node = node;
	}
	if (prefix != NULL && node->prefix != NULL && !zend_string_equals(prefix, node->prefix)) {
		php_seatpush_throw_text(
			"the registry of this server has the prefix \"%s\" already", ZSTR_VAL(node->prefix));
		return NULL;
	}
	if (prefix != NULL && node->prefix == NULL) {
		node->prefix = zend_string_copy(prefix);
	}
	return node;
}

#endif
