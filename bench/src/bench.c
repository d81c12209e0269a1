/* SPDX-License-Identifier: MIT */
#include "bench.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "clock.h"
#include "process.h"
#include "ws.h"

extern const struct scenario idle_scenario, connect_scenario, churn_scenario, echo_scenario,
	http_scenario, push_scenario, narrow_scenario, burst_scenario, fairness_scenario,
	storm_scenario, redis_scenario, large_scenario;

const struct scenario *const scenarios[] = {
	&idle_scenario,
	&connect_scenario,
	&churn_scenario,
	&echo_scenario,
	&http_scenario,
	&push_scenario,
	&narrow_scenario,
	&burst_scenario,
	&fairness_scenario,
	&storm_scenario,
	&redis_scenario,
	&large_scenario,
	NULL,
};

static volatile sig_atomic_t interrupted;
static volatile pid_t guarded;

static void on_interrupt(int number)
{
	(void) number;
	interrupted = 1;
}

/* The last resort, when even the loop has stopped turning. */
static void on_alarm(int number)
{
	static const char text[] = "seatload: hung, killed\n";

	(void) number;
	if (guarded > 0) {
		kill(-guarded, SIGKILL);
	}
	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0) {
		_exit(4);
	}
	_exit(3);
}

void bench_signals(const struct options *options)
{
	struct sigaction interrupt = {.sa_handler = on_interrupt};
	struct sigaction hung = {.sa_handler = on_alarm};

	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGTERM, &interrupt, NULL);
	sigaction(SIGHUP, &interrupt, NULL);
	sigaction(SIGALRM, &hung, NULL);
	signal(SIGPIPE, SIG_IGN);
	alarm(options->timeout + 20);
	if (options->with_parent) {
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() == 1) {
			interrupted = 1; /* it had already ended */
		}
	}
}

void bench_guard(pid_t group)
{
	guarded = group;
}

bool bench_interrupted(void)
{
	return interrupted;
}

/* The client takes the first core that it may use, and the server gets the last. Returns the
 * server's; -1: there is only one, or neither side is to be pinned. */
static int pin(bool wanted)
{
	cpu_set_t allowed, own;
	int first = -1, last = -1;

	if (!wanted || sched_getaffinity(0, sizeof(allowed), &allowed) < 0) {
		return -1;
	}
	for (int i = 0; i < CPU_SETSIZE; i++) {
		if (CPU_ISSET(i, &allowed)) {
			first = first < 0 ? i : first;
			last = i;
		}
	}
	if (first == last) {
		fputs("seatload: one core for both sides: figures will vary\n", stderr);
		return -1;
	}
	CPU_ZERO(&own);
	CPU_SET(first, &own);
	sched_setaffinity(0, sizeof(own), &own);
	return last;
}

static void raise_descriptor_limit(uint32_t connections)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) < 0) {
		return;
	}
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	if (files.rlim_max != RLIM_INFINITY && files.rlim_max < (rlim_t) connections + 64) {
		fprintf(stderr, "seatload: the descriptor limit of %llu is too low for %u connections\n",
			(unsigned long long) files.rlim_max, connections);
	}
}

/* False: it did not start. */
static bool start_redis(struct bench *bench, int core)
{
	if (!bench->options->server) {
		fputs("seatload: this scenario starts a Redis before the server, so it needs --server\n",
			stderr);
		return false;
	}
	/* On the server's core, since Redis works while the server waits for it; the client never
	 * waits. */
	bench->redis = redis_new(bench->options->log, core);
	return bench->redis;
}

bool bench_init(struct bench *bench, const struct options *options, const struct scenario *scenario)
{
	int core;

	*bench = (struct bench){.options = options};
	bench->deadline = clock_ns() + options->timeout * NS_PER_SECOND;
	raise_descriptor_limit(options->connections);
	ws_init();
	core = pin(options->pin);
	if (scenario->needs_redis && !start_redis(bench, core)) {
		return false;
	}
	bench->server = server_new(options, core);
	if (!bench->server) {
		return false;
	}
	bench->loop = loop_new(options->spin);
	bench->meter =
		meter_new(server_pid(bench->server), options->sample_hz, options->server ? core : -1);
	if (bench->loop) {
		bench->fleet = fleet_new(bench->loop, options->address, server_port(bench->server),
			options->path, options->connections);
	}
	if (!bench->fleet || !bench->meter) {
		perror("seatload");
		return false;
	}
	return true;
}

