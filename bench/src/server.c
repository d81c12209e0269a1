/* SPDX-License-Identifier: MIT */
#include "server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench.h"
#include "child.h"
#include "clock.h"

struct server {
	struct child child; /* of one that we attached to, only the pid counts */
	uint16_t port;
	bool ours;
};

/* A port that nothing listens on now; 0: none. */
static uint16_t free_port(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	uint16_t port = 0;

	if (fd >= 0 && bind(fd, (struct sockaddr *) &address, len) == 0 &&
		getsockname(fd, (struct sockaddr *) &address, &len) == 0) {
		port = ntohs(address.sin_port);
	}
	close(fd);
	return port;
}

/* The command as the shell gets it. With exec, the shell's pid becomes the server's. */
static bool command_line(char *line, size_t size, const char *command, uint16_t port)
{
	const char *mark = strstr(command, "%PORT%");
	int len;

	if (mark) {
		len = snprintf(line, size, "exec %.*s%u%s", (int) (mark - command), command, port,
			mark + strlen("%PORT%"));
	} else {
		len = snprintf(line, size, "exec %s", command);
	}
	return len > 0 && (size_t) len < size;
}

static bool accepts(const char *host, uint16_t port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool connected;

	address.sin_addr.s_addr = inet_addr(host);
	connected = fd >= 0 && connect(fd, (struct sockaddr *) &address, sizeof(address)) == 0;
	close(fd);
	return connected;
}

/* Waits up to ten seconds. */
static bool wait_until_listening(struct server *server, const char *address)
{
	uint64_t deadline = clock_ns() + 10 * NS_PER_SECOND;

	while (clock_ns() < deadline && server_alive(server) && !bench_interrupted()) {
		if (accepts(address, server->port)) {
			return true;
		}
		clock_sleep(20 * NS_PER_MS);
	}
	return false;
}

static bool start(struct server *server, const struct options *options, int core)
{
	char line[4096];

	server->port = options->port ? options->port : free_port();
	if (!server->port || !command_line(line, sizeof(line), options->server, server->port)) {
		fputs("seatload: no free port, or the command is too long\n", stderr);
		return false;
	}
	if (options->port && accepts(options->address, server->port)) {
		fprintf(stderr, "seatload: port %u is in use\n", server->port);
		return false;
	}
	if (!child_start(&server->child, line, options->log, core)) {
		return false;
	}
	server->ours = true;
	bench_guard(server->child.pid);
	return true;
}

struct server *server_new(const struct options *options, int core)
{
	struct server *server = calloc(1, sizeof(*server));

	if (!server) {
		return NULL;
	}
	server->child.pid = options->pid;
	server->port = options->port;
	if (options->server && !start(server, options, core)) {
		free(server);
		return NULL;
	}
	if (!wait_until_listening(server, options->address)) {
		fprintf(stderr, "seatload: %s: nothing listens on port %u\n", options->name, server->port);
		server_free(server);
		return NULL;
	}
	return server;
}

bool server_alive(struct server *server)
{
	return server->ours ? child_alive(&server->child) : kill(server->child.pid, 0) == 0;
}

void server_free(struct server *server)
{
	if (server && server->ours) {
		child_stop(&server->child);
	}
	free(server);
}

pid_t server_pid(const struct server *server)
{
	return server->child.pid;
}

uint16_t server_port(const struct server *server)
{
	return server->port;
}
