/* SPDX-License-Identifier: MIT */
#include "php/main/admission.h"

#include "net/loop/log.h"
#include "php/engine/wait.h"

#define ROOM_PART 2   /* of the memory that is left, what one peer sends may take */
#define IN_ALL_PART 2 /* of memory_limit, what all callbacks' arguments may take by default */

static size_t memory_limit(void)
{
	return PG(memory_limit) > 0 ? (size_t) PG(memory_limit) : SIZE_MAX;
}

static enum php_seatpush_admission too_large(
	struct php_seatpush_server *server, size_t bytes, size_t used)
{
	struct sp_core *core = &server->net->core;

	core->counters.refused_memory++;
	if (sp_log_due(&server->too_large_logged_s, core->loop->now_s)) {
		sp_log(SP_LOG_ERROR,
			"a request or message that takes about %zu bytes does not fit into memory_limit (%zu of "
			"%zu bytes are in use): refused with 503 or close code 1009; raise memory_limit or lower "
			"package_max_length",
			bytes, used, memory_limit());
	}
	return SEATPUSH_TOO_LARGE;
}

static enum php_seatpush_admission too_many(struct php_seatpush_server *server, size_t most)
{
	struct sp_core *core = &server->net->core;

	core->counters.refused_memory++;
	php_seatpush_give_up_slowest();
	if (sp_log_due(&server->too_many_logged_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"the requests and messages of running callbacks take about %zu bytes, and "
			"total_callback_size allows %zu: more get 503 or close code 1013 until some have ended",
			server->callback_bytes, most);
	}
	return SEATPUSH_TOO_MANY;
}

enum php_seatpush_admission php_seatpush_admit(struct php_seatpush_server *server, size_t bytes)
{
	size_t used = zend_memory_usage(false);
	size_t limit = memory_limit();
	size_t most = (size_t) server->endpoint.options.settings.total_callback_size;

	if (used >= limit || bytes >= (limit - used) / ROOM_PART) {
		return too_large(server, bytes, used);
	}
	if (most == 0) {
		most = limit / IN_ALL_PART;
	}
	/* Like an empty queue, a server without other callbacks takes one of any size. */
	if (server->callback_bytes > 0 && server->callback_bytes + bytes > most) {
		return too_many(server, most);
	}
	server->callback_bytes += bytes;
	return SEATPUSH_ADMITTED;
}
