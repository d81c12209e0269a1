/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

enum kind { TEXT, NUMBER, ON, OFF };

/* One row per option, for the parser and for the help. */
static const struct row {
	const char *name;
	enum kind kind;
	size_t offset;
	uint64_t min, max;
	size_t width;
	const char *help;
} rows[] = {
#define FIELD(field) offsetof(struct options, field)
#define WIDTH(field) sizeof(((struct options *) 0)->field)
	{"server", TEXT, FIELD(server), 0, 0, 0, "command to start; %PORT% stands for a free port"},
	{"pid", NUMBER, FIELD(pid), 1, 1 << 22, WIDTH(pid), "attach to this running server instead"},
	{"port", NUMBER, FIELD(port), 1, 65535, WIDTH(port), "its port (with --server: use this one)"},
	{"address", TEXT, FIELD(address), 0, 0, 0, "its IPv4 address (127.0.0.1)"},
	{"path", TEXT, FIELD(path), 0, 0, 0, "path of the WebSocket upgrade (/)"},
	{"name", TEXT, FIELD(name), 0, 0, 0, "the server's name in the result"},
	{"log", TEXT, FIELD(log), 0, 0, 0, "file for the server's output (stderr)"},
	{"connections", NUMBER, FIELD(connections), 1, 1000000, WIDTH(connections), "clients (10000)"},
	{"active", NUMBER, FIELD(active), 1, 1000000, WIDTH(active), "of them, how many talk (100)"},
	{"messages", NUMBER, FIELD(messages), 1, 1000000000, WIDTH(messages), "work to measure"},
	{"size", NUMBER, FIELD(size), 16, 4096, WIDTH(size), "bytes of a message (16)"},
	{"timeout", NUMBER, FIELD(timeout), 1, 3600, WIDTH(timeout), "seconds for the whole run (120)"},
	{"stall", NUMBER, FIELD(stall), 1, 3600, WIDTH(stall), "seconds without progress (5)"},
	{"sample", NUMBER, FIELD(sample_hz), 0, 20000, WIDTH(sample_hz),
		"user time samples a CPU second (2000); 0: ticks"},
	{"no-pin", OFF, FIELD(pin), 0, 0, 0, "leave both sides to the scheduler"},
	{"no-spin", OFF, FIELD(spin), 0, 0, 0, "let the client sleep when nothing is ready"},
	{"with-parent", ON, FIELD(with_parent), 0, 0, 0, "end when the process that started this ends"},
#undef FIELD
#undef WIDTH
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

static void usage(FILE *to)
{
	fputs("usage: seatload --server COMMAND | --pid PID --port PORT [options] SCENARIO\n\n", to);
	for (const struct scenario *const *each = scenarios; *each; each++) {
		fprintf(to, "  %-14s %s\n", (*each)->name, (*each)->help);
	}
	fputs("\n", to);
	for (size_t i = 0; i < ROWS; i++) {
		fprintf(to, "  --%-12s %s\n", rows[i].name, rows[i].help);
	}
}

/* Stores an unsigned (or positive) number in a field of that width. */
static void store(void *field, size_t width, uint64_t value)
{
	if (width == 2) {
		*(uint16_t *) field = (uint16_t) value;
	} else if (width == 4) {
		*(uint32_t *) field = (uint32_t) value;
	} else {
		*(uint64_t *) field = value;
	}
}

static bool apply(struct options *options, const struct row *row, const char *text)
{
	void *field = (char *) options + row->offset;
	unsigned long long value;
	char *end;

	switch (row->kind) {
	case TEXT:
		*(const char **) field = text;
		return true;
	case NUMBER:
		errno = 0;
		value = strtoull(text, &end, 10);
		if (errno || end == text || *end || value < row->min || value > row->max) {
			fprintf(stderr, "seatload: --%s must be a number from %llu to %llu\n", row->name,
				(unsigned long long) row->min, (unsigned long long) row->max);
			return false;
		}
		store(field, row->width, value);
		return true;
	default:
		*(bool *) field = row->kind == ON;
		return true;
	}
}

static int check(struct options *options, int argc, char **argv)
{
	struct in_addr address;

	if (optind != argc - 1 || !!options->server == !!options->pid ||
		(options->pid && !options->port)) {
		usage(stderr);
		return 2;
	}
	options->scenario = argv[optind];
	if (inet_pton(AF_INET, options->address, &address) != 1) {
		fprintf(stderr, "seatload: not an IPv4 address: %s\n", options->address);
		return 2;
	}
	if (options->active > options->connections) {
		options->active = options->connections;
	}
	if (!options->name) {
		options->name = options->server ? options->server : "attached";
	}
	return -1;
}

int options_parse(struct options *options, int argc, char **argv)
{
	struct option longs[ROWS + 2] = {{0}};
	int chosen;

	*options = (struct options){.address = "127.0.0.1",
		.path = "/",
		.connections = 10000,
		.active = 100,
		.size = 16,
		.timeout = 120,
		.stall = 5,
		.sample_hz = 2000,
		.pin = true,
		.spin = true};
	for (size_t i = 0; i < ROWS; i++) {
		longs[i].name = rows[i].name;
		longs[i].has_arg = rows[i].kind == TEXT || rows[i].kind == NUMBER;
		longs[i].val = (int) i + 1;
	}
	longs[ROWS].name = "help";
	longs[ROWS].val = 'h';
	while ((chosen = getopt_long(argc, argv, "h", longs, NULL)) != -1) {
		if (chosen == 'h') {
			usage(stdout);
			return 0;
		}
		if (chosen == '?') {
			usage(stderr);
			return 2;
		}
		if (!apply(options, &rows[chosen - 1], optarg)) {
			return 2;
		}
	}
	return check(options, argc, argv);
}
