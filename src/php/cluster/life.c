/* SPDX-License-Identifier: MIT */
#include "php/cluster/life.h"

#include "php/server/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include "net/loop/log.h"
#include "net/process/worker.h"
#include "php/cluster/consume.h"
#include "php/cluster/exchange.h"
#include "php/cluster/node.h"
#include "php/redis/subscribe.h"

#define MS_PER_S 1000
#define STANDARD_PREFIX "seatpush"

static zend_string *option_prefix(const struct php_seatpush_server *server)
{
	const zend_string *prefix = server->endpoint.options.settings.redis_prefix;

	return prefix != NULL ? zend_string_copy((zend_string *) prefix)
						  : zend_string_init(ZEND_STRL(STANDARD_PREFIX), 0);
}

static void on_in(void *arg)
{
	struct php_seatpush_node *node = arg;
	const char *name = sp_redis_link_name(sp_redis_client_link(sp_redis_node_client(node->core)));
	unsigned number = sp_redis_node_number(node->core);

	if (SEATPUSH_G(fatal)) {
		return;
	}
	if (number > 0 && node->server->endpoint.options.settings.server.node_id == 0) {
		node->server->net->core.ids.node = number;
	}
	if (node->out_ms == 0) {
		sp_log(SP_LOG_INFO, "Redis: node %u at %s", node->server->net->core.ids.node, name);
	} else {
		sp_log(SP_LOG_NOTICE, "Redis: node %u at %s again, after %.1f s",
			node->server->net->core.ids.node, name,
			(double) (sp_clock_ms() - node->out_ms) / MS_PER_S);
	}
	node->out_ms = 0;
	if (node->registry != NULL) {
		sp_registry_enter(node->registry);
	}
	php_seatpush_consumers_enter(node);
}

static void on_out(void *arg, const char *why)
{
	struct php_seatpush_node *node = arg;

	const char *name = sp_redis_link_name(sp_redis_client_link(sp_redis_node_client(node->core)));

	node->out_ms = sp_clock_ms();
	sp_log(SP_LOG_WARNING,
		"Redis: %s: %s; until that is over other nodes do not see this one, and no items are "
		"consumed; its own connections are served",
		name, why);
}

static const struct sp_redis_node_events node_events = {on_in, on_out};

/* False: *error says why. */
static bool start_core(struct php_seatpush_node *node, struct sp_error *error)
{
	struct php_seatpush_settings *settings = &node->server->endpoint.options.settings;
	struct sp_redis_node_settings wanted = {.prefix = ZSTR_VAL(node->prefix),
		.lease_ms = (uint64_t) settings->registry_lease_s * MS_PER_S,
		/* The other workers take the next free ones, and make ids of the same node. */
		.number = sp_worker_id() > 0 ? 0 : (unsigned) settings->server.node_id};
	struct sp_loop *loop = node->server->net->core.loop;
	struct sp_redis_dsn dsn;

	if (!sp_redis_dsn_parse(
			&dsn, settings->redis ? ZSTR_VAL(settings->redis) : SP_REDIS_STANDARD_DSN, error)) {
		return false;
	}
	node->core = sp_redis_node_new(loop, &dsn, &wanted, &node_events, node);
	if (node->core != NULL && node->registers) {
		node->registry = sp_registry_new(loop, &node->server->net->core.topics, node->core);
	}
	if (node->core == NULL || (node->registers && node->registry == NULL)) {
		sp_error_set(error, ENOMEM, "cannot connect to Redis: out of memory");
		return false;
	}
	return true;
}

bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL || node->core != NULL || (!node->registers && node->consumers == NULL)) {
		return true;
	}
	if (node->prefix == NULL) {
		node->prefix = option_prefix(server);
	}
	if (node->registers && node->channel == NULL) {
		node->channel =
			strpprintf(0, PHP_SEATPUSH_INTERNAL_CHANNELS "%s:push", ZSTR_VAL(node->prefix));
		php_seatpush_subscription_listen(server, node->channel, php_seatpush_heard_push);
	}
	node->out_ms = 0;
	return start_core(node, error);
}

void php_seatpush_node_hurry(struct php_seatpush_server *server)
{
	if (server->node != NULL) {
		php_seatpush_consumers_hurry(server->node);
	}
}

void php_seatpush_node_stop(struct php_seatpush_server *server)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL || node->core == NULL) {
		return;
	}
	php_seatpush_consumers_stop(node);
	sp_redis_node_leave(node->core, !SEATPUSH_G(fatal));
	sp_registry_free(node->registry);
	node->registry = NULL;
	sp_redis_node_free(node->core);
	node->core = NULL;
}

void php_seatpush_node_free(struct php_seatpush_server *server)
{
	struct php_seatpush_node *node = server->node;

	if (node == NULL) {
		return;
	}
	php_seatpush_consumers_stop(node);
	sp_registry_free(node->registry);
	sp_redis_node_free(node->core);
	php_seatpush_consumers_free(node);
	if (node->prefix != NULL) {
		zend_string_release(node->prefix);
	}
	if (node->channel != NULL) {
		zend_string_release(node->channel);
	}
	efree(node);
	server->node = NULL;
}

void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	if (server->node != NULL) {
		php_seatpush_consumers_gc(server->node, buffer);
	}
}

#else

bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error)
{
	return true;
}

void php_seatpush_node_hurry(struct php_seatpush_server *server)
{
}

void php_seatpush_node_stop(struct php_seatpush_server *server)
{
}

void php_seatpush_node_free(struct php_seatpush_server *server)
{
}

void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
}

#endif
