/* SPDX-License-Identifier: MIT */
/*
 * The Server object, as src/php/server and the folders above it see it. A process has at most one,
 * in SEATPUSH_G(server).
 */
#ifndef PHP_SEATPUSH_SERVER_OBJECT_H
#define PHP_SEATPUSH_SERVER_OBJECT_H

#include "php.h"

#include "net/delivery/relay.h"
#include "net/server/state.h"
#include "php/engine/errors.h"
#include "php/engine/events.h"
#include "php/engine/globals.h"
#include "php/server/endpoint.h"

struct php_seatpush_node;
struct php_seatpush_subscription;
struct php_seatpush_tasks;
struct sp_supervisor;

struct php_seatpush_server {
	struct sp_server *net; /* NULL until the constructor has run */
	struct php_seatpush_endpoint endpoint;
	zend_object **ports; /* a reference to each; the first one is an alias of endpoint */
	uint32_t port_count;
	struct php_seatpush_node *node; /* lease, registry, queues in Redis; NULL: unused; owned */
	struct php_seatpush_subscription *subscription; /* subscribeRedis(); NULL: unused; owned */
	struct php_seatpush_tasks *tasks; /* NULL: no Task callback, or not started; owned */
	zend_object **processes;          /* of addProcess(); a reference to each */
	uint32_t process_count;
	struct sp_supervisor *supervisor; /* NULL: this process serves, or has not started; owned */
	bool start_called;
	bool started;
	bool told_stop; /* BeforeShutdown has run */
	bool told_exit; /* and WorkerExit */
	enum php_seatpush_last_error last_error;
	size_t callback_bytes; /* of PHP's memory that running callbacks' arguments take, by estimate */
	uint32_t too_large_logged_s, too_many_logged_s; /* when such a refusal was last logged */
	uint32_t form_logged_s;                         /* when the last incomplete form was logged */
	uint32_t field_logged_s; /* when the last field was logged that a response was sent without */
	bool subprotocol_logged; /* an offer of which no subprotocol was chosen has been logged */
	time_t start_time;
	zend_object std;
};

/* Positions of the declared properties, in the stub's order. */
enum php_seatpush_server_property {
	SEATPUSH_SERVER_SETTING,
	SEATPUSH_SERVER_CONNECTIONS,
	SEATPUSH_SERVER_HOST,
	SEATPUSH_SERVER_PORT,
	SEATPUSH_SERVER_TYPE,
	SEATPUSH_SERVER_SSL,
	SEATPUSH_SERVER_MODE,
	SEATPUSH_SERVER_PORTS,
	SEATPUSH_SERVER_MASTER_PID,
	SEATPUSH_SERVER_MANAGER_PID,
	SEATPUSH_SERVER_WORKER_ID,
	SEATPUSH_SERVER_WORKER_PID,
	SEATPUSH_SERVER_TASKWORKER,
};

static inline struct php_seatpush_server *php_seatpush_server_of(zend_object *object)
{
	return (
		struct php_seatpush_server *) ((char *) object - offsetof(struct php_seatpush_server, std));
}

/* Takes the value. A subclass may have given the property any other before, or a reference. */
void php_seatpush_put(zend_object *object, uint32_t property, zval *value);

/* False: the server's constructor has not run, and an exception was thrown. */
bool php_seatpush_constructed(const struct php_seatpush_server *server);

/* The core of a running server; NULL: an exception was thrown that names the method. */
struct sp_server *php_seatpush_running(struct php_seatpush_server *server, const char *method);

/* The connection with this id, open or in its Close callback; NULL: last_error is set. */
struct sp_conn *php_seatpush_find(struct php_seatpush_server *server, zend_long fd);

/* The same, but only if it is open. */
struct sp_conn *php_seatpush_find_open(struct php_seatpush_server *server, zend_long fd);

/* The open WebSocket connection with this id; NULL: last_error is set. */
struct sp_conn *php_seatpush_find_established(struct php_seatpush_server *server, zend_long fd);

/* find() and its like have found nothing: whether another process of this server has it. If so,
 * last_error is clear. */
enum sp_elsewhere php_seatpush_elsewhere(struct php_seatpush_server *server, zend_long fd);

/* The same after php_seatpush_find_established(), which finds only open WebSockets. False:
 * last_error is set, and one that is gone is counted. */
bool php_seatpush_established_elsewhere(struct php_seatpush_server *server, zend_long fd);

/* The callback for an event of a connection: its port's, or else the server's; NULL: none. */
struct php_seatpush_callback *php_seatpush_conn_callback(
	const struct sp_conn *conn, enum php_seatpush_event event);

/* The callback for an event of the server; NULL: none, or no server. */
struct php_seatpush_callback *php_seatpush_server_callback(enum php_seatpush_event event);

/* *out is a reference to the Server object. */
void php_seatpush_server_zval(zval *out);

/* For start(): tells php/engine about this server, with its current options. */
void php_seatpush_server_enter(struct php_seatpush_server *server);

/* The object is being destroyed: removes it from SEATPUSH_G(server) and from php/engine. */
void php_seatpush_server_leave(struct php_seatpush_server *server);

#endif
