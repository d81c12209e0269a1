/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_CLUSTER_REGISTRY_H
#define PHP_SEATPUSH_CLUSTER_REGISTRY_H

#include "php.h"

/* Sets handlers and create_object on SeatPush\Registry. */
void php_seatpush_registry_init_ce(zend_class_entry *ce);

#endif
