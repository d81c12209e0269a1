/* SPDX-License-Identifier: MIT */
#include "php/shared/memory.h"

#include <errno.h>

#include "net/process/worker.h"

void *php_seatpush_memory_new(
	const struct sp_sharing_kind *kind, bool *is_new, struct sp_error *error)
{
	void *memory = sp_sharing_new(kind, is_new, error);

	if (memory == NULL && error->code == EPROTO) {
		sp_worker_failed(error->text);
	}
	return memory;
}
