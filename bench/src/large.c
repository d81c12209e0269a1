/* SPDX-License-Identifier: MIT */
/*
 * large: a few clients send a large message, wait for it to come back, and send the next; the
 * others are connected and silent. Each size is sent as text and as binary. CPU of a message in and
 * a message out. The text is not ASCII alone, so that whoever checks it has something to do.
 */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TALKERS 4 /* or --active, if that is fewer */
#define UNIT_BYTES \
	16384 /* --messages counts messages of this size; of larger ones there are fewer */
#define MESSAGES_MIN 40 /* of each kind, however large */
#define NUMBERS 16      /* the receiver and the message's number, in hexadecimal */

static const struct kind {
	const char *prefix;
	enum ws_opcode opcode;
	size_t size;
} kinds[] = {
	{"16k_text_", WS_TEXT, (size_t) 16 << 10},
	{"16k_binary_", WS_BINARY, (size_t) 16 << 10},
	{"200k_text_", WS_TEXT, (size_t) 200 << 10},
	{"200k_binary_", WS_BINARY, (size_t) 200 << 10},
	{"1m_text_", WS_TEXT, FLEET_MESSAGE_MAX},
	{"1m_binary_", WS_BINARY, FLEET_MESSAGE_MAX},
};

struct large {
	struct bench *bench;
	const struct kind *kind;
	char *message; /* what is sent, but for the numbers */
	struct histogram latency;
	uint64_t sent, goal, back, doubled, corrupt, unsent;
};

/* Text of sentences with a character of more than one octet here and there. */
static void fill(char *message, const struct kind *kind)
{
	static const char sentence[] = "{\"seat\":\"C4\",\"hall\":\"Gr\xc3\xbc"
								   "ner Saal\",\"title\":\"G\xc3\xb6tterd\xc3\xa4mmerung\","
								   "\"price\":\"49,50 \xe2\x82\xac\",\"state\":\"sold\"}, ";
	size_t unit = sizeof(sentence) - 1, at = NUMBERS;

	if (kind->opcode == WS_BINARY) {
		for (; at < kind->size; at++) {
			message[at] = (char) (at * 167 ^ at >> 8);
		}
	}
	for (; at + unit <= kind->size; at += unit) {
		memcpy(message + at, sentence, unit);
	}
	memset(message + at, 'x', kind->size - at);
}

static void write_numbers(char *message, uint32_t index, uint32_t seq)
{
	char numbers[NUMBERS + 1];

	snprintf(numbers, sizeof(numbers), "%08x%08x", index, seq);
	memcpy(message, numbers, NUMBERS);
}

static void say(struct large *large, struct client *client)
{
	write_numbers(large->message, client->index, ++client->seq);
	client->since = loop_now(large->bench->loop);
	large->sent++;
	if (!client_send(client, large->kind->opcode, large->message, large->kind->size)) {
		large->unsent++;
	}
}

static bool same(const struct large *large, const struct client *client, const char *data)
{
	char numbers[NUMBERS];

	write_numbers(numbers, client->index, client->seq);
	return client->opcode == large->kind->opcode && !memcmp(data, numbers, NUMBERS) &&
		   !memcmp(data + NUMBERS, large->message + NUMBERS, large->kind->size - NUMBERS);
}

static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct large *large = arg;

	large->bench->progress++;
	if (client->since == 0) {
		large->doubled++;
		return;
	}
	if (len != large->kind->size || !same(large, client, data)) {
		large->corrupt++;
		return;
	}
	large->back++;
	histogram_add(&large->latency, loop_now(large->bench->loop) - client->since);
	client->since = 0;
	if (large->sent < large->goal) {
		say(large, client);
	}
}

static bool all_back(void *arg)
{
	struct large *large = arg;

	return large->back >= large->goal;
}

/* Sends and receives that many more messages. */
static bool exchange(struct large *large, uint64_t messages)
{
	uint32_t active = large->bench->options->active;

	active = active < TALKERS ? active : TALKERS;
	large->goal += messages;
	for (uint32_t i = 0; i < active && large->sent < large->goal; i++) {
		say(large, fleet_client(large->bench->fleet, i));
	}
	return bench_wait(large->bench, all_back, large);
}

static bool measure(struct large *large, struct report *report, uint64_t messages)
{
	struct usage usage = {0};
	uint64_t measured;
	bool complete;

	messages = messages * UNIT_BYTES / large->kind->size;
	messages = messages > MESSAGES_MIN ? messages : MESSAGES_MIN;
	fill(large->message, large->kind);
	complete = exchange(large, messages / 10);
	measured = large->back;
	large->latency = (struct histogram){0};
	meter_start(large->bench->meter);
	complete = complete && exchange(large, messages);
	meter_stop(large->bench->meter, &usage);
	measured = large->back - measured;
	report_usage(report, large->kind->prefix, &usage, measured);
	report_latency(report, large->kind->prefix, &large->latency);
	return complete;
}

static uint64_t run(struct bench *bench, struct report *report)
{
	struct fleet_events events = {.message = on_message};
	struct large large = {.bench = bench, .message = malloc(FLEET_MESSAGE_MAX)};
	bool complete = large.message != NULL;

	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench) && complete;
	fleet_listen(bench->fleet, &events, &large);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && complete; i++) {
		large.kind = &kinds[i];
		complete = measure(&large, report, bench_messages(bench, 30000));
	}
	free(large.message);
	report_count(report, "messages", large.back);
	report_count(report, "lost", large.sent - large.back);
	report_count(report, "duplicates", large.doubled);
	report_count(report, "corrupt", large.corrupt);
	return large.sent - large.back + large.doubled + large.corrupt + large.unsent + !complete;
}

const struct scenario large_scenario = {
	.name = "large", .help = "CPU of a large message in and back", .run = run};
