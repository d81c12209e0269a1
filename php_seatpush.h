/* SPDX-License-Identifier: MIT */
/*
 * The module as the engine sees it. The version's only home is here.
 */
#ifndef PHP_SEATPUSH_H
#define PHP_SEATPUSH_H

#include "php.h"

#define PHP_SEATPUSH_VERSION "0.1.0"

extern zend_module_entry seatpush_module_entry;
#define phpext_seatpush_ptr &seatpush_module_entry

#endif
