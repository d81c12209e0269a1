/* SPDX-License-Identifier: MIT */
/*
 * Server::stats(): every counter, under the names that scripts know.
 */
#include "php/main/stats.h"

#include "net/process/worker.h"
#include "php/main/supervise.h"
#include "php/redis/subscribe.h"
#include "php/task/tasks.h"

/* The values that the rows below show. */
struct numbers {
	struct sp_counters counters;
	struct php_seatpush_subscription_facts redis;
	struct php_seatpush_tasks_facts tasks;
	uint64_t start_time;
	uint64_t connections, max_conn, next_id;
	uint64_t dispatched;
	uint64_t topics, memberships;
	uint64_t queued_bytes, input_bytes, callback_bytes;
	uint64_t workers, own;
	uint64_t worker, generation;
	uint64_t zero; /* for what Swoole counts and this server has none of */
};

#define NUMBER(member) offsetof(struct numbers, member)
#define COUNTER(member) offsetof(struct numbers, counters.member)

/* All are uint64_t. */
static const struct {
	const char *name;
	size_t offset;
} rows[] = {
	{"start_time", NUMBER(start_time)},
	{"connection_num", NUMBER(connections)},
	{"accept_count", COUNTER(accepted)},
	{"close_count", COUNTER(closed)},
	{"abort_count", COUNTER(aborted)},
	{"worker_num", NUMBER(workers)},
	{"worker_id", NUMBER(worker)},
	{"generation", NUMBER(generation)},
	{"idle_worker_num", NUMBER(zero)},
	{"task_worker_num", NUMBER(tasks.workers)},
	{"task_idle_worker_num", NUMBER(tasks.idle)},
	{"user_worker_num", NUMBER(own)},
	{"dispatch_count", NUMBER(dispatched)},
	{"request_count", COUNTER(requests)},
	{"response_count", COUNTER(responses)},
	{"worker_request_count", COUNTER(requests)},
	{"worker_response_count", COUNTER(responses)},
	{"total_recv_bytes", COUNTER(bytes_in)},
	{"total_send_bytes", COUNTER(bytes_out)},
	{"session_round", NUMBER(next_id)},
	{"coroutine_num", NUMBER(zero)},
	{"tasking_num", NUMBER(tasks.unfinished)},
	{"task_queue_num", NUMBER(tasks.queued)},
	{"task_count", COUNTER(tasks)},
	{"refused_task_count", COUNTER(refused_tasks)},
	{"max_conn", NUMBER(max_conn)},
	{"message_count", COUNTER(messages_in)},
	{"push_count", COUNTER(messages_out)},
	{"publish_count", COUNTER(publishes)},
	{"compressed_message_count", COUNTER(inflated)},
	{"compressed_push_count", COUNTER(deflated)},
	{"compression_saved_bytes", COUNTER(saved)},
	{"compressed_response_count", COUNTER(encoded)},
	{"refused_compression_count", COUNTER(encode_full)},
	{"topic_count", NUMBER(topics)},
	{"subscription_count", NUMBER(memberships)},
	{"redis_connected", NUMBER(redis.connected)},
	{"redis_message_count", NUMBER(redis.messages)},
	{"redis_bad_count", NUMBER(redis.bad)},
	{"redis_down_count", NUMBER(redis.downs)},
	{"coalesced_count", COUNTER(coalesced)},
	{"conflated_count", COUNTER(conflated)},
	{"dropped_count", COUNTER(dropped)},
	{"peak_connection_num", COUNTER(peak_count)},
	{"peak_queued_bytes", COUNTER(peak_queued)},
	{"peak_queue_bytes", COUNTER(peak_queue)},
	{"push_gone_count", COUNTER(push_gone)},
	{"push_full_count", COUNTER(push_full)},
	{"queued_bytes", NUMBER(queued_bytes)},
	{"input_bytes", NUMBER(input_bytes)},
	{"refused_connection_count", COUNTER(refused_full)},
	{"refused_address_count", COUNTER(refused_peers)},
	{"refused_input_count", COUNTER(refused_input)},
	{"callback_bytes", NUMBER(callback_bytes)},
	{"refused_memory_count", COUNTER(refused_memory)},
	{"refused_origin_count", COUNTER(refused_origins)},
	{"refused_request_count", COUNTER(refused_requests)},
	{"protocol_error_count", COUNTER(protocol_errors)},
	{"refused_tls_count", COUNTER(refused_tls)},
	{"timeout_count", COUNTER(timeouts)},
	{"flood_count", COUNTER(floods)},
};

static struct numbers numbers_of(const struct php_seatpush_server *server)
{
	const struct sp_server *net = server->net;
	struct sp_counters counters = net->core.counters;

	if (net->core.machine != NULL) {
		sp_machine_add_others(net->core.machine, &counters);
	}
	return (struct numbers){
		.counters = counters,
		.redis = php_seatpush_subscription_facts(server),
		.tasks = php_seatpush_tasks_facts(server),
		.start_time = (uint64_t) server->start_time,
		.connections = sp_core_count(&net->core),
		.max_conn = net->core.max_conn,
		.next_id = sp_ids_counter(&net->core.ids),
		.dispatched = counters.messages_in + counters.requests,
		.topics = net->core.topics.count,
		.memberships = net->core.topics.memberships,
		.queued_bytes = net->core.packets.bytes,
		.input_bytes = net->core.input_bytes,
		.callback_bytes = server->callback_bytes,
		.workers = (uint64_t) php_seatpush_workers(server),
		.own = (uint64_t) php_seatpush_own_processes(server),
		.worker = (uint64_t) sp_worker_number(),
		.generation = (uint64_t) sp_worker_generation(),
	};
}

static void add_range(struct sp_server *net, zval *stats)
{
	struct sp_conn *first = sp_conn_after(&net->core, 0, NULL);
	zend_long last = 0;

	if (!sp_link_alone(&net->core.connections)) {
		last = SP_CONTAINER(net->core.connections.prev, struct sp_conn, all)->member.id;
	}
	add_assoc_long(stats, "min_fd", first ? first->member.id : 0);
	add_assoc_long(stats, "max_fd", last);
}

void php_seatpush_stats(const struct php_seatpush_server *server, zval *return_value)
{
	struct numbers numbers = numbers_of(server);

	array_init(return_value);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint64_t number;

		memcpy(&number, (const char *) &numbers + rows[i].offset, sizeof(number));
		add_assoc_long(return_value, rows[i].name, (zend_long) number);
	}
	add_range(server->net, return_value);
}