void bench_fini(struct bench *bench)
{
	fleet_free(bench->fleet);
	meter_free(bench->meter);
	loop_free(bench->loop);
	server_free(bench->server);
	redis_free(bench->redis);
}

/* Turns the loop once; ten times a second also does what is due. False: the run cannot go on. */
static bool turn(struct bench *bench)
{
	loop_turn(bench->loop);
	if (loop_now(bench->loop) - bench->ticked < 100 * NS_PER_MS) {
		return true;
	}
	bench->ticked = loop_now(bench->loop);
	meter_tick(bench->meter);
	if (interrupted) {
		bench->ended = "interrupted";
	} else if (!server_alive(bench->server)) {
		bench->ended = "server ended";
	} else if (bench->redis && !redis_alive(bench->redis)) {
		bench->ended = "redis-server ended";
	} else if (bench->ticked > bench->deadline) {
		bench->ended = "timeout";
	}
	return !bench->ended;
}

bool bench_wait(struct bench *bench, bool (*done)(void *arg), void *arg)
{
	uint64_t progress = bench->progress;
	uint64_t moved = clock_ns();

	while (!done(arg)) {
		if (!turn(bench)) {
			return false;
		}
		if (bench->progress != progress) {
			progress = bench->progress;
			moved = loop_now(bench->loop);
		} else if (loop_now(bench->loop) > moved + bench->options->stall * NS_PER_SECOND) {
			return false;
		}
	}
	return true;
}

struct settling {
	struct bench *bench;
	struct fleet_counts seen;
};

static bool settled(void *arg)
{
	struct settling *settling = arg;
	struct fleet_counts now = fleet_counts(settling->bench->fleet);

	if (now.open != settling->seen.open || now.failed != settling->seen.failed) {
		settling->bench->progress++;
	}
	settling->seen = now;
	return fleet_settled(settling->bench->fleet);
}

bool bench_settle(struct bench *bench)
{
	struct settling settling = {bench, fleet_counts(bench->fleet)};

	return bench_wait(bench, settled, &settling);
}

uint64_t bench_memory(struct bench *bench)
{
	uint64_t deadline = clock_ns() + 5 * NS_PER_SECOND;
	uint64_t next = clock_ns() + 300 * NS_PER_MS;
	uint64_t bytes = 0, before = 1;

	while (bytes != before && clock_ns() < deadline) {
		while (clock_ns() < next) {
			if (!turn(bench)) {
				return process_pss(server_pid(bench->server));
			}
		}
		before = bytes;
		bytes = process_pss(server_pid(bench->server));
		next = clock_ns() + 300 * NS_PER_MS;
	}
	return bytes;
}

uint64_t bench_messages(const struct bench *bench, uint64_t otherwise)
{
	return bench->options->messages ? bench->options->messages : otherwise;
}

void bench_text(const struct bench *bench, char *text, uint32_t index, uint32_t seq)
{
	memset(text, 'x', bench->options->size);
	text[bench->options->size] = '\0';
	for (int i = 7; i >= 0; i--) {
		text[i] = "0123456789abcdef"[index & 15];
		text[8 + i] = "0123456789abcdef"[seq & 15];
		index >>= 4;
		seq >>= 4;
	}
}

bool bench_seq(
	const struct bench *bench, const char *data, size_t len, uint32_t index, uint32_t *seq)
{
	char digits[9] = {0}, expected[8192];

	if (len != bench->options->size) {
		return false;
	}
	memcpy(digits, data + 8, 8);
	*seq = (uint32_t) strtoul(digits, NULL, 16);
	bench_text(bench, expected, index, *seq);
	return !memcmp(expected, data, len);
}
