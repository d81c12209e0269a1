/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_MAIN_HOOKS_H
#define PHP_SEATPUSH_MAIN_HOOKS_H

#include "php.h"

#include "net/conn/hooks.h"

/* What the core calls: each hook makes the arguments of a callback and calls it. */
extern const struct sp_hooks php_seatpush_hooks;

#endif
