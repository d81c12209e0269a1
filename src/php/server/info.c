/* SPDX-License-Identifier: MIT */
/*
 * What scripts see of a connection and of the server: getClientInfo(), stats().
 */
#include "php/redis/subscribe.h"
#include "php/main/server.h"

#include "wire/ws_frame.h"

/* websocket_status, as WEBSOCKET_STATUS_ constants name it. */
enum websocket_status {
	STATUS_NONE,
	STATUS_CONNECTION,
	STATUS_HANDSHAKE,
	STATUS_ACTIVE,
	STATUS_CLOSING
};

static zend_long websocket_status(const struct sp_conn *conn)
{
	if (conn->state == SP_CONN_WEBSOCKET) {
		return STATUS_ACTIVE;
	}
	if (conn->flags & SP_CONN_WAS_WEBSOCKET) {
		return STATUS_CLOSING;
	}
	return conn->flags & SP_CONN_HANDSHAKE ? STATUS_HANDSHAKE : STATUS_NONE;
}

static void add_times(const struct sp_conn *conn, zval *info)
{
	const struct sp_loop *loop = conn->listener->server->loop;

	add_assoc_long(info, "connect_time", (zend_long) sp_loop_wall(loop, conn->connected_s));
	add_assoc_long(info, "last_time", (zend_long) sp_loop_wall(loop, conn->received_s));
	add_assoc_double(info, "last_recv_time", (double) sp_loop_wall(loop, conn->received_s));
	add_assoc_double(info, "last_send_time", (double) sp_loop_wall(loop, conn->sent_s));
	add_assoc_double(info, "last_dispatch_time", (double) sp_loop_wall(loop, conn->received_s));
}

static void add_uid(const struct sp_conn *conn, zval *info)
{
	const struct sp_conn_extra *extra = conn->extra;

	if (extra == NULL || !extra->has_uid) {
		return;
	}
	if (extra->uid_text != NULL) {
		add_assoc_stringl(info, "uid", extra->uid_text, extra->uid_len);
	} else {
		add_assoc_long(info, "uid", extra->uid_number);
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

static void add_range(struct sp_server *net, zval *stats)
{
	struct sp_conn *first = sp_server_after(net, 0, NULL);
	zend_long last = 0;

	if (!sp_link_alone(&net->connections)) {
		last = SP_CONTAINER(net->connections.prev, struct sp_conn, all)->id;
	}
	add_assoc_long(stats, "min_fd", first ? first->id : 0);
	add_assoc_long(stats, "max_fd", last);
}

void php_seatpush_stats(struct php_seatpush_server *server, zval *return_value)
{
	struct sp_server *net = server->net;
	const struct sp_counters *counters = &net->counters;
	const struct php_seatpush_redis_facts redis = php_seatpush_redis_facts(server);
	const struct {
		const char *name;
		uint64_t value;
	} numbers[] = {
		{"start_time", (uint64_t) server->start_time},
		{"connection_num", net->count},
		{"accept_count", counters->accepted},
		{"close_count", counters->closed},
		{"abort_count", counters->aborted},
		{"worker_num", 1},
		{"idle_worker_num", 0},
		{"task_worker_num", 0},
		{"user_worker_num", 0},
		{"dispatch_count", counters->messages_in + counters->requests},
		{"request_count", counters->requests},
		{"response_count", counters->responses},
		{"worker_request_count", counters->requests},
		{"worker_response_count", counters->responses},
		{"total_recv_bytes", counters->bytes_in},
		{"total_send_bytes", counters->bytes_out},
		{"session_round", net->ids.next},
		{"coroutine_num", 0},
		{"tasking_num", 0},
		{"max_conn", net->max_conn},
		{"message_count", counters->messages_in},
		{"push_count", counters->messages_out},
		{"publish_count", counters->publishes},
		{"topic_count", net->topics.count},
		{"subscription_count", net->topics.memberships},
		{"redis_connected", redis.connected},
		{"redis_message_count", redis.messages},
		{"redis_bad_count", redis.bad},
		{"redis_down_count", redis.downs},
		{"coalesced_count", counters->coalesced},
		{"conflated_count", counters->conflated},
		{"dropped_count", counters->dropped},
		{"peak_connection_num", counters->peak_count},
		{"peak_queued_bytes", counters->peak_queued},
		{"peak_queue_bytes", counters->peak_queue},
		{"push_gone_count", counters->push_gone},
		{"push_full_count", counters->push_full},
		{"queued_bytes", net->frames.bytes},
		{"input_bytes", net->input_bytes},
		{"refused_connection_count", counters->refused_full},
		{"refused_address_count", counters->refused_peers},
		{"refused_input_count", counters->refused_input},
		{"refused_origin_count", counters->refused_origins},
		{"refused_request_count", counters->refused_requests},
		{"protocol_error_count", counters->protocol_errors},
		{"timeout_count", counters->timeouts},
		{"flood_count", counters->floods},
	};

	array_init(return_value);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		add_assoc_long(return_value, numbers[i].name, (zend_long) numbers[i].value);
	}
	add_range(net, return_value);
}
