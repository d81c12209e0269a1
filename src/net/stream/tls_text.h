/* SPDX-License-Identifier: MIT */
/*
 * What OpenSSL says of an error, in words that help.
 */
#ifndef SP_NET_STREAM_TLS_TEXT_H
#define SP_NET_STREAM_TLS_TEXT_H

#include <stdbool.h>

#include "base/error.h"

/* What a build without OpenSSL says. */
#define SP_TLS_MISSING                                                                     \
	"this build has no TLS: install libssl-dev (Debian, Ubuntu), openssl-devel (Fedora), " \
	"openssl-dev (Alpine) or openssl (macOS), and build SeatPush again"

/* OpenSSL's own words for the oldest error that it has noted in this thread. Borrowed. */
const char *sp_tls_reason(void);

/* OpenSSL does not say which file is missing. what: the option that names the file; file: NULL:
 * none. False: *error says what is wrong with it. */
bool sp_tls_readable(const char *what, const char *file, struct sp_error *error);

#endif
