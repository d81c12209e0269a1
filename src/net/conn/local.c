/* SPDX-License-Identifier: MIT */
#include "net/conn/local.h"

uint8_t sp_locals_number(struct sp_locals *locals, const struct sp_address *address)
{
	for (uint8_t i = 0; i < locals->count; i++) {
		if (sp_address_same(&locals->of[i], address)) {
			return (uint8_t) (i + 1);
		}
	}
	if (locals->count == SP_LOCALS_MAX) {
		return 0;
	}
	locals->of[locals->count] = *address;
	return ++locals->count;
}
