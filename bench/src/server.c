/* SPDX-License-Identifier: MIT */
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"
#include "clock.h"
#include "process.h"

struct server {
	pid_t pid;
	uint16_t port;
	bool ours;
	bool ended; /* and reaped */
};

/* A port that nothing listens on now. 0: none. */
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

/* The command as the shell gets it. exec: the shell makes way, so that the pid is the server's. */
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

static _Noreturn void run_child(const char *line, const char *log, int core)
{
	int out = log ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0666) : STDERR_FILENO;
	int in = open("/dev/null", O_RDONLY);

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL); /* should this tool be killed */
	signal(SIGPIPE, SIG_DFL);
	if (core >= 0) {
		cpu_set_t cores;

		CPU_ZERO(&cores);
		CPU_SET(core, &cores);
		sched_setaffinity(0, sizeof(cores), &cores);
	}
	if (in < 0 || out < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
		dup2(out, STDERR_FILENO) < 0) {
		_exit(126);
	}
	execl("/bin/sh", "sh", "-c", line, (char *) NULL);
	_exit(127);
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

/* Up to ten seconds. */
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

	server->ours = true;
	server->port = options->port ? options->port : free_port();
	if (!server->port || !command_line(line, sizeof(line), options->server, server->port)) {
		fputs("seatload: no free port, or the command is too long\n", stderr);
		return false;
	}
	if (options->port && accepts(options->address, server->port)) {
		fprintf(stderr, "seatload: port %u is in use\n", server->port);
		return false;
	}
	server->pid = fork();
	if (server->pid == 0) {
		run_child(line, options->log, core);
	}
	if (server->pid < 0) {
		perror("seatload: fork");
		return false;
	}
	setpgid(server->pid, server->pid); /* by both: whoever comes first */
	bench_guard(server->pid);
	return true;
}

struct server *server_new(const struct options *options, int core)
{
	struct server *server = calloc(1, sizeof(*server));

	if (!server) {
		return NULL;
	}
	server->pid = options->pid;
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
	if (!server->ours) {
		return kill(server->pid, 0) == 0;
	}
	if (!server->ended && waitpid(server->pid, NULL, WNOHANG) == server->pid) {
		server->ended = true;
	}
	return !server->ended;
}

void server_free(struct server *server)
{
	uint64_t deadline = clock_ns() + 3 * NS_PER_SECOND;

	if (!server) {
		return;
	}
	if (server->ours && server->pid > 0) {
		kill(-server->pid, SIGTERM);
		while (server_alive(server) && clock_ns() < deadline) {
			clock_sleep(5 * NS_PER_MS);
		}
		kill(-server->pid, SIGKILL); /* what is left of the group, its leader gone or not */
		if (!server->ended) {
			waitpid(server->pid, NULL, 0);
		}
	}
	free(server);
}

pid_t server_pid(const struct server *server)
{
	return server->pid;
}

uint16_t server_port(const struct server *server)
{
	return server->port;
}
