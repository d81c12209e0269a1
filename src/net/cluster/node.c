/* SPDX-License-Identifier: MIT */
#include "net/cluster/node.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#include "base/system.h"
#include "net/cluster/scripts.h"
#include "net/loop/log.h"

#define CONNECT_MS 5000
#define ANSWER_MS 5000
#define LEAVE_MS 500
#define RENEWALS 3         /* per lease */
#define NUMBER_MS "600000" /* that a number stays taken after its node's last renewal */
#define WORDS_MAX 4096     /* arguments of one script */
#define OWN_WORDS 5        /* before the arguments */
#define NUMBER_TEXT 24

enum step {
	OUT,      /* the link is ready -> CHECKING */
	CHECKING, /* asks what kind of Redis it is -> ENTERING */
	ENTERING, /* gets the lease -> CLEARING */
	CLEARING, /* removes what an earlier lease had registered -> IN */
	IN,       /* the lease or the link is lost -> OUT */
	RENEWING, /* part of IN: renews the lease */
	BURYING,  /* part of IN: cleans up after a dead node */
	LEAVING,
	LEFT,
};

struct sp_redis_node {
	struct sp_redis_client *client;
	struct sp_redis_node_settings settings;
	const struct sp_redis_node_events *events;
	void *arg;
	struct sp_loop *loop;
	char token[SP_REDIS_NODE_TOKEN + 1];
	char lease_text[NUMBER_TEXT];
	char dead[SP_REDIS_NODE_TOKEN + 1]; /* the token of BURYING */
	int number;
	enum step step;
	struct sp_redis_call call; /* of the current step */
	struct event *timer;
	bool orderly; /* how it leaves */
	bool told_out;
	/* A command's words, while it is sent: too many for the stack of a callback. */
	const char *words[WORDS_MAX + OWN_WORDS];
	size_t lengths[WORDS_MAX + OWN_WORDS];
};

static void ask_step(struct sp_redis_node *node, enum step step);

bool sp_redis_node_is_in(const struct sp_redis_node *node)
{
	return node->step == IN || node->step == RENEWING || node->step == BURYING;
}

unsigned sp_redis_node_number(const struct sp_redis_node *node)
{
	return node->number > 0 ? (unsigned) node->number : 0;
}

const char *sp_redis_node_token(const struct sp_redis_node *node)
{
	return node->token;
}

struct sp_redis_client *sp_redis_node_client(struct sp_redis_node *node)
{
	return node->client;
}

void sp_redis_node_eval(struct sp_redis_node *node, struct sp_redis_call *call, const char *script,
	int argc, const char **argv, const size_t *lengths)
{
	const char *own[OWN_WORDS] = {"EVAL", script, "0", node->settings.prefix, node->token};

	for (int i = 0; i < OWN_WORDS; i++) {
		node->words[i] = own[i];
		node->lengths[i] = strlen(own[i]);
	}
	for (int i = 0; i < argc && i < WORDS_MAX; i++) {
		node->words[i + OWN_WORDS] = argv[i];
		node->lengths[i + OWN_WORDS] = lengths != NULL ? lengths[i] : strlen(argv[i]);
	}
	sp_redis_client_send(node->client, call, argc + OWN_WORDS, node->words, node->lengths);
}

static void out(struct sp_redis_node *node, const char *why)
{
	node->step = OUT;
	event_del(node->timer);
	if (!node->told_out) {
		node->told_out = true;
		node->events->on_out(node->arg, why);
	}
}

void sp_redis_node_lease_lost(struct sp_redis_node *node)
{
	if (sp_redis_node_is_in(node)) {
		sp_redis_client_cancel(node->client, &node->call);
		out(node, "the lease of this node ended before it was renewed");
		ask_step(node, ENTERING);
	}
}

static void schedule_renewal(struct sp_redis_node *node)
{
	struct timeval after = sp_timeval_ms(node->settings.lease_ms / RENEWALS);

	event_add(node->timer, &after);
}

/* False: this kind of Redis cannot be used, and the link counts as lost. */
static bool check_kind(struct sp_redis_node *node, const redisReply *reply)
{
	const char *kind = reply->type == REDIS_REPLY_STRING ? strstr(reply->str, "redis_mode:") : NULL;
	char why[160];

	if (kind == NULL || strncmp(kind, "redis_mode:standalone", 21) == 0) {
		return true;
	}
	snprintf(why, sizeof(why),
		"it is part of a Redis %s; the registry and consumeRedis() need one "
		"primary, whose address is given",
		strncmp(kind + 11, "sentinel", 8) == 0 ? "Sentinel" : "Cluster");
	sp_redis_link_fail(sp_redis_client_link(node->client), why);
	return false;
}

static void entered(struct sp_redis_node *node, long long number)
{
	if (number == -1) {
		sp_log(SP_LOG_WARNING,
			"Redis: node_id %u belongs to another server, which is running or ended just now; give "
			"each its own, or none",
			node->settings.number);
	} else if (number == 0) {
		sp_log(SP_LOG_ERROR, "Redis: all 255 node numbers are taken; ids of this server may be "
							 "those of another one's connections");
	}
	node->number = number > 0 ? (int) number : 0;
	ask_step(node, CLEARING);
}

static bool is_token(const redisReply *reply)
{
	return reply->type == REDIS_REPLY_STRING && reply->len == SP_REDIS_NODE_TOKEN &&
		   strspn(reply->str, "0123456789abcdef") == SP_REDIS_NODE_TOKEN;
}

