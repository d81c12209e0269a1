/* SPDX-License-Identifier: MIT */
/*
 * seatpush.swoole_aliases=1: the names that scripts written for Swoole use.
 */
#ifndef PHP_SEATPUSH_MAIN_ALIASES_H
#define PHP_SEATPUSH_MAIN_ALIASES_H

/* Registers class aliases, constants and functions; warns where a name already exists. */
void php_seatpush_register_aliases(int module_number);

#endif
