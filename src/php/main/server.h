/* SPDX-License-Identifier: MIT */
/*
 * The Server object, as the other files of this floor see it. A script has at most one at a time,
 * in SEATPUSH_G(server).
 */
#ifndef PHP_SEATPUSH_MAIN_SERVER_H
#define PHP_SEATPUSH_MAIN_SERVER_H

#include "php.h"

#include "net/server/server.h"
#include "php/engine/errors.h"
#include "php/engine/events.h"
#include "php/engine/globals.h"
#include "php/server/options.h"

struct php_seatpush_node;
struct php_seatpush_redis;

/* What the server and each further port have: callbacks and options of their own. */
struct php_seatpush_endpoint {
	struct sp_listener *listener; /* borrowed from the core; its owner points here */
	struct php_seatpush_callbacks callbacks;
	struct php_seatpush_options options;
};

struct php_seatpush_server {
	struct sp_server *net; /* NULL until the constructor ran */
	struct php_seatpush_endpoint own;
	zend_object **ports; /* each a reference; the first is another name of own */
	uint32_t port_count;
	struct php_seatpush_node *node;   /* lease, registry, queues in Redis; NULL: unused; owned */
	struct php_seatpush_redis *redis; /* subscribeRedis(); NULL: not called; owned */
	bool started;
	bool told_stop; /* BeforeShutdown has run */
	enum php_seatpush_last_error last_error;
	uint32_t form_logged_s; /* when a form that was not taken whole was last reported */
	time_t start_time;
	zend_object std;
};

/* Places of the declared properties, in the stub's order. */
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
};

static inline struct php_seatpush_server *php_seatpush_server_of(zend_object *object)
{
	return (
		struct php_seatpush_server *) ((char *) object - offsetof(struct php_seatpush_server, std));
}

/* The core of a server that runs; NULL: an exception was thrown that names the method. */
struct sp_server *php_seatpush_running(struct php_seatpush_server *server, const char *method);

/* The connection of an id, open or in its Close callback; NULL: last_error is set. */
struct sp_conn *php_seatpush_find(struct php_seatpush_server *server, zend_long fd);

/* The same, but open only. */
struct sp_conn *php_seatpush_find_open(struct php_seatpush_server *server, zend_long fd);

/* The open WebSocket of an id; NULL: last_error is set. */
struct sp_conn *php_seatpush_find_websocket(struct php_seatpush_server *server, zend_long fd);

/* True if text may be a topic's name; false: an exception was thrown about argument arg. */
bool php_seatpush_check_topic(const zend_string *text, uint32_t arg);

/* subscribe(): true or false, or an exception was thrown. */
void php_seatpush_subscribe(
	struct php_seatpush_server *server, zend_long fd, zend_string *topic, zval *return_value);

/* unsubscribe(); topic NULL: from all. */
bool php_seatpush_unsubscribe(struct php_seatpush_server *server, zend_long fd, zend_string *topic);

/* topics() and subscribers(): a list. */
void php_seatpush_list_topics(struct php_seatpush_server *server, zend_long fd, zval *return_value);
void php_seatpush_list_subscribers(
	struct php_seatpush_server *server, zend_string *topic, zval *return_value);

zend_long php_seatpush_subscriber_count(
	const struct php_seatpush_server *server, zend_string *topic);

/* How a message is published. Zeroed: as the rule of the topic says, or else plainly. */
struct php_seatpush_publishing {
	zend_long opcode;         /* SP_WS_TEXT or SP_WS_BINARY */
	zend_long except;         /* 0: nobody */
	bool own_key, own_window; /* given, whatever the rule says */
	struct sp_span key;       /* conflateKey; borrowed */
	uint32_t window_ms;
};

/* publish(): how many accepted it, or will be given it; -1: an exception was thrown. */
zend_long php_seatpush_publish(struct php_seatpush_server *server, zend_string *topic,
	zend_string *data, const struct php_seatpush_publishing *how);

/* The same for a message that came from elsewhere. topic NULL: nobody is subscribed to it. The
 * frame must be unshared. */
