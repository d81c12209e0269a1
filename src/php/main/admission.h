/* SPDX-License-Identifier: MIT */
/*
 * Whether PHP has the memory for what a peer sent, before anything is made of it: a peer must not
 * be able to end the process through memory_limit, alone or together with others.
 */
#ifndef PHP_SEATPUSH_MAIN_ADMISSION_H
#define PHP_SEATPUSH_MAIN_ADMISSION_H

#include <stddef.h>

#include "php/server/object.h"

enum php_seatpush_admission {
	SEATPUSH_ADMITTED,
	SEATPUSH_TOO_LARGE, /* memory_limit does not leave so much */
	SEATPUSH_TOO_MANY,  /* with what other callbacks hold it is more than total_callback_size */
};

/* Admits a callback whose arguments take so many bytes, by estimate. Otherwise it is counted and
 * logged, and the caller refuses it. */
enum php_seatpush_admission php_seatpush_admit(struct php_seatpush_server *server, size_t bytes);

/* A callback that was admitted has ended. */
static inline void php_seatpush_dismiss(struct php_seatpush_server *server, size_t bytes)
{
	server->callback_bytes -= bytes;
}

#endif