static void renewed(struct sp_redis_node *node, const redisReply *reply)
{
	if (reply->type != REDIS_REPLY_ARRAY || reply->elements == 0 ||
		reply->element[0]->integer == 0) {
		sp_redis_node_lease_lost(node);
		return;
	}
	node->step = IN;
	if (reply->elements > 1 && is_token(reply->element[1])) {
		memcpy(node->dead, reply->element[1]->str, sizeof(node->dead));
		sp_log(SP_LOG_NOTICE, "Redis: the node %s is gone; what it left behind is cleaned up",
			node->dead);
		ask_step(node, BURYING);
	} else {
		schedule_renewal(node);
	}
}

static void take_answer(struct sp_redis_node *node, const redisReply *reply)
{
	bool more = reply->type == REDIS_REPLY_INTEGER && reply->integer == 1;

	switch (node->step) {
	case CHECKING:
		if (check_kind(node, reply)) {
			ask_step(node, ENTERING);
		}
		break;
	case ENTERING:
		entered(node, reply->integer);
		break;
	case CLEARING:
		if (more) {
			ask_step(node, CLEARING);
			break;
		}
		node->step = IN;
		node->told_out = false;
		event_active(node->timer, EV_TIMEOUT, 0); /* renew at once: there may be a dead node */
		node->events->on_in(node->arg);
		break;
	case RENEWING:
		renewed(node, reply);
		break;
	case BURYING:
		ask_step(node, more ? BURYING : RENEWING); /* there may be another dead node */
		break;
	case LEAVING:
		if (more) {
			ask_step(node, LEAVING);
		} else {
			node->step = LEFT;
		}
		break;
	case OUT:
	case IN:
	case LEFT:
		break;
	}
}

static void on_answer(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct sp_redis_node *node = SP_CONTAINER(call, struct sp_redis_node, call);
	struct sp_redis_link *link = sp_redis_client_link(node->client);

	if (reply == NULL) {
		/* on_state() learns of a lost link. */
		if (node->step == LEAVING) {
			node->step = LEFT;
		} else if (sp_redis_link_ready(link)) {
			sp_redis_link_fail(link, why);
		}
		return;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		sp_redis_link_fail(link, reply->str);
	} else {
		take_answer(node, reply);
	}
	freeReplyObject(reply);
}

static void ask_step(struct sp_redis_node *node, enum step step)
{
	static const char *info[2] = {"INFO", "server"};
	char want[NUMBER_TEXT], had[NUMBER_TEXT];
	const char *enter[] = {node->lease_text, want, had, NUMBER_MS};
	const char *forget[] = {step == BURYING ? node->dead : node->token, step == BURYING    ? "bury"
																		: step == CLEARING ? "clear"
																		: node->orderly    ? "leave"
																						: "fall"};
	const char *renew[] = {node->lease_text, had, NUMBER_MS};

	snprintf(want, sizeof(want), "%u", node->settings.number);
	snprintf(had, sizeof(had), "%d", node->number);
	node->step = step;
	node->call = (struct sp_redis_call){.done = on_answer, .timeout_ms = ANSWER_MS};
	switch (step) {
	case CHECKING:
		sp_redis_client_send(node->client, &node->call, 2, info, NULL);
		break;
	case ENTERING:
		sp_redis_node_eval(node, &node->call, enter_script, 4, enter, NULL);
		break;
	case CLEARING:
	case BURYING:
	case LEAVING:
		sp_redis_node_eval(node, &node->call, forget_script, 2, forget, NULL);
		break;
	default:
		sp_redis_node_eval(node, &node->call, renew_script, 3, renew, NULL);
	}
}

static void on_state(void *arg, const char *why)
{
	struct sp_redis_node *node = arg;

	if (node->step == LEAVING || node->step == LEFT) {
		node->step = LEFT;
	} else if (why != NULL) {
		out(node, why);
	} else {
		ask_step(node, CHECKING);
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_redis_node *node = arg;

	(void) fd;
	(void) what;
	if (node->step == IN) {
		ask_step(node, RENEWING);
	} else {
		node->step = LEFT; /* the time for leaving is over */
	}
}

static void make_token(char *token)
{
	uint64_t number = 0;

	if (!sp_entropy(&number, sizeof(number))) {
		number = sp_clock_ns() ^ ((uint64_t) (uintptr_t) token << 20);
	}
	snprintf(token, SP_REDIS_NODE_TOKEN + 1, "%016" PRIx64, number);
}

struct sp_redis_node *sp_redis_node_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	const struct sp_redis_node_settings *settings, const struct sp_redis_node_events *events,
	void *arg)
{
	struct sp_redis_node *node = calloc(1, sizeof(*node));

	if (node == NULL) {
		sp_redis_dsn_fini(dsn);
		return NULL;
	}
	node->loop = loop;
	node->settings = *settings;
	node->events = events;
	node->arg = arg;
	make_token(node->token);
	snprintf(node->lease_text, sizeof(node->lease_text), "%" PRIu64, settings->lease_ms);
	node->client = sp_redis_client_new(loop, dsn, CONNECT_MS, on_state, node);
	node->timer = event_new(loop->base, -1, 0, on_timer, node);
	if (node->client == NULL || node->timer == NULL) {
		sp_redis_node_free(node);
		return NULL;
	}
	return node;
}

void sp_redis_node_leave(struct sp_redis_node *node, bool orderly)
{
	struct timeval after = sp_timeval_ms(LEAVE_MS);

	if (!sp_redis_node_is_in(node)) {
		return;
	}
	sp_redis_client_cancel(node->client, &node->call);
	node->orderly = orderly;
	ask_step(node, LEAVING);
	event_add(node->timer, &after);
	while (node->step != LEFT) {
		sp_loop_turn(node->loop, false);
	}
}

void sp_redis_node_free(struct sp_redis_node *node)
{
	if (node == NULL) {
		return;
	}
	sp_redis_client_free(node->client);
	if (node->timer != NULL) {
		event_free(node->timer);
	}
	free(node);
}

#endif
