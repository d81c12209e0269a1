/* SPDX-License-Identifier: MIT */
#include "publisher.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct publisher {
	struct watch watch;
	int fd;
	bool due;
	char input[256]; /* one answer */
	size_t len;
	void (*answered)(long heard, void *arg);
	void *arg;
};

static void answer(struct publisher *publisher, long heard)
{
	publisher->due = false;
	publisher->len = 0;
	publisher->answered(heard, publisher->arg);
}

static void broken(struct publisher *publisher)
{
	close(publisher->fd);
	publisher->fd = -1;
	if (publisher->due) {
		answer(publisher, -1);
	}
}

/* Reads until the answer's line is whole: ":1", or "-ERR" and a text. */
static void on_ready(struct watch *watch, uint32_t epoll_events)
{
	struct publisher *publisher = (struct publisher *) watch;
	size_t room = sizeof(publisher->input) - 1 - publisher->len;
	ssize_t len = read(publisher->fd, publisher->input + publisher->len, room);

	(void) epoll_events;
	if (len < 0 && errno == EAGAIN) {
		return;
	}
	if (len <= 0 || !publisher->due) {
		broken(publisher);
		return;
	}
	publisher->len += (size_t) len;
	publisher->input[publisher->len] = '\0';
	if (strstr(publisher->input, "\r\n")) {
		answer(publisher, publisher->input[0] == ':' ? atol(publisher->input + 1) : -1);
	}
}

struct publisher *publisher_new(
	struct loop *loop, const char *path, void (*answered)(long heard, void *arg), void *arg)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	struct publisher *publisher = calloc(1, sizeof(*publisher));

	if (!publisher) {
		return NULL;
	}
	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	publisher->watch.ready = on_ready;
	publisher->answered = answered;
	publisher->arg = arg;
	publisher->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (publisher->fd < 0 ||
		connect(publisher->fd, (struct sockaddr *) &address, sizeof(address)) < 0 ||
		fcntl(publisher->fd, F_SETFL, O_NONBLOCK) < 0 ||
		!loop_add(loop, publisher->fd, &publisher->watch, EPOLLIN)) {
		publisher_free(publisher);
		return NULL;
	}
	return publisher;
}

void publisher_free(struct publisher *publisher)
{
	if (publisher) {
		if (publisher->fd >= 0) {
			close(publisher->fd);
		}
		free(publisher);
	}
}

bool publisher_say(struct publisher *publisher, const char *channel, const char *text)
{
	char command[8400];
	int len =
		snprintf(command, sizeof(command), "*3\r\n$7\r\nPUBLISH\r\n$%zu\r\n%s\r\n$%zu\r\n%s\r\n",
			strlen(channel), channel, strlen(text), text);

	if (publisher->due || publisher->fd < 0 || len < 0 || (size_t) len >= sizeof(command)) {
		return false;
	}
	publisher->due = send(publisher->fd, command, (size_t) len, MSG_NOSIGNAL) == len;
	return publisher->due;
}
