/* SPDX-License-Identifier: MIT */
#include "net/redis_link.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>
#include <unistd.h>

#include <hiredis/hiredis.h>

#include "base/buf.h"
#include "base/hash.h"
#include "net/resolver.h"

#define CONNECT_MS UINT64_C(5000)  /* for an address to answer, and to log in */
#define SILENCE_MS UINT64_C(10000) /* without a byte: ask whether it lives */
#define DEAD_MS UINT64_C(20000)    /* without a byte: it does not */
#define PAUSE_MIN_MS 100           /* before it is tried again */
#define PAUSE_MAX_MS 5000
#define READ_SIZE ((size_t) 16 * 1024)
#define OUT_MAX ((size_t) 16 << 20) /* bytes that may wait to be sent */
#define WHY_MAX 256

enum state {
	PAUSED,     /* its time over -> RESOLVING or CONNECTING */
	RESOLVING,  /* addresses -> CONNECTING */
	CONNECTING, /* connected -> LOGIN */
	LOGIN,      /* as many replies as commands were sent -> READY */
	READY,      /* lost -> PAUSED */
};

struct sp_redis_link {
	struct sp_loop *loop;
	struct sp_redis_dsn dsn;
	const struct sp_redis_events *events;
	void *arg;
	char name[160];
	enum state state;
	bool told_down;
	int fd;            /* -1: none */
	int login_replies; /* still to come */
	unsigned failures; /* in a row */
	int address;       /* the next of resolved to be tried */
	struct sp_resolved resolved;
	struct sp_resolver *resolver;
	struct event *io;    /* reading, and writing while something waits */
	struct event *timer; /* of a state: its end; READY: looks whether it lives */
	uint64_t heard_ms;
	redisReader *reader;
	struct sp_buf out;
	uint64_t random;
};

static void try_next(struct sp_redis_link *link);
static void on_io(evutil_socket_t fd, short what, void *arg);

static void set_timer(struct sp_redis_link *link, uint64_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	event_add(link->timer, &after);
}

static void disconnect(struct sp_redis_link *link)
{
	if (link->resolver != NULL) {
		sp_resolver_free(link->resolver);
		link->resolver = NULL;
	}
	if (link->io != NULL) {
		event_free(link->io);
		link->io = NULL;
	}
	if (link->fd >= 0) {
		close(link->fd);
		link->fd = -1;
	}
	if (link->reader != NULL) {
		redisReaderFree(link->reader);
		link->reader = NULL;
	}
	sp_buf_fini(&link->out);
}

/* A pause that doubles up to its most, give or take half: so that not all nodes come back at once.
 */
static uint64_t pause_ms(struct sp_redis_link *link)
{
	unsigned doublings = link->failures < 6 ? link->failures : 6;
	uint64_t ms = (uint64_t) PAUSE_MIN_MS << doublings;

	link->random = sp_hash_mix(link->random ^ sp_clock_ns(), UINT64_C(0x9E3779B97F4A7C15));
	ms = ms < PAUSE_MAX_MS ? ms : PAUSE_MAX_MS;
	return ms / 2 + link->random % ms;
}

static void lost(struct sp_redis_link *link, const char *why)
{
	char text[WHY_MAX];

	snprintf(text, sizeof(text), "%s", why); /* it may lie in a reply that goes now */
	disconnect(link);
	link->state = PAUSED;
	set_timer(link, pause_ms(link));
	link->failures++;
	if (!link->told_down) {
		link->told_down = true;
		link->events->on_down(link->arg, text);
	}
}

/* This address will not do: the next one, or all over again later. */
static void fail_address(struct sp_redis_link *link, const char *why)
{
	disconnect(link);
	if (link->address < link->resolved.count) {
		try_next(link);
	} else {
		lost(link, why);
	}
}

static void watch_io(struct sp_redis_link *link)
{
	short want = EV_READ | EV_PERSIST;

	if (link->out.len > 0 || link->state == CONNECTING) {
		want |= EV_WRITE;
	}
	event_del(link->io);
	event_assign(link->io, link->loop->base, link->fd, want, on_io, link);
	event_add(link->io, NULL);
}

