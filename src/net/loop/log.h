/* SPDX-License-Identifier: MIT */
/*
 * The log: one line per call, with time and level, to standard error or to a file.
 */
#ifndef SP_NET_LOOP_LOG_H
#define SP_NET_LOOP_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/span.h"

/* In ascending order; the numbers are those that scripts know as SWOOLE_LOG_*. */
enum sp_log_level {
	SP_LOG_DEBUG = 0,
	SP_LOG_TRACE = 1,
	SP_LOG_INFO = 2,
	SP_LOG_NOTICE = 3,
	SP_LOG_WARNING = 4,
	SP_LOG_ERROR = 5,
	SP_LOG_NONE = 6,
};

/* Lines below level are dropped. The default is SP_LOG_INFO. */
void sp_log_set_level(enum sp_log_level level);

/* Who writes the lines from now on: stands behind "seatpush" in each. NULL: nothing. Borrowed. */
void sp_log_set_writer(const char *who);

/* Appends to the file at path from now on; NULL or "" means standard error. False: *error says why,
 * and the log goes where it went before. */
bool sp_log_open(const char *path, struct sp_error *error);

/* Opens the file at the same path again, after it was moved away. False: the log is not a file. */
bool sp_log_reopen(void);

/* Closes the file; the log goes to standard error again. */
void sp_log_close(void);

/* The descriptor that the log is written to. */
int sp_log_fd(void);

/* True if a line about this problem is due: peers can cause it as often as they like, and one line
 * a minute is enough. *logged_s: when the last line was written (0: never); updated. In seconds. */
bool sp_log_due(uint32_t *logged_s, uint32_t now_s);

/* Writes one line, or several if the text has line breaks. The text may hold what comes from peers:
 * sp_log_text() says what becomes of it, and nobody else needs to. */
void sp_log(enum sp_log_level level, const char *format, ...) SP_PRINTF(2, 3);

/* The same, with text behind, which may hold NUL bytes. */
void sp_log_with(enum sp_log_level level, struct sp_span text, const char *format, ...)
	SP_PRINTF(3, 4);

#endif
