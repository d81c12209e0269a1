/* SPDX-License-Identifier: MIT */
#include "trigger.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct trigger {
	struct watch watch;
	int fd;
	bool due;
	char host[64];
	char input[8192]; /* one answer */
	size_t len;
	void (*answered)(int status, const char *body, void *arg);
	void *arg;
};

static void answer(struct trigger *trigger, int status, const char *body)
{
	trigger->due = false;
	trigger->len = 0;
	trigger->answered(status, body, trigger->arg);
}

static void broken(struct trigger *trigger)
{
	close(trigger->fd);
	trigger->fd = -1;
	if (trigger->due) {
		answer(trigger, 0, "");
	}
}

/* Reads until the answer is whole. Its length must be announced: chunked answers are refused. */
static void on_ready(struct watch *watch, uint32_t epoll_events)
{
	struct trigger *trigger = (struct trigger *) watch;
	size_t room = sizeof(trigger->input) - 1 - trigger->len;
	ssize_t len = read(trigger->fd, trigger->input + trigger->len, room);
	char *body, *length;

	(void) epoll_events;
	if (len < 0 && errno == EAGAIN) {
		return;
	}
	if (len <= 0 || !trigger->due) {
		broken(trigger);
		return;
	}
	trigger->len += (size_t) len;
	trigger->input[trigger->len] = '\0';
	body = strstr(trigger->input, "\r\n\r\n");
	if (!body) {
		return;
	}
	length = strcasestr(trigger->input, "\r\nContent-Length:");
	body += 4;
	if (!length || length > body || strncmp(trigger->input, "HTTP/1.1 ", 9) != 0) {
		broken(trigger);
		return;
	}
	if (strlen(body) >= strtoul(length + 17, NULL, 10)) {
		answer(trigger, atoi(trigger->input + 9), body);
	}
}

struct trigger *trigger_new(struct loop *loop, const char *address, uint16_t port,
	void (*answered)(int status, const char *body, void *arg), void *arg)
{
	struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(port)};
	struct trigger *trigger = calloc(1, sizeof(*trigger));
	int on = 1;

	if (!trigger) {
		return NULL;
	}
	server.sin_addr.s_addr = inet_addr(address);
	snprintf(trigger->host, sizeof(trigger->host), "%s:%u", address, port);
	trigger->watch.ready = on_ready;
	trigger->answered = answered;
	trigger->arg = arg;
	trigger->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (trigger->fd < 0 || setsockopt(trigger->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) < 0 ||
		connect(trigger->fd, (struct sockaddr *) &server, sizeof(server)) < 0 ||
		fcntl(trigger->fd, F_SETFL, O_NONBLOCK) < 0 ||
		!loop_add(loop, trigger->fd, &trigger->watch, EPOLLIN)) {
		trigger_free(trigger);
		return NULL;
	}
	return trigger;
}

void trigger_free(struct trigger *trigger)
{
	if (trigger) {
		if (trigger->fd >= 0) {
			close(trigger->fd);
		}
		free(trigger);
	}
}

bool trigger_get(struct trigger *trigger, const char *target)
{
	char request[8192];
	int len = snprintf(
		request, sizeof(request), "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", target, trigger->host);

	if (trigger->due || trigger->fd < 0 || len < 0 || (size_t) len >= sizeof(request)) {
		return false;
	}
	trigger->due = send(trigger->fd, request, (size_t) len, MSG_NOSIGNAL) == len;
	return trigger->due;
}
