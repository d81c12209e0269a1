/* SPDX-License-Identifier: MIT */
/*
 * Text for the log. Parts of it come from peers, and reach a terminal and programs that read line
 * by line: it may neither command the one nor deceive the others.
 */
#ifndef SP_WIRE_LOG_TEXT_H
#define SP_WIRE_LOG_TEXT_H

#include <stddef.h>

#define SP_LOG_TEXT_INDENT "    " /* before every line except the first */

/* Writes text to out, at most size bytes (at least 16) without a NUL. Returns how many.
 * - After a line break come four blanks, so that a further line never begins like a log line.
 * - Control characters, also those above ASCII, and characters that turn the direction of writing
 *   or break lines become \u{1b}; tabs stay. Octets that are not UTF-8 become \xff.
 * - What does not fit is cut, and ends in "... (cut)". */
size_t sp_log_text(char *out, size_t size, const char *text, size_t len);

#endif
