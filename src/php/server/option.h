/* SPDX-License-Identifier: MIT */
/*
 * One option: a row of the table that option_table.c has.
 */
#ifndef PHP_SEATPUSH_SERVER_OPTION_H
#define PHP_SEATPUSH_SERVER_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum php_seatpush_option_class {
	SEATPUSH_OPTION_SERVED,  /* does what its text says */
	SEATPUSH_OPTION_IGNORED, /* accepted without effect, since nothing is lost; logged at the start
							  */
	SEATPUSH_OPTION_REFUSED, /* refused if it is set to anything but off; text says why */
};

enum php_seatpush_option_type {
	SEATPUSH_OPTION_BOOL,
	SEATPUSH_OPTION_INT,
	SEATPUSH_OPTION_SECONDS, /* may have a fraction; stored in ms, and none (0, -1) as 0 */
	SEATPUSH_OPTION_STRING,
	SEATPUSH_OPTION_REDIS,     /* a Redis address; stored as given */
	SEATPUSH_OPTION_PREFIX,    /* prefix of keys in Redis; stored as given */
	SEATPUSH_OPTION_RELOAD,    /* a word; stored as enum php_seatpush_reload_mode */
	SEATPUSH_OPTION_ORIGINS,   /* an array of strings, or one with commas; stored as the latter */
	SEATPUSH_OPTION_TOKENS,    /* the same, of tokens */
	SEATPUSH_OPTION_NETWORKS,  /* the same, of addresses and networks */
	SEATPUSH_OPTION_LOCATIONS, /* the same, of paths */
	SEATPUSH_OPTION_FILES,     /* the same, of names of files */
	SEATPUSH_OPTION_TYPES,     /* the same, of media types */
	SEATPUSH_OPTION_SNI, /* an array of certificates by name; stored as struct sp_tls_port_settings
						  * has it */
};

struct php_seatpush_option {
	const char *name;
	uint8_t option_class; /* enum php_seatpush_option_class */
	uint8_t type;         /* enum php_seatpush_option_type */
	bool of_server;       /* not for a port */
	size_t offset;        /* offset in struct php_seatpush_settings */
	int64_t min, max;     /* INT and SECONDS: the allowed range */
	int64_t standard;     /* BOOL and INT: the default */
	const char *unit;     /* "s", "ms", "bytes" ... or "" */
	const char *text;     /* what it does, or why it is refused */
};

extern const struct php_seatpush_option php_seatpush_option_table[];
extern const size_t php_seatpush_option_count;

#endif
