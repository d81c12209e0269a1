/* SPDX-License-Identifier: MIT */
#include "net/stream/tls_text.h"

#ifdef HAVE_SEATPUSH_TLS

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <openssl/err.h>

const char *sp_tls_reason(void)
{
	unsigned long code = ERR_peek_error();
	const char *reason = code != 0 ? ERR_reason_error_string(code) : NULL;

	return reason != NULL ? reason : "it ended the connection";
}

bool sp_tls_readable(const char *what, const char *file, struct sp_error *error)
{
	if (file != NULL && access(file, R_OK) != 0) {
		sp_error_set(error, errno, "%s \"%s\" cannot be read: %s", what, file, strerror(errno));
		return false;
	}
	return true;
}

#endif
