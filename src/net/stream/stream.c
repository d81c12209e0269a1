/* SPDX-License-Identifier: MIT */
#include "net/stream/stream.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/buf.h"
#include "net/loop/descriptor.h"
#include "net/loop/fork.h"
#include "net/loop/resolver.h"
#include "net/stream/tls.h"

#define OUT_MAX ((size_t) 64 << 20) /* bytes that may wait to be sent */
#define WHY_MAX 256
#define KEEP_IDLE_S 15 /* of silence before the kernel probes the peer */
#define KEEP_PROBE_S 5
#define KEEP_PROBES 3

enum state {
	RESOLVING,  /* addresses -> CONNECTING */
	CONNECTING, /* refused: the next address; connected -> SECURING or OPEN */
	SECURING,   /* the TLS handshake; done -> OPEN */
	OPEN,
};

struct sp_stream {
	struct sp_loop *loop;
	struct sp_stream_address address;
	const struct sp_stream_events *events;
	void *arg;
	uint64_t connect_ms;
	enum state state;
	bool armed;     /* io also waits for the socket to be writable */
	bool scheduled; /* a write is due: what is added goes out with it */
	int fd;         /* -1: none */
	int next;       /* address of resolved to be tried next */
	struct sp_resolved resolved;
	struct sp_resolver *resolver;
	struct event *io;
	struct event *timer; /* the time-out of every state except OPEN; at first: starts it all */
	struct sp_tls *tls;  /* NULL: in the clear */
	struct sp_buf out;
	struct sp_fork_watch forks;
};

static void try_next(struct sp_stream *stream);
static void on_io(evutil_socket_t fd, short what, void *arg);

static void set_timer(struct sp_stream *stream, uint64_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	event_add(stream->timer, &after);
}

static void drop_socket(struct sp_stream *stream)
{
	event_del(stream->io);
	sp_tls_free(stream->tls);
	stream->tls = NULL;
	if (stream->fd >= 0) {
		close(stream->fd);
		stream->fd = -1;
	}
}

/* Must be the last thing that the caller does: the stream may be gone afterwards. */
static void lose(struct sp_stream *stream, const char *why)
{
	drop_socket(stream);
	event_del(stream->timer);
	stream->events->on_lost(stream->arg, why);
}

static void watch(struct sp_stream *stream, bool for_writing)
{
	stream->armed = for_writing;
	event_del(stream->io);
	event_assign(stream->io, stream->loop->base, stream->fd,
		(short) (EV_READ | EV_PERSIST | (for_writing ? EV_WRITE : 0)), on_io, stream);
	event_add(stream->io, NULL);
}

/* Tries the next address, or gives up. */
static void fail_address(struct sp_stream *stream, const char *why)
{
	if (stream->next < stream->resolved.count) {
		drop_socket(stream);
		try_next(stream);
	} else {
		lose(stream, why);
	}
}

/* A peer whose machine is gone is noticed after half a minute, even if nothing is being sent. */
static void set_options(int fd)
{
	int one = 1;

	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof(one));
#if defined(TCP_KEEPIDLE) && defined(TCP_KEEPINTVL) && defined(TCP_KEEPCNT)
	setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &(int){KEEP_IDLE_S}, sizeof(int));
	setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &(int){KEEP_PROBE_S}, sizeof(int));
	setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &(int){KEEP_PROBES}, sizeof(int));
#endif
}

static void connect_to(struct sp_stream *stream, const struct sockaddr *addr, socklen_t len)
{
	stream->state = CONNECTING;
	stream->fd = sp_socket(addr->sa_family);
	if (stream->fd < 0) {
		fail_address(stream, strerror(errno));
		return;
	}
	if (addr->sa_family != AF_UNIX) {
		set_options(stream->fd);
	}
	if (connect(stream->fd, addr, len) != 0 && errno != EINPROGRESS) {
		fail_address(stream, strerror(errno));
		return;
	}
	watch(stream, true);
	set_timer(stream, stream->connect_ms);
}

static void try_next(struct sp_stream *stream)
{
	int i = stream->next++;

	connect_to(
		stream, (const struct sockaddr *) &stream->resolved.at[i].addr, stream->resolved.at[i].len);
}

static void on_resolved(void *arg, const struct sp_resolved *resolved)
{
	struct sp_stream *stream = arg;
	char why[WHY_MAX];

	stream->resolved = *resolved;
	sp_resolver_free(stream->resolver);
	stream->resolver = NULL;
	if (resolved->error != 0 || resolved->count == 0) {
		snprintf(
			why, sizeof(why), "the name cannot be looked up: %s", gai_strerror(resolved->error));
		lose(stream, why);
		return;
	}
	try_next(stream);
}

static void begin(struct sp_stream *stream)
{
	struct sockaddr_un local = {.sun_family = AF_UNIX};
	struct sp_error error;

	if (stream->address.path != NULL) {
		snprintf(local.sun_path, sizeof(local.sun_path), "%s", stream->address.path);
		connect_to(stream, (const struct sockaddr *) &local, sizeof(local));
		return;
	}
	stream->state = RESOLVING;
	set_timer(stream, stream->connect_ms);
	stream->resolver = sp_resolver_new(
		stream->loop, stream->address.host, stream->address.port, on_resolved, stream, &error);
	if (stream->resolver == NULL) {
		lose(stream, error.text);
	}
}

static void opened(struct sp_stream *stream)
{
	event_del(stream->timer);
	stream->state = OPEN;
	watch(stream, false);
	stream->events->on_open(stream->arg);
}

