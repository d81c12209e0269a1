/* SPDX-License-Identifier: MIT */
/* The command line of seatload. */
#ifndef BENCH_OPTIONS_H
#define BENCH_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

struct options {
	const char *scenario;
	const char *server; /* a shell command with %PORT%; NULL: attach to pid */
	const char *name;   /* of the server in the result */
	const char *address;
	const char *path; /* of the upgrade */
	const char *log;  /* where the started server's output goes; NULL: stderr */
	pid_t pid;
	uint16_t port;
	uint32_t connections;
	uint32_t active;    /* of them, how many talk */
	uint64_t messages;  /* 0: the scenario's own number */
	uint32_t size;      /* of a message's payload */
	uint32_t timeout;   /* seconds, for the whole run */
	uint32_t stall;     /* seconds without progress after which a step is given up */
	uint32_t sample_hz; /* 0: the kernel's ticks only */
	bool pin;
	bool spin;
	bool with_parent; /* end when the starter ends */
};

/* Fills *options. Returns -1, or the status to exit with at once (usage or help was printed). */
int options_parse(struct options *options, int argc, char **argv);

#endif