uint32_t php_seatpush_pass_on(struct php_seatpush_server *server, struct sp_span name,
	struct sp_topic *topic, struct sp_packet *frame, const struct php_seatpush_publishing *how);

/* What publish() and push() of a Registry share: conflateKey and windowMs as they were given.
 * False: an exception was thrown. window_arg is the number of the latter. */
bool php_seatpush_publishing_init(struct php_seatpush_publishing *how, const zend_string *key,
	bool own_window, zend_long window_ms, uint32_t window_arg);

/* The frame for a message to many: a reference, or NULL and an exception was thrown. data and
 * opcode are arguments 2 and 3. */
struct sp_packet *php_seatpush_message(struct php_seatpush_server *server, zend_string *data,
	zend_long opcode, const struct sp_packet_course *course);

/* Queues a frame on it; false: it cannot take it and is closing, or is gone; last_error is set. */
bool php_seatpush_deliver(
	struct php_seatpush_server *server, struct sp_conn *conn, struct sp_packet *frame);

/* The endpoint of a connection. */
static inline struct php_seatpush_endpoint *php_seatpush_endpoint_of(const struct sp_conn *conn)
{
	return conn->listener->owner;
}

/* The callback of a connection's event: its port's own, or the server's; NULL: none. */
struct php_seatpush_callback *php_seatpush_conn_callback(
	const struct sp_conn *conn, enum php_seatpush_event event);

/* The callback of a server's event; NULL: none, or no server. */
struct php_seatpush_callback *php_seatpush_server_callback(enum php_seatpush_event event);

/* *out is a reference to the Server object. */
void php_seatpush_server_zval(zval *out);

/* slow_callback_ms of the server. */
int64_t php_seatpush_slow_callback_ms(void);

/* For ending.c: sp_server_stop(), sp_server_halt(), sp_server_run_closing() of the server. */
void php_seatpush_server_stop(void);
void php_seatpush_server_halt(void);
void php_seatpush_server_run_closing(void);

/* set() and on() of a server or port. False: an exception was thrown. */
bool php_seatpush_endpoint_set(
	struct php_seatpush_endpoint *endpoint, zval *setting, HashTable *given, bool of_port);
bool php_seatpush_endpoint_on(struct php_seatpush_endpoint *endpoint, zend_string *event,
	zval *callable, const zend_fcall_info_cache *fcc, bool of_port);
void php_seatpush_endpoint_get_callback(
	struct php_seatpush_endpoint *endpoint, zend_string *event, bool of_port, zval *return_value);

/* Checks what the constructor and listen() are given, and opens the port. NULL: thrown. */
struct sp_listener *php_seatpush_open_port(struct sp_server *net,
	struct php_seatpush_endpoint *endpoint, zend_string *host, zend_long port, zend_long type);

/* A Port object; it is kept by the server. False: an exception was thrown. */
bool php_seatpush_port_new(struct php_seatpush_server *server, zend_string *host, zend_long port,
	zend_long type, zval *return_value);

/* Makes $ports[0], by which scripts may reach what the server itself is set to. */
void php_seatpush_port_of_server(struct php_seatpush_server *server, zend_string *host);

/* The server ends; the object may live on. */
void php_seatpush_port_leave_server(zend_object *port);

/* The endpoint of a Port object. */
struct php_seatpush_endpoint *php_seatpush_port_endpoint(zend_object *port);

/* A ConnectionIterator over all connections, or over a port's. */
void php_seatpush_connections_new(zval *out, struct sp_listener *only);

/* getClientInfo(). */
void php_seatpush_client_info(struct sp_conn *conn, zval *return_value);

/* stats(). */
void php_seatpush_stats(struct php_seatpush_server *server, zval *return_value);

/* The table of hooks that the core is given. */
extern const struct sp_hooks php_seatpush_hooks;

/* At a tick's end: raises BeforeShutdown once the server is stopping, before any Close. */
void php_seatpush_tell_stop(void);

/* run() of start(): returns when the server is over. False: an exception was thrown. */
bool php_seatpush_run(struct php_seatpush_server *server);

#endif