static void secure(struct sp_stream *stream)
{
	char why[WHY_MAX];
	bool for_writing = false;
	int done = sp_tls_handshake(stream->tls, &for_writing);

	if (done > 0) {
		opened(stream);
	} else if (done == 0) {
		watch(stream, for_writing);
	} else {
		snprintf(why, sizeof(why), "%s", sp_tls_why(stream->tls));
		fail_address(stream, why);
	}
}

static void on_connected(struct sp_stream *stream)
{
	int number = 0;
	socklen_t len = sizeof(number);

	if (getsockopt(stream->fd, SOL_SOCKET, SO_ERROR, &number, &len) != 0) {
		number = errno;
	}
	if (number != 0) {
		fail_address(stream, strerror(number));
		return;
	}
	if (stream->address.tls == NULL) {
		opened(stream);
		return;
	}
	stream->state = SECURING;
	stream->tls = sp_tls_new(stream->address.tls, stream->fd, stream->address.host);
	if (stream->tls == NULL) {
		fail_address(stream, "out of memory");
	} else {
		secure(stream);
	}
}

static ssize_t send_some(struct sp_stream *stream)
{
	return stream->tls != NULL ? sp_tls_send(stream->tls, stream->out.data, stream->out.len)
							   : send(stream->fd, stream->out.data, stream->out.len, MSG_NOSIGNAL);
}

static ssize_t receive_some(struct sp_stream *stream, char *data, size_t size)
{
	return stream->tls != NULL ? sp_tls_recv(stream->tls, data, size)
							   : recv(stream->fd, data, size, 0);
}

/* For errno, as send_some() or receive_some() left it. */
static void lose_by_errno(struct sp_stream *stream)
{
	char why[WHY_MAX];

	snprintf(why, sizeof(why), "%s",
		stream->tls != NULL && errno == EPROTO ? sp_tls_why(stream->tls) : strerror(errno));
	lose(stream, why);
}

/* False: lost, and perhaps freed. */
static bool write_out(struct sp_stream *stream)
{
	ssize_t n;

	while (stream->out.len > 0) {
		n = send_some(stream);
		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
			lose_by_errno(stream);
			return false;
		}
		if (n < 0) {
			break;
		}
		sp_buf_consume(&stream->out, (size_t) n);
	}
	stream->scheduled = stream->out.len > 0;
	if (stream->armed != stream->scheduled) {
		watch(stream, stream->scheduled);
	}
	return true;
}

static void read_in(struct sp_stream *stream)
{
	char *bytes = stream->loop->read_buf; /* nobody else's during this event */
	ssize_t n = receive_some(stream, bytes, SP_LOOP_READ_SIZE);

	if (n > 0 && stream->tls != NULL && sp_tls_pending(stream->tls)) {
		event_active(stream->io, EV_READ, 0); /* the socket itself may not become readable */
	}
	if (n > 0) {
		stream->events->on_bytes(stream->arg, bytes, (size_t) n);
	} else if (n == 0) {
		lose(stream, "it closed the connection");
	} else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
		lose_by_errno(stream);
	}
}

static void on_io(evutil_socket_t fd, short what, void *arg)
{
	struct sp_stream *stream = arg;

	(void) fd;
	if (stream->state == CONNECTING) {
		on_connected(stream);
	} else if (stream->state == SECURING) {
		secure(stream);
	} else if ((!(what & EV_WRITE) || write_out(stream)) && (what & EV_READ)) {
		read_in(stream);
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_stream *stream = arg;
	char why[WHY_MAX];

	(void) fd;
	(void) what;
	if (stream->state == CONNECTING || stream->state == SECURING) {
		snprintf(
			why, sizeof(why), "no connection within %.1f s", (double) stream->connect_ms / 1000.0);
		fail_address(stream, why);
	} else if (stream->resolver != NULL) {
		lose(stream, "the name server does not answer");
	} else {
		begin(stream);
	}
}

/* The peer is to see one end only, and the parent's. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_stream *stream = SP_CONTAINER(watch, struct sp_stream, forks);

	if (stream->fd >= 0) {
		close(stream->fd);
		stream->fd = -1;
	}
}

struct sp_stream *sp_stream_new(struct sp_loop *loop, const struct sp_stream_address *address,
	uint64_t connect_ms, const struct sp_stream_events *events, void *arg)
{
	struct sp_stream *stream = calloc(1, sizeof(*stream));

	if (stream == NULL) {
		return NULL;
	}
	stream->loop = loop;
	stream->address = *address;
	stream->connect_ms = connect_ms;
	stream->events = events;
	stream->arg = arg;
	stream->fd = -1;
	stream->io = event_new(loop->base, -1, 0, on_io, stream);
	stream->timer = event_new(loop->base, -1, 0, on_timer, stream);
	if (stream->io == NULL || stream->timer == NULL) {
		sp_stream_free(stream);
		return NULL;
	}
	sp_fork_watch(&stream->forks, renounce);
	set_timer(stream, 0); /* not from here: no event may come before the caller has the stream */
	return stream;
}

void sp_stream_free(struct sp_stream *stream)
{
	if (stream == NULL) {
		return;
	}
	sp_fork_unwatch(&stream->forks);
	if (stream->resolver != NULL) {
		sp_resolver_free(stream->resolver);
	}
	if (stream->io != NULL) {
		drop_socket(stream);
		event_free(stream->io);
	}
	if (stream->timer != NULL) {
		event_free(stream->timer);
	}
	sp_buf_fini(&stream->out);
	free(stream);
}

bool sp_stream_write(struct sp_stream *stream, const void *data, size_t len)
{
	if (stream->out.len + len > OUT_MAX || !sp_buf_append(&stream->out, data, len)) {
		return false;
	}
	if (!stream->scheduled) {
		stream->scheduled = true;
		event_active(
			stream->io, EV_WRITE, 0); /* without a system call; the next turn does not block */
	}
	return true;
}
