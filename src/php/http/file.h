/* SPDX-License-Identifier: MIT */
/*
 * Files that sendfile() may send.
 */
#ifndef PHP_SEATPUSH_HTTP_FILE_H
#define PHP_SEATPUSH_HTTP_FILE_H

#include <stdint.h>

/* Opens a regular file that open_basedir allows; the caller closes the descriptor. *size: in bytes.
 * -1: there is no such file. */
int php_seatpush_file_open(const char *path, int64_t *size);

#endif
