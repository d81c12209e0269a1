/* SPDX-License-Identifier: MIT */
/*
 * Memory of an object that processes share.
 */
#ifndef PHP_SEATPUSH_SHARED_MEMORY_H
#define PHP_SEATPUSH_SHARED_MEMORY_H

#include "php.h"

#include "net/process/sharing.h"

/* The same as sp_sharing_new(). NULL: *error says why, with code EPROTO if the script has changed
 * such that this worker cannot serve; then its supervisor knows. */
void *php_seatpush_memory_new(
	const struct sp_sharing_kind *kind, bool *is_new, struct sp_error *error);

#endif
