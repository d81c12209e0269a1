/* SPDX-License-Identifier: MIT */
/*
 * What functions of the global namespace (go(), Co\run()) share with the class Coroutine.
 */
#ifndef PHP_SEATPUSH_COROUTINE_COROUTINE_H
#define PHP_SEATPUSH_COROUTINE_COROUTINE_H

#include "php.h"

/* False: a loop runs already, and an exception was thrown that names the method. */
bool php_seatpush_may_run(const char *method);

/* As Coroutine::create() and Coroutine::run(). */
void php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAMETERS);
void php_seatpush_coroutine_run(INTERNAL_FUNCTION_PARAMETERS);

#endif
