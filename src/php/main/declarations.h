/* SPDX-License-Identifier: MIT */
/*
 * Swoole's declarations of our methods (stubs/swoole_methods.stub.php), in place of ours: a
 * subclass that a script declares is compared with them.
 */
#ifndef PHP_SEATPUSH_MAIN_DECLARATIONS_H
#define PHP_SEATPUSH_MAIN_DECLARATIONS_H

/* When the module starts, after the classes were registered. */
void php_seatpush_declarations_begin(void);

/* When it ends: the classes get their own declarations back, which the engine frees. */
void php_seatpush_declarations_end(void);

#endif
