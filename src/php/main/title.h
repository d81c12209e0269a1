/* SPDX-License-Identifier: MIT */
/*
 * The process title, as ps shows it.
 */
#ifndef PHP_SEATPUSH_MAIN_TITLE_H
#define PHP_SEATPUSH_MAIN_TITLE_H

#include "php.h"

/* False: this system or this PHP has none. */
bool php_seatpush_set_title(zend_string *title);

/* Of a supervisor or a worker, unless the script has set one; no effect in any other process. */
void php_seatpush_title_role(bool supervises);

#endif
