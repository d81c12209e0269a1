/* SPDX-License-Identifier: MIT */
/* http: the active connections send GET /, each again when it is answered, while the WebSocket
 * clients are connected and silent. CPU of a request and its answer. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "clock.h"
#include "trigger.h"

struct http {
	struct bench *bench;
	struct asker *askers;
	struct histogram latency;
	uint64_t sent, goal, answered, wrong, refused;
};

struct asker {
	struct http *http;
	struct trigger *trigger;
	uint64_t since;
};

static void ask(struct asker *asker)
{
	struct http *http = asker->http;

	http->sent++;
	asker->since = clock_ns();
	if (!trigger_get(asker->trigger, "/")) {
		http->refused++;
	}
}

static void on_answer(int status, const char *body, void *arg)
{
	struct asker *asker = arg;
	struct http *http = asker->http;

	http->bench->progress++;
	http->answered++;
	http->wrong += status != 200 || strcmp(body, "ok\n") != 0;
	histogram_add(&http->latency, clock_ns() - asker->since);
	if (http->sent < http->goal && status != 0) {
		ask(asker);
	}
}

static bool all_answered(void *arg)
{
	const struct http *http = arg;

	return http->answered >= http->goal;
}

static bool exchange(struct http *http, uint64_t requests)
{
	http->goal += requests;
	for (uint32_t i = 0; i < http->bench->options->active && http->sent < http->goal; i++) {
		ask(&http->askers[i]);
	}
	return bench_wait(http->bench, all_answered, http);
}

static bool connect_all(struct http *http)
{
	const struct bench *bench = http->bench;
	bool complete = http->askers != NULL;

	for (uint32_t i = 0; complete && i < bench->options->active; i++) {
		struct asker *asker = &http->askers[i];

		asker->http = http;
		asker->trigger = trigger_new(
			bench->loop, bench->options->address, server_port(bench->server), on_answer, asker);
		complete = asker->trigger != NULL;
	}
	return complete;
}

static uint64_t run(struct bench *bench, struct report *report)
{
	uint64_t requests = bench_messages(bench, 200000), measured;
	struct http http = {.bench = bench};
	struct usage usage = {0};
	bool complete;

	http.askers = calloc(bench->options->active, sizeof(*http.askers));
	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench) && connect_all(&http) && exchange(&http, requests / 10);
	measured = http.answered;
	http.latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && exchange(&http, requests);
	meter_stop(bench->meter, &usage);
	measured = http.answered - measured;
	report_count(report, "messages", measured);
	report_usage(report, "", &usage, measured);
	report_number(report, "per_second", (double) measured / usage.seconds);
	report_latency(report, "", &http.latency);
	report_count(report, "lost", http.sent - http.answered);
	report_count(report, "corrupt", http.wrong);
	report_count(report, "refused", http.refused);
	for (uint32_t i = 0; http.askers && i < bench->options->active; i++) {
		trigger_free(http.askers[i].trigger);
	}
	free(http.askers);
	return http.sent - http.answered + http.wrong + http.refused + !complete;
}

const struct scenario http_scenario = {
	.name = "http", .help = "CPU of a request and its answer", .run = run};
