/* SPDX-License-Identifier: MIT */
#include "net/topics/rules.h"

#include <stdlib.h>
#include <string.h>

static struct sp_topic_rule *rule_of(struct sp_link *link)
{
	return SP_CONTAINER(link, struct sp_topic_rule, all);
}

static bool same(struct sp_span a, struct sp_span b)
{
	return a.len == b.len && memcmp(a.data, b.data, a.len) == 0;
}

/* True if a comes before b: the longer start first, and a name before a pattern that starts with
 * it. */
static bool before(const struct sp_topic_rule *a, const struct sp_topic_rule *b)
{
	return a->name.len > b->name.len || (a->name.len == b->name.len && !a->open && b->open);
}

struct sp_topic_rule *sp_topic_rules_add(
	struct sp_link *rules, struct sp_span pattern, struct sp_span key)
{
	struct sp_topic_rule *rule = calloc(1, sizeof(*rule) + pattern.len + key.len);
	struct sp_link *link = rules->next;
	char *texts;

	if (rule == NULL) {
		return NULL;
	}
	texts = (char *) (rule + 1);
	rule->open = pattern.len > 0 && pattern.data[pattern.len - 1] == '*';
	rule->name = (struct sp_span){texts, pattern.len - rule->open};
	rule->key = (struct sp_span){texts + pattern.len, key.len};
	memcpy(texts, pattern.data, pattern.len);
	memcpy(texts + pattern.len, key.data, key.len);
	while (link != rules && !before(rule, rule_of(link))) {
		struct sp_link *next = link->next;

		if (same(rule_of(link)->name, rule->name) && rule_of(link)->open == rule->open) {
			sp_link_remove(link);
			free(rule_of(link));
		}
		link = next;
	}
	sp_link_init(&rule->all);
	sp_list_append(link, &rule->all); /* in front of link */
	return rule;
}

const struct sp_topic_rule *sp_topic_rules_find(const struct sp_link *rules, struct sp_span name)
{
	for (struct sp_link *link = rules->next; link != rules; link = link->next) {
		const struct sp_topic_rule *rule = rule_of(link);

		if ((rule->open ? name.len >= rule->name.len : name.len == rule->name.len) &&
			memcmp(name.data, rule->name.data, rule->name.len) == 0) {
			return rule;
		}
	}
	return NULL;
}

void sp_topic_rules_fini(struct sp_link *rules)
{
	struct sp_link *link;

	while ((link = sp_list_shift(rules)) != NULL) {
		free(rule_of(link));
	}
}
