/* SPDX-License-Identifier: MIT */
/*
 * Rules for all messages to the topics of a pattern, which is a name, or the start of names and a
 * star.
 */
#ifndef SP_NET_TOPICS_RULES_H
#define SP_NET_TOPICS_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"
#include "base/span.h"

#define SP_WINDOW_MAX_MS 60000

struct sp_topic_rule {
	struct sp_link all;
	uint32_t window_ms;  /* 0: none */
	bool open;           /* the pattern ended with a star */
	bool conflates;      /* key was given */
	bool drops;          /* a full queue drops the oldest, instead of closing the connection */
	struct sp_span key;  /* of all messages */
	struct sp_span name; /* the pattern's literal start; both are stored after the struct */
};

/* Adds a rule, replacing one with the same pattern. Texts are copied. NULL: out of memory. */
struct sp_topic_rule *sp_topic_rules_add(
	struct sp_link *rules, struct sp_span pattern, struct sp_span key);

/* The rule for a topic: of those that match, the one with the longest name. NULL: none matches. */
const struct sp_topic_rule *sp_topic_rules_find(const struct sp_link *rules, struct sp_span name);

void sp_topic_rules_fini(struct sp_link *rules);

#endif
