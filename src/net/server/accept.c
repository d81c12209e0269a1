/* SPDX-License-Identifier: MIT */
#include "net/server/accept.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/conn/input.h"
#include "net/conn/peer.h"
#include "net/loop/descriptor.h"
#include "net/loop/log.h"
#include "net/server/share.h"
#include "net/server/state.h"
#include "net/session/exchange.h"

#define ACCEPT_BATCH 64

static const char full_answer[] =
	"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 47\r\n\r\n"
	"The server is full. Please try again in a bit.\n";
static const char peer_answer[] =
	"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 44\r\n\r\n"
	"Too many connections come from your address\n";

/* Sends an answer on a descriptor that was just accepted, unless that takes TLS, and closes it. */
static void turn_away(const struct sp_listener *listener, int fd, const char *answer, size_t len)
{
	char unread[4096];

	/* A handshake for the answer alone would be the most that this port can do for anybody. */
	if (!listener->is_tls && send(fd, answer, len, MSG_NOSIGNAL) > 0) {
		shutdown(fd, SHUT_WR);
		/* Input that is left unread would turn our answer into a reset. */
		if (recv(fd, unread, sizeof(unread), 0) < 0) {
			/* nothing has come yet */
		}
	}
	close(fd);
}

static void refuse(const struct sp_listener *listener, int fd)
{
	struct sp_core *core = listener->core;

	core->counters.refused_full++;
	if (!core->logged.full) {
		core->logged.full = true;
		sp_log(SP_LOG_WARNING,
			"full: %u connections, the limit is %u (max_conn, or the descriptor limit: ulimit -n); "
			"new ones get 503 until some end",
			sp_core_count(core), core->max_conn);
	}
	turn_away(listener, fd, full_answer, sizeof(full_answer) - 1);
}

/* An id in the roll, which has been entered. 0: there are too many connections. */
static int64_t enroll(struct sp_listener *listener, uint64_t peer)
{
	struct sp_core *core = listener->core;
	struct sp_roll *roll = core->machine->roll;
	struct sp_roll_entry entry = {.id = sp_ids_next(&core->ids),
		.place = (uint16_t) core->machine->place,
		.port = (uint16_t) listener->index,
		.peer = peer};

	if (sp_roll_add(roll, &entry)) {
		return entry.id;
	}
	if (peer != 0) {
		sp_peers_leave(sp_roll_peers(roll), peer);
	}
	return 0;
}

/* An id, which other processes see from now on; it counts for the peer. 0: there are too many
 * connections, of this peer if *verdict is not that it is welcome. Other processes accept as well:
 * what they all may have is counted and taken at once. */
static int64_t take_id(struct sp_listener *listener, uint64_t peer, enum sp_peer_verdict *verdict)
{
	struct sp_core *core = listener->core;
	struct sp_roll *roll = core->machine != NULL ? core->machine->roll : NULL;
	int64_t id = 0;

	*verdict = SP_PEER_WELCOME;
	if (roll == NULL) {
		*verdict = sp_peer_enter(listener, peer);
		return *verdict == SP_PEER_WELCOME ? sp_ids_next(&core->ids) : 0;
	}
	sp_roll_enter(roll);
	if (sp_roll_count(roll) < core->max_conn) {
		*verdict = sp_peer_enter(listener, peer);
		id = *verdict == SP_PEER_WELCOME ? enroll(listener, peer) : 0;
	}
	sp_roll_leave(roll);
	return id;
}

static void give_back_id(struct sp_core *core, int64_t id, uint64_t peer)
{
	if (core->machine != NULL) {
		sp_roll_remove(core->machine->roll, id);
	} else if (peer != 0) {
		sp_peers_leave(core->peers, peer);
	}
}

/* A connection of the descriptor, in the table of ids. NULL: out of memory, and it is closed. */
static struct sp_conn *make(struct sp_listener *listener, int fd, int64_t id, uint64_t peer)
{
	struct sp_core *core = listener->core;
	struct sp_conn *conn = sp_conn_new(listener, fd, id, sp_input_event);

