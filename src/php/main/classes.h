/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_MAIN_CLASSES_H
#define PHP_SEATPUSH_MAIN_CLASSES_H

/* Registers all classes and constants. */
void php_seatpush_register_classes(int module_number);

#endif