static void connect_to(struct sp_redis_link *link, const struct sockaddr *addr, socklen_t len)
{
	int one = 1;

	link->state = CONNECTING;
	link->fd = socket(addr->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	link->io = event_new(link->loop->base, -1, 0, on_io, link);
	link->reader = redisReaderCreate();
	if (link->fd < 0 || link->io == NULL || link->reader == NULL) {
		fail_address(link, link->fd < 0 ? strerror(errno) : "out of memory");
		return;
	}
	if (addr->sa_family != AF_UNIX) {
		setsockopt(link->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	}
	if (connect(link->fd, addr, len) != 0 && errno != EINPROGRESS) {
		fail_address(link, strerror(errno));
		return;
	}
	watch_io(link);
	set_timer(link, CONNECT_MS);
}

static void try_next(struct sp_redis_link *link)
{
	int i = link->address++;

	connect_to(
		link, (const struct sockaddr *) &link->resolved.at[i].addr, link->resolved.at[i].len);
}

static void on_resolved(void *arg, const struct sp_resolved *resolved)
{
	struct sp_redis_link *link = arg;
	char why[WHY_MAX];

	link->resolved = *resolved;
	link->address = 0;
	sp_resolver_free(link->resolver);
	link->resolver = NULL;
	if (resolved->error != 0 || resolved->count == 0) {
		snprintf(
			why, sizeof(why), "the name cannot be looked up: %s", gai_strerror(resolved->error));
		lost(link, why);
		return;
	}
	try_next(link);
}

static void begin(struct sp_redis_link *link)
{
	struct sockaddr_un local = {.sun_family = AF_UNIX};
	struct sp_error error;

	memset(&link->resolved, 0, sizeof(link->resolved));
	if (link->dsn.path != NULL) {
		snprintf(local.sun_path, sizeof(local.sun_path), "%s", link->dsn.path);
		link->address = 0;
		connect_to(link, (const struct sockaddr *) &local, sizeof(local));
		return;
	}
	link->state = RESOLVING;
	set_timer(link, CONNECT_MS);
	link->resolver =
		sp_resolver_new(link->loop, link->dsn.host, link->dsn.port, on_resolved, link, &error);
	if (link->resolver == NULL) {
		lost(link, error.text);
	}
}

static bool put_command(struct sp_redis_link *link, int argc, const char **argv, const size_t *len)
{
	char *text = NULL;
	int size = redisFormatCommandArgv(&text, argc, argv, len);
	bool done = size >= 0 && link->out.len + (size_t) size <= OUT_MAX &&
				sp_buf_append(&link->out, text, (size_t) size);

	if (size >= 0) {
		redisFreeCommand(text);
	}
	return done;
}

static void write_out(struct sp_redis_link *link)
{
	ssize_t n;

	while (link->out.len > 0) {
		n = send(link->fd, link->out.data, link->out.len, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
			lost(link, strerror(errno));
			return;
		}
		if (n < 0) {
			break;
		}
		sp_buf_consume(&link->out, (size_t) n);
	}
	watch_io(link);
}

static void ready(struct sp_redis_link *link)
{
	link->state = READY;
	link->failures = 0;
	link->told_down = false;
	set_timer(link, SILENCE_MS / 2);
	link->events->on_ready(link->arg);
}

static void log_in(struct sp_redis_link *link)
{
	char database[16];
	const char *auth[3] = {"AUTH", link->dsn.user, link->dsn.password};
	const char *select[2] = {"SELECT", database};
	bool put = true;

	link->state = LOGIN;
	link->login_replies = 0;
	link->heard_ms = sp_clock_ms();
	if (link->dsn.password != NULL && link->dsn.user != NULL) {
		put = put_command(link, 3, auth, NULL);
		link->login_replies++;
	} else if (link->dsn.password != NULL) {
		auth[1] = link->dsn.password;
		put = put_command(link, 2, auth, NULL);
		link->login_replies++;
	}
	if (link->dsn.database > 0) {
		snprintf(database, sizeof(database), "%d", link->dsn.database);
		put = put && put_command(link, 2, select, NULL);
		link->login_replies++;
	}
	if (!put) {
		lost(link, "out of memory");
	} else if (link->login_replies == 0) {
		ready(link);
		if (link->state == READY) {
			write_out(link);
		}
	} else {
		write_out(link);
	}
}

static void on_connected(struct sp_redis_link *link)
{
	int number = 0;
	socklen_t len = sizeof(number);

	if (getsockopt(link->fd, SOL_SOCKET, SO_ERROR, &number, &len) != 0 || number != 0) {
		fail_address(link, strerror(number));
		return;
	}
	log_in(link);
}

static void take_reply(struct sp_redis_link *link, const redisReply *reply)
{
	char why[WHY_MAX];

	if (link->state == READY) {
		link->events->on_reply(link->arg, reply);
	} else if (reply->type == REDIS_REPLY_ERROR) {
		snprintf(why, sizeof(why), "it refuses the login: %s", reply->str);
		lost(link, why);
	} else if (--link->login_replies == 0) {
		ready(link);
	}
}

static void read_replies(struct sp_redis_link *link)
{
	void *reply = NULL;

	/* A reply's meaning may lose the link, and the reader with it. */
	while (link->reader != NULL && redisReaderGetReply(link->reader, &reply) == REDIS_OK &&
		   reply != NULL) {
		take_reply(link, reply);
		freeReplyObject(reply);
	}
	if (link->reader != NULL && link->reader->err != 0) {
		lost(link, "it does not speak Redis' protocol");
	}
}

static void read_in(struct sp_redis_link *link)
{
	char bytes[READ_SIZE];
	ssize_t n = recv(link->fd, bytes, sizeof(bytes), 0);

	if (n > 0) {
		link->heard_ms = sp_clock_ms();
		redisReaderFeed(link->reader, bytes, (size_t) n);
		read_replies(link);
	} else if (n == 0) {
		lost(link, "it closed the connection");
	} else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
		lost(link, strerror(errno));
	}
}

static void on_io(evutil_socket_t fd, short what, void *arg)
{
	struct sp_redis_link *link = arg;

	(void) fd;
	if (link->state == CONNECTING) {
		on_connected(link);
		return;
	}
	if (what & EV_WRITE) {
		write_out(link);
	}
	if ((what & EV_READ) && link->fd >= 0) {
		read_in(link);
	}
}

static void look_alive(struct sp_redis_link *link)
{
	static const char *ping[1] = {"PING"};
	uint64_t silent = sp_clock_ms() - link->heard_ms;

	if (silent >= DEAD_MS) {
		lost(link, "it does not answer");
		return;
	}
	set_timer(link, SILENCE_MS / 2);
	if (silent >= SILENCE_MS) {
		sp_redis_link_send(link, 1, ping, NULL);
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_redis_link *link = arg;

	(void) fd;
	(void) what;
	switch (link->state) {
	case PAUSED:
		begin(link);
		break;
	case RESOLVING:
		lost(link, "the name server does not answer");
		break;
	case CONNECTING:
		fail_address(link, "no connection within 5 s");
		break;
	case LOGIN:
		lost(link, "no answer to the login within 5 s");
		break;
	case READY:
		look_alive(link);
		break;
	}
}

static void set_name(struct sp_redis_link *link)
{
	if (link->dsn.path != NULL) {
		snprintf(link->name, sizeof(link->name), "unix://%s", link->dsn.path);
	} else {
		snprintf(link->name, sizeof(link->name),
			strchr(link->dsn.host, ':') ? "redis://[%s]:%d/%d" : "redis://%s:%d/%d", link->dsn.host,
			link->dsn.port, link->dsn.database);
	}
}

struct sp_redis_link *sp_redis_link_new(
	struct sp_loop *loop, struct sp_redis_dsn *dsn, const struct sp_redis_events *events, void *arg)
{
	struct sp_redis_link *link = calloc(1, sizeof(*link));
	struct event *timer = link != NULL ? event_new(loop->base, -1, 0, on_timer, link) : NULL;

	if (timer == NULL) {
		free(link);
		sp_redis_dsn_fini(dsn);
		return NULL;
	}
	link->loop = loop;
	link->dsn = *dsn;
	memset(dsn, 0, sizeof(*dsn));
	link->events = events;
	link->arg = arg;
	link->fd = -1;
	link->timer = timer;
	link->random = sp_hash_seed(link);
	set_name(link);
	set_timer(link, 0);
	return link;
}

void sp_redis_link_free(struct sp_redis_link *link)
{
	if (link == NULL) {
		return;
	}
	disconnect(link);
	event_free(link->timer);
	sp_redis_dsn_fini(&link->dsn);
	free(link);
}

bool sp_redis_link_ready(const struct sp_redis_link *link)
{
	return link->state == READY;
}

const char *sp_redis_link_name(const struct sp_redis_link *link)
{
	return link->name;
}

void sp_redis_link_send(struct sp_redis_link *link, int argc, const char **argv, const size_t *len)
{
	if (link->state != READY) {
		return;
	}
	if (put_command(link, argc, argv, len)) {
		watch_io(link); /* written when the loop says so: several go out together */
	} else {
		lost(link, "too much waits to be sent");
	}
}

void sp_redis_link_fail(struct sp_redis_link *link, const char *why)
{
	lost(link, why);
}

const char *sp_redis_hiredis_version(void)
{
	static char version[32];

	snprintf(version, sizeof(version), "%d.%d.%d", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
	return version;
}

#endif
