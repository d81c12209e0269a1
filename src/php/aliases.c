/* SPDX-License-Identifier: MIT */
#include "php/aliases.h"

void php_seatpush_register_aliases(int module_number)
{
	(void) module_number;
}
