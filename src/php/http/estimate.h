/* SPDX-License-Identifier: MIT */
/*
 * How much of PHP's memory a request will take, told from its bytes before anything is made of
 * them: "a[][][]" is 7 bytes, and three arrays.
 */
#ifndef PHP_SEATPUSH_HTTP_ESTIMATE_H
#define PHP_SEATPUSH_HTTP_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>

#include "net/conn/hooks.h"

/* Bytes, rather too many than too few. forms: bodies that are forms are read. */
size_t php_seatpush_request_estimate(const struct sp_request *request, bool forms);

#endif