	if (conn == NULL) {
		close(fd);
	} else if (!sp_conn_table_add(&core->table, &conn->member)) {
		sp_conn_free(conn);
		conn = NULL;
	}
	if (conn == NULL) {
		give_back_id(core, id, peer);
	}
	return conn;
}

static void turn_away_unwelcome(struct sp_listener *listener, int fd,
	const struct sp_peer_name *peer, enum sp_peer_verdict verdict)
{
	if (verdict == SP_PEER_WELCOME) {
		refuse(listener, fd);
		return;
	}
	sp_peer_refuse(listener, peer, verdict);
	turn_away(listener, fd, peer_answer, sizeof(peer_answer) - 1);
}

static void accept_one(struct sp_listener *listener, int fd, const void *addr, size_t addr_len)
{
	struct sp_core *core = listener->core;
	const struct sp_peer_name peer = sp_peer_name(addr, addr_len);
	/* A proxy's connections are not its own: they are counted once their client is known. */
	bool trusted = sp_peer_trusted(listener, &peer);
	bool counted = !trusted && !listener->settings.proxy_protocol;
	uint64_t key = counted ? sp_peer_key(listener, &peer) : 0;
	enum sp_peer_verdict verdict;
	struct sp_conn *conn;
	int64_t id;

	if (sp_core_descriptors(core) >= core->max_here || sp_core_count(core) >= core->max_conn) {
		refuse(listener, fd);
		return;
	}
	if (core->halted) {
		close(fd);
		return;
	}
	id = take_id(listener, key, &verdict);
	if (id == 0) {
		turn_away_unwelcome(listener, fd, &peer, verdict);
		return;
	}
	conn = make(listener, fd, id, key);
	if (conn == NULL) {
		return;
	}
	sp_conn_set_peer(conn, &peer, counted);
	conn->flags |= trusted ? SP_CONN_PROXIED : 0;
	sp_conn_enlist(conn);
	core->counters.accepted++;
	core->logged.full = false;
	sp_exchange_await(conn, true);
	if (listener->settings.proxy_protocol) {
		conn->protocol = SP_PROTOCOL_PROXY; /* on_connect comes when the client is known */
	} else {
		core->hooks->on_connect(conn);
	}
}

/* Out of descriptors: the reserve lets us tell one peer why, instead of leaving it in the
 * backlog. */
static void refuse_with_reserve(struct sp_listener *listener)
{
	struct sp_server *server = SP_CONTAINER(listener->core, struct sp_server, core);
	int fd;

	if (server->reserve_fd < 0) {
		return;
	}
	close(server->reserve_fd);
	fd = sp_accept(listener->fd, NULL, NULL);
	if (fd >= 0) {
		refuse(listener, fd);
	}
	server->reserve_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
}

void sp_accept_event(evutil_socket_t fd, short what, void *arg)
{
	struct sp_listener *listener = arg;
	struct sp_server *server = SP_CONTAINER(listener->core, struct sp_server, core);
	int batch = sp_share_batch(server, listener, ACCEPT_BATCH);

	(void) what;
	for (int i = batch; i > 0 && listener->fd >= 0; i--) {
		struct sockaddr_storage address;
		socklen_t len = sizeof(address);
		int peer;

		address.ss_family = AF_UNSPEC;
		peer = sp_accept(fd, (struct sockaddr *) &address, &len);
		if (peer >= 0) {
			accept_one(listener, peer, &address, len);
		} else if (errno == EMFILE || errno == ENFILE) {
			if (sp_share_ran_out(server, listener)) {
				return;
			}
			refuse_with_reserve(listener);
		} else if (errno != ECONNABORTED && errno != EINTR) {
			return; /* EAGAIN; any other error will show up again */
		}
	}
}
