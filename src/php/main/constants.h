/* SPDX-License-Identifier: MIT */
/*
 * Swoole's constants.
 */
#ifndef PHP_SEATPUSH_MAIN_CONSTANTS_H
#define PHP_SEATPUSH_MAIN_CONSTANTS_H

void php_seatpush_register_constants(int module_number);

#endif
